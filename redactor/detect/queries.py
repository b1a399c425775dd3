"""Dumps and queries of databases: the values of a statement, by the names of its columns.

`INSERT INTO t (nom, …) VALUES (…), (…);` runs over many lines, and without column names when
`CREATE TABLE t` gave them before; what a block leaves open the next one goes on with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redactor.detect.cells import Cells, ColumnRule
from redactor.detect.columns import Row, by_content
from redactor.detect.found import Found
from redactor.law.categories import Category

_NAME = r"[`\"\[]?[\w.$-]+[`\"\]]?"
_STATEMENT = re.compile(
    rf"(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+(?:TABLE\s+)?(?P<into>{_NAME})\s*"
    r"(?:\((?P<columns>[^()]*)\)\s*)?VALUES?\s*(?=\()"
    rf"|CREATE\s+(?:TEMP\w*\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(?P<table>{_NAME})\s*\(",
    re.I,
)
_COPY = re.compile(rf"\s*COPY\s+{_NAME}\s*\((?P<columns>[^()]*)\)\s*FROM\s+stdin", re.I)
_OPENS = re.compile(r"\s*(?:INSERT|REPLACE|CREATE|UPDATE|SELECT|ALTER)\s+\S", re.I)
_SPACE = re.compile(r"(?:\s|--[^\n]*(?:\n|$))*")
_QUOTED = re.compile(r"[NEeB]?'(?P<value>(?:[^'\\]|''|\\.)*)'", re.S)
_BARE = re.compile(r"(?:[^,()']|\([^()]*\))+")
_DECLARED = re.compile(rf"\s*(?P<name>{_NAME})(?:[^,()']|\([^()]*\)|'[^']*')*(?P<mark>[,)])", re.S)
#: A table's constraints stand among its columns.
_NO_COLUMN = frozenset("primary key unique constraint foreign check index fulltext".split())
_MOST_TABLES = 500

#: What the columns of a table hold, in order; None where nothing says so.
Columns = tuple[tuple[ColumnRule, str] | None, ...]


@dataclass(slots=True)
class Dump:
    """What a stream has told of a database: its tables, and the statement left open."""

    tables: dict[str, Columns] = field(default_factory=dict)
    open: Columns | None = None


class Queries:
    """Reads statements as they stream by."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells

    def find(self, text: str, dump: Dump) -> Iterator[Found]:
        """What the values of the columns that say something hold."""
        position = 0
        unnamed: dict[str, list[Row]] = {}
        if dump.open is not None:
            found, _, position = self._rows(text, 0, dump.open, dump)
            yield from found
        while match := _STATEMENT.search(text, position):
            position = match.end()
            if match["table"]:
                if len(dump.tables) < _MOST_TABLES:
                    dump.tables[_bare(match["table"])] = self._declared(text, position)
                continue
            named = match["columns"]
            columns = (
                self.columns(named.split(","))
                if named
                else dump.tables.get(_bare(match["into"]), ())
            )
            if named and len(dump.tables) < _MOST_TABLES:
                dump.tables[_bare(match["into"])] = columns
            found, rows, position = self._rows(text, position, columns, dump)
            yield from found
            if not columns:
                unnamed.setdefault(_bare(match["into"]), []).extend(rows)
        for rows in unnamed.values():
            yield from by_content(text, rows, self.cells)

    def columns(self, names: Sequence[str]) -> Columns:
        """The rules of columns by their names; a lone « nom », among things, names no person."""
        labels = dict(enumerate(map(_bare, names)))
        rules = {number: self.cells.of_key(label) for number, label in labels.items()}
        known = {number: (rule, labels[number]) for number, rule in rules.items() if rule}
        for number, (rule, label) in list(known.items()):
            if len(known) == 1 and rule.category is Category.PERSON and _is_vague(label):
                del known[number]
        known = self.cells.with_parts(known, labels)
        return tuple(map(known.get, labels))

    def copied(self, line: str) -> dict[int, tuple[ColumnRule, str]] | None:
        """The columns of `COPY t (…) FROM stdin`, whose rows follow between tabs."""
        match = _COPY.match(line)
        if not match:
            return None
        columns = self.columns(match["columns"].split(","))
        return {index: column for index, column in enumerate(columns) if column}

    def _declared(self, text: str, position: int) -> Columns:
        names = []
        while match := _DECLARED.match(text, position):
            if _bare(match["name"]) not in _NO_COLUMN:
                names.append(match["name"])
            position = match.end()
            if match["mark"] == ")":
                break
        return self.columns(names)

    def _rows(
        self, text: str, position: int, columns: Columns, dump: Dump
    ) -> tuple[list[Found], list[Row], int]:
        """What rows of values hold, the rows, and where they end; left open at the end."""
        found: list[Found] = []
        rows: list[Row] = []
        dump.open = None
        while True:
            start = _skip(text, position)
            if text.startswith(",", start):
                start = _skip(text, start + 1)
            if start == len(text):
                dump.open = columns
                break
            if not text.startswith("(", start):
                break
            position = start + 1
            rows.append([])
            for number in range(_MOST_TABLES):
                value, position = _value(text, _skip(text, position))
                rows[-1].append(value)
                column = columns[number] if number < len(columns) else None
                if value and column:
                    found += self.cells.read(text, *value, *column, exact=True)
                position = _skip(text, position)
                if not text.startswith(",", position):
                    break
                position += 1
            if not text.startswith(")", position):
                start = position
                break
            position += 1
        return found, rows, start


def is_statement(line: str) -> bool:
    """Whether a line opens a statement, whose commas part no cells of a table."""
    return bool(_OPENS.match(line))


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _value(text: str, position: int) -> tuple[tuple[int, int] | None, int]:
    """The bounds of a quoted value, or nothing for a bare one, and where it ends."""
    if quoted := _QUOTED.match(text, position):
        return quoted.span("value"), quoted.end()
    bare = _BARE.match(text, position)
    if bare and (inner := _QUOTED.search(text, position, bare.end())):
        return inner.span("value"), bare.end()  # TO_DATE('17/05/1980', …)
    return None, bare.end() if bare else position


def _bare(name: str) -> str:
    return name.strip().strip('`"[]').rpartition(".")[2]


def _is_vague(label: str) -> bool:
    return label.lower() in ("nom", "noms", "name", "identifiant", "contact")
