"""Columns and fields told by their structure: what parts them, what they hold, what stands near."""

import pytest

from redactor.detect.pipeline import Detector
from redactor.text.flow import Flow


def found(detector: Detector, text: str) -> list[tuple[str, str]]:
    mentions = detector.mentions([Flow("f", text)])
    return [(m.category.value, m.text) for m in mentions if not m.is_signal]


def of(detector: Detector, text: str, category: str) -> list[str]:
    return [value for kind, value in found(detector, text) if kind == category]


@pytest.mark.parametrize("mark", [" / ", "    ", "\t", ";"])
def test_a_header_names_the_columns_whatever_parts_them(detector: Detector, mark: str) -> None:
    rows = [
        ["Nom", "Prénom", "Né(e) le", "Tél."],
        ["BA", "Ousmane", "17/11/2011", "07 81 22 14 00"],
    ]
    text = "\n".join(map(mark.join, rows))
    assert found(detector, text) == [
        ("person", "BA"), ("person", "Ousmane"), ("birth_date", "17/11/2011"),
        ("phone", "07 81 22 14 00"),
    ]  # fmt: skip


def test_an_empty_cell_of_a_page_moves_no_other(detector: Detector) -> None:
    text = (
        "Nom            Né(e) le       Entrée\n"
        "Kerdoncuff     12/03/1980     01/09/2020\n"
        "Guivarc'h                     02/09/2017\n"
    )
    assert of(detector, text, "birth_date") == ["12/03/1980"]


def test_a_line_parted_otherwise_ends_the_table(detector: Detector) -> None:
    text = "Nom / Prénom\nKerdoncuff / Maud\nPAI : allergie, asthme\n"
    assert of(detector, text, "person") == ["Kerdoncuff", "Maud"]


def test_the_code_and_the_town_belong_to_the_column_of_addresses(detector: Detector) -> None:
    text = "Nom;Adresse;CP;Ville\nKerdoncuff;4 rue Ampère;29000;Quimper"
    assert of(detector, text, "address") == ["4 rue Ampère", "29000", "Quimper"]
    assert not of(detector, "Nom;CP;Ville\nKerdoncuff;29000;Quimper", "address")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Numéro : 17  Voie : rue du Puits\nLocalité : Plouha   Code postal : 22580",
         ["Numéro : 17  Voie : rue du Puits\nLocalité : Plouha   Code postal : 22580"]),
        ("Adresse\n64 cours Gambetta\nCode postal\n22580\nVille\nPlouha\nPays\nFrance",
         ["64 cours Gambetta\nCode postal\n22580\nVille\nPlouha"]),
        (" N° 112  Bis/Ter bis  Voie boulevard Chave\n CP 22580  Commune PLOUHA\n",
         ["N° 112  Bis/Ter bis  Voie boulevard Chave\n CP 22580  Commune PLOUHA"]),
        ("{nir=1, city=PLOUHA, street=8 MAIL NEUF} ,", ["PLOUHA", "8 MAIL NEUF"]),
        ("Commune de naissance : Brest\nVoie : rue du Puits  Ville : Plouha",
         ["rue du Puits  Ville : Plouha"]),
        ("Voie : rue du Puits  Tél. : néant  Ville : Plouha", ["rue du Puits", "Plouha"]),
        ('{"voie": "8 rue du Puits", "cp": "22580", "ville": "Plouha"}',
         ["8 rue du Puits", "22580", "Plouha"]),
    ],
)  # fmt: skip
def test_an_address_in_fields(detector: Detector, text: str, parts: list[str]) -> None:
    assert of(detector, text, "address") == parts


def test_a_town_alone_is_no_address(detector: Detector) -> None:
    assert not of(detector, "Ville : Plouha\nObjet : voirie", "address")
    assert not of(detector, "Mairie\nRue : du Puits\nCode postal : 22580", "address")


ROWS = (
    "INSERT INTO t VALUES (1,'KERDONCUFF','Gaël','1984-02-11',NULL);\n"
    "INSERT INTO t VALUES (2,'O''Lannig','Solenn','1991-07-30','2021-01-01');"
)


def test_columns_without_names_are_told_by_what_they_hold(detector: Detector) -> None:
    assert of(detector, ROWS, "person") == ["KERDONCUFF", "Gaël", "O''Lannig", "Solenn"]
    assert of(detector, ROWS, "birth_date") == ["1984-02-11", "1991-07-30"]


def test_columns_of_things_are_none_of_people(detector: Detector) -> None:
    text = "INSERT INTO t VALUES (14,'Rennes','Bretagne','1984-02-11'),(15,'Brest','Ouest',NULL);"
    assert not of(detector, text, "person")
    assert not of(detector, text, "birth_date")


def test_rows_parted_by_one_space(detector: Detector) -> None:
    text = (
        "N° Nom Prénom Service Matin\n1 KERDONCUFF Maud Voirie X\n2 LE BERRE Tanguy Sports Abs.\n"
        "3 PETIT Rose Finances X\n4 GUIVARC'H Solenn Voirie X\n"
    )
    names = ["KERDONCUFF Maud", "LE BERRE Tanguy", "PETIT Rose", "GUIVARC'H Solenn"]
    people = of(detector, text, "person")
    assert all(any(name in person for person in people) for name in names)
    assert "Abs" not in people


def test_rows_in_capitals_between_codes_and_numbers(detector: Detector) -> None:
    text = "114 KERDONCUFF MAUD 14,20\n118 GUIVARC'H TANGUY 88,00\n131 SANS PIERRE 35,20\n"
    assert "SANS PIERRE" in of(detector, text, "person")
    things = "114 VOIRIE RESEAUX 14,20\n118 TOTAL GENERAL 88,00\n"
    assert not of(detector, things, "person")


def test_dots_lead_from_a_label_to_its_value(detector: Detector) -> None:
    text = "Nom ........ KERDONCUFF\nDate de naissance ........ 03/06/1947"
    assert found(detector, text) == [("person", "KERDONCUFF"), ("birth_date", "03/06/1947")]


def test_who_writes_in_a_chat(detector: Detector) -> None:
    text = "[14:02] Karine K.: qui a la clé ?\n[14:03] Jo: moi\n[14:05] Système: fin"
    assert of(detector, text, "person") == ["Karine K.", "Jo"]


def test_a_date_and_an_hour_are_no_telephone_number(detector: Detector) -> None:
    assert not of(detector, "Date : 03/02/2023 18:02", "phone")
    assert of(detector, "Tél. : 02/98/76/52/00", "phone")


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("VALUES ('smtp_pwd', 'hK9!sde2'), ('theme', 'Colibri')", ["hK9!sde2"]),
        ('{"otp": "482913", "cp": "29000"}', ["482913"]),
        ("('mot_de_passe', 'obligatoire')", []),
    ],
)
def test_a_setting_beside_its_name(detector: Detector, text: str, secret: list[str]) -> None:
    assert of(detector, text, "secret") == secret


def test_the_address_of_a_firm_under_its_name_is_public(detector: Detector) -> None:
    field = "Adresse : 18 La Grande Lande, 26300 Alixan"
    assert of(detector, f"Demandeur : Maud Kerdoncuff\n{field}", "address")
    assert not of(detector, f"SARL Kerdoncuff et Fils\n{field}", "address")


def test_a_hamlet_before_its_street(detector: Detector) -> None:
    text = "Maud Kerdoncuff\nLa Valette, 14 chemin du Puits\n50270 Barneville-Carteret"
    assert of(detector, text, "address") == [
        "La Valette, 14 chemin du Puits\n50270 Barneville-Carteret"
    ]


def test_an_address_in_the_second_column_of_a_page(detector: Detector) -> None:
    text = (
        "EMPLOYEUR                  SALARIÉ\n"
        "Commune de Plouha          Mme Maud Kerdoncuff\n"
        "Place de l'Église          4 rue de la Libération\n"
        "22580 PLOUHA               29000 QUIMPER\n"
    )
    assert of(detector, text, "address") == ["4 rue de la Libération", "29000 QUIMPER"]


@pytest.mark.parametrize(
    ("text", "category", "value"),
    [
        ("Je suis chez moi au 14 rue du moulin", "address", "14 rue du moulin"),
        ("Né(e) le |1|4|0|2|1|9|7|1| à Brest", "birth_date", "1|4|0|2|1|9|7|1"),
        ("SECRET_KEY=w7#kd9$zq1", "secret", "w7#kd9$zq1"),
        ("DSN=https://7f3ac2d19b8e4f60a1d2c3b4@trace.example/44", "secret",
         "7f3ac2d19b8e4f60a1d2c3b4"),
        ("Plaque : AA - 229 - BC", "licence_plate", "AA - 229 - BC"),
        ("jean- marc.kerven @ exemple .fr", "email", "jean- marc.kerven @ exemple .fr"),
    ],
)  # fmt: skip
def test_values_written_otherwise(detector: Detector, text: str, category: str, value: str) -> None:
    assert of(detector, text, category) == [value]


@pytest.mark.parametrize("text", ["2 chemin de fer", "12 places de parking", "5 route de la"])
def test_no_street_in_small_letters(detector: Detector, text: str) -> None:
    assert not of(detector, f"Il y a {text}.", "address")


def test_the_parts_of_an_address_in_columns_that_a_program_names(detector: Detector) -> None:
    text = (
        "id,nom,prenom,dnais,num,typvoie,libvoie,adr_l2,cp_resid,lib_commune,dt_crea\n"
        "10021,KERDONCUFF,Maud,19470502,17,CRS,DES LILAS,bte 7,29200,BREST,2019-02-11\n"
    )
    parts = ["17", "CRS", "DES LILAS", "bte 7", "29200", "BREST"]
    assert of(detector, text, "address") == parts
    assert of(detector, text, "birth_date") == ["19470502"]


def test_the_parts_of_an_address_behind_keys(detector: Detector) -> None:
    text = (
        '{"addr1": "Appartement 5", "addr2": "6 quai des Lilas", "cp": "29200", "ville": "Brest"}'
    )
    assert of(detector, text, "address") == ["Appartement 5", "6 quai des Lilas", "29200", "Brest"]


def test_a_table_of_roads_is_no_ones_address(detector: Detector) -> None:
    text = "Voie\tTronçon\tMontant\nRue des Lilas\ttotalité\t48 300\n"
    assert not of(detector, text, "address")


def test_the_labels_of_a_printed_form(detector: Detector) -> None:
    text = (
        "Nom : KERDONCUFF\nN° de la voie 118   Type de voie  AVENUE   Nom de la voie  DES LILAS\n"
        "Code postal 29200  Commune BREST\nBâtiment : C  Escalier : 1\n"
    )
    assert of(detector, text, "address") == [text[text.index("N°") :].strip()]


@pytest.mark.parametrize(
    "text",
    [
        "immeuble sis 12 rue des Lilas",
        "voie fermée du 2 au 44 rue des Lilas",
        "Lieu : RD 94, carrefour Kerbonne",
    ],
)
def test_where_something_is_built_or_closed(detector: Detector, text: str) -> None:
    assert not of(detector, text, "address")


def test_rows_without_columns_follow_those_of_the_table(detector: Detector) -> None:
    text = (
        "INSERT INTO AGENT (NOM, DNAISS, PWD) VALUES ('KERDONCUFF','1963-09-17','ajonc63');\n"
        "INSERT INTO AGENT VALUES ('RIOU','1984-01-02','Ajonc84');\n"
    )
    assert of(detector, text, "secret") == ["ajonc63", "Ajonc84"]
    assert of(detector, text, "birth_date") == ["1963-09-17", "1984-01-02"]
