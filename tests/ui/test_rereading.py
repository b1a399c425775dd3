"""A scan whose own text layer is bad is read in its pixels: what was decided stays where its
text does."""

from pathlib import Path

import pymupdf
import pytest

from redactor.formats.ocr import data
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.text.flow import Channel, Flow
from redactor.ui.ask import Question
from redactor.ui.main_window import MainWindow
from tests.ui.driving import Driver

pytestmark = pytest.mark.skipif(data.folder() is None, reason="no character recognition here")

SAID, HEARD = "Madame Fatou Benali a payé le loyer.", "Madarne Fatcu 8enall a payé le loyer."


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A typed page, then a scan over which its scanner wrote other words than those it shows."""
    path = tmp_path / "scan.pdf"
    with pymupdf.open() as drawn, pymupdf.open() as document:
        drawn.new_page(height=200).insert_text((72, 90), SAID, fontsize=16)
        pixels = drawn[0].get_pixmap(dpi=200)
        document.new_page(height=200).insert_text((72, 90), "Monsieur Yann Cadiou, gardien.")
        page = document.new_page(height=200)
        page.insert_image(page.rect, pixmap=pixels)
        page.insert_text((72, 90), HEARD, fontsize=16, render_mode=3)
        document.save(path)
    return path


def flow_with(window: MainWindow, words: str) -> Flow:
    return next(flow for flow in window.desk.flows("d1") if words in flow.text)


def answer(driver: Driver, window: MainWindow, name: str = "read-scans") -> None:
    action = window.actions_by_name[name]
    driver.until(action.isEnabled)
    action.trigger()
    window.findChildren(Question)[-1].accept()


def test_a_bad_text_layer_gives_way_to_what_the_page_shows(
    driver: Driver, window: MainWindow, scan: Path
) -> None:
    driver.open(scan)
    before = flow_with(window, "Fatcu")
    kept = driver.item("Yann Cadiou")
    window.desk.decisions.decide([kept.id], Decision.KEEP)
    start = before.text.index("loyer")
    span = type(kept.mention.span)(before.id, start, start + 5)
    (lost,) = window.desk.search.add([("d1", span)], Category.CUSTOM)

    answer(driver, window)
    driver.settled()
    assert flow_with(window, "Benali").channel is Channel.OCR
    assert window.pane.shows is not None
    assert window.pane.shows.reading.ocr_again
    assert "Fatcu" not in "".join(flow.text for flow in window.desk.flows("d1"))
    assert "Fatou Benali" in {item.mention.text for item in driver.items()}
    assert driver.decision(kept) is Decision.KEEP
    assert lost not in window.desk.review.items
    assert "1 décision" in window.status.said

    answer(driver, window)
    driver.settled()
    assert flow_with(window, "Fatcu")
    assert driver.decision(kept) is Decision.KEEP


@pytest.fixture
def twice(tmp_path: Path, scan: Path) -> Path:
    """The same scan, twice in one file."""
    path = tmp_path / "deux.pdf"
    with pymupdf.open(scan) as one, pymupdf.open() as document:
        document.insert_pdf(one, from_page=1)
        document.insert_pdf(one, from_page=1)
        document.save(path)
    return path


def test_one_page_alone_is_read_in_its_pixels_and_back(
    driver: Driver, window: MainWindow, twice: Path
) -> None:
    driver.open(twice)
    window.showing.show_page("d1", 2)
    driver.until(lambda: window.pane.canvas.page == 2)

    def heard(page: int) -> str:
        return " ".join(flow.text for flow in window.desk.flows("d1") if flow.page == page)

    assert "Fatcu" in heard(1)
    assert "Fatcu" in heard(2)
    answer(driver, window, "read-page")
    driver.settled()
    assert "Fatcu" in heard(1)
    assert "Fatou" in heard(2)

    window.showing.show_page("d1", 2)
    driver.until(lambda: window.pane.canvas.page == 2)
    answer(driver, window, "read-page")
    driver.settled()
    assert "Fatcu" in heard(2)
