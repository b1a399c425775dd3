"""The inspections, by format."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from redactor.check.finding import Finding, Report, in_order, unread_finding
from redactor.check.options import Options
from redactor.formats.registry import adapter_for
from redactor.text.flow import Unread


class Inspect(Protocol):
    """How each format is inspected: what is found, and what could not be read."""

    def __call__(
        self, path: Path, options: Options, progress: Callable[[float], None]
    ) -> Iterator[Finding | Unread]: ...


#: Format → module with its `inspect`. Imported when needed: engines are slow to load.
_INSPECTIONS = {"pdf": "redactor.check.pdf.document"}


def check(
    path: Path, options: Options | None = None, progress: Callable[[float], None] | None = None
) -> Report:
    """Check one file. Raises a `redactor.problem.Problem` where it cannot be read at all."""
    options = options or Options()
    found = _inspection_of(path)(path, options, progress or (lambda _: None))
    findings = [unread_finding(item) if isinstance(item, Unread) else item for item in found]
    return Report(str(path), in_order(findings))


def _inspection_of(path: Path) -> Inspect:
    name = adapter_for(path).name
    module = _INSPECTIONS.get(name)
    if module is None:
        return _nothing
    return cast(Inspect, import_module(module).inspect)


def _nothing(
    path: Path,  # noqa: ARG001
    options: Options,  # noqa: ARG001
    progress: Callable[[float], None],  # noqa: ARG001
) -> Iterator[Finding | Unread]:
    """A format that hides nothing of its own: plain text."""
    return iter(())
