"""The process that reads documents and detects in them.

One process does both: flows stream from the parser to the model without crossing a border, and
if a hostile file kills it, loading the model again takes about a second.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from redactor.detect.context import Context
from redactor.dossier.records import Suggestion
from redactor.formats.base import READ_ALL, Illustrated, Illustration, ReadOptions, Source, Suggests
from redactor.formats.registry import adapter_for
from redactor.jobs.gather import Gather, Gathering, Link, linked
from redactor.jobs.process import Bug, Handler, Task
from redactor.law.mention import Mention
from redactor.law.shown import CATEGORIES
from redactor.release.manifest import sha256
from redactor.text.flow import Flow, Unread, filename_flow

#: Flows are sent in batches of about this many characters: some pages, a tenth of a second.
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Analyse:
    """Ask for the flows and the mentions of a file."""

    path: Path
    password: str | None = None
    reading: ReadOptions = READ_ALL
    detect: bool = True
    """False where only the text is wanted: what to occult is given, not proposed."""
    suggest: bool = True
    """Whether pages are looked at for signatures, stamps, …, where mentions are detected."""
    context: Context | None = None


@dataclass(frozen=True, slots=True)
class Warm:
    """Ask for the model to be loaded, before there is anything to read."""


@dataclass(frozen=True, slots=True)
class Opened:
    """First part: what the file is."""

    format: str
    paged: bool
    pages: int | None
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Further parts: what was read, and what was seen in it so far."""

    flows: tuple[Flow, ...]
    unread: tuple[Unread, ...]
    mentions: tuple[Mention, ...]
    suggested: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """The result: every mention of the document, final; it replaces those of the batches."""

    mentions: tuple[Mention, ...]
    warnings: tuple[str, ...]
    illustrations: tuple[Illustration, ...] = ()
    """The pictures inside a document without pages."""


def service() -> Handler:
    """Serve `Analyse` with `Opened`, then `Batch`es, then the `Analysis`; `Warm` with nothing;
    `Link` and `Gather` with what they ask for."""
    # Imported here: the window, which names these messages, must not load the detectors.
    from redactor.detect.document import complete
    from redactor.detect.lists import DossierLists
    from redactor.detect.pipeline import Detector

    detector: Detector | None = None
    gathering = Gathering()

    def handle(task: Task, request: Analyse | Warm | Link | Gather) -> object:
        nonlocal detector
        if not isinstance(request, Analyse):
            detector = detector or Detector()
            if isinstance(request, Link):
                return linked(request, detector.reader)
            if isinstance(request, Gather):
                return gathering.more(request, detector.reader)
            return None
        path = request.path
        adapter = adapter_for(path)
        with adapter.open(path, request.password, request.reading) as source:
            task.give(
                Opened(adapter.name, adapter.paged, source.pages, sha256(path), path.stat().st_size)
            )
            if request.detect and detector is None:
                detector = Detector()
            context = request.context or Context()
            lists = DossierLists(context.always, context.never)
            flows: list[Flow] = []
            known: set[str] = set()
            mentions: list[Mention] = []
            look = _Look(source) if request.detect and request.suggest else None
            for read, unread in _batches(path, source.read()):
                seen = tuple(detector.mentions(read, lists)) if request.detect and detector else ()
                for flow in read:
                    if flow.id in known:  # a span would point into the wrong text
                        raise Bug(kind="flow", where=flow.id)
                    known.add(flow.id)
                flows += read
                mentions += seen
                task.give(Batch(tuple(read), tuple(unread), seen))
                # After the text of the pages: they are read while their pictures are looked at.
                last = read[-1].page if read else None
                if look and (shown := look.up_to(last)):
                    task.give(Batch((), (), (), shown))
                if source.pages and read[-1:] and read[-1].page:
                    task.progress(read[-1].page / source.pages)
            if look and (shown := look.up_to(source.pages)):
                task.give(Batch((), (), (), shown))
            if request.detect and detector is not None:
                mentions = complete(flows, mentions, detector, context)
            inside = source.illustrations() if isinstance(source, Illustrated) else ()
            return Analysis(tuple(mentions), tuple(source.warnings), tuple(inside))

    return handle


class _Look:
    """Looks at pages one after the other for what they show beside their text."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._next = 1

    def up_to(self, page: int | None) -> tuple[Suggestion, ...]:
        """What the pages show that were not looked at, up to `page`."""
        if page is None or not isinstance(self._source, Suggests):
            return ()
        pages = range(self._next, page + 1)
        self._next = max(self._next, page + 1)
        return tuple(
            Suggestion(
                each.page, each.box, CATEGORIES[each.kind], each.kind, each.confidence, each.why
            )
            for number in pages
            for each in self._source.suggested(number)
        )


def _batches(
    path: Path, items: Iterator[Flow | Unread]
) -> Iterator[tuple[list[Flow], list[Unread]]]:
    """What is read, in batches. The first is one page, so that something shows at once."""
    flows: list[Flow] = [filename_flow(path.name)]
    unread: list[Unread] = []
    size, limit = 0, 1
    for item in items:
        if isinstance(item, Unread):
            unread.append(item)
            continue
        if size >= BATCH or (size >= limit and item.page != flows[-1].page):
            yield flows, unread
            flows, unread, size, limit = [], [], 0, BATCH
        flows.append(item)
        size += len(item.text)
    yield flows, unread
