"""A file that is a zip package, opened: the frame in which Word, OpenDocument and Excel are read
and written as their two copies."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from redactor.formats import images, ocr
from redactor.formats.base import (
    Applied,
    Area,
    Box,
    Illustration,
    Occultation,
    Picture,
    Plan,
    ReadOptions,
    Written,
)
from redactor.formats.files import write_bytes
from redactor.formats.illustrated import Illustrated
from redactor.formats.package import Package
from redactor.formats.pageless import applied, placed, refuse_pages, silent
from redactor.formats.parts import Parts
from redactor.formats.slots import Manner, Mapped, keep_unique, remove
from redactor.text.flow import Flow, Span, Unread

Place = tuple[Occultation, Mapped]
_Document = TypeVar("_Document", bound=Parts)


class PackagedSource(Illustrated, ABC, Generic[_Document]):
    """See `redactor.formats.base.Source`."""

    def __init__(self, file: Path | bytes, name: str, options: ReadOptions | None = None) -> None:
        """`file` is the package, or its bytes where it came sealed.

        Raises Damaged, Hostile, TooLarge, NeedsPassword, WrongType.
        """
        super().__init__(options)
        self._package = Package(file, name)
        try:
            self._check()
        except BaseException:
            self._package.close()
            raise

    # --- what differs ---------------------------------------------------------------------

    @abstractmethod
    def _document(self, reader: ocr.Reader | None, *, to_write: bool = False) -> _Document:
        """The package to read or to make a copy from; `reader` reads its pictures."""

    @abstractmethod
    def _check(self) -> None:
        """Raises WrongType where this is a package of another format."""

    @abstractmethod
    def _prune(self, document: _Document, plan: Plan) -> set[str]:
        """Take out what no redacted copy keeps and what the plan's options leave out, with all
        that points to it. Returns the words for what went. Before the edits."""

    @abstractmethod
    def _settle(self, document: _Document, places: Sequence[Place], plan: Plan) -> set[str]:
        """What the edits ask for, and the options. Returns the words for what went."""

    @abstractmethod
    def _highlight(
        self, document: _Document, places: Sequence[Place], plan: Plan
    ) -> tuple[set[str], Sequence[tuple[str, bytes]]]:
        """Highlight places in the trees. Returns the parts that changed, and those to add."""

    @abstractmethod
    def _read_back(self, document: _Document) -> Sequence[Applied]:
        """The highlights of an audit copy."""

    # --- what is common -------------------------------------------------------------------

    def read(self) -> Iterator[Flow | Unread]:
        for each in self._document(self._reader).mapped():
            yield each.flow if isinstance(each, Mapped) else each

    def illustrations(self) -> Sequence[Illustration]:
        return tuple(self._parsed().illustrations())

    def illustration(self, part: str, most: int) -> Picture | None:
        return images.shown(self._parsed().picture(part), most)

    def _parsed(self) -> _Document:
        """A package whose parts are all known, its pictures not read."""
        document = self._document(None)
        for _ in document.mapped():
            pass
        return document

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or silent
        document = self._document(self._reader, to_write=True)
        flows = [each for each in document.mapped() if isinstance(each, Mapped)]
        places = _places(flows, plan)
        tell(0.3)
        roots = document.roots()
        # Parts that are left out hold passages too: their trees are the same objects to the end.
        trees = [root for each in document.every() for root in each.trees.values()]
        removed: list[str] = []
        if plan.options.get("unknown_parts") == "remove":
            removed = [d.prefix + p for d in document.every() for p in d.take_out_unread()]
        dropped = self._prune(document, plan)
        document.paint(_boxes(places, plan.areas), blank=True)
        document.erase(_spans(places, Manner.DRAWN))
        dropped |= document.clean_pictures()
        document.refuse_unread({m.flow.text[o.span.start : o.span.end] for o, m in places})
        touched = remove(((m, o.span, o.label) for o, m in places), roots)
        keep_unique(flows)
        dropped |= self._settle(document, places, plan)
        document.rename(_spans(places, Manner.RENAMED))
        del trees
        tell(0.6)
        write_bytes(out, document.packed(touched))
        tell(1.0)
        return Written(applied(plan.occultations), tuple(sorted(dropped)), removed=tuple(removed))

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or silent
        document = self._document(self._reader)
        places = _places([m for m in document.mapped() if isinstance(m, Mapped)], plan)
        tell(0.3)
        document.paint(_boxes(places, plan.areas), blank=False)
        touched, added = self._highlight(document, places, plan)
        tell(0.6)
        write_bytes(out, document.packed(touched, added))
        tell(1.0)
        return Written(applied(plan.occultations))

    def marked(self) -> Sequence[Applied]:
        return self._read_back(self._document(None))

    def close(self) -> None:
        super().close()
        self._package.close()


def _places(flows: Sequence[Mapped], plan: Plan) -> list[Place]:
    refuse_pages(plan)
    known = {mapped.flow.id: mapped for mapped in flows}
    return placed(plan, known, {id_: len(mapped.flow.text) for id_, mapped in known.items()})


def _spans(places: Sequence[Place], manner: Manner) -> Mapping[str, list[Span]]:
    """The spans that leave their place in a manner, by flow."""
    spans: dict[str, list[Span]] = {}
    for each, mapped in places:
        if mapped.manner is manner:
            spans.setdefault(mapped.flow.id, []).append(each.span)
    return spans


def _boxes(places: Sequence[Place], areas: Sequence[Area]) -> Mapping[str, list[Box]]:
    """What goes of pictures, by their full names: areas, and letters that were recognised."""
    boxes: dict[str, list[Box]] = {}
    for area in areas:
        boxes.setdefault(area.part, []).append(area.box)
    for each, mapped in places:
        if mapped.manner is Manner.PICTURED:
            part = mapped.flow.id.rpartition("#")[0]
            strips = images.strip_of(mapped.letters, each.span.start, each.span.end)
            boxes.setdefault(part, []).extend(strips)
    return boxes


def unwanted(plan: Plan) -> frozenset[str]:
    """What a profile leaves out: ``comments = "remove"``, ``properties = "drop"``. Known
    besides: ``tracked_changes = "accept"``."""
    said = {("comments", "remove"), ("properties", "drop")}
    return frozenset(key for key, value in plan.options.items() if (key, value) in said)
