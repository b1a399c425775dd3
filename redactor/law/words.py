"""The words of the interface for what the law names, and the labels of marks."""

import tomllib
from dataclasses import dataclass
from functools import cache

from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision
from redactor.paths import resource


@dataclass(frozen=True, slots=True)
class Words:
    """A word in both languages; `mark` for what stands in the place of an occulted text."""

    fr: str
    en: str
    mark: str = ""


def words(word: Category | Role | Decision) -> Words:
    """What people call a category, a role or a decision."""
    return _all()[type(word).__name__.lower(), word.value]


def name(word: Category | Role | Decision, language: str = "fr") -> str:
    """Its name in `language`, ``fr`` or ``en``."""
    found = words(word)
    return found.en if language == "en" else found.fr


def mark(category: Category) -> str:
    """The label that replaces a text of this category: ``[nom]``."""
    return f"[{words(category).mark}]"


def counted(number: int, what: str) -> str:
    """« 1 passage occulté », « 2 passages occultés », of ``passage(s) occulté(s)``."""
    return f"{number} {what.replace('(s)', 's' if number > 1 else '')}"


@cache
def _all() -> dict[tuple[str, str], Words]:
    with (resource("law") / "words.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {
        (kind, value): Words(**entry)
        for kind, entries in tables.items()
        for value, entry in entries.items()
    }
