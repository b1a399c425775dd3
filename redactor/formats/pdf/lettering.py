"""Fonts that do not say which letters they draw, or say others.

What is extracted is what a font's ToUnicode table says of its glyphs (ISO 32000-2, 9.10.3); what
is seen is what the font's own program draws. Text of a font that says nothing (9.10.2), or that
lies, is looked at by no search and no detection.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, TypeAlias

import pymupdf

from redactor.text.flow import Unread
from redactor.text.fold import fold

Pair: TypeAlias = tuple[int, int]
"""The code point that extraction gives a letter, and its glyph."""

_WRONG, _SHARE = 4, 0.6
"""Different letters that must be wrong, as a count and as a part of the font's letters:
ligatures and variants of a letter are few, a table made to lie changes most."""
_MOST = 3000
"""A font with more letters than this is not looked through: they cost one call each."""
_BYTES = 20_000_000
_UNLETTERED = 20
"""Letters without a meaning beyond which a page is not read."""
_SIGNS = re.compile(r"(?i)dings|symbol|marlett|awesome|icon|emoji|math|bullet")
"""Fonts of signs, which have none."""
_IGNORED = 3
"""What a trace calls text that is not painted."""
_LOOKS = 2
"""Pages on which a font is looked at before it is taken for sound: it takes longer than reading
the page does."""


def counts_as_unlettered(unknown: Mapping[str, int]) -> bool:
    """Whether a page with so many letters without a meaning, by font, was not read."""
    return sum(n for font, n in unknown.items() if not _SIGNS.search(font)) >= _UNLETTERED


class Programs:
    """The programs of a document's fonts, each opened once."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._drawn: dict[int, Mapping[int, str]] = {}

    def drawn(self, xref: int) -> Mapping[int, str]:
        """Glyph → the letter that the font's own program knows it by."""
        if xref not in self._drawn:
            self._drawn[xref] = self._read(xref)
        return self._drawn[xref]

    def lie(
        self, fonts: Sequence[Sequence[Any]], shown: Mapping[str, Set[Pair]]
    ) -> Iterator[tuple[str, int]]:
        """The fonts, by name and object, of which most letters shown are others; `fonts`: those
        of a page, as `get_fonts(full=True)` lists them."""
        by_name: dict[str, list[int]] = defaultdict(list)
        for xref, _, _, base, *_ in fonts:
            by_name[base.rpartition("+")[2]].append(xref)
        for name, pairs in shown.items():
            found = by_name.get(name, [])
            if len(found) == 1 and _lies(pairs, self.drawn(found[0])):
                yield name, found[0]

    def _read(self, xref: int) -> Mapping[int, str]:
        try:
            _, _, _, data = self._doc.extract_font(xref)
            if not data or len(data) > _BYTES:
                return {}
            font = pymupdf.Font(fontbuffer=data)
            codes = font.valid_codepoints()
            if len(codes) > _MOST:
                return {}
            return {font.has_glyph(code): chr(code) for code in codes}
        except (RuntimeError, ValueError, TypeError):
            return {}


class Letterings:
    """What a document's pages show in letters that extraction does not know."""

    def __init__(self, doc: Any) -> None:
        self._programs = Programs(doc)
        self._looks: Counter[int] = Counter()

    def unread(self, page: Any, number: int) -> Iterator[Unread]:
        """Of page `number`. Fonts that were sound on pages before are taken for sound."""
        listed = page.get_fonts(full=True)
        fonts = {font[0] for font in listed}
        if all(self._looks[xref] >= _LOOKS for xref in fonts):
            return
        shown: dict[str, set[Pair]] = defaultdict(set)
        unknown: Counter[str] = Counter()
        for run in _trace(page):
            if run["type"] != _IGNORED:
                shown[run["font"]].update(char[:2] for char in run["chars"])
                unknown[run["font"]] += sum(char[0] == 0xFFFD for char in run["chars"])
        if counts_as_unlettered(unknown) or any(self._programs.lie(listed, shown)):
            yield Unread(f"page {number}", "unread.letters", number)
        else:
            self._looks.update(fonts)


def _trace(page: Any) -> list[Any]:
    try:
        return list(page.get_texttrace())
    except (RuntimeError, ValueError):
        return []  # what cannot be drawn is said unread elsewhere


def _lies(pairs: Set[Pair], drawn: Mapping[int, str]) -> bool:
    known = [
        (chr(code), drawn[glyph])
        for code, glyph in pairs
        if code > 31 and drawn.get(glyph, "").isalpha()
    ]
    wrong = [one for one, two in known if one.isalnum() and fold(one) != fold(two)]
    return len(wrong) >= _WRONG and len(wrong) >= _SHARE * len(known)
