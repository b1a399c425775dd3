"""What goes out, a release or its package, made in a process of its own that can be cancelled."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from redactor.jobs.process import Limits, Service
from redactor.ui.workers import Calls, Job

# Seconds of silence after which it is given up: long documents report seldom.
SILENCE = 900.0


class Making(QObject):
    """One thing at a time; it appears whole or not at all."""

    progressed = Signal(float, str)
    finished = Signal(object)
    """What was made."""
    failed = Signal(object)
    """A `Problem`."""
    cancelled = Signal()

    def __init__(self, service: Service, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job = Job(service, self, Limits(seconds=SILENCE))
        self._task = 0

    @property
    def busy(self) -> bool:
        return self._task != 0

    def make(self, request: Callable[[], object]) -> None:
        """Begin what is asked for. `request` is called in a thread."""
        calls = Calls(
            progress=self.progressed.emit,
            done=self._done,
            failed=self._failed,
            cancelled=self._cancelled,
        )
        self._task = self.job.ask_apart(request, calls)

    def cancel(self) -> None:
        """Stop. The process is ended."""
        if self._task:
            self.job.drop(self._task)
            self.job.kill()
            self._cancelled()

    def close(self) -> None:
        self.job.close()

    def _done(self, made: Any) -> None:
        self._task = 0
        self.finished.emit(made)

    def _failed(self, problem: object) -> None:
        self._task = 0
        self.failed.emit(problem)

    def _cancelled(self) -> None:
        self._task = 0
        self.cancelled.emit()
