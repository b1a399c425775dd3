"""Lines of another language, in which the model takes many a capital for a person."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from redactor.detect.names import PARTICLES
from redactor.paths import resource

_WORD = re.compile(r"[^\W\d_]+'?")
_REACH = 200


@cache
def _words() -> tuple[frozenset[str], frozenset[str], int]:
    with (resource("rules") / "languages.toml").open("rb") as file:
        data = tomllib.load(file)
    french = frozenset(data["french"].split())
    others = frozenset(word for words in data["words"].values() for word in words.split())
    others = frozenset(word for word in others - french - PARTICLES if len(word) > 1)
    return french, others, int(data["least"])


def is_foreign(text: str, start: int, end: int) -> bool:
    """Whether the line around a find is written in another language than French."""
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    last = text.find("\n", end)
    line = text[first : min(last if last >= 0 else len(text), end + _REACH)]
    words = {word.lower() for word in _WORD.findall(line)}
    french, others, least = _words()
    foreign = len(words & others)
    return foreign >= least and foreign > len(words & french)


def is_foreign_word(word: str) -> bool:
    """« Dear », « Bitte »: a small word of another language, at the head of its sentence."""
    return word.lower() in _words()[1]
