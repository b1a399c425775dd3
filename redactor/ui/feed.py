"""Work done in the window's own thread, a few milliseconds at a time."""

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

# Seconds of work between two looks at the keyboard.
SLICE = 0.005


class Feed(QObject):
    """Runs steps in the order in which they came, and lets events through between them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._run)

    def add(self, *steps: Callable[[], None]) -> None:
        """Add steps; each should take a few milliseconds at most."""
        self._steps.extend(steps)
        self._timer.start()

    def first(self, steps: Iterable[Callable[[], None]]) -> None:
        """Add steps before those that wait: what a step that is running breaks into."""
        self._steps.extendleft(reversed(list(steps)))
        self._timer.start()

    def clear(self) -> None:
        self._steps.clear()

    @property
    def idle(self) -> bool:
        return not self._steps

    def _run(self) -> None:
        until = perf_counter() + SLICE
        while self._steps:
            self._steps.popleft()()
            if perf_counter() >= until:
                return
        self._timer.stop()
