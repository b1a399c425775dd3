"""Pages one under the other: their sizes and their places, in points. No Qt."""

from collections.abc import Sequence
from itertools import accumulate

from redactor.ui.geometry import visible_pages

GAP = 14.0
"""Points between two pages and around them."""


class PageStack:
    """Pages are counted from 1; the middle of their width is at x = 0."""

    def __init__(self, sizes: Sequence[tuple[float, float]] = ()) -> None:
        """`sizes`: width and height of each page, guessed until they are learnt."""
        self._sizes = list(sizes)
        self._known = [False] * len(self._sizes)
        self._stack()

    def _stack(self) -> None:
        self._heights = [height for _, height in self._sizes]
        self._tops = list(accumulate((h + GAP for h in self._heights[:-1]), initial=GAP))
        self.width = max((w for w, _ in self._sizes), default=0.0)
        """The width of the widest page."""
        self.bottom = self._tops[-1] + self._heights[-1] + GAP if self._sizes else 0.0

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, page: int) -> tuple[float, float]:
        return self._sizes[page - 1]

    def left(self, page: int) -> float:
        return -self._sizes[page - 1][0] / 2

    def top(self, page: int) -> float:
        return self._tops[page - 1]

    def learn(self, page: int, size: tuple[float, float]) -> bool:
        """The real size of a page. Until others are known, they are like it. Whether anything
        moved."""
        index = page - 1
        old = self._sizes[index]
        self._known[index] = True
        if abs(old[0] - size[0]) < 0.5 and abs(old[1] - size[1]) < 0.5:
            return False
        if not any(known for at, known in enumerate(self._known) if at != index):
            self._sizes = [size] * len(self._sizes)
        else:
            self._sizes[index] = size
        self._stack()
        return True

    def near(self, top: float, bottom: float, margin: int) -> range:
        """The pages that meet a band, and as many as `margin` on each side of them."""
        seen = visible_pages(self._tops, self._heights, top, bottom)
        return range(max(seen.start - margin, 0) + 1, min(seen.stop + margin, len(self)) + 1)

    def at(self, top: float, middle: float) -> int:
        """The page at the middle of a band that begins at `top`."""
        return max(visible_pages(self._tops, self._heights, top, middle).stop, 1)
