"""A long file is written piece by piece, and its copies are those written at once."""

import re
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pymupdf import mupdf

from redactor.formats.pdf import ADAPTER, marks, saving, source
from redactor.release.verify import verify_both, verify_copy
from redactor.text.flow import Flow
from redactor.text.packed import Packed
from tests.benchmarks.clock import peak_mb
from tests.formats.pdf.build import everything, line, page, plan_for, save, texts

_MOST = 25.0
"""kB a page with eight occultations: 14 were measured, 26 before what is read was held packed."""


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


def letters(pages: int) -> Callable[[pikepdf.Pdf], None]:
    def build(pdf: pikepdf.Pdf) -> None:
        for number in range(pages):
            rows = (f"Ligne {n} : Hyacinthe dit n’être pas au {n * number}" for n in range(8))
            page(pdf, b"".join(line(row, y=700 - 20 * n) for n, row in enumerate(rows)))

    return build


def peak_of_both_copies(path: Path) -> float:
    """Memory, in MB, that writing both copies of `path` and verifying them took at most."""
    redacted, audit = path.with_suffix(".r.pdf"), path.with_suffix(".a.pdf")
    with ADAPTER.open(path) as opened:
        plan = plan_for(opened, "Hyacinthe")
        flows = Packed(each for each in opened.read() if isinstance(each, Flow))
        opened.write_redacted(redacted, plan)
        opened.write_audit(audit, plan)
    with ADAPTER.open(audit) as opened:
        marked = opened.marked()
    assert len(marked) == len(plan.occultations) > 1000
    for report in verify_both(path, redacted, audit, flows, plan, marked, format="pdf"):
        assert report.sound, report
    return peak_mb()


@pytest.mark.slow
def test_memory_hardly_grows_with_the_pages(tmp_path: Path) -> None:
    peaks = []
    for pages in (250, 750):
        path = save(tmp_path / f"{pages}.pdf", letters(pages))
        with ProcessPoolExecutor(1, get_context("spawn")) as process:
            peaks.append(process.submit(peak_of_both_copies, path).result())
    assert 1000 * (peaks[1] - peaks[0]) / 500 < _MOST, peaks
