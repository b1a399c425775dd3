"""Dates after names, in one manner: births where they stand apart by years."""

import pytest

from redactor.detect.document import detect
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category
from redactor.text.flow import Flow


def dates(detector: Detector, text: str) -> list[str]:
    mentions = detect([Flow("p", text)], detector)
    return [m.text for m in mentions if m.category is Category.BIRTH_DATE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "1. ALBARET Jeanne, 12-5-2014. RAS\n2. BOUVARD Maxence, 3-9-2013. PAI.\n"
            "3. CHEVALIER Noa, 25/12/2013. RAS.",
            ["12-5-2014", "3-9-2013", "25/12/2013"],
        ),
        (
            "M0117\nBERNARDIN Sully\n04/11/1985\nOK\nM0131\nCÉLESTE Marie-Ève\n29/02/1992\n"
            "OK\nM0138\nLEBON Augustin\n1er/06/1977\nOK",
            ["04/11/1985", "29/02/1992", "1er/06/1977"],
        ),
    ],
)
def test_dates_years_apart_after_names(detector: Detector, text: str, found: list[str]) -> None:
    assert "né" not in text.lower().split()  # the trap: no word of birth
    assert dates(detector, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Audiences\nKERLANN Paul, 12/05/2024\nRIOU Anne, 13/06/2024\nMAHO Luc, 01/02/2024",
        "Visites\nKERLANN Paul, 12/05/2009\nRIOU Anne, 13/06/2014\nMAHO Luc, 01/02/2019",
    ],
)
def test_dates_of_events_are_none(detector: Detector, text: str) -> None:
    assert dates(detector, text) == []


@pytest.mark.parametrize("date", ["3 mars 1938", "l9 août l941", "22 avriI 1967"])
def test_a_birth_after_a_capital_read_for_small_l(detector: Detector, date: str) -> None:
    assert dates(detector, f"Paul KERLANN, tourneur, né à Creil (Oise) Ie {date} et") == [date]
