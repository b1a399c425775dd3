"""Rows of names: in a column of surnames beside one of first names, every cell is one.

« MARS ; Olivier », « LO | Awa », « RIVOIRE      Yvonne »: a surname that is a common word, or of
two letters, is told by the rows above and below it, with or without a header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon, fold_word
from redactor.detect.names import UPPER
from redactor.law.categories import Category

_MARKS = (re.compile(r"[\t|]"), re.compile(";"), re.compile(","), re.compile("[ ]{2,}"))
_NAME = re.compile(rf"[{UPPER}](?:[^\W\d_]|['’-])*(?:[ ][^\W\d_](?:[^\W\d_]|['’-])*){{0,3}}")
# « Stanislas 8.5.1918 »: a column so narrow that the next one touches it
_DATE_AFTER = re.compile(r"(?<=[^\W\d_])[ ](?=\d)")
#: What a cell holds in the place of a name.
_NOBODY = frozenset(
    "idem neant vacant vacante inconnu inconnue anonyme total sans test nom".split()
)
#: Rows from which on a table tells its columns.
_LEAST = 2

Cell = tuple[int, int]


def rows(text: str, named: Iterable[Found], lexicon: Lexicon) -> Iterator[Found]:
    """The cells of columns of names that nothing else took for one."""
    spans = sorted((n.start, n.end) for n in named if n.category is Category.PERSON)
    if len(spans) < _LEAST:
        return
    people = frozenset(place for low, high in spans for place in range(low, high))
    for table in _tables(text):
        yield from _of_table(text, table, people, lexicon)


def _tables(text: str) -> Iterator[list[list[Cell]]]:
    """Lines that follow each other and are parted by the same mark."""
    table: list[list[Cell]] = []
    before: re.Pattern[str] | None = None
    position = 0
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        mark = next((m for m in _MARKS if m.search(line.strip())), None)
        if mark is None and before and line[0] == " " and line.strip():
            continue  # a cell goes on below
        if mark is not before:
            if len(table) >= _LEAST:
                yield table
            table, before = [], mark
        if mark:
            table.append(_cells(line, start, mark))
    if len(table) >= _LEAST:
        yield table


def _cells(line: str, start: int, mark: re.Pattern[str]) -> list[Cell]:
    low = len(line) - len(line.lstrip(" ")) if mark is _MARKS[-1] else 0
    cells = []
    for gap in [*mark.finditer(line, low), None]:
        high = gap.start() if gap else len(line)
        value = line[low:high]
        if mark is _MARKS[-1] and (date := _DATE_AFTER.search(value)):
            value = value[: date.start()]
        first = low + len(value) - len(value.lstrip(" \"'"))
        last = max(first, low + len(value.rstrip(" \"'\r\n")))
        cells.append((start + first, start + last))
        low = gap.end() if gap else high
    return cells


def _of_table(
    text: str, table: list[list[Cell]], people: frozenset[int], lexicon: Lexicon
) -> Iterator[Found]:
    for number in range(max(map(len, table)) - 1):
        pairs = [row[number : number + 2] for row in table if len(row) > number + 1]
        # the head of the table, and rows with an empty cell, say nothing
        seen = [[_is_person(cell, people) for cell in pair] for pair in pairs]
        counts = [sum(column) for column in zip(*seen, strict=True)]
        both = [pair for pair, found in zip(pairs, seen, strict=True) if any(found)]
        if max(counts) < _LEAST or max(counts) * 2 < len(pairs):
            continue
        if not all(_is_named(text, pairs, seen, side) for side in (0, 1)):
            continue
        if not all(_NAME.fullmatch(text, *cell) for pair in both for cell in pair):
            continue
        if any(_is_of_places(text, both, side, lexicon) for side in (0, 1)):
            continue
        for pair, found in zip(pairs[1:], seen[1:], strict=True):
            if not any(found) and min(counts) * 2 > len(pairs) and _is_pair(text, pair, lexicon):
                found[:] = [True, True]
                for low, high in pair:
                    yield _named(low, high)
        for pair, found in zip(pairs, seen, strict=True):
            for cell, other in (pair, found), (pair[::-1], found[::-1]):
                low, high = cell[0]
                if (
                    other[1]
                    and not other[0]
                    and _NAME.fullmatch(text, low, high)
                    and _may_name(text[low:high], lexicon)
                ):
                    yield _named(low, high)


def _named(low: int, high: int) -> Found:
    why = "dans une colonne de noms, à côté d’une autre"
    return Found(low, high, Category.PERSON, "rule:row", why, 0.7)


def _is_pair(text: str, pair: list[Cell], lexicon: Lexicon) -> bool:
    """« PORTE | Ilyès »: two words of which one is no common one."""
    values = [text[slice(*cell)] for cell in pair]
    return all(
        _NAME.fullmatch(value) and _may_name(value, lexicon) for value in values
    ) and not all(Known.WORD in lexicon.of(value) for value in values)


def _may_name(value: str, lexicon: Lexicon) -> bool:
    """« Mars », « Le Bon », but not « Suppléant FO », « néant »."""
    words = value.split()
    stop = len(words) > 1 and any(Known.STOP in lexicon.of(word) for word in words)
    return not stop and fold_word(value) not in _NOBODY


def _is_person(cell: Cell, people: frozenset[int]) -> bool:
    return cell[0] in people and cell[1] - 1 in people


def _is_named(text: str, pairs: list[list[Cell]], seen: list[list[bool]], side: int) -> bool:
    """Whether a column is one of names: half of it are known to be, or one, where all are
    written in capitals as surnames are."""
    named = sum(found[side] for found in seen)
    if named * 2 >= len(pairs):
        return True
    return named > 0 and all(text[slice(*pair[side])].isupper() for pair in pairs)


def _is_of_places(text: str, pairs: list[list[Cell]], side: int, lexicon: Lexicon) -> bool:
    """Whether most cells of a column are towns and no surnames."""
    known = [lexicon.of(text[slice(*pair[side])]) for pair in pairs]
    return sum(k & (Known.PLACE | Known.NAME) == Known.PLACE for k in known) * 2 > len(known)
