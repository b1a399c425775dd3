"""Received files on their way through the checker: one after the other, then all together, then,
in the background, what detection still finds in them."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from redactor.check.finding import Finding, Kind, Report, Severity
from redactor.check.options import Options
from redactor.check.received import Received
from redactor.check.report import Aside
from redactor.jobs.check import Across, Check, Compare, Receive, Residual
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
        self.aside: dict[Aside, str] = {}
        """The findings that a person set aside, with the reason."""
        self.passwords: dict[str, str] = {}
        """By path."""
        self.compared = False
        """Whether the files are two releases of one document, compared."""
        self._alone: dict[str, Report] = {}
        """What each file gave by itself: judging the batch again starts from these."""
        self._folders: list[Path] = []
        """Folders whose files are still to be listed."""
        self._waiting: list[Path] = []
        self._left: list[str] = []
        """Paths whose residual data are still to be looked for."""
        self._judged_all = False
        self._task = 0

    @property
    def busy(self) -> bool:
        """Whether a verdict is still to come. Residual data change none."""
        to_do = self._folders or self._waiting
        return bool(to_do) or not (self._judged_all or not self.reports)

    @property
    def searching(self) -> bool:
        """Whether residual data are being looked for."""
        return self._judged_all and bool(self._left)

    @property
    def waiting(self) -> list[str]:
        """The paths that have no report yet."""
        return [path for path in self.reports if path not in self._alone]

    def add(self, paths: Iterable[Path]) -> None:
        """Check files, and those of folders."""
        if self.compared:
            self.clear()
        for path in paths:
            if path.is_dir():
                self._interrupt()
                self._folders.append(path)
            elif str(path) not in self.reports:
                self._queue(path)
        self._next()

    def compare(self, old: Path, new: Path) -> None:
        """Say what one release of a document hides and the other shows."""
        self.clear()
        self.compared = True
        self._queue(old)
        self._queue(new)
        self._next()

    def unlock(self, path: str, password: str) -> None:
        """Try a password on a file that needs one."""
        self.passwords[path] = password
        self._alone.pop(path, None)
        self._queue(Path(path))
        self._next()

    def set_aside(self, what: Aside, reason: str | None) -> None:
        """Set a finding aside with a reason, or take it back with None."""
        if reason is None:
            self.aside.pop(what, None)
        else:
            self.aside[what] = reason
        self.changed.emit()

    def clear(self) -> None:
        """Forget every file."""
        self._folders.clear()
        self._waiting.clear()
        self._left.clear()
        if self._task:
            self.job.drop(self._task)
            self.job.kill()
            self._task = 0
        for kept in (self.reports, self.aside, self._alone, self.passwords):
            kept.clear()
        self.compared = self._judged_all = False
        self.changed.emit()

    def close(self) -> None:
        self.job.close()

    def _queue(self, path: Path) -> None:
        self._interrupt()
        self.reports[str(path)] = Report(str(path))
        self._waiting.append(path)

    def _interrupt(self) -> None:
        """Leave the search for residual data, which can wait."""
        if self._judged_all and self._task:
            self.job.drop(self._task)
            self.job.kill()
            self._task = 0
        self._judged_all = False

    def _next(self) -> None:
        self.changed.emit()
        if self._task:
            return
        if self._folders:
            folder = self._folders[0]
            calls = Calls(done=self._listed, failed=partial(self._unlisted, folder))
            self._task = self.job.ask_apart(lambda: Receive(folder), calls)
        elif self._waiting:
            path = self._waiting.pop(0)
            request = Check(path, Options(password=self.passwords.get(str(path))))
            calls = Calls(done=self._done, failed=partial(self._failed, path))
            self._task = self.job.ask_apart(lambda: request, calls)
        elif self.reports and not self._judged_all:
            self._judge()
        elif self._left:
            self._search(self._left[0])

    def _judge(self) -> None:
        reports = tuple(self._alone[path] for path in self.reports)
        passwords = dict(self.passwords)
        if self.compared:
            if any(not report.flows for report in reports):
                self._judged(reports)
                return
            old, new = reports
            compared = Compare(old, new, passwords)
            self._task = self.job.ask_apart(lambda: compared, self._judging(reports))
        else:
            across = Across(reports, passwords)
            self._task = self.job.ask_apart(lambda: across, self._judging(reports))

    def _judging(self, reports: tuple[Report, ...]) -> Calls:
        return Calls(done=self._judged, failed=partial(self._unjudged, reports))

    def _listed(self, received: Received) -> None:
        self._task = 0
        self._folders.pop(0)
        for path in received.files:
            if str(path) not in self.reports:
                self._queue(path)
        for path, problem in received.unread:
            self._keep(Report(str(path), (_unread(problem, path.name),)))
        self._next()

    def _unlisted(self, folder: Path, problem: Problem) -> None:
        self._listed(Received((), ((folder, problem),)))

    def _keep(self, report: Report) -> None:
        self.reports[report.path] = self._alone[report.path] = report

    def _done(self, report: Report) -> None:
        self._task = 0
        self._keep(report)
        self._next()

    def _failed(self, path: Path, problem: Problem) -> None:
        """What could not be read is a finding, never silence."""
        self._done(Report(str(path), (_unread(problem, path.name),)))

    def _unjudged(self, reports: Iterable[Report], problem: Problem) -> None:
        unread = _unread(problem, "")
        self._judged([replace(report, findings=(*report.findings, unread)) for report in reports])

    def _judged(self, reports: Iterable[Report]) -> None:
        self._task = 0
        self.reports.update((report.path, report) for report in reports)
        # Files may have come meanwhile, which the verdict has to count in.
        self._judged_all = not (self._folders or self._waiting)
        self._left = [] if self.compared else [r.path for r in self.reports.values() if r.flows]
        self._next()

    def _search(self, path: str) -> None:
        request = Residual(self.reports[path], self.passwords.get(path))
        # What detection cannot do takes nothing from the verdict.
        calls = Calls(done=partial(self._found, path), failed=lambda _: self._found(path, ()))
        self._task = self.job.ask_apart(lambda: request, calls)

    def _found(self, path: str, findings: Iterable[Finding]) -> None:
        self._task = 0
        self._left.remove(path)
        report = self.reports[path]
        self.reports[path] = replace(report, findings=(*report.findings, *findings))
        self._next()


def _unread(problem: Problem, place: str) -> Finding:
    return Finding(
        Kind.UNREAD, Severity.WARNING, 1.0, problem.key, place=place, facts=problem.facts
    )
