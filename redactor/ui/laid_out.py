"""A Word or OpenDocument text in pages, as an office suite on this computer lays it out.

The pages are another reading of the document: what is selected on them is looked for in its own
flows, and its mentions are looked for on them.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from redactor.jobs.layout import Laid, LayOut
from redactor.jobs.layout import service as layout_service
from redactor.jobs.process import Limits
from redactor.jobs.render import Document
from redactor.problem import Problem
from redactor.text.flow import VISIBLE_CHANNELS, Flow, Span
from redactor.ui.matching import Reading, matched
from redactor.ui.page_canvas import PageCanvas
from redactor.ui.page_feed import PageFeed
from redactor.ui.page_item import Mark
from redactor.ui.workers import Calls, Job

SUFFIXES = frozenset({".docx", ".docm", ".odt", ".doc", ".rtf"})
A4 = (595.28, 841.89)
# Seconds of silence after which the suite is given up.
SILENCE = 130.0
# Mentions of a document past which they are not looked for on its pages.
MANY = 3_000


def offered(path: Path) -> bool:
    """Whether pages can be had of such a file here."""
    return path.suffix.lower() in SUFFIXES and bool(
        shutil.which("soffice") or shutil.which("libreoffice")
    )


class LaidOut(QObject):
    """One document at a time, on a canvas of its own."""

    ready = Signal()
    failed = Signal(object)
    """A `Problem`."""
    selected = Signal(object)
    """A tuple of spans of the document's own flows."""

    def __init__(self, render: Job, parent: QObject) -> None:
        super().__init__(parent)
        self.canvas = PageCanvas()
        self._feed = PageFeed(render, self.canvas)
        self._job = Job(layout_service, self, Limits(seconds=SILENCE))
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._task = 0
        self._own: Reading | None = None
        self._pages: Reading | None = None
        self._page_of: dict[str, int] = {}
        self._places: dict[Span, tuple[tuple[int, Span], ...]] = {}
        self._marks: Callable[[], Sequence[tuple[Span, Mark]]] = tuple
        self.canvas.selected.connect(self._selected)

    @property
    def has_pages(self) -> bool:
        """Whether the pages of the document are there."""
        return self._pages is not None

    @property
    def busy(self) -> bool:
        return self._task != 0

    def forget(self) -> None:
        """Another document is shown."""
        if self._task:
            self._job.drop(self._task)
            self._job.kill()
            self._task = 0
        self._feed.forget()
        self._own = self._pages = None
        self._places.clear()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def ask(self, path: Path, flows: Iterable[Flow]) -> None:
        """Have a document laid out."""
        self.forget()
        self._own = Reading([flow for flow in flows if flow.channel in VISIBLE_CHANNELS])
        self._folder = tempfile.TemporaryDirectory(prefix="redactor-")
        calls = Calls(done=self._laid, failed=self._failed)
        self._task = self._job.ask(LayOut(path, Path(self._folder.name)), calls)

    def _laid(self, laid: Laid) -> None:
        self._task = 0
        shown = [flow for flow in laid.flows if flow.page is not None]
        self._pages = Reading(shown)
        self._page_of = {flow.id: flow.page or 1 for flow in shown}
        self._feed.show(Document(laid.path), [A4] * laid.pages)
        self.canvas.set_marks(self._on_page)
        self.ready.emit()

    def _failed(self, problem: Problem) -> None:
        self._task = 0
        self.failed.emit(problem)

    def _selected(self, spans: Sequence[Span]) -> None:
        found: list[Span] = []
        if self._own is not None and self._pages is not None:
            for span in spans:
                found += matched(span, self._pages, self._own)
        self.selected.emit(tuple(found))

    def places(self, span: Span) -> tuple[tuple[int, Span], ...]:
        """Where a span of the document stands on its pages."""
        if self._own is None or self._pages is None:
            return ()
        if span not in self._places:
            spans = matched(span, self._own, self._pages)
            self._places[span] = tuple((self._page_of[each.flow], each) for each in spans)
        return self._places[span]

    def show_marks(self, marks: Callable[[], Sequence[tuple[Span, Mark]]]) -> None:
        """Draw mentions where they stand on the pages, once these are there."""
        self._marks = marks

    def _on_page(self, page: int) -> list[tuple[Span, Mark]]:
        every = self._marks()
        if len(every) > MANY:
            return []
        return [
            (place, mark)
            for span, mark in every
            for number, place in self.places(span)
            if number == page
        ]

    def close(self) -> None:
        """End the process, and leave nothing."""
        self.forget()
        self._job.close()
