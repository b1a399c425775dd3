"""The process that packs a release: it opens and rewrites many files, and can be killed."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.jobs.process import Handler, Task
from redactor.release.account import Case

if TYPE_CHECKING:
    from redactor.release.package import Packaged


@dataclass(frozen=True, slots=True)
class Pack:
    """Ask for the package of the release in `release`, written to `folder`."""

    release: Path
    folder: Path
    case: Case = field(default_factory=Case)
    password: str = field(default="", repr=False)
    """Encrypts CADA's part; empty: it is not encrypted."""


def service() -> Handler:
    """Serve `Pack` with a `Packaged`."""
    # Only where the work is done: the window asks for it and loads no engine.
    from redactor.release.package import package

    def handle(task: Task, request: Pack) -> "Packaged":
        task.progress(0.0)
        return package(request.release, request.folder, request.case, password=request.password)

    return handle
