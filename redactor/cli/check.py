"""`redactor check`: is anything still readable, and is it consistent?"""

import argparse
import queue
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from redactor.check import report
from redactor.check.finding import Finding, Kind, Report, Severity
from redactor.check.options import Options
from redactor.check.received import Received, received
from redactor.cli import arguments, findings
from redactor.cli.speech import Speech
from redactor.formats.errors import NeedsPassword, TooLong, WorkerDied, WrongPassword
from redactor.jobs import check
from redactor.jobs.process import Bug, Event, Limits, Worker, follow
from redactor.problem import Problem


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "check", help="look for what received files still show", allow_abbrev=False
    )
    arguments.files(parser)
    parser.add_argument(
        "--residual", action="store_true", help="say what detection still finds in clear"
    )
    parser.add_argument(
        "--names",
        type=Path,
        metavar="FILE",
        help="names, one a line, to compare the widths of boxes and gaps with",
    )
    arguments.reading(parser)
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write a report too: FILE.csv or FILE.pdf"
    )
    parser.add_argument("--reveal", action="store_true", help="write values in clear in the report")
    arguments.output_format(parser)


def run(parsed: argparse.Namespace, speech: Speech) -> int:
    options = Options(
        residual=parsed.residual, names=arguments.lines(parsed.names), ocr=parsed.ocr != "no"
    )
    given = received(parsed.files)
    reports, unusable = check_all(given, options, parsed.password_file, speech)
    nothing = unusable == len(reports)
    if parsed.report is not None:
        report.write(parsed.report, reports, reveal=parsed.reveal)
    return show(reports, nothing_read=nothing, how=parsed.format, speech=speech)


def show(reports: Sequence[Report], *, nothing_read: bool, how: str, speech: Speech) -> int:
    """Print the reports; return the exit code."""
    if how == "json":
        findings.print_json(reports, speech)
    else:
        findings.print_text(reports, speech)
    if nothing_read:
        return 2
    return 0 if all(report.clean for report in reports) else 1


def check_all(
    given: Received,
    options: Options,
    password_file: Path | None,
    speech: Speech,
    *,
    together: bool = True,
    limits: Limits | None = None,
) -> tuple[list[Report], int]:
    """Check every file, then all of them `together`; how many could not be read at all."""
    batch = _Batch(options, arguments.lines(password_file), speech, limits)
    with closing(batch):
        for number, path in enumerate(given.files):
            speech.progress(number / len(given.files), path.name)
            batch.check(path)
        for path, problem in given.unread:
            batch.refuse(path, problem)
        if together:
            batch.across()
    return batch.reports, batch.unusable


class _Batch:
    """The files of one command, read by one process, again by a fresh one after a death."""

    def __init__(
        self,
        options: Options,
        passwords: Sequence[str],
        speech: Speech,
        limits: Limits | None = None,
    ) -> None:
        self.reports: list[Report] = []
        self.unusable = 0
        self._options = options
        self._passwords = passwords
        self._speech = speech
        self._opened_with: dict[str, str] = {}
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._worker = Worker(check.service, self._events.put, limits)

    def check(self, path: Path) -> None:
        """Check one file. What could not be read is a finding."""
        try:
            self.reports.append(self._with_passwords(path))
        except Problem as problem:
            self.refuse(path, problem)

    def refuse(self, path: Path, problem: Problem) -> None:
        """Say of a file or a folder that it could not be read."""
        self._speech.problem(problem, path)
        finding = Finding(
            Kind.UNREAD, Severity.WARNING, 1.0, problem.key, place=path.name, facts=problem.facts
        )
        self.reports.append(Report(str(path), (finding,)))
        # One that was opened, and took too long or too much, was partly read.
        self.unusable += not isinstance(problem, TooLong | WorkerDied | Bug)

    def across(self) -> None:
        """Add what only all documents together show."""
        request = check.Across(tuple(self.reports), self._opened_with)
        try:
            *_, reports = follow(self._worker.submit(request), self._events)
            self.reports = list(reports)
        except Problem as problem:
            self._speech.problem(problem)
            finding = Finding(Kind.UNREAD, Severity.WARNING, 1.0, problem.key, facts=problem.facts)
            self.reports = [
                replace(report, findings=(*report.findings, finding)) for report in self.reports
            ]

    def close(self) -> None:
        self._worker.close()

    def _with_passwords(self, path: Path) -> Report:
        for key in (None, *self._passwords):
            request = check.Check(path, replace(self._options, password=key))
            try:
                *_, made = follow(
                    self._worker.submit(request),
                    self._events,
                    lambda progress: self._speech.progress(progress.done, path.name),
                )
            except NeedsPassword:
                if not self._passwords:
                    raise
            except WrongPassword:
                pass
            else:
                assert isinstance(made, Report)
                if key is not None:
                    self._opened_with[str(path)] = key
                return made
        raise WrongPassword
