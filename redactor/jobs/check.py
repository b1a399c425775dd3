"""The process that checks received files: a hostile one is killed, and said to be unread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from redactor.check.finding import Finding, Report
from redactor.check.options import Options
from redactor.check.received import Received, received
from redactor.check.report import Aside, write
from redactor.jobs.process import Handler, Task


@dataclass(frozen=True, slots=True)
class Receive:
    """Ask what files a folder holds. A large one on a slow disk takes its time."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Check:
    """Ask what is to be known of a file."""

    path: Path
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Across:
    """Ask what the documents of a batch give away of each other."""

    reports: tuple[Report, ...]
    passwords: Mapping[str, str] = field(default_factory=dict)
    """By path, for those that need one."""


@dataclass(frozen=True, slots=True)
class Compare:
    """Ask what one release hides and another shows."""

    old: Report
    new: Report
    passwords: Mapping[str, str] = field(default_factory=dict)
    """By path."""


@dataclass(frozen=True, slots=True)
class Residual:
    """Ask what detection still finds in clear in a file that was checked."""

    report: Report
    password: str | None = None
    profile: str = Options().profile


@dataclass(frozen=True, slots=True)
class Write:
    """Ask for the report to send, as a PDF or, by the name's ending, a table."""

    path: Path
    reports: tuple[Report, ...]
    reveal: bool = False
    aside: Mapping[Aside, str] = field(default_factory=dict)


Request: TypeAlias = Receive | Check | Across | Compare | Residual | Write


def service() -> Handler:
    """Serve `Receive` with a `Received`, `Check` with a `Report`, `Across` and `Compare` with a
    tuple of them, `Residual` with findings, `Write` with the path."""
    # Only where the work is done: the window asks for it and loads no engine.
    from redactor.check import residual
    from redactor.check.comparison import compare
    from redactor.check.consistency.across import across
    from redactor.check.inspection import check, locator

    def handle(
        task: Task, request: Request
    ) -> Received | Report | tuple[Report, ...] | tuple[Finding, ...] | Path:
        match request:
            case Receive(folder):
                return received((folder,))
            case Check(path, options):
                return check(path, options, task.progress)
            case Across(reports, passwords):
                return across(reports, lambda path: locator(Path(path), passwords.get(path)))
            case Compare(old, new, passwords):
                return compare(old, new, lambda path: locator(Path(path), passwords.get(path)))
            case Residual(report, password, profile):
                locate = locator(Path(report.path), password)
                return tuple(residual.findings(report.flows, profile, locate))
            case Write(path, reports, reveal, aside):
                return write(path, reports, reveal=reveal, set_aside=aside)

    return handle
