"""A letter of a page."""

from typing import NamedTuple

from redactor.formats.base import Box


class Glyph(NamedTuple):
    """A character and its place, in points of the page as displayed."""

    char: str
    x: float
    """Origin, on the base line."""
    y: float
    box: Box
    size: float
    """0 for a space that the engine inferred from a gap: nothing is drawn there."""


def white_between(one: Glyph, two: Glyph) -> float:
    """The white between two letters on a level or upright line."""
    return max(
        max(one.box[0], two.box[0]) - min(one.box[2], two.box[2]),
        max(one.box[1], two.box[1]) - min(one.box[3], two.box[3]),
    )
