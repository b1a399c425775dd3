"""What is known of words: first names, surnames, common words, places, and stops.

Lists are folded (small letters, no accents), one entry a line, `#` opens a comment.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Flag, auto
from functools import lru_cache
from pathlib import Path

from redactor.paths import resource


class Known(Flag):
    """What the lists say of one word."""

    NOTHING = 0
    FIRST = auto()
    LAST = auto()
    WORD = auto()
    PLACE = auto()
    STOP = auto()
    """Never part of a name: a function, an organisation, a heading's word."""
    NAME = FIRST | LAST


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Small letters without accents, as in the lists."""
    small = word.casefold()
    if small.isascii():
        return small
    small = small.replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    parts = unicodedata.normalize("NFD", small)
    return "".join(c for c in parts if not unicodedata.combining(c))


def read_list(path: Path) -> frozenset[str]:
    """The entries of a list file, folded."""
    lines = path.read_text(encoding="utf-8").casefold().splitlines()
    entries = {line.partition("#")[0].strip() for line in lines}
    entries.discard("")
    # Nine of ten are plain already: folding them one by one was a tenth of the start.
    return frozenset(entry if entry.isascii() else fold_word(entry) for entry in entries)


def _joined(towns: Iterable[str]) -> Iterator[str]:
    """The villages of communes that were joined: « Kerlann » of « Kerlann-et-Riou »."""
    for town in towns:
        if "-et-" in town:
            for part in town.split("-et-"):
                yield part
                yield part.removeprefix("la ").removeprefix("le ").removeprefix("les ")


# A form ends in the first, its lemma in the second: enough to know a word, no more is asked.
_ENDINGS = (
    ("aux", "al"), ("aux", "ail"), ("que", "c"), ("ques", "c"),
    ("eaux", "eau"), ("trices", "teur"), ("trice", "teur"), ("euses", "eur"),
    ("euse", "eur"), ("elles", "el"), ("elle", "el"), ("iennes", "ien"), ("ienne", "ien"),
    ("onnes", "on"), ("onne", "on"), ("ives", "if"), ("ive", "if"), ("eres", "er"),
    ("ere", "er"), ("ees", "er"), ("ee", "er"), ("es", "er"), ("e", "er"), ("e", "e"),
    ("ies", "ir"), ("ie", "ir"), ("is", "ir"), ("it", "ir"), ("i", "ir"), ("ues", "re"),
    ("ant", "er"), ("ants", "er"), ("ant", "ir"), ("ez", "er"), ("ez", "ir"), ("ez", "re"),
    ("ons", "er"), ("ent", "er"), ("issant", "ir"), ("issez", "ir"), ("ait", "er"),
    ("era", "er"), ("eront", "er"),
    ("es", ""), ("e", ""), ("s", ""), ("x", ""), ("es", "e"),
)  # fmt: skip


#: What first names of two parts open on, whatever the second is: « Marie-Thé ».
_COMPOSED = frozenset({"marie", "jean", "anne"})


@dataclass(frozen=True)
class Lexicon:
    """The word lists, read once."""

    first: frozenset[str]
    last: frozenset[str]
    words: frozenset[str]
    places: frozenset[str]
    stops: frozenset[str]
    functions: frozenset[str]
    """The functions and titles that people have, all of them stops."""

    @classmethod
    def load(cls) -> Lexicon:
        """Read the lists of `resources/lists` and the stops of `resources/rules`."""
        folder = resource("lists")
        with (resource("rules") / "stops.toml").open("rb") as file:
            groups = tomllib.load(file)
        stops = {fold_word(w) for group in groups.values() for w in group["words"].split()}
        towns = read_list(folder / "communes.txt")
        return cls(
            read_list(folder / "prenoms.txt"),
            read_list(folder / "noms.txt"),
            read_list(folder / "mots.txt"),
            towns | set(_joined(towns)) | read_list(folder / "lieux.txt"),
            frozenset(stops),
            frozenset(
                fold_word(word)
                for name in ("fonctions", "civilites")
                for word in groups[name]["words"].split()
            ),
        )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_cache", {})

    def of(self, word: str) -> Known:
        """What is known of a word; for a hyphenated one, of all its parts together."""
        cache: dict[str, Known] = self._cache  # type: ignore[attr-defined]
        known = cache.get(word)
        if known is None:
            if len(cache) > 200_000:
                cache.clear()
            known = cache[word] = self._look_up(fold_word(word).strip(".'-"))
        return known

    def _look_up(self, word: str) -> Known:
        known = Known.NOTHING
        if word in self.stops or (word.endswith("s") and word[:-1] in self.stops):
            known |= Known.STOP
        if word[:2] in ("l'", "d'") and word[2:] in self.stops:
            known |= Known.STOP  # « L'intéressé »
        if word in self.first:
            known |= Known.FIRST
        if word in self.last:
            known |= Known.LAST
        if word in self.places:
            known |= Known.PLACE
        if self.is_word(word) or (word[:2] == "l'" and not known and self.is_word(word[2:])):
            known |= Known.WORD  # « L'ensemble »
        if "-" in word and not known:
            parts = [self._look_up(part) for part in word.split("-") if part]
            composed = word.partition("-")[0] in _COMPOSED
            if (
                parts
                and Known.FIRST in parts[0]
                and (Known.PLACE not in parts[0] or Known.FIRST in parts[-1] or composed)
            ):
                known |= Known.FIRST
            elif any(part & Known.NAME and Known.WORD not in part for part in parts):
                known |= Known.LAST
            named = parts and not parts[0] and len(word.partition("-")[0]) > 4
            if not known and not named and any(part & Known.STOP for part in parts):
                known |= Known.STOP  # « SG-PRADA », but not « Jeannerod-Maire »
            if not known and parts and all(Known.WORD in part for part in parts):
                known |= Known.WORD
        return known

    def is_function(self, word: str) -> bool:
        """Whether a word, or what it is the plural of, is a function: « Directeurs »."""
        folded = fold_word(word)
        return folded in self.functions or folded.removesuffix("s") in self.functions

    def is_plural_stop(self, word: str) -> bool:
        """Whether a word is a stop by its plural alone: « Gares »."""
        word = fold_word(word)
        return word.endswith("s") and word not in self.stops and word[:-1] in self.stops

    def is_word(self, word: str) -> bool:
        """Whether a folded word is a form of a common word."""
        if word in self.words:
            return True
        return any(
            word.endswith(end)
            and len(word) > len(end) + 2
            and word[: -len(end)] + lemma in self.words
            for end, lemma in _ENDINGS
        )
