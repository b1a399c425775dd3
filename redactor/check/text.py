"""Plain texts: nothing hides in them, but they count for the consistency of a batch."""

from collections.abc import Callable, Iterator
from pathlib import Path

from redactor.check.finding import Finding
from redactor.check.options import Options
from redactor.formats.registry import adapter_for
from redactor.text.flow import Flow, Unread


def inspect(
    path: Path, options: Options, progress: Callable[[float], None]
) -> Iterator[Finding | Flow | Unread]:
    """The flows of any format that the registry knows. Raises a `Problem`."""
    with adapter_for(path).open(path, options.password) as source:
        yield from source.read()
    progress(1.0)
