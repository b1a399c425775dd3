"""Whether every letter that was to stay is where it was, and no other is there.

The engine's text is compared first, since that is quick. It is not the last word: letters drawn
twice are read once, until one of the two words around them goes; right-to-left lines are read
in another order once a word is missing; text that takes no room is read apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from redactor.formats.pdf.glyphs import Extraction
from redactor.formats.pdf.letter import Glyph
from redactor.formats.pdf.pagetext import PageText

_NEAR = 0.12
"""Type sizes: a letter drawn again this close is the same, made bold or given a shadow."""
_LEAST = 0.3
"""Points: what rewriting moves a letter at most."""


def in_place(text: PageText, gone: Mapping[int, set[int]], rest: Extraction) -> bool:
    """Whether `rest` draws the letters of `text` less those `gone`, each in its place.

    Of a line that nobody sees more may be missing: the engine drops what an empty clip hides,
    whole.
    """
    hidden = {line for item in text.placed if item.hidden for line, _, _ in item.pieces}
    must: list[Glyph] = []
    may: list[Glyph] = []
    for line in text.extraction.lines:
        places = gone.get(line.number, set())
        for at, glyph in enumerate(text.extraction.glyphs(line.number)):
            if at not in places:
                unseen = bool(places) and line.number in hidden
                (may if unseen else must).append(glyph)
    left = list(rest.all_glyphs())
    return _each_near(left, [*must, *may]) and _each_near(must, left)


def _each_near(these: Iterable[Glyph], those: Iterable[Glyph]) -> bool:
    """Whether each drawn letter of `these` stands where one of `those` does, the same."""
    there: defaultdict[str, defaultdict[tuple[int, int], list[Glyph]]]
    there = defaultdict(lambda: defaultdict(list))
    for glyph in those:
        there[glyph.char][_cell(glyph)].append(glyph)
    return all(_near(glyph, there[glyph.char]) for glyph in these if _drawn(glyph))


def _near(glyph: Glyph, there: Mapping[tuple[int, int], list[Glyph]]) -> bool:
    reach = max(_LEAST, _NEAR * glyph.size)
    column, row = _cell(glyph)
    return any(
        abs(other.x - glyph.x) <= reach and abs(other.y - glyph.y) <= reach
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
        for other in there.get((column + dx, row + dy), ())
    )


def _cell(glyph: Glyph) -> tuple[int, int]:
    return int(glyph.x // 16), int(glyph.y // 16)


def _drawn(glyph: Glyph) -> bool:
    return bool(glyph.size) and not glyph.char.isspace()
