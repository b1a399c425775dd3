"""A disjoined page: its notice is read, upright, and nothing else of the file tells of it."""

from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from redactor.formats.base import Plan, RemovedPage
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow
from tests.formats.pdf.build import everything, helvetica, line, page, save

NAME = "Zephirine"
NOTICE = "[page disjointe : hors périmètre de la demande]"


def told_of(pdf: pikepdf.Pdf, turn: int = 0) -> None:
    page(pdf, line("Texte ordinaire."))
    second = page(pdf, line(f"Dossier de {NAME}")).obj
    second.Rotate = turn
    box = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("nom"), V=String(NAME),
            Rect=[72, 500, 200, 520], F=4, DA=String("/Helv 9 Tf 0 g"), P=second,
        )
    )  # fmt: skip
    second.Annots = Array([box])
    fonts = Dictionary(Font=Dictionary(Helv=helvetica()))
    pdf.Root.AcroForm = Dictionary(Fields=Array([box]), DR=fonts)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    element = Dictionary(Type=Name.StructElem, S=Name.P, P=root, Pg=second, ActualText=String(NAME))
    root.K = Array([pdf.make_indirect(element)])
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    with pdf.open_outline() as outline:
        outline.root += [pikepdf.OutlineItem("Avis", 0), pikepdf.OutlineItem(f"Cas {NAME}", 1)]


def disjoin(tmp_path: Path, turn: int) -> Path:
    path, out = save(tmp_path / "a.pdf", lambda pdf: told_of(pdf, turn)), tmp_path / "r.pdf"
    assert everything(path).count(NAME) >= 4, "the trap is not set"
    plan = Plan(removed_pages=(RemovedPage("d1", 2, NOTICE),))
    with ADAPTER.open(path) as source:
        flows = [flow for flow in source.read() if isinstance(flow, Flow)]
        source.write_redacted(out, plan)
    report = verify_copy(path, out, flows, plan, format="pdf")
    assert report.sound, report
    return out


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_notice_stands_upright_in_its_place(turn: int, tmp_path: Path) -> None:
    with pymupdf.open(disjoin(tmp_path, turn)) as doc:
        assert len(doc) == 2
        block = doc[1].get_text("dict")["blocks"][0]
        shown = block["lines"][0]
        assert "".join(span["text"] for span in shown["spans"]) == NOTICE
        # From the page's own space to the page as displayed.
        x, y = pymupdf.Point(shown["dir"]) * pymupdf.Matrix(turn)
        assert (round(x), round(y)) == (1, 0)
        assert doc[1].rect.contains(pymupdf.Rect(shown["bbox"]) * doc[1].rotation_matrix)


def test_nothing_else_tells_of_it(tmp_path: Path) -> None:
    out = disjoin(tmp_path, 0)
    assert NAME not in everything(out)
    with pikepdf.open(out) as copy, copy.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Avis", NOTICE]
        assert not copy.check_pdf_syntax()
