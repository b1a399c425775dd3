"""Blanking the pixels of images under areas, and giving them back their size.

The engine blanks pixels in a copy made for the page, through every transformation, masks
included, but leaves what it touched uncompressed (measured: saving is then 30 times slower
and the file three times larger): those images are coded again as they were.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import pymupdf
from PIL import Image
from pymupdf import mupdf

from redactor.formats.base import Box
from redactor.formats.pdf import encoding, erase, marks
from redactor.formats.pdf.glyphs import Glyph, everything
from redactor.formats.pdf.pictured import pictures_of

_FLAT = 24
"""Levels of grey within which a picture shows nothing."""
_STRAIGHT = 0.9
_ABOVE, _RIM = 0.38, 0.25
"""Of a line's height: what its box has above the middles of its letters (of an upright line), and
below or beside them."""


def showing(page: Any, runs: Iterable[Sequence[Glyph]]) -> list[Box]:
    """The boxes of `runs` where a picture of `page` shows something, now that its text is gone.

    Some scanners write the text they recognised in plain sight, and lay the picture over it.
    """
    pictures = [pymupdf.Rect(box) for box, _ in pictures_of(page)]
    over = [
        box
        for box in (marks.boxes_of(runs) if pictures else ())
        if any(pymupdf.Rect(box).intersects(each) for each in pictures)
    ]
    if not over:
        return []
    pixmap = page.get_pixmap(colorspace=pymupdf.csGRAY, alpha=False, annots=False)
    shown = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
    found = []
    for box in over:
        x0, y0, x1, y1 = (int(edge) for edge in box)
        low, high = shown.crop((x0, y0, max(x1, x0 + 1), max(y1, y0 + 1))).getextrema()
        if high - low > _FLAT:  # type: ignore[operator]
            found.append(box)
    return found


def blank(page: Any, areas: Sequence[Box], pictured: Sequence[Box], outlined: bool = False) -> None:
    """Take away what lies under `areas`: text, drawings, pixels; under `pictured` pixels only,
    and drawings where letters may be drawn as `outlined` shapes."""
    before = encoding.kinds_on(page)
    if areas:
        _take_letters(page, areas)
        _apply(page, areas, everything=True)
    if pictured:
        _apply(page, pictured, everything=False, covered=outlined)
        if outlined and (left := _outlines(page, pictured)):
            _apply(page, left, everything=False, touched=True)
    for image in page.get_images(full=True):
        if image[0] not in before:
            encoding.restore(page.parent, image[0], before)


def _take_letters(page: Any, areas: Sequence[Box]) -> None:
    """Take out the letters of `areas`: those of a line whose middle an area reaches.

    The engine takes a letter as soon as the box of its line is touched, and that box is higher
    than the line: an area drawn over one line took letters of the next.
    """
    bands = []
    for line in everything(page).lines:
        x0, y0, x1, y1 = line.box
        if abs(line.direction[0]) > _STRAIGHT:
            above = _ABOVE if line.direction[0] > 0 else _RIM
            y0, y1 = y0 + above * (y1 - y0), y1 - _RIM * (y1 - y0)
        elif abs(line.direction[1]) > _STRAIGHT:
            x0, x1 = x0 + _RIM * (x1 - x0), x1 - _RIM * (x1 - x0)
        for left, top, right, bottom in areas:
            if left < x1 and x0 < right and top < y1 and y0 < bottom:
                along = abs(line.direction[0]) >= abs(line.direction[1])
                bands.append(
                    (max(left, x0), y0, min(right, x1), y1)
                    if along
                    else (x0, max(top, y0), x1, min(bottom, y1))
                )
    if bands:
        erase.redact(
            page,
            bands,
            images=mupdf.PDF_REDACT_IMAGE_NONE,
            drawings=mupdf.PDF_REDACT_LINE_ART_NONE,
            text=mupdf.PDF_REDACT_TEXT_REMOVE,
        )


def _outlines(page: Any, boxes: Sequence[Box]) -> list[Box]:
    """Those of `boxes` that a curved shape crosses: a drawn line of text, not a frame."""
    curved = [
        drawing["rect"]
        for drawing in page.get_cdrawings()
        if any(item[0] == "c" for item in drawing["items"])
    ]
    return [box for box in boxes if any(pymupdf.Rect(box).intersects(shape) for shape in curved)]


def _apply(
    page: Any,
    boxes: Sequence[Box],
    everything: bool,
    covered: bool = False,
    touched: bool = False,
) -> None:
    erase.redact(
        page,
        boxes,
        images=mupdf.PDF_REDACT_IMAGE_PIXELS,
        drawings=(
            mupdf.PDF_REDACT_LINE_ART_REMOVE_IF_TOUCHED
            if everything or touched
            else mupdf.PDF_REDACT_LINE_ART_REMOVE_IF_COVERED
            if covered
            else mupdf.PDF_REDACT_LINE_ART_NONE
        ),
        text=mupdf.PDF_REDACT_TEXT_NONE,
    )
