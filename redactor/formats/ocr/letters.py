"""Where each letter of a recognised word stands.

The engine knows words to the pixel and letters only about (measured on a clean page: the last
letter of one word in twelve lay outside its box). Ink tells better: letters are parted by
columns of paper. Where they touch, the widths that letters usually have say where to cut.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PIL import Image

from redactor.formats.base import Box

#: Widths of letters in a common type, in thousandths of its size (Helvetica's metrics).
_NARROW = dict.fromkeys("ijl.,:;'’|!I", 260) | dict.fromkeys('frt()[]-/\\ "“”°', 330)
_WIDE = dict.fromkeys("mwMWœŒæÆ@%—…", 860) | dict.fromkeys("ABCDEGHKNOPQRSUVXYZÉÈÊÀÂÇ&", 690)
_USUAL = 540
_REACH = 0.7
"""Usual widths of a letter within which a gap is taken for the border expected there."""


def letter_boxes(picture: Image.Image, symbols: Sequence[tuple[str, Box]], whole: Box) -> list[Box]:
    """One box for each of `symbols` in the word whose box is `whole`, side by side, as high as
    the word. Positions in pixels; the word reads from left to right."""
    x0, y0, x1, y1 = whole
    count = len(symbols)
    if count == 1:
        return [whole]
    gaps = _gaps(picture.crop((int(x0), int(y0), int(x1), int(y1))))
    if len(gaps) == count - 1:
        borders = [x0 + gap for gap in gaps]
    else:
        width = (x1 - x0) / count
        by_widths = [x0 + (x1 - x0) * part for part in _expected([s for s, _ in symbols])]
        even = [x0 + width * number for number in range(1, count)]
        by_engine = [(one[1][2] + two[1][0]) / 2 for one, two in pairwise(symbols)]
        found = [x0 + gap for gap in gaps]
        borders = min(
            (_snapped(guess, found, _REACH * width) for guess in (by_widths, even, by_engine)),
            key=lambda one: one[0],
        )[1]
    edges = [x0, *sorted(borders), x1]
    return [(left, y0, right, y1) for left, right in pairwise(edges)]


def _gaps(word: Image.Image) -> list[float]:
    """Middles of the columns of paper between two columns of ink."""
    grey = np.asarray(word)
    if grey.size == 0:
        return []
    low, high = int(grey.min()), int(grey.max())
    ink = np.atleast_1d(np.any(grey < (low + high) / 2, axis=0))
    edges = np.flatnonzero(np.diff(np.concatenate(([True], ink, [True])).astype(np.int8)))
    middles = [(start + end) / 2 for start, end in zip(edges[::2], edges[1::2], strict=False)]
    return [float(middle) for middle in middles if 0 < middle < len(ink)]


def _expected(symbols: Sequence[str]) -> list[float]:
    """Parts of the word's width at which letters end, but for the last."""
    widths = [_NARROW.get(s, _WIDE.get(s, _USUAL)) for s in symbols]
    total, at, parts = sum(widths), 0, []
    for width in widths[:-1]:
        at += width
        parts.append(at / total)
    return parts


def _snapped(
    guess: Sequence[float], gaps: Sequence[float], reach: float
) -> tuple[float, list[float]]:
    """(how far the guess is from the gaps, the guess with each border moved to its gap)."""
    far, borders = 0.0, []
    for border in guess:
        near = min(gaps, key=lambda gap: abs(gap - border), default=None)
        if near is not None and abs(near - border) <= reach:
            far += abs(near - border)
            borders.append(near)
        else:
            far += reach
            borders.append(border)
    return far, borders
