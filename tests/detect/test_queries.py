"""Values of SQL statements, of copies and of keys, by what their column says."""

import pytest

from redactor.detect.pipeline import Detector
from redactor.detect.tables import new_header
from redactor.text.flow import Flow


def found(detector: Detector, text: str) -> list[tuple[str, str]]:
    mentions = detector.mentions([Flow("f", text)])
    return [(m.category.value, m.text) for m in mentions if not m.is_signal]


def test_the_values_of_an_insert_are_what_its_columns_say(detector: Detector) -> None:
    text = (
        "INSERT INTO usagers (id, nom, prenom, date_naissance, mot_de_passe) VALUES\n"
        "(1, 'Kerdoncuff', 'Maud', '1984-02-11', 'ajonc29'),\n"
        "(2, 'O''Lannig', 'Youn', '1991-07-30', 'Sarrasin');"
    )
    assert found(detector, text) == [
        ("person", "Kerdoncuff"), ("person", "Maud"), ("birth_date", "1984-02-11"),
        ("secret", "ajonc29"), ("person", "O''Lannig"), ("person", "Youn"),
        ("birth_date", "1991-07-30"), ("secret", "Sarrasin"),
    ]  # fmt: skip


def test_columns_come_from_the_table_that_was_created(detector: Detector) -> None:
    create = "CREATE TABLE `agent` (`id` int, `nom` varchar(80), `ddn` date, PRIMARY KEY (`id`));\n"
    insert = "INSERT INTO `agent` VALUES (1,'Kerdoncuff','1984-02-11');"
    assert ("birth_date", "1984-02-11") not in found(detector, insert)
    assert ("birth_date", "1984-02-11") in found(detector, create + insert)


def test_a_statement_goes_on_in_the_next_block(detector: Detector) -> None:
    rows = ",\n".join(f"({n}, 'Kerdoncuff', '1984-02-11')" for n in range(2_000))
    text = f"INSERT INTO agent (id, nom, ddn) VALUES\n{rows};"
    births = [v for kind, v in found(detector, text) if kind == "birth_date"]
    assert len(births) == 2_000


def test_the_rows_of_a_copy(detector: Detector) -> None:
    text = "COPY agent (id, nom, ddn, mdp) FROM stdin;\n1\tKerdoncuff\t1984-02-11\tajonc29\n\\.\n"
    assert found(detector, text) == [
        ("person", "Kerdoncuff"), ("birth_date", "1984-02-11"), ("secret", "ajonc29"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        '{"lastName": "Kerdoncuff", "birthDate": "1984-02-11"}',
        "<usager><nom>Kerdoncuff</nom><dateNaissance>1984-02-11</dateNaissance></usager>",
        "UPDATE agent SET nom = 'Kerdoncuff', dt_naiss = '1984-02-11' WHERE id = 4",
        '"nom","ville","date_naiss"\n"Kerdoncuff","Brest, Finistère","1984-02-11"',
    ],
)
def test_keys_say_what_they_hold(detector: Detector, text: str) -> None:
    assert {("person", "Kerdoncuff"), ("birth_date", "1984-02-11")} <= set(found(detector, text))


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO produits (nom, prix) VALUES ('Ramette', 3.20), ('Agrafeuse', 7.50);",
        "CREATE TABLE agents (nom VARCHAR(80), mot_de_passe CHAR(64), naissance DATE);",
        "ALTER TABLE usager ADD COLUMN nom_naissance VARCHAR(80);",
        "INSERT INTO t (a, b) VALUES (1",
    ],
)
def test_nobody(detector: Detector, text: str) -> None:
    assert found(detector, text) == []


def test_an_open_statement_ends_with_what_is_no_row(detector: Detector) -> None:
    header = new_header()
    list(
        detector.tables.queries.find(
            "INSERT INTO t (nom, ddn) VALUES ('A', '1984-02-11'),", header.dump
        )
    )
    assert header.dump.open
    assert not list(detector.tables.queries.find("Fin du fichier ('B', '1984-02-11')", header.dump))
    assert header.dump.open is None
