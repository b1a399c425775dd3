"""Flows as blocks of a readable page: paragraphs, rows of tables, channels apart. No Qt.

Word's own pages cannot be known without Word; what a reviewer needs is the text, its
structure, and everything that Word's window hides. A block is what is laid out and drawn at
once; a piece is the part of a flow that it shows, so that a place on screen leads back to a
span and a span to a place.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from redactor.text.flow import VISIBLE_CHANNELS, Channel, Flow, Kind
from redactor.ui.place_words import place_name

# A paragraph longer than this is cut at a line end: laying out a block must take well under a
# frame, and a log or a source file is one flow of any length.
LONGEST = 4_000
#: What can stand beside the paragraph that it is about, rather than apart.
ASIDE = frozenset({Channel.COMMENT, Channel.REVISION})
_WORD = re.compile(r"\w+|[^\w\s]")


class Style(StrEnum):
    """How a block is drawn."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    SOURCE = "source"
    ASIDE = "aside"
    """Headers, footers, notes, text boxes: said to be so in the margin."""
    BEFORE = "before"
    """How the paragraph above read before a tracked change."""
    HIDDEN = "hidden"
    """What the reader of a page does not see, with the name of its place."""
    TITLE = "title"
    """A heading of ours, not text of the document."""


Ranges: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a flow: `text` is `flow.text[start:start + len(text)]`."""

    flow: str
    start: int
    text: str
    column: int = 0
    struck: Ranges = ()
    """What a tracked change took away, as offsets in `text`."""
    new: Ranges = ()
    """What it put in."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Block:
    """What is laid out and drawn at once."""

    style: Style
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    columns: int = 1
    channel: Channel = Channel.BODY
    label: str = ""
    """The name of a hidden place, in words."""
    first: bool = True
    """Whether the flow begins here, rather than going on from the block before."""
    margin: int = 0
    """How many of its last pieces are comments, which stand in the margin."""

    def in_margin(self, piece: int) -> bool:
        """Whether a piece, by its number, stands in the margin."""
        return piece >= len(self.pieces) - self.margin


def blocks_of(
    flows: Sequence[Flow], *, visible: bool = True, hidden: bool = True
) -> Iterator[Block]:
    """The blocks of a document: what is seen first, then each hidden channel under a title.

    A comment stands beside its paragraph and a tracked change under it, where the format says
    which that is. `visible` false gives the hidden channels alone, `hidden` false leaves them
    out, where they have a view of their own.
    """
    shown: set[str] = set()
    if visible:
        seen = [flow for flow in flows if flow.channel in VISIBLE_CHANNELS]
        beside = _beside(flows, {flow.id for flow in seen if flow.text.strip()})
        shown = {flow.id for about in beside.values() for flow in about}
        yield from _visible(sorted(seen, key=_order), beside)
    apart: dict[Channel, list[Flow]] = {}
    for flow in flows if hidden else ():
        if flow.id in shown:
            continue
        if flow.channel not in VISIBLE_CHANNELS and flow.text.strip():
            apart.setdefault(flow.channel, []).append(flow)
    for channel in Channel:
        if channel in apart:
            yield Block(Style.TITLE, channel=channel, level=len(apart[channel]))
            for flow in apart[channel]:
                yield from _cut(flow, Style.HIDDEN, place_name(flow.place))


_ORDER = {Channel.HEADER: 0, Channel.FOOTNOTE: 2, Channel.ENDNOTE: 3, Channel.FOOTER: 4}


def _order(flow: Flow) -> int:
    """Headers first, then the text, notes and footers at the end, as on paper."""
    return _ORDER.get(flow.channel, 1)


def _beside(flows: Iterable[Flow], seen: Container[str]) -> dict[str, list[Flow]]:
    """Flow → the comments and the tracked changes that are about it."""
    found: dict[str, list[Flow]] = {}
    for flow in flows:
        if flow.channel in ASIDE and flow.beside in seen:
            found.setdefault(flow.beside, []).append(flow)
    return found


def _visible(flows: Sequence[Flow], beside: Mapping[str, Sequence[Flow]]) -> Iterator[Block]:
    row: list[Flow] = []
    widths = _columns(flows)
    for flow in flows:
        if row and not _same_row(row[-1], flow):
            yield from _told(row, [_row(row, widths)], beside)
            row = []
        if flow.cell is not None:
            row.append(flow)
        elif flow.text.strip():
            yield from _told([flow], _cut(flow, _style(flow), _label(flow)), beside)
    if row:
        yield from _told(row, [_row(row, widths)], beside)


def _told(
    flows: Sequence[Flow], blocks: Iterable[Block], beside: Mapping[str, Sequence[Flow]]
) -> Iterator[Block]:
    """The blocks of flows: the first with the comments in its margin, then how they were."""
    about = [(flow, each) for flow in flows for each in beside.get(flow.id, ())]
    if not about:
        yield from blocks
        return
    comments = tuple(
        Piece(each.id, 0, each.text) for _, each in about if each.channel is Channel.COMMENT
    )
    changes = [(flow, each) for flow, each in about if each.channel is Channel.REVISION]
    new: dict[str, list[tuple[int, int]]] = {}
    was = []
    for flow, each in changes:
        struck, put = changed(each.text, flow.text)
        new.setdefault(flow.id, []).extend(put)
        was.append(Piece(each.id, 0, each.text, struck=struck))
    for number, block in enumerate(blocks):
        pieces = tuple(
            replace(piece, new=tuple(_within(new.get(piece.flow, ()), piece)))
            for piece in block.pieces
        )
        margin = comments if number == 0 else ()
        yield replace(block, pieces=pieces + margin, margin=len(margin))
    for piece in was:
        yield Block(Style.BEFORE, (piece,), channel=Channel.REVISION)


def _within(ranges: Iterable[tuple[int, int]], piece: Piece) -> Iterator[tuple[int, int]]:
    for start, end in ranges:
        low, high = max(start, piece.start), min(end, piece.end)
        if low < high:
            yield low - piece.start, high - piece.start


@lru_cache(maxsize=4096)
def changed(before: str, after: str) -> tuple[Ranges, Ranges]:
    """What was taken out of `before`, and what was put in `after`, of which `before` may tell
    only a part: what stands outside that part is not new.

    >>> changed("verser 900 euros", "Il propose de verser 1 240 euros à M. X")
    (((7, 10),), ((21, 26),))
    """
    one, two = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    matcher = SequenceMatcher(None, [m[0] for m in one], [m[0] for m in two], autojunk=False)
    steps = matcher.get_opcodes()
    same = [number for number, step in enumerate(steps) if step[0] == "equal"]
    struck = tuple(
        (one[i].start(), one[j - 1].end())
        for what, i, j, _, _ in steps
        if what in ("delete", "replace")
    )
    new = tuple(
        (two[i].start(), two[j - 1].end())
        for number, (what, _, _, i, j) in enumerate(steps)
        if what in ("insert", "replace") and same and same[0] < number < same[-1]
    )
    return struck, new


def _columns(flows: Iterable[Flow]) -> dict[int, int]:
    widths: dict[int, int] = {}
    for flow in flows:
        if flow.cell is not None:
            widths[flow.cell.table] = max(widths.get(flow.cell.table, 1), flow.cell.column + 1)
    return widths


def _same_row(one: Flow, other: Flow) -> bool:
    return (
        one.cell is not None
        and other.cell is not None
        and (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
    )


def _row(cells: Sequence[Flow], widths: dict[int, int]) -> Block:
    first = cells[0].cell
    assert first is not None
    pieces = tuple(
        Piece(flow.id, 0, flow.text, flow.cell.column) for flow in cells if flow.cell is not None
    )
    return Block(Style.ROW, pieces, columns=widths[first.table], channel=cells[0].channel)


def _style(flow: Flow) -> Style:
    if flow.channel is not Channel.BODY and flow.channel is not Channel.OCR:
        return Style.ASIDE
    match flow.kind:
        case Kind.HEADING:
            return Style.HEADING
        case Kind.ITEM:
            return Style.ITEM
        case Kind.SOURCE:
            return Style.SOURCE
    # A plain-text file is one flow: its lines are its paragraphs.
    return Style.SOURCE if flow.text.count("\n") > 12 else Style.PARAGRAPH


def _label(flow: Flow) -> str:
    """The name of a mail's header; the channel's own where there is none to tell."""
    is_mail = flow.channel is Channel.HEADER and flow.kind is Kind.VALUE
    return place_name(flow.place) if is_mail else ""


def _cut(flow: Flow, style: Style, label: str) -> Iterator[Block]:
    """The flow as blocks: whole, or line by line where it is long or made of lines."""
    if style is not Style.SOURCE and len(flow.text) <= LONGEST:
        yield Block(
            style, (Piece(flow.id, 0, flow.text),), flow.level, channel=flow.channel, label=label
        )
        return
    start = 0
    while start < len(flow.text):
        end = flow.text.find("\n", start)
        end = len(flow.text) if end < 0 else end + 1
        end = min(end, start + LONGEST)
        yield Block(
            style,
            (Piece(flow.id, start, flow.text[start:end]),),
            flow.level,
            channel=flow.channel,
            label=label if start == 0 else "",
            first=start == 0,
        )
        start = end


def utf16(text: str, index: int) -> int:
    """The position in UTF-16 units, which Qt counts in, of a code point of `text`.

    >>> utf16("a😀b", 2)
    3
    """
    return index + sum(letter > "\uffff" for letter in text[:index])


def code_point(text: str, units: int) -> int:
    """The code point at a position in UTF-16 units: the inverse of `utf16`."""
    index = 0
    while units > 0 and index < len(text):
        units -= 2 if text[index] > "\uffff" else 1
        index += 1
    return index
