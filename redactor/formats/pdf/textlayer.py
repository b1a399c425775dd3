"""The invisible text that makes a scan's copy searchable: the recognised words that stay.

Each word is drawn in text mode 3 (ISO 32000-2, 9.3.6) over its own pixels, as wide as they are.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import pymupdf

from redactor.boxes import shared, union
from redactor.formats.base import Box
from redactor.formats.pdf import marks
from redactor.formats.pdf.glyphs import Extraction, Glyph, Line
from redactor.formats.pdf.marks import Mark

_Place: TypeAlias = tuple[int, int]
"""(line, character) of what was recognised."""


def draw(
    letters: Extraction,
    gone: set[_Place],
    labels: Mapping[_Place, Sequence[Mark]],
    areas: Sequence[Box],
    matrix: Any,
) -> bytes:
    """Operators that write what stays of `letters` in the user space of a page.

    What is `gone` was occulted, and its marks are drawn in its place among the words, so that
    they are met there; what touches one of `areas` goes too. `matrix` leads from user space to
    the page as displayed.
    """
    back = ~pymupdf.Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    pieces: list[bytes] = []
    for line in letters.lines:
        words: list[str] = []
        word: list[Glyph] = []
        for at, glyph in enumerate([*letters.glyphs(line.number), None]):
            place = (line.number, at)
            stays = glyph is not None and glyph.size > 0 and place not in gone
            if stays and glyph is not None and not any(shared(glyph.box, a) for a in areas):
                word.append(glyph)
                continue
            if word:
                space = glyph is not None and glyph.size == 0
                words.append(_show(word, line, space, back))
                word = []
            if place in labels:
                pieces += [_text(words), marks.draw(labels[place], matrix)]
                words = []
        pieces.append(_text(words))
    return b"".join(pieces)


def _text(words: Sequence[str]) -> bytes:
    if not any(words):
        return b""
    return ("q BT 3 Tr 0 Tc 0 Tw 0 Ts\n" + "".join(words) + "ET Q\n").encode()


def _show(word: Sequence[Glyph], line: Line, space: bool, back: pymupdf.Matrix) -> str:
    data = "".join(glyph.char for glyph in word).encode("cp1252", "ignore")
    if not data:
        return ""
    across, down = line.direction
    box = union([glyph.box for glyph in word])
    length = box[3] - box[1] if abs(down) > abs(across) else box[2] - box[0]
    size = max(line.size, 1.0)
    stretch = 100 * length / max(marks.text_width(data.decode("cp1252")) * size, 1e-3)
    # The text's own axes, brought to user space: along the line, and up from it.
    a, b = across * back.a + down * back.c, across * back.b + down * back.d
    c, d = down * back.a - across * back.c, down * back.b - across * back.d
    origin = pymupdf.Point(word[0].x, word[0].y) * back
    return (
        f"/{marks.FONT} {size:.2f} Tf {stretch:.2f} Tz {a:.5g} {b:.5g} {c:.5g} {d:.5g} "
        f"{origin.x:.2f} {origin.y:.2f} Tm <{(data + b' ' * space).hex()}> Tj\n"
    )
