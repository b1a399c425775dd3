"""Decisions on a mention, and what the list shows of them, through the real window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from redactor.dossier.records import Verdict
from redactor.law.decisions import Decision
from redactor.text.flow import Span
from redactor.ui.commands import keyed_grounds
from redactor.ui.main_window import MainWindow
from redactor.ui.review import Item, Show
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver
from tests.ui.test_loop import act
from tests.ui.test_window import ELODIE


def shown_ids(window: MainWindow) -> set[str]:
    return {row.id for row in window.review.model.rows if isinstance(row, Item)}


# --- deciding -----------------------------------------------------------------------------


def test_each_of_the_nine_grounds_has_its_key(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    item = driver.item("elodie.treguier@courriel.example")
    assert len(keyed_grounds()) == 9
    for number, code in enumerate(keyed_grounds(), 1):
        window.review.go_to(item.id)
        window.review.list.setFocus()
        driver.press(str(number))
        assert window.desk.review.items[item.id].ground == code


def test_both_ends_of_a_mention_move_by_a_word(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    item = driver.item("Yann Cadiou")
    window.review.go_to(item.id)

    def after(action: str) -> str:
        act(window, action)
        return window.desk.review.items[item.id].mention.text

    assert after("shrink") == "Yann"
    assert after("grow") == "Yann Cadiou"
    assert after("shrink-start") == "Cadiou"
    assert after("grow-start") == "Yann Cadiou"
    assert after("grow").startswith("Yann Cadiou")


def test_a_mention_is_passed_and_reconsidered(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    act(window, "next")
    first = window.review.current
    act(window, "skip")
    assert window.review.current != first
    assert window.desk.review.items[first].undecided
    act(window, "previous")
    assert window.review.current == first
    act(window, "keep-all")
    assert window.desk.review.items[first].decision is Decision.KEEP
    window.review.go_to(first)
    act(window, "reconsider")
    assert window.desk.review.items[first].undecided


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("action", "field"), [("category", "_category"), ("ground", "_ground")])
def test_a_key_opens_the_choice_of_category_or_ground(
    driver: Driver, window: MainWindow, letter: Path, action: str, field: str
) -> None:
    driver.open(letter)
    window.review.go_to(driver.item(ELODIE).id)
    act(window, action)
    combo = getattr(window.review.detail, field)
    assert isinstance(combo, QComboBox)
    assert combo.hasFocus() or combo.view().hasFocus()
    combo.hidePopup()


def test_a_selection_is_added_here_or_everywhere(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    other = make_pdf(tmp_path / "note.pdf", [["Le goudron de la cour, puis le goudron du quai."]])
    driver.open(other, letter)
    window.showing.show("d1")
    canvas = window.pane.canvas
    driver.until(lambda: canvas.layout_of(1) is not None)
    flow = next(each for each in window.desk.flows("d1") if "goudron" in each.text)
    start = flow.text.index("goudron")

    def added() -> int:
        return sum(item.mention.text == "goudron" for item in driver.items())

    canvas.select(1, (Span(flow.id, start, start + 7),))
    act(window, "add")
    assert added() == 1
    canvas.select(1, (Span(flow.id, start, start + 7),))
    act(window, "add-all")
    driver.until(lambda: added() == 2)


# --- filters ------------------------------------------------------------------------------


def test_the_list_shows_what_is_to_be_seen_again_and_what_nobody_confirmed(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    places, items = window.desk.places, driver.items()
    flagged, returned, confirmed = (item.id for item in items[:3])
    places.flag("d1", "demander", mention=flagged)
    places.read([returned], Verdict.RETURNED, "nom public")
    places.read([confirmed], Verdict.CONFIRMED)
    window.review.filter.show_only(Show.MARKED)
    assert shown_ids(window) == {flagged, returned}
    window.review.filter.show_only(Show.UNREAD)
    assert shown_ids(window) == {item.id for item in items} - {confirmed}
    places.read([flagged], Verdict.CONFIRMED)
    assert flagged not in shown_ids(window), "the list follows the reading"


def test_what_the_filter_hides_is_reached_all_the_same(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    other = make_pdf(tmp_path / "autre.pdf", [["Monsieur Ewen Tanguy est venu."]])
    driver.open(letter, other)
    window.showing.show("d1")
    scope = window.review.filter._scope
    scope.setCurrentIndex(scope.findData(True))
    elsewhere = driver.item("Ewen Tanguy")
    assert elsewhere.id not in shown_ids(window)
    window.review.go_to(elsewhere.id)
    assert window.review.current == elsewhere.id
    assert window.shown == elsewhere.document
