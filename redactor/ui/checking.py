"""Received files on their way through the checker, one after the other, then all together."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from redactor.check.finding import Finding, Kind, Report, Severity
from redactor.formats.registry import suffixes
from redactor.jobs.check import Across, Check
from redactor.jobs.check import service as check_service
from redactor.problem import Problem
from redactor.ui.workers import Calls, Job


class Checking(QObject):
    """Checks files in a process of its own, started when it is first needed."""

    changed = Signal()
    """Reports came, or a file began."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job = Job(check_service, self)
        self.reports: dict[str, Report] = {}
        """By path, in the order in which the files were given."""
        self._alone: dict[str, Report] = {}
        """What each file gave by itself: judging the batch again starts from these."""
        self._waiting: list[Path] = []
        self._task = 0

    @property
    def busy(self) -> bool:
        return self._task != 0 or bool(self._waiting)

    @property
    def remaining(self) -> int:
        """How many files are not checked yet."""
        return len(self._waiting) + (self._task != 0 and len(self._alone) < len(self.reports))

    def add(self, paths: Iterable[Path]) -> None:
        """Check files; of a folder, those that can be read."""
        for path in paths:
            inside = sorted(path.rglob("*")) if path.is_dir() else [path]
            for each in inside:
                known = str(each) in self.reports
                if known or (path.is_dir() and each.suffix.lower() not in suffixes()):
                    continue
                self.reports[str(each)] = Report(str(each))
                self._waiting.append(each)
        self._next()

    def clear(self) -> None:
        """Forget every file."""
        self._waiting.clear()
        if self._task:
            self.job.drop(self._task)
            self.job.kill()
            self._task = 0
        self.reports.clear()
        self._alone.clear()
        self.changed.emit()

    def close(self) -> None:
        self.job.close()

    def _next(self) -> None:
        self.changed.emit()
        if self._task:
            return
        if self._waiting:
            path = self._waiting.pop(0)
            calls = Calls(done=partial(self._done, path), failed=partial(self._failed, path))
            self._task = self.job.ask_apart(lambda: Check(path), calls)
        elif len(self._alone) > 1:
            reports = tuple(self._alone.values())
            calls = Calls(done=self._judged, failed=lambda _: self._judged(reports))
            self._task = self.job.ask_apart(lambda: Across(reports), calls)

    def _done(self, path: Path, report: Report) -> None:
        self._task = 0
        self.reports[str(path)] = self._alone[str(path)] = report
        self._next()

    def _failed(self, path: Path, problem: Problem) -> None:
        """What could not be read is a finding, never silence."""
        unread = Finding(
            Kind.UNREAD, Severity.WARNING, 1.0, problem.key, place=path.name, facts=problem.facts
        )
        self._done(path, Report(str(path), (unread,)))

    def _judged(self, reports: Iterable[Report]) -> None:
        self._task = 0
        self.reports.update((report.path, report) for report in reports)
        if self._waiting:
            self._next()
        self.changed.emit()
