"""Areas of a picture made unreadable by squares or by blurring.

Neither takes the text away: with the same font, the squares of each candidate can be computed
and compared, and a blur can be turned back. A pixel of a mosaic is its left neighbour's twin but
at every n-th column; a blurred line has contrasts without an edge among sharp ones.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from redactor.boxes import area
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.regions import regions
from redactor.check.pdf.shades import Grey, grey_of
from redactor.check.pdf.sight import PageView
from redactor.formats.base import Box
from redactor.text.flow import Channel

#: Square points under which a picture is a logo, and pixels above which it is not looked at.
_LEAST, _PIXELS = 4000.0, 40_000_000
#: Pixels: height and width of the windows that are judged (one fits into a line of a scan at
#: 150 dpi), and the smallest square of a mosaic.
_HIGH, _WIDE, _SQUARE = 16, 48, 5
#: Levels by which a mosaic's squares differ, at least; noise stays under it.
_STEP = 10
#: Different greys between black and white that a window of a mosaic has, at least: a bar code or
#: a table has two.
_GREYS = 4
#: Levels: contrast of a window from which it holds letters, blurred or not; the steepest edge of
#: a blurred one, as a part of its contrast; and of sharp letters.
_LETTERS, _SOFT, _SHARP = 50, 0.22, 0.45
#: Windows of sharp letters among which a blurred one is no picture out of focus.
_AMONG = 6
#: Part of a picture's windows beyond which it is as a whole out of focus, or enlarged.
_MOST = 0.4

#: Part of a page that a scan of a sheet covers.
_SHEET = 0.5


def findings(view: PageView) -> Iterator[Finding]:
    """Mosaics in the page's pictures, and blurred lines on its scans."""
    if not any(c.kind == "fill-image" and area(c.box) >= _LEAST for c in view.covers):
        return
    for entry in view.pictures:
        box: Box = tuple(entry["bbox"])
        if not entry["xref"] or area(box) < _LEAST:
            continue
        if not _HIGH * _WIDE < entry["width"] * entry["height"] <= _PIXELS:
            continue
        grey = grey_of(view.page.parent, entry["xref"])
        squares, soft = _judged(grey)
        if area(box) < _SHEET * area(view.box):
            soft[:] = 0  # what is out of focus in a photograph
        for found, message in ((squares, "finding.pixelated"), (soft, "finding.blurred")):
            for y0, x0, y1, x1 in regions(found):
                yield _finding(
                    view,
                    message,
                    box if view.page.rotation else _on_page(box, grey, (x0, y0, x1, y1)),
                )


def _judged(grey: Grey) -> tuple[Grey, Grey]:
    """Which windows of a picture are a mosaic, and which are blurred, as ones and zeros."""
    rows, columns = grey.shape[0] // _HIGH, grey.shape[1] // _WIDE
    squares, soft = np.zeros((rows, columns), np.uint8), np.zeros((rows, columns), np.uint8)
    sharp = letters = 0
    for row in range(rows):
        for column in range(columns):
            window = grey[
                row * _HIGH : (row + 1) * _HIGH, column * _WIDE : (column + 1) * _WIDE
            ].astype(np.int16)
            contrast = int(window.max()) - int(window.min())
            if contrast < _LETTERS:
                continue
            letters += 1
            across = np.abs(np.diff(window, axis=1))
            down = np.abs(np.diff(window, axis=0))
            steepest = max(int(across.max()), int(down.max()))
            if steepest > _SHARP * contrast and _is_mosaic(window, across, down):
                squares[row, column] = 1
            elif steepest > _SHARP * 255:
                sharp += 1
            elif steepest < _SOFT * contrast:
                soft[row, column] = 1
    if sharp < _AMONG or soft.sum() > _MOST * letters:
        soft[:] = 0
    if squares.sum() > _MOST * max(1, letters) and letters > 2 * _AMONG:
        squares[:] = 0  # a picture of few pixels, enlarged
    return squares, soft


def _is_mosaic(window: Any, across: Any, down: Any) -> bool:
    greys = np.unique(window[(window > 24) & (window < 232)] // 8)
    return len(greys) >= _GREYS and _is_stepped(across, 3) and _is_stepped(down.T, 0)


def _is_stepped(steps: Any, fewest: int) -> bool:
    """Whether levels change at some columns only, evenly apart, and nowhere between."""
    changed = (steps > _STEP).mean(0)
    edges = np.flatnonzero(changed > 0.12)
    if len(edges) < fewest:
        return False
    between = float(np.delete(changed, edges).max(initial=0.0))
    if between > 0.1:
        return False
    gaps = np.diff(edges)
    side = int(gaps.min(initial=_WIDE))
    # Squares enlarged by a broken factor are now and then a pixel wider.
    return side >= _SQUARE and bool(np.all(gaps % side <= gaps // side))


def _on_page(box: Box, grey: Grey, windows: tuple[int, int, int, int]) -> Box:
    x, y = (box[2] - box[0]) / grey.shape[1], (box[3] - box[1]) / grey.shape[0]
    x0, y0, x1, y1 = windows
    x, y = x * _WIDE, y * _HIGH
    return box[0] + x0 * x, box[1] + y0 * y, box[0] + x1 * x, box[1] + y1 * y


def _finding(view: PageView, message: str, box: Box) -> Finding:
    return Finding(
        Kind.SEE_THROUGH_COVER,
        # A scan's own soft lines cannot be told from blurred ones for sure.
        Severity.WARNING if message == "finding.pixelated" else Severity.INFO,
        0.6 if message == "finding.pixelated" else 0.4,
        message,
        view.number,
        box,
        Channel.BODY,
    )
