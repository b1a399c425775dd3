"""Pages that are shown turned: places are those of the page as displayed."""

from pathlib import Path

import pymupdf
import pytest

from redactor.check.finding import Finding, Kind
from redactor.check.inspection import check

from .case import NAME, SENTENCE

FOOT = "Fin de la page, au pied de la feuille."


def turned(path: Path, rotation: int, *, hidden: bool) -> tuple[float, ...]:
    """A page turned by `rotation` degrees, its foot beyond the width that it is shown with; the
    box of the name as displayed."""
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        page.insert_text((72, 100), SENTENCE)
        page.insert_text((72, 800), FOOT)
        box = page.search_for(NAME)[0]
        if hidden:
            page.draw_rect(box, color=None, fill=(0, 0, 0))
        page.set_rotation(rotation)
        place = tuple(box * page.rotation_matrix)
        document.save(path)
    return place


def of_pages(path: Path) -> list[Finding]:
    kinds = (Kind.COVERED_TEXT, Kind.OFF_PAGE_TEXT, Kind.HIDDEN_TEXT)
    return [finding for finding in check(path).findings if finding.kind in kinds]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_covered_name_is_found_where_it_is_shown(tmp_path: Path, rotation: int) -> None:
    place = turned(tmp_path / "a.pdf", rotation, hidden=True)
    (found,) = of_pages(tmp_path / "a.pdf")
    assert found.text == NAME
    assert found.box == pytest.approx(place, abs=6)


@pytest.mark.parametrize("rotation", [90, 270])
def test_the_foot_of_a_turned_page_is_not_off_the_page(tmp_path: Path, rotation: int) -> None:
    """The engine lists a turned page's texts as if it stood upright: 7 of 15 findings of text
    off the page, over 213 real files, were that."""
    turned(tmp_path / "a.pdf", rotation, hidden=False)
    with pymupdf.open(tmp_path / "a.pdf") as document:
        assert document[0].get_texttrace()[-1]["bbox"][3] > document[0].rect.height
    assert of_pages(tmp_path / "a.pdf") == []


def test_an_upright_twin_says_nothing(tmp_path: Path) -> None:
    turned(tmp_path / "a.pdf", 0, hidden=False)
    assert of_pages(tmp_path / "a.pdf") == []
