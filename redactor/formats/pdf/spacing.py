"""Words whose letters are set apart, one by one: « V E RCA S T RE L ».

The engine infers a space from every gap that is wide enough, and letters placed at one pitch
(a comb of boxes in a form, a title spread over its line) leave wider gaps beside the narrow
ones. Such a space is no space: the geometry of the whole run says which are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.letter import Glyph, white_between

_FEWEST = 4
"""Letters: fewer, set apart, are initials or an enumeration."""
_APART = 0.03
"""Type sizes between letters that are set apart at all; a word's own letters touch."""
_WIDEST = 0.9
"""Type sizes between two letters of one word."""
PITCH = 2.0
"""Type sizes from one letter of a comb to the next."""
_EVEN = 0.16
"""Part of the pitch by which the letters of a comb may miss it."""
_BREAK = 1.6
"""Times the usual distance: what is further apart are two words."""
SPACE = Glyph(" ", 0.0, 0.0, (0.0, 0.0, 0.0, 0.0), 0.0)
"""Parts two lines of one row."""
_LONG = re.compile(r"\S{4}")
_SHORT = re.compile(r"(?:(?<!\S)\S{1,3} ){2,}\S{1,3}(?!\S)")


def may_be_apart(text: str) -> bool:
    """Whether a line looks as if its letters were set apart: all its words are short, or many
    in a row have one letter."""
    words = text.split()
    if len(words) > 2 and is_short(text):
        return True
    return any(_mostly_single(found[0].split()) for found in _SHORT.finditer(text))


def is_short(text: str) -> bool:
    """Whether a line may be a piece of a word set apart."""
    return _LONG.search(text) is None


def false_spaces(line: Sequence[Glyph]) -> set[int]:
    """The numbers of the inferred spaces of `line` that stand inside a word."""
    found: set[int] = set()
    for stretch in _SHORT.finditer("".join(glyph.char for glyph in line)):
        words = [
            list(range(stretch.start() + word.start(), stretch.start() + word.end()))
            for word in re.finditer(r"\S+", stretch[0])
        ]
        for group in _groups(line, words):
            found |= _inside(line, group)
    return found


def _mostly_single(words: Sequence[str]) -> bool:
    return 2 * sum(len(word) == 1 for word in words) >= len(words)


def _groups(line: Sequence[Glyph], words: Sequence[list[int]]) -> Iterator[list[int]]:
    """Glyphs that may be one word set apart: between words whose own letters touch, and
    between spaces that are drawn."""
    whole = [number for word in words for number in word]
    if _comb([line[number] for number in whole]):
        yield whole
        return
    group: list[int] = []
    for word in words:
        apart = all(
            white_between(line[a], line[b]) > _APART * line[a].size for a, b in pairwise(word)
        )
        if group and (not apart or line[word[0] - 1].size):
            yield group
            group = []
        if apart:
            group += word
    yield group


def _inside(line: Sequence[Glyph], group: Sequence[int]) -> set[int]:
    if len(group) < _FEWEST:
        return set()
    size = max(line[number].size for number in group)
    steps = _comb([line[number] for number in group])
    gaps = [white_between(line[a], line[b]) for a, b in pairwise(group)]
    gap = median(gaps)
    if steps:
        within = [step < _BREAK * median(steps) for step in steps]
    elif gap < _WIDEST * size:
        within = [each < _BREAK * (gap + 0.1 * size) for each in gaps]
    else:
        return set()
    return {
        between
        for (a, b), inside in zip(pairwise(group), within, strict=True)
        for between in range(a + 1, b)
        if inside and not line[between].size
    }


def _comb(letters: Sequence[Glyph]) -> list[float]:
    """The steps from letter to letter, where each stands at a multiple of one pitch by its
    middle or by its origin: an empty box is a space. None where it is otherwise."""
    size = max(letter.size for letter in letters)
    for places in ([_middle(one) for one in letters], [(one.x, one.y) for one in letters]):
        steps = [abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(places)]
        pitch = median(steps) if steps else 0
        if 0 < pitch < PITCH * size and all(
            round(step / pitch) >= 1 and abs(step - pitch * round(step / pitch)) < _EVEN * pitch
            for step in steps
        ):
            return steps
    return []


def _middle(letter: Glyph) -> tuple[float, float]:
    x0, y0, x1, y1 = letter.box
    return (x0 + x1) / 2, (y0 + y1) / 2
