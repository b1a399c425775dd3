"""The grey levels of a picture's own pixels, as stored."""

from typing import Any, TypeAlias

import numpy as np
import pymupdf

Grey: TypeAlias = "np.ndarray[Any, np.dtype[np.uint8]]"


def grey_of(doc: Any, xref: int) -> Grey:
    """Rows of pixels. A stencil, which has no colour of its own, gives where it paints: compact
    scans hold their letters so, and every page of them was called unreadable."""
    pixmap = pymupdf.Pixmap(doc, xref)
    if pixmap.colorspace is not None:
        if pixmap.alpha:
            pixmap = pymupdf.Pixmap(pixmap, 0)
        if pixmap.colorspace.n != 1:
            pixmap = pymupdf.Pixmap(pymupdf.csGRAY, pixmap)
    rows = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)
    return rows[:, : pixmap.width]
