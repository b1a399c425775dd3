"""What is drawn by hand or struck with a stamp: ink that is neither letters nor rules."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redactor.formats.base import Box
from redactor.formats.sight.blobs import blobs
from redactor.formats.sight.rules import without_rules
from redactor.formats.sight.seen import Colours, Mask, Seen

_RULE = 45
"""Points of a straight stretch that no hand draws, at 75 dots an inch: 15 mm."""
_WIDE, _TALL = (34, 330), (16, 190)
"""Sides of a signature."""
_STAMP = (48, 190)
"""Sides of a stamp."""
_FULL = 0.34
"""Part of its box that a signature's ink takes at most."""
_THICK = 5.0
"""Mean length of a signature's stretches of ink."""
_TALLER = 2.2
"""Letters of the page that the tallest stroke of a signature is high, at least."""
_SLANTED = 0.28
"""Part of a signature's edges that are neither level nor upright, at least."""
_NEAR = 7
"""Points between strokes of one hand."""
_INK = 46
"""Levels darker than the paper."""
_ROUND = 0.82
"""Part of the directions from a round stamp's middle in which its rim is met."""
_RING, _BEYOND_RING = 0.85, 0.45
"""Part of the directions from a ring's middle in which ink is met at its radius, at least, and a
little further out, at most."""
_COLOURED = 26
"""Levels between the strongest and the weakest colour of coloured ink."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Strokes that lie together, and what they look like."""

    box: Box
    full: float
    """Part of the box that is ink."""
    thick: float
    """Mean length of its stretches of ink, level and upright, in points."""
    slanted: float
    strokes: int
    tallest: float
    """The height of its tallest stroke, in letters of the page."""
    coloured: float
    """Part of its ink that is coloured."""
    hues: float
    """How far its colours are spread: 0 for one ink, 1 for all of them."""


def ink_of(picture: Colours) -> Mask:
    """The points darker, or more coloured, than the paper."""
    grey = np.minimum(np.minimum(picture[..., 0], picture[..., 1]), picture[..., 2])
    counts = np.bincount(grey.ravel(), minlength=256)
    paper = int(np.argmax(counts[100:])) + 100 if counts[100:].any() else 255
    mask: Mask = grey < paper - _INK
    return mask


def drawings(picture: Colours, ink: Mask | None = None) -> list[Drawing]:
    """What of the size of a signature a page drawn at 75 dots an inch holds."""
    ink = ink_of(picture) if ink is None else ink
    bare = without_rules(ink, _RULE)
    whole = blobs(bare)
    wide = whole.boxes[:, 2] - whole.boxes[:, 0]
    tall = whole.boxes[:, 3] - whole.boxes[:, 1]
    letter = _letter(tall[(tall > 3) & (wide > 1)])
    large = (tall > 1.7 * letter) | (wide > 3.2 * letter)
    large &= (tall > 5) & (wide > 5) & (tall < 260) & (wide < 420)
    mask = whole.mask_of(large, bare.shape)
    found = []
    for box in _joined(whole.boxes[large]):
        x0, y0, x1, y1 = box
        if _WIDE[0] <= x1 - x0 <= _WIDE[1] and _TALL[0] <= y1 - y0 <= _TALL[1]:
            found.append(_drawing(box, mask, picture, letter))
    return found


def _letter(heights: NDArray[np.int64]) -> float:
    """The height of the page's letters; of usual ones where it has few."""
    return float(np.clip(np.median(heights), 6, 14)) if len(heights) > 40 else 9.0


def _joined(boxes: NDArray[np.int64]) -> list[tuple[int, int, int, int]]:
    """Boxes of strokes that nearly touch are one."""
    merged: list[tuple[int, int, int, int]] = []
    for row in boxes:
        box = (int(row[0]), int(row[1]), int(row[2]), int(row[3]))
        while near := next((each for each in merged if _touch(each, box)), None):
            merged.remove(near)
            box = (
                min(box[0], near[0]),
                min(box[1], near[1]),
                max(box[2], near[2]),
                max(box[3], near[3]),
            )
        merged.append(box)
    return merged


def _touch(one: tuple[int, int, int, int], two: tuple[int, int, int, int]) -> bool:
    return (
        min(one[2], two[2]) - max(one[0], two[0]) > -_NEAR
        and min(one[3], two[3]) - max(one[1], two[1]) > -_NEAR
    )


def _drawing(
    box: tuple[int, int, int, int], mask: Mask, picture: Colours, letter: float
) -> Drawing:
    x0, y0, x1, y1 = box
    ink = mask[y0:y1, x0:x1]
    colours = picture[y0:y1, x0:x1][ink].astype(np.int16)
    spread = colours.max(axis=1) - colours.min(axis=1)
    coloured = spread > _COLOURED
    across, down = _stretch(ink), _stretch(ink.T)
    parts = blobs(ink)
    return Drawing(
        (float(x0), float(y0), float(x1), float(y1)),
        float(ink.mean()),
        min(across, down),
        _slanted(ink),
        len(parts.sizes),
        float((parts.boxes[:, 3] - parts.boxes[:, 1]).max()) / letter,
        float(coloured.mean()),
        _hues(colours[coloured]),
    )


def _stretch(ink: Mask) -> float:
    starts = np.count_nonzero(np.diff(ink.astype(np.int8), axis=1, prepend=0) == 1)
    return float(ink.sum() / max(starts, 1))


def _slanted(ink: Mask) -> float:
    """The part of the edges that are neither level nor upright."""
    soft: NDArray[np.float64] = ink.astype(np.float64)
    for _ in range(2):
        wide = np.pad(soft, 1)
        soft += wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]
        soft /= 5
    down, across = np.asarray(np.gradient(soft))
    strength = np.hypot(down, across)
    clear = strength > 0.08
    if not clear.any():
        return 0.0
    angles = np.degrees(np.arctan2(np.abs(down[clear]), np.abs(across[clear])))
    return float(((angles > 20) & (angles < 70)).mean())


def _hues(colours: NDArray[np.int16]) -> float:
    if len(colours) < 8:
        return 0.0
    whole = colours - colours.mean(axis=1, keepdims=True)
    unit = whole / np.maximum(np.linalg.norm(whole, axis=1, keepdims=True), 1e-6)
    return float(1 - np.linalg.norm(unit.mean(axis=0)))


def looks_signed(drawing: Drawing) -> float:
    """How far a drawing looks like a signature: 0 to 1."""
    x0, y0, x1, y1 = drawing.box
    wide, tall = x1 - x0, y1 - y0
    if drawing.full > _FULL or drawing.thick > _THICK or drawing.slanted < _SLANTED:
        return 0.0
    if drawing.tallest < _TALLER:
        return 0.0  # words whose letters touch
    if drawing.hues > 0.25 or drawing.strokes > 14 or not 0.45 < wide / tall < 9:
        return 0.0
    # A line that wanders: much longer than the box that holds it, and thin.
    length = drawing.full * wide * tall / max(drawing.thick, 1.0)
    if length < 0.6 * (wide + tall):
        return 0.0
    thin = np.clip((_FULL - drawing.full) / 0.2, 0, 1)
    bent = np.clip((drawing.slanted - _SLANTED) / 0.2, 0, 1)
    few = np.clip((14 - drawing.strokes) / 10, 0, 1)
    return float(0.35 + 0.2 * thin + 0.25 * bent + 0.2 * few)


def stamps(picture: Colours, ink: Mask | None = None) -> list[Seen]:
    """Round stamps, by their rim; and framed ones, by their colour."""
    ink = ink_of(picture) if ink is None else ink
    values = picture.astype(np.int16)
    red, green, blue = values[..., 0], values[..., 1], values[..., 2]
    strongest = np.maximum(np.maximum(red, green), blue)
    coloured = ink & (strongest - np.minimum(np.minimum(red, green), blue) > _COLOURED)
    found: list[Seen] = []
    for mask, of_colour in ((coloured, True), (ink, False)):
        for box in _sized(mask):
            x0, y0, x1, y1 = box
            part = mask[y0:y1, x0:x1]
            place = (float(x0), float(y0), float(x1), float(y1))
            if any(_covers(each.box, place) for each in found):
                continue
            if not 0.03 < part.mean() < 0.55:
                continue
            rim = _rim(part)
            if rim < _ROUND:
                continue
            if of_colour:
                if _hues(values[y0:y1, x0:x1][part]) < 0.3:
                    found.append(Seen(place, 0.85, "tampon rond, encre de couleur"))
            else:
                found.append(Seen(place, 0.6, "tampon rond"))
    return found


def _sized(mask: Mask) -> Iterator[tuple[int, int, int, int]]:
    whole = blobs(mask)
    # A worn rim comes in pieces: those that nearly touch are taken together.
    wide = whole.boxes[:, 2] - whole.boxes[:, 0]
    tall = whole.boxes[:, 3] - whole.boxes[:, 1]
    large = np.maximum(wide, tall) > 20
    seen = [tuple(int(v) for v in box) for box in whole.boxes[large]]
    for box in [*seen, *_joined(whole.boxes[large])]:
        x0, y0, x1, y1 = box
        across, down = x1 - x0, y1 - y0
        if min(across, down) < _STAMP[0] or max(across, down) > _STAMP[1]:
            continue
        if max(across, down) <= 1.35 * min(across, down):
            yield x0, y0, x1, y1


def _rim(part: Mask) -> float:
    """The part of the directions in which ink is met close to the ellipse of the box, and
    little beyond it."""
    tall, wide = part.shape
    angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    met = np.zeros(72, dtype=bool)
    for reach in np.linspace(0.84, 1.0, 9):
        xs = np.clip(np.round(wide / 2 + reach * wide / 2 * np.cos(angles)), 0, wide - 1)
        ys = np.clip(np.round(tall / 2 + reach * tall / 2 * np.sin(angles)), 0, tall - 1)
        met |= part[ys.astype(int), xs.astype(int)]
    rows, columns = np.indices(part.shape)
    far = np.hypot((columns + 0.5 - wide / 2) / (wide / 2), (rows + 0.5 - tall / 2) / (tall / 2))
    corners = part[far > 1.08]
    if corners.size and corners.mean() > 0.05:
        return 0.0
    # A disc is no ring: a band within the rim is mostly paper.
    band = part[(far > 0.45) & (far < 0.95)]
    if band.mean() > 0.6:
        return 0.0
    return float(met.mean())


def ringed(drawing: Drawing, ink: Mask) -> bool:
    """Whether a drawing is a round stamp in the ink of the letters around it, which touch it: a
    circle passes through it, whatever lies inside or crosses it."""
    x0, y0, x1, y1 = drawing.box
    wide, tall = x1 - x0, y1 - y0
    if min(wide, tall) < _STAMP[0] or max(wide, tall) > 1.5 * min(wide, tall):
        return False
    side = min(wide, tall)
    reach = (max(wide, tall) - side) / 2 + 3
    moves = np.arange(-reach, reach + 1, 1.5)
    little = np.arange(-3, 3.1, 1.5)
    across, down = (moves, little) if wide > tall else (little, moves)
    for radius in np.arange(0.43 * side, 0.52 * side, 1.0):
        for dx in across:
            for dy in down:
                middle = ((x0 + x1) / 2 + dx, (y0 + y1) / 2 + dy)
                if (
                    _met(ink, middle, radius) >= _RING
                    and _met(ink, middle, radius + 5) <= _BEYOND_RING
                ):
                    return True
    return False


def _met(ink: Mask, middle: tuple[float, float], radius: float) -> float:
    """The part of the directions in which ink is met within a point of a circle."""
    angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    met = np.zeros(72, dtype=bool)
    for r in (radius - 1, radius, radius + 1):
        xs = np.clip(np.round(middle[0] + r * np.cos(angles)), 0, ink.shape[1] - 1).astype(int)
        ys = np.clip(np.round(middle[1] + r * np.sin(angles)), 0, ink.shape[0] - 1).astype(int)
        met |= ink[ys, xs]
    return float(met.mean())


def _covers(one: Box, two: Box) -> bool:
    wide = min(one[2], two[2]) - max(one[0], two[0])
    tall = min(one[3], two[3]) - max(one[1], two[1])
    return wide > 0 and tall > 0 and wide * tall > 0.5 * (two[2] - two[0]) * (two[3] - two[1])
