"""Names that OCR cut, nicknames, words that are a name only beside one."""

import pytest

from redactor.detect.pipeline import Detector
from tests.detect.asking import people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mme Kowal czyk présente le bilan.", "Kowal czyk"),
        ("Il a épousé Lina Gares en 1988.", "Lina Gares"),
        ("Ben a rappelé hier.", "Ben"),
        ('Secrétaire : Françoise dite "Fanfan" Loubet', 'Françoise dite "Fanfan" Loubet'),
    ],
)
def test_a_name_is_whole(detector: Detector, text: str, name: str) -> None:
    assert people(detector, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "L'intéressé, présent, a reçu un avis.",
        "Le substitut au TJ de Nancy a signé.",
        "Rang\tNom\tPrénom\tAffectation\tService",
        "TC, 8 février 1873, Blanco",
    ],
)
def test_nobody(detector: Detector, text: str) -> None:
    assert people(detector, text) == []


def test_a_verb_ends_the_name(detector: Detector) -> None:
    assert people(detector, "M. Kerzerho répond que non.") == ["Kerzerho"]


def test_who_carries_a_message_is_no_person(detector: Detector) -> None:
    text = "Le 02/02/2023, Ségolène Hoarau via Demat a écrit :"
    assert people(detector, text) == ["Ségolène Hoarau"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Madame MARTlN Claude a signé.", "MARTlN Claude"),
        ("Le chef LAKHDARl Tayeb a signé.", "LAKHDARl Tayeb"),
        ("[14:02] mag : qui a vu le plan ?\n[14:03] Jo : moi", "mag"),
    ],
)
def test_a_small_l_and_a_small_name_are_read(detector: Detector, text: str, name: str) -> None:
    assert name in people(detector, text)
