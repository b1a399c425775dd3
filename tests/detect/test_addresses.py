"""Whose address it is, and where it starts and ends."""

import pytest

from redactor.detect.addresses import addresses
from redactor.detect.lexicon import Lexicon
from redactor.detect.misread import read_well

LEXICON = Lexicon.load()


def found(text: str) -> list[str]:
    return [text[f.start : f.end] for f in addresses(read_well(text), LEXICON)]


@pytest.mark.parametrize(
    "address",
    [
        "BP 41\n12 bis, allée Jules-Verne\n56892 SAINT-AVÉ CEDEX",
        "Résidence Ar Mor\n12 rue des Lilas\n29000 Quimper",
        "12 rue des Lilas\n29000 Quimper",
        "Lieu-dit La Haute Barre\n35190 Cardroc",
        "l2 rue de la Poterne 350OO Rennes",
        "LIEU-DIT KERBLEZ\n29200 BREST",
        "12 le Bourg\n29560 Telgruc-sur-Mer",
        "12 LE BOURG\n29560 TELGRUC SUR MER",
        "Résidence Les Pins bât B\n29200 Brest",
        "cité du 14, bât. Chênes, 62800 LIÉVIN",
        "11, coron du Maroc",
        "APPT 12 BAT C\nRESIDENCE LES PINS\n14 AV JEAN MOULIN\n13100 AIX EN PROVENCE",
        "apt 6\n8 mail Joliot-Curie\n74100 ANNEMASSE",
        "3e étage, 12 rue des Lilas\n29200 Brest",
        "12 rue des Lilas, 3e étage gauche, 29200 Brest",
        "LlEU DIT LA HAUTE BARRE\n2920O  BREST",
        "21 , quai  Zorn 67000 STRASB0URG",
    ],
)
def test_a_persons_address_is_whole(address: str) -> None:
    assert found(f"M. KERLANN Éric\n{address}") == [address]


@pytest.mark.parametrize(
    "address",
    [
        "9 allée des Tilleuls à LAXOU (54520)",
        "Kerguelen, à Plouha (22580)",
        "Plouha (22580), lieu-dit Kerguelen",
        "12 rue du 8 mai 1945, 29200 Brest",
        "12, rue des\nLilas 29200 Brest",
        "12 Grande Rue, 25000 Besançon",
        "12 av Jean Jaurès 29200 Brest",
        "rue des Lilas à Plouha",
    ],
)
def test_a_dwelling_in_another_form(address: str) -> None:
    assert found(f"M. KERLANN Éric, demeurant {address}, est venu") == [address]


@pytest.mark.parametrize(
    "address",
    [
        "12 chemin Tamarins, 97418 La Plaine des Cafres",
        "PK 12,5 côté montagne, 98709 Mahina",
        "Morne Vert, Quartier Bezaudin, 97226 Le Morne-Vert",
        "14, Ty Nevez, 29860 Plabennec",
        "BP 12, 98800 Nouméa",
        "Le Clos des Aulnes, chemin rural n° 4, 35190 Cardroc",
    ],
)
def test_a_place_after_a_name(address: str) -> None:
    assert found(f"Mme Kerlann, {address}") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "bien section AC n°337 situé 9 rue du Four, appartenant à\nMme KERLANN Katia",
        "biens situés 9 rue du Four, appartenant aux consorts KERLANN",
        "donné à bail un logement situé 9 rue du Four, outre une cave",
    ],
)
def test_where_a_persons_property_stands(text: str) -> None:
    assert not found("immeuble situé 9 rue du Four, vendu à la société")  # the trap: « situé »
    assert found(text) == ["9 rue du Four"]


def test_a_home_without_a_code() -> None:
    text = "requis pour un différend familial au lieu-dit Kerblez Izella, commune de Saint-Ké. Là,"
    assert found(text) == ["Kerblez Izella, commune de Saint-Ké"]


def test_what_the_sentence_before_says_is_not_of_the_address() -> None:
    text = (
        "Le logement est insalubre (signalement au CCAS). Avant, ils étaient au 12 rue des Lilas."
    )
    assert found(text) == ["12 rue des Lilas"]


def test_a_life_in_common_is_no_administration() -> None:
    text = "la communauté de vie, alléguée au 12 route de Baduel, 97300 Cayenne, est niée"
    assert found(text) == ["12 route de Baduel, 97300 Cayenne"]


def test_a_hamlet_after_a_name() -> None:
    assert found("Reçu de Solenn Kerlann, Le Cosquer, 29560 Telgruc-sur-Mer, ce jour") == [
        "Le Cosquer, 29560 Telgruc-sur-Mer"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Préfecture du Finistère\n42 boulevard Dupleix\n29320 QUIMPER CEDEX",
        "Direction des sports\nCS 21004\n29200 BREST CEDEX",
        "Résultant du décret n° 2015-1342 R. 112-9-1 et R. 112-9-2",
        "Préfecture du Finistère, Lieu-dit Kerblez, 29200 Brest",
        "La communauté de communes, 12 route de Baduel, 97300 Cayenne",
        "Article 12 le Maire\nest chargé de l'exécution",
        "Les travaux du lieu-dit Kerblez, commune de Plouha, sont finis",
        "Adresse du terrain : rue Amiral Nielly, 29200 Brest",
    ],
)
def test_no_persons_address(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "home",
    [
        "EHPAD Les Ajoncs, ch. 7, 12 rue de Vitré, 35500 Vitré",
        "CADA Les Saules, boîte 211, 4 avenue de Bretagne, 35000 Rennes",
        "Moulin de Kerlouan, 29810 Plouarzel",
        "3 tra. des Ajoncs, 29000 Quimper",
    ],
)
def test_a_room_or_a_place_without_a_number_is_a_home(home: str) -> None:
    assert home in found(f"Mme Odile Lossouarn, {home}, a été entendue.")


def test_an_institution_without_a_room_is_nobodys_home() -> None:
    assert not found("Convention avec l'EHPAD Les Ajoncs, 12 rue de Vitré, 35500 Vitré.")
