"""Tables: the header of a column says what its cells hold."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.detect.addresses import is_of_service
from redactor.detect.births import BIRTH
from redactor.detect.block import Block
from redactor.detect.found import Found
from redactor.detect.names import NameReader, Trust
from redactor.detect.rules import spaces
from redactor.law.categories import Category
from redactor.paths import resource

# What parts the cells of a row: a tab or a bar; in exports, semicolons, or commas.
_MARKS = ("\t|", ";", ",")
_DATE = re.compile(rf"{BIRTH}|(?<![\d/.-])(?:19|20)\d\d(?![\d/.-])", re.I)
_HEADER_MAX = 45


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """One entry of `columns.toml`."""

    category: Category
    pattern: re.Pattern[str]
    why: str
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()


def load_columns() -> tuple[ColumnRule, ...]:
    """The columns file, compiled."""
    with (resource("rules") / "columns.toml").open("rb") as file:
        entries = tomllib.load(file)["column"]
    return tuple(
        ColumnRule(
            Category(entry["category"]),
            re.compile(
                rf"(?:{'|'.join(map(spaces, entry['cues']))})[ ]*(?:\([^)]*\))?[ :*]*", re.I
            ),
            entry["why"],
            tuple(entry["examples"]),
            tuple(entry["counter"]),
        )
        for entry in entries
    )


@dataclass(slots=True)
class Header:
    """The columns of the table being read: index → (rule, header's text)."""

    columns: dict[int, tuple[ColumnRule, str]] = field(default_factory=dict)
    table: int | None = None
    marks: str = _MARKS[0]


class Tables:
    """Reads tables as they stream by: a header goes on to the next block of its table."""

    def __init__(self, reader: NameReader, civility: re.Pattern[str]) -> None:
        self.reader = reader
        self.civility = civility
        self.rules = load_columns()

    def find(self, block: Block, header: Header) -> Iterator[Found]:
        """What the cells of known columns hold. `header` is the state of the stream."""
        position = 0
        for line in block.text.splitlines(keepends=True):
            start, position = position, position + len(line)
            part = block.part_at(start)
            table = part.flow.cell.table if part.flow.cell else None
            if table != header.table:
                header.columns, header.table = {}, table
            marks = self._marks(line, header)
            cells = _cells(line, start, marks)
            if len(cells) < 2 and table is None:
                header.columns = {}
                continue
            indexed = [
                (self._index(block, line, start, low, marks), low, high) for low, high in cells
            ]
            columns = self._header(block.text, indexed)
            if columns and (marks == _MARKS[0] or len(columns) > 1):
                header.columns, header.marks = columns, marks
            elif header.columns:
                for index, low, high in indexed:
                    if index in header.columns:
                        yield from self._cell(block.text, low, high, *header.columns[index])

    @staticmethod
    def _marks(line: str, header: Header) -> str:
        """What parts the cells of a line: as under the header above, if it has such marks."""
        if header.columns and any(mark in line for mark in header.marks):
            return header.marks
        return next((marks for marks in _MARKS if any(mark in line for mark in marks)), _MARKS[0])

    @staticmethod
    def _index(block: Block, line: str, start: int, low: int, marks: str) -> int:
        cell = block.part_at(low).flow.cell
        return cell.column if cell else sum(map(line[: low - start].count, marks))

    def _header(
        self, text: str, cells: list[tuple[int, int, int]]
    ) -> dict[int, tuple[ColumnRule, str]]:
        """The known columns of a row that is a header: short cells without digits."""
        columns = {}
        for index, low, high in cells:
            label = " ".join(text[low:high].split())
            if len(label) > _HEADER_MAX or any(map(str.isdigit, label.replace("n°1", ""))):
                return {}
            rule = next((r for r in self.rules if r.pattern.fullmatch(label)), None)
            if rule:
                columns[index] = (rule, label)
        # one known header among unknown cells is a header only when the others look like labels
        return columns if columns and (len(columns) > 1 or len(cells) > 1) else {}

    def _cell(
        self, text: str, low: int, high: int, rule: ColumnRule, label: str
    ) -> Iterator[Found]:
        low += len(text[low:high]) - len(text[low:high].lstrip())
        high = low + len(text[low:high].rstrip())
        if low >= high:
            return
        why = rule.why.format(cue=label.strip(" :*"))
        if rule.category is Category.PERSON:
            title = self.civility.match(text, low, high)
            start = title.end() if title else low
            while start < high:
                name = self.reader.read(text, start, high, Trust.STRONG, small=True, lines=False)
                if name is None:
                    return
                whole = not any(map(str.isalpha, text[name.end : high]))
                if whole or name.is_supported:
                    yield Found(
                        name.start,
                        name.end,
                        Category.PERSON,
                        "table:person",
                        why,
                        0.95 if whole else 0.8,
                    )
                rest = re.match(r"\s*(?:[,;/]|et\b)\s*", text[name.end : high])
                if not rest:
                    return
                start = name.end + rest.end()
        elif rule.category is Category.BIRTH_DATE:
            for match in _DATE.finditer(text, low, high):
                yield Found(*match.span(), rule.category, "table:birth_date", why, 0.95)
        elif rule.category is Category.ADDRESS:
            row = text[text.rfind("\n", 0, low) + 1 : low]
            if is_of_service(row):
                return  # « CCAS de Kerlann | 1 rue du Pont »
            if high - low >= 6 and any(map(str.isdigit, text[low:high])):
                yield Found(low, high, rule.category, "table:address", why, 0.9)
        elif rule.category is Category.BIRTH_PLACE:
            if any(map(str.isalpha, text[low:high])):
                yield Found(low, high, rule.category, "table:birth_place", why, 0.9)
        elif sum(map(str.isdigit, text[low:high])) >= 3:
            yield Found(low, high, rule.category, f"table:{rule.category}", why, 0.9)


def _cells(line: str, start: int, marks: str) -> list[tuple[int, int]]:
    """The bounds in the block of the cells of a line that hold something."""
    found = re.finditer(f"[^{re.escape(marks)}]+", line.rstrip("\n"))
    return [(start + m.start(), start + m.end()) for m in found if m.group().strip()]


def new_header() -> Header:
    """The state of a stream that has read nothing."""
    return Header()
