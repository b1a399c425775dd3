"""A PDF for verification, and its copy, with what a test injects into both.

The original and the copy are built by the same steps, so that they differ by what the test says
and nothing else. The names are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
from pikepdf import Stream

from redactor.formats.base import Occultation, Plan
from redactor.text.flow import Flow, Span

NAME = "Zélie Quernec"
OTHER = "Armel Prigent"
BEFORE, AFTER = "Madame ", " habite à Brest."
LINE = f"{BEFORE}{NAME}{AFTER}"
SECOND = "Le conseil municipal a délibéré le 3 mai."
FLOWS = (
    Flow("p1.1", LINE, page=1),
    Flow("p1.2", SECOND, page=1),
    Flow("p2.1", "Une page ordinaire.", page=2),
)
PLAN = Plan((Occultation("o1", Span("p1.1", len(BEFORE), len(BEFORE) + len(NAME))),))
Inject = Callable[[pikepdf.Pdf, str], None]


def base(path: Path, *, redacted: bool) -> None:
    """Two pages; in the redacted one a black box stands where the name was."""
    document = pymupdf.open()
    page = document.new_page()
    font = pymupdf.Font("helv")
    x = 60.0
    for word in (BEFORE, NAME, AFTER):
        if word != NAME or not redacted:
            page.insert_text((x, 80), word, fontsize=11)
        else:
            page.draw_rect((x, 70, x + font.text_length(word, 11), 83), fill=(0, 0, 0), width=0)
        x += font.text_length(word, 11)
    page.insert_text((60, 110), SECOND, fontsize=11)
    document.new_page().insert_text((60, 80), "Une page ordinaire.", fontsize=11)
    document.save(path, deflate=True, garbage=3)
    document.close()


def pair(folder: Path, inject: Inject | None = None, text: str = "") -> tuple[Path, Path]:
    """An original and its copy, both with `text` injected."""
    original, copy = folder / "original.pdf", folder / "copy.pdf"
    for path, redacted in ((original, False), (copy, True)):
        base(path, redacted=redacted)
        if inject is not None:
            with pikepdf.open(path, allow_overwriting_input=True) as pdf:
                inject(pdf, text)
                pdf.save(path)
    return original, copy


def add_content(pdf: pikepdf.Pdf, content: str, page: int = 0) -> None:
    """Append to a page's content. Letters are put as WinAnsi codes, as its font reads them."""
    target = pdf.pages[page]
    target.contents_add(Stream(pdf, f"q {content} Q".encode("cp1252")), prepend=False)


def font(pdf: pikepdf.Pdf, page: int = 0) -> str:
    """The resource name of the page's font."""
    return str(next(iter(pdf.pages[page].obj["/Resources"]["/Font"].keys())))
