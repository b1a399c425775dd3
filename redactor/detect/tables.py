"""Tables: the header of a column says what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.detect.block import Block
from redactor.detect.cells import Cells, ColumnRule
from redactor.detect.found import Found
from redactor.detect.lexicon import Known
from redactor.detect.queries import Dump, Queries, is_statement
from redactor.law.categories import Category

# What parts the cells of a row: a tab or a bar; in exports, semicolons, or commas; in lists, a
# slash between spaces; in what a page's columns became, several spaces.
_BARS, _SPACES = r"[\t|]", r"[ ]{2,}(?=[^ \n])"
_MARKS = (_BARS, ";", ",", r"[ ]/[ ]", _SPACES)
_HEADER_MAX = 45
# « -----+------ » under a header, as databases and Markdown draw it
_RULE = re.compile(r"[ ]*[|+]?[ ]*:?-{2,}[-+|: ]*\n?")
# « Note /20 », « Parent n°1 », « J2 matin », « Immat 1 », « Tél. 2 »
_OUT_OF = re.compile(
    r"/[ ]?\d{1,3}|n°[ ]?\d|(?<!\w)[JSQ]\d(?![\d.-])|_\d(?!\w)|^[^\W\d]{2,}\.?[ ]?\d{1,2}$"
)


@dataclass(slots=True)
class Header:
    """The columns of the table being read: index → (rule, header's text)."""

    columns: dict[int, tuple[ColumnRule, str]] = field(default_factory=dict)
    table: int | None = None
    marks: str = _BARS
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Where each column of a page stands in the header's line, when spaces part them."""
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
            if header.columns and _RULE.fullmatch(line):
                continue
            part = block.part_at(start)
            table = part.flow.cell.table if part.flow.cell else None
            if table != header.table:
                header.columns, header.table = {}, table
            if copied := self.queries.copied(line):
                header.columns, header.marks = copied, _BARS
                continue
            if is_statement(line):
                header.columns = {}
                continue
            marks = _BARS if table is not None else self._marks(line, header)
            cells = _cells(line, start, marks)
            if len(cells) < 2 and table is None:
                header.columns = {}
                continue
            if table is not None:
                cells = [(_column(block, low, n), low, high) for n, low, high in cells]
            columns = self.heads(block.text, cells, opened=bool(header.columns))
            if columns and (marks == _BARS or len(columns) > 1):
                header.columns, header.marks = columns, marks
                header.places = {n: (low - start, high - start) for n, low, high in cells}
            elif marks != header.marks:
                header.columns = {}
            elif header.columns:
                if marks == _SPACES and len(cells) != len(header.places):
                    cells = _under(cells, start, header.places)
                for index, low, high in cells:
                    if index in header.columns:
                        yield from self.cells.read(block.text, low, high, *header.columns[index])

    @staticmethod
    def _marks(line: str, header: Header) -> str:
        """What parts the cells of a line: as under the header above, if it has such marks."""
        if header.columns and re.search(header.marks, line):
            return header.marks
        return next((marks for marks in _MARKS if re.search(marks, line)), _BARS)

    def heads(
        self, text: str, cells: list[tuple[int, int, int]], *, opened: bool = False
    ) -> dict[int, tuple[ColumnRule, str]]:
        """The known columns of a row that is a header: short cells without digits. `opened`:
        rows of another header are being read."""
        columns: dict[int, tuple[ColumnRule, str]] = {}
        labels: dict[int, str] = {}
        for index, low, high in cells:
            label = " ".join(text[low:high].strip(" \"'").split())
            if len(label) > _HEADER_MAX or re.search(r"\d", _OUT_OF.sub("", label)):
                return {}
            if rule := self.cells.of_header(label):
                columns[index] = (rule, label)
            labels[index] = label
        if columns and all(labels[n].endswith(":") for n in columns):
            return {}  # « Nom : | KERLANN | Prénom : | Maud », a line of a form
        things = self.cells.of_things(labels, columns)
        columns = {
            n: (rule, label)
            for n, (rule, label) in columns.items()
            if n not in things or rule.category is not Category.PERSON
        }
        columns = self.cells.with_parts(columns, labels)
        # « Bénéficiaire | Yvon Kerlann »: one label, and its value
        if len(columns) == 1 and any(
            self._names(label) or (len(cells) == 2 and self._is_unknown(label))
            for n, label in labels.items()
            if n not in columns
        ):
            return {}
        if not columns and (opened or len(things) < 2):
            return {}  # « Kerlann | Association », under « Nom | Type »
        return {**things, **columns} if len(cells) > 1 else columns

    def _names(self, label: str) -> bool:
        """Whether a cell holds a word that is a name and nothing else."""
        known = (
            self.cells.reader.lexicon.of(word) for word in re.findall(r"[^\W\d_][\w'-]+", label)
        )
        return any(k & Known.NAME and not k & (Known.WORD | Known.STOP) for k in known)

    def _is_unknown(self, label: str) -> bool:
        """« Prénom | Filmon »: beside a label, a word of no list is its value."""
        return label.isalpha() and label.istitle() and not self.cells.reader.lexicon.of(label)


def _column(block: Block, low: int, counted: int) -> int:
    cell = block.part_at(low).flow.cell
    return cell.column if cell else counted


def _under(
    cells: list[tuple[int, int, int]], start: int, places: dict[int, tuple[int, int]]
) -> list[tuple[int, int, int]]:
    """The cells of a row with empty ones, each in the column of the page under which it stands."""
    placed = []
    for _, low, high in cells:
        over = [
            n for n, (left, right) in places.items() if low - start < right and left < high - start
        ]
        if len(over) == 1:
            placed.append((over[0], low, high))
    return placed


def _cells(line: str, start: int, marks: str) -> list[tuple[int, int, int]]:
    """Number and bounds in the block of the cells of a line that hold something. A mark
    inside the quotes of an export parts nothing."""
    quoted = r'"[^"\n]*"|' if marks in (";", ",") else ""
    cells, number = [], 0
    low = len(line) - len(line.lstrip(" ")) if marks == _SPACES else 0
    for match in re.compile(rf"{quoted}(?P<mark>{marks})|$").finditer(line, low):
        if match["mark"] is None and match.group():
            continue
        if line[low : match.start()].strip():
            cells.append((number, start + low, start + match.start()))
        low, number = match.end(), number + 1
    return cells


def new_header() -> Header:
    """The state of a stream that has read nothing."""
    return Header()
