"""`redactor verify`: 0 sound, 1 not, 2 not a package."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran


def test_the_exit_codes_of_verify(
    redactor: Callable[..., Ran], minutes: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    words = ("export", minutes, "--out", out, "--accept", "none", "--redact", "Goaster")
    assert redactor(*words).code == 0

    sound = redactor("verify", out)
    assert (sound.code, sound.out) == (0, "")
    assert "conforme" in sound.err
    archive = shutil.make_archive(str(tmp_path / "package"), "zip", out)
    assert redactor("verify", archive).code == 0

    (out / "communicable" / "note.txt").write_text("ajouté", "utf-8")
    changed = redactor("verify", out)
    assert changed.code == 1
    assert "communicable/note.txt" in changed.err

    for other in (minutes, tmp_path / "nowhere", tmp_path):
        nothing = redactor("verify", other)
        assert nothing.code == 2
        assert len(nothing.err.strip().splitlines()) == 1
