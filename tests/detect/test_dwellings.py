"""Addresses from their first piece to their last, and those that a name shows."""

import re

import pytest

from redactor.detect.pipeline import Detector
from redactor.text.flow import Flow


def addresses(detector: Detector, text: str) -> list[str]:
    found = detector.mentions([Flow("f", text)])
    return [m.text for m in found if m.category.value == "address"]


@pytest.mark.parametrize(
    "address",
    [
        "résidence Les Ajoncs, entrée C, apt 31, 14 rue du Docteur-Roux, 29200 Brest",
        "33 rue du 11-Novembre, bât. Les Lilas, 3e g., 29200 Brest",
        "BP 118, PK 4,2 côté montagne, 98767 Hao-Nui",
    ],
)
def test_every_piece_of_an_address(detector: Detector, address: str) -> None:
    assert address in addresses(detector, f"M. Yann Kerdoncuff, {address}, est venu.")


@pytest.mark.parametrize(
    "lines",
    [
        "LE BOURG DESSOUS\nRTE DE PLOUHA\n29200 BREST",
        "FOYER DE JEUNES TRAVAILLEURS CH 31\n2 RUE DU PORT\n29200 BREST",
        "Hent Kozh\nKeranroux\n22300 Ploubezre",
        "Chez Gorlann\n29200 BREST",
    ],
)
def test_the_lines_under_a_name(detector: Detector, lines: str) -> None:
    assert addresses(detector, f"M KERDONCUFF YANN\n{lines}\nObjet : taxe") == [lines]


def test_the_lines_under_a_service_are_its_own(detector: Detector) -> None:
    text = "Mairie de Plouha\nService de M. Yann Kerdoncuff\nBâtiment Sud\n22580 PLOUHA\n"
    assert not addresses(detector, text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Plainte de M. Yann Kerdoncuff, impasse du Puits, pour bruit", "impasse du Puits"),
        (
            "(M. Yann Kerdoncuff, mas de Cante, chemin de la Lande, Nîmes)",
            "mas de Cante, chemin de la Lande, Nîmes",
        ),
        ("Mme Rozenn Kerdoncuff (parcelle ZD 41, Kervourt, 29810) dit", "Kervourt, 29810"),
        (
            "notre adresse est cité du port bat 7 29200 brest maintenant",
            "cité du port bat 7 29200 brest",
        ),
        (
            "5 KERDONCUFF Yann – 1945 – péniche « Lorelei », quai du Port, 29200 Brest",
            "péniche « Lorelei », quai du Port, 29200 Brest",
        ),
        (
            "jabite 76 boulevard de la mer 29200 brest batiment d2 et",
            "76 boulevard de la mer 29200 brest batiment d2",
        ),
        (
            "demeurant ensemble à PLOUHA (22580), 9 Grande-Rue.",
            "PLOUHA (22580), 9 Grande-Rue",
        ),
    ],
)
def test_a_home_without_its_usual_form(detector: Detector, text: str, address: str) -> None:
    assert addresses(detector, text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Docteur Yann Kerdoncuff, rue du Port, prescrit",
        "Mme Rozenn Kerdoncuff, place de la Mairie, a vu la scène",
        "KERDONCUFF Yann\nCHEMIN Océane\nROUTE Léa",
        "Demandeur\tAdresse du terrain\tDate\nKERDONCUFF Yann\t12 rue du Port\t02/03/2023",
        "Pour le Président et par délégation,\nYann KERDONCUFF\n\nTSA 50730 – 75334 PARIS CEDEX 07",
    ],
)
def test_no_home(detector: Detector, text: str) -> None:
    assert not addresses(detector, text)


def test_who_houses_is_a_person_beside_the_address(detector: Detector) -> None:
    text = "Mon adresse : chez Mme Rozenn Kerdoncuff, 3 bis impasse du Puits, 29200 Brest"
    found = [(m.category.value, m.text) for m in detector.mentions([Flow("f", text)])]
    assert ("person", "Rozenn Kerdoncuff") in found
    assert ("address", "3 bis impasse du Puits, 29200 Brest") in found


def test_the_fields_of_an_address_are_one(detector: Detector) -> None:
    fields = "Bâtiment C  Escalier 2\nNuméro : 17\nVoie : rue du Port\nLocalité : BREST"
    assert addresses(detector, f"NOM : KERDONCUFF\n\n{fields}\n\nTél. : néant") == [fields]


@pytest.mark.parametrize(
    "row",
    [
        "1;M. KERDONCUFF Yann;12/06/1949;LORIENT;[[CHRS Le Port]];[[29200]];[[BREST]];",
        "M. KERDONCUFF Yann\t[[Terre d'Accueil]]\t\t[[29200]]\t[[BREST]]\tnéant",
        "(1,'Mme Rozenn KERDONCUFF','[[HÔTEL DU PORT]]','[[CH 6]]','[[29200]]','[[BREST]]');",
        "1;Kermesse;Salle du Port;29200;BREST;",
        "Mairie de Brest (M. Yann KERDONCUFF);Annexe Sud;29200;BREST;",
    ],
)
def test_the_cells_before_a_code_and_a_town(detector: Detector, row: str) -> None:
    text = f"Liste\n{row}\n".replace("[[", "").replace("]]", "")
    assert addresses(detector, text) == re.findall(r"\[\[(.*?)\]\]", row)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (
            "l'adresse 19 rue Kellermann, 68100 Mulhouse, 1er étage gauche doit disparaître",
            "19 rue Kellermann, 68100 Mulhouse, 1er étage gauche",
        ),
        ("Anne RIOU, demeurant à SUSSAC (87130), Le Mazaud.\nNée", "SUSSAC (87130), Le Mazaud"),
        (
            "Anne RIOU, demeurant à BRISTOL (Royaume-Uni), 14 Cotham Road. Née",
            "BRISTOL (Royaume-Uni), 14 Cotham Road",
        ),
        (
            "RIOU Anne\ndomicile\n12 LOT LES GENETS\n97450\nSAINT LOUIS\nidentifiant",
            "12 LOT LES GENETS\n97450\nSAINT LOUIS",
        ),
        (
            "bail : appartement T4, 2e étage droite, sis 41 rue Foch, entrée 3, 88150 Thaon.",
            "41 rue Foch, entrée 3, 88150 Thaon",
        ),
    ],
)
def test_a_home_to_its_last_piece(detector: Detector, text: str, home: str) -> None:
    assert addresses(detector, text) == [home]
