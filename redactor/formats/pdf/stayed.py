"""Whether every letter that was to stay is where it was, and no other is there.

The engine's text is compared first, since that is quick. It is not the last word: letters drawn
twice are read once, until one of the two words around them goes; right-to-left lines are read
in another order once a word is missing; text that takes no room is read apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from redactor.formats.pdf.glyphs import Extraction
from redactor.formats.pdf.letter import Glyph
from redactor.formats.pdf.pagetext import PageText

_NEAR = 0.12
"""Type sizes: a letter drawn again this close is the same, made bold or given a shadow."""
_LEAST = 0.3
"""Points: what rewriting moves a letter at most."""


def lost_with(text: PageText, gone: Mapping[int, set[int]], rest: Extraction) -> set[int] | None:
    """Given that `rest` draws the letters of `text` less those `gone`, each in its place: the
    numbers of the lines that went whole besides. None where it does not.

    Of lines that nobody sees more may be missing: the engine drops what an empty clip hides.
    """
    hidden = {line for item in text.placed if item.hidden for line, _, _ in item.pieces}
    left = list(rest.all_glyphs())
    there = _by_place(left)
    must: list[Glyph] = []
    may: list[Glyph] = []
    lost: set[int] = set()
    for line in text.extraction.lines:
        places = gone.get(line.number, set())
        glyphs = [
            glyph
            for at, glyph in enumerate(text.extraction.glyphs(line.number))
            if at not in places and _drawn(glyph)
        ]
        unseen = line.number in hidden
        if unseen and not places and not any(_is_in(there, glyph) for glyph in glyphs):
            lost.add(line.number)
        elif unseen and places:
            may += glyphs
        else:
            must += glyphs
    before = _by_place([*must, *may])
    as_before = all(_is_in(before, glyph) for glyph in left if _drawn(glyph))
    return lost if as_before and all(_is_in(there, glyph) for glyph in must) else None


_Places: TypeAlias = defaultdict[tuple[str, int, int], list[Glyph]]


def _by_place(glyphs: Iterable[Glyph]) -> _Places:
    there: _Places = defaultdict(list)
    for glyph in glyphs:
        there[glyph.char, *_cell(glyph)].append(glyph)
    return there


def _is_in(there: _Places, glyph: Glyph) -> bool:
    """Whether the same letter stands where `glyph` does."""
    reach = max(_LEAST, _NEAR * glyph.size)
    column, row = _cell(glyph)
    return any(
        abs(other.x - glyph.x) <= reach and abs(other.y - glyph.y) <= reach
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
        for other in there.get((glyph.char, column + dx, row + dy), ())
    )


def _cell(glyph: Glyph) -> tuple[int, int]:
    return int(glyph.x // 16), int(glyph.y // 16)


def _drawn(glyph: Glyph) -> bool:
    return bool(glyph.size) and not glyph.char.isspace()
