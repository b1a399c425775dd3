"""Pure Python work in a thread: linking entities, searching flows.

Such work gives the interpreter's lock back every few milliseconds, unlike a model or a parser,
which run in processes of their own.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal


class Background(QObject):
    """Runs functions apart and gives their results back in the window's thread."""

    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._done.connect(_call, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run `work` apart, then `then` with what it gave. `work` must touch nothing shared."""
        self._pool.start(_Run(work, then, self._done.emit))

    def finish(self) -> None:
        """Until what was asked for is done."""
        self._pool.waitForDone()

    def wait(self) -> None:
        """Until nothing runs any more."""
        self._pool.clear()
        self._pool.waitForDone()


class _Run(QRunnable):
    def __init__(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        emit: Callable[[object, object], None],
    ) -> None:
        super().__init__()
        self._work, self._then, self._emit = work, then, emit

    def run(self) -> None:
        self._emit(self._then, self._work())


def _call(then: Callable[[Any], None], result: Any) -> None:
    then(result)
