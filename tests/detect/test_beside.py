"""What stands beside a name or a number says what it is, or that it is none."""

import pytest

from redactor.detect.pipeline import Detector
from tests.detect.asking import of


@pytest.mark.parametrize(
    "text",
    [
        "La présidente de l'association\nAnne Rey-Lavergne",
        "Pour le préfet, la directrice de cabinet\nAnne Rey-Lavergne",
        "Le directeur du centre\nAnne Rey-Lavergne",
    ],
)
def test_who_signs_under_a_function_that_ends_on_a_place(detector: Detector, text: str) -> None:
    thing = text.partition("\n")[0].split()[-1] + " Anne Rey-Lavergne"
    assert not of(detector, f"Voir {thing}.", "person")  # the trap: on one line it is the place's
    assert of(detector, text, "person") == ["Anne Rey-Lavergne"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("14/05 07:10  ch. 12 Mme VIALATTE  chute sans gravité", ["VIALATTE"]),
        ("11/10 09:40 R. Kerlann : remis à neuf", ["R. Kerlann"]),
    ],
)
def test_an_hour_numbers_no_house(detector: Detector, text: str, people: list[str]) -> None:
    hour = text.split(":")[1].split()[0]
    # the trap: the same words after a number are a way
    assert of(detector, f"Paul RIOU, {hour} rue Kerlann, 29200 Brest", "address")
    assert of(detector, text, "person") == people
    assert not of(detector, text, "address")


def test_people_in_a_table_with_prices(detector: Detector) -> None:
    rows = "KERDONCUFF ; 21 rue Neuve ; 30 €\n"
    assert not of(detector, f"Nom ; Marque ; Tarif\n{rows}", "person")  # the trap: things
    text = f"Plaque ; Nom ; Voie ; Tarif\nDP-340-ZC ; {rows}"
    assert of(detector, text, "person") == ["KERDONCUFF"]


def test_ten_digits_under_a_number_of_file(detector: Detector) -> None:
    assert of(detector, "Rappeler 0412207718 demain", "phone")  # the trap: a valid number
    text = "Nom\tPrénom\tId. défense\nKerdoncuff\tAnne\t0412207718"
    assert not of(detector, text, "phone")
    assert of(detector, text, "account_id") == ["0412207718"]


def test_names_as_the_directories_of_mail_write_them(detector: Detector) -> None:
    text = (
        "De : DEROUET, Jean-Pascal (DREETS)\nÀ : MACÉ, Élodie (DDETS 49) ; LE FUR, Anne\nObjet : x"
    )
    assert of(detector, text, "person") == ["DEROUET, Jean-Pascal", "MACÉ, Élodie", "LE FUR, Anne"]


def test_the_days_of_a_roster_are_nobody(detector: Detector) -> None:
    assert of(detector, "Bonjour Sam, merci.", "person") == ["Sam"]  # the trap: a first name
    assert not of(
        detector, "\tLun\tMar\tMer\tJeu\tVen\tSam\tDim\nmatin\t1\t2\t1\t2\t1\t-\t-", "person"
    )


def test_first_names_with_their_dates(detector: Detector) -> None:
    text = "Eden (5/5/22), Iris (18/8/21), Jasmin (22/11/21), Marceau (7/2/21)"
    assert of(detector, text, "person") == ["Eden", "Iris", "Jasmin", "Marceau"]
    assert len(of(detector, text, "birth_date")) == 4
    assert not of(
        detector, "Brest (12/03/2020), Lyon (14/03/2020), Nice (16/03/2020)", "birth_date"
    )


def test_no_day_of_a_birth_is_the_sixtieth(detector: Detector) -> None:
    assert of(detector, "Père : Petelo\ntonton Kusitino, 19.06.76", "birth_date")  # the trap
    assert not of(detector, "Père : Petelo\ntonton Kusitino, 79.60.76", "birth_date")


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("immat. 1-KLT-407 garée devant", "1-KLT-407"),
        ("Poids lourd espagnol 8841 LBC sous le pont", "8841 LBC"),
        ("un camion, LB17 KZO, à l'arrêt", "LB17 KZO"),
        ("voiture suisse VD 418 207, vue hier", "VD 418 207"),
        ("cyclomoteur GB-812-K, fuite", "GB-812-K"),
        ("une mobilette ct 208 w et avant", "ct 208 w"),
    ],
)
def test_plates_of_neighbours_and_of_light_vehicles(
    detector: Detector, text: str, plate: str
) -> None:
    assert of(detector, text, "licence_plate") == [plate]
    assert not of(detector, f"Réf. {plate} du dossier", "licence_plate")


@pytest.mark.parametrize("number", ["(687) 95 03 18", "(689) 87 21 40 66"])
def test_numbers_of_the_pacific_in_brackets(detector: Detector, number: str) -> None:
    assert of(detector, f"Père : Petelo  tél. {number}\n", "phone") == [number]


@pytest.mark.parametrize(
    ("url", "token"),
    [
        ("https://visio.exemple.fr/j/418-207-963", "418-207-963"),
        ("https://webconf.exemple.fr/jgqz-4418-hsrb", "jgqz-4418-hsrb"),
    ],
)
def test_where_people_meet_online(detector: Detector, url: str, token: str) -> None:
    assert of(detector, f"Lien : {url} à 14 h", "url_token") == [token]
    news = "https://visio.exemple.fr/actualites/2023-04-la-reunion-du-conseil"
    assert not of(detector, f"Lien : {news} à 14 h", "url_token")


def test_whom_a_host_is_said_to_be(detector: Detector) -> None:
    text = "Logé chez sa sœur Huguette KERLANN, 3 rue Diderot, Béziers"
    assert of(detector, text, "address") == ["3 rue Diderot, Béziers"]
    text = "hébergée chez sa mère, Mme Maddi URRUTY née ETCHEBARNE, maison Harretchia, 64430 Urepel"
    assert of(detector, text, "person") == ["Maddi URRUTY", "ETCHEBARNE"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("ch. 122 JANVIER Désirée : habitation", ["JANVIER Désirée"]),
        ("Si problème Roland Janvier 06 73 00 48 12", ["Roland Janvier"]),
    ],
)
def test_surnames_that_are_months(detector: Detector, text: str, people: list[str]) -> None:
    assert of(detector, text, "person") == people
    assert not of(detector, "Réunion du 12 JANVIER Salle B", "person")
    assert of(detector, "Calendrier de Roland Janvier 2024", "person") in (["Roland"], [])


def test_letters_that_the_parenthesis_spells_out(detector: Detector) -> None:
    text = "SHAARL (Société d’Histoire et d’Archéologie de l’ARrondissement de LURE) sollicite."
    assert "SHAARL" in of(detector, text.replace("(S", "(s").replace("H", "h"), "person") or of(
        detector, "SHAARL sollicite une subvention par cotisation.", "person"
    )  # the trap: a word of capitals that may be a surname
    assert not of(detector, text, "person")
    assert of(detector, "KERDONCUFF (Kévin, Elouan) est absent.", "person")[0] == "KERDONCUFF"


def test_what_leads_to_a_whole_name_in_a_list(detector: Detector) -> None:
    text = "Absents :\nDépart de Mario Volanti en cours de séance"
    assert of(detector, text, "person") == ["Mario Volanti"]
    assert of(detector, "Absents :\nRenard de Montgolfier", "person") == ["Renard de Montgolfier"]


def test_a_word_that_opens_a_sentence_is_no_first_name(detector: Detector) -> None:
    text = "de pluies) ?\no\nComme Cédric ne tondait plus cette rue, il ne savait pas."
    assert of(detector, text, "person") == ["Cédric"]


def test_a_price_that_passes_is_no_password(detector: Detector) -> None:
    assert of(detector, "Le code wifi passe de Ajonc31 à Genet32!", "secret")  # the trap
    text = "pour que la redevance que l’on nous redonne passe de 600 à \n900€.\nPas de vote."
    assert not of(detector, text, "secret")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("courrier de m. fontvieille tjs en attente", ["fontvieille"]),
        ("5. GAUTIER J-P - pas de mail", ["GAUTIER J-P"]),
        ("HIRO Vaimiti, MAUI ép. TEIHOTAATA Heipua", ["HIRO Vaimiti", "MAUI", "TEIHOTAATA Heipua"]),
        ("la demande de Monsieur KERDONCUFF Jean - Louis habitant", ["KERDONCUFF Jean - Louis"]),
        ("Vu l'avis de Madame Lagran9e Séverine, architecte", ["Lagran9e Séverine"]),
        ("Présents et représentés : ABITBOL (412/10000), CISSÉ (297)", ["ABITBOL", "CISSÉ"]),
        ("contrat n° 3 817 440 R.\nUn voisin, M. Vandecasteele, a vu", ["Vandecasteele"]),
        ('"date";"emetteur"\n"2023-05-05";"KARAMOKO MASSANDJE"', ["KARAMOKO MASSANDJE"]),
    ],
)
def test_names_as_papers_of_every_day_write_them(
    detector: Detector, text: str, people: list[str]
) -> None:
    assert of(detector, text, "person") == people


def test_a_hyphen_between_two_people_stays_one(detector: Detector) -> None:
    text = "KERDONCUFF Jean - Louis RIOU"
    assert "KERDONCUFF Jean - Louis RIOU" not in of(detector, text, "person")


def test_a_date_beside_a_password_s_column_is_a_date(detector: Detector) -> None:
    text = (
        "CREATE TABLE adherents (nom VARCHAR(60), ddn DATE, mel VARCHAR(90), mdp VARCHAR(60));\n"
        "INSERT INTO adherents VALUES\n('KERDONCUFF','1999-02-17','k@exemple.fr','5f4dcc3b5aa76')"
    )
    assert of(detector, text, "birth_date") == ["1999-02-17"]
    assert of(detector, "mdp : Ajonc-1999-02", "secret") == ["Ajonc-1999-02"]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("- alarme : code 885213, ne plus l'écrire", ["885213"]),
        ("modifier votre mot de passe : https://exemple.fr/mdp?u=riou", []),
    ],
)
def test_what_follows_a_code_or_a_password(
    detector: Detector, text: str, secret: list[str]
) -> None:
    assert of(detector, text, "secret") == secret


def test_a_number_in_a_link_that_sends_a_message(detector: Detector) -> None:
    assert not of(detector, "https://exemple.fr/send?id=33698127740", "phone")  # the trap: digits
    assert of(detector, "https://exemple.fr/send?to=33698127740&x=1", "phone") == ["33698127740"]


def test_children_whom_one_has_in_charge(detector: Detector) -> None:
    row = "KERDONCUFF Sirine - 07/01/2020\nEmployeur : Keolis"
    assert not of(detector, f"LISTE\n{row}", "birth_date")  # the trap: as recent as an event
    assert of(detector, f"PERSONNES À CHARGE\n{row}", "birth_date") == ["07/01/2020"]


def test_a_date_that_a_social_security_number_tells(detector: Detector) -> None:
    date = "la convocation du 30/6/1978 lui fut remise"
    assert not of(detector, date, "birth_date")  # the trap: nothing says what it is of
    text = f"NIR 1 78 06 66 136 247 09 ; {date}"
    assert of(detector, text, "birth_date") == ["30/6/1978"]
    assert not of(detector, text.replace("30/6/1978", "30/7/1978"), "birth_date")


def test_rows_whose_cells_a_slash_parts(detector: Detector) -> None:
    text = (
        "Mme Brigitte NOVEL / 2-10-61 / Les Hautes Granges, St-Genis / 06 70 44 28 91\n"
        "Mme Chantal ODIN / 29-2-56 / 1 allée des Mésanges, St-Genis / 04 77 20 96 13\n"
        "M. Bernard ROCHE / 6-6-52 / 14 rue du 19-Mars-1962, St-Genis / 06 09 31 77 84"
    )
    assert of(detector, text, "birth_date") == ["2-10-61", "29-2-56", "6-6-52"]
    assert of(detector, text, "address")[1:] == [
        "1 allée des Mésanges, St-Genis", "14 rue du 19-Mars-1962, St-Genis",
    ]  # fmt: skip


def test_a_place_after_a_birth_and_before_a_code_is_a_home(detector: Detector) -> None:
    assert of(detector, "Léonie RIOU, née le 27/07/1997 – Dijon", "birth_place") == ["Dijon"]
    text = "Léonie RIOU – née le 27/07/1997 – En Corvée, 21490 Ruffey-lès-Echirey – 06 88 02 45 37"
    assert of(detector, text, "address") == ["En Corvée, 21490 Ruffey-lès-Echirey"]
    assert not of(detector, text, "birth_place")


@pytest.mark.parametrize("plate", ["B 204 XKL", "AA KS-417", "42-XP-18"])
def test_plates_of_more_neighbours(detector: Detector, plate: str) -> None:
    assert of(detector, f"véhicule {plate} abandonné", "licence_plate") == [plate]
    assert not of(detector, f"Réf. {plate} du bordereau", "licence_plate")


def test_what_a_number_is_stands_before_it_in_its_cell(detector: Detector) -> None:
    text = "nom | n° pièce\nKERDONCUFF Éric | passeport 17CK44092\nRIOU Maud | 4471-882"
    assert of(detector, text, "identity_document") == ["17CK44092"]
    assert of(detector, text, "account_id") == ["4471-882"]


@pytest.mark.parametrize(
    ("url", "token"),
    [
        ("https://visio.exemple.fr/r/hqz-trwm-okb", "hqz-trwm-okb"),
        ("https://exemple.fr/enroll?t=QWxhZGRpbjpv", "QWxhZGRpbjpv"),
        ("https://piscine.exemple.fr/qr/77da90", "77da90"),
        ("https://mairie.exemple.fr/:x:/g/EbT0k9LqWm1Hs?e=1", "EbT0k9LqWm1Hs"),
    ],
)
def test_what_lets_in(detector: Detector, url: str, token: str) -> None:
    assert of(detector, f"Lien : {url} à 14 h", "url_token") == [token]


@pytest.mark.parametrize(
    "url",
    [
        "https://exemple.fr/suivi/2023-travaux-du-pont",
        "https://exemple.fr/page?t=Actualites",
        "https://meet.exemple.fr/la-reunion-du-conseil",
    ],
)
def test_what_anyone_opens(detector: Detector, url: str) -> None:
    assert not of(detector, f"Lien : {url} à 14 h", "url_token")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("BLANCHETEAU Carine – FV-301-LS – poste 2214\nPlace 3", ["2214"]),
        ("Delphine Riou\nPoste 3417\nStandard : 03 20 00 41 00", ["3417", "03 20 00 41 00"]),
        ("ANNUAIRE INTERNE\nRIOU Hubert         directeur        41 00\nFINANCES", ["41 00"]),
    ],
)
def test_the_number_of_a_desk_is_its_bearer_s(
    detector: Detector, text: str, numbers: list[str]
) -> None:
    assert of(detector, text, "phone") == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Le standard, poste 2214, répond",
        "M. Riou occupe le poste n° 2214 du tableau",
        "Mme Riou : 12 000 € ; infirmerie, poste 211",
        "RIOU Hubert         directeur        41 00",
    ],
)
def test_what_is_no_desk_of_anyone(detector: Detector, text: str) -> None:
    assert not of(detector, text, "phone")


def test_a_line_of_a_form_is_no_head_of_a_table(detector: Detector) -> None:
    rows = "\nDate\tMotif\tDépart\tArrivée\n04/03\tRéunion\tClelles\tLyon"
    head = f"Date\tMotif\tPrénom\tVille{rows}"
    assert "Clelles" in of(detector, head, "person")  # the trap: what a head makes of it
    text = f"Nom :\tKERDONCUFF\tPrénom :\tMaud{rows}"
    assert of(detector, text, "person") == ["KERDONCUFF", "Maud"]


def test_a_number_may_end_a_head(detector: Detector) -> None:
    rows = "\nB-10077;EL KHOURY;Antoun;14 rue des Salins;CE-519-PA;"
    head = "N° abonné;Nom;Prénom;Adresse;Immat 1;Immat 2"
    assert of(detector, head + rows, "person") == ["EL KHOURY", "Antoun"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("0318-CCAS DE FIRVEYNE          Année 2021", []),
        ("PRÉFÈTE DE LA HAUTE-VÉZÈRE\nDirection", []),
        ("Bésignac : Y. ROMIEU – Dieulefoy : J.-P. ROUX", ["Y. ROMIEU", "J.-P. ROUX"]),
        ("Nous soussigné, Maréchal des logis-chef Yannis ROPERT,", ["Yannis ROPERT"]),
        ("Dubois-Letellier A-C      La Croix du Gué", ["Dubois-Letellier A-C"]),
    ],
)
def test_places_beside_people(detector: Detector, text: str, people: list[str]) -> None:
    assert of(detector, text, "person") == people


def test_a_day_told_of_a_child_is_no_birth(detector: Detector) -> None:
    text = "le chien de M. RIOU a mordu l'enfant Timéo SZYMANSKI le 1er mai 2021 ;"
    assert not of(detector, text, "birth_date")
    row = "École maternelle\nSZYMANSKI Timéo  PS  14/02/2014"
    assert of(detector, row, "birth_date") == ["14/02/2014"]


@pytest.mark.parametrize(
    "text",
    ["Ayant droit : 2160937196044 (Ines)", "RIPOLL\n2 61 05 99 134 0 0 9    (clé manquante)"],
)
def test_a_social_security_number_without_key_or_word(detector: Detector, text: str) -> None:
    assert len(of(detector, text, "nir")) == 1
    assert not of(detector, text, "phone")


@pytest.mark.parametrize(
    "text",
    ["facture n° 2160937196044", "code-barres 2322085417099", "EAN 1160937196044", "1000000000000"],
)
def test_thirteen_digits_of_something_else(detector: Detector, text: str) -> None:
    assert not of(detector, text, "nir")


def test_the_places_of_councillors(detector: Detector) -> None:
    text = "AUZEVILLE : M. Rémi CAUBET, Mme Françoise DELPECH"
    assert of(detector, text, "person") == ["Rémi CAUBET", "Françoise DELPECH"]


def test_a_quarter_of_a_year_and_letters_for_words(detector: Detector) -> None:
    text = (
        "Le code wifi est Ajonc-2021!\nTaskforce La DSN et ses usages (démarrage T4 2021) 31\n"
        "accessibles à distance par la communauté IA TEI et dans des approches"
    )
    assert of(detector, text, "secret") == ["Ajonc-2021!"]
    assert not of(detector, text, "person")


def test_a_plate_between_the_quotes_of_code(detector: Detector) -> None:
    assert not of(detector, "lot GE304FW du bordereau", "licence_plate")  # the trap: a reference
    assert of(detector, "('GE304FW', 5121, 'OPEL')", "licence_plate") == ["GE304FW"]
