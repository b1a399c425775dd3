"""People inside what was read as an address: who houses, whose bell it is."""

import pytest

from redactor.detect.pipeline import Detector
from redactor.law.categories import Category
from redactor.text.flow import Flow


def seen(detector: Detector, text: str) -> dict[str, str]:
    """What is proposed as a person or as an address."""
    found = detector.mentions([Flow("f", text)])
    wanted = (Category.PERSON, Category.ADDRESS)
    return {m.text: m.category.value for m in found if m.category in wanted}


@pytest.mark.parametrize(
    ("text", "person", "address"),
    [
        ("Elle vit c/o KERDONCUFF, 150 bd Romain Rolland 13010 Marseille", "KERDONCUFF",
         "150 bd Romain Rolland 13010 Marseille"),
        ("demeurant chez ses parents M. et Mme LACLAU Prosper, 4 rue du Bois, 64260 BUZY",
         "LACLAU Prosper", "4 rue du Bois, 64260 BUZY"),
        ("Adresse : 28 bis rue du Pont, 29200 Brest, chez KERDONCUFF", "KERDONCUFF",
         "28 bis rue du Pont, 29200 Brest"),
        ("M. Paul Riou, 11 impasse du Four, 33240 Cubzac et M. Kerdoncuff Julien, 4 le Bourg",
         "Kerdoncuff Julien", "11 impasse du Four, 33240 Cubzac"),
        ("Adresse : 9 avenue du Lac, 93300 Aubervilliers, interphone KERDONCUFF-LE BRIS",
         "KERDONCUFF-LE BRIS", "9 avenue du Lac, 93300 Aubervilliers"),
    ],
)  # fmt: skip
def test_a_person_in_an_address_is_a_mention_by_himself(
    text: str, person: str, address: str, detector: Detector
) -> None:
    found = seen(detector, text)
    assert found[person] == "person"
    assert found[address] == "address"


def test_a_number_in_a_list_makes_no_address_of_a_name(detector: Detector) -> None:
    text = "112 ALLARD Bertrand Yves Marie\n113 BENALI Karim\n"
    assert set(seen(detector, text).values()) == {"person"}


@pytest.mark.parametrize(
    "text", ["12 rue Jean Jaurès, 29200 Brest", "Maud Riou\nChez Gorceix\n87200 KERLANN"]
)
def test_a_name_that_a_street_or_a_hamlet_bears_stays_in_the_address(
    text: str, detector: Detector
) -> None:
    assert text.removeprefix("Maud Riou\n") in [
        name for name, category in seen(detector, text).items() if category == "address"
    ]
