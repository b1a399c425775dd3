"""A text read out of a source with markup or encoding, and edits back into that source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Range: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a source give way to `mark`."""

    start: int
    end: int
    mark: str


def edits(ranges: Sequence[Range], start: int, end: int, mark: str) -> Iterable[Edit]:
    """The edits that take characters `start` to `end` of a text out of its source.

    `ranges` gives for each character its place in the source, empty for one that markup stands
    for. Tags in between stay; one mark stands for the whole.
    """
    at: int | None = None
    until = 0
    said = False
    for first, last in [*ranges[start:end], (-1, -1)]:
        if at is not None and first != until:
            if at < until or not said:
                yield Edit(at, until, "" if said else mark)
                said = True
            at = None
        if first < 0 or first == last:
            continue
        if at is None:
            at = first
        until = last


def splice(source: str, changes: Iterable[Edit]) -> str:
    """`source` with the edits made; of those that overlap the first mark that says something."""
    pieces: list[str] = []
    done = 0
    merged: list[Edit] = []
    for edit in sorted(changes, key=lambda e: (e.start, e.end)):
        if merged and edit.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Edit(last.start, max(last.end, edit.end), last.mark or edit.mark)
        else:
            merged.append(edit)
    for edit in merged:
        pieces += [source[done : edit.start], edit.mark]
        done = edit.end
    return "".join([*pieces, source[done:]])
