"""What the guide says is what the program does: tables, words of buttons, figures, options."""

import re
from pathlib import Path

import pytest

from redactor.cli import main
from redactor.law.decisions import Decision
from redactor.law.profile import load
from redactor.ui.commands import commands
from tests.docs.tables import GUIDE, TABLES, filled, plain

ROOT = GUIDE.parents[1]
PAGES = sorted(GUIDE.glob("*.md"))
TEXT = "\n".join(path.read_text("utf-8") for path in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_its_tables_are_what_the_programs_data_say(page: Path) -> None:
    text = page.read_text("utf-8")
    assert filled(text) == text, "run: python -m tests.docs.tables"


def test_every_table_stands_somewhere() -> None:
    assert set(re.findall(r"<!-- table : ([a-z]+) -->", TEXT)) == TABLES.keys()


def test_the_table_of_profiles_is_read_from_the_profiles() -> None:
    line = next(each for each in TABLES["profils"]() if "nom d’un agent dans ses" in each)
    assert load("tiers").decisions["person:agent"] is Decision.KEEP
    assert load("publication").decisions["person:agent"] is Decision.REVIEW
    assert line.split(" | ")[1:3] == ["conserver", "**à décider**"]


def test_every_key_has_its_line() -> None:
    lines = "\n".join(TABLES["touches"]())
    assert "| `Ctrl` + `+` ou `Ctrl` + `=` | Agrandir |" in lines
    for command in commands():
        named = plain(command).removesuffix("…")
        assert (f"| {named} |" in lines) == bool(command.keys)


def test_the_menus_that_it_names_exist() -> None:
    """« *Décider → Signer le dossier…* »."""
    known = {plain(command) for command in commands()}
    named = re.findall(r"\*(?:Fichier|Document|Décider|Parcourir|Affichage|Aide) → ([^*]+)\*", TEXT)
    assert len(named) >= 5
    assert {" ".join(each.split()) for each in named} <= known


#: Words of the window that the guide sends the reader to, and where they are said.
WORDS = {
    "Essayer sur un exemple": "welcome.py",
    "Vérifier des fichiers reçus…": "welcome.py",
    "Occulter ici": "selection_bar.py",
    "Occulter partout": "selection_bar.py",
    "Comparer deux versions…": "check_page.py",
    "Enregistrer le rapport…": "check_page.py",
    "Changer les touches…": "keys_dialog.py",
    "Préparer l’envoi…": "result_page.py",
    "Les copies sont prêtes": "result_page.py",
    "Les listes": "dossier_dialog.py",
    "Vous êtes": "dossier_dialog.py",
    "Tout écarter": "area_bar.py",
}


@pytest.mark.parametrize("words", WORDS)
def test_the_buttons_that_it_names_exist(words: str) -> None:
    assert words in " ".join(TEXT.split())
    assert words in (ROOT / "redactor" / "ui" / WORDS[words]).read_text("utf-8")


def test_its_figures_of_detection_are_those_of_the_card() -> None:
    card = (ROOT / "models" / "CARD.md").read_text("utf-8")
    for page in (GUIDE / "transparence.md", ROOT / "README.md"):
        text = page.read_text("utf-8").partition("| Presidio")[0].replace(",", ".")
        figures = re.findall(r"\d\.\d{3} \[\d\.\d\d–\d\.\d\d\]", text)
        assert figures
        assert [each for each in figures if each not in card] == [], page.name


@pytest.mark.parametrize("name", ["export", "check", "compare", "verify", "batch", "propose"])
def test_the_options_that_it_names_exist(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([name, "--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    everywhere = TEXT + (ROOT / "README.md").read_text("utf-8")
    for line in re.findall(rf"^redactor {name} .*$", everywhere, re.M):
        assert set(re.findall(r"--[a-z-]+", line)) <= known, line
