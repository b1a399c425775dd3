"""Digits that OCR put inside names, and names it tore: read as the letters that they stand for."""

import pytest

from redactor.detect.lexicon import Lexicon
from redactor.detect.misread import lettered
from redactor.detect.pipeline import Detector
from tests.detect.asking import people

LEXICON = Lexicon.load()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("DUP0NT Jean", "DUPONT Jean"),
        ("Ph1lippe", "Philippe"),
        ("0LIVIER", "OLIVIER"),
        ("DEL4HAYE", "DELAHAYE"),
        ("M0REAU-LEFORT", "MOREAU-LEFORT"),
    ],
)
def test_a_digit_in_a_name_is_a_letter(text: str, read: str) -> None:
    assert lettered(text, LEXICON) == read
    assert len(read) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "AB101CD",
        "CM1 et CE1",
        "page 10",
        "CO2",
        "jdupont1@exemple.fr",
        "n° A10B11",
        "2010",
        "HTML4",
        "GPT4o",
        "BAC4PRO",
    ],
)
def test_codes_stay(text: str) -> None:
    assert lettered(text, LEXICON) == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Monsieur DUP0NT Jean a écrit.", ["DUP0NT Jean"]),
        ("M. Mar tin a été reçu.", ["Mar tin"]),
        ("Le chef de secteur M eunier est venu.", ["M eunier"]),
        ("PRÉNOM : Véroni que", ["Véroni que"]),
        ("N0M : KERBRON-SCHMJTT", ["KERBRON-SCHMJTT"]),
        ("On trouve M me DEL4HAYE Ginette au sol.", ["DEL4HAYE Ginette"]),
        ("Il trouve M mes clés.", []),
    ],
)
def test_the_original_letters_are_proposed(detector: Detector, text: str, names: list[str]) -> None:
    assert people(detector, text) == names
