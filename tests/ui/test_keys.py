"""The keys: shown, changed, taken from one command by another, and kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from redactor.law.decisions import Decision
from redactor.ui.keys import Keys
from redactor.ui.keys_dialog import KeysDialog, KeysEditor
from redactor.ui.main_window import MainWindow
from tests.ui.driving import Driver


@pytest.fixture
def keys(window: MainWindow) -> Iterator[Keys]:
    yield window.keys
    window.keys.restore_all()


def texts(dialog: KeysDialog) -> set[str]:
    return {label.text() for label in dialog.findChildren(QLabel)}


def test_the_help_shows_the_keys_as_they_are_now(
    driver: Driver, window: MainWindow, keys: Keys
) -> None:
    driver.press("?")
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert "O" in texts(dialog)
    keys.give("occult", "K")
    assert "K" in texts(dialog)
    dialog.reject()


def test_a_key_that_was_changed_does_what_it_says(
    driver: Driver, window: MainWindow, keys: Keys, letter: object
) -> None:
    driver.open(letter)  # type: ignore[arg-type]
    editor = KeysEditor(keys, window)
    editor.choose("keep")
    editor.edit.setKeySequence(QKeySequence("K"))
    editor.give.click()
    editor.reject()
    driver.press(Qt.Key.Key_F6)
    driver.press("n")
    item = window.desk.review.items[window.review.current]
    driver.press("c")
    assert driver.decision(item) is Decision.REVIEW
    driver.press("k")
    assert driver.decision(item) is Decision.KEEP
    assert "(K)" in window.review.detail._buttons[Decision.KEEP, False].toolTip()


def test_a_key_that_is_taken_is_said_before_it_changes_hands(
    window: MainWindow, keys: Keys
) -> None:
    editor = KeysEditor(keys, window)
    editor.choose("keep")
    editor.edit.setKeySequence(QKeySequence("O"))
    assert "Occulter" in editor.said.text()
    assert keys.of("occult") == ("O",)
    editor.give.click()
    assert (keys.of("keep"), keys.of("occult")) == (("O",), ())
    editor.restore_all.click()
    assert (keys.of("keep"), keys.of("occult")) == (("C",), ("O",))
    editor.reject()


def test_undo_keeps_its_key(window: MainWindow, keys: Keys) -> None:
    editor = KeysEditor(keys, window)
    editor.choose("keep")
    editor.edit.setKeySequence(QKeySequence("Ctrl+Z"))
    assert not editor.give.isEnabled()
    keys.give("keep", "Ctrl+Z")
    assert keys.of("undo") == ("Ctrl+Z",)
    editor.reject()


def test_changed_keys_are_there_the_next_time(
    window: MainWindow, keys: Keys, settings: QSettings
) -> None:
    keys.give("keep", "K")
    keys.give("skip", "")
    again = Keys(settings)
    assert (again.of("keep"), again.of("skip"), again.of("occult")) == (("K",), (), ("O",))
