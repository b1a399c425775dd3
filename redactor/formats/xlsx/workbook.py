"""A workbook as flows: its cells by sheet, row and column, then all that a sheet does not show.

Cells share their texts. To take a text out of one cell and leave it in the other, each cell that
shares gets a copy for the time of an edit; what has not changed goes back to the shared one.
"""

import datetime as dt
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from redactor.formats.docx.document import Document
from redactor.formats.docx.margins import margins
from redactor.formats.docx.names import name, qualified
from redactor.formats.docx.styles import Styles
from redactor.formats.errors import TooLarge
from redactor.formats.ocr import Reader
from redactor.formats.opc import owner_of, relationships, rels_name
from redactor.formats.package import Package
from redactor.formats.parts import NOTHING
from redactor.formats.slots import SELF, TEXT, Manner, Mapped, Piece
from redactor.formats.xlsx.unseen import unseen_styles
from redactor.text.flow import Cell, Channel, Flow, Kind, Unread

#: Kinds of parts that only say in which order to calculate, or what people did before.
_DROPPED = {
    "calcChain": "calculation-chain",
    "revisionHeaders": "shared-history",
    "revisionLog": "shared-history",
    "usernames": "shared-history",
}
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
#: Past so many cells, numbers with fewer digits are not read: such a workbook has millions.
_LONG, _LEAST_DIGITS = 200_000, 5
#: Characters of all cells: one text of a megabyte that 12,000 cells share is 12 gigabytes.
_MOST = 200_000_000
#: Cells of all sheets: each is looked at, and a file of 60 kB can hold millions.
_MOST_CELLS = 1_000_000
#: Built-in formats of dates (ECMA-376 part 1, § 18.8.30).
_DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_DATE_FORMAT = re.compile(r"[dyjaDYJA]")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CHANNELS = {
    "x:comments": Channel.COMMENT,
    "x:workbook": Channel.METADATA,
    "x:worksheet": Channel.METADATA,
    "x:styleSheet": Channel.METADATA,
    "x:sst": Channel.HIDDEN,
    "xdr:wsDr": Channel.TEXTBOX,
    "c:chartSpace": Channel.TEXTBOX,
}


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet of the workbook."""

    title: str
    part: str
    is_hidden: bool


@dataclass(slots=True, eq=False)
class _Shared:
    """A cell that was given its own copy of a shared text."""

    part: str
    cell: etree._Element
    value: etree._Element
    own: etree._Element
    was: bytes


class Workbook(Document):
    """The parts of a workbook, each parsed once. See `Document`."""

    def __init__(
        self,
        package: Package,
        prefix: str = "",
        depth: int = 0,
        reader: Reader | None = None,
        to_write: bool = False,
    ) -> None:
        """`to_write`: give each cell that shares a text its own copy. Raises Damaged."""
        super().__init__(package, prefix, depth, reader)
        self._to_write = to_write
        self._shared: dict[int, list[_Shared]] = {}
        self._users: dict[int, int] = {}
        self._read: set[int] = set()
        self._said = 0
        self._passed = 0
        self._claimed: dict[str, set[tuple[etree._Element, str]]] = {}
        self.cells: dict[str, tuple[str, etree._Element]] = {}
        """Each cell's part and element, by the id of its flow."""

    def is_workbook(self) -> bool:
        """Whether the main part is a workbook."""
        return name(self._root(self.main)) == "x:workbook"

    def _root(self, part: str) -> etree._Element:
        self._parse(part)
        return self.trees[part] if part in self.trees else etree.Element("none")

    def _inside(self, package: Package, prefix: str) -> Document:  # type: ignore[override]
        return Document(package, prefix, self._depth + 1, self._reader)

    def fate(self, part: str, unwanted: frozenset[str] = NOTHING) -> str:
        owner = owner_of(part) if part.endswith(".rels") else part
        word = _DROPPED.get(self.kinds.get(owner, ""))
        return word or super().fate(part, unwanted)

    def sheets(self) -> list[Sheet]:
        """In the order of their tabs."""
        rels = rels_name(self.main)
        if rels not in self.names:
            return []
        low = {part.lower(): part for part in self.names}
        targets = {
            each.id: low.get(each.target.lower(), "")
            for each in relationships(self._root(rels), rels)
            if not each.external
        }
        found = []
        for element in self._root(self.main).iter("{*}sheet"):
            id_ = next((str(v) for k, v in element.items() if str(k).endswith("}id")), "")
            part = targets.get(id_, "")
            if part in self.names and name(self._root(part)) == "x:worksheet":
                hidden = element.get("state", "visible") != "visible"
                found.append(Sheet(element.get("name", ""), part, hidden))
        return found

    def mapped(self) -> Iterator[Mapped | Unread]:
        for part in self.names:
            self._parse(part)
        sheets = self.sheets()
        texts = self._texts()
        self._count(sheets)
        for sheet in sheets:
            yield from self._cells(sheet, texts)
        styles = Styles(None)
        of_cells = {sheet.part for sheet in sheets}
        main = [self.main] if self.main in self.trees else []
        for part in [*main, *self._in_order()]:
            root = self.trees[part]
            channel = _CHANNELS.get(name(root))
            story = self._story(part, styles)
            if channel is not None and part in self.kinds:
                story.channel = channel
            claimed = self._claimed.get(part, set())
            if part not in of_cells and name(root) != "x:sst":
                for each in story.flows():
                    yield self._kept(each, part)
                claimed = story.claimed
                for each in story.aside:
                    yield self._kept(each, part)
            for each in margins(story.part, root, story.channel, claimed):
                if each.flow.channel is Channel.EMBEDDED:
                    each.flow = _in_channel(each.flow, Channel.METADATA)
                yield self._kept(each, part)
        yield from self._relations()
        yield from self._part_names()
        yield from self._imported()
        yield from self._picture_flows()
        yield from self._dropped_flows()
        yield from self._others()

    def _kept(self, mapped: Mapped, part: str) -> Mapped:
        if part not in self.kinds:
            mapped.manner = Manner.DROPPED
        return mapped

    def _texts(self) -> list[etree._Element]:
        table = self._first("x:sst")
        return [] if table is None else [e for e in table if name(e) == "x:si"]

    def _count(self, sheets: list[Sheet]) -> None:
        """How many cells use each shared text."""
        cells = 0
        for sheet in sheets:
            for cell in self.trees[sheet.part].iter("{*}c"):
                cells += 1
                if cells > _MOST_CELLS:
                    raise TooLarge(what=f"{sheet.part} <c>", limit=f"{_MOST_CELLS // 1_000_000} M")
                if cell.get("t") == "s":
                    number = _number(_child(cell, "x:v"))
                    self._users[number] = self._users.get(number, 0) + 1

    def _cells(self, sheet: Sheet, texts: list[etree._Element]) -> Iterator[Mapped]:
        root = self.trees[sheet.part]
        table = self._next_table()
        columns = _hidden_columns(root)
        dates = self._date_styles()
        unseen = unseen_styles(self._first("x:styleSheet"))
        claimed = self._claimed.setdefault(sheet.part, set())
        row = -1
        for line in root.iter("{*}row"):
            given = line.get("r", "")
            row = int(given) - 1 if given.isdigit() and len(given) < 8 else row + 1
            hidden_row = line.get("hidden") in ("1", "true")
            column = -1
            for cell in line:
                if name(cell) != "x:c":
                    continue
                found = _REFERENCE.fullmatch(cell.get("r", ""))
                column = _column(found.group(1)) if found else column + 1
                hidden = (
                    sheet.is_hidden
                    or hidden_row
                    or column in columns
                    or cell.get("s", "0") in unseen
                )
                self._passed += 1
                pieces, manner = self._pieces(sheet.part, cell, texts, dates)
                for piece in pieces:
                    claimed |= {(piece.node, piece.where), (piece.node, TEXT)}
                text = "".join(piece.text for piece in pieces)
                self._said += len(text)
                if self._said > _MOST:
                    raise TooLarge(what=sheet.part, limit=f"{_MOST // 1_000_000} M")
                if not text.strip():
                    continue
                id_ = f"{sheet.part}#{_letters(column)}{row + 1}"
                self.cells[id_] = sheet.part, cell
                flow = Flow(
                    id=id_,
                    text=text,
                    channel=Channel.HIDDEN if hidden else Channel.BODY,
                    kind=Kind.CELL,
                    cell=Cell(table, row, column),
                    place=f"{sheet.title} · {_letters(column)}{row + 1}",
                )
                yield Mapped(flow, pieces, manner)

    def _pieces(
        self, part: str, cell: etree._Element, texts: list[etree._Element], dates: frozenset[int]
    ) -> tuple[tuple[Piece, ...], Manner]:
        kind = cell.get("t", "n")
        value = _child(cell, "x:v")
        if kind == "s" and value is not None:
            number = _number(value)
            if not 0 <= number < len(texts):
                return (), Manner.MARKED
            holder = texts[number]
            if self._to_write and self._users.get(number, 0) > 1:
                holder = self._own(part, cell, value, number, holder)
            else:
                self._claim_shared(number, holder)
            return _words(holder), Manner.MARKED
        inline = _child(cell, "x:is")
        if kind == "inlineStr" and inline is not None:
            return _words(inline), Manner.MARKED
        if value is None or not value.text:
            return (), Manner.MARKED
        if kind == "str":
            return (Piece(value.text, value),), Manner.MARKED
        if kind == "d":
            return (Piece(value.text, value, SELF),), Manner.UNMADE
        style = cell.get("s", "0")
        if style.isdigit() and int(style) in dates:
            shown = _date(value.text)
            if shown:
                return (Piece(shown, value, SELF),), Manner.UNMADE
        digits = sum(c.isdigit() for c in value.text)
        if kind == "n" and digits >= (1 if self._passed < _LONG else _LEAST_DIGITS):
            return (Piece(value.text, value, SELF),), Manner.UNMADE
        # A truth value, an error, a small number: claimed by its own place, so read nowhere else.
        self._claimed[part].add((value, ""))
        return (), Manner.MARKED

    def _claim_shared(self, number: int, holder: etree._Element) -> None:
        if number not in self._read:
            self._read.add(number)
            claimed = self._claimed.setdefault(self._shared_part(), set())
            claimed.update((element, "") for element in holder.iter("{*}t"))

    def _own(
        self, part: str, cell: etree._Element, value: etree._Element, number: int,
        holder: etree._Element,
    ) -> etree._Element:  # fmt: skip
        self._claim_shared(number, holder)
        own = deepcopy(holder)
        own.tail = None
        own.tag = qualified(holder, "is")
        value.addprevious(own)
        cell.remove(value)
        # Compared where it stands: what namespaces are declared depends on it.
        kept = _Shared(part, cell, value, own, etree.tostring(own))
        self._shared.setdefault(number, []).append(kept)
        cell.set("t", "inlineStr")
        return own

    def share_again(self) -> set[str]:
        """Let cells whose text did not change share it as before. Returns the parts that
        changed for the others."""
        texts = self._texts()
        changed: set[str] = set()
        for number, users in self._shared.items():
            said = [etree.tostring(user.own) for user in users]
            if all(now != user.was for now, user in zip(said, users, strict=True)):
                # Nobody says it as it was: the shared text becomes what the first one says.
                own = deepcopy(users[0].own)
                own.tag = texts[number].tag
                own.tail = texts[number].tail
                texts[number].getparent().replace(texts[number], own)  # type: ignore[union-attr]
                kept = said[0]
                changed.add(self._shared_part())
            else:
                kept = users[0].was
            for now, user in zip(said, users, strict=True):
                if now == kept:
                    user.own.addprevious(user.value)
                    user.cell.remove(user.own)
                    user.cell.set("t", "s")
                else:
                    changed.add(user.part)
        return changed

    def _shared_part(self) -> str:
        return next(part for part, root in self.trees.items() if name(root) == "x:sst")

    def _date_styles(self) -> frozenset[int]:
        """The numbers of the cell formats that show a date."""
        sheet = self._first("x:styleSheet")
        if sheet is None:
            return frozenset()
        custom = {
            each.get("numFmtId", ""): each.get("formatCode", "") for each in sheet.iter("{*}numFmt")
        }
        formats = next((e for e in sheet if name(e) == "x:cellXfs"), None)
        dates = set()
        for number, each in enumerate(formats if formats is not None else ()):
            id_ = each.get("numFmtId", "0")
            built_in = id_.isdigit() and int(id_) in _DATES
            if built_in or _DATE_FORMAT.search(_LITERAL.sub("", custom.get(id_, ""))):
                dates.add(number)
        return frozenset(dates)


def drop_formula(root: etree._Element, cell: etree._Element) -> None:
    """Take the formula out of a cell, which would calculate the removed text again; with it go
    those of the cells that borrow it."""
    formula = _child(cell, "x:f")
    if formula is None:
        return
    cell.remove(formula)
    if formula.get("t") == "shared" and formula.text:
        for other in list(root.iter(formula.tag)):
            parent = other.getparent()
            if other.get("si") == formula.get("si") and parent is not None:
                parent.remove(other)


def _in_channel(flow: Flow, channel: Channel) -> Flow:
    return Flow(flow.id, flow.text, channel, kind=flow.kind, place=flow.place)


def _words(holder: etree._Element) -> tuple[Piece, ...]:
    """The runs of a text; its reading aids (`rPh`) stay aside."""
    runs = [child if name(child) == "x:r" else [child] for child in holder]
    texts = [each for run in runs for each in run if name(each) == "x:t"]
    return tuple(Piece(each.text, each) for each in texts if each.text)


def _child(parent: etree._Element, wanted: str) -> etree._Element | None:
    return next((child for child in parent if name(child) == wanted), None)


def _number(element: etree._Element | None) -> int:
    text = (element.text or "").strip() if element is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _letters(column: int) -> str:
    said = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said


def _hidden_columns(root: etree._Element) -> frozenset[int]:
    hidden: set[int] = set()
    for column in root.iter("{*}col"):
        if column.get("hidden") in ("1", "true"):
            first, last = column.get("min", ""), column.get("max", "")
            if first.isdigit() and last.isdigit() and int(last) <= 20_000:
                hidden.update(range(int(first) - 1, int(last)))
    return frozenset(hidden)


def _date(serial: str) -> str:
    """What a date's number shows; days are counted from the last of 1899."""
    try:
        days = float(serial)
    except ValueError:
        return ""
    if not 1 <= days < 80_000:
        return ""
    return (dt.date(1899, 12, 30) + dt.timedelta(days=int(days))).strftime("%d/%m/%Y")
