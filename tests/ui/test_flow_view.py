"""The laid-out view of a document without pages."""

from typing import Any

import pytest
from PySide6.QtCore import QPointF

from redactor.law.decisions import Decision
from redactor.text.flow import Cell, Channel, Flow, Kind, Span
from redactor.ui.blocks import blocks_of
from redactor.ui.flow_view import FlowView
from redactor.ui.page_item import Mark

FLOWS = [
    Flow("h", "Compte rendu", kind=Kind.HEADING, level=1),
    Flow("p", "Mme Élodie Tréguier 😀 demande réparation."),
    Flow("a", "Nom", kind=Kind.CELL, cell=Cell(0, 0, 0)),
    Flow("b", "Qualité", kind=Kind.CELL, cell=Cell(0, 0, 1)),
    *[Flow(f"x{i}", f"Paragraphe {i}. " * 20) for i in range(300)],
    Flow("m", "Yann Cadiou", Channel.METADATA, place="creator"),
]


@pytest.fixture
def view(qtbot: Any) -> FlowView:
    view = FlowView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show_blocks(list(blocks_of(FLOWS)))
    view.show()
    qtbot.waitExposed(view)
    return view


def centre(view: FlowView, flow: str, character: int) -> QPointF:
    """The middle of a character, in the viewport."""
    place = view._stack.place(flow, character)
    assert place is not None
    index, piece, offset = place
    (rect,) = view._stack.layout(index).rects(piece, offset, offset + 1)
    top = view._stack.top(index) + 18 - view.verticalScrollBar().value()
    return rect.center() + QPointF(view._sheet().left() + 48, top)


@pytest.mark.parametrize(("flow", "character"), [("p", 0), ("p", 10), ("p", 25), ("b", 3)])
def test_a_place_on_screen_leads_back_to_its_character(
    view: FlowView, flow: str, character: int
) -> None:
    place = view._at(centre(view, flow, character))
    assert place is not None
    piece = view._stack.blocks[place[0]].pieces[place[1]]
    assert (piece.flow, piece.start + place[2]) == (flow, character)


def test_a_mention_far_below_is_brought_into_view(view: FlowView) -> None:
    assert view.verticalScrollBar().value() == 0
    view.set_current("m1", Span("m", 0, 4))
    y = centre(view, "m", 0).y()
    assert 0 < y < view.viewport().height()


def test_a_mention_answers_where_it_stands(view: FlowView) -> None:
    mark = Mark("m1", (), Decision.REVIEW)
    view.set_marks(lambda flow: [(Span("p", 4, 19), mark)] if flow == "p" else [])
    assert view._mark_at(centre(view, "p", 6)) == "m1"
    assert view._mark_at(centre(view, "p", 24)) == ""


def test_a_selection_over_blocks_gives_one_span_a_flow(view: FlowView) -> None:
    first, last = view._stack.place("h", 3), view._stack.place("p", 2)
    assert first
    assert last
    assert view._stack.spans(last, first) == (Span("h", 3, 12), Span("p", 0, 3))


NOTED = [
    Flow("p", "Mme Élodie Tréguier demande réparation."),
    Flow("q", "Le dossier est complet."),
    Flow("c", "À vérifier auprès du service", Channel.COMMENT, beside="p"),
    Flow("d", "Un second avis", Channel.COMMENT, beside="p"),
]


@pytest.mark.parametrize(("flow", "character"), [("c", 0), ("c", 12), ("d", 5), ("q", 3)])
def test_a_comment_in_the_margin_answers_to_the_mouse(
    view: FlowView, flow: str, character: int
) -> None:
    view.show_blocks(list(blocks_of(NOTED)))
    view._settle(view._seen())
    place = view._at(centre(view, flow, character))
    assert place is not None
    assert view._stack.blocks[place[0]].pieces[place[1]].flow == flow
    assert place[2] == character


def test_a_selection_over_paragraphs_leaves_the_margin_out(view: FlowView) -> None:
    view.show_blocks(list(blocks_of(NOTED)))
    first, last = view._stack.place("p", 0), view._stack.place("q", 1)
    assert first
    assert last
    assert {span.flow for span in view._stack.spans(first, last)} == {"p", "q"}
    note = view._stack.place("c", 3)
    assert note
    assert view._stack.spans(note, note) == (Span("c", 3, 4),)


def test_the_same_document_shown_again_stays_where_it_was(view: FlowView) -> None:
    view.set_current("m", Span("x150", 0, 4))
    before = centre(view, "x150", 0).y()
    header = Flow("e", "Mairie de Saint-Aubin", Channel.HEADER)
    view.select(Span("x150", 2, 9))
    view.begin_again()
    view.prepare_blocks(list(blocks_of([header, *FLOWS])))
    view.place_again()
    view._settle(view._seen())
    assert centre(view, "x150", 0).y() == pytest.approx(before, abs=60)
    assert view._selection
    assert view._stack.spans(*view._selection) == (Span("x150", 2, 9),)
