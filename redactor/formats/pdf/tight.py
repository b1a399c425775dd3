"""Words that run together in the engine's text, and do not on the page.

A line may be set so tight that the engine reads no space between its words.

A program that justifies may draw no space and leave a gap: where that is under 0.15 type size
the engine infers nothing (MuPDF 1.28). At 0.138, in a font whose space is 0.2 wide, a line read
« DéborahCAMPinvitelesparticipants », and no name in it was found. Letters of one word touch; what
stands clear of every other gap of its line is a space.

And the call of a note stands close to the word before it: « Vercastrel1 » is no name.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.letter import Glyph, white_between

_LOOKS_GLUED = re.compile(r"[^\W\d_]{16}|[a-zß-ÿ]{2}[A-ZÀ-Þ]")
_LOOKS_NOTED = re.compile(r"\d(?<=[^\W\d_]{3}\d)\d{0,2}(?!\w)")
_NARROWEST = 0.08
"""Type sizes of a space; a kern that parts letters is half of that."""
_CLEAR = 0.5
"""Part of the narrowest space that no other gap of the line is wider than."""
_TOUCHING = 0.02
"""Type sizes between the letters of a word, most often."""
_SMALLER = 0.85
"""Times the type of the word before it: a note's call."""
_RAISED = 0.12
"""Type sizes by which it misses the base line."""
_FEWEST = 5
"""Letters of which a line tells its usual gap."""


def gaps_of_tight_lines(
    texts: Sequence[str], glyphs_of: Callable[[int], Sequence[Glyph]]
) -> Iterator[frozenset[int]]:
    """Of each line of a page, the places before which it lacks a space.

    All are measured where one is tight; none where no text looks as if its words were glued.
    """
    looks = [number for number, text in enumerate(texts) if _LOOKS_GLUED.search(text)]
    tight = any(_lacking(glyphs_of(number)) for number in looks)
    for number, text in enumerate(texts):
        lacking = _lacking(glyphs_of(number)) if tight else frozenset()
        yield lacking | {
            call.start()
            for call in _LOOKS_NOTED.finditer(text)
            if _is_set_off(*glyphs_of(number)[call.start() - 1 : call.start() + 1])
        }


def _lacking(line: Sequence[Glyph]) -> frozenset[int]:
    gaps = {
        at: white_between(one, two) / two.size
        for at, (one, two) in enumerate(pairwise(line), 1)
        if not one.char.isspace() and not two.char.isspace() and two.size
    }
    if len(gaps) < _FEWEST or median(gaps.values()) > _TOUCHING:
        return frozenset()
    wide = {at: gap for at, gap in gaps.items() if gap >= _NARROWEST}
    others = [gap for at, gap in gaps.items() if at not in wide]
    if not wide or (others and max(others) > _CLEAR * min(wide.values())):
        return frozenset()
    return frozenset(wide)


def _is_set_off(letter: Glyph, digit: Glyph) -> bool:
    """Whether `digit` is smaller than `letter`, and not on its base line."""
    aside = min(abs(digit.x - letter.x), abs(digit.y - letter.y))
    return digit.size < _SMALLER * letter.size and aside > _RAISED * letter.size
