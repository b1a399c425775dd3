"""Pages as an office suite makes them: the same words are found in both readings."""

import shutil
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text.flow import Flow, Span
from redactor.ui.main_window import MainWindow
from redactor.ui.matching import Reading, matched
from redactor.ui.view_switch import View
from tests.ui.driving import Driver

OWN = [
    Flow("a", "M. Yann Cadiou, adjoint, préside."),
    Flow("b", "Mme Tréguier répond à M. Yann Cadiou, voisin."),
]
PAGES = [
    Flow("p1", "Mairie — page 1", page=1),
    Flow("p2", "M. Yann Ca-\ndiou, adjoint, préside. Mme Tré", page=1),
    Flow("p3", "guier répond à M. Yann\nCadiou, voisin.", page=2),
]


def said(flows: list[Flow], spans: tuple[Span, ...]) -> list[str]:
    texts = {flow.id: flow.text for flow in flows}
    return [texts[span.flow][span.start : span.end] for span in spans]


def test_a_word_cut_by_a_hyphen_or_a_page_is_the_same_word() -> None:
    own, pages = Reading(OWN), Reading(PAGES)
    assert said(PAGES, matched(Span("a", 8, 14), own, pages)) == ["Ca-\ndiou"]
    assert said(PAGES, matched(Span("b", 4, 12), own, pages)) == ["Tré", "guier"]


def test_what_stands_around_tells_one_occurrence_from_another() -> None:
    own, pages = Reading(OWN), Reading(PAGES)
    assert matched(Span("p3", 18, 29), pages, own) == (Span("b", 25, 36),)
    assert matched(Span("p2", 3, 15), pages, own)[0].flow == "a"


@given(st.lists(st.text("ab é-\n1", min_size=1, max_size=12), min_size=1, max_size=5), st.data())
def test_a_reading_finds_its_own_words(texts: list[str], data: st.DataObject) -> None:
    flows = [Flow(str(number), text) for number, text in enumerate(texts)]
    reading = Reading(flows)
    flow = data.draw(st.sampled_from(flows))
    start = data.draw(st.integers(0, len(flow.text) - 1))
    end = data.draw(st.integers(start + 1, len(flow.text)))
    words = "".join(c for c in flow.text[start:end] if c.isalnum())
    found = "".join(said(flows, matched(Span(flow.id, start, end), reading, reading)))
    assert "".join(c for c in found if c.isalnum()) == words


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="no office suite here")
def test_a_word_file_is_shown_in_pages_and_selected_there(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "note.docx"
    document = docx.Document()
    for number in range(60):
        document.add_paragraph(f"Paragraphe {number} : Mme Élodie Tréguier demande réparation.")
    document.save(str(path))
    driver.open(path)
    pane = window.pane
    pane.switch.buttons[View.LAID_OUT].click()
    driver.until(lambda: pane.view is pane.laid and pane.laid.layout_of(1) is not None)
    assert pane.laid.page_count >= 2
    flow, boxes = next(iter(pane.laid.layout_of(1).flows.items()))  # type: ignore[union-attr]
    pane.laid.select(1, (Span(flow, 0, len(boxes)),))
    assert pane.selecting.spans
    assert pane.selecting.text_of(pane.selecting.spans).startswith("Paragraphe 0")
    mention = driver.items()[1].mention
    assert pane._laid_out.places(mention.span)
    driver.until(lambda: pane.laid._boxes_of(1, mention.id))
