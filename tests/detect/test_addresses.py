"""Whose address it is, and where it starts and ends."""

import pytest

from redactor.detect.addresses import addresses
from redactor.detect.lexicon import Lexicon

LEXICON = Lexicon.load()


def found(text: str) -> list[str]:
    return [text[f.start : f.end] for f in addresses(text, LEXICON)]


@pytest.mark.parametrize(
    "address",
    [
        "BP 41\n12 bis, allée Jules-Verne\n56892 SAINT-AVÉ CEDEX",
        "Résidence Ar Mor\n12 rue des Lilas\n29000 Quimper",
        "12 rue des Lilas\n29000 Quimper",
        "Lieu-dit La Haute Barre\n35190 Cardroc",
        "l2 rue de la Poterne 350OO Rennes",
    ],
)
def test_a_persons_address_is_whole(address: str) -> None:
    assert found(f"M. KERLANN Éric\n{address}") == [address]


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
        "Adresse du terrain : rue Amiral Nielly, 29200 Brest",
    ],
)
def test_no_persons_address(text: str) -> None:
    assert found(text) == []
