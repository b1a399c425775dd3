"""Boxes on a page or a picture, and what they share."""

from collections.abc import Iterable
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""x0, y0, x1, y1, origin at the top left; of a page, as displayed, in points."""


def area(box: Box) -> float:
    """Zero for an empty or inverted box."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def common(one: Box, two: Box) -> Box:
    """What both cover; its `area` is zero where nothing is."""
    return max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3])


def shared(one: Box, two: Box) -> float:
    """The area that both cover."""
    return area(common(one, two))


def covered(inner: Box, outer: Box) -> float:
    """Which part of `inner` lies in `outer`, 0 to 1."""
    whole = area(inner)
    return shared(inner, outer) / whole if whole else 0.0


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them. Raises ValueError for none."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)
