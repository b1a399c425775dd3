"""Flows as blocks of a readable page: paragraphs, rows of tables, channels apart. No Qt.

Word's own pages cannot be known without Word; what a reviewer needs is the text, its
structure, and everything that Word's window hides. A block is what is laid out and drawn at
once; a piece is the part of a flow that it shows, so that a place on screen leads back to a
span and a span to a place.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from redactor.text.flow import VISIBLE_CHANNELS, Channel, Flow, Kind
from redactor.ui.place_words import place_name

# A paragraph longer than this is cut at a line end: laying out a block must take well under a
# frame, and a log or a source file is one flow of any length.
LONGEST = 4_000


class Style(StrEnum):
    """How a block is drawn."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    SOURCE = "source"
    ASIDE = "aside"
    """Headers, footers, notes, text boxes: said to be so in the margin."""
    HIDDEN = "hidden"
    """What the reader of a page does not see, with the name of its place."""
    TITLE = "title"
    """A heading of ours, not text of the document."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a flow: `text` is `flow.text[start:start + len(text)]`."""

    flow: str
    start: int
    text: str
    column: int = 0

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


def blocks_of(flows: Sequence[Flow], *, visible: bool = True) -> list[Block]:
    """The blocks of a document: what is seen first, then each hidden channel under a title.

    `visible` false gives the hidden channels alone, for formats whose pages are shown.
    """
    blocks: list[Block] = []
    if visible:
        blocks += _visible([flow for flow in flows if flow.channel in VISIBLE_CHANNELS])
    hidden: dict[Channel, list[Flow]] = {}
    for flow in flows:
        if flow.channel not in VISIBLE_CHANNELS and flow.text.strip():
            hidden.setdefault(flow.channel, []).append(flow)
    for channel in Channel:
        if channel in hidden:
            blocks.append(Block(Style.TITLE, channel=channel, level=len(hidden[channel])))
            for flow in hidden[channel]:
                blocks += _cut(flow, Style.HIDDEN, place_name(flow.place))
    return blocks


def _visible(flows: Iterable[Flow]) -> Iterator[Block]:
    row: list[Flow] = []
    flows = list(flows)
    widths = _columns(flows)
    for flow in flows:
        if row and not _same_row(row[-1], flow):
            yield _row(row, widths)
            row = []
        if flow.cell is not None:
            row.append(flow)
        elif flow.text.strip():
            yield from _cut(flow, _style(flow), "")
    if row:
        yield _row(row, widths)


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
