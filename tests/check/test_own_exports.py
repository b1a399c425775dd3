"""What Redactor releases passes its own check: nothing above information."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from redactor.check.finding import Finding, Kind, Report, Severity
from redactor.check.inspection import check
from redactor.cli import main
from redactor.own_copies import is_own

from . import build_mail, build_odf, build_pdf, build_word
from .case import NAME

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


WHITE_TEXT = "Version de travail numéro trois"


def white(page: Any) -> None:
    page.insert_text((72, 300), WHITE_TEXT, color=build_pdf.WHITE)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    folder = tmp_path_factory.mktemp("released")
    made = {
        "couvert.pdf": build_pdf.covered(build_pdf.black_box)(),
        "blanc.pdf": build_pdf.document(white),
        "signet.pdf": build_pdf.after(build_pdf.bookmark(NAME))(),
        "supprime.docx": build_word.word(build_word.deleted),
        "note.docx": build_word.word(build_word.commented),
        "note.odt": build_odf.odt(build_odf.ODT_COMMENT),
        "lettre.eml": build_mail.mail(f"<p>Mme {NAME}</p>"),
        "note.txt": f"La demande de Mme {NAME}.".encode(),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    files = [*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.docx"), *(folder / name for name in made)]
    out = folder / "out"
    code = main(["export", *map(str, files), "--out", str(out), "--redact", NAME])
    assert code == 0
    return {path.name: check(path) for path in (out / "communicable").iterdir()}


def above_info(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.severity is not Severity.INFO]


def test_every_copy_gives_information_at_most(released: dict[str, Report]) -> None:
    assert len(released) == 11
    told = {
        name: [(f.kind, f.message, f.text) for f in above_info(report)]
        for name, report in released.items()
    }
    assert told == {name: [] for name in released}


def test_a_manifest_that_comes_with_a_file_silences_nothing(
    released: dict[str, Report], tmp_path: Path
) -> None:
    """Whoever sends the file could have written it."""
    copy = tmp_path / "out" / "communicable" / "a.pdf"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(build_pdf.after(build_pdf.property_of("/Author", NAME))())
    listed = {"documents": [{"redacted_sha256": sha256(copy.read_bytes()).hexdigest()}]}
    (tmp_path / "out" / "manifest.json").write_text(json.dumps(listed))
    assert not is_own(copy)
    assert [f.kind for f in above_info(check(copy))] == [Kind.METADATA]


def test_a_copy_is_known_wherever_it_lies(released: dict[str, Report], tmp_path: Path) -> None:
    moved = tmp_path / "autre-nom.pdf"
    moved.write_bytes(Path(released["couvert.pdf"].path).read_bytes())
    assert is_own(moved)


def test_whoever_receives_a_copy_judges_it_as_any_file(
    released: dict[str, Report], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert not is_own(Path(released["couvert.pdf"].path))


def test_white_text_that_was_kept_is_said_and_stays_a_leak_for_who_receives_it(
    released: dict[str, Report], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It was in the flows and kept there; nobody who gets the copy knows that."""

    def hidden(report: Report) -> list[tuple[str, Severity]]:
        return [(f.text, f.severity) for f in report.findings if f.kind is Kind.HIDDEN_TEXT]

    assert hidden(released["blanc.pdf"]) == [(WHITE_TEXT, Severity.INFO)]
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    received = check(Path(released["blanc.pdf"].path))
    assert hidden(received) == [(WHITE_TEXT, Severity.LEAK)]
