"""Looking for many texts at once, in whatever shape an engine returns them.

Every text is reduced to its letters and digits before it is looked for, so that kerning, line
ends, hyphenation and letter-spacing cannot hide it. What is found is then judged by its
neighbours, so that « par oyez » is not taken for « Roy ».
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import ahocorasick

from redactor.formats.base import Occultation, Plan
from redactor.text.encodings import decoded
from redactor.text.flow import Flow
from redactor.text.fold import fold, folded, folded_text, without_note_marks
from redactor.text.prefix import common_prefix

#: Stands where something was taken out, and between paragraphs: nothing is found across it. A
#: control character, since it must fold by the fast road and be in no text by right.
WALL = "\x1a"
_SOLID = re.compile(rf"[\w{WALL}]+")
_KEPT = re.compile(rf"(?:[^\W_]|{WALL})+")
_TOKEN = re.compile(r"[^\W_]+")
_LOOSE_ASCII = bytes(code for code in range(128) if chr(code) == "_" or not _SOLID.match(chr(code)))
_CONTEXT = 12
#: Below this many letters a text is too common to be believed inside another word or split.
_SPLIT = 5
#: From this many on, no coincidence explains it.
_CERTAIN = 10


def squeeze(text: str) -> str:
    """The letters and digits of a text, folded."""
    return _squeezed(folded_text(text))


def _squeezed(folded: str) -> str:
    # Most of what goes is ASCII, and taken out of bytes a hundred times quicker.
    data = folded.encode("utf-8", "surrogatepass").translate(None, _LOOSE_ASCII)
    return "".join(_SOLID.findall(data.decode("utf-8", "surrogatepass")))


@dataclass(frozen=True, slots=True)
class Slot:
    """The letters on both sides of an occurrence, as far as the next wall."""

    left: str
    right: str

    @classmethod
    def around(cls, left: str, right: str) -> "Slot":
        """The slot between two pieces of a flow's own text."""
        # Not all of a long piece: three times what is needed leaves room for punctuation.
        left, right = squeeze(left[-3 * _CONTEXT :]), squeeze(right[: 3 * _CONTEXT])
        return cls(left[-_CONTEXT:], right[:_CONTEXT])

    def agreement(self, other: "Slot") -> int:
        before = common_prefix(self.left[::-1], other.left[::-1])
        return before + common_prefix(self.right, other.right)

    def comparable(self, other: "Slot") -> int:
        """The agreement that two sights of one place would have at least."""
        return min(len(self.left), len(other.left)) + min(len(self.right), len(other.right))


@dataclass(frozen=True, eq=False)
class Hit:
    """An occurrence of a needle in a reading. What is around it is read when asked: of a
    hundred hits, ninety are as many as were kept."""

    key: str
    """The needle's letters and digits; with a leading ``<`` when read backwards."""
    kind: str
    reading: "Reading"
    start: int
    end: int

    @cached_property
    def slot(self) -> Slot:
        return self.reading.slot(self.start, self.end)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The whole words, as the reading splits them, that the occurrence touches."""
        return self.reading.words_of(self.start, self.end)

    @property
    def is_scattered(self) -> bool:
        """Whether it stands letter by letter: « V E RCA S T RE L », which a person reads."""
        alone = sum(1 for word in self.words if len(word) == 1)
        return (
            "".join(self.words) == self.key and len(self.words) > 2 and 2 * alone >= len(self.words)
        )


@dataclass(frozen=True, slots=True)
class _Needle:
    key: str
    form: str
    backwards: bool


class Reading:
    """A text that an engine returned, folded and squeezed once."""

    def __init__(self, text: str) -> None:
        self.raw = text
        self.text = folded_text(without_note_marks(text))
        self.squeezed = _squeezed(self.text)

    @cached_property
    def letters(self) -> str:
        """What is squeezed, walls taken out."""
        return self.squeezed.replace(WALL, "")

    @cached_property
    def places(self) -> "array[int]":
        """Where each squeezed character stands in `text`."""
        places = array("I")
        for match in _KEPT.finditer(self.text):
            places.extend(range(match.start(), match.end()))
        return places

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(_TOKEN.findall(self.text))

    def slot(self, start: int, end: int) -> Slot:
        """The letters around `start` to `end` of `text`."""
        left = _squeezed(self.text[max(0, start - 3 * _CONTEXT) : start])
        right = _squeezed(self.text[end : end + 3 * _CONTEXT])
        return Slot(left.rpartition(WALL)[2][-_CONTEXT:], right.partition(WALL)[0][:_CONTEXT])

    def words_of(self, start: int, end: int) -> tuple[str, ...]:
        low, high = start, end
        while low > 0 and self.text[low - 1].isalnum():
            low -= 1
        while high < len(self.text) and self.text[high].isalnum():
            high += 1
        return tuple(_TOKEN.findall(self.text[low:high]))


class Needles:
    """The texts to look for. Built once, used for every reading."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """`texts`: what is looked for, by the caller's ids."""
        self.ids: dict[str, list[str]] = {}
        self.sought: frozenset[str] = frozenset()
        """The keys of texts asked for by themselves: no mention of them is kept."""
        self.unsearchable = 0
        self.forms: dict[str, set[str]] = {}
        patterns: dict[str, list[_Needle]] = {}
        for name, text in texts.items():
            form = fold(text)
            key = squeeze(text)
            if not key:
                self.unsearchable += 1
                continue
            self.ids.setdefault(key, []).append(name)
            forms = self.forms.setdefault(key, set())
            if form in forms:
                continue
            forms.add(form)
            patterns.setdefault(key, []).append(_Needle(key, form, False))
            if len(key) >= _SPLIT and key != key[::-1]:
                patterns.setdefault(key[::-1], []).append(_Needle("<" + key, form[::-1], True))
        self._automaton = ahocorasick.Automaton()
        for pattern, needles in patterns.items():
            self._automaton.add_word(pattern, (len(pattern), needles))
        self.empty = not patterns
        if patterns:
            self._automaton.make_automaton()

    @classmethod
    def of(cls, flows: Iterable[Flow], plan: Plan) -> Self:
        """What a plan takes out of `flows`, and what was asked for by its text: that is looked
        for even where no flow holds it, since a copy may show what reading did not see."""
        planned: dict[str, list[Occultation]] = {}
        for one in plan.occultations:
            planned.setdefault(one.span.flow, []).append(one)
        texts = {
            one.id: flow.text[one.span.start : one.span.end]
            for flow in flows
            for one in planned.get(flow.id, ())
        }
        asked = {f"redact#{number}": text for number, text in enumerate(plan.sought, 1)}
        needles = cls({**texts, **asked})
        needles.sought = frozenset(squeeze(text) for text in plan.sought)
        return needles

    def occultations(self, key: str) -> tuple[str, ...]:
        return tuple(self.ids[key.removeprefix("<")])

    def find(self, reading: Reading, *, decode: bool = True) -> list[Hit]:
        """Every believable occurrence, each once."""
        if self.empty:
            return []
        hits = self._in(reading, "text")
        if decode:
            hits += self._inside_encodings(reading)
        return hits

    def find_in_any(self, readings: Sequence[Reading]) -> list[Hit]:
        """What is found in several readings of the same bytes: of each text, the most that one
        reading has, so that one occurrence counts once."""
        best: dict[str, list[Hit]] = {}
        for reading in readings:
            by_key: dict[str, list[Hit]] = {}
            for hit in self.find(reading):
                by_key.setdefault(hit.key, []).append(hit)
            for key, hits in by_key.items():
                if len(hits) > len(best.get(key, ())):
                    best[key] = hits
        return [hit for hits in best.values() for hit in hits]

    def safe(self, name: str) -> str:
        """A name that a report may carry: the names of parts and keys may hold what is occulted."""
        return "…" if self.find(Reading(name)) else name

    def _in(self, reading: Reading, kind: str) -> list[Hit]:
        hits: list[Hit] = []
        for last, (length, needles) in self._automaton.iter(reading.squeezed):
            places = reading.places
            start, end = places[last + 1 - length], places[last] + 1
            believed: set[str] = set()
            for needle in needles:
                if needle.key in believed or not _believable(reading.text, start, end, needle):
                    continue
                believed.add(needle.key)
                said = "reversed" if needle.backwards else kind
                hits.append(Hit(needle.key, said, reading, start, end))
        return hits

    def _inside_encodings(self, reading: Reading) -> list[Hit]:
        hits: list[Hit] = []
        seen: set[tuple[str, int]] = set()
        for part in decoded(reading.raw):
            found = self._in(Reading(part.text), "encoded")
            inner = folded(part.text) if found else None
            for hit in found:
                assert inner is not None
                low = part.starts[inner.starts[hit.start]]
                high = part.ends[inner.ends[hit.end - 1] - 1]
                # What reads the same without decoding was found already.
                plain = squeeze(reading.raw[low:high])
                if hit.key.removeprefix("<") in (plain, plain[::-1]) or (hit.key, low) in seen:
                    continue
                seen.add((hit.key, low))
                hits.append(hit)
        return hits


def _believable(text: str, start: int, end: int, needle: _Needle) -> bool:
    found = text[start:end]
    bounded = not (start > 0 and text[start - 1].isalnum()) and not (
        end < len(text) and text[end].isalnum()
    )
    size = len(needle.key) - needle.backwards
    if needle.backwards:
        return bounded or size >= _CERTAIN
    solid = found == needle.form or found.isalnum()
    if size <= 2:
        return bounded and found == needle.form
    if size < _SPLIT:
        return bounded and (solid or _letter_spaced(found))
    return bounded or solid or size >= _CERTAIN


def _letter_spaced(found: str) -> bool:
    return all(len(word) == 1 for word in _TOKEN.findall(found))
