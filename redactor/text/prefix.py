"""How far two texts, or rows of words, go together."""

from collections.abc import Sequence


def common_prefix(one: Sequence[object], two: Sequence[object]) -> int:
    """How many items both begin with."""
    for count, (a, b) in enumerate(zip(one, two, strict=False)):
        if a != b:
            return count
    return min(len(one), len(two))
