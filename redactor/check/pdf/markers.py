"""Marker strokes on scans through which the text shows: black to the eye, two blacks in the file.

A pen leaves ink darker where letters lie below it, and a see-through rectangle painted on a
picture does the same. Turning up the contrast gives the words back.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pymupdf

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.regions import box_of, groups
from redactor.check.pdf.sight import PageView
from redactor.formats.base import Box
from redactor.text.flow import Channel

_DPI = 100
#: Pixels: side of the squares that are dark or not.
_CELL = 4
#: Level under which a stroke is black to the eye.
_DARK = 115
#: Points: a stroke over words is about as high as a line, and wider than a letter.
_NARROWEST, _LOWEST, _HIGHEST = 25.0, 7.0, 60.0
#: Part of a stroke's box that is dark.
_FULL = 0.85
#: Levels by which the letters differ from the stroke, and from its own grain.
_APART, _GRAIN = 12, 6
#: Part of a stroke's pixels that are letters, least and most; and that are the stroke's own.
_LETTERS, _STROKE = (0.03, 0.5), 0.45
_MOST = 30_000

_Grey = np.ndarray[Any, np.dtype[np.uint8]]


def findings(view: PageView) -> Iterator[Finding]:
    """Dark strokes of a scanned page in which two blacks can be told apart."""
    if not view.is_scan:
        return
    pixmap = view.page.get_pixmap(dpi=_DPI, colorspace=pymupdf.csGRAY, alpha=False)
    grey = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width)
    for top, left, bottom, right in _strokes(grey):
        # Its rim is neither stroke nor paper.
        inner = grey[top + _CELL : bottom - _CELL, left + _CELL : right - _CELL]
        if _shows(inner):
            scale = 72 / _DPI
            box: Box = (left * scale, top * scale, right * scale, bottom * scale)
            yield Finding(
                Kind.SEE_THROUGH_COVER,
                Severity.LEAK,
                0.6,
                "finding.marker",
                view.number,
                box,
                Channel.BODY,
            )


def _strokes(grey: _Grey) -> Iterator[tuple[int, int, int, int]]:
    """Boxes in pixels of what is dark, full, and of a line's height: top, left, bottom, right."""
    rows, columns = grey.shape[0] // _CELL, grey.shape[1] // _CELL
    cells = grey[: rows * _CELL, : columns * _CELL].reshape(rows, _CELL, columns, _CELL)
    dark = cells.max((1, 3)) < _DARK
    if dark.sum() > _MOST:
        return  # a photograph, or a page in negative
    point = 72 / _DPI * _CELL
    for found in groups(dark):
        top, left, bottom, right = box_of(found)
        height, width = bottom - top, right - left
        if width * point < _NARROWEST or not _LOWEST <= height * point <= _HIGHEST:
            continue
        if len(found) >= _FULL * height * width:
            yield top * _CELL, left * _CELL, bottom * _CELL, right * _CELL


def _shows(inner: _Grey) -> bool:
    """Whether a stroke has a level of its own and letters of another."""
    if inner.size < 50:
        return False
    counts = np.bincount(inner.ravel(), minlength=256)
    own = int(counts.argmax())
    levels = np.abs(np.arange(256) - own)
    letters = float(counts[levels >= _APART].sum() / inner.size)
    stroke = float(counts[levels <= _GRAIN].sum() / inner.size)
    return _LETTERS[0] <= letters <= _LETTERS[1] and stroke >= _STROKE
