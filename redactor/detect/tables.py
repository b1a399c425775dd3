"""Tables: the header of a column says what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.detect.block import Block
from redactor.detect.cells import Cells, ColumnRule
from redactor.detect.found import Found
from redactor.detect.queries import Dump, Queries, is_statement

# What parts the cells of a row: a tab or a bar; in exports, semicolons, or commas.
_MARKS = ("\t|", ";", ",")
_HEADER_MAX = 45


@dataclass(slots=True)
class Header:
    """The columns of the table being read: index → (rule, header's text)."""

    columns: dict[int, tuple[ColumnRule, str]] = field(default_factory=dict)
    table: int | None = None
    marks: str = _MARKS[0]
    dump: Dump = field(default_factory=Dump)


class Tables:
    """Reads tables as they stream by: a header goes on to the next block of its table."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.queries = Queries(cells)

    def find(self, block: Block, header: Header) -> Iterator[Found]:
        """What the cells of known columns hold. `header` is the state of the stream."""
        position = 0
        for line in block.text.splitlines(keepends=True):
            start, position = position, position + len(line)
            part = block.part_at(start)
            table = part.flow.cell.table if part.flow.cell else None
            if table != header.table:
                header.columns, header.table = {}, table
            if copied := self.queries.copied(line):
                header.columns, header.marks = copied, "\t"
                continue
            if is_statement(line):
                header.columns = {}
                continue
            marks = self._marks(line, header)
            cells = _cells(line, start, marks)
            if len(cells) < 2 and table is None:
                header.columns = {}
                continue
            if table is not None:
                cells = [(_column(block, low, n), low, high) for n, low, high in cells]
            columns = self._header(block.text, cells)
            if columns and (marks == _MARKS[0] or len(columns) > 1):
                header.columns, header.marks = columns, marks
            elif header.columns:
                for index, low, high in cells:
                    if index in header.columns:
                        yield from self.cells.read(block.text, low, high, *header.columns[index])

    @staticmethod
    def _marks(line: str, header: Header) -> str:
        """What parts the cells of a line: as under the header above, if it has such marks."""
        if header.columns and any(mark in line for mark in header.marks):
            return header.marks
        return next((marks for marks in _MARKS if any(mark in line for mark in marks)), _MARKS[0])

    def _header(
        self, text: str, cells: list[tuple[int, int, int]]
    ) -> dict[int, tuple[ColumnRule, str]]:
        """The known columns of a row that is a header: short cells without digits."""
        columns = {}
        for index, low, high in cells:
            label = " ".join(text[low:high].strip(" \"'").split())
            if len(label) > _HEADER_MAX or any(map(str.isdigit, label.replace("n°1", ""))):
                return {}
            if rule := self.cells.of_header(label):
                columns[index] = (rule, label)
        # one known header among unknown cells is a header only when the others look like labels
        return columns if columns and (len(columns) > 1 or len(cells) > 1) else {}


def _column(block: Block, low: int, counted: int) -> int:
    cell = block.part_at(low).flow.cell
    return cell.column if cell else counted


def _cells(line: str, start: int, marks: str) -> list[tuple[int, int, int]]:
    """Number and bounds in the block of the cells of a line that hold something. A mark
    inside the quotes of an export parts nothing."""
    quoted = '"[^"\n]*"|' if marks != _MARKS[0] else ""
    cells, number = [], 0
    for match in re.finditer(rf"(?:{quoted}[^{re.escape(marks)}])+|[{re.escape(marks)}]", line):
        if match.group() in marks:
            number += 1
        elif match.group().strip():
            cells.append((number, start + match.start(), start + match.end()))
    return cells


def new_header() -> Header:
    """The state of a stream that has read nothing."""
    return Header()
