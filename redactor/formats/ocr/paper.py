"""What lies between the ink and the pixels: blank pages, noise, faint print."""

import numpy as np
from PIL import Image, ImageFilter, ImageOps

_TILE = 32
_NOISY = 0.12
"""Grain of the paper (standard deviation), as part of the ink's depth, from which a page is
smoothed before it is read. Measured: with a grain of 40, unsmoothed, nothing was read in 29 s;
smoothed, every word in 0.6 s."""
_DARK = 100
"""Level under which the paper is the ink: a negative."""
_FAINTEST = 5.0
"""Levels by which the faintest ink differs from the paper around it."""
_GRAINIEST = 15.0
"""What seems to be more grain than this is ink, on a crop that is full of it."""
_SURE = 5.0
"""The same, in standard deviations of the paper's own grain."""
_DUST = 5e-5
"""Part of the page that dust takes: a full stop on A4 is 1e-5."""
_AROUND = 12
"""Pixels of the halved picture around a point that are its paper."""


def noise(picture: Image.Image) -> float:
    """Standard deviation of the paper, in levels: that of the page's quietest tiles.

    A crop that is full of ink has none: callers bound what they take from it.
    """
    grey = np.asarray(picture, dtype=np.float32)
    rows, columns = grey.shape[0] // _TILE, grey.shape[1] // _TILE
    if not rows or not columns:
        return 0.0
    cut = grey[: rows * _TILE, : columns * _TILE].reshape(rows, _TILE, columns, _TILE)
    return float(np.percentile(cut.std(axis=(1, 3)), 10))


def prepared(picture: Image.Image, dpi: int) -> Image.Image:
    """The picture as the engine reads it best: dark ink on paper that is white all over.

    The engine parts ink from paper by one level for the page. Where ink is little or faint, it
    takes the paper's grain for ink (measured: of a page that bears one name, nothing was read).
    """
    counts = picture.histogram()
    paper = max(range(256), key=lambda level: counts[level])
    if paper < _DARK:
        picture, paper = ImageOps.invert(picture), 255 - paper
    grain = noise(picture)
    ink = _darkest(picture, paper)
    if grain > _NOISY * ink:
        picture = picture.filter(ImageFilter.GaussianBlur(dpi / 200))
        grain, ink = noise(picture), _darkest(picture, paper)
    white = paper - min(3 * grain, ink / 3)
    black = paper - ink
    scale = 255 / max(white - black, 1)
    return picture.point([round(min(max((v - black) * scale, 0), 255)) for v in range(256)])


def _darkest(picture: Image.Image, paper: int) -> float:
    """How far the darkest ink lies under the paper, dust left aside."""
    counts = picture.histogram()
    left = _DUST * picture.width * picture.height
    for level, count in enumerate(counts[:paper]):
        left -= count
        if left < 0:
            return max(float(paper - level), 1.0)
    return 1.0


def is_blank(picture: Image.Image) -> bool:
    """Whether nothing but paper, shadows and dust is seen: nothing that differs sharply from
    what is around it. Faint print is not blank."""
    half = picture.reduce(2)
    around = half.filter(ImageFilter.GaussianBlur(_AROUND))
    apart = np.abs(np.asarray(half, dtype=np.int16) - np.asarray(around, dtype=np.int16))
    least = max(_FAINTEST, _SURE * min(noise(half), _GRAINIEST))
    return float(np.mean(apart > least)) <= _DUST
