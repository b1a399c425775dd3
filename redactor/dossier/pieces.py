"""Spans that go, merged where they overlap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.dossier.plan import Origin
from redactor.law.categories import Category
from redactor.law.grounds import together
from redactor.text.flow import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A span that goes, before overlaps are merged."""

    id: str
    span: Span
    category: Category
    ground: str
    origin: Origin
    note: str = ""
    by: str = ""
    when: str = ""
    detector: str = ""
    """What proposed it; empty where a person asked for it."""


def merge(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, tuple[Piece, ...]]]:
    """Disjoint pieces covering the same characters, each with those that it is made of.

    The longest of those that overlap gives its id and category; every ground is stated.
    Neighbours that only touch stay apart. The order: by flow id, then by place.
    """
    group: list[Piece] = []
    end = 0
    for piece in sorted(pieces, key=lambda each: (each.span, each.id)):
        if group and piece.span.flow == group[0].span.flow and piece.span.start < end:
            group.append(piece)
            end = max(end, piece.span.end)
            continue
        if group:
            yield _one(group, end)
        group, end = [piece], piece.span.end
    if group:
        yield _one(group, end)


def _one(group: Sequence[Piece], end: int) -> tuple[Piece, tuple[Piece, ...]]:
    if len(group) == 1:
        return group[0], (group[0],)
    # A person's word outweighs a proposal of the same length.
    ranks = list(Origin)
    head = min(
        group, key=lambda p: (p.span.start - p.span.end, ranks.index(p.origin), p.span.start, p.id)
    )
    first = group[0].span
    whole = replace(
        head,
        span=Span(first.flow, first.start, end),
        ground=together([head.ground, *(each.ground for each in group)]),
        note=" ".join(dict.fromkeys(each.note for each in [head, *group] if each.note)),
    )
    return whole, tuple(group)
