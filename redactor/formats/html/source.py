"""Saved web pages: their texts are flows, their mark-up stays to the letter."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from redactor.formats import embedded, flow_page, markup
from redactor.formats.base import (
    Applied,
    Box,
    Illustration,
    Occultation,
    Picture,
    Plan,
    ReadOptions,
    Written,
)
from redactor.formats.errors import CannotRedact
from redactor.formats.files import write_bytes
from redactor.formats.illustrated import Illustrated
from redactor.formats.images import strip_of
from redactor.formats.markup import Found
from redactor.formats.pageless import applied, placed, refuse_pages, silent
from redactor.formats.plain.written import WrittenAdapter, decoded
from redactor.formats.slots import MARK
from redactor.formats.splice import Edit, edits, splice
from redactor.text.flow import Flow, Unread

_PREFIX = "page"
_Home: TypeAlias = Found | embedded.Read
"""What holds a flow: a text of the page, or a picture in it."""


class PageSource(Illustrated):
    """A web page, opened. See `redactor.formats.base.Source`."""

    def __init__(self, path: Path, options: ReadOptions | None = None) -> None:
        """Raises WrongType, TooLarge, NotPermitted, NotFound."""
        super().__init__(options)
        self._name = path.name
        self._data, self._decoded = decoded(path, "HTML")

    def read(self) -> Iterator[Flow | Unread]:
        for each in self._items():
            yield each if isinstance(each, Unread) else each[0]

    def _items(self) -> Iterator[tuple[Flow, _Home] | Unread]:
        yield from markup.flows(self._decoded.text, _PREFIX, whole=True)
        for each in embedded.flows(self._decoded.text, "", self._reader):
            yield each if isinstance(each, Unread) else (each.flow, each)

    def illustrations(self) -> Sequence[Illustration]:
        return list(embedded.illustrations(self._decoded.text))

    def illustration(self, part: str, most: int) -> Picture | None:
        return embedded.picture(self._decoded.text, part, most)

    def _places(self, plan: Plan) -> list[tuple[Occultation, tuple[Flow, _Home]]]:
        """Raises CannotRedact for a place that is not here."""
        refuse_pages(plan)
        here = {each.name for each in embedded.pictures(self._decoded.text)}
        for area in plan.areas:
            if area.part not in here:
                raise CannotRedact(where=area.part)
        known = {each[0].id: each for each in self._items() if not isinstance(each, Unread)}
        return placed(plan, known, {id_: len(flow.text) for id_, (flow, _) in known.items()})

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        changes: list[Edit] = []
        places = self._places(plan)
        for each, (_, home) in places:
            if isinstance(home, Found):
                mark = markup.mark_in(each.label or MARK, plain=home.plain)
                changes += edits(home.ranges, each.span.start, each.span.end, mark)
        dropped: set[str] = set()
        for edit, had_notes in embedded.redacted(self._decoded.text, "", _boxes(places, plan)):
            changes.append(edit)
            dropped |= {"image-metadata"} if had_notes else set()
        write_bytes(out, self._decoded.encode(splice(self._decoded.text, changes)))
        (progress or silent)(1.0)
        return Written(applied(plan.occultations), tuple(dropped))

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        marks: dict[str, list[Occultation]] = {}
        places = self._places(plan)
        for each, (flow, _) in places:
            marks.setdefault(flow.id, []).append(each)
        flows = [each for each in self.read() if isinstance(each, Flow)]
        seen = embedded.highlighted(self._decoded.text, "", _boxes(places, plan))
        files = [(self._name, self._data), *seen]
        saved = [flow_page.File(name, data) for name, data in files]
        page = flow_page.render(self._name, flows, marks, saved, body="Page")
        write_bytes(out, page.encode("utf-8", "replace"))
        (progress or silent)(1.0)
        return Written(applied(plan.occultations))

    def marked(self) -> Sequence[Applied]:
        return flow_page.read_back(self._decoded.text) or ()


def _boxes(
    places: Sequence[tuple[Occultation, tuple[Flow, _Home]]], plan: Plan
) -> dict[str, list[Box]]:
    """What goes of each picture: areas, and letters that were read."""
    boxes: dict[str, list[Box]] = {}
    for area in plan.areas:
        boxes.setdefault(area.part, []).append(area.box)
    for each, (_, home) in places:
        if isinstance(home, embedded.Read) and home.letters:
            own = strip_of(home.letters, each.span.start, each.span.end)
            boxes.setdefault(home.of.name, []).extend(own)
    return boxes


ADAPTER = WrittenAdapter("html", "html htm xhtml", PageSource)
"""Web pages saved as files."""
