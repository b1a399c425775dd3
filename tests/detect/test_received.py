"""Shapes that documents as administrations send them have taught: each beside what looks alike."""

import pytest

from redactor.detect.pipeline import Detector
from redactor.text.flow import Flow


def of(detector: Detector, text: str, category: str) -> list[str]:
    mentions = detector.mentions([Flow("f", text)])
    return [m.text for m in mentions if m.category.value == category]


SEEN = [
    ("email", "De : Maud Kerlann [mailto:mkerlann@exemple.fr]", "mkerlann@exemple.fr"),
    ("mask", "Copie à [mail de l'agent]", "[mail de l'agent]"),
    ("birth_date", "Né(e) le |1|2|/|0|8|/|1|9|8|0| à BREST", "1|2|/|0|8|/|1|9|8|0"),
    ("phone", "Portable : 06|71|40|25|98", "06|71|40|25|98"),
    ("phone", "Portable : |0|6|7|1|4|0|2|5|9|8|", "0|6|7|1|4|0|2|5|9|8"),
    ("birth_date", "Enfants à charge : KERLANN Maud 11/01/2004", "11/01/2004"),
    ("birth_date", "Ayant droit : KERLANN MAUD 30/01/2014", "30/01/2014"),
    (
        "address",
        "Demandeur : SCI Les Ajoncs, représentée par M. Paul Kerlann\n"
        "Adresse du demandeur : 5 ter avenue des Ajoncs, 29200 BREST",
        "5 ter avenue des Ajoncs, 29200 BREST",
    ),
    (
        "address",
        "Domicile : Le Clos Kervran, entrée 3, 52 avenue des Ajoncs, 29200 BREST",
        "Le Clos Kervran, entrée 3, 52 avenue des Ajoncs, 29200 BREST",
    ),
    ("address", "30/01/23\tKERLANN Maud\tMenez Glaz, 29200 BREST\tabri", "Menez Glaz, 29200 BREST"),
    ("secret", 'api_key <- "5f1c-77ab-90e2-ajonc"', "5f1c-77ab-90e2-ajonc"),
    ("secret", "Code wifi salle du conseil changé : AjoncDuMaire#24", "AjoncDuMaire#24"),
    ("secret", "j'utilisais Ajonc1683! jusqu'à hier", "Ajonc1683!"),
    ("secret", "code provisoire 48 22 07 19", "48 22 07 19"),
    ("secret", "la clé est là, code du cadenas 3917.", "3917"),
    ("secret", "Audioconférence (code 448 921 077#)", "448 921 077#"),
    ("person", " * @author p.kerlann\n", "p.kerlann"),
    ("person", "plainte auprès du gardien Kerlann. Depuis", "Kerlann"),
    ("person", "BET fluides\tK. Kerdoncuff\t06.52.19.77.36", "K. Kerdoncuff"),
    ("person", "Excusés : M. 0llivier-Roux.", "0llivier-Roux"),
    ("person", "M. LE M0AL pense que", "LE M0AL"),
    (
        "account_id",
        "Nom\tService\tMatricule\tJ1 matin\tJ2\nKERLANN\tVoirie\t004512\tX\tX",
        "004512",
    ),
    ("account_id", "Je suis étudiant·e (n° 21904417)", "21904417"),
    ("account_id", "aide juridictionnelle totale numéro 591780022109411", "591780022109411"),
    ("account_id", "Réf. avis : 22 59 A112 447 80", "22 59 A112 447 80"),
    ("case_id", "demande de logement social n° 0590 1230 4417 811 –", "0590 1230 4417 811"),
    ("case_id", "INFORMATION PRÉOCCUPANTE n° 76-2022-1904", "76-2022-1904"),
    ("case_id", "ouverture dossier=2023-AGR-00417 titulaire", "2023-AGR-00417"),
]


@pytest.mark.parametrize(("category", "text", "value"), SEEN, ids=[s[2][:20] for s in SEEN])
def test_what_says_who_is_found(detector: Detector, category: str, text: str, value: str) -> None:
    assert of(detector, text, category) == [value]


LEFT = [
    ("phone", "Lots : 01|02|03|04|05"),
    ("birth_date", "Agent : KERLANN Maud 11/01/2004"),
    (
        "address",
        "Demandeur : SARL Les Ajoncs\nAdresse du demandeur : 5 ter avenue des Ajoncs, 29200 BREST",
    ),
    ("address", "30/01/23\tKERLANN Maud\tMairie de Plouha, 29200 BREST\tabri"),
    ("secret", "j'utilise Windows10 depuis hier"),
    ("secret", "code provisoire de la commune, en attente"),
    ("secret", "Audioconférence du 12/03/2023, code de conduite 2023-14"),
    ("secret", 'connect(host=DB_HOST, password=DB_PASS, dbname="sirh")'),
    ("secret", 'headers={"X-Api-Key": API_KEY}'),
    ("person", "La loge du gardien Bâtiment B"),
    ("person", "Lot 2\tA. Locaux\tconforme"),
    ("person", "A. Locaux – Non-conformité moyenne.\nB. Matériel – Non-conformité mineure."),
    ("person", "GROUP BY a.groupe\nHAVING COUNT(*) >= 5;"),
    ("person", "CAHIER DES CLAUSES TECHNIQUES PARTICULIÈRES\nLot n° 4 – Menuiseries"),
    ("person", "DEMANDE DE SUBVENTION AU TITRE DE LA RÉNOVATION"),
]


@pytest.mark.parametrize(("category", "text"), LEFT, ids=[s[1][:20] for s in LEFT])
def test_what_looks_alike_stays(detector: Detector, category: str, text: str) -> None:
    assert not of(detector, text, category)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Présents : FDSEA (M. Kerlann), SAFER (M. Van Hecke)", ["Kerlann", "Van Hecke"]),
        ("Réponse de la PRADA (Maud Kerlann) le 30/10", ["Maud Kerlann"]),
        ("Rédacteur : Augustin Kerlann (AMO)", ["Augustin Kerlann"]),
        ("A. Kerlann – maire\nB. Riou – adjoint", ["A. Kerlann", "B. Riou"]),
        ("Intervenant\tTél.\nMOA – Ville\t\nM. Amo\t06 71 40 25 98", ["Amo"]),
    ],
)
def test_letters_beside_people_are_none(detector: Detector, text: str, names: list[str]) -> None:
    assert of(detector, text, "person") == names
