"""Blanking the pixels of images under areas, and giving them back their size.

The engine blanks pixels in a copy made for the page, through every transformation, masks
included, but leaves what it touched uncompressed (measured: saving is then 30 times slower
and the file three times larger): those images are encoded again as they were.
"""

import io
from collections.abc import Sequence
from typing import Any

import pymupdf
from PIL import Image
from pymupdf import mupdf

from redactor.formats.base import Box
from redactor.formats.pdf import erase
from redactor.formats.pdf.glyphs import pictures_of

_QUALITY = 85
_FLAT = 24
"""Levels of grey within which a picture shows nothing."""


def showing(page: Any, boxes: Sequence[Box]) -> list[Box]:
    """Those of `boxes` where a picture of `page` shows something, now that its text is gone.

    Some scanners write the text they recognised in plain sight, and lay the picture over it.
    """
    pictures = [pymupdf.Rect(box) for box, _ in pictures_of(page)] if boxes else []
    over = [box for box in boxes if any(pymupdf.Rect(box).intersects(each) for each in pictures)]
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
    before = {image[0]: image for image in page.get_images(full=True)}
    if areas:
        _apply(page, areas, everything=True)
    if pictured:
        _apply(page, pictured, everything=False, covered=outlined)
        if outlined and (left := _outlines(page, pictured)):
            _apply(page, left, everything=False, touched=True)
    lossy = any(image[8] in ("DCTDecode", "JPXDecode") for image in before.values())
    for image in page.get_images(full=True):
        if image[0] not in before:
            _encode(page.parent, image[0], lossy)


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
        text=mupdf.PDF_REDACT_TEXT_REMOVE if everything else mupdf.PDF_REDACT_TEXT_NONE,
    )


def _encode(doc: Any, xref: int, lossy: bool) -> None:
    """Compress an image that the engine left raw: as JPEG where pictures were lossy."""
    if doc.xref_get_key(xref, "Filter")[0] != "null":
        return
    pixmap = pymupdf.Pixmap(doc, xref)
    if pixmap.alpha or pixmap.colorspace is None or pixmap.n not in (1, 3):
        return  # stored as it is: the save deflates it
    mode = "L" if pixmap.n == 1 else "RGB"
    picture = Image.frombytes(mode, (pixmap.width, pixmap.height), pixmap.samples)
    bilevel = mode == "L" and len(picture.getcolors(256) or ()) == 2
    if not lossy or bilevel:
        return
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    doc.update_stream(xref, out.getvalue(), compress=False)
    doc.xref_set_key(xref, "Filter", "/DCTDecode")
    doc.xref_set_key(xref, "DecodeParms", "null")
    doc.xref_set_key(xref, "ColorSpace", "/DeviceGray" if mode == "L" else "/DeviceRGB")
    doc.xref_set_key(xref, "BitsPerComponent", "8")
