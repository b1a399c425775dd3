"""Births, addresses, masks: facts known by the words around them."""

from collections.abc import Iterable

import pytest

from redactor.detect.addresses import addresses
from redactor.detect.births import births
from redactor.detect.found import Found
from redactor.detect.masks import masks
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category


def texts(text: str, items: Iterable[Found], category: Category) -> set[str]:
    return {text[f.start : f.end] for f in items if f.category is category}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("M. Kerlann, né le 12 mars 1974 à Vannes", "12 mars 1974"),
        ("NÉ(E) LE : 14/07/1979", "14/07/1979"),
        ("Date de naissance : 03.11.1992", "03.11.1992"),
        ("née le 1er août 2001", "1er août 2001"),
        ("Date et lieu de naissance\n04/05/1980", "04/05/1980"),
        ("DDN 04/05/80", "04/05/80"),
        ('"birthdate": "1980-05-04"', "1980-05-04"),
        ("né en 1956", "1956"),
    ],
)
def test_birth_date(text: str, date: str) -> None:
    assert texts(text, births(text), Category.BIRTH_DATE) == {date}


@pytest.mark.parametrize(
    "text",
    [
        "Fait le 12 mars 2024",
        "arrêté du 14/07/1979",
        "le projet, né en 2012, avance",
        "terminée le 3 mai 2020",
        "donnée le 4 juin 2021",
    ],
)
def test_no_birth_date(text: str) -> None:
    assert not texts(text, births(text), Category.BIRTH_DATE)


def test_birth_place() -> None:
    text = "née le 4 mai 1980 à Saint-Brieuc (Côtes-d'Armor), de nationalité française"
    assert texts(text, births(text), Category.BIRTH_PLACE) == {"Saint-Brieuc (Côtes-d'Armor)"}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("demeurant 12 rue des Lilas 29000 QUIMPER", "12 rue des Lilas 29000 QUIMPER"),
        ("Mme Kerven\n8, impasse des Ajoncs\n29200 Brest", "8, impasse des Ajoncs\n29200 Brest"),
        (
            "M. Riou\n4 bis, place de l'Église\nBât. C - Appt 12\n22300 Lannion",
            "4 bis, place de l'Église\nBât. C - Appt 12\n22300 Lannion",
        ),
        ("domiciliée à Kerlann, 29860 Plabennec.", "Kerlann, 29860 Plabennec"),
        ("Mme Kerven\nLieu-dit Kermarec\n22220 Plouguiel", "Lieu-dit Kermarec\n22220 Plouguiel"),
        ("habitant 3 chemin du Moulin à Rennes depuis 2011", "3 chemin du Moulin à Rennes"),
        (
            "réside au 27 avenue du Général-Leclerc, 35000 Rennes",
            "27 avenue du Général-Leclerc, 35000 Rennes",
        ),
    ],
)
def test_personal_address(text: str, address: str, detector: Detector) -> None:
    assert texts(text, addresses(text, detector.lexicon), Category.ADDRESS) == {address}


@pytest.mark.parametrize(
    "text",
    [
        "Préfecture du Finistère\n42 boulevard Dupleix\n29320 Quimper Cedex",
        "Tribunal administratif, 3 contour de la Motte, CS 44416, 35044 Rennes Cedex",
        "Mairie de Lannion, 6 place du Général Leclerc, 22300 Lannion",
        "le conseil retient 3 places de parking",
        "Article 12 route départementale",
        "la rue Jean Jaurès sera fermée",
    ],
)
def test_public_address(text: str, detector: Detector) -> None:
    assert not texts(text, addresses(text, detector.lexicon), Category.ADDRESS)


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("M. XXXXX a écrit", "XXXXX"),
        ("le nom ███████ est caché", "███████"),
        ("reçu de [...] hier", "[...]"),
        ("écrire à xxxxx@xxxxxx.xx", "xxxxx@xxxxxx.xx"),
        ("jeton eebf9xxx", "eebf9xxx"),
        ("Madame [nom] vient", "[nom]"),
        ("De : <xxx>", "<xxx>"),
    ],
)
def test_mask(text: str, mask: str) -> None:
    assert texts(text, masks(text), Category.MASK) == {mask}


@pytest.mark.parametrize(
    "text", ["au XXXe siècle", "Louis XVIII", "note de [1] bas de page", "taille XXL"]
)
def test_no_mask(text: str) -> None:
    assert not texts(text, masks(text), Category.MASK)
