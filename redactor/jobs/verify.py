"""The process that checks a package again: its files come from elsewhere, and may be hostile."""

from dataclasses import dataclass
from pathlib import Path

from redactor.jobs.process import Handler, Task
from redactor.release.recheck import Verdict, recheck


@dataclass(frozen=True, slots=True)
class Verify:
    """Ask whether the package at `path` is sound."""

    path: Path
    passwords: tuple[str, ...] = ()


def service() -> Handler:
    """Serve `Verify` with a `Verdict`."""

    def handle(task: Task, request: Verify) -> Verdict:
        return recheck(request.path, request.passwords, task.progress)

    return handle
