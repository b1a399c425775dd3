"""Letters that a subset font still has and no page draws: what a removal left of a text.

A producer embeds the letters that a document uses, with a table that names them in the order in
which they first appeared (ISO 32000-2, 9.10.3). Letters that nothing draws any more were drawn
once: by a page that was taken out, or by what a redaction removed.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pikepdf
import pymupdf
from pymupdf import mupdf

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.sight import PageView
from redactor.text.flow import Channel

#: More letters than this are an alphabet: a table of a whole encoding, or of many pages.
_MOST = 30
#: Forms within forms that are looked into.
_DEEP = 3
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

    def __init__(self, doc: Any, pdf: pikepdf.Pdf) -> None:
        self._doc = doc
        self._pdf = pdf
        self._drawn: dict[str, set[str]] = {}
        self._fonts: dict[object, pikepdf.Dictionary] = {}

    def add(self, view: PageView) -> None:
        """Note the letters of a page."""
        for op in view.texts:
            self._drawn.setdefault(op.font, set()).update(op.text)
        for name, font in _fonts_of(self._pdf.pages[view.number - 1].obj, _DEEP):
            self._fonts[font.objgen if font.is_indirect else (view.number, name)] = font

    def findings(self, *, redacted: bool) -> Iterator[Finding]:
        """The fonts that have more; `redacted`: something else tells that the document was."""
        # A page may call a font by another name than its program has: then any font's letters
        # count as drawn.
        every = set().union(*self._drawn.values())
        for font in self._fonts.values():
            letters = self._of(font, self._drawn.get(_name_of(font), every))
            if 0 < len(letters) <= _MOST:
                yield Finding(
                    Kind.ORPHAN_TEXT,
                    Severity.INFO,  # letters are no words
                    0.5 if redacted else 0.3,
                    "finding.glyphs",
                    None,
                    None,
                    Channel.HIDDEN,
                    "".join(letters),
                    _name_of(font),
                    facts={"count": len(letters)},
                )

    def _of(self, font: pikepdf.Dictionary, drawn: set[str]) -> list[str]:
        """The letters of a font's table that it can draw and no page does, in the table's
        order."""
        table = _letters_of(font)
        left = {
            code: text
            for code, text in table.items()
            if text and _is_letter(text[0]) and not any(char in drawn for char in text)
        }
        if left and font.get("/Subtype") == "/Type0" and "/ToUnicode" in font:
            left = self._with_outlines(font.objgen[0], left)
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


def _fonts_of(owner: Any, deep: int) -> Iterator[tuple[str, pikepdf.Dictionary]]:
    """The fonts of a page or a form, and of the forms in it, with their names."""
    resources = owner.get("/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        return
    for key in ("/Font", "/XObject"):
        entries = resources.get(key)
        for name, entry in _items(entries):
            if key == "/Font" and isinstance(entry, pikepdf.Dictionary):
                yield name, entry
            elif key == "/XObject" and deep and isinstance(entry, pikepdf.Stream):
                yield from ((f"{name}{n}", font) for n, font in _fonts_of(entry, deep - 1))


def _items(entries: Any) -> list[tuple[str, Any]]:
    try:
        return list(entries.items()) if isinstance(entries, pikepdf.Dictionary) else []
    except UnicodeDecodeError:  # names in no encoding that the library reads
        return []


def _name_of(font: pikepdf.Dictionary) -> str:
    try:
        return str(font.get("/BaseFont", "")).lstrip("/").rpartition("+")[2]
    except UnicodeDecodeError:
        return ""


def _is_letter(char: str) -> bool:
    return unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lo", "Nd")


def _letters_of(font: pikepdf.Dictionary) -> dict[int, str]:
    """Code → letter, as far as a font says which ones it has: by its table, else by what its
    encoding adds, its program's list of glyphs, and the widths it gives."""
    table = font.get("/ToUnicode")
    if isinstance(table, pikepdf.Stream):
        return tables_letters(table.read_bytes()[:_BYTES])
    names: list[str] = []
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary):
        listed = encoding.get("/Differences")
        if isinstance(listed, pikepdf.Array):
            names += [str(each) for each in listed if isinstance(each, pikepdf.Name)]
    below = font.get("/DescendantFonts")
    inner = below[0] if isinstance(below, pikepdf.Array) and len(below) else font
    descriptor = inner.get("/FontDescriptor") if isinstance(inner, pikepdf.Dictionary) else None
    if isinstance(descriptor, pikepdf.Dictionary) and "/CharSet" in descriptor:
        names += str(descriptor.get("/CharSet")).split("/")
    found = {-number: _named(name) for number, name in enumerate(names[:_ENTRIES], 1)}
    if not found:
        found = _wide(font)
    return found


def _named(name: str) -> str:
    code = mupdf.fz_unicode_from_glyph_name(name.strip("/ "))
    return chr(code) if 31 < code < 0x110000 and code != 0xFFFD else ""


def _wide(font: pikepdf.Dictionary) -> dict[int, str]:
    """The letters that a simple font gives a width: producers write 0 for those unused."""
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary):
        encoding = encoding.get("/BaseEncoding")
    if encoding != "/WinAnsiEncoding":
        return {}
    first: Any = font.get("/FirstChar")
    widths: Any = font.get("/Widths")
    if not isinstance(first, int) or not isinstance(widths, pikepdf.Array):
        return {}
    found: dict[int, str] = {}
    values: list[Any] = list(widths)[:256]
    for code, width in enumerate(values, first):
        if isinstance(width, int | float | Decimal) and width and 31 < code < 256:
            found[code] = bytes([code]).decode("cp1252", "ignore")
    return found


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
