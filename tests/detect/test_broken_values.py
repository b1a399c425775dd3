"""What a line's end breaks is found whole."""

import pytest

from redactor.detect import patterns
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category
from redactor.text.flow import Cell, Flow, Kind


def whole(text: str, category: Category) -> set[str]:
    return {text[f.start : f.end] for f in patterns.find(text) if f.category is category}


@pytest.mark.parametrize(
    ("category", "value"),
    [
        (Category.IBAN, "FR76 3000 6000 0112\n3456 7890 189"),
        (Category.PHONE, "06.51.22.98.\n04"),
        (Category.PHONE, "+33 6 12 34\n56 78"),
        (Category.NIR, "2 84 07 29 232\n081 03"),
        (Category.EMAIL, "paul.kerlann\n@courriel.example"),
        (Category.EMAIL, "paul.kerlann@courriel.\nfr"),
        (Category.EMAIL, "paul_\nkerlann@courriel.fr"),
    ],
)
def test_a_value_on_two_lines(category: Category, value: str) -> None:
    assert "\n" in value  # the trap
    assert value in whole(f"Voici : {value} pour suite.", category)


def test_a_phone_does_not_eat_the_postcode_below_it() -> None:
    assert whole("02 98 11 22 33\n29200 Brest", Category.PHONE) == {"02 98 11 22 33"}


def test_an_iban_does_not_eat_the_line_below_it() -> None:
    text = "IBAN FR76 3000 6000 0112 3456 7890 189\nBIC AGRIFRPP"
    assert whole(text, Category.IBAN) == {"FR76 3000 6000 0112 3456 7890 189"}


def test_six_digits_after_another_label_are_no_phone() -> None:
    assert not whole("N° allocataire : 0 412 887 K", Category.PHONE)


def test_a_link_on_two_lines_is_one_mention(detector: Detector) -> None:
    link = "https://depot.example/partage?\nid=88213&token=f3a9c1d7e5b24680a1c3&de=p.kerlann%40c.example"
    found = list(detector.mentions([Flow("f", f"Les photographies : {link}")]))
    assert [(m.category, m.text) for m in found] == [(Category.URL_TOKEN, link)]


def test_a_number_broken_in_a_cell(detector: Detector) -> None:
    flow = Flow("c", "06 51 22 98\n04", kind=Kind.CELL, cell=Cell(0, 1, 1))
    assert [m.text for m in detector.mentions([flow])] == ["06 51 22 98\n04"]


def test_a_column_says_what_an_old_plate_is(detector: Detector) -> None:
    rows = [("Véhicule", "Immatriculation"), ("Trafic", "2457 XB 29")]
    flows = [
        Flow(f"{r}.{c}", text, kind=Kind.CELL, cell=Cell(0, r, c))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    found = [(m.category, m.text) for m in detector.mentions(flows)]
    assert found == [(Category.LICENCE_PLATE, "2457 XB 29")]
