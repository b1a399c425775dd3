"""What is read as text, selected by mouse: each format, and the hidden text of its own view."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from redactor.text.flow import Channel, Flow, Kind
from redactor.ui.flow_view import FlowView
from redactor.ui.main_window import MainWindow
from redactor.ui.text_feed import TextFeed
from redactor.ui.view_switch import View
from tests.formats.odf import torture as odf
from tests.formats.xlsx.test_xlsx import build as workbook
from tests.ui.driving import Driver
from tests.ui.test_flow_view import centre

WORD = "Carambole"


def _word(path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = f"Titre {WORD}"
    document.add_paragraph(f"Le dossier {WORD} est clos.")
    document.save(str(path))


def _text(path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "content.xml": odf.content(f"<text:p>Le dossier {WORD} est clos.</text:p>")
    }
    path.write_bytes(odf.package(parts, odf.TEXT_TYPE))


def _mail(path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "agent@exemple.fr", "Objet"
    message.set_content(f"Le dossier {WORD} est clos.\n")
    path.write_bytes(message.as_bytes())


def _source(path: Path) -> None:
    path.write_text(f"# dossier {WORD}\nx = 1\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "make", "word"),
    [
        ("note.docx", _word, WORD),
        ("note.odt", _text, WORD),
        ("tableau.xlsx", workbook, "resultat"),
        ("message.eml", _mail, WORD),
        ("calcul.py", _source, WORD),
    ],
)
def test_a_word_dragged_over_becomes_a_mention(
    driver: Driver, window: MainWindow, tmp_path: Path, name: str,
    make: Callable[[Path], object], word: str,
) -> None:  # fmt: skip
    make(tmp_path / name)
    driver.open(tmp_path / name)
    flow = next(
        f
        for f in window.desk.flows(window.desk.documents.rows[0].id)
        if word in f.text and window.pane.text._stack.place(f.id, 0)
    )
    assert word not in [item.mention.text for item in driver.items()]
    _drag(window.pane.text, flow, word)
    bar = window.pane.selecting.bar
    driver.until(bar.isVisible)
    bar._here.click()
    driver.until(lambda: word in [item.mention.text for item in driver.items()])


def test_hidden_text_has_its_own_view_and_is_selected_there(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    _word(tmp_path / "note.docx")
    driver.open(tmp_path / "note.docx")
    pane = window.pane
    flow = next(f for f in window.desk.flows("d1") if f.text == f"Titre {WORD}")
    assert flow.channel is Channel.METADATA
    assert pane.text._stack.place(flow.id, 0) is None
    pane.switch.buttons[View.HIDDEN].click()
    assert pane.view is pane.hidden
    _drag(pane.hidden, flow, WORD)
    driver.until(pane.selecting.bar.isVisible)
    pane.selecting.bar._here.click()
    driver.until(lambda: any(item.mention.span.flow == flow.id for item in driver.items()))
    pane.look_at(View.MAIN)
    item = next(item for item in driver.items() if item.mention.span.flow == flow.id)
    pane.go_to(item)
    assert pane.view is pane.hidden


def _drag(view: FlowView, flow: Flow, word: str) -> None:
    start = flow.text.index(word)
    place = view._stack.place(flow.id, start)
    assert place is not None
    view._settle(view._seen())
    first, last = centre(view, flow.id, start), centre(view, flow.id, start + len(word) - 1)
    left, port = Qt.MouseButton.LeftButton, view.viewport()
    QTest.mousePress(port, left, pos=_point(first))
    QTest.mouseMove(port, _point(QPointF((first.x() + last.x()) / 2, first.y())))
    QTest.mouseMove(port, _point(last))
    QTest.mouseRelease(port, left, pos=_point(last))


def _point(place: QPointF) -> QPoint:
    return QPoint(round(place.x()), round(place.y()))


def test_what_is_read_later_finds_its_place(qtbot: Driver) -> None:
    from redactor.ui.blocks import blocks_of

    view = FlowView()
    qtbot.addWidget(view)  # type: ignore[attr-defined]
    feed = TextFeed(view, blocks_of)
    feed.show([Flow("a", "Un"), Flow("f", "Note", Channel.FOOTNOTE)])
    feed.add([Flow("b", "Deux", kind=Kind.HEADING), Flow("h", "Mairie", Channel.HEADER)])
    feed.finish()
    shown = [block.pieces[0].flow for block in view._stack.blocks]
    assert shown == ["h", "a", "b", "f"]
