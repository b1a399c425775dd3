"""What a detector hands over: a hit in the normalised view of a block, before any merging."""

import re
from dataclasses import dataclass, field, replace
from typing import Self

from redactor.law.categories import Category, Role, Trait


@dataclass(frozen=True, slots=True)
class Found:
    """Characters `start` to `end` of a view, with what saw them and why."""

    start: int
    end: int
    category: Category
    detector: str
    why: str
    confidence: float
    role: Role = Role.UNKNOWN
    role_clue: str = ""
    traits: frozenset[Trait] = field(default_factory=frozenset)

    def overlaps(self, other: Self) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Self) -> bool:
        return self.start <= other.start and other.end <= self.end

    def moved(self, start: int, end: int) -> Self:
        return replace(self, start=start, end=end)


def shaped(
    match: re.Match[str], category: Category, detector: str, why: str, confidence: float
) -> Found:
    """What a form gives away: the whole match. The detector is named ``pattern:…``."""
    name = detector if detector.startswith("pattern:") else f"pattern:{detector}"
    return Found(match.start(), match.end(), category, name, why, confidence)
