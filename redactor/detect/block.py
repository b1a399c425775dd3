"""Blocks: consecutive flows laid out as one normalised text, so that rules see neighbours.

A signature's name is a paragraph below its function; a table's cell means what its column's
header says. Detection therefore reads flows together: cells of a row joined by tabs, rows and
paragraphs by line breaks. What is found is cut back at the borders of flows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from redactor.text.flow import Cell, Channel, Flow, Kind, Span
from redactor.text.normalise import Normalised

#: Characters a block holds at most, but for one row of a table.
LIMIT = 12_000
#: The first blocks are small, so that the first mentions come soon.
FIRST_LIMIT = 3_000
#: Channels whose flows have nothing to do with their neighbours.
_APART = frozenset(
    {
        Channel.METADATA, Channel.FILENAME, Channel.BOOKMARK, Channel.LINK, Channel.ATTACHMENT,
        Channel.ANNOTATION, Channel.COMMENT, Channel.STRUCTURE, Channel.LAYER, Channel.SCRIPT,
        Channel.FORM, Channel.FIELD, Channel.EMBEDDED,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A flow, or a stretch of a long one, inside a block."""

    flow: Flow
    offset: int
    """Where the stretch starts in the flow."""
    view: Normalised
    start: int
    """Where the view starts in the block."""

    @property
    def end(self) -> int:
        return self.start + len(self.view.text)


@dataclass(frozen=True, slots=True)
class Block:
    """What detectors read: a text, and where each part of it comes from."""

    text: str
    parts: tuple[Part, ...]

    def spans(self, start: int, end: int) -> Iterator[tuple[Flow, Span]]:
        """The flows' own spans behind a range: one for each flow that it touches."""
        index = max(bisect_right([part.start for part in self.parts], start) - 1, 0)
        for part in self.parts[index:]:
            if part.start >= end:
                return
            low, high = max(start, part.start) - part.start, min(end, part.end) - part.start
            if low >= high:
                continue
            first, last = part.view.to_origin(low, high)
            first, last = first + part.offset, last + part.offset
            text = part.flow.text[first:last]
            first += len(text) - len(text.lstrip())
            last -= len(text) - len(text.rstrip())
            if first < last:
                yield part.flow, Span(part.flow.id, first, last)

    def part_at(self, position: int) -> Part:
        """The part that holds a position, or the one before it."""
        index = bisect_right([part.start for part in self.parts], position) - 1
        return self.parts[max(index, 0)]


def blocks(flows: Iterable[Flow]) -> Iterator[Block]:
    """Lay flows out in blocks, in order, holding no more than one block."""
    pieces: list[str] = []
    parts: list[Part] = []
    size, limit = 0, FIRST_LIMIT
    last: Flow | None = None
    for flow, offset, text in _stretches(flows):
        view = Normalised.of(text)
        if flow.cell:
            view = replace(view, text=view.text.replace("\n", " ").replace("\t", " "))
        separator = _separator(last, flow) if last else ""
        if parts and size + len(view.text) > limit and not separator.startswith("\t"):
            yield Block("".join(pieces), tuple(parts))
            pieces, parts, size, separator = [], [], 0, ""
            limit = min(limit * 2, LIMIT)
        pieces += (separator, view.text)
        size += len(separator)
        parts.append(Part(flow, offset, view, size))
        size += len(view.text)
        last = flow
    if parts:
        yield Block("".join(pieces), tuple(parts))


def _separator(last: Flow, flow: Flow) -> str:
    before, here = last.cell, flow.cell
    if before and here and before.table == here.table and before.row == here.row:
        return "\t" * max(here.column - before.column, 1)
    if last.channel is not flow.channel or flow.channel in _APART:
        return "\n\n\n"
    if (before is None) != (here is None) or Kind.HEADING in (last.kind, flow.kind):
        return "\n\n"
    if before and here and before.table != here.table:
        return "\n\n"
    return " " if flow.joined and not last.text.endswith((" ", "-")) else "\n"


def _stretches(flows: Iterable[Flow]) -> Iterator[tuple[Flow, int, str]]:
    """Flows, long ones cut at the ends of paragraphs, else of lines, sentences, words."""
    for flow in flows:
        text, start = flow.text, 0
        while len(text) - start > LIMIT:
            cut = _cut(text, start, start + LIMIT)
            yield flow, start, text[start:cut]
            start = cut
        if start < len(text) or not start:
            yield flow, start, text[start:]


def _cut(text: str, start: int, end: int) -> int:
    for mark in ("\n\n", "\r\n\r\n", "\n", ". ", " "):
        found = text.rfind(mark, start + (end - start) // 2, end)
        if found > 0:
            return found + len(mark)
    return end


__all__ = ["Block", "Cell", "Part", "blocks"]
