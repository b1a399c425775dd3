"""The process that has an office suite lay a document out in pages, to be looked at."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from redactor.jobs.process import Handler, Task
from redactor.text.flow import Flow


@dataclass(frozen=True, slots=True)
class LayOut:
    """Ask for the pages of a document, as a PDF file in `folder`."""

    path: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Laid:
    """The pages as the suite makes them, and their text."""

    path: Path
    pages: int
    flows: tuple[Flow, ...]


def service() -> Handler:
    """Serve `LayOut` with a `Laid`. Raises NeedsOffice, Damaged, TooLong."""
    # Only where the work is done: the window asks for it and loads no format.
    from redactor.formats.legacy.office import converted
    from redactor.formats.registry import adapter_named

    def handle(task: Task, request: LayOut) -> Laid:
        task.progress(0.0)
        path = request.folder / "pages.pdf"
        with converted(request.path, "pdf") as made:
            shutil.copyfile(made, path)
        with adapter_named("pdf").open(path) as source:
            flows = tuple(each for each in source.read() if isinstance(each, Flow))
            return Laid(path, source.pages or 0, flows)

    return handle
