"""Fonts that say one letter and draw another.

What is copied or searched is what a font's ToUnicode table says of its glyphs (ISO 32000-2,
9.10.3); what is seen is what the font's own program draws. A table that lies hides words from
every search, and hands detection other words than the reader's.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pymupdf

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.geometry import area, common, union
from redactor.check.pdf.sight import INVISIBLE, PageView
from redactor.formats.base import Box
from redactor.text.flow import Channel, Unread
from redactor.text.fold import fold

#: Different letters that must be wrong, as a count and as a part of the font's letters: ligatures
#: and variants of a letter are few, a table made to lie changes most.
_WRONG, _SHARE = 4, 0.6
#: A font with more letters than this is not looked through: they cost one call each.
_MOST = 3000
_BYTES = 20_000_000


#: Letters without a meaning beyond which a page is not read, and fonts of signs, which have none.
_UNLETTERED = 20
_SIGNS = re.compile(r"(?i)dings|symbol|marlett|awesome|icon|emoji|math|bullet")


def unlettered(view: PageView) -> Iterator[Unread]:
    """Text that is seen and that no one can search: its font does not say which letters it has
    (ISO 32000-2, 9.10.2)."""
    if view.everything.count("\ufffd") < _UNLETTERED:
        return
    unknown = sum(op.text.count("\ufffd") for op in view.texts if not _SIGNS.search(op.font))
    if unknown >= _UNLETTERED:
        yield Unread(f"page {view.number}", "unread.letters", view.number)


class Fonts:
    """The fonts of a document, each opened once."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._drawn: dict[int, Mapping[int, str]] = {}

    def findings(self, view: PageView) -> Iterator[Finding]:
        """Text of a page whose glyphs are other letters than it says."""
        letters: dict[str, set[tuple[int, int]]] = {}
        for op in view.texts:
            if op.mode != INVISIBLE:
                pairs = letters.setdefault(op.font, set())
                pairs.update({char[:2] for char in op.characters})
        if not letters:
            return
        by_name: dict[str, list[int]] = {}
        for xref, _, _, base, *_ in view.page.get_fonts(full=True):
            by_name.setdefault(base.rpartition("+")[2], []).append(xref)
        for name, pairs in letters.items():
            found = by_name.get(name, [])
            if len(found) == 1 and _lies(pairs, self._of(found[0])):
                yield _finding(view, name, self._of(found[0]))

    def _of(self, xref: int) -> Mapping[int, str]:
        """Glyph → the letter that the font's own program knows it by."""
        if xref not in self._drawn:
            self._drawn[xref] = self._read(xref)
        return self._drawn[xref]

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


def _lies(pairs: set[tuple[int, int]], drawn: Mapping[int, str]) -> bool:
    known = [
        (chr(code), drawn[glyph])
        for code, glyph in pairs
        if code > 31 and drawn.get(glyph, "").isalpha()
    ]
    wrong = [one for one, two in known if one.isalnum() and fold(one) != fold(two)]
    return len(wrong) >= _WRONG and len(wrong) >= _SHARE * len(known)


def _finding(view: PageView, name: str, drawn: Mapping[int, str]) -> Finding:
    ops = [op for op in view.texts if op.font == name and op.mode != INVISIBLE]
    seen = " ".join(
        "".join(drawn.get(char[1], chr(char[0]) if char[0] > 31 else " ") for char in op.characters)
        for op in ops
    )
    boxes: list[Box] = [op.box for op in ops if area(common(op.box, view.box))]
    return Finding(
        Kind.HIDDEN_TEXT,
        Severity.WARNING,
        0.7,
        "finding.font-lies",
        view.number,
        union(boxes) if boxes else None,
        Channel.BODY,
        " ".join(seen.split())[:2000],
        name,
    )
