"""The invisible text that makes a scan's copy searchable: the recognised words that stay.

Each word is drawn in text mode 3 (ISO 32000-2, 9.3.6) over its own pixels, as wide as they are.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pymupdf

from redactor.formats.base import Box
from redactor.formats.pdf.glyphs import Extraction, Glyph
from redactor.formats.pdf.marks import FONT, text_width
from redactor.formats.pdf.pagetext import union

_DESCENT = 0.22


def draw(
    letters: Extraction, gone: set[tuple[int, int]], areas: Sequence[Box], matrix: Any
) -> bytes:
    """Operators that write what stays of `letters` in the user space of a page.

    `gone` are (line, character) of what was occulted; what touches one of `areas` goes too.
    `matrix` leads from user space to the page as displayed.
    """
    back = ~pymupdf.Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    pieces: list[str] = []
    for line in letters.lines:
        for word, joined in _words(letters.glyphs(line.number), line.number, gone, areas):
            pieces.append(_show(word, joined, line.direction, back))
    if not pieces:
        return b""
    return ("q BT 3 Tr 0 Tc 0 Tw 0 Ts\n" + "".join(pieces) + "ET Q\n").encode()


def _words(
    glyphs: Sequence[Glyph], line: int, gone: set[tuple[int, int]], areas: Sequence[Box]
) -> Iterator[tuple[list[Glyph], bool]]:
    """What stays, word by word, and whether a space follows."""
    word: list[Glyph] = []
    for at, glyph in enumerate(glyphs):
        out = (line, at) in gone or any(_touch(glyph.box, area) for area in areas)
        if glyph.size and not out:
            word.append(glyph)
            continue
        if word:
            yield word, not glyph.size
        word = []
    if word:
        yield word, False


def _show(
    word: Sequence[Glyph], joined: bool, direction: tuple[float, float], back: pymupdf.Matrix
) -> str:
    text = "".join(glyph.char for glyph in word)
    data = text.encode("cp1252", "ignore")
    if not data:
        return ""
    shown = data.decode("cp1252")
    box = union([glyph.box for glyph in word])
    across, up = direction
    length = box[3] - box[1] if abs(up) > abs(across) else box[2] - box[0]
    size = max(word[0].size, 1.0)
    stretch = 100 * length / max(text_width(shown) * size, 1e-3)
    x, y = _origin(box, direction, size)
    # The text's own axes, brought to user space: along the line, and up from it.
    a, b = across * back.a + up * back.c, across * back.b + up * back.d
    c, d = up * back.a - across * back.c, up * back.b - across * back.d
    origin = pymupdf.Point(x, y) * back
    space = b" " if joined else b""
    return (
        f"/{FONT} {size:.2f} Tf {stretch:.2f} Tz {a:.5g} {b:.5g} {c:.5g} {d:.5g} "
        f"{origin.x:.2f} {origin.y:.2f} Tm <{(data + space).hex()}> Tj\n"
    )


def _origin(box: Box, direction: tuple[float, float], size: float) -> tuple[float, float]:
    x0, y0, x1, y1 = box
    rise = _DESCENT * size
    if direction[0] > 0.5:
        return x0, y1 - rise
    if direction[0] < -0.5:
        return x1, y0 + rise
    if direction[1] > 0:
        return x0 + rise, y0
    return x1 - rise, y1


def _touch(one: Box, two: Box) -> bool:
    return min(one[2], two[2]) > max(one[0], two[0]) and min(one[3], two[3]) > max(one[1], two[1])
