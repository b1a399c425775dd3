"""Stretches of text that an author had highlighted, in formats whose flows are made of pieces."""

from collections.abc import Callable, Iterable, Iterator

from redactor.formats.base import Premarked
from redactor.formats.slots import Mapped, Piece
from redactor.text.flow import Span


def stretches(flows: Iterable[Mapped], is_one: Callable[[Piece], bool]) -> Iterator[Premarked]:
    """One mark for each stretch of neighbours of which `is_one` says that they are highlighted."""
    for mapped in flows:
        at, start = 0, None
        for piece in mapped.pieces:
            if is_one(piece):
                start = at if start is None else start
            elif start is not None:
                yield _mark(mapped, start, at)
                start = None
            at += len(piece.text)
        if start is not None:
            yield _mark(mapped, start, at)


def _mark(mapped: Mapped, start: int, end: int) -> Premarked:
    return Premarked("highlight", mapped.flow.page, (Span(mapped.flow.id, start, end),))
