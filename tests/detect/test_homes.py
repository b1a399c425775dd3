"""Addresses read segment by segment, after a name or a word of dwelling."""

import pytest

from redactor.detect.found import Found
from redactor.detect.homes import Homes
from redactor.detect.lexicon import Lexicon
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category
from tests.detect.asking import of

HOMES = Homes(Lexicon.load())
NAME = "Kerdoncuff Maud"


def found(text: str) -> list[str]:
    start = text.find(NAME)
    people = [Found(start, start + len(NAME), Category.PERSON, "rule:x", "", 0.9)]
    return [text[f.start : f.end] for f in HOMES.find(text, people if start >= 0 else [])]


@pytest.mark.parametrize(
    "address",
    [
        "Kerkstraat 17, 8510 Marke, Belgique",
        "chemin de Pierrefleur 42, 1004 Lausanne (Suisse)",
        "Les Frasses, Cidex 114, 74230 Manigod",
        "pl. des Lilas, 7, 2e ét., Brest",
        "5 r. des Lilas, esc. 3, 4e dr., Brest-Fd",
        "11 square des Lilas, Paris 8e",
    ],
)
def test_the_place_after_a_name(address: str) -> None:
    assert found(f"M. {NAME} ({address}).") == [address]
    assert found(f"{NAME} ; {address} ; déclaré le 12/12/2018") == [address]


@pytest.mark.parametrize(
    "between",
    [", 26.11.1950, ", " née le 12/03/1980 à Brest – ", ", retraitée, ", "\n", "  71 ans\n"],
)
def test_what_stands_between_a_name_and_a_home(between: str) -> None:
    assert found(f"{NAME}{between}Le Cosquer, 29560 Telgruc") == ["Le Cosquer, 29560 Telgruc"]


@pytest.mark.parametrize(
    "text",
    [
        "il habite [[11 rue du moulin bat c esc 2]]. mon tel",
        "adresse\n>> [[6 res du chateau\n>> bat 2 apt 14\n>> 29200 brest]]\n>> merci",
        "Domicile maternel : [[Les Hauts de Kerlann, tour 3, appt 117, Brest]]\n",
        "demeurant à [[ALGER (Algérie), 17 rue Didouche-Mourad]]\n",
        "domicilié à [[Plouguerneau, Lilia, 22 Kervaro]]\net",
        "DOM : [[Casa Suprana, hameau d'Orasi, 20100 SARTÈNE]]\nVÉH",
        "Adresse (si différente) : [[PK 11,2 côté montagne\n98709 MAHINA]]\n",
        "dem. [[foyer Adoma, 44 av. Jean-Jaurès, ch. 317, Brest]]. Père",
        "vit seule au [[5/12 rue de l'Épeule, 3ème droite, Brest]]. N°",
        "domicilié au [[CCAS, 3 rue du Cloître, 29200 Brest]] ; disant",
        "demeurant [[Rua do Salitre, 133, 2.º Esq., 1250-198 Lisboa, Portugal]].",
        "demeurant à [[Ouidah (Bénin), quartier Zoungbodji, BP 118]] ;",
        "demeurant à [[PLOUHA (22580) lieudit Kerblez]],",
        "adr. [[Résidence Adoma\n11 rue du Port\nch. 307 (3è, couloir D)\n29200 BREST]]\ncode",
        "domiciliée [[Au Village, 65200 Gerde]], est",
        "→ [[Hôtel Balladins, ch. 209, 2 rue du Port, Brest]]\nMme",
        "la grand-mère (voir [[Xokoa, chemin d'Olha, 64250 ESPELETTE]]).".replace("voir ", ""),
        "compte B = addr=[[12b Hauptstrasse, 77694 Kehl, DE]])",
        "il habite [[7 allee des lilas 93320 les pavillons sous bois]] merci madame que dieu vous",
        "un logement vacant, au [[62, Grande-Rue du Port, 2è étage]] qui est".replace(
            ", au", ", dt"
        ),
        "détenu au [[centre pénitentiaire de Vezin, rue du Pré, CS 93128, 35131 CHARTRES]], n°",
        "leur maison de campagne, [[Le Champ du Four, 56250 Elven]]. Avis",
        "il habite [[12 rue du moulin]] depuis 2010.",
        "résidant de fait à l'[[EHPAD « Les Pins », 2 bis rue du Port, 29200 Brest]].\nNée",
        "avant j'etais chez mon ex kevin au [[6 rue jean guehenno]].",
        "demeurant [[Convenant Madec Bihan]], souhaitent",
        "Domicile : [[Les Quatre Vents, route\n de la Mer 29200 BREST]]\n",
        "en son domicile, [[lieu-dit « Chez Garnaud », BREST (Finistère)]], est",
        "il habite depuis 2011 une maison sise [[12 bis chemin du Moulin, sur la commune de Scaër "
        "(29390)]].",
        "hébergée chez sa sœur, au [[lieu-dit Kerzellec, en Moëlan]].",
        "déclare résider à [[la ferme de la Grande Noë, à Plélan-le-Grand]].",
        "vit avec sa mère au [[n° 8 de l'impasse des Lilas (Hennebont)]].",
        "qui réside à l'[[EHPAD Ti an Oll, chambre 12, à Plougastel]].",
        "who lives at [[12 Church Lane]], and",
    ],
)
def test_the_place_after_a_word_of_dwelling(text: str) -> None:
    address = text[text.index("[[") + 2 : text.index("]]")]
    assert found(text.replace("[[", "").replace("]]", "")) == [address]


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME}, maire, 3 place de la Mairie, 29200 Brest",
        f"{NAME} (2 enfants, CE1 et CM2) : 74,40 €",
        f"{NAME} (12 ans d'expérience), architecte",
        f"{NAME}, Directrice, Brest",
        "adresse : mairie de Brest, 2 rue du Pont, 29200 Brest",
        "il habite ici depuis 2 ans.",
        "il habite la maison mitoyenne.",
        "incarcéré au centre de détention de Scheveningen, une banlieue",
        "la visite de l'hôtel du Port, 29200 Brest, est remise.",
        "demeurant à Brest, souhaite",
        "il vit avec sa mère depuis 2011, à Maud de décider",
        f"{NAME}\n29200|BREST|COM",
    ],
)
def test_what_is_no_home(text: str) -> None:
    assert found(text) == []


def test_a_hamlet_in_a_list_of_homes() -> None:
    rows = {
        "ALLIGNOL Germaine": "3 rue du Puits",
        "RIOU Paul": "8 chemin du Port",
        NAME: "Le Serre de Bauzon",
    }
    text = "– CCAS – tournée\n" + "\n".join(f"{n}\n{a}\n0475301144" for n, a in rows.items())
    people = [
        Found(text.index(n), text.index(n) + len(n), Category.PERSON, "rule:x", "", 0.9)
        for n in rows
    ]
    assert {text[f.start : f.end] for f in HOMES.find(text, people)} == set(rows.values())


def test_a_place_below_one_name_is_no_home() -> None:
    assert found(f"{NAME}\nLe Serre de Bauzon\n0475301144") == []


def test_an_address_ends_before_what_opens_a_bracket(detector: Detector) -> None:
    text = "Monsieur Tran demeure 5/7, rue du Chevaleret – 75013 PARIS (code B4571, 2e gauche)."
    assert of(detector, text, "secret") == ["B4571"]  # the trap: the model's address goes on to it
    assert of(detector, text, "address") == ["5/7, rue du Chevaleret – 75013 PARIS"]
