"""Which way up a scanned page is."""

from PIL import Image, ImageOps

from redactor.formats.base import Box
from redactor.formats.ocr.words import Recognised

_LOOK = 800
"""Pixels of the longer side that are enough to tell lines from columns."""
_STRIPS = 8
"""Profiles are taken over so many strips, so that a skewed line still shows as one."""
_TURNS = {
    1: Image.Transpose.ROTATE_90,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_270,
}


def sideways(picture: Image.Image) -> bool:
    """Whether lines of text seem to run from top to bottom.

    Lines and the white between them make the profile of an upright page change fast from top
    to bottom, and slowly from left to right.
    """
    small = ImageOps.autocontrast(picture.copy())
    small.thumbnail((_LOOK, _LOOK), Image.Resampling.BOX)
    down = _change(small.resize((_STRIPS, small.height), Image.Resampling.BOX))
    across = _change(
        small.resize((small.width, _STRIPS), Image.Resampling.BOX).transpose(
            Image.Transpose.TRANSPOSE
        )
    )
    return across > 1.5 * down


def _change(profile: Image.Image) -> float:
    """Mean squared step from one row to the next."""
    data = profile.tobytes()
    steps = zip(data, data[profile.width :], strict=False)
    return sum((one - two) ** 2 for one, two in steps) / max(len(data), 1)


def turned(picture: Image.Image, quarters: int) -> Image.Image:
    """The picture turned counter-clockwise."""
    return picture.transpose(_TURNS[quarters]) if quarters else picture


def turned_back(found: Recognised, quarters: int, width: int, height: int) -> Recognised:
    """What was found in `turned(picture, quarters)`, in the picture's own pixels."""

    def place(box: Box) -> Box:
        x0, y0, x1, y1 = box
        match quarters:
            case 1:
                return width - y1, x0, width - y0, x1
            case 2:
                return width - x1, height - y1, width - x0, height - y0
            case 3:
                return y0, height - x1, y1, height - x0
        return box

    return found.mapped(place, quarters) if quarters else found
