"""Another language's capitals are nobody, its people are."""

import pytest

from redactor.detect.languages import is_foreign
from redactor.detect.pipeline import Detector
from tests.detect.asking import people


@pytest.mark.parametrize(
    "text",
    [
        "The Committee shall review the Application before the Closing Date.",
        "Die Stadt hat den Antrag abgelehnt. Bitte wenden Sie sich an das Bürgeramt.",
        "Privacy Policy – Cookie Settings – Read More – Terms of Service",
    ],
)
def test_nobody(detector: Detector, text: str) -> None:
    assert is_foreign(text, 0, 4)
    assert people(detector, text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sehr geehrte Frau Kerdoncuff,\nvielen Dank für Ihre Nachricht.", ["Kerdoncuff"]),
        ("Estimado señor Kerdoncuff, le rogamos que nos envíe el documento.", ["Kerdoncuff"]),
    ],
)
def test_people(detector: Detector, text: str, names: list[str]) -> None:
    assert people(detector, text) == names


def test_french_with_foreign_names_is_french() -> None:
    text = "M. Da Silva dos Santos et Mme van der Meer ont été reçus."
    assert not is_foreign(text, 0, len(text))
