"""A long file is written piece by piece, and its copies are those written at once."""

import re
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pymupdf import mupdf

from redactor.formats.pdf import ADAPTER, marks, saving, source
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow
from tests.formats.pdf.build import everything, line, page, plan_for, save, texts


def long(pdf: pikepdf.Pdf) -> None:
    """Five pages with a layer that is off, of which the catalogue itself keeps the settings."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Calque")))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
    )
    for number in range(1, 6):
        content = line(f"Madame Hyacinthe Roy, page {number}.") + b"/OC /L BDC\n"
        content += line(f"Hyacinthe est du calque {number}.", y=650) + b"EMC\n"
        page(pdf, content, Properties=Dictionary(L=layer))


def redact(path: Path, out: Path) -> str:
    """The copy without « Hyacinthe », proved sound, as its objects' sources."""
    with ADAPTER.open(path) as opened:
        flows = [each for each in opened.read() if isinstance(each, Flow)]
        plan = plan_for(opened, "Hyacinthe")
        assert {one.page for one in opened.write_redacted(out, plan).applied} == {1, 2, 3, 4, 5}
    report = verify_copy(path, out, flows, plan, format="pdf")
    assert report.sound, report
    return everything(out)


def test_a_long_redacted_copy_is_written_in_rounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "a.pdf", long)
    redact(path, tmp_path / "once.pdf")
    rounds: list[int] = []

    def append(doc: object, deflate: bool = False) -> object:
        rounds.append(doc.page_count)  # type: ignore[attr-defined]
        return saving_append(doc, deflate)

    saving_append = saving.append
    monkeypatch.setattr(saving, "append", append)
    monkeypatch.setattr(saving, "_APPENDED", 2)
    left = redact(path, tmp_path / "rounds.pdf")
    assert rounds == [5, 5]
    assert "Hyacinthe" not in left
    assert marks.FONT in left
    assert texts(tmp_path / "rounds.pdf") == texts(tmp_path / "once.pdf")
    with pikepdf.open(tmp_path / "rounds.pdf") as pdf:
        assert not pdf.check_pdf_syntax()
        assert len(pdf.Root.OCProperties.D.OFF) == 1
        assert marks.FONT not in {key[1:] for key in pdf.Root}
    assert (tmp_path / "rounds.pdf").read_bytes().count(b"%%EOF") == 1


def test_what_is_let_go_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(tmp_path / "a.pdf", long)
    whole = texts(path)
    cleared: list[object] = []

    def clear(pdf: object) -> None:
        cleared.append(pdf)
        clear_xref(pdf)

    clear_xref = mupdf.pdf_clear_xref
    monkeypatch.setattr(mupdf, "pdf_clear_xref", clear)
    monkeypatch.setattr(source, "_LET_GO", 1)
    assert texts(path) == whole
    assert len(cleared) == len(re.findall("page", " ".join(whole)))
