"""The boxes of a page that hide a passage: how wide they are, and how much they take."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pymupdf

from redactor.check import overdone
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.geometry import Grid, area, common
from redactor.check.pdf.sight import PageView, TextOp
from redactor.formats.base import Box
from redactor.text.flow import Channel

#: Points: a box over words is about as high as a line, and wider than a letter.
_LOWEST, _HIGHEST, _NARROWEST = 5.0, 40.0, 9.0
#: Part of a page beyond which it is worth saying how much of it is hidden.
MUCH = 0.30
#: Points: how far a name's width may be from the box's, the room that hands leave included.
_ROOM = 2.0
#: Points: the width to which a gap between two words is exact.
_EXACT = 0.6
_MOST = 5000
#: Fewer dark boxes on a page, or letters, are a drawing or a form.
_FEW_BOXES, _FEW_LETTERS = 3, 80


@dataclass(frozen=True, slots=True)
class Gap:
    """A box in a line of text, and the words beside it."""

    box: Box
    width: float
    """Points between the words beside it, blanks taken off; the box's where it stands alone."""
    exact: bool
    """Whether words stand on both sides, so that the gap is the hidden text's own width."""
    size: float
    font: str


def black(view: PageView) -> list[Box]:
    """The page's dark or grey boxes without text on them, each once."""
    boxes: list[Box] = []
    for cover in view.covers:
        if cover.kind != "fill-path":
            continue
        paint = view.paints.get(cover.number)
        if paint is None or paint.fill is None or paint.opacity < 0.9:
            continue
        if max(paint.fill) > 0.75 or max(paint.fill) - min(paint.fill) > 0.1:
            continue
        if cover.box[3] - cover.box[1] < _LOWEST or cover.box[2] - cover.box[0] < _NARROWEST:
            continue
        boxes.append(cover.box)
    if not boxes or len(boxes) > _MOST:
        return []
    grid = Grid(boxes)
    labelled: set[int] = set()
    for op in view.texts:
        if min(op.colour) > 0.6:
            labelled.update(grid.touching(op.box))
    return [
        box
        for number, box in enumerate(boxes)
        if number not in labelled and not any(other < number for other in _twins(grid, boxes, box))
    ]


def _fill(view: PageView, box: Box) -> tuple[float, ...]:
    """The colour of the box that `black` gave."""
    for cover in view.covers:
        if cover.box == box and (paint := view.paints.get(cover.number)) and paint.fill:
            return paint.fill
    return (1.0,)


def _twins(grid: Grid, boxes: Sequence[Box], box: Box) -> list[int]:
    return [
        n
        for n in grid.touching(box)
        if area(common(boxes[n], box)) > 0.95 * area(boxes[n]) and area(boxes[n]) > 0.95 * area(box)
    ]


def gaps(view: PageView, boxes: Sequence[Box]) -> Iterator[Gap]:
    """The boxes that stand in a line of text."""
    for box in boxes:
        if box[3] - box[1] > _HIGHEST:
            continue
        middle = (box[1] + box[3]) / 2
        left: tuple[float, TextOp] | None = None
        right: tuple[float, TextOp] | None = None
        for op in view.level_with(middle):
            letters = op.boxes[op.level_with(middle)]
            ends, starts = letters[:, 2], letters[:, 0]
            ends, starts = ends[ends <= box[0] + 2], starts[starts >= box[2] - 2]
            if ends.size and (left is None or ends.max() > left[0]):
                left = float(ends.max()), op
            if starts.size and (right is None or starts.min() < right[0]):
                right = float(starts.min()), op
        beside = left or right
        if beside is None:
            continue
        size = beside[1].size
        near = left and right and box[0] - left[0] < size and right[0] - box[2] < size
        blank = 0.25 * size
        width = right[0] - left[0] - 2 * blank if near and left and right else box[2] - box[0]
        yield Gap(box, width, bool(near), size, beside[1].font)


def widths(view: PageView, names: Sequence[str]) -> Iterator[Finding]:
    """Boxes whose width singles out some of `names`; without names, gaps that are exact."""
    if not names:
        return
    for gap in gaps(view, black(view)):
        room = _EXACT + 0.2 * gap.size if gap.exact else _ROOM
        fitting = [name for name in names if abs(_width(name, gap) - gap.width) <= room]
        few = 0 < len(fitting) <= max(1, len(names) // 10)
        if not fitting or len(fitting) > max(3, len(names) // 3):
            continue
        yield Finding(
            Kind.GAP_WIDTH,
            Severity.WARNING if few else Severity.INFO,
            min(0.8, 1 / len(fitting)) if gap.exact else min(0.4, 1 / len(fitting)),
            "finding.gap-width",
            view.number,
            gap.box,
            Channel.BODY,
            " ; ".join(fitting[:10]),
            facts={"count": len(fitting), "of": len(names)},
        )


def _width(name: str, gap: Gap) -> float:
    low = gap.font.casefold()
    font = "tiro" if "times" in low or "serif" in low or "roman" in low else "helv"
    if "bold" in low:
        font = {"tiro": "tibo", "helv": "hebo"}[font]
    # The engine's own table of widths has accented letters wrong: « Béranger » lacks 3.7 points.
    return float(_font(font).text_length(name, gap.size))


@cache
def _font(name: str) -> pymupdf.Font:
    return pymupdf.Font(name)


def before(view: PageView, box: Box) -> str:
    """What the line of a box says left of it."""
    middle = (box[1] + box[3]) / 2
    letters = [
        letter
        for op in view.level_with(middle)
        for number in op.level_with(middle)
        if (letter := op.letters[number]).box[2] <= box[0] + 2
    ]
    letters.sort(key=lambda letter: letter.box[0])
    pieces: list[str] = []
    for number, letter in enumerate(letters):
        height = letter.box[3] - letter.box[1]
        if number and letter.box[0] - letters[number - 1].box[2] > 0.15 * height:
            pieces.append(" ")
        pieces.append(letter.char)
    return "".join(pieces)


def in_lines(view: PageView) -> list[Box]:
    """The boxes of a page that stand in its lines, as redactions do."""
    return [
        box for box in black(view) if box[3] - box[1] <= _HIGHEST and max(_fill(view, box)) < 0.35
    ]


def kept(view: PageView, boxes: Sequence[Box]) -> Iterator[Finding]:
    """Boxes over what is to be communicated, as the words before them tell."""
    for box in boxes:
        yield from overdone.of_box(before(view, box), view.number, box)


def over(view: PageView, boxes: Sequence[Box]) -> Iterator[Finding]:
    """A page of which much is hidden: the share of its lines' area that boxes take."""
    letters = sum(len(op.characters) for op in view.texts)
    if len(boxes) < _FEW_BOXES or letters < _FEW_LETTERS:
        return
    hidden = sum(area(common(box, view.box)) for box in boxes)
    written = sum(area(op.box) for op in view.texts if op.mode != 3)
    share = hidden / (hidden + written) if hidden + written else 0.0
    if share >= MUCH and hidden > 0.01 * area(view.box):
        yield Finding(
            Kind.OVER_REDACTION,
            Severity.WARNING if share > 0.6 else Severity.INFO,
            0.6,
            "finding.over-much",
            view.number,
            None,
            Channel.BODY,
            facts={"percent": round(100 * share), "boxes": len(boxes)},
        )
