"""What a page shows beside its text is suggested; its text, its rules and its logos are not."""

from pathlib import Path

import pymupdf
import pytest

from redactor.formats.base import Box, ReadOptions, SuggestedArea, Suggests
from redactor.formats.pdf import ADAPTER
from tests.formats.ocr.scanned import LETTER, Spoil, scan
from tests.formats.sight.pages import letter, save


def suggested(path: Path, page: int = 1) -> list[SuggestedArea]:
    with ADAPTER.open(path, None, ReadOptions()) as source:
        assert isinstance(source, Suggests)
        return list(source.suggested(page))


def covers(by: Box, thing: Box) -> bool:
    wide = min(by[2], thing[2]) - max(by[0], thing[0])
    tall = min(by[3], thing[3]) - max(by[1], thing[1])
    area = (thing[2] - thing[0]) * (thing[3] - thing[1])
    return wide > 0 and tall > 0 and wide * tall > 0.8 * area


@pytest.mark.parametrize("way", ["png", "jpeg", "vector", "scan", "scan-bw"])
def test_a_signature_is_found_however_it_is_drawn(way: str, tmp_path: Path) -> None:
    page = letter(0, ("handwritten_signature",), way)
    (found,) = suggested(save(tmp_path / "a.pdf", page))
    ((_, box),) = page.things
    assert found.kind == "handwritten_signature"
    assert covers(found.box, box)


@pytest.mark.parametrize(
    "kind", ["stamp", "photograph", "qr_code", "data_matrix", "machine_readable_zone"]
)
def test_a_thing_is_found_where_it_is(kind: str, tmp_path: Path) -> None:
    page = letter(5, (kind,))
    (found,) = suggested(save(tmp_path / "a.pdf", page))
    ((_, box),) = page.things
    assert found.kind == kind
    assert covers(found.box, box)


def test_a_black_stamp_that_touches_words_is_no_signature(tmp_path: Path) -> None:
    """The trap: its rim and the line above are one piece of ink, as thin as a hand's."""
    page = letter(2, ("stamp",), "scan-bw")
    (found,) = suggested(save(tmp_path / "a.pdf", page))
    assert found.kind == "stamp"
    ((_, box),) = page.things
    assert covers(found.box, box)


def test_words_of_a_signature_block_are_said(tmp_path: Path) -> None:
    page = letter(0, ("handwritten_signature",))
    (found,) = suggested(save(tmp_path / "a.pdf", page))
    assert "près de" in found.why


def test_a_letter_and_its_scan_suggest_nothing(tmp_path: Path) -> None:
    for way in ("png", "scan", "scan-bw"):
        assert suggested(save(tmp_path / "a.pdf", letter(3, (), way))) == []
    for spoil in (Spoil(), Spoil(skew=2), Spoil(noise=20), Spoil(dpi=100, blur=1)):
        assert suggested(scan(tmp_path / "s.pdf", (LETTER,), spoil)) == []


def test_a_table_its_chart_and_a_flat_logo_suggest_nothing(tmp_path: Path) -> None:
    with pymupdf.open() as doc:
        page = doc.new_page()
        for row in range(8):
            for column in range(5):
                box = pymupdf.Rect(
                    60 + 90 * column, 80 + 20 * row, 150 + 90 * column, 100 + 20 * row
                )
                page.draw_rect(box, color=(0.2, 0.2, 0.2))
                page.insert_text((box.x0 + 4, box.y1 - 6), f"{row * 12.5:.1f}", fontsize=9)
        for number in range(6):
            page.draw_rect(
                (80 + 40 * number, 400 - 20 * number, 105 + 40 * number, 420), fill=(0.2, 0.4, 0.8)
            )
        page.draw_circle((480, 60), 28, color=None, fill=(0.1, 0.3, 0.6))
        page.draw_circle((480, 60), 14, color=None, fill=(1, 0.8, 0.1))
        doc.save(tmp_path / "a.pdf")
    assert suggested(tmp_path / "a.pdf") == []


def test_a_page_of_mere_text_is_not_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from redactor.formats.pdf import suggest

    with pymupdf.open() as doc:
        doc.new_page().insert_text((72, 72), "Le directeur, Anatole Kerguélen")
        doc.save(tmp_path / "a.pdf")
    monkeypatch.delattr(suggest, "_draw")
    assert suggested(tmp_path / "a.pdf") == []
