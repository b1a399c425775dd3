"""Objects on which the library itself stumbles: read around, never a crash."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream

from redactor.formats.pdf.broken import BROKEN
from tests.formats.pdf.build import form, line, page, save, texts


def spoilt(pdf: pikepdf.Pdf) -> Stream:
    """A form whose coding is broken by bytes that are no UTF-8."""
    made = form(pdf, b"")
    made.write(b"\xf5\xf6\xf7", filter=Name.ASCIIHexDecode)
    return made


def endless(pdf: pikepdf.Pdf) -> Stream:
    """A form with an inline picture that ends before it begins."""
    return form(pdf, b"BI EI")


@pytest.mark.parametrize(
    ("made", "read"),
    [(spoilt, pikepdf.Object.read_bytes), (endless, pikepdf.parse_content_stream)],
)
@pytest.mark.parametrize("place", ["page", "note"])
def test_a_form_that_cannot_be_read(
    tmp_path: Path,
    made: Callable[[pikepdf.Pdf], Stream],
    read: Callable[[Stream], object],
    place: str,
) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        broken = made(pdf)
        with pytest.raises(BROKEN):  # the trap; which of them depends on the machine's language
            read(broken)
        shown = page(pdf, line("Avis du service."), XObject=Dictionary(B=broken))
        if place == "note":
            note = Dictionary(
                Type=Name.Annot, Subtype=Name.Stamp, Rect=[10, 10, 90, 40], AP=Dictionary(N=broken)
            )
            shown.obj.Annots = pikepdf.Array([pdf.make_indirect(note)])

    assert "Avis du service." in texts(save(tmp_path / "a.pdf", build))
