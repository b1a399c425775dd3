"""Sentences agree with what they count."""

import pytest

from redactor.messages import say


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("fr", 0, "0 document retenu :"),
        ("fr", 1, "1 document retenu :"),
        ("fr", 2, "2 documents retenus :"),
        ("en", 0, "0 documents held"),
        ("en", 1, "1 document held"),
        ("en", 2, "2 documents held"),
    ],
)
def test_a_number_makes_its_words_plural(language: str, count: int, said: str) -> None:
    assert say("command.held", language, count=count).startswith(said)


def test_each_number_has_words_of_its_own() -> None:
    facts: dict[str, str | int | float] = {
        "boxes": 2,
        "masks": 1,
        "pages": 1,
        "grounds": "un avis(s)",
    }
    assert say("finding.over-means", **facts) == (
        "2 caches et 1 masque sur 1 page. Motifs cités par le document : un avis(s)."
    )
