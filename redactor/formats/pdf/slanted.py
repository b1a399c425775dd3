"""Where a run of letters on a slanted line stands: a box as slanted as the line.

An upright box around it would cover words of the same line and of its neighbours.
"""

from collections.abc import Sequence
from math import hypot
from typing import TypeAlias

from redactor.formats.pdf.letter import Glyph

Point: TypeAlias = tuple[float, float]
Corners: TypeAlias = tuple[Point, Point, Point, Point]
"""As the line is read: first above it at its start, then above its end, below its end, below its
start."""

_ASCENT, _DESCENT = 0.78, 0.22
_LEVEL = 0.05
"""Type sizes that a run may climb and still be level."""
_ONE_TYPE = 1.5
_NEXT = 0.35
"""Type sizes by which a letter may begin outside the box of the one before it."""


def follows(one: Glyph, two: Glyph) -> bool:
    """Whether `two` begins where `one` ends, whatever the direction of their line."""
    if max(one.size, two.size) > _ONE_TYPE * min(one.size, two.size):
        return False  # a large first letter and its word
    x0, y0, x1, y1 = one.box
    reach = _NEXT * max(one.size, two.size)
    return x0 - reach <= two.x <= x1 + reach and y0 - reach <= two.y <= y1 + reach


def corners_of(run: Sequence[Glyph]) -> Corners | None:
    """The slanted box of a run; None where it is level or upright, or a letter alone."""
    first, last = run[0], run[-1]
    dx, dy = last.x - first.x, last.y - first.y
    if min(abs(dx), abs(dy)) <= _LEVEL * first.size:
        return None
    length = hypot(dx, dy)
    along = (dx / length, dy / length)
    up = (along[1], -along[0])
    middle = ((first.box[0] + first.box[2]) / 2, (first.box[1] + first.box[3]) / 2)
    if (middle[0] - first.x) * up[0] + (middle[1] - first.y) * up[1] < 0:
        up = (-up[0], -up[1])  # mirrored
    size = max(glyph.size for glyph in run)
    # A letter's upright box is as wide and high as its slanted one, seen along both axes: the
    # first one's advance is known, which gives the height of both.
    advance = hypot(run[1].x - first.x, run[1].y - first.y)
    end = length + max(_extent(last, along) - _extent(first, along) + advance, 0.2 * size)
    return (
        _at(first, along, 0, up, _ASCENT * size),
        _at(first, along, end, up, _ASCENT * size),
        _at(first, along, end, up, -_DESCENT * size),
        _at(first, along, 0, up, -_DESCENT * size),
    )


def _extent(glyph: Glyph, along: Point) -> float:
    """Advance and height of a letter, together."""
    x0, y0, x1, y1 = glyph.box
    return (x1 - x0 + y1 - y0) / (abs(along[0]) + abs(along[1]))


def _at(glyph: Glyph, along: Point, far: float, up: Point, high: float) -> Point:
    return (
        glyph.x + far * along[0] + high * up[0],
        glyph.y + far * along[1] + high * up[1],
    )
