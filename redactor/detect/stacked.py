"""Tables of which every cell became a line: the heads below one another, then the cells of a row.

« Nom / Prénom / Date de naissance / KERLANN / Maud / 03/08/1977 / … », each on its line, as the
text of a page leaves them. How many columns there are shows where the cells of dates and numbers
fall under the heads that say so, row after row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from redactor.detect.cells import ColumnRule
from redactor.detect.dates import BIRTH
from redactor.detect.found import Found
from redactor.detect.lexicon import Known
from redactor.detect.tables import Tables
from redactor.law.categories import Category

Line = tuple[int, int]
Columns = Mapping[int, tuple[ColumnRule, str]]

_LINE = re.compile(r"[^\n]*\S")
_HEAD_MAX = 40
_MOST_COLUMNS = 10
#: Rows from which on a table is one.
_LEAST = 2
# What a cell of each kind looks like; what is told of no one stands for any.
_NOTHING = re.compile(r"[-–—./ ]*|néant|sans|nc|inconnue?|non renseignée?", re.I)
_FORMS = {
    Category.BIRTH_DATE: re.compile(BIRTH, re.I),
    Category.PHONE: re.compile(r"\+?[(\d][\d .()/-]{5,18}\d"),
    Category.EMAIL: re.compile(r"\S+@\S+"),
    Category.NIR: re.compile(r"[12378][ ]?\d\d(?:[ ]?[\dAB]){10,12}"),
    Category.IBAN: re.compile(r"[A-Z]{2}\d\d[A-Z\d ]{11,40}"),
    Category.LICENCE_PLATE: re.compile(r"[A-Z]{2}[- ]?\d{3}[- ]?[A-Z]{2}|\d{1,4}[ ]?[A-Z]{2,3}.*"),
}
_NAME = re.compile(r"[^\W\d_][^\d\t:;=@|<>{}]{0,44}")


class Stacked:
    """Finds such tables in a text, and reads their cells as those of any table."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._is_head = lru_cache(4096)(self._is_known)

    def find(self, text: str) -> Iterator[Found]:
        lines = [match.span() for match in _LINE.finditer(text)]
        heads = [self._heads(text, line) for line in lines]
        after = 0
        for index in range(len(lines) - 1):
            # a head alone is a form's label: its value follows it
            if index >= after and heads[index] and any(heads[index + 1 : index + 4]):
                read = self._table(text, lines[index:], heads[index:])
                if read is not None:
                    columns, rows = read
                    after = index + len(rows[0]) * (len(rows) + 1)
                    yield from self._read(text, columns, rows)

    def _heads(self, text: str, line: Line) -> bool:
        return line[1] - line[0] <= _HEAD_MAX and self._is_head(text[slice(*line)].strip())

    def _is_known(self, label: str) -> bool:
        return self._tables.cells.of_header(" ".join(label.split())) is not None

    def _table(
        self, text: str, lines: Sequence[Line], heads: Sequence[bool]
    ) -> tuple[Columns, list[Sequence[Line]]] | None:
        """The columns and the rows of the table that begins with the first line."""
        for width in range(2, min(_MOST_COLUMNS, len(lines) // (_LEAST + 1)) + 1):
            cells = [(n, low, high) for n, (low, high) in enumerate(lines[:width])]
            columns = self._tables.heads(text, cells)
            if len(columns) < 2:
                continue
            rows: list[Sequence[Line]] = []
            for start in range(width, len(lines) - width + 1, width):
                row = lines[start : start + width]
                # « Agent de maîtrise » may also be a head, where no column is known
                if any(heads[start + n] for n in columns) or not _conforms(text, columns, row):
                    break
                rows.append(row)
            if len(rows) >= _LEAST and self._is_sure(text, columns, rows):
                return columns, rows
        return None

    def _is_sure(self, text: str, columns: Columns, rows: Sequence[Sequence[Line]]) -> bool:
        """Whether a column has a form that chance does not give, or two hold names."""
        if any(rule.category in _FORMS for rule, _ in columns.values()):
            return True
        named = [n for n, (rule, _) in columns.items() if rule.category is Category.PERSON]
        lexicon = self._tables.cells.reader.lexicon
        words = [text[slice(*row[n])].strip() for n in named for row in rows]
        known = sum(Known.NAME & lexicon.of(word) != Known.NOTHING for word in words)
        return len(named) > 1 and known * 2 > len(words)

    def _read(self, text: str, columns: Columns, rows: Sequence[Sequence[Line]]) -> Iterator[Found]:
        for row in rows:
            for index, (rule, label) in columns.items():
                yield from self._tables.cells.read(text, *row[index], rule, label)


def _conforms(text: str, columns: Columns, row: Sequence[Line]) -> bool:
    for index, (rule, _) in columns.items():
        cell = text[slice(*row[index])].strip()
        form = _NAME if rule.category is Category.PERSON else _FORMS.get(rule.category)
        if form and not form.fullmatch(cell) and not _NOTHING.fullmatch(cell):
            return False
    return True
