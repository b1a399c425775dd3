"""Rows of names: in a column of surnames beside one of first names, every cell is one.

« MARS ; Olivier », « LO | Awa », « RIVOIRE      Yvonne »: a surname that is a common word, or of
two letters, is told by the rows above and below it, with or without a header. So is a whole name,
in a column of its own: « Rivière ; absent », « Noir J-P | astreinte ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon, fold_word
from redactor.detect.names import UPPER
from redactor.detect.vetoes import is_speakable
from redactor.law.categories import Category

#: Sentences hold some too, and two lines of them look like rows.
_COMMA = re.compile(",")
_MARKS = (re.compile(r"[\t|]"), re.compile(";"), _COMMA, re.compile("[ ]{2,}"))
_NAME = re.compile(rf"[{UPPER}](?:[^\W\d_]|['’-])*(?:,?[ ][^\W\d_](?:[^\W\d_]|['’-])*){{0,3}}")
# « Stanislas 8.5.1918 »: a column so narrow that the next one touches it
_DATE_AFTER = re.compile(r"(?<=[^\W\d_])[ ](?=\d)")
#: What a cell holds in the place of a name.
_NOBODY = frozenset(
    "idem neant vacant vacante inconnu inconnue anonyme total sans test nom".split()
)
#: Rows from which on a table tells its columns.
_LEAST = 2
#: Rows from which on a column tells what its cells are without another beside it.
_LEAST_ALONE = 3
# « Noir J-P », « de Saint-Just Foulques », « Brun (Hervé) »: a whole name that fills a cell
_WHOLE = re.compile(
    rf"(?:(?:de|du|d['’]|le|la|van|von)[ ]?)?(?P<words>{_NAME.pattern})(?P<initials>"
    rf"[ ][{UPPER}]{{1,2}}[a-z]?(?:[.-]+[{UPPER}])*\.?)?(?:[ ]?\([^()]{{1,20}}\))?"
)
Cell = tuple[int, int]


def rows(text: str, named: Iterable[Found], lexicon: Lexicon) -> Iterator[Found]:
    """The cells of columns of names that nothing else took for one."""
    spans = sorted((n.start, n.end) for n in named if n.category is Category.PERSON)
    if len(spans) < _LEAST:
        return
    people = frozenset(place for low, high in spans for place in range(low, high))
    for mark, table in _tables(text):
        paired = list(_of_table(text, table, people, lexicon))
        yield from paired
        if len(table) >= _LEAST_ALONE and mark is not _COMMA:
            seen = people.union(place for one in paired for place in range(one.start, one.end))
            yield from _of_columns(text, table, seen, lexicon)


def _tables(text: str) -> Iterator[tuple[re.Pattern[str] | None, list[list[Cell]]]]:
    """Lines that follow each other and are parted by the same mark, with it."""
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
                yield before, table
            table, before = [], mark
        if mark:
            table.append(_cells(line, start, mark))
    if len(table) >= _LEAST:
        yield before, table


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
        shaped = [all(_NAME.fullmatch(text, *cell) for cell in pair) for pair in both]
        if shaped.count(False) * 4 > len(both):
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


def _of_columns(
    text: str, table: list[list[Cell]], people: frozenset[int], lexicon: Lexicon
) -> Iterator[Found]:
    """The cells of columns of which most others are people, each a whole name."""
    for number in range(max(map(len, table))):
        cells = [row[number] for row in table if len(row) > number]
        cells = [cell for cell in cells if any(map(str.isalpha, text[slice(*cell)]))]
        if cells and cells[0] in table[0] and cells[0][0] not in people:
            del cells[0]  # the head of the table
        seen = [low in people for low, _ in cells]
        if sum(seen) < _LEAST or sum(seen) * 2 < len(cells):
            continue
        for cell, opens in list(zip(cells, seen, strict=True)):
            whole = _WHOLE.fullmatch(text, *cell)
            if whole and not _is_person(cell, people) and _is_whole(whole, lexicon, opens=opens):
                yield Found(*cell, Category.PERSON, "rule:column", "dans une colonne de noms", 0.65)


def _is_whole(whole: re.Match[str], lexicon: Lexicon, *, opens: bool) -> bool:
    """« Rivière », « Noir J-P », but not « Absent », « Suppléant FO ». `opens`: the cell opens on
    what is known for a person."""
    if fold_word(whole["words"]) in _NOBODY:
        return False
    words = whole["words"].split()
    known = [lexicon.of(word) for word in words]
    if any(Known.STOP in k and "-" not in word for k, word in zip(known, words, strict=True)):
        return False
    if opens or whole["initials"] or any(k & Known.NAME for k in known):
        return True
    if len(words) == 1 and Known.PLACE in known[0]:
        return "-" not in words[0]  # « Salles », but not « Fort-de-France »
    return all(not k and is_speakable(word) for k, word in zip(known, words, strict=True))


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
