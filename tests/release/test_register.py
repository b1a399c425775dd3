import csv
from dataclasses import replace
from pathlib import Path

import pytest

from redactor import paths
from redactor.law.categories import Category
from redactor.release.register import (
    FULL_HEADINGS,
    HEADINGS,
    TEXT,
    Entry,
    write_full_register,
    write_register,
)
from redactor.versions import Proposer, proposer

ENTRY = Entry("m1", "lettre.pdf", 2, "body", Category.PERSON, "L.311-6 1°", text="=Tréguier")
PROPOSER = "Redactor 9.1, modèle ner 0a1b2c3d"


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_a_french_spreadsheet_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "registre.csv"
    write_register(path, [ENTRY])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    headings, row = rows(path)
    assert dict(zip(headings, row, strict=True))["Motif"] == "L.311-6 1°"


def test_a_new_column_leaves_the_others_in_their_places(tmp_path: Path) -> None:
    write_register(tmp_path / "public.csv", [replace(ENTRY, proposed_by=PROPOSER)])
    write_full_register(tmp_path / "full.csv", [replace(ENTRY, proposed_by=PROPOSER)])
    (_, public), (_, full) = rows(tmp_path / "public.csv"), rows(tmp_path / "full.csv")
    assert public[:9] == full[:9]
    assert public[9:] == ["m1", PROPOSER]
    assert full[9:] == ["m1", "'=Tréguier", PROPOSER]


@pytest.mark.parametrize(
    ("detector", "said"),
    [
        ("ner", "Redactor 9.1, modèle ner 0a1b2c3d"),
        ("ner:restored", "Redactor 9.1, modèle ner 0a1b2c3d"),
        ("ner:crf", "Redactor 9.1, modèle crf 1f0a92c4"),
        ("rule:civility", "Redactor 9.1, règle"),
        ("person", ""),
        ("", ""),
    ],
)
def test_who_proposed_is_told_by_version(detector: str, said: str) -> None:
    stored = str(Proposer("Redactor 9.1", "ner 0a1b2c3d + crf 1f0a92c4"))
    assert Proposer.read(stored).of(detector) == said


def test_of_an_older_dossier_nobody_knows_who_proposed() -> None:
    assert Proposer.read("").of("ner") == ""


def test_the_installed_model_is_told_by_its_weights() -> None:
    models = [model.split() for model in proposer().model.split(" + ")]
    assert [name for name, _ in models] == ["ner", "crf"]
    for name, digest in models:
        weights = (paths.weights(name) / "training.json").read_text("utf-8")
        assert f'"model_sha256": "{digest}' in weights


def test_the_public_register_holds_no_occulted_text(tmp_path: Path) -> None:
    write_register(tmp_path / "registre.csv", [ENTRY])
    write_full_register(tmp_path / "registre-integral.csv", [ENTRY])
    assert "Tréguier" not in (tmp_path / "registre.csv").read_text("utf-8")
    assert "Tréguier" in (tmp_path / "registre-integral.csv").read_text("utf-8")


def test_it_says_which_blanks_keep_the_width_of_their_text(tmp_path: Path) -> None:
    path = tmp_path / "registre.csv"
    write_register(path, [ENTRY, replace(ENTRY, narrow=True)])
    places = [row[HEADINGS.index("Emplacement")] for row in rows(path)[1:]]
    assert places[0] != places[1]
    assert "largeur du texte" in places[1]


def test_a_text_is_never_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "registre-integral.csv"
    write_full_register(path, [ENTRY])
    assert rows(path)[1][FULL_HEADINGS.index(TEXT)] == "'=Tréguier"


def test_a_release_made_all_the_same_says_why_in_its_last_line(tmp_path: Path) -> None:
    from redactor.release.override import Override

    override = Override(
        "délai échu", ("undecided:3", "undecided:1", "unread:2"), "Soazig Le Goff", "2026-11-22"
    )
    path = tmp_path / "registre.csv"
    write_register(path, [ENTRY], override)
    last = path.read_text("utf-8-sig").splitlines()[-1]
    assert last.startswith("2;")
    assert "4 mentions ou zones non décidées" in last
    assert "2 parties non lues" in last
    assert "raison : délai échu;Soazig Le Goff;2026-11-22;override" in last
    assert Override.of(override.facts()) == override


def test_it_says_where_in_a_document_without_pages() -> None:
    from redactor.release.orders import Whereabouts
    from redactor.text.flow import Cell, Flow, Span

    word = Whereabouts([Flow("a", "un"), Flow("b", "deux"), Flow("c", "x", cell=Cell(1, 2, 0))])
    assert word.of(Span("b", 0, 1)) == "paragraphe 2"
    assert word.of(Span("c", 0, 1)) == "tableau 2, ligne 3"
    assert Whereabouts([Flow("a", "un\ndeux")]).of(Span("a", 3, 5)) == "ligne 2"
    assert Whereabouts([Flow("a", "un", page=1)]).of(Span("a", 0, 1)) == ""


def test_a_reason_names_nobody_who_is_occulted() -> None:
    from redactor.release.names import without_texts

    assert without_texts("M. TREGUIER le veut", ["Tréguier"]) == "M. [occulté] le veut"
    assert without_texts("délai échu", ["Tréguier"]) == "délai échu"
