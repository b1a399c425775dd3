"""Names that the rows above and below them vouch for."""

from __future__ import annotations

import pytest

from redactor.detect.pipeline import Detector
from tests.detect.asking import people


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ("21 ; KERVENNIC ; Élif ; 16\n22 ; MARS ; Olivier ; 10\n23 ; RIOU ; Chloé ; 12", "MARS"),
        ("40021|RIOU|Mériadec|12\n40022|FEU|Marie-Luce|14\n40023|VASSEUR|Paul|9", "FEU"),
        ("LO | Awa | 1\nYANG | Chloé | 1\nDIOP | Lamine | 0", "LO"),
    ],
)
def test_a_common_word_in_a_column_of_surnames_is_one(
    detector: Detector, rows: str, name: str
) -> None:
    line = next(line for line in rows.split("\n") if name in line)
    assert name not in people(detector, line), "no trap: the row alone tells it"
    assert name in people(detector, rows)


@pytest.mark.parametrize(
    "rows",
    [
        "Adjointe;RIOU;Chloé;12\nAttaché;VASSEUR;Paul;14\nRédactrice;YANG;Awa;9",
        "Chloé;Rennes;12\nPaul;Brest;14\nAwa;Quimper;9",
        "RIOU\tChloé\tTitulaire UNSA\nVASSEUR\tPaul\tSuppléant FO\nYANG\tAwa\tExperte",
    ],
)
def test_a_column_of_grades_or_of_towns_beside_names_is_none(detector: Detector, rows: str) -> None:
    assert set(people(detector, rows)) <= {"RIOU", "Chloé", "VASSEUR", "Paul", "YANG", "Awa"}


_ABSENCES = "Fofana K. ; grippe ; 10/02\nLesage Corinne ; toux ; 12/02\nChauveau ; chute ; 14/02\n"


@pytest.mark.parametrize(
    "cell", ["Rivière", "Boulanger J-L", "de Saint-Just d'Autingues Foulques", "VASSEUR Dieu-Merci"]
)
def test_a_whole_name_in_a_column_of_names(detector: Detector, cell: str) -> None:
    row = f"{cell} ; injustifié ; 15/02\n"
    assert cell not in people(detector, row), "no trap: the row alone tells it"
    assert cell in people(detector, _ABSENCES + row)


@pytest.mark.parametrize("cell", ["Remplaçant", "Vacant", "Fort-de-France", "Total", "Mairie"])
def test_what_is_no_name_in_a_column_of_names_is_left(detector: Detector, cell: str) -> None:
    assert cell not in people(detector, f"{_ABSENCES}{cell} ; injustifié ; 15/02\n")
