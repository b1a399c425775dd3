"""Cells of a grid that touch, as one."""

from collections.abc import Iterator
from typing import Any

import numpy as np


def regions(
    marked: "np.ndarray[Any, np.dtype[Any]]", fewest: int = 2
) -> Iterator[tuple[int, int, int, int]]:
    """The boxes (top, left, bottom, right; the last two exclusive) of `fewest` or more marked
    cells that touch by a side."""
    for cells in groups(marked):
        if len(cells) >= fewest:
            yield box_of(cells)


def groups(marked: "np.ndarray[Any, np.dtype[Any]]") -> Iterator[list[tuple[int, int]]]:
    """The marked cells (row, column) that touch by a side, group by group."""
    left = {(int(y), int(x)) for y, x in zip(*np.nonzero(marked), strict=True)}
    while left:
        found = [left.pop()]
        for y, x in found:  # grows while it is gone through
            for near in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if near in left:
                    left.remove(near)
                    found.append(near)
        yield found


def box_of(cells: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    """Top, left, bottom, right of cells, the last two exclusive."""
    ys, xs = [y for y, _ in cells], [x for _, x in cells]
    return min(ys), min(xs), max(ys) + 1, max(xs) + 1
