"""Files whose pages are but a cover say so when they are opened."""

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from redactor.formats.pdf.opening import open_pdf
from redactor.messages import say


def _page(path: Path) -> None:
    with pymupdf.open() as doc:
        doc.new_page().insert_text((72, 72), "Veuillez patienter")
        doc.save(path)


@pytest.mark.parametrize(
    ("kind", "warning"),
    [("plain", None), ("portfolio", "warning.portfolio"), ("xfa", "warning.xfa-only")],
)
def test_a_cover_is_said(tmp_path: Path, kind: str, warning: str | None) -> None:
    path, made = tmp_path / "page.pdf", tmp_path / "made.pdf"
    _page(path)
    with pikepdf.open(path) as pdf:
        if kind == "portfolio":
            pdf.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection)
        if kind == "xfa":
            pdf.Root.AcroForm = pikepdf.Dictionary(
                Fields=pikepdf.Array(), XFA=pikepdf.Stream(pdf, b"<xdp/>")
            )
        pdf.save(made)
    opened = open_pdf(made, None)
    opened.doc.close()
    assert opened.warnings == ((warning,) if warning else ())
    assert warning is None or say(warning) != warning


def test_a_form_with_drawn_fields_is_no_cover(tmp_path: Path) -> None:
    path, made = tmp_path / "page.pdf", tmp_path / "made.pdf"
    _page(path)
    with pikepdf.open(path) as pdf:
        field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("nom"))
        pdf.Root.AcroForm = pikepdf.Dictionary(
            Fields=pikepdf.Array([pdf.make_indirect(field)]), XFA=pikepdf.Stream(pdf, b"<xdp/>")
        )
        pdf.save(made)
    opened = open_pdf(made, None)
    opened.doc.close()
    assert not opened.warnings
