"""Boxes, and an index that finds those near another in time that does not grow with the page."""

from collections.abc import Iterable, Iterator, Sequence

from redactor.formats.base import Box

#: Points: side of the index's squares, about two lines of text.
_CELL = 32.0
#: A box over more squares than this is kept in a list that every query goes through.
_MANY = 256


def area(box: Box) -> float:
    """Square points; zero for an empty or inverted box."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def common(one: Box, two: Box) -> Box:
    """What both cover; its `area` is zero where nothing is."""
    return max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3])


def covered(inner: Box, outer: Box) -> float:
    """Which part of `inner` lies in `outer`, 0 to 1."""
    whole = area(inner)
    return area(common(inner, outer)) / whole if whole else 0.0


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them. Raises ValueError for none."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


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
        return sorted(n for n in near if area(common(self._boxes[n], box)) > 0)


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
