"""A long sequence held small: a document's flows take 8 kB a page as objects, and 1 packed."""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

_TOGETHER = 64
"""Values packed as one: half as many pack to a fifth more, twice as many to a tenth less."""

_Value = TypeVar("_Value")


class Packed(Sequence[_Value], Generic[_Value]):
    """Values that are gone over in their order, or asked for a few neighbours at a time.

    What comes out is equal to what was given, not the same objects.
    """

    def __init__(self, values: Iterable[_Value] = ()) -> None:
        self._blocks: list[bytes] = []
        self._rest: list[_Value] = []
        """The last ones, too few yet for a block."""
        self._last: tuple[int, tuple[_Value, ...]] = -1, ()
        """The block asked for last, by its number: the next value is most often there too."""
        self.extend(values)

    def extend(self, values: Iterable[_Value]) -> None:
        """Add values at the end."""
        for value in values:
            self._rest.append(value)
            if len(self._rest) == _TOGETHER:
                self._blocks.append(_packed(self._rest))
                self._rest = []

    def __len__(self) -> int:
        return len(self._blocks) * _TOGETHER + len(self._rest)

    def __iter__(self) -> Iterator[_Value]:
        for block in self._blocks:
            yield from _unpacked(block)
        yield from self._rest

    @overload
    def __getitem__(self, at: int) -> _Value: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[_Value, ...]: ...
    def __getitem__(self, at: int | slice) -> _Value | tuple[_Value, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        number, place = divmod(range(len(self))[at], _TOGETHER)
        if number == len(self._blocks):
            return self._rest[place]
        if self._last[0] != number:
            self._last = number, _unpacked(self._blocks[number])
        return self._last[1][place]


def _packed(values: Iterable[_Value]) -> bytes:
    # Level 1: each further one packs a hundredth better.
    return zlib.compress(pickle.dumps(tuple(values), pickle.HIGHEST_PROTOCOL), 1)


def _unpacked(block: bytes) -> tuple[_Value, ...]:
    values: tuple[_Value, ...] = pickle.loads(zlib.decompress(block))  # noqa: S301 — packed here
    return values
