"""The command: the JSON of the contract, its exit codes, hostile files."""

import json
from pathlib import Path
from typing import Any

import pytest

from redactor.cli import main

from . import build_pdf, build_word
from .case import NAME


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, Any]:
    code = main([*map(str, words), "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_clean_file_exits_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.pdf", build_pdf.without_text())
    code, printed = run(capsys, "check", path)
    assert code == 0
    expected = {"path": str(path), "findings": [], "unread": []}
    assert printed == {"version": 1, "documents": [expected]}


def test_a_finding_has_the_fields_of_the_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = write(tmp_path / "a.pdf", build_pdf.covered(build_pdf.black_box)())
    code, printed = run(capsys, "check", bad)
    (found,) = printed["documents"][0]["findings"]
    assert code == 1
    assert set(found) == {
        "kind", "severity", "certainty", "page", "bbox", "channel", "text", "message",
    }  # fmt: skip
    assert (found["kind"], found["severity"], found["page"]) == ("covered-text", "leak", 1)
    assert len(found["bbox"]) == 4
    assert found["text"] == NAME


def test_nothing_readable_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = write(tmp_path / "a.pdf", b"%PDF-1.7\nrien")
    code, printed = run(capsys, "check", broken, tmp_path / "absent.pdf")
    assert code == 2
    assert all(document["unread"] for document in printed["documents"])


def test_a_broken_file_among_others_stands_in_unread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = write(tmp_path / "a.pdf", b"%PDF-1.7\nrien")
    good = write(tmp_path / "b.docx", build_word.word())
    code, printed = run(capsys, "check", broken, good)
    assert code == 1
    assert [bool(d["unread"]) for d in printed["documents"]] == [True, False]


def test_a_folder_is_checked_whole_and_what_nobody_could_read_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "reçus"
    (folder / "lot 2").mkdir(parents=True)
    (folder / ".git").mkdir()
    covered = build_pdf.covered(build_pdf.black_box)()
    found = write(folder / "lot 2" / "a.pdf", covered)
    unread = write(folder / "b.bin", b"x")
    write(folder / ".c.pdf", covered)
    write(folder / "~$d.docx", b"x")
    write(folder / ".git" / "e.pdf", covered)
    (folder / "f.pdf").symlink_to(write(tmp_path / "g.pdf", covered))
    code, printed = run(capsys, "check", folder)
    assert code == 1
    assert [document["path"] for document in printed["documents"]] == [str(unread), str(found)]
    assert [bool(document["unread"]) for document in printed["documents"]] == [True, False]


def test_a_folder_without_a_file_exits_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, printed = run(capsys, "check", tmp_path)
    assert code == 2
    assert printed["documents"][0]["unread"]


def test_compare_exits_as_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = write(tmp_path / "a.pdf", build_pdf.covered(lambda made, box: None)())
    new = write(tmp_path / "b.pdf", build_pdf.redacted()())
    assert run(capsys, "compare", old, old)[0] == 0
    code, printed = run(capsys, "compare", old, new)
    assert code == 1
    assert printed["documents"][0]["findings"][0]["kind"] == "inconsistent"


@pytest.mark.parametrize("first", [True, False])
def test_a_side_that_cannot_be_read_leaves_nothing_to_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: bool
) -> None:
    sides = [
        write(tmp_path / "a.pdf", build_pdf.redacted()()),
        write(tmp_path / "b.pdf", b"%PDF-1.7\nrien"),
    ]
    code, printed = run(capsys, "compare", *(sides[::-1] if first else sides))
    assert code == 2
    assert sum(bool(document["unread"]) for document in printed["documents"]) == 1


def test_a_page_without_text_is_never_called_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import pymupdf

    doc = pymupdf.open()
    doc.new_page().insert_image((0, 0, 595, 842), stream=build_pdf.photograph())
    code, printed = run(capsys, "check", write(tmp_path / "a.pdf", doc.tobytes()))
    assert code == 1
    assert printed["documents"][0]["unread"]


@pytest.mark.parametrize("suffix", [".csv", ".pdf"])
def test_a_report_is_written_with_values_masked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    import pymupdf

    bad = write(tmp_path / "a.pdf", build_pdf.covered(build_pdf.black_box)())
    report = tmp_path / f"rapport{suffix}"
    code, printed = run(capsys, "check", bad, "--report", report)
    assert code == 1
    assert printed["documents"][0]["findings"][0]["text"] == NAME
    if suffix == ".pdf":
        with pymupdf.open(report) as doc:
            said = doc[0].get_text()
    else:
        said = report.read_text("utf-8")
    assert "covered-text" in said
    assert "Béranger" not in said


def test_a_report_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write(tmp_path / "a.pdf", build_pdf.without_text())
    code = main(["check", str(good), "--report", str(tmp_path / "absent" / "rapport.csv")])
    assert code == 2
    assert "absent" in capsys.readouterr().err


@pytest.mark.slow
def test_residual_says_what_detection_still_finds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "lettre.txt"
    letter.write_text("Le dossier de Mme Solange Béranger, 14 rue des Lilas, est clos.\n", "utf-8")
    assert run(capsys, "check", letter)[0] == 0
    code, printed = run(capsys, "check", letter, "--residual")
    found = printed["documents"][0]["findings"]
    assert code == 1
    assert {f["kind"] for f in found} == {"residual"}
    assert {f["severity"] for f in found} == {"info"}
    assert any("Béranger" in f["text"] for f in found)
