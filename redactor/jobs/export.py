"""The process that makes a release: it parses, rewrites and verifies, and can be killed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redactor.jobs.process import Handler, Task
from redactor.release.export import Order, Outcome, export


@dataclass(frozen=True, slots=True)
class Release:
    """Ask for a release of `orders` into `folder`."""

    orders: tuple[Order, ...]
    folder: Path
    profile: str
    allow_unread: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)


def service() -> Handler:
    """Serve `Release` with an `Outcome`; progress names the document at work."""

    def handle(task: Task, request: Release) -> Outcome:
        return export(
            request.orders,
            request.folder,
            profile=request.profile,
            allow_unread=request.allow_unread,
            facts=request.facts,
            progress=task.progress,
        )

    return handle
