"""Blocks one under the other: their heights, estimated until they are laid out, and what stands
where among them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from time import perf_counter

from redactor.text.flow import Span
from redactor.ui.block_layout import BlockLayout, Measures, lay_out
from redactor.ui.blocks import Block

# Blocks whose layout is kept.
KEPT = 800

Place = tuple[int, int, int]
"""Block, piece in the block, character in the piece."""


class BlockStack:
    """Lays blocks out when they are asked for."""

    def __init__(self, margin: float) -> None:
        """`margin`: what stands above the first block and under the last, in pixels."""
        self._margin = margin
        self.blocks: Sequence[Block] = ()
        self._where: dict[str, list[int]] = {}
        self._layouts: dict[int, BlockLayout] = {}
        self._heights: list[float] = []
        self._measures: Measures | None = None
        self._measured = 0
        self._stack()

    def __len__(self) -> int:
        return len(self.blocks)

    def append(self, blocks: Sequence[Block], measures: Measures) -> None:
        """More of the same document."""
        at = len(self.blocks)
        self.blocks = [*self.blocks, *blocks]
        for index, block in enumerate(blocks, at):
            for piece in block.pieces:
                self._where.setdefault(piece.flow, []).append(index)
        self._measures = measures
        self._heights += [measures.estimate(block) for block in blocks]
        self._stack()

    def measure_again(self, measures: Measures) -> None:
        """The width or the size of the letters is another."""
        self._measures = measures
        self._layouts.clear()
        self._measured = 0
        self._heights = [measures.estimate(block) for block in self.blocks]
        self._stack()

    def _stack(self) -> None:
        self._tops = list(accumulate(self._heights, initial=self._margin))
        self.bottom = self._tops[-1] + self._margin
        """The height of the whole."""

    def top(self, index: int) -> float:
        return self._tops[index]

    def layout(self, index: int) -> BlockLayout:
        """A block laid out."""
        layout = self._layouts.get(index)
        if layout is None:
            if len(self._layouts) > KEPT:
                self._layouts.clear()
            assert self._measures is not None
            layout = lay_out(self.blocks[index], self._measures)
            self._layouts[index] = layout
        return layout

    # --- heights --------------------------------------------------------------------------

    def settle(self, indices: Iterable[int]) -> bool:
        """Lay out blocks and put right what was estimated. Whether anything moved."""
        return self._correct({index: self.layout(index).height for index in indices})

    def settle_some(self, seconds: float) -> bool:
        """Measure the next blocks that nobody looked at yet. Whether anything moved."""
        until = perf_counter() + seconds
        heights = {}
        while not self.settled and perf_counter() < until:
            index = self._measured
            assert self._measures is not None
            # Not kept: a layout weighs a hundred times its block.
            known = self._layouts.get(index) or lay_out(self.blocks[index], self._measures)
            heights[index] = known.height
            self._measured += 1
        return self._correct(heights)

    @property
    def settled(self) -> bool:
        """Whether every block was measured."""
        return self._measured >= len(self.blocks)

    def _correct(self, heights: dict[int, float]) -> bool:
        wrong = {at: new for at, new in heights.items() if abs(new - self._heights[at]) > 0.5}
        for at, new in wrong.items():
            self._heights[at] = new
        if wrong:
            self._stack()
        return bool(wrong)

    # --- places ---------------------------------------------------------------------------

    def at(self, y: float) -> int:
        """The block at a height, or the nearest; 0 where there is none at all."""
        return max(min(bisect_right(self._tops, y) - 1, len(self.blocks) - 1), 0)

    def between(self, top: float, bottom: float) -> range:
        """The blocks that meet a band."""
        return range(self.at(top), min(bisect_right(self._tops, bottom), len(self.blocks)))

    def place(self, flow: str, character: int) -> Place | None:
        """Where a character of a flow stands; None where it is not shown."""
        for index in self._where.get(flow, ()):
            for number, piece in enumerate(self.blocks[index].pieces):
                if piece.flow == flow and piece.start <= character < max(piece.end, 1):
                    return index, number, character - piece.start
        return None

    def character(self, place: Place) -> tuple[str, int]:
        """The flow, and its character, at a place: the inverse of `place`."""
        piece = self.blocks[place[0]].pieces[place[1]]
        return piece.flow, piece.start + place[2]

    def selects(self, piece: tuple[int, int], first: Place, last: Place) -> bool:
        """Whether a selection goes over a piece: over comments in the margin only where it
        begins or ends in one."""
        if not first[:2] <= piece <= last[:2]:
            return False
        return piece in (first[:2], last[:2]) or not self.blocks[piece[0]].in_margin(piece[1])

    def spans(self, one: Place, other: Place) -> tuple[Span, ...]:
        """What stands from one place to another, both included: one span a flow."""
        first, last = sorted((one, other))
        ranges: dict[str, tuple[int, int]] = {}
        for index in range(first[0], last[0] + 1):
            for number, piece in enumerate(self.blocks[index].pieces):
                if not self.selects((index, number), first, last):
                    continue
                start = piece.start + (first[2] if (index, number) == first[:2] else 0)
                end = piece.start + last[2] + 1 if (index, number) == last[:2] else piece.end
                end = min(end, piece.end)
                if start < end:
                    low, high = ranges.get(piece.flow, (start, end))
                    ranges[piece.flow] = (min(low, start), max(high, end))
        return tuple(Span(flow, start, end) for flow, (start, end) in ranges.items())
