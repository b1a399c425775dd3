"""What the second model is told of each word: the word, its neighbours, its line, its column.

Training and reading share this module, so that both see the same. A feature is a string such as
« -1:w=rue »: the word before is « rue ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from redactor.detect.lexicon import Known, Lexicon, fold_word
from redactor.detect.segments import WORDS

#: Words before and after that a word is told of.
OFFSETS = range(-4, 5)
# Of words further than this only what they are is told, not how they begin and end.
_SPELT = 2
_TOKEN = re.compile(r"\n+|\t+|[ ]{3,}|[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?|\d+|[^\w\s]|_")
_WAY = re.compile(rf"(?:{WORDS['ways']})")
_PLACE = re.compile(rf"(?:{WORDS['places']})")
_PIECE = re.compile(
    r"appart\w*|appt?|apt|bat|batiment|bloc|tour|esc|escalier|etage|porte|pte|chambre|ch|logement|"
    r"lot|villa|imm|immeuble|entree|hall|residence|res|boite|bp|chez|rdc|studio|cage|loge|"
    r"lieu-dit|lieudit|hameau|section"
)
_CUE = re.compile(
    r"demeur\w+|domicil\w+|resid\w+|habit\w+|loge\w*|heberg\w*|adresse\w*|chez|vit|vivant|"
    r"installe\w*|emmenag\w*|demenag\w*|rue|voie|commune|ville|cp|postal|parcelle|maison|"
    r"appartement|nee?|naissance|naiss|plaque|immatricul\w*|vehicule|mot|passe|mdp|code|cle|"
    r"jeton|token|password"
)
_POSTCODE = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-5]|97|98|20)\d{3}")
_LETTERS = re.compile(r"[^\W\d_]")
_RUN = re.compile(r"(X)X+|(x)x+")
_SEPARATORS = frozenset("\t;|,")
#: Words after a cue that are told of it.
_CUE_REACH = 12
_CUE_STEP = 3
#: Words before a postcode, and after, that are told of it.
_CODE_AHEAD, _CODE_BEHIND = 8, 6
#: Words of a line that may be the label of the one below.
_SHORT_LINE = 5
#: Cells that a line must have to be a row of a table.
_LEAST_CELLS = 3


_MOST_KEYS = 20_000
#: What is told of the words from the first to before the second.
Told: TypeAlias = tuple[int, int, list[str]]


def tokens(text: str) -> list[tuple[int, int]]:
    """Where words, numbers, signs, ends of lines, tabs and the wide gaps of columns are."""
    return [match.span() for match in _TOKEN.finditer(text)]


class Features:
    """Tells features of words; what is told of a word alone depends on the word lists."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._keys: dict[str, str] = {}

    def of_word(self, word: str) -> list[str]:
        """What a word says by itself, what it is before how it is spelt."""
        if word[0].isspace():
            return [_plain(word)]
        if word[0].isdigit():
            return list(_of_number(word))
        if not word[0].isalpha():
            return [f"w={_plain(word)}"]
        folded = fold_word(word)
        known = self.lexicon.of(word)
        told = [f"w={folded}", f"s={_shape(word)}"]
        told += [str(kind.name) for kind in _KINDS if kind in known]
        if folded in self.lexicon.places:
            told.append("TOWN")
        for name, words in (("WAY", _WAY), ("PLW", _PLACE), ("PIECE", _PIECE), ("CUE", _CUE)):
            if words.fullmatch(folded):
                told.append(name)
        return [*told, f"p3={folded[:3]}", f"x3={folded[-3:]}"]

    def at(self, word: str, offset: int) -> Iterator[str]:
        """What a word says to the one that stands `offset` words before it."""
        for told in self.of_word(word):
            if abs(offset) <= _SPELT or told[:3] not in ("p3=", "x3="):
                yield f"{offset}:{told}"

    def key(self, word: str) -> str:
        """What a word is, in one term, for what is told of several words in a row."""
        key = self._keys.get(word)
        if key is None:
            if len(self._keys) > _MOST_KEYS:
                self._keys.clear()
            key = self._keys[word] = self._key(word)
        return key

    def _key(self, word: str) -> str:
        told = self.of_word(word)
        for term in _TERMS:
            if term in told:
                return term
        return told[1] if len(told) > 1 and told[1][:2] == "s=" else told[0]


_KINDS = (Known.FIRST, Known.LAST, Known.WORD, Known.PLACE, Known.STOP)
_TERMS = ("CODE", "WAY", "PIECE", "PLW", "TOWN")
END = "END"


def in_a_row(keys: Sequence[str]) -> list[str]:
    """What is told to the middle one of five words in a row."""
    b2, b1, here, a1, a2 = keys
    return [
        f"k0:{b1}|{here}",
        f"k1:{here}|{a1}",
        f"k2:{b1}|{here}|{a1}",
        f"k3:{b2}|{b1}|{here}",
        f"k4:{here}|{a1}|{a2}",
    ]


def around(words: Sequence[str], keys: Sequence[str]) -> Iterator[Told]:
    """What lines, columns, cues and postcodes say to the words in them or near them."""
    lines = _lines(words)
    yield from _of_lines(words, keys, lines)
    for low, high, head in _columns(words, lines):
        yield low, high, [f"col:{head}"]
    cues = [index for index, word in enumerate(words) if _is_cue(word)]
    for index, following in pairwise([*cues, len(words)]):
        for since in range(0, _CUE_REACH, _CUE_STEP):
            low = index + 1 + since
            high = min(low + _CUE_STEP, following + 1, len(words))
            if low < high:
                yield low, high, [f"cue:{_plain(words[index])}", f"cued{since // _CUE_STEP}"]
    codes = [index for index, key in enumerate(keys) if key == "CODE"]
    for before, code, after in zip([-1, *codes], codes, [*codes[1:], len(words)], strict=False):
        for count in range(1, _CODE_AHEAD // 2 + 1):
            low, high = max(code - 2 * count, before, 0), code - 2 * count + 2
            if low < high:
                yield low, high, [f"code+{count}"]
        for count in range(1, _CODE_BEHIND + 1):
            if code + count <= min(after, len(words) - 1):
                yield code + count, code + count + 1, [f"code-{count}"]


@lru_cache(maxsize=20_000)
def _is_cue(word: str) -> bool:
    return bool(_CUE.fullmatch(fold_word(word)))


def _of_lines(
    words: Sequence[str], keys: Sequence[str], lines: Sequence[tuple[int, int]]
) -> Iterator[Told]:
    """How a line begins, and the one above it; what they and the one below hold."""
    coded = ["CODE" in keys[low:high] for low, high in lines]
    ways = ["WAY" in keys[low:high] for low, high in lines]
    for number, (low, high) in enumerate(lines):
        told = [f"first:{_plain(words[low])}"]
        above = lines[number - 1] if number else (0, high)
        if above[1] - above[0] <= _SHORT_LINE and number:
            told.append(f"above:{_plain(words[above[0]])}")
        told += ["codeline"] * coded[number] + ["wayline"] * ways[number]
        if number:
            told += ["codeabove"] * coded[number - 1] + ["wayabove"] * ways[number - 1]
        if number + 1 < len(lines):
            told += ["codebelow"] * coded[number + 1]
        yield low, high, told
        yield low, low + 1, ["linestart"]


def _lines(words: Sequence[str]) -> list[tuple[int, int]]:
    """The first and last word of each line, its end with it."""
    lines, low = [], 0
    for index, word in enumerate(words):
        if word[0] == "\n":
            lines.append((low, index + 1))
            low = index + 1
    if low < len(words):
        lines.append((low, len(words)))
    return lines


def _columns(
    words: Sequence[str], lines: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """The cells of tables whose rows are lines, with the heads of their columns."""
    heads: list[str] = []
    for low, high in lines:
        mark, count = _mark(words, low, high)
        if count + 1 < _LEAST_CELLS:
            heads = []
            continue
        cells = _cells(words, low, high, mark)
        if len(cells) != len(heads):
            heads = [_plain(words[a]) if a < b else "" for a, b in cells]
            continue
        for head, (a, b) in zip(heads, cells, strict=True):
            if a < b:
                yield a, b, head


def _mark(words: Sequence[str], low: int, high: int) -> tuple[str, int]:
    counts = dict.fromkeys(_SEPARATORS, 0)
    for index in range(low, high):
        first = words[index][0]
        if first in counts:
            counts[first] += len(words[index])
    mark = max(sorted(counts), key=counts.__getitem__)
    return mark, counts[mark]


def _cells(words: Sequence[str], low: int, high: int, mark: str) -> list[tuple[int, int]]:
    cells, start = [], low
    for index in range(low, high):
        if words[index][0] == mark:
            cells.append((start, index))
            cells += [(index, index)] * (len(words[index]) - 1)  # empty cells between tabs
            start = index + 1
    cells.append((start, high))
    return cells


def _of_number(number: str) -> Iterator[str]:
    yield f"n{len(number)}"
    yield f"d{number[0]}"
    if _POSTCODE.fullmatch(number):
        yield "CODE"
    elif len(number) == 4 and number[:2] in ("19", "20"):
        yield f"year{number[:3]}"


def _plain(word: str) -> str:
    """A word folded, a gap by its name."""
    if word[0] == "\n":
        return "NL2" if len(word) > 1 else "NL"
    if word[0] == "\t":
        return "TAB"
    if word[0] == " ":
        return "WIDE"
    return fold_word(word) if word.isprintable() else "SIGN"


def _shape(word: str) -> str:
    """« Kerlann » is Xxx, « KERLANN » XX, « d'Ussel » x'Xxx."""
    letters = _LETTERS.sub(lambda m: "X" if m.group().isupper() else "x", word)
    return _RUN.sub(lambda m: (m[1] or m[2]) * 2, letters)
