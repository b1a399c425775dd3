"""Members of an elected council, by the attendance list of its minutes."""

import pytest

from redactor.detect.document import detect
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category, Role
from redactor.text.flow import Flow

MINUTES = (
    "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\n\n"
    "Étaient présents : MM. TRÉGUIER Solange, BÉRANGER Karim, Yann LE DANTEC\n"
    "Absents excusés ayant donné pouvoir : Mme VASSEUR Odile (à M. BÉRANGER)\n\n"
    "Le conseil accorde une aide à Mme CASTERA Lucile, administrée."
)
ROWS = (
    "Conseil communautaire du 4 mai",
    "Présents\u00a0: Odile VASSEUR,",
    "Solange TRÉGUIER",
    "Karim BÉRANGER",
    "Le compte rendu précédent est adopté.",
    "Une plainte de Lucile CASTERA est examinée.",
)


def roles(detector: Detector, *texts: str) -> dict[str, tuple[Role, str]]:
    flows = [Flow(f"p1.{number}", text, page=1) for number, text in enumerate(texts)]
    return {
        m.text: (m.role, m.role_clue)
        for m in detect(flows, detector)
        if m.category is Category.PERSON
    }


def test_those_listed_are_elected_and_an_inhabitant_is_not(detector: Detector) -> None:
    found = roles(detector, MINUTES)
    elected = {name for name, (role, _) in found.items() if role is Role.ELECTED}
    assert elected == {
        *("TRÉGUIER Solange", "BÉRANGER Karim", "Yann LE DANTEC"),
        *("VASSEUR Odile", "BÉRANGER"),
    }
    assert "CASTERA Lucile" in found
    assert found["Yann LE DANTEC"][1] == "Étaient présents, conseil municipal"


def test_a_list_goes_on_over_rows_and_ends_with_a_sentence(detector: Detector) -> None:
    found = roles(detector, *ROWS)
    for name in ("Odile VASSEUR", "Solange TRÉGUIER", "Karim BÉRANGER"):
        assert found[name][0] is Role.ELECTED
    assert found["Lucile CASTERA"][0] is not Role.ELECTED


@pytest.mark.parametrize(
    "body", ["COMMISSION ADMINISTRATIVE PARITAIRE", "Conseil d'école", "Conseil de discipline"]
)
def test_attendance_of_another_body_elects_nobody(detector: Detector, body: str) -> None:
    found = roles(detector, f"{body}\n\nÉtaient présents : M. TRÉGUIER Yann, Mme VASSEUR Odile")
    assert found
    assert Role.ELECTED not in {role for role, _ in found.values()}


def test_who_assists_is_no_member(detector: Detector) -> None:
    found = roles(
        detector,
        "Conseil municipal\n\nPrésents : Mme TRÉGUIER Solange\n"
        "Assistait également : Mme VASSEUR Odile",
    )
    assert found["TRÉGUIER Solange"][0] is Role.ELECTED
    assert found["VASSEUR Odile"][0] is not Role.ELECTED
