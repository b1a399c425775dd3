"""Lists of people vouch for their items; columns of plain text, rosters, initials."""

import pytest

from redactor.detect.pipeline import Detector
from tests.detect.asking import people


def test_a_word_among_names_is_a_name(detector: Detector) -> None:
    assert "Mouton" not in people(detector, "Il a vu Mouton, blanc, et autres.")
    names = people(detector, "Absents : Kerdoncuff, Le Berre, Mouton, Guivarc'h")
    assert names == ["Kerdoncuff", "Le Berre", "Mouton", "Guivarc'h"]


def test_a_union_s_letters_among_names_are_none(detector: Detector) -> None:
    names = people(
        detector, "Karim Kerdoncuff (CFDT), Sylvie Le Berre (FO), Tanguy Guivarc'h (CGT)"
    )
    assert names == ["Karim Kerdoncuff", "Sylvie Le Berre", "Tanguy Guivarc'h"]


def test_columns_of_plain_text(detector: Detector) -> None:
    text = (
        "Sem.   Décision       Exploitation      Déneigement\n"
        "01     Haas           Oberlé D.         Klein P.\n"
        "02     Haas           Baumgartner       Schwob-Lévy\n"
    )
    assert {"Oberlé D.", "Klein P.", "Baumgartner", "Schwob-Lévy"} <= set(people(detector, text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fin à 16h50\nPour le CSE, le secrétaire : M. T.-L.", "M. T.-L."),
        ("Bonjour,\nje ne suis pas d'accord.\n\nA. R.\n\n> Le 1er mars, X a écrit :", "A. R."),
        ("L'enfant A. a été placé.", "A."),
    ],
)
def test_initials_where_a_name_is_written(detector: Detector, text: str, name: str) -> None:
    assert name in people(detector, text)


@pytest.mark.parametrize("text", ["A. Objet du marché", "Annexe B.\nPlan", "art. L. 111-2"])
def test_initials_that_are_headings(detector: Detector, text: str) -> None:
    assert people(detector, text) == []


def test_the_last_line_of_a_message(detector: Detector) -> None:
    message = "Bonjour,\nvoici le tableau.\n\nLudi"
    assert people(detector, message) == ["Ludi"]
    assert people(detector, "La toiture fuit.\n\nAnnexes") == []


def test_speakers(detector: Detector) -> None:
    assert people(detector, "Morvan : d'accord. Guivarc'h : contre.") == ["Morvan", "Guivarc'h"]
    assert people(detector, "Objet : permis. Délai : deux mois.") == []
