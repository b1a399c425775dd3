"""Columns that nothing names, known by what they hold: first names, and surnames beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.detect.cells import Cells
from redactor.detect.found import Found
from redactor.detect.lexicon import Known
from redactor.law.categories import Category

#: The bounds of a row's values in a text; None for a number, or nothing.
Row = list[tuple[int, int] | None]

_NAME = re.compile(r"(?![\d\s])[^\d_@/=:;<>{}#|]{2,40}")
_DATE = re.compile(r"(?P<year>19\d\d|20\d\d)-\d\d-\d\d|\d\d/\d\d/(?P<last>19\d\d|20\d\d)")
#: A date beside a name that is later than this is more often that of an event.
_LATEST = 2018


def by_content(text: str, rows: Sequence[Row], cells: Cells) -> Iterator[Found]:
    """People, and the first date of their rows, where the columns of names can be told."""
    pair = _names(text, rows, cells)
    if pair is None:
        return
    for row in rows:
        named = [row[n] for n in pair if n < len(row)]
        if len(named) < 2 or None in named:
            continue
        for low, high in filter(None, named):
            yield Found(
                low, high, Category.PERSON, "table:person",
                "colonne sans titre de noms ou de prénoms", 0.85,
            )  # fmt: skip
        for bounds in row[max(pair) + 1 :]:
            date = bounds and _DATE.fullmatch(text, *bounds)
            if date:
                if int(date["year"] or date["last"]) <= _LATEST:
                    yield Found(
                        *date.span(), Category.BIRTH_DATE, "table:birth_date",
                        "première date après un nom, dans une colonne sans titre", 0.75,
                    )  # fmt: skip
                break


def _names(text: str, rows: Sequence[Row], cells: Cells) -> tuple[int, int] | None:
    """The columns of surnames and of first names, side by side."""
    width = max(map(len, rows), default=0)
    of = cells.reader.lexicon.of
    for number in range(width):
        firsts = _column(text, rows, number)
        given = [of(v.split()[0]) for v in firsts if v.split()]
        sure = [k for k in given if Known.FIRST in k and Known.STOP not in k]
        if len(sure) * 3 < len(given) * 2 or all(Known.PLACE in k for k in sure):
            continue
        for beside in (number - 1, number + 1):
            lasts = _column(text, rows, beside) if beside >= 0 else []
            if lasts and all(_is_surname(v, of(v)) for v in lasts):
                return beside, number
    return None


def _column(text: str, rows: Sequence[Row], number: int) -> list[str]:
    """The values of a column, none if one is no name's."""
    bounds = [row[number] for row in rows if number < len(row)]
    values = [text[slice(*b)] for b in bounds if b]
    return values if all(map(_NAME.fullmatch, values)) else []


def _is_surname(value: str, known: Known) -> bool:
    if not value[0].isupper() or len(value.split()) > 3:
        return False
    plain = known & (Known.STOP | Known.WORD | Known.PLACE) and not known & Known.NAME
    return not plain or (value.isupper() and Known.STOP not in known)
