"""Letters that a subset font still has and no page draws: what a removal left of a text.

A producer embeds the letters that a document uses, with a table that names them in the order in
which they first appeared (ISO 32000-2, 9.10.3). Letters that nothing draws any more were drawn
once: by a page that was taken out, or by what a redaction removed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.sight import PageView
from redactor.text.flow import Channel

#: More letters than this are an alphabet: a table of a whole encoding, or of many pages.
_MOST = 30
#: Bytes of a font or of its table, entries of a table.
_BYTES, _ENTRIES = 20_000_000, 70_000
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.S)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]{1,64})>\s*<([0-9A-Fa-f\s]{0,256})>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*(?:<([0-9A-Fa-f]{1,64})>|\[([^\]]*)\])"
)
_HEX = re.compile(rb"<([0-9A-Fa-f]{0,64})>")


class Leftover:
    """The letters that a document's pages draw, font by font, and those that its fonts have."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._drawn: dict[str, set[str]] = {}
        self._fonts: dict[int, str] = {}

    def add(self, view: PageView) -> None:
        """Note the letters of a page."""
        for op in view.texts:
            letters = self._drawn.setdefault(op.font, set())
            letters.update(chr(char[0]) for char in op.characters if char[0] < 0x110000)
        for xref, _, _, base, *_ in view.page.get_fonts(full=True):
            self._fonts[xref] = base.rpartition("+")[2]

    def findings(self, *, redacted: bool) -> Iterator[Finding]:
        """The fonts that have more; `redacted`: something else tells that the document was."""
        # A page may call a font by another name than its program has: then any font's letters
        # count as drawn.
        every = set().union(*self._drawn.values())
        for xref, name in self._fonts.items():
            letters = self._of(xref, self._drawn.get(name, every))
            if 0 < len(letters) <= _MOST:
                yield Finding(
                    Kind.ORPHAN_TEXT,
                    Severity.WARNING if redacted else Severity.INFO,
                    0.5 if redacted else 0.3,
                    "finding.glyphs",
                    None,
                    None,
                    Channel.HIDDEN,
                    "".join(letters),
                    name,
                    facts={"count": len(letters)},
                )

    def _of(self, xref: int, drawn: set[str]) -> list[str]:
        """The letters of a font's table that it can draw and no page does, in the table's
        order."""
        kind, value = self._doc.xref_get_key(xref, "ToUnicode")
        if kind != "xref":
            return []
        data = self._doc.xref_stream(int(value.split()[0])) or b""
        table = tables_letters(data[:_BYTES])
        left = {
            code: text
            for code, text in table.items()
            if text and text[0].isalnum() and not any(char in drawn for char in text)
        }
        if left and self._doc.xref_get_key(xref, "Subtype")[1] == "/Type0":
            left = self._with_outlines(xref, left)
        return list(dict.fromkeys(left.values()))

    def _with_outlines(self, xref: int, left: Mapping[int, str]) -> dict[int, str]:
        """Those that the font's program draws: some producers empty a glyph and keep its row."""
        _, _, _, data = self._doc.extract_font(xref)
        if not data or len(data) > _BYTES:
            return {}
        font = pymupdf.Font(fontbuffer=data)
        kept = {}
        for code, text in left.items():
            box = mupdf.fz_bound_glyph(font.this, code, mupdf.FzMatrix())
            if box.x1 > box.x0 and box.y1 > box.y0:
                kept[code] = text
        return kept


def tables_letters(cmap: bytes) -> dict[int, str]:
    """Code → text of a ToUnicode table, in its order."""
    found: dict[int, str] = {}
    for block in _CHARS.findall(cmap):
        for code, text in _PAIR.findall(block):
            if len(found) < _ENTRIES:
                found[int(bytes(code).replace(b" ", b""), 16)] = _text(text)
    for block in _RANGES.findall(cmap):
        for low, high, first, listed in _RANGE.findall(block):
            start = int(low, 16)
            count = min(int(high, 16) - start + 1, _ENTRIES - len(found))
            texts = [_text(each) for each in _HEX.findall(listed)]
            for number in range(count):
                if first:
                    text = _text(first)
                    code = ord(text[-1]) + number if text else 0
                    found[start + number] = text[:-1] + chr(code) if code < 0xD800 else ""
                elif number < len(texts):
                    found[start + number] = texts[number]
    return found


def _text(digits: bytes) -> str:
    plain = b"".join(bytes(digits).split())
    if len(plain) % 2:
        return ""
    data = bytes.fromhex(plain.decode())
    return data.decode("utf-16-be", "ignore") if len(data) > 1 else data.decode("latin-1")
