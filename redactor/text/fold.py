"""One folding rule for finding a text and for proving that it is gone.

Two texts are the same when they are equal after compatibility decomposition, case folding and
the loss of accents; œ is oe, æ is ae; soft hyphens and zero-width characters do not count; any
run of white space is one space, but for a blank line; every dash is a hyphen, every apostrophe
is straight. A word hyphenated at the end of a line is read both joined and with its hyphen;
letters set apart are read joined too, and a word without the mark of a note that it carries
(« Durand¹ »). Text that is percent-encoded, base64, quoted-printable, an
HTML entity or a ``\\u`` escape is read decoded. An occurrence counts only where neither
neighbour is a letter or a digit (DESIGN, « The command »).

Every character of a folded text knows the original characters that it came from, so that what
is found can be taken out of the original exactly.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick

from redactor.text.encodings import decoded


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. Character `i` came from the original's `starts[i]` to `ends[i]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original range of the folded range `start` to `end` (not empty)."""
        return self.starts[start], self.ends[end - 1]

    def is_word(self, start: int, end: int) -> bool:
        """Whether neither neighbour of the folded range is a letter or a digit."""
        return not (start > 0 and self.text[start - 1].isalnum()) and not (
            end < len(self.text) and self.text[end].isalnum()
        )


def fold(text: str) -> str:
    """The folded form of a needle, without white space at its ends."""
    return folded_text(text).strip()


def folded_text(text: str) -> str:
    """The text of `folded`, at a fraction of its cost where no place is asked for."""
    if "\n" in text:
        text = _BLANK_LINE.sub(lambda gap: _PARAGRAPH * len(gap.group()), text)
    return _GAPS.sub(lambda gap: gap.group()[0], text.translate(_SIMPLE))


def without_note_marks(text: str) -> str:
    """A text whose words carry no mark of a note: « Durand » for « Durand¹ »."""
    return _NOTE_MARK.sub("", text)


def folded(text: str) -> Folded:
    """The folded view of a text, line ends read as spaces."""
    if "\n" in text:
        text = _BLANK_LINE.sub(lambda gap: _PARAGRAPH * len(gap.group()), text)
    if not _COMPLEX.search(text):
        return _collapse(text.translate(_SIMPLE))
    return _fold_slowly(text)


def views(text: str) -> Iterator[Folded]:
    """Every reading of a text in which something may be found: plain, unhyphenated, decoded."""
    yield folded(text)
    if _LINE_END_HYPHEN.search(text):
        yield _without(text, _LINE_END_HYPHEN)
        yield _without(text, _AFTER_HYPHEN)
    if _LETTER_GAP.search(text):
        yield _without(text, _LETTER_GAP)
    if _NOTE_MARK.search(text):
        yield _without(text, _NOTE_MARK)
    for part in decoded(text):
        inner = folded(part.text)
        yield Folded(
            inner.text,
            [part.starts[start] for start in inner.starts],
            [part.ends[end - 1] for end in inner.ends],
        )


def find_all(needle: str, text: str) -> list[tuple[int, int]]:
    """Where `needle` stands in `text`: original ranges, in order, none inside another."""
    return [(start, end) for _, start, end in Finder({"": needle}).find(text)]


class Finder:
    """Finds many texts in one pass. Build it once, use it for every flow."""

    def __init__(self, needles: Mapping[str, str]) -> None:
        """`needles`: texts by a key of the caller's. Texts that fold to nothing are ignored."""
        keys: dict[str, list[str]] = {}
        for key, needle in needles.items():
            form = fold(needle)
            if form:
                keys.setdefault(form, []).append(key)
        self._automaton = ahocorasick.Automaton()
        for form, names in keys.items():
            self._automaton.add_word(form, (len(form), names))
        self._empty = not keys
        if keys:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """Each occurrence as key, start and end in the original, in order of place.

        Of two occurrences of one key, one inside the other, the longer is kept.
        """
        if self._empty:
            return []
        found: set[tuple[str, int, int]] = set()
        for view in views(text):
            for last, (length, names) in self._automaton.iter(view.text):
                start, end = last + 1 - length, last + 1
                if view.is_word(start, end):
                    low, high = view.origin(start, end)
                    found.update((name, low, high) for name in names)
        return _outermost(found)


def _outermost(found: set[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    kept: list[tuple[str, int, int]] = []
    reach: dict[str, int] = {}
    for key, start, end in sorted(found, key=lambda item: (item[1], -item[2], item[0])):
        if end > reach.get(key, -1):
            kept.append((key, start, end))
            reach[key] = end
    return kept


# --- folding, character by character ---------------------------------------------------------

#: White space of any kind, as `str.isspace` and the Unicode separators have it.
_GAPS = re.compile(r" {2,}|\n{2,}")
#: A blank line ends a paragraph, which no occurrence crosses: a text file is one flow of many.
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_PARAGRAPH = "\u2029"
#: A hyphen (hard, soft, or the « not » sign that old OCR writes) at the end of a line, between
#: letters.
_LINE_END_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad\u00ac][ \t]*\r?\n[ \t]*(?=\w)")
_AFTER_HYPHEN = re.compile(r"(?<=\w[-\u2010\u2011])[ \t]*\r?\n[ \t]*(?=\w)")
#: Between letters set apart: « L e v r a u l t ».
_LETTER_GAP = re.compile(r"(?<=(?<!\w)\w)[ \u00a0\u2009\u202f]{1,3}(?=\w(?!\w))")
#: Raised digits that hang on a word: they decompose to digits, which would make it another word.
#: One is looked for first, and then what stands before it, which is sixteen times quicker.
_NOTE_MARK = re.compile(
    r"[⁰¹²³⁴-⁹](?:(?<=[^\W\d_].|[\u0300-\u036f].)[⁰¹²³⁴-⁹]*(?!\w)|"
    r"(?<!\w.)[⁰¹²³⁴-⁹]*(?=[^\W\d_]))"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u02bc\u02b9\u2032\u00b4\u0060\uff07"
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "ð": "d"}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c")


@cache
def _fold_character(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    if character == _PARAGRAPH:
        return "\n"
    if character.isspace():
        return " "
    if character in _DASHES:
        return "-"
    if character in _APOSTROPHES:
        return "'"
    out: list[str] = []
    for piece in unicodedata.normalize("NFKD", character.casefold()):
        for letter in unicodedata.normalize("NFKD", _LETTERS.get(piece, piece).casefold()):
            if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
                continue
            out.append(" " if letter.isspace() else "'" if letter in _APOSTROPHES else letter)
    folded = "".join(out)
    return folded.strip() if len(folded) > 1 else folded


class _SimpleTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = result = _fold_character(chr(code))
        return result


_SIMPLE = _SimpleTable()
#: Characters that do not fold one to one, and so need the slow road. Latin text with the usual
#: accents and punctuation, composed, does not meet any.
_COMPLEX = re.compile(
    r"[^\u0000-\u00a7\u00a9\u00ab\u00ac\u00ae\u00b0-\u00b3\u00b5-\u00b7\u00b9\u00ba"
    r"\u00bb\u00bf-\u00c5\u00c7-\u00de\u00e0-\u00e5\u00e7-\u00ff\u0152\u2010-\u2019"
    r"\u201c\u201d\u2022\u20ac]|\u0152"
)


def _collapse(plain: str) -> Folded:
    """Runs of spaces as one. Needed apart for speed: the slow road is ten times slower."""
    if not _GAPS.search(plain):
        return Folded(plain, range(len(plain)), range(1, len(plain) + 1))
    starts = array("I")
    ends = array("I")
    last = 0
    for gap in _GAPS.finditer(plain):
        starts.extend(range(last, gap.start() + 1))
        ends.extend(range(last + 1, gap.start() + 1))
        ends.append(gap.end())
        last = gap.end()
    starts.extend(range(last, len(plain)))
    ends.extend(range(last + 1, len(plain) + 1))
    return Folded(_GAPS.sub(lambda gap: gap.group()[0], plain), starts, ends)


def _fold_slowly(text: str) -> Folded:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for position, character in enumerate(text):
        piece = _fold_character(character)
        if piece in (" ", "\n") and out and out[-1] == piece:
            ends[-1] = position + 1
            continue
        if not piece:
            # A combining accent or a soft hyphen belongs to the character before it, so that
            # nothing of it stays behind.
            if ends and ends[-1] == position and not out[-1].isspace():
                ends[-1] = position + 1
            continue
        out.append(piece)
        starts += [position] * len(piece)
        ends += [position + 1] * len(piece)
    return Folded("".join(out), starts, ends)


def _without(text: str, pattern: re.Pattern[str]) -> Folded:
    """The folded view of a text from which the matches of `pattern` are taken out."""
    kept: list[str] = []
    origins: list[int] = []
    last = 0
    for match in pattern.finditer(text):
        kept.append(text[last : match.start()])
        origins += range(last, match.start())
        last = match.end()
    kept.append(text[last:])
    origins += range(last, len(text))
    inner = folded("".join(kept))
    return Folded(
        inner.text,
        [origins[start] for start in inner.starts],
        [origins[end - 1] + 1 for end in inner.ends],
    )
