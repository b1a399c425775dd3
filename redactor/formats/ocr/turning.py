"""Which way up a scanned page is."""

import math

import numpy as np
from PIL import Image, ImageOps

from redactor.formats.base import Box
from redactor.formats.ocr.words import Recognised

_LOOK = 800
"""Pixels of the longer side that are enough to tell lines from columns."""
_STRIPS = 8
"""Profiles are taken over so many strips, so that a skewed line still shows as one."""
_SLICES = 24
_STEEPEST, _STEP = 7.0, 0.1
"""Degrees."""
_LEVEL = 0.4
"""Degrees that the engine copes with by itself: it loses 0.3 % of letters at 1°, and takes one
page of short lines for two columns at 2°."""
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


def skew(picture: Image.Image) -> float:
    """Degrees by which lines climb (negative) or fall to the right.

    Strips of the page, side by side, show the same lines when each is moved along the slope.
    """
    small = ImageOps.autocontrast(picture.copy())
    small.thumbnail((_LOOK, _LOOK), Image.Resampling.BOX)
    strips = np.asarray(
        small.resize((_SLICES, small.height), Image.Resampling.BOX), dtype=np.float32
    ).T
    places = (np.arange(_SLICES) + 0.5) * small.width / _SLICES - small.width / 2

    def sharpness(angle: float) -> float:
        moves = np.round(places * np.tan(np.radians(angle))).astype(int)
        whole = sum(np.roll(strip, -move) for strip, move in zip(strips, moves, strict=True))
        return float(np.square(np.diff(whole)).sum())

    steps = int(_STEEPEST / _STEP)
    angles = [number * _STEP for number in range(-steps, steps + 1)]
    best = max(angles, key=sharpness)
    return best if abs(best) >= _LEVEL and sharpness(best) > 1.1 * sharpness(0) else 0.0


def level(picture: Image.Image, angle: float) -> Image.Image:
    """The picture turned by `angle` degrees, so that its lines no longer fall."""
    if not angle:
        return picture
    return picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def slanted(found: Recognised, angle: float, width: int, height: int) -> Recognised:
    """What was found in `level(picture, angle)`, in the picture's own pixels."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    cx, cy = width / 2, height / 2

    def back(x: float, y: float) -> tuple[float, float]:
        dx, dy = x - cx, y - cy
        return cx + dx * cos - dy * sin, cy + dx * sin + dy * cos

    def place(box: Box) -> Box:
        # A letter keeps its size: the box around its turned box would reach into the next line.
        x, y = back((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        half, tall = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
        half, tall = half + abs(sin) * tall, tall + abs(sin) * half
        return x - half, y - tall, x + half, y + tall

    return found.mapped(place) if angle else found


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
