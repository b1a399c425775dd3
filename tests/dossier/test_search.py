"""What a person looks for is found however it is written, and nothing else."""

import pytest

from redactor.dossier.search import seeker


def found(needle: str, text: str) -> list[str]:
    return [text[start:end] for start, end in seeker(needle, wild=True)(text)]


@pytest.mark.parametrize(
    ("needle", "text", "expected"),
    [
        ("treguier", "Mme TRÉGUIER, puis Tréguier.", ["TRÉGUIER", "Tréguier"]),
        ("trég*", "Tréguier et Trégastel, Dutréguier", ["Tréguier", "Trégastel"]),
        ("mart?n", "Martin, Martïn, Marteen", ["Martin", "Martïn"]),
        ("*@exemple", "jean.dupont@exemple.fr", ["dupont@exemple"]),
        ("le go*", "Le Goaster\nLE  GOFF", ["Le Goaster", "LE  GOFF"]),
        ("tré*", "Tré-\nguier", ["Tré-\nguier"]),
    ],
)
def test_a_text_is_found_folded_and_with_wildcards(
    needle: str, text: str, expected: list[str]
) -> None:
    assert found(needle, text) == expected


@pytest.mark.parametrize("needle", ["*", "??", " ", "* *", ""])
def test_a_wildcard_alone_finds_nothing(needle: str) -> None:
    assert found(needle, "Madame Tréguier") == []


@pytest.mark.parametrize("needle", ["a(b*", "x.y?", "[z]*", "c\\d*"])
def test_signs_of_patterns_are_plain_text(needle: str) -> None:
    assert found(needle, "aaab xzy c5d") == []


def test_a_question_mark_that_was_selected_is_itself() -> None:
    assert seeker("Qui ?")("Qui ? Qui a") == [(0, 5)]
