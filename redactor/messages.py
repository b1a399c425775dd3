"""Sentences for people, in French and English, by key.

What lies below the interface raises errors and reports unread places by key; the command and
the window say them with the same words. The sentences are in `resources/messages/*.toml`.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from redactor.paths import resource

LANGUAGES = ("fr", "en")
#: A fact and the words up to the next one: those that end in ``(s)`` agree with it.
_COUNTED = re.compile(r"\{(\w+)\}[^{}]*")


def say(key: str, language: str = "fr", /, **facts: str | int | float) -> str:
    """The sentence of `key`. Raises KeyError for an unknown key or a missing fact.

    A fact that is a key itself (see `redactor.problem.reason`) is said in the same language.
    ``{count} document(s)`` is one document, two documents; none is plural in English alone.
    """
    catalogue = _catalogue(language)
    said = {name: catalogue.get(str(fact), fact) for name, fact in facts.items()}
    return _agreed(catalogue[key], language, facts).format_map(said)


def _agreed(sentence: str, language: str, facts: Mapping[str, str | int | float]) -> str:
    def agree(counted: re.Match[str]) -> str:
        number = facts.get(counted[1])
        if not isinstance(number, int):
            return counted[0]
        one = number < 2 if language == "fr" else number == 1
        return counted[0].replace("(s)", "" if one else "s")

    return _COUNTED.sub(agree, sentence) if "(s)" in sentence else sentence


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
