"""The visible mark that stands where letters were: a black box, with its label in white.

Where the box has room for its label at a readable size, the label is drawn in it; elsewhere
it is given as ``ActualText`` of the box, so that a screen reader and extraction meet it and
nothing is hidden in the box's own colour.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from math import hypot
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.boxes import union
from redactor.formats.base import Box
from redactor.formats.pdf import slanted
from redactor.formats.pdf.glyphs import Glyph
from redactor.formats.pdf.slanted import Corners

PLAIN = "\u2588\u2588\u2588"
"""What extraction meets where a mark has no label."""
FONT = "RdtrHelv"
_ASCENT, _DESCENT = 0.78, 0.22
"""Of a box, in type sizes above and below the base line: capitals and descenders, no more,
so that a box covers nothing of the lines above and below."""
_SMALLEST, _LARGEST = 4.0, 12.0
"""Points: label sizes that can be read, and that do not shout."""
_ROOM = 0.75
"""Part of the box's height that a label's type size may take."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle of the page as displayed, and what it says. No label: a continuation."""

    box: Box
    label: str
    slant: Corners | None = None
    """Where it stands within its box, on a slanted line."""

    @property
    def corners(self) -> Corners:
        x0, y0, x1, y1 = self.box
        return self.slant or ((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def runs_of(glyphs: Sequence[Glyph | None]) -> list[list[Glyph]]:
    """Stretches of glyphs on one line."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph is None:
            continue
        last = runs[-1][-1] if runs else None
        if last is None or not _same_line(last, glyph):
            runs.append([])
        runs[-1].append(glyph)
    return runs


def boxes_of(runs: Iterable[Sequence[Glyph]], pictured: bool = False) -> tuple[Box, ...]:
    """One box for each of `runs_of`; `pictured` ones have the size of their ink, not of their
    type."""
    if pictured:
        return tuple(union([glyph.box for glyph in run]) for run in runs)
    return tuple(_box(run) for run in runs)


def _same_line(one: Glyph, two: Glyph) -> bool:
    near = max(one.size, two.size)
    gap_x = max(one.box[0], two.box[0]) - min(one.box[2], two.box[2])
    gap_y = max(one.box[1], two.box[1]) - min(one.box[3], two.box[3])
    level = abs(one.y - two.y) < 0.3 * near and gap_x < 2 * near
    upright = abs(one.x - two.x) < 0.3 * near and gap_y < 2 * near
    return level or upright or slanted.follows(one, two)


def _box(run: Sequence[Glyph]) -> Box:
    x0, y0, x1, y1 = union([glyph.box for glyph in run])
    if max(glyph.y for glyph in run) - min(glyph.y for glyph in run) < 0.05 * run[0].size:
        up = max(glyph.size for glyph in run)
        base = run[0].y
        y0, y1 = max(y0, base - _ASCENT * up), min(y1, base + _DESCENT * up)
    return x0, y0, x1, y1


def marks_of(boxes: Sequence[Box], label: str, slants: Sequence[Corners | None] = ()) -> list[Mark]:
    """The label goes to the widest box, the others are bare."""
    if not boxes:
        return []
    widest = max(range(len(boxes)), key=lambda number: boxes[number][2] - boxes[number][0])
    return [
        Mark(box, (label or PLAIN) if number == widest else "", slant)
        for number, (box, slant) in enumerate(zip_longest(boxes, slants))
    ]


def draw(marks: Iterable[Mark], matrix: Any) -> bytes:
    """Operators that draw `marks` in the user space of a page.

    `matrix` leads from user space to the page as displayed.
    """
    back = _back(matrix)
    drawn = [(mark, _rectangle(mark, back)) for mark in marks]
    return b"".join(
        _labelled(mark, box, back) if mark.label else b"/Artifact BMC " + box + b"EMC\n"
        for mark, box in drawn
    )


def draw_nested(mark: Mark, matrix: Any) -> tuple[bytes, bytes]:
    """The same among tagged text, where a box without a label is no artifact of its own (ISO
    14289-1, 7.3): with its label, and the box alone."""
    back = _back(matrix)
    box = _rectangle(mark, back)
    return (_labelled(mark, box, back) if mark.label else box), box


def _back(matrix: Any) -> pymupdf.Matrix:
    return _inverse(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


@lru_cache(maxsize=16)
def _inverse(*parts: float) -> pymupdf.Matrix:
    """The same for all marks of a page."""
    return ~pymupdf.Matrix(*parts)


def add_font(doc: Any, resources: Any) -> None:
    """Make the label's font known to `resources`; embedded where the document promises that all
    its fonts are (PDF/A, ISO 19005)."""
    fonts = mupdf.pdf_dict_gets(resources, "Font")
    if not mupdf.pdf_is_dict(fonts):
        fonts = mupdf.pdf_dict_put_dict(resources, mupdf.pdf_new_name("Font"), 1)
    if not mupdf.pdf_is_dict(mupdf.pdf_dict_gets(fonts, FONT)):
        mupdf.pdf_dict_puts(fonts, FONT, _font(doc))


def forget_font(doc: Any) -> None:
    """Take away the way to the font by which the pages of a document share it."""
    mupdf.pdf_dict_dels(_catalog(doc), FONT)


def _font(doc: Any) -> Any:
    known = mupdf.pdf_dict_gets(_catalog(doc), FONT)
    if known.m_internal is not None:
        return known
    face = pymupdf.Font("helv")
    if _is_archive(doc):
        # The engine embeds a font that it is given, not one of its own.
        face = pymupdf.Font(fontbuffer=bytes(face.buffer))
    font = mupdf.pdf_add_simple_font(doc, mupdf.FzFont(face.this), mupdf.PDF_SIMPLE_ENCODING_LATIN)
    described = mupdf.pdf_dict_gets(font, "FontDescriptor")
    if mupdf.pdf_is_dict(described):
        mupdf.pdf_dict_puts(described, "FontName", mupdf.pdf_dict_gets(font, "BaseFont"))
    mupdf.pdf_dict_puts(_catalog(doc), FONT, font)
    return font


def _is_archive(doc: Any) -> bool:
    packet = mupdf.pdf_dict_gets(_catalog(doc), "Metadata")
    if not mupdf.pdf_is_stream(packet):
        return False
    return b"pdfaid" in bytes(mupdf.fz_buffer_extract_copy(mupdf.pdf_load_stream(packet)))


def _catalog(doc: Any) -> Any:
    return mupdf.pdf_dict_gets(mupdf.pdf_trailer(doc), "Root")


def _rectangle(mark: Mark, back: pymupdf.Matrix) -> bytes:
    a, b, c, d, e, f = tuple(back)
    path = " ".join(
        f"{x * a + y * c + e:.2f} {x * b + y * d + f:.2f} {operator}"
        for (x, y), operator in zip(mark.corners, "mlll", strict=True)
    )
    return f"q 0 g {path} h f Q\n".encode()


def _labelled(mark: Mark, box: bytes, back: pymupdf.Matrix) -> bytes:
    size = _label_size(mark)
    if size is None:
        said = f"/Span <</ActualText {_utf16(mark.label)}>> BDC "
        return said.encode() + box + b"EMC\n"
    across, down = _axes(mark)
    start, _, under, _ = mark.corners
    width = text_width(mark.label) * size
    middle = ((start[0] + under[0]) / 2, (start[1] + under[1]) / 2)
    origin = pymupdf.Point(
        middle[0] - width / 2 * across[0] + 0.35 * size * down[0],
        middle[1] - width / 2 * across[1] + 0.35 * size * down[1],
    )
    # The label's own axes in user space, where up is where letters grow.
    a, b = _turned(across, back)
    c, d = _turned((-down[0], -down[1]), back)
    origin *= back
    text = (
        f"q 1 g BT 0 Tr 0 Tc 0 Tw 100 Tz 0 Ts /{FONT} {size:.2f} Tf "
        f"{a:.5g} {b:.5g} {c:.5g} {d:.5g} {origin.x:.2f} {origin.y:.2f} Tm "
        f"{_literal(mark.label)} Tj ET Q\n"
    )
    return b"/Span BMC " + box + text.encode() + b"EMC\n"


def _label_size(mark: Mark) -> float | None:
    """The type size at which the label fits its box, or None where it would be unreadable."""
    if any(_winansi(char) is None for char in mark.label):
        return None
    wide, high = _sides(mark)
    size = min(_LARGEST, _ROOM * high, 0.94 * wide / text_width(mark.label))
    return size if size >= _SMALLEST else None


def _sides(mark: Mark) -> tuple[float, float]:
    """A mark's length along its line, and its height."""
    one, two, three, _ = mark.corners
    return hypot(two[0] - one[0], two[1] - one[1]), hypot(three[0] - two[0], three[1] - two[1])


def _axes(mark: Mark) -> tuple[slanted.Point, slanted.Point]:
    """The directions along a mark's line and down from it, as displayed."""
    one, two, three, _ = mark.corners
    wide, high = _sides(mark)
    across = ((two[0] - one[0]) / wide, (two[1] - one[1]) / wide)
    return across, ((three[0] - two[0]) / high, (three[1] - two[1]) / high)


def _turned(direction: slanted.Point, back: pymupdf.Matrix) -> slanted.Point:
    x, y = direction
    return x * back.a + y * back.c, x * back.b + y * back.d


@lru_cache(maxsize=256)
def text_width(label: str) -> float:
    """Of a label at a type size of 1. Labels are few, marks are many."""
    return float(pymupdf.get_text_length(label, "helv", 1))


def _winansi(char: str) -> bytes | None:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return None


def _literal(text: str) -> str:
    return "<" + text.encode("cp1252").hex() + ">"


def _utf16(text: str) -> str:
    return "<feff" + text.encode("utf-16-be").hex() + ">"
