"""Drawing a page with some of its operations left out.

Whether a text can be seen is not guessed from geometry: the page is drawn with it and without
it, and what differs is what one sees of it. Winding rules, clips, blend modes, patterns,
opacity and text set again over a box are so judged as a viewer judges them.

Operations are counted as `Page.get_texttrace` and `Page.get_bboxlog` count them, so that their
numbers name the same operations here (checked on 1,600 pages).
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Box

#: Wrappers that take and return the engine's own pointers: a colour stays a ``float *``.
_engine: Any = mupdf._mupdf

_PAINTING = (
    "fill_path stroke_path fill_text stroke_text ignore_text fill_shade fill_image fill_image_mask"
).split()
#: Operation → the engine's function that carries it on; all that a drawing depends on.
_PASSING = {
    "clip_path": "clip_path",
    "clip_stroke_path": "clip_stroke_path",
    "clip_text": "clip_text",
    "clip_stroke_text": "clip_stroke_text",
    "clip_image_mask": "clip_image_mask",
    "pop_clip": "pop_clip",
    "begin_mask": "begin_mask",
    "end_mask": "end_mask_tr",
    "begin_group": "begin_group",
    "end_group": "end_group",
    "begin_tile": "begin_tile_tid",
    "end_tile": "end_tile",
    "set_default_colorspaces": "set_default_colorspaces",
}


class _Without(mupdf.FzDevice2):  # type: ignore[misc]
    """Carries every operation on to a drawing device, save those to leave out."""

    def __init__(self, target: Any, left_out: frozenset[int]) -> None:
        super().__init__()
        self.target = target.m_internal
        self.left_out = left_out
        self.number = -1
        for name in (*_PAINTING, *_PASSING):
            getattr(self, f"use_virtual_{name}")()


def _passing(name: str) -> Callable[..., Any]:
    carry_on = getattr(_engine, f"ll_fz_{name}")

    def operation(self: Any, _: Any, *values: Any) -> Any:
        return carry_on(self.target, *values)

    return operation


def _painting(name: str) -> Callable[..., Any]:
    carry_on = getattr(_engine, f"ll_fz_{name}")

    def operation(self: Any, _: Any, *values: Any) -> None:
        self.number += 1
        if self.number not in self.left_out:
            carry_on(self.target, *values)

    return operation


for _name in _PAINTING:
    setattr(_Without, _name, _painting(_name))
for _name, _function in _PASSING.items():
    setattr(_Without, _name, _passing(_function))


def run_page(page: Any, device: Any, matrix: Any = None) -> None:
    """Run a page's content and annotations through a device of the engine."""
    handle = page.this if isinstance(page.this, mupdf.FzPage) else page.this.super()
    mupdf.fz_run_page(handle, device, matrix or mupdf.FzMatrix(), mupdf.FzCookie())


Pixels: TypeAlias = "np.ndarray[Any, np.dtype[np.uint8]]"
"""Rows of pixels of red, green and blue."""


def draw(page: Any, box: Box, scale: float, without: frozenset[int] = frozenset()) -> Pixels:
    """The pixels of `box` of a page on white, `scale` pixels a point."""
    matrix = mupdf.FzMatrix(scale, 0, 0, scale, 0, 0)
    bounds = pymupdf.IRect(*_pixels(box, scale))
    pixmap = pymupdf.Pixmap(pymupdf.csRGB, bounds)
    pixmap.clear_with(255)
    drawing = mupdf.fz_new_draw_device(mupdf.FzMatrix(), pixmap.this)
    device = _Without(drawing, without)
    run_page(page, device, matrix)
    mupdf.fz_close_device(device)
    mupdf.fz_close_device(drawing)
    samples = np.frombuffer(pixmap.samples, np.uint8)
    return samples.reshape(pixmap.height, pixmap.width, 3)


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = (value * scale for value in box)
    return int(x0), int(y0), int(x1) + 2, int(y1) + 2


class Difference:
    """A region of a page with and without some operations."""

    #: Pixels drawn at most; beyond, the scale goes down.
    MOST = 6_000_000

    def __init__(self, page: Any, box: Box, without: frozenset[int], scale: float = 1.6) -> None:
        size = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
        self._scale = min(scale, (self.MOST / size) ** 0.5)
        self._origin = _pixels(box, self._scale)[:2]
        self._shown = draw(page, box, self._scale)
        self._bare = draw(page, box, self._scale, without) if without else self._shown

    def contrast(self, box: Box) -> int:
        """The largest difference of a pixel of `box`, 0 to 255."""
        shown, bare = self._part(self._shown, box), self._part(self._bare, box)
        if not shown.size:
            return 0
        return int((np.maximum(shown, bare) - np.minimum(shown, bare)).max())

    def background(self, box: Box) -> tuple[int, int]:
        """Darkest and lightest grey of `box` without the operations left out."""
        return _extremes(self._part(self._bare, box))

    def flat(self, box: Box) -> bool:
        """Whether nothing but one shade is seen in `box`, a rim of noise left aside."""
        x0, y0, x1, y1 = box
        width, height = x1 - x0, y1 - y0
        low, high = self.seen(
            (x0 + 0.15 * width, y0 + 0.25 * height, x1 - 0.15 * width, y1 - 0.2 * height)
        )
        return high - low < 48

    def seen(self, box: Box) -> tuple[int, int]:
        """Darkest and lightest grey of `box` as the page shows it."""
        return _extremes(self._part(self._shown, box))

    def _part(self, pixels: Pixels, box: Box) -> Pixels:
        x0, y0 = self._origin
        left, top = int(box[0] * self._scale) - x0, int(box[1] * self._scale) - y0
        right = max(left + 1, round(box[2] * self._scale) - x0)
        bottom = max(top + 1, round(box[3] * self._scale) - y0)
        return pixels[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]


#: Parts of red, green and blue in a grey, of 256.
_LUMA = np.array((77, 150, 29), np.int32)


def _extremes(part: Pixels) -> tuple[int, int]:
    if not part.size:
        return 0, 0
    grey = (part @ _LUMA) >> 8
    return int(grey.min()), int(grey.max())
