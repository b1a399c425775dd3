"""A place with its code and town in a cell, where a name stands in the row."""

import pytest

from redactor.detect.cell_homes import cell_homes
from redactor.detect.found import Found
from redactor.law.categories import Category

NAME = "RIOU Anne"


def homes(text: str) -> list[str]:
    start = text.find(NAME)
    people = [Found(start, start + len(NAME), Category.PERSON, "t", "", 1.0)] * (start >= 0)
    return [text[found.start : found.end] for found in cell_homes(text, people)]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("12 | RIOU Anne | a@b.example | Le Pesquié, 09000 Serres", "Le Pesquié, 09000 Serres"),
        ("E;RIOU Anne;x;Le Pré aux Oies, 72300 Solesmes;;77", "Le Pré aux Oies, 72300 Solesmes"),
        (
            "RIOU Anne (mère) : La Grange, route de Salies, 64270 Bellocq – fixe",
            "La Grange, route de Salies, 64270 Bellocq",
        ),
        ("et M. RIOU Anne, 4, Le Bourg\n33710 Tauriac\n", "4, Le Bourg\n33710 Tauriac"),
        ("RIOU Anne, 6 plan de la Croix, 30600 Vauvert, vend", "6 plan de la Croix, 30600 Vauvert"),
    ],
)
def test_a_place_in_the_row_of_a_name(text: str, home: str) -> None:
    assert not homes(text.replace(NAME, "salle 3"))  # the trap: no name, nobody's home
    assert homes(text) == [home]


@pytest.mark.parametrize(
    "text",
    [
        "12 | RIOU Anne | SARL Riou | Zone du Port, 56000 Vannes",
        "RIOU Anne\nLe Pesquié, 09000 Serres",
        "12 | RIOU Anne | vu le 3, 09000 Serres",
    ],
)
def test_a_firm_another_line_and_no_place(text: str) -> None:
    assert not homes(text)
