"""The process that checks received files: a hostile one is killed, and said to be unread."""

from dataclasses import dataclass, field
from pathlib import Path

from redactor.check.finding import Report
from redactor.check.inspection import check
from redactor.check.options import Options
from redactor.jobs.process import Handler, Task


@dataclass(frozen=True, slots=True)
class Check:
    """Ask what is to be known of a file."""

    path: Path
    options: Options = field(default_factory=Options)


def service() -> Handler:
    """Serve `Check` with a `Report`."""

    def handle(task: Task, request: Check) -> Report:
        return check(request.path, request.options, task.progress)

    return handle
