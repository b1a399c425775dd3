"""Boxes, and an index that finds those near another in time that does not grow with the page."""

from collections.abc import Iterator, Sequence

from redactor.boxes import shared
from redactor.formats.base import Box

#: Points: side of the index's squares, about two lines of text.
_CELL = 32.0
#: A box over more squares than this is kept in a list that every query goes through.
_MANY = 256


def core(box: Box) -> Box:
    """The middle of a letter's box, where its ink is: most of the width, the body's height."""
    width, height = box[2] - box[0], box[3] - box[1]
    return (
        box[0] + 0.12 * width,
        box[1] + 0.32 * height,
        box[2] - 0.12 * width,
        box[1] + 0.72 * height,
    )


class Grid:
    """Boxes by number, found by place."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._large: list[int] = []
        for number, box in enumerate(boxes):
            cells = _span(box)
            if cells is None:
                self._large.append(number)
                continue
            for cell in _cells(cells):
                self._cells.setdefault(cell, []).append(number)

    def at(self, x: float, y: float) -> list[int]:
        """The numbers of the boxes that hold a point, in order."""
        near = self._cells.get((int(x // _CELL), int(y // _CELL)), ())
        found = [
            number
            for number in (*near, *self._large)
            if self._boxes[number][0] <= x <= self._boxes[number][2]
            and self._boxes[number][1] <= y <= self._boxes[number][3]
        ]
        found.sort()
        return found

    def touching(self, box: Box) -> list[int]:
        """The numbers of the boxes that share some area with `box`, in order."""
        cells = _span(box)
        near: set[int] = set(self._large)
        if cells is None:
            near.update(range(len(self._boxes)))
        else:
            for cell in _cells(cells):
                near.update(self._cells.get(cell, ()))
        return sorted(n for n in near if shared(self._boxes[n], box))


def _span(box: Box) -> tuple[int, int, int, int] | None:
    """The squares that a box lies over, None where they are too many."""
    try:
        x0, y0, x1, y1 = (int(value // _CELL) for value in box)
    except (OverflowError, ValueError):  # an infinite box
        return None
    if (x1 - x0 + 1) * (y1 - y0 + 1) > _MANY:
        return None
    return x0, y0, x1, y1


def _cells(span: tuple[int, int, int, int]) -> Iterator[tuple[int, int]]:
    for x in range(span[0], span[2] + 1):
        for y in range(span[1], span[3] + 1):
            yield x, y
