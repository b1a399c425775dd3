"""Every sentence of the window in both languages, with its plurals and its facts."""

import re
import xml.etree.ElementTree as ET

import pytest

from redactor.paths import resource
from redactor.ui.commands import commands, ground_commands

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
    known = {source for context, source, _ in messages("en") if context == "commands"}
    assert {command.text for command in commands()} <= known


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in (*commands(), *ground_commands()) for key in command.keys]
    assert len(keys) == len(set(keys))
