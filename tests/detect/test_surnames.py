"""Surnames that are also something else, kept or left by what stands beside them."""

import pytest

from redactor.detect.document import detect
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category
from redactor.text.flow import Flow


def people(detector: Detector, text: str) -> list[str]:
    return [m.text for m in detect([Flow("f", text)], detector) if m.category is Category.PERSON]


@pytest.mark.parametrize(
    "name", ["Tancrède Fauvette", "Cyprien Landerneau"]
)  # a bird, and a town: only the first name is one for sure
def test_a_sure_first_name_vouches_for_a_word_written_as_a_name(
    detector: Detector, name: str
) -> None:
    assert people(detector, f"Le chef de projet {name} confirme cette appréciation.") == [name]


def test_a_service_is_not_born(detector: Detector) -> None:
    found = people(detector, "M. Yann KERGOAT, chef du CSU, né le 4 mai 1976, a été entendu.")
    assert found == ["Yann KERGOAT"]


def test_a_month_after_a_first_name_is_a_surname(detector: Detector) -> None:
    assert people(detector, "La plainte de Mme Lise AVRIL, du 3 AVRIL 2021, est jointe.") == [
        "Lise AVRIL"
    ]


def test_initials_joined_by_a_hyphen_belong_to_the_surname(detector: Detector) -> None:
    found = people(detector, "Présents : MM. KERGOAT M., KERBRAT J-P., LOSSOUARN Didier")
    assert found == ["KERGOAT M.", "KERBRAT J-P.", "LOSSOUARN Didier"]


def test_a_surname_of_no_list_may_stand_before_a_colon(detector: Detector) -> None:
    text = "03h41 SDIS lieutenant Kervaslin-Lamé : arbre tombé sur un véhicule."
    assert people(detector, text) == ["Kervaslin-Lamé"]


def test_the_short_line_of_a_title_does_not_run_on_into_the_name_below(detector: Detector) -> None:
    # « centre » announces a building's name where a sentence goes on
    assert people(detector, "Fait à Brest.\n\nLe chef de centre\nD. Kervaslin-Lamé") == [
        "D. Kervaslin-Lamé"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("son gérant M. Wenceslas DES ÉTAGES\n\nFAITS", "Wenceslas DES ÉTAGES"),
        ("De : p TAVAKILIAN\nÀ : tous-agents", "p TAVAKILIAN"),
        ("titulaire SI AHMED RABAH ou SI AHMED LYDIE.", "SI AHMED LYDIE"),
        ("Objet : Pot de départ de Marie-Thé\n\nChers collègues,", "Marie-Thé"),
        ("Collectées par : Hu Jian, le 3 mai", "Hu Jian"),
        ("10:40 ; de MONTGREVILLE ; relance", "de MONTGREVILLE"),
        ("Le maire,\nX. de CHARETTE-LOUBET", "X. de CHARETTE-LOUBET"),
    ],
)
def test_a_name_is_covered_whole(detector: Detector, text: str, name: str) -> None:
    found = [m.text for m in detector.mentions([Flow("f", text)]) if m.category == "person"]
    assert name in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PRÉVENU\nLE DANTEC Gwénaël, Marie\nNé le 13 octobre 1993 à LANNION", "Marie"),
        ("Présents\nde Pontbriand Foulques\tDNLF", "de Pontbriand Foulques"),
        ("je suis JP Wolff, j'ai un bail", "JP Wolff"),
        ("À : JOUVENEL Aymeric de, secrétariat", "JOUVENEL Aymeric de"),
        ("le fichier « RIB_RICHAUDEAU_Stephane.pdf »", "RICHAUDEAU_Stephane"),
        ("EFF : ADJOVI (Prunelle), née le 30/06/2013 à Colombes", "Prunelle"),
    ],
)
def test_a_turned_or_joined_name_is_covered_whole(detector: Detector, text: str, name: str) -> None:
    assert name in people(detector, text)


def test_a_second_name_of_a_list_is_no_given_name(detector: Detector) -> None:
    text = "Présents : M. Gilles NAUDIN, Mme Tiphaine (AED)\nDélégués : néant"
    assert people(detector, text) == ["Gilles NAUDIN", "Tiphaine"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cas signalé par Mme Escalier (DDFiP 62) : usager décédé", "Escalier"),
        ("Absents lors du dernier envoi (adresse erronée) : Volle et Papy.", "Papy"),
    ],
)
def test_what_stands_beside_a_common_word_makes_it_a_surname(
    detector: Detector, text: str, name: str
) -> None:
    assert name in people(detector, text)


@pytest.mark.parametrize("text", ["Mme Service des sports", "M. Directeur, bonjour", "M. Adjoint."])
def test_a_function_after_a_title_is_nobody(detector: Detector, text: str) -> None:
    assert people(detector, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Absents : M. JUGE Thierry, souffrant.", "JUGE Thierry"),
        ("Elle a donné pouvoir à M. MAIRE), et", "MAIRE"),
        ("Madame NGUYEN THI Bich née VU, attachée", "VU"),
        ("1180450|DE SA PINTO|Lucas|6A", "DE SA PINTO"),
        ("agent=U1187 nom=LE SAINT prenom=Marie-Christine", "LE SAINT"),
    ],
)
def test_capitals_that_are_a_function_or_letters_are_a_surname_where_one_stands(
    detector: Detector, text: str, name: str
) -> None:
    assert name in people(detector, text)


@pytest.mark.parametrize(
    "text",
    ["LE REJET DE SA DEMANDE EST FONDÉ.", "M. LE MAIRE, Mme PRÉSIDENTE,", "VU LE CODE, VU LA LOI"],
)
def test_capitals_elsewhere_are_none(detector: Detector, text: str) -> None:
    assert people(detector, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MM. Desmurs et Marchand ont été reçus.", "Marchand"),
        ("Suivi 1 – Ly Cheng-Yi – 14/09 09:41", "Ly Cheng-Yi"),
        ("elle a convoqué Salomé seule dans le bureau", "Salomé"),
        ("La table de Mme de Brémond d'Ars-Lussan, au fond", "de Brémond d'Ars-Lussan"),
        ("Pièce KERDONCUFF_passeport.pdf reçue", "KERDONCUFF"),
        ("> De : w.kerdoncuff\n> Objet : dossiers", "w.kerdoncuff"),
        ("login ok user=clemencia.arroyo ip=192.0.2.18", "clemencia.arroyo"),
        ("DELPECH/JEAN LOUIS MARCEL\nLE BOURG", "DELPECH/JEAN LOUIS MARCEL"),
        ("Titulaire CI : Combes Aurélie, Mas de Flaujac", "Combes Aurélie"),
    ],
)
def test_a_name_by_its_form_or_its_place(detector: Detector, text: str, name: str) -> None:
    assert name in people(detector, text)


@pytest.mark.parametrize(
    "text",
    ["le Wi-Fi Tri-Bande", "user=svc.backup", "rapport_annuel.pdf"],
)
def test_what_has_almost_that_form_is_none(detector: Detector, text: str) -> None:
    assert people(detector, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "VOIRIE/RÉSEAUX DIVERS\nOUI/NON",
        "A Albert, le 12.11.24\n",
        "TABLEAU DES ASSESSEURS ET TOURS DE GARDE\n",
        "Né\t01-01-1999\nPrénom\tFilmon\nBoîte\tn° 318\nRéférent\tle service",
        '("05/03/2024","Conteneurs non ramassés","Hicham","En cours")',
        "Équipe A   Lun 07/08 19h00 – Mar 08/08 07h00",
    ],
)
def test_what_stands_where_a_name_could_is_none(detector: Detector, text: str) -> None:
    assert set(people(detector, text)) <= {"Filmon", "Hicham"}
