"""The process that reads documents and detects in them.

One process does both: flows stream from the parser to the model without crossing a border, and
if a hostile file kills it, loading the model again takes about a second.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from redactor.detect.context import Context
from redactor.dossier.records import Suggestion
from redactor.formats.base import READ_ALL, Illustrated, Illustration, ReadOptions, Source, Suggests
from redactor.formats.registry import adapter_for, adapter_named
from redactor.jobs.gather import Gather, Gathering, Link, linked
from redactor.jobs.process import Bug, Handler, Task
from redactor.jobs.warm import Warm
from redactor.law.categories import SHOWN
from redactor.law.mention import Mention
from redactor.release.manifest import sha256
from redactor.text.flow import Flow, Unread, filename_flow
from redactor.text.packed import Packed

if TYPE_CHECKING:
    from redactor.detect.pipeline import Detector

#: Flows are sent in batches of about this many characters: some pages, a tenth of a second.
BATCH = 20_000
#: Nor later than this, in seconds: pages of one line and one large picture were a silence of 120 s.
WAIT = 2.0
#: The first batch of a text without pages: what fills a screen.
SCREEN = 4_000


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
    detector: Detector | None = None
    gathering = Gathering()

    def ready() -> "Detector":
        # Imported here: the window, which names these messages, and what only reads texts must
        # not load the detectors.
        from redactor.detect.pipeline import Detector

        nonlocal detector
        detector = detector or Detector()
        return detector

    def handle(task: Task, request: Analyse | Warm | Link | Gather) -> object:
        if isinstance(request, Link):
            return linked(request, ready().reader)
        if isinstance(request, Gather):
            return gathering.more(request, ready().reader)
        if isinstance(request, Warm):
            ready()
            for name in ("pdf", "docx"):
                adapter_named(name)  # the first file waited for its engine to load
            return None
        path = request.path
        adapter = adapter_for(path)
        with adapter.open(path, request.password, request.reading) as source:
            task.give(
                Opened(adapter.name, adapter.paged, source.pages, sha256(path), path.stat().st_size)
            )
            detect = _Detect(ready(), request.context or Context()) if request.detect else None
            flows = Packed[Flow]()
            known: set[str] = set()
            mentions: list[Mention] = []
            look = _Look(source) if detect and request.suggest else None
            for read, unread in _batches(path, source.read()):
                seen = detect.in_part(read) if detect else ()
                for flow in read:
                    if flow.id in known:  # a span would point into the wrong text
                        raise Bug(kind="flow", where=flow.id)
                    known.add(flow.id)
                flows.extend(read if detect else ())
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
            if detect:
                mentions = detect.in_whole(flows, mentions)
            inside = source.illustrations() if isinstance(source, Illustrated) else ()
            return Analysis(tuple(mentions), tuple(source.warnings), tuple(inside))

    return handle


class _Detect:
    """Detects in one document, knowing what its dossier knows."""

    def __init__(self, detector: "Detector", context: Context) -> None:
        from redactor.detect.lists import DossierLists

        self._detector, self._context = detector, context
        self._lists = DossierLists(context.always, context.never)

    def in_part(self, flows: list[Flow]) -> tuple[Mention, ...]:
        return tuple(self._detector.mentions(flows, self._lists))

    def in_whole(self, flows: Sequence[Flow], seen: list[Mention]) -> list[Mention]:
        from redactor.detect.document import complete

        return complete(flows, seen, self._detector, self._context)


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
            Suggestion(each.page, each.box, SHOWN[each.kind], each.kind, each.confidence, each.why)
            for number in pages
            for each in self._source.suggested(number)
        )


def _batches(
    path: Path, items: Iterator[Flow | Unread]
) -> Iterator[tuple[list[Flow], list[Unread]]]:
    """What is read, in batches. The first is a page, or what fills a screen: shown at once."""
    flows: list[Flow] = [filename_flow(path.name)]
    unread: list[Unread] = []
    size, limit, since = 0, 1, monotonic()
    for item in items:
        if isinstance(item, Unread):
            unread.append(item)
            continue
        turned = item.page != flows[-1].page
        late = turned and monotonic() - since > WAIT
        if size >= BATCH or late or (size >= limit and turned) or (limit == 1 and size >= SCREEN):
            yield flows, unread
            flows, unread, size, limit, since = [], [], 0, BATCH, monotonic()
        flows.append(item)
        size += len(item.text)
    yield flows, unread
