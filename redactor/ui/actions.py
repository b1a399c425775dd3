"""The window's actions: made from the list of commands, with their menus and their keys."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from redactor.ui.commands import Command, Section, section_name
from redactor.ui.icons import icon
from redactor.ui.keys import Keys, spelled
from redactor.ui.palette import Appearance, Theme
from redactor.ui.translation import language


class Actions(QObject):
    """Every action by its command's name, with the keys that it has now."""

    ground_chosen = Signal(int)
    """The key of a ground, counted from 1."""
    appearance_chosen = Signal(object)
    """An `Appearance`."""
    language_chosen = Signal(str)
    """The code of a language, for the next start."""

    def __init__(self, window: QMainWindow, keys: Keys) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._commands = keys.commands
        self.by_name: dict[str, QAction] = {}
        self.menus: dict[Section, QMenu] = {
            section: window.menuBar().addMenu(section_name(section))
            for section in Section
            if section is not Section.GROUND
        }
        for command in self._commands:
            self._make(command)
        self.by_name["area"].setCheckable(True)
        grounds = [each.name for each in self._commands if each.section is Section.GROUND]
        for number, name in enumerate(grounds, 1):
            self.by_name[name].triggered.connect(
                lambda _=False, n=number: self.ground_chosen.emit(n)
            )
        self.deciding = [
            command.name
            for command in self._commands
            if command.section in (Section.DECIDE, Section.GROUND)
            and command.name not in ("undo", "redo")
        ]
        """The commands whose letters are keys only where mentions are seen."""
        self.moving = [
            command.name
            for command in self._commands
            if command.section is Section.MOVE
            and command.name not in ("next-page", "previous-page")
        ]
        """The commands that go from one mention, document or part of the review to another."""
        self._appearances = self._offer_appearances()
        self._offer_languages()
        self._recent = QMenu(self.tr("Dossiers &récents"), window)
        self.menus[Section.FILE].insertMenu(self.by_name["properties"], self._recent)
        keys.changed.connect(self._give_keys)
        self._give_keys()

    def _make(self, command: Command) -> None:
        action = QAction(command.text, self._window)
        menu = self.menus.get(command.section)
        if menu is not None:
            if command.separated:
                menu.addSeparator()
            menu.addAction(action)
        self._window.addAction(action)
        self.by_name[command.name] = action

    def _give_keys(self) -> None:
        for command in self._commands:
            keys, action = self._keys.of(command.name), self.by_name[command.name]
            action.setShortcuts([QKeySequence(key) for key in keys])
            plain = command.text.replace("&", "").rstrip("…")
            action.setToolTip(f"{plain} ({spelled(keys[:1])})" if keys else plain)

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

    def _offer_languages(self) -> None:
        menu = self.menus[Section.VIEW].addMenu(self.tr("Lan&gue"))
        together = QActionGroup(menu)
        # Each in its own words: one looks for them in a window that one cannot read.
        for code, text in (("fr", "Français"), ("en", "English")):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(code == language())
            action.triggered.connect(lambda _=False, c=code: self.language_chosen.emit(c))
            together.addAction(action)

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
                drawn = icon(command.icon, theme.text, theme.faded)
                self.by_name[command.name].setIcon(drawn)


def _plain(handler: Callable[[], object]) -> Callable[..., None]:
    """The handler without the « checked » that a signal gives."""

    def call(*_: object) -> None:
        handler()

    return call
