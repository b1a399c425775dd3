"""Secrets: passwords, keys and codes in code, configuration, logs and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.connections import presented
from redactor.detect.found import Found
from redactor.detect.searched import Searched
from redactor.detect.secret_rules import NEEDED, PHRASES, PLACES, SHAPES, is_empty
from redactor.detect.told import told
from redactor.detect.variables import of_variables
from redactor.law.categories import Category

# « oui : Ajonc#2022!! », said a few lines after « mot de passe »: no word is written so.
_PASSWORD_WORD = re.compile(r"(?<!\w)(?:mots?[ ]de[ ]passe|mdp|password|passwd|pwd)(?!\w)", re.I)
_PASSWORDISH = re.compile(
    r"(?<![^\s(«\"':=])(?=[\w!#$%*@&?+.-]*\d)(?=[\w!#$%*@&?+.-]*[A-Za-z])(?=[^\s]*[a-z\d]"
    r"(?:[!#$%*@&?+_][\w!#$%*@&?+]|[#$%*@&+](?:[\s)]|$))|[A-Z][a-zà-ÿœ]{3,}-\d{3,4}(?:-|(?!\w)))"
    r"(?P<value>[\w!#$%*@&?+.-]{7,30}[\w!#$%*@&+])(?=[\s)»\"',;]|\.(?!\w)|$)"
)
# An address, a file's name, a call, a program's name.
_NO_PASSWORD = re.compile(
    r"@[\w-]+\.|_\w*_|\.\w{2,4}$|[a-z]\(|^[A-Za-z]+_(?:[A-Za-z]+|v\d+)$|^[A-Z]+\d?_[A-Z_]+$"
)
#: Characters after a word for a password in which one may be said.
_REACH = 300


def secrets(text: str) -> Iterator[Found]:
    """Credentials by shape, by the name of their variable, by where they stand."""
    searched = Searched.of(text)
    yield from _shaped(searched)
    yield from presented(searched)
    yield from of_variables(searched)
    yield from _said(searched)
    yield from _near_words(searched)
    for found in told(text, searched.small):
        if not searched.in_link(found.start) and not is_empty(text[found.start : found.end]):
            yield found


def _shaped(searched: Searched) -> Iterator[Found]:
    for rule in SHAPES:
        for match in rule.pattern.finditer(searched.text):
            linked = searched.in_link(match.start())
            category = Category.URL_TOKEN if linked else Category.SECRET
            yield Found(*match.span(), category, "secret:shape", rule.why, 0.97)


def _said(searched: Searched) -> Iterator[Found]:
    """What a phrase announces, or stands where a secret does: see `secrets.toml`."""
    words = frozenset(word for word in NEEDED if word in searched.small)
    for phrase in PHRASES:
        for match in phrase.pattern.finditer(searched.text) if phrase.needs & words else ():
            if not is_empty(match["value"].strip()):
                yield Found(
                    *match.span("value"), Category.SECRET, "secret:named",
                    "valeur d’un mot de passe ou d’un jeton", 0.9,
                )  # fmt: skip
    for place in PLACES:
        if place.needs and place.needs.isdisjoint(words):
            continue
        for match in place.pattern.finditer(searched.text):
            if not searched.in_link(match.start("value")) and not is_empty(match["value"]):
                yield Found(*match.span("value"), Category.SECRET, "secret:place", place.why, 0.85)


def _near_words(searched: Searched) -> Iterator[Found]:
    """Letters, digits and marks in one word, soon after a word for a password."""
    text = searched.text
    if not any(word in searched.small for word in ("passe", "mdp", "passw", "pwd")):
        return
    done = 0
    for word in _PASSWORD_WORD.finditer(text):
        limit = min(word.end() + _REACH, len(text))
        for match in _PASSWORDISH.finditer(text, max(word.end(), done), limit):
            if match.end() == limit < len(text):
                continue  # the reach's end, not the word's
            if not _NO_PASSWORD.search(match["value"]) and not is_empty(match["value"]):
                yield Found(
                    *match.span("value"), Category.SECRET, "secret:near",
                    "écrit comme un mot de passe, peu après ce mot", 0.7,
                )  # fmt: skip
        done = word.end() + _REACH
