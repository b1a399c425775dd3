import errno
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from redactor.release.errors import OutputNotEmpty, OutputNotWritable
from redactor.release.folder import staged

MARK = "manifest.json"


def fill(folder: Path, text: str) -> None:
    (folder / MARK).write_text(text)
    (folder / "inner").mkdir()
    (folder / "inner" / "copy.txt").write_text(text)


def test_a_new_folder_appears_whole(tmp_path: Path) -> None:
    out = tmp_path / "a" / "out"
    with staged(out, MARK) as stage:
        fill(stage, "one")
        assert not out.exists()
    assert (out / "inner" / "copy.txt").read_text() == "one"
    assert [p.name for p in out.parent.iterdir()] == ["out"]


def test_an_earlier_export_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for text in ("one", "two"):
        with staged(out, MARK) as stage:
            fill(stage, text)
    assert (out / MARK).read_text() == "two"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_an_error_leaves_the_earlier_export(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with staged(out, MARK) as stage:
        fill(stage, "one")
    with pytest.raises(ZeroDivisionError), staged(out, MARK) as stage:  # noqa: PT012
        fill(stage, "two")
        raise ZeroDivisionError
    assert (out / MARK).read_text() == "one"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("content", ["letter.txt", ".hidden"])
def test_a_folder_that_no_export_made_is_left_alone(tmp_path: Path, content: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / content).write_text("mine")
    with pytest.raises(OutputNotEmpty), staged(out, MARK):
        pass
    assert (out / content).read_text() == "mine"


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("mine")
    with pytest.raises(OutputNotEmpty), staged(out, MARK):
        pass
    assert out.read_text() == "mine"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with staged(out, MARK) as stage:
        fill(stage, "one")
    assert (out / MARK).exists()


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders are those of POSIX")
def test_a_parent_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        out = Path("/proc/out")  # refuses even root
    else:
        tmp_path.chmod(0o500)
        out = tmp_path / "out"
    with pytest.raises(OutputNotWritable), staged(out, MARK):
        pass


KILLED = """
    import os, sys
    from pathlib import Path
    from redactor.release.folder import staged
    with staged(Path(sys.argv[1]), "manifest.json") as stage:
        (stage / "manifest.json").write_text("two")
        os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_a_kill_leaves_the_earlier_export_and_the_next_one_cleans_up(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with staged(out, MARK) as stage:
        fill(stage, "one")
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(KILLED), str(out)], check=False)
    assert done.returncode == -9
    assert (out / MARK).read_text() == "one"
    assert len(list(tmp_path.iterdir())) == 2, "the kill should leave a hidden folder"
    with staged(out, MARK) as stage:
        fill(stage, "three")
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("held", ["out", "new"])
def test_a_folder_that_another_program_holds_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    """As on Windows, where names cannot be exchanged and an open file locks its folder."""
    out = tmp_path / "out"
    with staged(out, MARK) as stage:
        fill(stage, "one")
    rename = Path.rename

    def locked(self: Path, target: Path) -> Path:
        if self.name == held:
            raise PermissionError(errno.EACCES, "held by another program", str(self))
        return rename(self, target)

    monkeypatch.setattr("redactor.release.folder._exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(OutputNotWritable), staged(out, MARK) as stage:
        fill(stage, "two")
    assert (out / MARK).read_text() == "one"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
