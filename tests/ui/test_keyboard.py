"""A whole review by keyboard alone: from the files to the copies, no pointer, no call."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from redactor.dossier.records import Verdict
from redactor.law.decisions import Decision
from redactor.ui.ask import Question
from redactor.ui.commands import commands, ground_commands
from redactor.ui.dossier_dialog import DossierDialog
from redactor.ui.export_dialog import ExportDialog
from redactor.ui.keys_dialog import KeysDialog
from redactor.ui.main_window import MainWindow
from redactor.ui.search_dialog import SearchDialog
from tests.ui.driving import Driver
from tests.ui.test_window import ELODIE, text_of


class Hands:
    """Keys, and nothing else."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.window = driver.window

    def on(self, widget: QWidget, key: Qt.Key | str, **modifiers: bool) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for name, modifier in (
            ("shift", Qt.KeyboardModifier.ShiftModifier),
            ("ctrl", Qt.KeyboardModifier.ControlModifier),
            ("alt", Qt.KeyboardModifier.AltModifier),
        ):
            if modifiers.get(name):
                held |= modifier
        QTest.keyClick(widget, key, held)  # type: ignore[arg-type]

    def press(self, key: Qt.Key | str, **modifiers: bool) -> None:
        self.on(self.window.focusWidget() or self.window, key, **modifiers)

    def dialog(self, kind: type[Any]) -> Any:
        def shown() -> list[Any]:
            return [each for each in self.window.findChildren(kind) if each.isVisible()]

        self._driver.until(shown)
        return shown()[-1]

    def answer(self, dialog: QWidget) -> None:
        self.on(dialog, Qt.Key.Key_Return)
        QApplication.processEvents()

    def go_to(self, text: str) -> None:
        """Down the list until the current mention has these words."""
        self.press(Qt.Key.Key_F6)
        self.press(Qt.Key.Key_Home)
        for _ in range(60):
            item = self.window.desk.review.items.get(self.window.review.current)
            if item is not None and item.mention.text == text:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(text)


@pytest.fixture
def hands(driver: Driver) -> Hands:
    return Hands(driver)


def test_a_whole_review_by_keyboard_alone(
    driver: Driver, window: MainWindow, hands: Hands, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    review = window.review
    # Help, and back.
    hands.press("?")
    hands.on(hands.dialog(KeysDialog), Qt.Key.Key_Escape)
    # One name everywhere, its ground, a note for later.
    hands.go_to(ELODIE)
    hands.press("o", shift=True)
    assert {i.decision for i in driver.items() if i.mention.text == ELODIE} == {Decision.OCCULT}
    hands.go_to(ELODIE)
    hands.press("2")
    assert window.desk.review.items[review.current].ground == "L.311-6 2°"
    hands.press("f")
    question = hands.dialog(Question)
    QTest.keyClicks(question.findChild(QPlainTextEdit), "x")
    hands.on(question.action, Qt.Key.Key_Space)
    assert len(window.desk.places.flags()) == 1
    hands.press("f")
    assert not window.desk.places.flags()
    # A longer span, and back; one occurrence that differs from its entity.
    hands.go_to("Yann Cadiou")
    mention = review.current
    hands.press(Qt.Key.Key_Left, alt=True)
    assert window.desk.review.items[mention].mention.text == "Yann"
    hands.press("z", ctrl=True)
    assert window.desk.review.items[mention].mention.text == "Yann Cadiou"
    hands.go_to("Yann Cadiou")
    hands.press("c")
    assert window.desk.review.items[mention].decision is Decision.KEEP
    # A word that nobody proposed.
    hands.press("f", ctrl=True, shift=True)
    search = hands.dialog(SearchDialog)
    QTest.keyClicks(search.text, "plainte")
    hands.on(search.text, Qt.Key.Key_Return)
    driver.until(lambda: search.hits.hits)
    hands.on(search, "o", alt=True)
    driver.until(lambda: any(item.mention.text == "plainte" for item in driver.items()))
    hands.on(search, Qt.Key.Key_Escape)
    # What is left, one after the other; the pages seen.
    for _ in range(20):
        hands.press(Qt.Key.Key_F6)
        hands.press("n")
        item = window.desk.review.items.get(review.current)
        if item is None or not item.undecided:
            break
        hands.press("o")
    assert window.desk.review.undecided() == 0
    window.activateWindow()
    hands.press("g")

    def all_seen() -> bool:
        hands.press("g")
        return window.desk.documents.rows[0].unseen == 0

    driver.until(all_seen)
    # Grounds where the gate asks for them, then the copies.
    out = tmp_path / "sortie"
    for _ in range(12):
        hands.press("e", ctrl=True)
        dialog = hands.dialog(ExportDialog)
        if not dialog.gate.buttons:
            break
        button = next(iter(dialog.gate.buttons.values()))
        hands.on(button, Qt.Key.Key_Space)
        driver.until(dialog.isHidden)
        hands.press("1" if window.desk.review.items.get(review.current) else "g")
    else:
        raise AssertionError([hold.reason for hold in dialog.gate.buttons])
    dialog.folder.selectAll()
    QTest.keyClicks(dialog.folder, str(out))
    hands.on(dialog.export, Qt.Key.Key_Space)
    driver.until(lambda: (out / "manifest.json").exists() and not window.releasing.busy)
    redacted = text_of(out / "communicable" / "lettre.pdf")
    assert "Tréguier" not in redacted
    assert "plainte" not in redacted
    assert "Yann Cadiou" in redacted


def test_the_second_reader_works_by_keyboard(
    driver: Driver, window: MainWindow, hands: Hands, letter: Path
) -> None:
    driver.open(letter)
    hands.go_to(ELODIE)
    hands.press("o")
    hands.go_to(ELODIE)
    first = window.review.current
    hands.press("v")
    assert window.desk.places.readings()[first].verdict is Verdict.CONFIRMED
    hands.go_to("Yann Cadiou")
    review = window.review.current
    hands.press("r")
    question = hands.dialog(Question)
    QTest.keyClicks(question.findChild(QLineEdit), "encore")
    hands.answer(question)
    assert window.desk.places.readings()[review].verdict is Verdict.RETURNED


def test_the_request_is_described_by_keyboard(
    driver: Driver, window: MainWindow, hands: Hands
) -> None:
    hands.press("n", ctrl=True)
    dialog = hands.dialog(DossierDialog)
    QTest.keyClicks(dialog.title, "Sinistre")
    hands.on(dialog.title, Qt.Key.Key_Return)
    driver.until(lambda: window.desk.dossier is not None)
    assert window.desk.dossier is not None
    assert window.desk.dossier.info.title == "Sinistre"


def test_every_command_can_be_reached_by_a_key_or_a_menu(window: MainWindow) -> None:
    in_menus = {id(action) for menu in window.act.menus.values() for action in menu.actions()}
    for command in (*commands(), *ground_commands()):
        action = window.actions_by_name[command.name]
        assert action.shortcuts() or id(action) in in_menus, command.name
