"""What can be decided of a mention, and by default."""

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What is done with a mention. `REVIEW` is what a profile says where a person must choose."""

    OCCULT = "occult"
    KEEP = "keep"
    REVIEW = "review"
    DISJOIN = "disjoin"


@dataclass(frozen=True, slots=True)
class Default:
    """What a profile says of a mention, and on what ground."""

    decision: Decision
    row: str
    """The row of the profile that applied: ``contact:agent``."""
    ground: str
    """``L.311-6 1°``; empty where nothing would be occulted."""
    comment: str = ""
    source: str = ""
    french: str = ""
    """The row's French name, the plain label of a mark."""
    suggestions: tuple[str, ...] = ()
    """The grounds on which a person may occult it all the same, likeliest first."""
