"""What lies over and under a text of a page."""

from collections.abc import Mapping, Sequence

import numpy as np

from redactor.check.geometry import Grid
from redactor.check.pdf.sight import Cover, PageView, TextOp
from redactor.formats.base import Box


class Covers:
    """The covers of a page, found by place."""

    def __init__(self, view: PageView) -> None:
        self.all: Sequence[Cover] = view.covers
        self._grid: Grid | None = None
        self._above: dict[int, Mapping[int, Sequence[Cover]]] = {}
        self.last = max((c.number for c in self.all), default=-1)
        self.first = min((c.number for c in self.all), default=1 << 60)

    @property
    def grid(self) -> Grid:
        if self._grid is None:
            self._grid = Grid([c.box for c in self.all])
        return self._grid

    def above(self, op: TextOp) -> Mapping[int, Sequence[Cover]]:
        """The letters of `op`, by their place in it, that have something drawn over their
        middle, with what it is, lowest first."""
        found = self._above.get(id(op))
        if found is None:
            found = self._above[id(op)] = self._find(op)
        return found

    def _find(self, op: TextOp) -> dict[int, list[Cover]]:
        found: dict[int, list[Cover]] = {}
        if self.last <= op.number:
            return found
        near = [self.all[n] for n in self.grid.touching(op.box)]
        later = [cover for cover in near if cover.number > op.number]
        if not later:
            return found
        x, y = (op.boxes[:, 0] + op.boxes[:, 2]) / 2, (op.boxes[:, 1] + op.boxes[:, 3]) / 2
        for cover in later:
            x0, y0, x1, y1 = cover.box
            for number in np.flatnonzero((x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)):
                found.setdefault(int(number), []).append(cover)
        return found

    def under(self, box: Box, number: int) -> list[Cover]:
        """The same for what is drawn before."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return [self.all[n] for n in self.grid.at(x, y) if self.all[n].number < number]
