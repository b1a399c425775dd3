"""Every sentence of the window in both languages, with its plurals and its facts."""

import ast
import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from redactor import ui
from redactor.paths import resource
from redactor.ui.commands import commands, ground_commands
from redactor.ui.translation import install, typeset
from redactor.ui.words import part_name

FACTS = re.compile(r"\{\w+\}|%n")


def messages(language: str) -> list[tuple[str, str, list[str]]]:
    """Context, source and translations of each message."""
    tree = ET.parse(resource("translations") / f"redactor_{language}.ts")
    found = []
    for context in tree.iter("context"):
        for message in context.iter("message"):
            made = message.find("translation")
            assert made is not None
            forms = [form.text or "" for form in made.findall("numerusform")] or [made.text or ""]
            found.append((context.findtext("name", ""), message.findtext("source", ""), forms))
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_left_untranslated(language: str) -> None:
    for context, source, forms in messages(language):
        assert all(forms), (context, source)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_translation_keeps_the_facts_of_its_sentence(language: str) -> None:
    for _, source, forms in messages(language):
        facts = set(FACTS.findall(source)) - {"%n"}
        for form in forms:
            assert set(FACTS.findall(form)) - {"%n"} == facts, source


def test_every_command_is_known_to_the_translators() -> None:
    known = {typeset(source) for context, source, _ in messages("en") if context == "commands"}
    assert {typeset(command.text) for command in commands()} <= known


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in (*commands(), *ground_commands()) for key in command.keys]
    assert len(keys) == len(set(keys))


# --- from the code ------------------------------------------------------------------------

MODULES = sorted((Path(ui.__file__).parent).glob("*.py"))
FRENCH = re.compile("[éèêàçùôîœÉÀÊ’«»]")
ITS_OWN = {"Français", "le %1"}


def _asked(node: ast.AST) -> ast.AST | None:
    """The literal that a call has translated, if it is such a call."""
    if not isinstance(node, ast.Call) or not node.args:
        return None
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name == "tr":
        return node.args[0]
    return node.args[1] if name == "translate" and len(node.args) > 1 else None


def _prose(tree: ast.AST) -> set[ast.AST]:
    """Docstrings, and the strings under attributes that serve as such."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def sentences(module: Path) -> Iterator[tuple[str, str]]:
    """The context and the words of each sentence that a module has translated."""
    tree = ast.parse(module.read_text("utf-8"))

    def walk(node: ast.AST, context: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, ast.ClassDef):
            context = node.name
        literal = _asked(node)
        if isinstance(literal, ast.Constant) and isinstance(node, ast.Call):
            first = node.args[0]
            own = context if literal is first else getattr(first, "value", "")
            yield str(own), str(literal.value)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, context)

    yield from walk(tree, "")


def test_every_sentence_of_the_code_has_its_english() -> None:
    known = {(context, source) for context, source, _ in messages("en")}
    asked = {(each, *found) for each in MODULES for found in sentences(each)}
    assert len(asked) > 500, "the walk sees the code"
    missing = [(each.name, *found) for each, *found in asked if tuple(found) not in known]
    assert not missing, "run lupdate, then translate: resources/translations/README.md"


def test_no_french_stands_outside_what_is_translated() -> None:
    bare = []
    for module in MODULES:
        tree = ast.parse(module.read_text("utf-8"))
        translated = {literal for node in ast.walk(tree) if (literal := _asked(node))}
        prose = _prose(tree)
        bare += [
            (module.name, node.lineno, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and FRENCH.search(node.value)
            and node not in translated | prose
            and node.value not in ITS_OWN
        ]
    # Signs alone are no sentence: « {place} », quotation marks around what a document says.
    assert not [each for each in bare if re.search("[a-zà-ÿ]{2}", FACTS.sub("", each[2]))]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_the_window_loads_is_what_was_translated(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"redactor_{language}", str(resource("translations")))
    for context, source, forms in messages(language):
        count = 2 if "%n" in source else -1
        made = translator.translate(context, source, "", count)
        assert made in [form.replace("%n", str(count)) for form in forms] or made in forms, source


# --- sentences below the window -----------------------------------------------------------


def sentences_by_key(language: str) -> dict[str, str]:
    with (resource("messages") / f"{language}.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {f"{table}.{key}": text for table, rows in tables.items() for key, text in rows.items()}


def test_both_languages_say_the_same_things_with_the_same_facts() -> None:
    french, english = sentences_by_key("fr"), sentences_by_key("en")
    assert french.keys() == english.keys()
    for key, text in french.items():
        assert set(FACTS.findall(text)) == set(FACTS.findall(english[key])), key


def test_every_problem_of_the_code_has_its_sentence() -> None:
    known = sentences_by_key("fr")
    code = Path(ui.__file__).parent.parent
    raised = {
        key
        for module in code.rglob("*.py")
        for key in re.findall(r'^    key = "([a-z-]+\.[a-z-]+)"', module.read_text("utf-8"), re.M)
    }
    assert len(raised) > 30, "the walk sees the errors"
    assert raised <= known.keys()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_problem_says_more_than_what_happened(language: str) -> None:
    """What is safe, or what to do: a second clause at least. Those of the command alone name
    an option or a file to mend, which is what to do."""
    short = [
        key
        for key, text in sentences_by_key(language).items()
        if key.startswith("problem.") and key.removeprefix("problem.") in _SEEN_IN_THE_WINDOW
        if len(re.findall(r"[.:;](?= |$)", text)) < 2
    ]
    assert not short


_SEEN_IN_THE_WINDOW = frozenset(
    "not-found not-permitted empty wrong-type unknown-format needs-office needs-password"
    " wrong-password damaged no-pages too-large hostile too-long worker-died bug"
    " output-not-empty output-not-writable output-holds-original disk-full original-changed"
    " unplaced cannot-redact release-not-sound dossier dossier-missing dossier-exists"
    " dossier-passphrase dossier-newer dossier-locked dossier-read-only dossier-damaged"
    " dossier-not-saved dossier-record dossier-original dossier-original-missing"
    " profile-unknown profile not-a-list".split()
)


def test_what_a_copy_no_longer_has_is_named_in_words() -> None:
    code = Path(ui.__file__).parent.parent / "formats"
    parts = {
        part
        for module in code.rglob("*.py")
        for part in re.findall(r'dropped\.add\("([a-z-]+)"\)', module.read_text("utf-8"))
    }
    assert len(parts) > 8, "the walk sees the writers"
    assert not [part for part in parts if part_name(part) == part]


def test_french_has_its_apostrophes_and_its_spaces() -> None:
    told = (resource("messages") / "fr.toml").read_text("utf-8")
    sentences = [source for _, source, _ in messages("en")]
    sentences += re.findall(r'= "(.*)"$', told, re.M)
    assert len(sentences) > 800
    wrong = re.compile(r"\w'\w|[\w)}»][;?!»](?![\w;])|«\S|[a-zà-ÿ)}»]:(?=\s)")
    assert [sentence for sentence in sentences if wrong.search(sentence)] == []


def test_no_line_of_french_begins_with_a_sign(qapp: QApplication) -> None:
    install(qapp, "fr")
    parted = [
        (context, source) for context, source, _ in messages("en") if re.search(" [:;?!»]", source)
    ]
    assert len(parted) > 80
    for context, source in parted:
        shown = QCoreApplication.translate(context, source, "", 2)
        assert not re.search("« | [:;?!»]", shown), shown
