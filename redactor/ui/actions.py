"""The window's actions: made from the list of commands, with their menus and their keys."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from redactor.ui.commands import Command, Section, commands, ground_keys, section_name
from redactor.ui.icons import icon
from redactor.ui.palette import Appearance, Theme


class Actions(QObject):
    """Every action by its command's name. Changeable keys would be given here."""

    ground_chosen = Signal(int)
    """The key of a ground, counted from 1."""
    appearance_chosen = Signal(object)
    """An `Appearance`."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands()
        self.by_name: dict[str, QAction] = {}
        self.menus = {
            section: window.menuBar().addMenu(section_name(section)) for section in Section
        }
        for command in self._commands:
            self._make(command)
        self.by_name["area"].setCheckable(True)
        for number, key in enumerate(ground_keys(), 1):
            action = QAction(self.tr("Motif {number}").format(number=number), self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, n=number: self.ground_chosen.emit(n))
            window.addAction(action)
        self.deciding = [
            command.name
            for command in self._commands
            if command.section is Section.DECIDE and command.name not in ("undo", "redo")
        ]
        """The commands whose letters are keys only where mentions are seen."""
        self._appearances = self._offer_appearances()
        self._recent = QMenu(self.tr("Dossiers &récents"), window)
        self.menus[Section.FILE].insertMenu(self.by_name["properties"], self._recent)

    def _make(self, command: Command) -> None:
        action = QAction(command.text, self._window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setToolTip(_tip(command.text, command.keys))
        if command.separated:
            self.menus[command.section].addSeparator()
        self.menus[command.section].addAction(action)
        self._window.addAction(action)
        self.by_name[command.name] = action

    def _offer_appearances(self) -> dict[Appearance, QAction]:
        menu = self.menus[Section.VIEW].addMenu(self.tr("A&pparence"))
        made = {}
        for choice, text in (
            (Appearance.SYSTEM, self.tr("Comme le bureau")),
            (Appearance.LIGHT, self.tr("Claire")),
            (Appearance.DARK, self.tr("Sombre")),
            (Appearance.CONTRAST, self.tr("Contraste élevé")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, c=choice: self.appearance_chosen.emit(c))
            made[choice] = action
        return made

    def offer_recent(self, fill: Callable[[QMenu], None], recent: Callable[[], list[Path]]) -> None:
        """Have the menu of recent dossiers filled when it is looked at."""
        fill(self._recent)
        self._recent.aboutToShow.connect(lambda: fill(self._recent))
        self.menus[Section.FILE].aboutToShow.connect(
            lambda: self._recent.setEnabled(bool(recent()))
        )

    def connect_all(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what each action does."""
        for name, handler in handlers.items():
            self.by_name[name].triggered.connect(_plain(handler))

    def enable(self, names: Iterable[str], on: bool) -> None:
        for name in names:
            self.by_name[name].setEnabled(on)

    def set_theme(self, theme: Theme, chosen: Appearance) -> None:
        for choice, action in self._appearances.items():
            action.setChecked(choice is chosen)
        for command in self._commands:
            if command.icon:
                drawn = icon(command.icon, theme.text, theme.hairline)
                self.by_name[command.name].setIcon(drawn)


def _plain(handler: Callable[[], object]) -> Callable[..., None]:
    """The handler without the « checked » that a signal gives."""

    def call(*_: object) -> None:
        handler()

    return call


def _tip(text: str, keys: tuple[str, ...]) -> str:
    plain = text.replace("&", "").rstrip("…")
    if not keys:
        return plain
    native = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain} ({native})"
