"""Settling marks in a page's content, and checking that nothing else moved."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from redactor.formats.pdf import marks
from redactor.formats.pdf.glyphs import Glyph, Line, Word, everything
from redactor.formats.pdf.placing import Gap, Settled, place, shift_at

_ROOM = 6.0
"""Type sizes: the one width of all gaps. Of 400 French surnames nine in ten are narrower."""
_APART = 3.0
"""Type sizes: text further away on the same line is another column or cell."""
_MARGIN = 20.0
_AIR = 2.0
_NEAR = sorted(product((-1, 0, 1), repeat=2), key=lambda step: abs(step[0]) + abs(step[1]))
_VEIL = re.compile(r"/SMask\s*(?!/None)\S|/BM\s*/(?!Normal|Compatible)|/[cC][aA]\s*0?(?:\.\d+)?\b")


def gaps_of(runs: Sequence[Sequence[Glyph]], shown: Sequence[marks.Mark]) -> list[Gap]:
    """The gaps that runs of glyphs leave, each with its mark."""
    return [
        Gap(run[0].x, max(glyph.box[2] for glyph in run), run[0].y, mark, run[0].size)
        for run, mark in zip(runs, shown, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Marked:
    """A page whose content has the boxes of marks, without what they say: so it can be read and
    compared."""

    page: Any
    stream: int
    settled: Settled

    def keep(self, gaps: Sequence[Gap]) -> list[marks.Mark]:
        """Let the marks speak. Returns those of `gaps` that found no place."""
        self.page.parent.update_stream(self.stream, self.settled.content)
        return [mark for gap in self.settled.left if (mark := gap.drawn(gaps))]


def mark(page: Any, content: bytes, gaps: Sequence[Gap], matrix: Any) -> Marked:
    """Give `page` its `content` with the boxes of `gaps` in the places of their words."""
    settled = place(content, gaps, matrix, lambda name: _veils(page, name))
    return Marked(page, _put(page, settled.bare), settled)


def settle(
    page: Any,
    before: Sequence[Word],
    gaps: Sequence[Gap],
    matrix: Any,
    lines: Sequence[Line] | None,
) -> tuple[list[marks.Mark], list[Gap]]:
    """Put the marks of `gaps` where their words stood in the content of `page`.

    `before` are the words of `page`. `lines`, the page's text before: every gap is given one
    width, where its line allows it.
    Returns the marks that found no place, and the gaps that keep their width: their line has
    no room, or cannot be set again.
    """
    content = page.read_contents()
    tries = [_widened(gaps, lines, page.rect.width)] if lines is not None else []
    for wanted in [*tries, list(gaps)]:
        marked = mark(page, content, wanted, matrix)
        if not _as_they_should(before, everything(page, drawn=True).words(), wanted):
            continue
        kept = [gap for gap in wanted if lines is not None and not gap.shift]
        return marked.keep(wanted), kept
    _put(page, content)
    kept = [] if lines is None else list(gaps)
    return [gap.mark for gap in gaps if gap.mark], kept


def _widened(gaps: Sequence[Gap], lines: Sequence[Line], width: float) -> list[Gap]:
    # The right margin is taken for as wide as the left one, where no line says otherwise.
    left = min((line.box[0] for line in lines), default=0.0)
    right = max([width - max(left, _MARGIN), *(line.box[2] for line in lines)])
    wanted: list[Gap] = []
    for gap in sorted(gaps, key=lambda gap: (gap.base, gap.x0)):
        level = sorted(
            (line for line in lines if abs(line.base - gap.base) < 0.5 and line.box[2] > gap.x0),
            key=lambda line: line.box[0],
        )
        end, limit = gap.x1, max(right, gap.x1)
        for line in level:
            if line.box[0] - end > _APART * gap.size:
                limit = line.box[0] - _AIR
                break
            end = max(end, line.box[2])
        shift = _ROOM * gap.size - (gap.x1 - gap.x0)
        moved = sum(
            one.shift for one in wanted if abs(one.base - gap.base) < 0.5 and one.until > gap.x0
        )
        if end + moved + shift > limit:
            shift = 0.0
        wanted.append(replace(gap, shift=shift, until=end + 0.5))
    return wanted


def stayed(before: Sequence[Word], after: Sequence[Word], bases: Sequence[float]) -> bool:
    """Whether no word moved but on the lines, at `bases`, from which something went."""
    moved = set(after).difference(before)
    if not moved:
        return True
    elsewhere = [
        (text, round(x), round(top))
        for text, x, top, bottom in moved
        if not any(top - 1 <= at <= bottom + 1 for at in bases)
    ]
    if not elsewhere:
        return True
    there = {(text, round(x), round(top)) for text, x, top, _ in before}
    return all(
        any((text, column + dx, row + dy) in there for dx, dy in _NEAR)
        for text, column, row in elsewhere
    )


def only_lost(before: Sequence[Word], after: Sequence[Word], bases: Sequence[float]) -> bool:
    """Whether every word stands where it did or, on the lines at `bases`, is what is left of one
    that stood there."""
    ahead, partial = iter(before), None
    for word in after:
        if partial is not None and _is_rest(word, partial, bases):
            continue
        partial = None
        for old in ahead:
            if old == word:
                break
            if _is_rest(word, old, bases):
                partial = old
                break
        else:
            return False
    return True


def _is_rest(word: Word, old: Word, bases: Sequence[float]) -> bool:
    """Whether `word` is `old`, or what a loss on the lines at `bases` left of it."""
    text, x, top, bottom = word
    if text not in old[0] or abs(top - old[2]) >= 1:
        return False
    if text == old[0]:
        return abs(x - old[1]) < 1
    wide = len(old[0]) * (bottom - top)
    return -1 < x - old[1] < wide and any(top - 1 <= at <= bottom + 1 for at in bases)


def _as_they_should(before: Sequence[Word], after: Sequence[Word], gaps: Sequence[Gap]) -> bool:
    """Whether every word is where it was, or has moved with its line."""
    if len(before) != len(after):
        return False
    if not any(gap.shift for gap in gaps):
        moved = [(one, two) for one, two in zip(before, after, strict=True) if one != two]
        if all(
            one[0] == two[0] and abs(one[1] - two[1]) < 1 and abs(one[2] - two[2]) < 1
            for one, two in moved
        ):
            return True
    free = Counter((text, round(x), round(top)) for text, x, top, _ in after)
    bases = {gap.base for gap in gaps if gap.shift}
    for text, x, top, bottom in before:
        level = [base for base in bases if (top + bottom) / 2 < base < bottom]
        x += next((shift for base in level if (shift := shift_at(gaps, x, base))), 0.0)
        for key in ((text, round(x) + dx, round(top) + dy) for dx, dy in _NEAR):
            if free[key]:
                free[key] -= 1
                break
        else:
            return False
    return True


def _put(page: Any, content: bytes) -> int:
    """Give `page` a content of its own. Returns the stream's number."""
    doc = page.parent
    number = doc.get_new_xref()
    doc.update_object(number, "<<>>")
    doc.update_stream(number, content, compress=False)  # the save will
    doc.xref_set_key(page.xref, "Contents", f"{number} 0 R")
    return int(number)


def _veils(page: Any, name: str) -> bool:
    """Whether what is drawn in that graphics state may be seen through, or not at all."""
    doc = page.parent
    kind, value = doc.xref_get_key(page.xref, f"Resources/ExtGState{name}")
    if kind == "xref":
        value = doc.xref_object(int(value.split()[0]), compressed=True)
    return kind == "null" or _VEIL.search(value) is not None
