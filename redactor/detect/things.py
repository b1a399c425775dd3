"""Enumerations of things that bear people's names: « les modules Agnès, Anna et Géraldine ».

A plural noun right before a name says what the names name: people (« les agents Riou et Kerven »)
or things, and what it says of the first holds for them all.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from redactor.detect.lexicon import Known, Lexicon, fold_word
from redactor.detect.names import UPPER
from redactor.paths import resource

_NAME = rf"[{UPPER}][\w'’-]*(?:[ ](?:(?:d[eu]s?|la|le)[ ]|d')?[{UPPER}\d][\w'’-]*){{0,3}}"
_ITEMS = re.compile(
    rf"(?:[«\"]?[ ]?{_NAME}[ ]?[»\"]?[ ]?(?:,|/|–|[ ](?:et|ou))[ ]?){{1,9}}[«\"]?[ ]?$"
)
_HEAD = re.compile(
    r"(?:(?<!\w)(?P<det>les|des|aux|ces|ses|nos|vos|leurs|deux|trois|quatre|autres|d'autres|\d{1,3})"
    r"[ ]|(?:^|[.,;:(•\-–][ ]|\n)(?:[^\W\d_]+[ ]){0,2})"
    r"(?P<noun>[^\W\d_]{4,20}[sx])[ ]?[«\"]?[ ]?$",
    re.I,
)
_MORE = re.compile(rf"{_NAME}[ ]?(?:,|[ ](?:et|ou))[ ][{UPPER}]")
#: Characters before a name in which its enumeration is looked for.
_REACH = 160


class Things:
    """Knows which plural nouns name people, from `resources/rules/people_nouns.toml`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        with (resource("rules") / "people_nouns.toml").open("rb") as file:
            groups = tomllib.load(file)
        self._people = frozenset(
            fold_word(word) for group in groups.values() for word in group["words"].split()
        )

    def head(self, text: str, start: int) -> str:
        """The noun of things whose enumeration holds the name at `start`, or nothing."""
        low = max(text.rfind("\n\n", 0, start) + 2, start - _REACH, 0)
        before = text[low:start]
        items = _ITEMS.search(before)
        for end in dict.fromkeys((items.start() if items else len(before), len(before))):
            head = _HEAD.search(before, 0, end)
            if not head or not (head["det"] or end < len(before) or _MORE.match(text, start)):
                continue  # « Bises Lolo »: without an article, one name is no enumeration
            if self._is_thing(head["noun"], determined=bool(head["det"])):
                return head["noun"]
        return ""

    def _is_thing(self, noun: str, *, determined: bool) -> bool:
        if noun.isupper() or (noun[0].isupper() and determined):
            return False
        folded = fold_word(noun)
        known = self.lexicon.of(noun)
        if folded in self._people or folded[:-1] in self._people or Known.WORD not in known:
            return False
        return folded[:-1] not in _functions()


@cache
def _functions() -> frozenset[str]:
    """The functions that people have."""
    with (resource("rules") / "stops.toml").open("rb") as file:
        return frozenset(map(fold_word, tomllib.load(file)["fonctions"]["words"].split()))
