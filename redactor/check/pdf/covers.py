"""What lies over and under a text of a page."""

from collections.abc import Sequence

from redactor.check.geometry import Grid
from redactor.check.pdf.sight import Cover, PageView
from redactor.formats.base import Box


class Covers:
    """The covers of a page, found by place."""

    def __init__(self, view: PageView) -> None:
        self.all: Sequence[Cover] = view.covers
        self._grid: Grid | None = None
        self.last = max((c.number for c in self.all), default=-1)
        self.first = min((c.number for c in self.all), default=1 << 60)

    @property
    def grid(self) -> Grid:
        if self._grid is None:
            self._grid = Grid([c.box for c in self.all])
        return self._grid

    def over(self, box: Box, number: int) -> list[Cover]:
        """What is drawn after operation `number` at the middle of `box`, lowest first."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return [self.all[n] for n in self.grid.at(x, y) if self.all[n].number > number]

    def under(self, box: Box, number: int) -> list[Cover]:
        """The same for what is drawn before."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return [self.all[n] for n in self.grid.at(x, y) if self.all[n].number < number]
