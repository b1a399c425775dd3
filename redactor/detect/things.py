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

_NAME = (
    rf"(?<![\w'’-])[{UPPER}][\w'’-]*(?:[ ](?:(?:d[eu]s?|la|le)[ ]|d')?[{UPPER}\d][\w'’-]*){{0,3}}"
)
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
# « les syndicalistes », « les excusées », « les habitants »: what people are called by
_PEOPLE_END = re.compile(r"(?:istes|iens|iennes|trices|(?<!t)és|(?<!t)ées|ants|antes|ières)$", re.I)
# « Serveurs Odin, Thor et Freya »: the noun opens the sentence
_OPENING = re.compile(rf"(?P<noun>[{UPPER}][a-zà-ÿœ]{{3,19}}[sx])[ ][«\"]?[ ]?(?=[{UPPER}])")
_SENTENCE = re.compile(r"(?:^|[.;:!?\n•–-][ ]{0,2}|\d[.)][ ])\Z")
#: What may stand between a noun, or a mark, and the name.
_LOOSE = ' «"\n'
# « Alphabet radio : Alpha, Bravo, »: the head of a list, and what of it stands before a name.
_HEADED = re.compile(
    r"(?:^|(?<=[\n.;•({–-])|(?<=[.;•(–-][ ]))[ ]*(?:\d+\.[ ])?"
    rf"(?P<head>[{UPPER}][\w'’-]+(?:[ ][\w'’-]+){{0,3}})"
    # an item ends at its first comma: free to hold some, thirty were parted in 2³⁰ ways
    r"[ ]?:[ ](?:(?:[^\n:;,]|,(?! )){1,60},[ ])*[«\"]?[ ]?$"
)
#: Items from which on a list says what it lists.
_LISTED = 4
#: Characters before a name in which its enumeration is looked for.
_REACH = 160


class Things:
    """Knows which plural nouns name people, from `resources/rules/people_nouns.toml`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        with (resource("rules") / "people_nouns.toml").open("rb") as file:
            groups = tomllib.load(file)
        self._people = frozenset(
            fold_word(word)
            for name, group in groups.items()
            if name != "lists_of_things"
            for word in group["words"].split()
        )
        self._listed = frozenset(map(fold_word, groups["lists_of_things"]["words"].split()))

    def head(self, text: str, start: int) -> str:
        """The noun of things whose enumeration holds the name at `start`, or nothing."""
        low = max(text.rfind("\n\n", 0, start) + 2, start - _REACH, 0)
        before = text[low:start]
        # both patterns end where the name starts: most texts there are told apart by a look
        joined = before.rstrip(_LOOSE).endswith((",", "/", "–", " et", " ou"))
        items = _ITEMS.search(before) if joined else None
        for end in dict.fromkeys((items.start() if items else len(before), len(before))):
            plural = before[:end].rstrip(_LOOSE)[-1:].lower() in ("s", "x")
            head = _HEAD.search(before, 0, end) if plural else None
            if not head or not (head["det"] or end < len(before) or _MORE.match(text, start)):
                continue  # « Bises Lolo »: without an article, one name is no enumeration
            if self._is_thing(head["noun"], determined=bool(head["det"])):
                return head["noun"]
        opening = low + (items.start() if items else len(before))
        opening += len(text[opening:start]) - len(text[opening:start].lstrip())
        noun = _OPENING.match(text, opening)
        if noun and Known.PLACE in self.lexicon.of(noun["noun"]):
            return ""  # « : Combes Aurélie, Mas de Flaujac »
        if noun and _SENTENCE.search(text, max(opening - 4, 0), opening):
            more = items or _MORE.match(text, start)
            if more and self._is_thing(noun["noun"].lower(), determined=False):
                return noun["noun"]
        return ""

    def beside(self, text: str, start: int, end: int) -> bool:
        """Whether a name stands in a list of which others are plainly things: « Betteraves –
        Lasagnes – Mimolette », « Chorus Pro, Hélios, Colbert », « Ouvrages : Lebon, Lamy »."""
        first = text.rfind("\n", 0, start) + 1
        headed = _HEADED.search(text, max(first, start - 300), start)
        if headed and {fold_word(word).rstrip("sx") for word in headed["head"].split()} & {
            word.rstrip("sx") for word in self._listed
        }:
            return True
        last = text.find("\n", end)
        last = len(text) if last < 0 else last
        for mark in (", ", " – ", " - "):
            low = text.rfind(mark, first, start)
            near = low + len(mark) >= start - 2 if low >= 0 else text[first:start].strip() == ""
            if not (near and low >= 0) and not text.startswith(mark, end):
                continue
            items = [i.strip(' .;«»"') for i in text[first:last].partition(" : ")[2].split(mark)]
            if len(items) < _LISTED:
                items = [i.strip(' .;«»"') for i in text[first:last].split(mark)]
            if len(items) < _LISTED:
                continue
            things = sum(map(self._is_named_thing, items))
            if things > 1 and things * 4 >= len(items):
                return True
        return False

    def _is_named_thing(self, item: str) -> bool:
        """« Lasagnes », « Chorus Pro »: a capital, and no word of it is a name or a function."""
        words = re.findall(r"[^\W\d_][\w'-]*", item)
        if not words or len(words) > 4 or not item[0].isupper() or len(words[-1]) < 2:
            return False
        known = [self.lexicon.of(word) for word in words]
        if fold_word(words[0]) in _software():
            return True
        plain = Known.WORD in known[0] and not known[0] & (Known.NAME | Known.STOP | Known.PLACE)
        return plain and not any(k & Known.FIRST for k in known) and not self._is_person(words[0])

    def _is_person(self, word: str) -> bool:
        folded = fold_word(word)
        return bool({folded, folded.rstrip("se")} & (self._people | _functions()))

    def _is_thing(self, noun: str, *, determined: bool) -> bool:
        if noun.isupper() or (noun[0].isupper() and determined) or _PEOPLE_END.search(noun):
            return False
        folded = fold_word(noun)
        known = self.lexicon.of(noun)
        if folded in self._people or folded[:-1] in self._people or Known.WORD not in known:
            return False
        return not {folded, folded[:-1]} & _functions()


@cache
def _functions() -> frozenset[str]:
    """The functions that people have."""
    with (resource("rules") / "stops.toml").open("rb") as file:
        groups = tomllib.load(file)
    words = groups["fonctions"]["words"] + groups["civilites"]["words"]
    return frozenset(map(fold_word, words.split()))


@cache
def _software() -> frozenset[str]:
    """The names of programs and services."""
    with (resource("rules") / "stops.toml").open("rb") as file:
        return frozenset(
            map(fold_word, tomllib.load(file)["logiciels_et_marques"]["words"].split())
        )
