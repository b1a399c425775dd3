"""Nicknames, and the other forms of spoken or hasty writing in which people are named."""

import pytest

from redactor.detect.pipeline import Detector
from tests.detect.asking import people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mis au placard. Mumu de la cantine a perdu 12 kilos.", "Mumu"),
        ("c'est de l'humour, Coco est comme ça", "Coco"),
        ("Compagnon de la mère : « Jo », nom non connu", "Jo"),
        ("Le passager, identifié comme « Zak » MENDY, fuit.", "Zak"),
        ("l'attestation de M. « Titi » Roche, ancien salarié", "« Titi » Roche"),
    ],
)
def test_a_nickname_is_a_name(text: str, name: str, detector: Detector) -> None:
    assert name in people(detector, text)


@pytest.mark.parametrize(
    "text",
    [
        "Papa est venu la chercher.",
        "Coucou, tu peux regarder ?",
        "Le lapin de Coco rouge.",
        "serveuse au bar Chez Mimi ; fermé",
        "Projet de l'école : « Jardin »",
    ],
)
def test_kin_greetings_and_signs_are_no_nicknames(text: str, detector: Detector) -> None:
    assert people(detector, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pouvez-vous rappeler ?\ncdt, jb morel\n", "jb morel"),
        ("Pouvez-vous rappeler ?\ncdt,\ns. kerdoncuff", "s. kerdoncuff"),
        ("Mon portable : 0766 45 12 09.\nMerci !! gwen\n", "gwen"),
        ("appelez la télé\n\nmarchand cathy\n\nEnvoyé de mon téléphone", "marchand cathy"),
        ("Objet : clés\nJe coupe mon tel.\nVéro\nps: l'ordinateur est mort", "Véro"),
    ],
)
def test_a_hasty_signature(text: str, name: str, detector: Detector) -> None:
    assert name in people(detector, text)


@pytest.mark.parametrize(
    "text", ["merci bien\n", "cdt, la direction\n", "voir demain\n\nEnvoyé de mon iPhone"]
)
def test_small_words_after_a_closing_are_no_signature(text: str, detector: Detector) -> None:
    assert people(detector, text) == []


def test_who_writes_in_a_chat_with_her_service(detector: Detector) -> None:
    text = "[09:02] Nico: a vu Flo ?\n[09:02] Sabrina_RH: en formation"
    assert "Sabrina" in people(detector, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("est née, rue du Marché, Jade, Louna, du sexe féminin,\nde Florian", "Jade, Louna"),
        ("justificatif pour d'Argouges (23 quai Vendeuvre)", "d'Argouges"),
        ("vu avec sophie de la compta", "sophie"),
        ("il dort chez duval ce soir", "duval"),
        ("Obs. 6 – illisible, signé Roth ou Rott\n", "Rott"),
    ],
)
def test_forms_of_acts_and_notes(text: str, name: str, detector: Detector) -> None:
    assert name in people(detector, text)


@pytest.mark.parametrize(
    "text",
    [
        "un arrêté pour d'Autres motifs",
        "Classe, filière, du sexe féminin",
        "Brest ou Brec'h",
        "avec prudence et méthode",
        "vu le code",
    ],
)
def test_what_looks_like_them_is_nobody(text: str, detector: Detector) -> None:
    assert people(detector, text) == []
