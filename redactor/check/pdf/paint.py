"""Drawing a page with some of its operations left out.

Whether a text can be seen is not guessed from geometry: the page is drawn with it and without
it, and what differs is what one sees of it. Winding rules, clips, blend modes, patterns,
opacity and text set again over a box are so judged as a viewer judges them.

Operations are counted as `Page.get_texttrace` and `Page.get_bboxlog` count them, so that their
numbers name the same operations here (checked on 1,600 pages).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

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
    "end_tile": "end_tile",
    "set_default_colorspaces": "set_default_colorspaces",
}


class Run(NamedTuple):
    """A run of a text in one font: what of it is asked about."""

    length: int
    """Letters in all."""
    places: Sequence[int]


class _Both(mupdf.FzDevice2):  # type: ignore[misc]
    """Carries every operation on to two drawing devices, to the second save those to leave out:
    the page is read once for both."""

    def __init__(
        self, shown: Any, bare: Any, left_out: frozenset[int], only: Mapping[int, Sequence[Run]]
    ) -> None:
        """`only`: what of a text left out the first is to show."""
        super().__init__()
        self.shown = shown.m_internal
        self.bare = bare.m_internal
        self.left_out = left_out
        self.only = only
        self.number = -1
        for name in (*_PAINTING, *_PASSING, "begin_tile"):
            getattr(self, f"use_virtual_{name}")()


def _passing(name: str) -> Callable[..., Any]:
    carry_on = getattr(_engine, f"ll_fz_{name}")

    def operation(self: Any, _: Any, *values: Any) -> Any:
        carry_on(self.shown, *values)
        return carry_on(self.bare, *values)

    return operation


def _begin_tile(self: Any, _: Any, *values: Any) -> int:
    """Tiles without their number: a drawing kept for it would do for both pictures."""
    *where, _number, document = values
    _engine.ll_fz_begin_tile_tid(self.shown, *where, 0, document)
    return int(_engine.ll_fz_begin_tile_tid(self.bare, *where, 0, document))


def _painting(name: str) -> Callable[..., Any]:
    carry_on = getattr(_engine, f"ll_fz_{name}")

    def operation(self: Any, _: Any, *values: Any) -> None:
        self.number += 1
        if self.number not in self.left_out:
            carry_on(self.shown, *values)
            carry_on(self.bare, *values)
        elif self.number not in self.only:
            carry_on(self.shown, *values)
        else:
            text, *how = values
            part = _part_of(text, self.only[self.number])
            carry_on(self.shown, text if part is None else part.m_internal, *how)

    return operation


def _part_of(text: Any, runs: Sequence[Run]) -> Any:
    """A text of some of another's letters: drawing all of a page's takes most of the time.
    None where it is not made of these runs."""
    part = mupdf.FzText()
    span = text.head
    for length, places in runs:
        if span is None or span.len != length:
            return None
        letters, at = mupdf.FzTextSpan(span), span.trm
        for place in places:
            item = letters.items(place)
            _engine.ll_fz_show_glyph(
                part.m_internal,
                span.font,
                _engine.ll_fz_make_matrix(at.a, at.b, at.c, at.d, item.x, item.y),
                item.gid,
                item.ucs,
                span.wmode,
                span.bidi_level,
                span.markup_dir,
                span.language,
            )
        span = span.next
    return part


_Both.begin_tile = _begin_tile
for _name in _PAINTING:
    setattr(_Both, _name, _painting(_name))
for _name, _function in _PASSING.items():
    setattr(_Both, _name, _passing(_function))


def run_page(page: Any, device: Any, matrix: Any = None) -> None:
    """Run a page's content and annotations through a device of the engine."""
    handle = page.this if isinstance(page.this, mupdf.FzPage) else page.this.super()
    mupdf.fz_run_page(handle, device, matrix or mupdf.FzMatrix(), mupdf.FzCookie())


Pixels: TypeAlias = "np.ndarray[Any, np.dtype[np.uint8]]"
"""Rows of pixels of red, green and blue."""


def draw(
    page: Any, box: Box, scale: float, without: frozenset[int], only: Mapping[int, Sequence[Run]]
) -> tuple[Pixels, Pixels]:
    """The pixels of `box` of a page on white, `scale` pixels a point: whole, save that of some
    texts `only` some letters are shown; and `without` some operations."""
    bounds = pymupdf.IRect(*_pixels(box, scale))
    shown, bare = (pymupdf.Pixmap(pymupdf.csRGB, bounds) for _ in range(2))
    devices = []
    for pixmap in (shown, bare):
        pixmap.clear_with(255)
        devices.append(mupdf.fz_new_draw_device(mupdf.FzMatrix(), pixmap.this))
    both = _Both(devices[0], devices[1], without, only)
    run_page(page, both, mupdf.FzMatrix(scale, 0, 0, scale, 0, 0))
    for device in (both, *devices):
        mupdf.fz_close_device(device)
    return _rows(shown), _rows(bare)


def _rows(pixmap: Any) -> Pixels:
    samples = np.frombuffer(pixmap.samples, np.uint8)
    return samples.reshape(pixmap.height, pixmap.width, 3)


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = (value * scale for value in box)
    return int(x0), int(y0), int(x1) + 2, int(y1) + 2


class Difference:
    """A region of a page with and without some operations."""

    #: Pixels drawn at most; beyond, the scale goes down.
    MOST = 6_000_000

    def __init__(
        self,
        page: Any,
        box: Box,
        without: frozenset[int],
        scale: float = 1.6,
        only: Mapping[int, Sequence[Run]] | None = None,
    ) -> None:
        """`only`: the letters, of texts among `without`, that are asked about; the others of
        those texts need not be drawn."""
        size = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
        self._scale = min(scale, (self.MOST / size) ** 0.5)
        self._origin = _pixels(box, self._scale)[:2]
        self._shown, self._bare = draw(page, box, self._scale, without, only or {})

    def contrast(self, box: Box) -> int:
        """The largest difference of a pixel of `box`, 0 to 255."""
        shown, bare = self._part(self._shown, box), self._part(self._bare, box)
        if not shown.size:
            return 0
        return int((np.maximum(shown, bare) - np.minimum(shown, bare)).max())

    def spread(self) -> float:
        """Points: the smaller side of what differs by more than a shadow."""
        apart = np.abs(self._shown.astype(np.int16) - self._bare).max(2) > 48
        if not apart.any():
            return 0.0
        sides = (np.flatnonzero(apart.any(axis)) for axis in (0, 1))
        thickness = min(int(side[-1]) - int(side[0]) for side in sides) + 1
        return float(thickness / self._scale)

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
