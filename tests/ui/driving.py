"""What a person does at the window, for tests and screenshots."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from redactor.law.decisions import Decision
from redactor.ui.main_window import MainWindow
from redactor.ui.review import Item

LONG = 60_000


class Driver:
    """Opens, waits, presses keys."""

    def __init__(self, window: MainWindow, qtbot: Any) -> None:
        self.window = window
        self._qtbot = qtbot

    def open(self, *paths: Path) -> None:
        """Open files and wait until they are read and listed."""
        self.window.open_paths(list(paths))
        self.settled()

    def settled(self) -> None:
        """Until nothing is being read, linked or listed, and what can be done is told."""
        self.until(lambda: not self.window.desk.busy and not self.window.available.waiting)

    def until(self, met: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(met()), timeout=LONG)

    def items(self) -> list[Item]:
        """Every mention, in reading order."""
        return sorted(self.window.desk.review.items.values(), key=lambda item: item.order)

    def item(self, text: str) -> Item:
        """The first mention of these words."""
        return next(item for item in self.items() if item.mention.text == text)

    def decision(self, item: Item) -> Decision:
        return self.window.desk.review.items[item.id].decision

    def press(self, key: Qt.Key | str, *, shift: bool = False, ctrl: bool = False) -> None:
        """A key on whatever has the focus."""
        modifiers = Qt.KeyboardModifier.NoModifier
        if shift:
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        if ctrl:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        target: QWidget = self.window.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers)  # type: ignore[arg-type]

    def press_on(self, widget: QWidget, key: Qt.Key | str) -> None:
        """A key on a widget, whatever has the focus."""
        QTest.keyClick(widget, key)  # type: ignore[arg-type]
