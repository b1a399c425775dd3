"""Stretches of a text around what was deleted from it.

A name of which only the second half was deleted can be read by refusing the change: so the flow
of a deletion takes the words around it too.
"""

from collections.abc import Sequence

from redactor.formats.slots import Piece

#: Words kept around a change, on each side: a name has four words at most, but for rare ones.
_AROUND = 4


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the part of a word it cuts and `_AROUND` words on each side."""
    for _ in range(_AROUND):
        while start > 0 and text[start - 1].isspace():
            start -= 1
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and text[end].isspace():
            end += 1
        while end < len(text) and not text[end].isspace():
            end += 1
    return start, end


def joined(windows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in windows:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def part_of(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    """The pieces between two offsets of their text."""
    part: list[Piece] = []
    at = 0
    for piece in pieces:
        until = at + len(piece.text)
        if at < end and start < until:
            first, last = max(start - at, 0), min(end, until) - at
            part.append(Piece(piece.text[first:last], piece.node, piece.where, first))
        at = until
    return part
