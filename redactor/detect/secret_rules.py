"""The words, shapes and places of `secrets.toml`, and what a secret's name and value may be."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from redactor.detect.rules import spaces
from redactor.paths import resource


@dataclass(frozen=True, slots=True)
class SecretRule:
    """A phrase or a shape of `secrets.toml`."""

    pattern: re.Pattern[str]
    why: str
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    needs: frozenset[str] = frozenset()
    """Words, in small letters, of which a text holds one wherever the rule can match."""


with (resource("rules") / "secrets.toml").open("rb") as _file:
    DATA = tomllib.load(_file)

#: The pattern of a name that is given a secret.
NAMES = (
    rf"(?:[\w.-]{{0,40}}(?:{'|'.join(DATA['variables']['inside'])})[\w.-]{{0,40}}|"
    rf"[\w.-]{{0,40}}[_.-](?:{'|'.join(DATA['variables']['ends'])})|"
    rf"{'|'.join(DATA['variables']['whole'])})"
)
# What a text with such a name holds, in small letters: no other is searched for one.
_NAMING = re.compile(
    "|".join(
        (
            *(word for word in DATA["variables"]["inside"] if not word.startswith("(?-i")),
            rf"[_.-](?:{'|'.join(DATA['variables']['ends'])})",
            *(rf"{word}(?!\w)" for word in DATA["variables"]["whole"]),
        )
    )
)
_NAMED = re.compile(NAMES, re.I)
_ABOUT = re.compile("|".join(DATA["variables"]["about"]), re.I)
_VERB = (
    r"[ ]*(?:(?:(?:est|le|provisoire|initial|temporaire|nouveau|a[ ]été|changé|modifié|"
    r"réinitialisé)(?!\w)|[:=«\"(])[ ]*){0,5}"
)
_SAID_VALUE = (
    r"(?P<value>(?=[\w!@#$%*+.-]*[\d_!@#$%*-])[^\W_][\w!@#$%*+.-]{2,40}[\w!*$@#])(?![\w=])"
)


def _rules(kind: str) -> tuple[SecretRule, ...]:
    return tuple(
        SecretRule(
            re.compile(
                rf"(?<!\w)(?:{'|'.join(map(spaces, entry['cues']))})(?!\w){_VERB}{_SAID_VALUE}",
                re.I,
            )
            if kind == "phrase"
            else re.compile(entry["pattern"])
            if kind == "place"
            else re.compile(rf"(?<![\w/+-])(?P<value>{entry['pattern']})"),
            entry.get("why", "valeur d’un mot de passe ou d’un code"),
            tuple(entry["examples"]),
            tuple(entry["counter"]),
            frozenset(entry.get("needs", ())),
        )
        for entry in DATA[kind]
    )


PHRASES, SHAPES, PLACES = _rules("phrase"), _rules("shape"), _rules("place")
#: Words of which a rule needs one: looking for them takes a fiftieth of the time of the rules'
#: own patterns.
NEEDED = frozenset[str]().union(*(rule.needs for rule in (*PHRASES, *PLACES)))
# « 7741 0928, 3316 8052 », twelve words that open a purse
_OF_GROUPS = re.compile(r"\d{3,}(?:[ ,-]+\d{3,}){1,15}|[a-zà-ÿœ]{3,}(?:[ ][a-zà-ÿœ]{3,}){10,23}")
_EMPTY = re.compile(rf"(?:{'|'.join(DATA['values']['none'])})$", re.I)


def names_one(text: str, small: str) -> bool:
    """Whether a text may hold a secret's name at all; `small`: the text in small letters."""
    return "Pass" in text or _NAMING.search(small) is not None


def is_about(name: str) -> bool:
    """« password_length »: a name that tells of a secret and holds none."""
    return _ABOUT.search(name) is not None


def is_empty(value: str) -> bool:
    """« changeme », « ****** », « ${SECRET} »: what stands for no value."""
    return _EMPTY.match(value) is not None


def is_secret_name(name: str) -> bool:
    """Whether a program's name for a field says that it holds one."""
    return bool(_NAMED.fullmatch(name)) and not is_about(name)


def is_secret_value(value: str) -> bool:
    """Whether a field for a password holds one: no placeholder, no sentence."""
    if _OF_GROUPS.fullmatch(value):
        return True
    return len(value) > 3 and not re.search(r"\s", value) and not is_empty(value)
