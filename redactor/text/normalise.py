"""The view of a flow that detection reads, with a map of every character back to its origin.

Detection never sees an original text: it sees a `Normalised` one, in which soft hyphens and
hyphens at line ends are gone, ligatures and accents are composed, letter-spaced words are
joined and odd spaces are spaces. What it finds there is mapped back before anyone sees it.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

_DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]+")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_QUOTES = {"’": "'", "ʼ": "'", "‘": "'", "´": "'", "＇": "'", "‐": "-", "‑": "-", "−": "-"}
_ONE_FOR_ONE = str.maketrans(_QUOTES | dict.fromkeys("\u00a0\u202f\u2009\u2007", " "))
_PLAIN = re.compile(r"[\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff°«»…–—€§œŒ•“”²·✓☐☑■□►▪→]*")
# A line-end hyphen inside a word. Two letters at least before it: "A-\n" is a list's mark.
_LINE_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-‐­][ ]?\r?\n[ ]*(?=[^\W\d_])")
# Four or more single characters, each one space apart: "c a d a @ c a d a . f r".
_SPACED = re.compile(
    r"(?<!\S)\S(?:[ \u00a0]\S){3,}(?!\S)(?:[ \u00a0]{2,3}\S(?:[ \u00a0]\S){3,}(?!\S))*"
)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A readable view of a text. Character `i` of `text` comes from `starts[i]:ends[i]`.

    Both arrays never go down, and together the ranges cover the original, so that a span of
    the view always has its letters, soft hyphens included, in the original.
    """

    text: str
    starts: array[int]
    ends: array[int]

    @property
    def origin(self) -> list[tuple[int, int]]:
        """For every character of `text`, its range in the original."""
        return list(zip(self.starts, self.ends, strict=True))

    def to_origin(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original behind `text[start:end]`, which is not empty."""
        return self.starts[start], self.ends[end - 1]

    @classmethod
    def of(cls, text: str) -> Normalised:
        """Normalise a text. The common case, plain characters, costs two scans."""
        joins = _joins(text)
        plain = text.translate(_ONE_FOR_ONE)
        if not joins and _PLAIN.fullmatch(plain):
            size = len(plain)
            return cls(plain, array("I", range(size)), array("I", range(1, size + 1)))
        return cls(*_build(text, joins))


def restore_case(text: str) -> str:
    """Capitals become a capital and small letters, word by word; same length, same places.

    Models read "Noémie Levain" better than "NOÉMIE LEVAIN". Words of two letters become small
    too ("LE BIHAN" → "Le Bihan"); single letters stay, being initials.
    """
    return _CAPITALS.sub(_capitalise, text)


_CAPITALS = re.compile(r"(?<![^\W\d_])[^\W\d_a-zß-öø-ÿ]{2,}(?![^\W\d_])")


def _capitalise(match: re.Match[str]) -> str:
    word = match.group()
    if not word.isupper():
        return word
    # İ and a few others grow when lowered: those letters stay.
    small = "".join(low if len(low := c.lower()) == 1 else c for c in word[1:])
    return word[0] + small


def _joins(text: str) -> list[tuple[int, int, int, int]]:
    """Ranges to drop: (start, end) of the whole, (start, end) of what is dropped."""
    found = []
    if "\n" in text:
        for match in _LINE_HYPHEN.finditer(text):
            start, end = match.span()
            # "Jean-\nBaptiste" and "VANDER-\nMEERSCH" keep the hyphen, "recon-\nduction" does not.
            keep = not text[end].islower() and text[start] not in "\u00ad"
            found.append((start, end, start + keep, end))
    for match in _SPACED.finditer(text):
        run = match.group()
        if sum(map(str.isalpha, run)) < 3:
            continue  # digits are left to the patterns, which know how numbers are spaced
        for gap in re.finditer("[ \u00a0]+", run):
            start, end = match.start() + gap.start(), match.start() + gap.end()
            found.append((start, end, start + (end - start > 1), end))
    return sorted(found)


def _build(text: str, joins: list[tuple[int, int, int, int]]) -> tuple[str, array[int], array[int]]:
    out: list[str] = []
    starts, ends = array("I"), array("I")
    dropped = bytearray(len(text))
    for _, _, start, end in joins:
        dropped[start:end] = b"\1" * (end - start)
    for match in _DROPPED.finditer(text):
        dropped[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    position, size, pending = 0, len(text), 0
    while position < size:
        if dropped[position]:
            position += 1
            if ends:
                ends[-1] = position
                pending = position
            continue
        end = position + 1
        while end < size and unicodedata.combining(text[end]):
            end += 1
        piece = _view(text[position:end])
        begin = pending if ends else 0  # what was dropped at the very start belongs to the first
        begin = max(begin, position) if ends else 0
        out.append(piece)
        starts.extend([begin] * len(piece))
        ends.extend([end] * len(piece))
        position = end
    return "".join(out), starts, ends


def _view(cluster: str) -> str:
    """What one letter with its marks is read as; never empty."""
    if len(cluster) == 1:
        if cluster in _QUOTES:
            return _QUOTES[cluster]
        if _SPACES.match(cluster):
            return cluster if cluster == "\t" else " "
        if cluster.isascii():
            return cluster
    composed = unicodedata.normalize("NFKC", cluster)
    # ² and № would become digits and letters of a neighbouring number or word: only letters.
    return composed if composed and (composed.isalpha() or len(cluster) > 1) else cluster
