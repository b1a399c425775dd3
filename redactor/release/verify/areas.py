"""Whether the pictures under an area still have their pixels, whatever is drawn over them."""

from pathlib import Path
from typing import Any

import pymupdf
from PIL import Image

from redactor.formats.base import Area

#: Of 255: what re-encoding leaves of one flat colour, beside the edge of the area.
_FLAT = 40
#: Pixels at the area's edge that a lossy picture blurs into it.
_EDGE = 8


def with_pixels_left(path: Path, areas: list[Area], password: str | None) -> list[Area]:
    """The areas under which a picture still shows something."""
    left: list[Area] = []
    with pymupdf.open(path, filetype="pdf") as document:
        if document.needs_pass:
            document.authenticate(password or "")
        for area in areas:
            if area.part or not 1 <= area.page <= document.page_count:
                continue
            page = document[area.page - 1]
            if any(_shows(document, page, info, area) for info in page.get_image_info(xrefs=True)):
                left.append(area)
    return left


def _shows(document: Any, page: Any, info: dict[str, Any], area: Area) -> bool:
    box = pymupdf.Rect(area.box) * page.derotation_matrix
    shown = pymupdf.Rect(info["bbox"]) & box
    if shown.is_empty or not info["xref"]:
        return False
    # The picture's own square, one by one, its first row on top.
    inverse = ~pymupdf.Matrix(info["transform"])
    square = (shown * inverse) & pymupdf.Rect(0, 0, 1, 1)
    pixmap = pymupdf.Pixmap(document, info["xref"])
    if pixmap.colorspace is None or pixmap.colorspace.n > 3:
        pixmap = pymupdf.Pixmap(pymupdf.csRGB, pixmap) if pixmap.colorspace else pixmap
    picture = Image.frombytes(
        {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}[pixmap.n],
        (pixmap.width, pixmap.height),
        pixmap.samples,
    ).convert("L")
    region = (
        round(square.x0 * picture.width) + _EDGE,
        round(square.y0 * picture.height) + _EDGE,
        round(square.x1 * picture.width) - _EDGE,
        round(square.y1 * picture.height) - _EDGE,
    )
    if region[2] - region[0] < 2 or region[3] - region[1] < 2:
        return False
    low, high = picture.crop(region).getextrema()
    return bool(high - low > _FLAT)  # type: ignore[operator]
