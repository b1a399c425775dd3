"""Attachments: documents of their own, read, redacted and highlighted by their own formats."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from redactor.formats.base import (
    Adapter,
    Illustrated,
    Illustration,
    Occultation,
    Picture,
    Plan,
    ReadOptions,
    Source,
    Written,
)
from redactor.formats.images import is_raster
from redactor.formats.registry import adapter_for
from redactor.problem import Problem
from redactor.text.flow import Cell, Channel, Flow, Span, Unread

#: Tables of attachments are numbered apart from each other.
_TABLES = 10_000
#: How many attachments may lie in one another.
MAX_DEPTH = 5


@contextmanager
def opened(
    name: str, data: bytes, options: ReadOptions | None
) -> Iterator[tuple[Adapter, Source, Path] | None]:
    """The attachment as a document; None where no format reads it."""
    if not data or is_raster(data):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="redactor-") as folder:
        # The name decides of the format, and is nothing to trust with a path.
        suffix = Path(name.replace("\\", "/").rpartition("/")[2]).suffix[:12]
        suffix = suffix if suffix[1:].isalnum() and suffix.isascii() else ""
        path = Path(folder) / f"piece{suffix}"
        path.write_bytes(data)
        try:
            adapter = adapter_for(path)
            source = adapter.open(path, None, options)
        except Problem:
            yield None
            return
        with source:
            yield adapter, source, path


def flows(
    prefix: str, place: str, number: int, data: bytes, name: str, options: ReadOptions | None
) -> Iterator[Flow | Unread]:
    """What an attachment says, under ids that begin with `prefix`; `Unread` where it cannot be
    read as a document."""
    with opened(name, data, options) as document:
        if document is None:
            yield Unread(place, "unread.part")
            return
        try:
            for each in document[1].read():
                if isinstance(each, Unread):
                    yield Unread(f"{place} · {each.where}", each.why)
                else:
                    yield _moved(each, prefix, place, number)
        except Problem:
            yield Unread(place, "unread.part")


def _moved(flow: Flow, prefix: str, place: str, number: int) -> Flow:
    inside = f"page {flow.page}" if flow.page else flow.place
    cell = flow.cell
    if cell is not None:
        cell = Cell(cell.table + _TABLES * number, cell.row, cell.column)
    channel = Channel.HIDDEN if flow.channel is Channel.HIDDEN else Channel.ATTACHMENT
    return replace(
        flow,
        id=prefix + flow.id,
        channel=channel,
        page=None,
        cell=cell,
        place=f"{place} · {inside}" if inside else place,
        joined=prefix + flow.joined if flow.joined else "",
    )


def illustrations(
    prefix: str, data: bytes, name: str, options: ReadOptions | None
) -> Iterator[Illustration]:
    """The pictures inside an attachment, under names that begin with `prefix`."""
    with opened(name, data, options) as document:
        if document is not None and isinstance(document[1], Illustrated):
            for each in document[1].illustrations():
                yield replace(each, part=prefix + each.part)


def illustration(
    part: str, most: int, data: bytes, name: str, options: ReadOptions | None
) -> Picture | None:
    """A picture inside an attachment, by its name there. Raises KeyError."""
    with opened(name, data, options) as document:
        if document is None or not isinstance(document[1], Illustrated):
            raise KeyError(part)
        return document[1].illustration(part, most)


def inner_plan(plan: Plan, occultations: Sequence[Occultation], prefix: str) -> Plan:
    """The part of a plan that an attachment carries out."""
    own = tuple(
        replace(o, span=Span(o.span.flow.removeprefix(prefix), o.span.start, o.span.end))
        for o in occultations
        if o.span.flow.startswith(prefix)
    )
    areas = tuple(
        replace(a, part=a.part.removeprefix(prefix))
        for a in plan.areas
        if a.part.startswith(prefix)
    )
    return Plan(own, areas, options=plan.options)


def copy(
    name: str,
    data: bytes,
    options: ReadOptions | None,
    write: Callable[[Source, Path], Written],
    suffix: Callable[[Adapter], str | None],
) -> tuple[bytes, str | None, Written] | None:
    """A copy of an attachment: its bytes, its suffix where it is another; None where no format
    reads it."""
    with opened(name, data, options) as document:
        if document is None:
            return None
        adapter, source, path = document
        out = path.with_name("copie" + (suffix(adapter) or path.suffix))
        written = write(source, out)
        return out.read_bytes(), suffix(adapter), written
