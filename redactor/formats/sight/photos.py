"""Photographs: grain and half-tones everywhere, where drawings and text are flat."""

import numpy as np
from PIL import Image

from redactor.formats.sight.blobs import blobs
from redactor.formats.sight.seen import Colours, Mask, Seen

_TILE = 8
_GRAIN = (1.5, 60.0)
"""Standard deviation, in levels, within a tile of a photograph."""
_DARKEST, _LIGHTEST = 14.0, 238.0
_PALE, _GRAINY = 170, 16
"""A page's usual level from which it is paper, and how far the paper's grain reaches under it."""
_FLAT = 0.3
"""Part of a tile's points that may be the very same as their neighbours."""
_SMALLEST = 5
"""Tiles of a photograph's shorter side."""
_FULL = 0.6
"""Part of a photograph's tiles that look like one."""
_SHADES = 24
"""Of 64 steps of grey, how many a photograph uses."""
_SKIN = 0.1


def photographs(picture: Colours) -> list[Seen]:
    """The photographs of a page drawn at some 75 dots an inch."""
    tones = _tones(picture)
    found: list[Seen] = []
    for x0, y0, x1, y1 in blobs(tones).boxes:
        wide, tall = x1 - x0, y1 - y0
        if min(wide, tall) < _SMALLEST or max(wide, tall) > 6 * min(wide, tall):
            continue
        if tones[y0:y1, x0:x1].mean() < _FULL:
            continue
        box = tuple(float(edge * _TILE) for edge in (x0, y0, x1, y1))
        part = picture[y0 * _TILE : y1 * _TILE, x0 * _TILE : x1 * _TILE]
        if _shades(part) < _SHADES:
            continue
        skin = _skin(part)
        sure, why = (0.85, "photographie, tons de peau") if skin > _SKIN else (0.65, "photographie")
        found.append(Seen(box, sure, why))  # type: ignore[arg-type]
    return found


def _tones(picture: Colours) -> Mask:
    """Which tiles have neither the evenness of paper or of a flat colour, nor the contrast of
    print."""
    grey = np.asarray(Image.fromarray(picture, "RGB").convert("L"), dtype=np.float32)
    rows, columns = grey.shape[0] // _TILE, grey.shape[1] // _TILE
    tiles = grey[: rows * _TILE, : columns * _TILE].reshape(rows, _TILE, columns, _TILE)
    means, grain = tiles.mean(axis=(1, 3)), tiles.std(axis=(1, 3))
    counts = np.bincount(grey.astype(np.uint8).ravel(), minlength=256)
    paper = int(np.argmax(counts))
    lightest = min(_LIGHTEST, paper - _GRAINY) if paper > _PALE else _LIGHTEST
    # Print is paper and ink with little between; a photograph's tile is mostly between.
    light = (tiles > lightest).mean(axis=(1, 3))
    # A ground of one colour under print: its points are the very same.
    same = np.zeros_like(grey)
    same[:, 1:] = grey[:, 1:] == grey[:, :-1]
    flat = same[: rows * _TILE, : columns * _TILE].reshape(tiles.shape).mean(axis=(1, 3))
    light = np.maximum(light, flat - _FLAT)
    found: Mask = (grain > _GRAIN[0]) & (grain < _GRAIN[1]) & (light < 0.25)
    found &= (means > _DARKEST) & (means < lightest)
    return found


def _shades(part: Colours) -> int:
    counts = np.bincount((part.mean(axis=2) / 4).astype(int).ravel(), minlength=64)
    return int(np.count_nonzero(counts > 0.002 * counts.sum()))


def _skin(part: Colours) -> float:
    """The part of the points whose colour is one of skin (in YCbCr, any complexion)."""
    red, green, blue = (part[..., n].astype(np.float32) for n in range(3))
    cb = 128 - 0.169 * red - 0.331 * green + 0.5 * blue
    cr = 128 + 0.5 * red - 0.419 * green - 0.081 * blue
    skin = (cb > 77) & (cb < 127) & (cr > 136) & (cr < 173) & (red > 60)
    return float(skin.mean())
