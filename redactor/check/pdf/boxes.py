"""The boxes of a page that hide a passage: how wide they are, and how much they take."""

from collections.abc import Iterator, Sequence

from redactor.boxes import area, shared
from redactor.check import overdone
from redactor.check.finding import Finding, Hole, Kind, Severity
from redactor.check.geometry import Grid
from redactor.check.pdf.sight import INVISIBLE, Letter, PageView, TextOp
from redactor.check.pdf.widths import length
from redactor.formats.base import Box
from redactor.text.flow import Channel

#: Points: a box over words is about as high as a line, and wider than a letter.
_LOWEST, _HIGHEST, _NARROWEST = 5.0, 40.0, 9.0
#: Part of a page beyond which it is worth saying how much of it is hidden.
MUCH = 0.30
_MOST = 5000
#: Fewer dark boxes on a page, or letters, are a drawing or a form.
_FEW_BOXES, _FEW_LETTERS = 3, 80


def black(view: PageView) -> list[Box]:
    """The page's dark or grey boxes without text on them, each once."""
    return [box for box, _ in _filled(view)]


def _filled(view: PageView) -> list[tuple[Box, float]]:
    """The same, with how light each is, 0 to 1."""
    boxes: list[Box] = []
    lights: list[float] = []
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
        lights.append(max(paint.fill))
    if not boxes or len(boxes) > _MOST:
        return []
    grid = Grid(boxes)
    labelled: set[int] = set()
    for op in view.texts:
        if min(op.colour) > 0.6:
            labelled.update(grid.touching(op.box))
    return [
        (box, lights[number])
        for number, box in enumerate(boxes)
        if number not in labelled and not any(other < number for other in _twins(grid, boxes, box))
    ]


def _twins(grid: Grid, boxes: Sequence[Box], box: Box) -> list[int]:
    return [
        n
        for n in grid.touching(box)
        if shared(boxes[n], box) > 0.95 * area(boxes[n]) and area(boxes[n]) > 0.95 * area(box)
    ]


def holes(view: PageView, boxes: Sequence[Box]) -> Iterator[Hole]:
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
        blank = length(" ", beside[1].font, size)
        width = right[0] - left[0] - 2 * blank if near and left and right else box[2] - box[0]
        yield Hole(view.number, box, width, bool(near), size, beside[1].font)


def before(view: PageView, box: Box) -> str:
    """What the line of a box says left of it."""
    middle = (box[1] + box[3]) / 2
    letters: list[Letter] = []
    for op in view.level_with(middle):
        level = op.level_with(middle)
        letters += (op.letters[int(n)] for n in level[op.boxes[level, 2] <= box[0] + 2])
    letters.sort(key=lambda letter: letter.box[0])
    pieces: list[str] = []
    end = 0.0
    for char, (x0, y0, x1, y1) in letters:
        if pieces and x0 - end > 0.15 * (y1 - y0):
            pieces.append(" ")
        pieces.append(char)
        end = x1
    return "".join(pieces)


def in_lines(view: PageView) -> list[Box]:
    """The boxes of a page that stand in its lines, as redactions do."""
    return [box for box, light in _filled(view) if box[3] - box[1] <= _HIGHEST and light < 0.35]


def kept(view: PageView, boxes: Sequence[Box]) -> Iterator[Finding]:
    """Boxes over what is to be communicated, as the words before them tell."""
    for box in boxes:
        yield from overdone.of_box(before(view, box), view.number, box)


def share(view: PageView, boxes: Sequence[Box]) -> float:
    """The part of a page's lines that boxes take, 0 to 1."""
    hidden = sum(shared(box, view.box) for box in boxes)
    written = sum(area(op.box) for op in view.texts if op.mode != INVISIBLE)
    return hidden / (hidden + written) if hidden else 0.0


def over(view: PageView, boxes: Sequence[Box]) -> Iterator[Finding]:
    """A page of which much is hidden."""
    letters = sum(len(op.characters) for op in view.texts)
    if len(boxes) < _FEW_BOXES or letters < _FEW_LETTERS:
        return
    hidden = sum(shared(box, view.box) for box in boxes)
    part = share(view, boxes)
    if part >= MUCH and hidden > 0.01 * area(view.box):
        yield Finding(
            Kind.OVER_REDACTION,
            Severity.WARNING if part > 0.6 else Severity.INFO,
            0.6,
            "finding.over-much",
            view.number,
            None,
            Channel.BODY,
            facts={"percent": round(100 * part), "boxes": len(boxes)},
        )
