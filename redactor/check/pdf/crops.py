"""Pictures of which a clip or the page's edge cuts a part off: the pixels are still in the file.

What each picture would cover is compared with what clips let through; only pictures of which
something is cut are looked at in pixels.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from pymupdf import mupdf

from redactor.boxes import area, common
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.paint import run_page
from redactor.check.pdf.shades import Grey, grey_of
from redactor.check.pdf.sight import PageView
from redactor.formats.base import Box
from redactor.text.flow import Channel

#: Square points under which a picture is a logo or a sign.
_LEAST = 2000.0
#: Part of a picture's side that must be cut for it to hide something, and not a bleed.
_CUT = 0.04
#: Grey levels over which the cut pixels must spread to show something.
_DETAIL = 60
#: Pixels of one picture looked at, and pictures of one page.
_PIXELS, _MOST = 60_000_000, 50
_INFINITE: Box = (-1e9, -1e9, 1e9, 1e9)

_engine: Any = mupdf._mupdf


class _Clips(mupdf.FzDevice2):  # type: ignore[misc]
    """Notes where each picture of a page would stand, and what clips leave of it."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[Box] = [_INFINITE]
        self.found: list[tuple[Box, Box]] = []
        """Where it would stand, and what is let through of it."""
        for name in (
            "fill_image",
            "fill_image_mask",
            "clip_path",
            "clip_stroke_path",
            "clip_text",
            "clip_stroke_text",
            "clip_image_mask",
            "pop_clip",
            "begin_mask",
            "end_mask",
        ):
            getattr(self, f"use_virtual_{name}")()

    def fill_image(self, _: Any, __: Any, matrix: Any, *___: Any) -> None:
        whole = _rect(_engine.ll_fz_transform_rect(_engine.cvar.fz_unit_rect, matrix))
        self.found.append((whole, common(whole, self.stack[-1])))

    fill_image_mask = fill_image

    def clip_path(self, _: Any, path: Any, __: Any, matrix: Any, *___: Any) -> None:
        bound = _rect(_engine.ll_fz_bound_path(path, None, matrix))
        self.stack.append(common(self.stack[-1], bound))

    def _unknown(self, *_: Any) -> None:
        self.stack.append(self.stack[-1])

    clip_stroke_path = clip_text = clip_stroke_text = clip_image_mask = _unknown

    def pop_clip(self, *_: Any) -> None:
        if len(self.stack) > 1:
            self.stack.pop()

    def begin_mask(self, *_: Any) -> None:
        self.stack.append(self.stack[-1])  # what is drawn in it is no picture of the page

    def end_mask(self, *_: Any) -> None:
        """The mask goes on as a clip until it is popped."""


def findings(view: PageView) -> Iterator[Finding]:
    """Pictures of the page that are cropped, where the cut part shows something."""
    if not any(c.kind == "fill-image" and area(c.box) >= _LEAST for c in view.covers):
        return
    device = _Clips()
    run_page(view.page, device)
    mupdf.fz_close_device(device)
    cut = [
        (whole, shown)
        for whole, clip in device.found
        if area(whole) >= _LEAST and _is_cut(whole, shown := common(clip, view.box))
    ]
    if not cut:
        return
    known = view.pictures
    said: set[Box] = set()
    for whole, shown in cut[:_MOST]:
        key: Box = tuple(round(v) for v in whole)  # type: ignore[assignment]
        if key in said or _shown_elsewhere(whole, shown, device.found):
            continue
        said.add(key)
        there = (entry for entry in known if _same(entry["bbox"], whole))
        if not any(_hides(view.page.parent, entry, whole, shown) for entry in there):
            continue
        scan = area(shown) > 0.5 * area(view.box)
        yield Finding(
            Kind.COVERED_IMAGE,
            Severity.WARNING if scan else Severity.INFO,
            0.6 if scan else 0.4,
            "finding.cropped",
            view.number,
            shown if area(shown) else common(whole, view.box),
            Channel.BODY,
        )


def _is_cut(whole: Box, shown: Box) -> bool:
    width, height = whole[2] - whole[0], whole[3] - whole[1]
    if not area(shown):
        return True
    return max(shown[0] - whole[0], whole[2] - shown[2]) > _CUT * width or (
        max(shown[1] - whole[1], whole[3] - shown[3]) > _CUT * height
    )


def _shown_elsewhere(whole: Box, shown: Box, found: list[tuple[Box, Box]]) -> bool:
    """Whether other drawings of the same picture at the same place show the rest: tiles."""
    same = [clip for other, clip in found if _same(other, whole)]
    return len(same) > 1 and sum(area(clip) for clip in same) > 0.95 * area(whole) > area(shown)


def _same(one: Any, two: Box) -> bool:
    return all(abs(a - b) < 1.5 for a, b in zip(one, two, strict=True))


def _hides(doc: Any, entry: Any, whole: Box, shown: Box) -> bool:
    """Whether the pixels that are cut off are more than one shade."""
    if not entry["xref"] or entry["width"] * entry["height"] > _PIXELS:
        return False
    # Turned or mirrored pictures would need their matrix; those are rare.
    a, b, c, d, *_ = entry["transform"]
    if abs(b) + abs(c) > 0.01 * (abs(a) + abs(d)) or a < 0 or d < 0:
        return False
    grey = grey_of(doc, entry["xref"])
    rows, columns = grey.shape
    x, y = columns / (whole[2] - whole[0]), rows / (whole[3] - whole[1])
    left, right = round((shown[0] - whole[0]) * x), round((shown[2] - whole[0]) * x)
    top, bottom = round((shown[1] - whole[1]) * y), round((shown[3] - whole[1]) * y)
    left, top = max(0, left), max(0, top)
    parts = (
        (grey,)
        if right <= left or bottom <= top
        else (
            grey[:top],
            grey[max(0, bottom) :],
            grey[:, :left],
            grey[:, max(0, right) :],
        )
    )
    return any(part.size > 200 and _spread(part) > _DETAIL for part in parts)


def _spread(part: Grey) -> float:
    """Grey levels between the darkest and the lightest hundredth."""
    low, high = np.percentile(part, (1, 99))
    return float(high - low)


def _rect(value: Any) -> Box:
    return float(value.x0), float(value.y0), float(value.x1), float(value.y1)
