"""From the lines of a page to flows: paragraphs, list items, table cells."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from redactor.formats.base import Box
from redactor.formats.pdf.glyphs import Extraction, Glyph, Line
from redactor.text.flow import Cell, Channel, Flow, Kind, Unread

_BULLET = re.compile(r"\s*(?:[•◦▪‣·*–—-]|\(?[0-9ivxIVX]{1,4}[.)°]|[a-zA-Z][.)])\s*")
_UNUSABLE = re.compile("[\0\ud800-\udfff]")
_SAME_ROW = 0.5
"""Part of the smaller line's height that two lines of one row share."""
_LEADING = 1.9
"""Base lines of one paragraph are at most this many type sizes apart."""
_OTHER_SIZE = 0.15
"""Lines whose type sizes differ by more than this part belong to two paragraphs."""
_COLUMN = 4.0
"""Points: cells of a column begin at most this far apart."""
_ROW_GAP = 2.5
"""Two rows of one table are at most this many type sizes apart."""


Piece: TypeAlias = tuple[int, int, int]
"""Number of a line in its extraction, first character, how many; number -1: a break."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A flow, and the way to the glyphs of its characters."""

    flow: Flow
    pieces: tuple[Piece, ...]
    extraction: Extraction
    annotation: int = 0
    """The order of the annotation whose appearance it is; 0: the page's own content."""
    picture: bool = False
    """Whether it was recognised in a picture: there are pixels to take out, and no glyphs."""

    @property
    def hidden(self) -> bool:
        """Whether nothing of it is seen on the page: no mark is drawn for it."""
        return self.flow.channel is Channel.HIDDEN

    def places(self, start: int = 0, end: int | None = None) -> list[tuple[int, int] | None]:
        """For each character of a span (line's number, place in the line); None for a break."""
        found: list[tuple[int, int] | None] = []
        for line, low, high in self._stretches(start, end):
            if line < 0:
                found.append(None)
            else:
                found += [(line, at) for at in range(low, high)]
        return found

    def _stretches(self, start: int, end: int | None) -> Iterator[tuple[int, int, int]]:
        """The parts of a span, line by line: (line's number or -1, first place, last)."""
        last = len(self.flow.text) if end is None else end
        position = 0
        for line, first, length in self.pieces:
            low, high = max(start - position, 0), min(last - position, length)
            if low < high:
                yield line, first + low, first + high
            position += length

    def glyphs(self, start: int = 0, end: int | None = None) -> list[Glyph | None]:
        """For each character of a span its glyph; None for a break or a space that is a gap."""
        found: list[Glyph | None] = []
        for line, low, high in self._stretches(start, end):
            if line < 0:
                found.append(None)
            else:
                glyphs = self.extraction.glyphs(line, low, high)
                found += [glyph if glyph.size else None for glyph in glyphs]
        return found


@dataclass(frozen=True, slots=True)
class Scan:
    """What was recognised in the pictures of a page."""

    letters: Extraction
    whole: bool = False
    """Whether the page says nothing else: its copy is given a text layer."""
    replaced: tuple[Line, ...] = ()
    """Lines of an earlier text layer, which goes."""
    unread: tuple[Unread, ...] = ()
    sure: Sequence[Box] = ()
    """Where words stand that were well read."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says, and where."""

    page: int
    width: float
    height: float
    placed: tuple[Placed, ...]
    extraction: Extraction
    """Of the page's own content."""
    scan: Scan | None = None


def flows_of(
    page: int,
    extraction: Extraction,
    lines: Sequence[Line],
    tables: Iterator[int],
    image_page: bool = False,
) -> Iterator[Placed]:
    """The flows of a page. `tables` numbers the document's tables.

    Ids count from 1 within a page: ``p3.12`` for what is shown, ``p3.h2`` for what is hidden.
    """
    shown = [line for line in lines if not line.hidden]
    for number, (flow_lines, kind, cell) in enumerate(_cells(_groups(shown), tables), 1):
        ocr = image_page and all(line.invisible for line in flow_lines)
        channel = Channel.OCR if ocr else Channel.BODY
        if not ocr and all(line.invisible for line in flow_lines):
            channel = Channel.HIDDEN
        id = f"p{page}.{number}"
        placed = _placed(id, flow_lines, extraction, channel, page, kind, cell)
        if placed is not None:
            yield placed
    number = 0
    for group in _groups([line for line in lines if line.hidden]):
        for flow_lines in group:
            number += 1
            id = f"p{page}.h{number}"
            placed = _placed(id, flow_lines, extraction, Channel.HIDDEN, page)
            if placed is not None:
                yield placed


def appearance_flows(
    page: int, order: int, field: bool, extraction: Extraction
) -> Iterator[Placed]:
    """The flows of what an annotation or a form field shows: ``p3.ap2.1``."""
    channel = Channel.FORM if field else Channel.ANNOTATION
    number = 0
    for group in _groups(extraction.lines):
        for flow_lines in group:
            number += 1
            id = f"p{page}.ap{order}.{number}"
            placed = _placed(
                id, flow_lines, extraction, channel, page, Kind.VALUE, annotation=order
            )
            if placed is not None:
                yield placed


def _placed(
    id: str,
    lines: Sequence[Line],
    extraction: Extraction,
    channel: Channel,
    page: int,
    kind: Kind = Kind.PARAGRAPH,
    cell: Cell | None = None,
    annotation: int = 0,
) -> Placed | None:
    text: list[str] = []
    pieces: list[Piece] = []
    for number, line in enumerate(lines):
        if number:
            row = _one_row(lines[number - 1], line)
            glue = line.glue if line.glue is not None else " " if row else "\n"
            text.append(glue)
            pieces.append((-1, 0, len(glue)))
        for start, end in _kept(line):
            if start in line.missing_spaces:
                text.append(" ")
                pieces.append((-1, 0, 1))
            text.append(line.text[start:end])
            pieces.append((line.number, line.start + start, end - start))
    joined = "".join(text)
    if not joined.strip():
        return None
    # The engine gives one code point a glyph; a surrogate or a NUL has no meaning here.
    flow = Flow(id, _UNUSABLE.sub("\ufffd", joined), channel, page, kind, cell=cell)
    return Placed(flow, tuple(pieces), extraction, annotation)


def _kept(line: Line) -> Iterator[tuple[int, int]]:
    """The stretches of a line's text that its false spaces, and its missing ones, part."""
    start = 0
    for end in (*sorted(line.false_spaces | line.missing_spaces), len(line.text)):
        if end > start:
            yield start, end
        start = end + (end in line.false_spaces)


def _groups(lines: Sequence[Line]) -> Iterator[list[list[Line]]]:
    """Blocks, each a list of flows, each a list of lines, in the order of the page's content."""
    block: list[list[Line]] = []
    for line in lines:
        previous = block[-1][-1] if block else None
        if previous is None or line.block != previous.block:
            if block:
                yield block
            block = [[line]]
        elif _goes_on(block[-1], line):
            block[-1].append(line)
        else:
            block.append([line])
    if block:
        yield block


def _goes_on(flow: Sequence[Line], line: Line) -> bool:
    """Whether `line` belongs to the paragraph whose last line is `flow[-1]`."""
    last = flow[-1]
    if line.glue is not None:
        return True
    if _alone(line):
        return False
    if last.direction != line.direction:
        return False
    if _one_row(last, line):
        # A bullet or a number stands apart from its text; anything else is another cell.
        return len(flow) == 1 and _alone(last) and 0 <= line.box[0] - last.box[2] < 6 * line.size
    if abs(last.size - line.size) > _OTHER_SIZE * max(last.size, line.size):
        return False
    if abs(line.direction[0]) < 0.7:
        return True
    below = line.base - last.base
    left = min(piece.box[0] for piece in flow)
    right = max(piece.box[2] for piece in flow)
    overlap = min(right, line.box[2]) - max(left, line.box[0])
    return 0 < below <= _LEADING * max(last.size, line.size) and overlap > 0


def _alone(line: Line) -> bool:
    """Whether the line is but a bullet or a number, set apart from the item's text."""
    return _BULLET.fullmatch(line.text) is not None


def _one_row(one: Line, two: Line) -> bool:
    if abs(one.direction[0]) < 0.7:
        return False
    shared = min(one.box[3], two.box[3]) - max(one.box[1], two.box[1])
    smaller = min(one.box[3] - one.box[1], two.box[3] - two.box[1])
    return shared > _SAME_ROW * smaller


def _cells(
    blocks: Iterable[list[list[Line]]], tables: Iterator[int]
) -> Iterator[tuple[list[Line], Kind, Cell | None]]:
    """Number rows and columns where the flows of a block stand side by side."""
    for run in _runs(blocks):
        if not _beside(run[0]):
            for flow in run[0]:
                yield flow, Kind.ITEM if _alone(flow[0]) else Kind.PARAGRAPH, None
            continue
        table = next(tables)
        rows: list[Line] = []
        columns = _columns(run)
        for block in run:
            for flow in block:
                row = next((n for n, top in enumerate(rows) if _one_row(top, flow[0])), None)
                if row is None:
                    row = len(rows)
                    rows.append(flow[0])
                column = bisect_right(columns, flow[0].box[0]) - 1
                yield flow, Kind.CELL, Cell(table, row, column)


def _runs(blocks: Iterable[list[list[Line]]]) -> Iterator[list[list[list[Line]]]]:
    """The blocks, those of one table together: the engine often makes a block of each row, and
    the headings of a table are nothing to its cells then."""
    run: list[list[list[Line]]] = []
    for block in blocks:
        if run and not _is_next_row(run, block):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _is_next_row(run: Sequence[list[list[Line]]], block: list[list[Line]]) -> bool:
    if not (_beside(run[-1]) and _beside(block)):
        return False
    above = max(flow[-1].box[3] for flow in run[-1])
    below = min(flow[0].box[1] for flow in block)
    columns, here = _columns(run), _columns([block])
    shared = sum(any(abs(one - two) <= _COLUMN for two in columns) for one in here)
    return -_COLUMN <= below - above <= _ROW_GAP * block[0][0].size and shared >= min(2, len(here))


def _beside(flows: Sequence[list[Line]]) -> bool:
    return any(
        _one_row(one[0], two[0]) or _one_row(one[-1], two[0]) for one, two in pairwise(flows)
    )


def _columns(run: Sequence[list[list[Line]]]) -> list[float]:
    """Where the columns of a table begin, from left to right."""
    found: list[float] = []
    for left in sorted(flow[0].box[0] for block in run for flow in block):
        if not found or left - found[-1] > _COLUMN:
            found.append(left)
    return found
