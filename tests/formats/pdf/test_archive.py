"""What a copy adds to a PDF/A keeps what the standard asks for: its font is embedded."""

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from tests.formats.pdf.build import line, page, redact, save


def document(path: Path, archive: bool) -> Path:
    def build(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as packet:
            packet["dc:title"] = "Avis"
            if archive:
                packet["pdfaid:part"] = "2"
                packet["pdfaid:conformance"] = "B"
        for _ in range(2):
            page(pdf, line("Madame Zephirine habite ici"))

    return save(path, build)


@pytest.mark.parametrize("archive", [True, False])
def test_the_font_of_the_marks_is_embedded_once(archive: bool, tmp_path: Path) -> None:
    redact(document(tmp_path / "a.pdf", archive), tmp_path / "r.pdf", "Zephirine")
    with pikepdf.open(tmp_path / "r.pdf") as copy:
        fonts = [each.obj.Resources.Font.RdtrHelv for each in copy.pages]
        assert len({font.objgen for font in fonts}) == 1
        assert ("/FontFile3" in fonts[0].get("/FontDescriptor", {})) == archive
        if archive:
            assert fonts[0].FontDescriptor.FontName == fonts[0].BaseFont
        assert (b"pdfaid" in copy.Root.Metadata.read_bytes()) == archive
        assert "/RdtrHelv" not in copy.Root
        assert not copy.check_pdf_syntax()
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        assert "[nom]" in doc[0].get_text()
