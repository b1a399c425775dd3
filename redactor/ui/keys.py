"""The keys of the commands: the program's own, or those that a person chose."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QKeySequence

from redactor.ui.commands import Command, commands, ground_commands

_GROUP = "keys"
# Sentences promise that Ctrl+Z takes a step back.
FIXED = frozenset({"undo"})


class Keys(QObject):
    """Which keys each command has. A key belongs to one command alone."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.commands: Sequence[Command] = (*commands(), *ground_commands())
        self._own = {command.name: command.keys for command in self.commands}
        self._chosen = self._read()

    def _read(self) -> dict[str, tuple[str, ...]]:
        chosen = {}
        for name in self._own:
            value = self._settings.value(f"{_GROUP}/{name}")
            if isinstance(value, str) and name not in FIXED:
                chosen[name] = tuple(value.split())
        return chosen

    def of(self, name: str) -> tuple[str, ...]:
        """The keys of a command."""
        return self._chosen.get(name, self._own[name])

    def every(self) -> Mapping[str, tuple[str, ...]]:
        return {name: self.of(name) for name in self._own}

    def is_own(self, name: str) -> bool:
        """Whether a command has the keys that the program gives it."""
        return self.of(name) == self._own[name]

    def owner(self, key: str) -> str:
        """The command that has a key; empty for none."""
        wanted = QKeySequence(key)
        for name in self._own:
            if any(QKeySequence(each) == wanted for each in self.of(name)):
                return name
        return ""

    def give(self, name: str, key: str) -> None:
        """Make a key the only one of a command, and take it from the one that had it."""
        before = self.owner(key)
        if before in FIXED or name in FIXED:
            return
        if before and before != name:
            rest = [k for k in self.of(before) if QKeySequence(k) != QKeySequence(key)]
            self._set(before, tuple(rest))
        self._set(name, (key,) if key else ())
        self.changed.emit()

    def restore(self, name: str) -> None:
        """Give a command the program's keys again, and take them from those that had them."""
        for key in self._own[name]:
            self.give(name, key)
        self._set(name, self._own[name])
        self.changed.emit()

    def restore_all(self) -> None:
        self._chosen.clear()
        self._settings.remove(_GROUP)
        self.changed.emit()

    def _set(self, name: str, keys: tuple[str, ...]) -> None:
        if keys == self._own[name]:
            self._chosen.pop(name, None)
            self._settings.remove(f"{_GROUP}/{name}")
        else:
            self._chosen[name] = keys
            self._settings.setValue(f"{_GROUP}/{name}", " ".join(keys))


def spelled(keys: Sequence[str]) -> str:
    """Keys as the system writes them: « N, S »."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)
