"""The package of a release, made in a process of its own that can be cancelled."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from redactor.jobs.package import Pack
from redactor.jobs.package import service as package_service
from redactor.jobs.process import Limits
from redactor.release.account import Case
from redactor.ui.releasing import SILENCE
from redactor.ui.workers import Calls, Job


class Packing(QObject):
    """One package at a time."""

    progressed = Signal(float, str)
    finished = Signal(object)
    """A `Packaged`."""
    failed = Signal(object)
    """A `Problem`."""
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = Job(package_service, self, Limits(seconds=SILENCE))
        self._task = 0

    @property
    def busy(self) -> bool:
        return self._task != 0

    def start(self, release: Path, folder: Path, case: Case, password: str) -> None:
        """Begin the package of the release in a folder."""
        calls = Calls(
            progress=self.progressed.emit,
            done=lambda packaged: self._end(self.finished, packaged),
            failed=lambda problem: self._end(self.failed, problem),
        )
        self._task = self._job.ask(Pack(release, folder, case, password), calls)

    def cancel(self) -> None:
        """Stop. The process is ended: a package appears whole or not at all."""
        if self._task:
            self._job.drop(self._task)
            self._job.kill()
            self._task = 0
            self.cancelled.emit()

    def close(self) -> None:
        self._job.close()

    def _end(self, told: object, value: object) -> None:
        self._task = 0
        told.emit(value)  # type: ignore[attr-defined]
