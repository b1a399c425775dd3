"""Text that is seen and of which extraction says nothing, or something else, is not read."""

from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import String

from redactor.formats.pdf import ADAPTER, tounicode
from redactor.text.flow import Unread
from tests.formats.pdf.build import line, page, save
from tests.formats.pdf.embedded_fonts import composite

DRAWN = "abcdefghijklmnopqrstuvwxyz"


def unread(path: Path) -> list[str]:
    with ADAPTER.open(path) as source:
        return [item.why for item in source.read() if isinstance(item, Unread)]


def shown_in(path: Path, table: dict[int, str] | None, pages: int = 1) -> Path:
    """Pages that show the alphabet in a font whose table of letters is `table`."""

    def build(pdf: pikepdf.Pdf) -> None:
        font = composite(pdf, DRAWN)
        if table is None:
            del font.ToUnicode
            font.DescendantFonts[0].CIDSystemInfo.Ordering = String("Own")
        else:
            font.ToUnicode.write(tounicode.write(table, wide=True))
        codes = "".join(f"{n:04x}" for n in range(1, len(DRAWN) + 1))
        for _ in range(pages):
            content = line("Texte ordinaire.") + f"BT /G 12 Tf 72 500 Td <{codes}> Tj ET".encode()
            page(pdf, content, Font={"/G": font})

    return save(path, build)


def table_of(letters: str) -> dict[int, str]:
    return {n: f"{ord(one):04X}" for n, one in enumerate(letters, 1)}


def test_a_font_that_says_what_it_draws_is_read(tmp_path: Path) -> None:
    assert not unread(shown_in(tmp_path / "a.pdf", table_of(DRAWN)))


def test_a_font_that_says_others_is_not_read(tmp_path: Path) -> None:
    path = shown_in(tmp_path / "a.pdf", table_of(DRAWN[::-1]), pages=3)
    with pymupdf.open(path) as doc:
        assert DRAWN[::-1] in doc[0].get_text(), "the trap is not set"
    assert unread(path) == ["unread.letters"] * 3


def test_a_font_that_says_nothing_is_not_read(tmp_path: Path) -> None:
    path = shown_in(tmp_path / "a.pdf", None)
    with pymupdf.open(path) as doc:
        assert doc[0].get_text(flags=0).count("\ufffd") == len(DRAWN), "the trap is not set"
    assert unread(path) == ["unread.letters"]


@pytest.mark.parametrize("folded", [DRAWN.upper(), DRAWN.replace("e", "é")])
def test_letters_of_another_case_or_accent_are_the_same(folded: str, tmp_path: Path) -> None:
    assert not unread(shown_in(tmp_path / "a.pdf", table_of(folded)))
