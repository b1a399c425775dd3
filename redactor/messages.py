"""Sentences for people, in French and English, by key.

What lies below the interface raises errors and reports unread places by key; the command and
the window say them with the same words. The sentences are in `resources/messages/*.toml`.
"""

import tomllib
from functools import cache

from redactor.paths import resource

LANGUAGES = ("fr", "en")


def say(key: str, language: str = "fr", /, **facts: str | int | float) -> str:
    """The sentence of `key`. Raises KeyError for an unknown key or a missing fact.

    A fact that is a key itself (see `redactor.problem.reason`) is said in the same language.
    """
    catalogue = _catalogue(language)
    said = {name: catalogue.get(str(fact), fact) for name, fact in facts.items()}
    return catalogue[key].format_map(said)


@cache
def _catalogue(language: str) -> dict[str, str]:
    with (resource("messages") / f"{language}.toml").open("rb") as file:
        return dict(_flatten("", tomllib.load(file)))


def _flatten(prefix: str, table: dict[str, object]) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            rows += _flatten(f"{prefix}{name}.", value)
        else:
            rows.append((prefix + name, str(value)))
    return rows
