"""What was seen in a picture."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from redactor.formats.base import Box

Grey: TypeAlias = NDArray[np.uint8]
"""Rows of levels, 0 black."""
Colours: TypeAlias = NDArray[np.uint8]
"""Rows of red, green, blue."""
Mask: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Seen:
    """A thing and where it is, in pixels of the picture."""

    box: Box
    confidence: float
    """0 to 1."""
    why: str
    """What it was told by, in French, for the reviewer."""
