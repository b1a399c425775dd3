"""The process that checks received files: a hostile one is killed, and said to be unread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from redactor.check.comparison import compare
from redactor.check.consistency.across import across
from redactor.check.finding import Report
from redactor.check.inspection import check, locator
from redactor.check.options import Options
from redactor.jobs.process import Handler, Task


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


Request: TypeAlias = Check | Across | Compare


def service() -> Handler:
    """Serve `Check` with a `Report`, `Across` and `Compare` with a tuple of them."""

    def handle(task: Task, request: Request) -> Report | tuple[Report, ...]:
        match request:
            case Check(path, options):
                return check(path, options, task.progress)
            case Across(reports, passwords):
                return across(reports, lambda path: locator(Path(path), passwords.get(path)))
            case Compare(old, new):
                return compare(old, new, lambda path: locator(Path(path)))

    return handle
