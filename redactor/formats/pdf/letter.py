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
