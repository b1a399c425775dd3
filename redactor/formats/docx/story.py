"""A part of Word text (body, header, notes, comments) as flows mapped to its tree.

A paragraph is a flow: what a reader sees of it, inserted text included, deleted and hidden
text left out. These make flows of their own, and so do a field's instruction, the reading of a
ruby, a text box. A deletion's flow takes the words around it too: a name of which only the
second half was deleted can be read by refusing the change.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from redactor.formats.docx.names import name
from redactor.formats.docx.styles import Look, Styles
from redactor.formats.docx.unseen import PAPER, UNKNOWN, Unseen, shade
from redactor.formats.revisions import joined, part_of, widened
from redactor.formats.slots import SELF, TAIL, TEXT, Manner, Mapped, Piece
from redactor.text.flow import Cell, Channel, Flow, Kind

#: Elements that stand for a character.
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "a:br": "\n",
    "a:tab": "\t",
    "w:noBreakHyphen": "-",
    "w:softHyphen": "\u00ad",
}
_TEXTS = frozenset({"w:t", "m:t", "a:t", "w:delText", "x:t"})
_INSTRUCTIONS = frozenset({"w:instrText", "w:delInstrText"})
_DELETED = frozenset({"w:del", "w:moveFrom"})
_INSERTED = frozenset({"w:ins", "w:moveTo"})
_PARAGRAPHS = frozenset({"w:p", "a:p", "x:si", "x:is", "x:text"})

#: Channels in which a text box is a text box; in a comment, it is part of the comment.
_PAGE = frozenset({Channel.BODY, Channel.HEADER, Channel.FOOTER})


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for the run being read."""

    channel: Channel
    cell: Cell | None = None
    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    ground: str = PAPER
    """The colour behind the text."""
    style: str = ""
    """The style of the paragraph."""
    beside: str = ""
    """In a comment: the paragraph that it is about."""


@dataclass(frozen=True, slots=True, eq=False)
class _Token:
    piece: Piece
    state: _State


@dataclass(slots=True)
class _Reading:
    """What one paragraph gives."""

    tokens: list[_Token] = field(default_factory=list)
    boxes: list[tuple[etree._Element, _State]] = field(default_factory=list)
    rubies: list[list[Piece]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


class Story:
    """Reads the flows of one part."""

    def __init__(
        self,
        part: str,
        root: etree._Element,
        channel: Channel,
        styles: Styles,
        next_table: Callable[[], int],
        unseen: Unseen | None = None,
        commented: dict[str, str] | None = None,
    ) -> None:
        """`commented`: the id of a comment → the flow that it is about; filled in as it is read."""
        self.part = part
        self.root = root
        self.aside: list[Mapped] = []
        """Flows that the page does not show, complete once `flows` is exhausted."""
        self.claimed: set[tuple[etree._Element, str]] = set()
        """Places whose text is in a flow."""
        self.channel = channel
        self._styles = styles
        self._unseen = unseen or Unseen(None)
        self._next_table = next_table
        self._commented = {} if commented is None else commented
        self._paragraphs = 0
        self._fields: list[list[Piece]] = []
        self._field_count = 0

    def flows(self) -> Iterator[Mapped]:
        """What the page shows, in reading order."""
        yield from self._blocks(self.root, _State(self.channel))

    def _blocks(self, parent: etree._Element, state: _State) -> Iterator[Mapped]:
        for child in parent:
            what = name(child)
            if what in _PARAGRAPHS:
                yield from self._paragraph(child, state)
            elif what == "w:tbl":
                yield from self._table(child, state)
            elif what == "mc:Fallback":
                yield from self._blocks(child, replace(state, channel=Channel.HIDDEN))
            elif what == "w:comment":
                about = self._commented.get(_id(child), "")
                yield from self._blocks(child, replace(state, beside=about))
            elif not what.startswith("#") and not what.endswith("Pr"):
                yield from self._blocks(child, state)

    def _table(self, table: etree._Element, state: _State) -> Iterator[Mapped]:
        number = self._next_table()
        # The colours of a table's style depend on the row and the column.
        below = UNKNOWN if any(name(e) == "w:tblStyle" for p in table for e in p) else state.ground
        for row, line in enumerate(_within(table, "w:tr")):
            column = _number(line, "w:trPr", "w:gridBefore", 0)
            for cell in _within(line, "w:tc"):
                inner = replace(state, cell=Cell(number, row, column), ground=below)
                for child in cell:
                    if name(child) == "w:tcPr":
                        own = shade(child)
                        inner = inner if own is None else replace(inner, ground=own)
                yield from self._blocks(cell, inner)
                column += max(_number(cell, "w:tcPr", "w:gridSpan", 1), 1)

    def _paragraph(self, paragraph: etree._Element, state: _State) -> Iterator[Mapped]:
        number = self._paragraphs
        self._paragraphs += 1
        reading = _Reading()
        id_ = f"{self.part}#{number}"
        ground = self._unseen.ground_of(paragraph, state.ground)
        self._inline(paragraph, reading, replace(state, ground=ground, style=_style(paragraph)))
        self._commented.update(dict.fromkeys(reading.comments, id_))
        shown = [t.piece for t in reading.tokens if not t.state.deleted and not t.state.hidden]
        if shown:
            look = self._styles.look(paragraph) if state.cell is None else Look(Kind.CELL)
            flow = Flow(
                id=id_,
                text="".join(p.text for p in shown),
                channel=state.channel,
                kind=look.kind,
                level=look.level,
                cell=state.cell,
                place=self.part,
                beside=state.beside,
            )
            yield Mapped(flow, tuple(shown))
        self._hidden(id_, reading.tokens)
        self._revised(id_, reading.tokens)
        for count, ruby in enumerate(reading.rubies):
            self._set_aside(f"{id_}-ruby-{count}", Channel.HIDDEN, "ruby", ruby)
        for box, inner in reading.boxes:
            if name(box) in _PARAGRAPHS:
                yield from self._paragraph(box, inner)
            else:
                yield from self._blocks(box, inner)

    def _inline(self, parent: etree._Element, reading: _Reading, state: _State) -> None:
        for child in parent:
            what = name(child)
            if what in _TEXTS:
                inner = replace(state, deleted=True) if what == "w:delText" else state
                for piece in self._texts(child):
                    reading.tokens.append(_Token(piece, inner))
            elif what in ("w:r", "m:r"):
                hidden = state.hidden or self._unseen.is_unseen(child, state.style, state.ground)
                self._inline(child, reading, replace(state, hidden=True) if hidden else state)
            elif what in _SIGNS:
                reading.tokens.append(_Token(Piece(_SIGNS[what], child, SELF), state))
            elif what == "w:sym":
                sign = _symbol(child)
                if sign:
                    reading.tokens.append(_Token(Piece(sign, child, SELF), state))
            elif what in _INSERTED:
                self._inline(child, reading, replace(state, inserted=True))
            elif what in _DELETED:
                self._inline(child, reading, replace(state, deleted=True))
            elif what == "w:commentReference":
                reading.comments.append(_id(child))
            elif what == "w:fldChar":
                self._field(child)
            elif what in _INSTRUCTIONS:
                if self._fields:
                    self._fields[-1] += self._texts(child)
            elif what == "w:rt":
                ruby = _Reading()
                self._inline(child, ruby, state)
                reading.rubies.append([t.piece for t in ruby.tokens])
            elif what == "w:txbxContent" or what in _PARAGRAPHS:
                boxed = Channel.TEXTBOX if state.channel in _PAGE else state.channel
                inner = _State(Channel.HIDDEN if state.hidden else boxed, ground=UNKNOWN)
                reading.boxes.append((child, inner))
            elif what == "mc:Fallback":
                self._inline(child, reading, replace(state, hidden=True))
            elif not what.startswith("#") and not what.endswith("Pr"):
                self._inline(child, reading, state)

    def _texts(self, element: etree._Element) -> list[Piece]:
        """The text of an element, also where a comment cuts it in two."""
        pieces = []
        if element.text:
            pieces.append(Piece(element.text, element, TEXT))
            self.claimed.add((element, TEXT))
        for child in element:
            if child.tail:
                pieces.append(Piece(child.tail, child, TAIL))
                self.claimed.add((child, TAIL))
        return pieces

    def _field(self, sign: etree._Element) -> None:
        """Follow a field's begin, separate and end; its instruction ends at the second."""
        kind = sign.get(sign.tag.rpartition("}")[0] + "}fldCharType")
        if kind == "begin":
            self._fields.append([])
        elif kind in ("separate", "end") and self._fields:
            id_ = f"{self.part}#field-{self._field_count}"
            pieces = self._fields[-1]
            if pieces:
                self._field_count += 1
                self._set_aside(id_, Channel.FIELD, "instruction", pieces, Manner.NAMED)
            self._fields[-1] = []
            if kind == "end":
                self._fields.pop()

    def _hidden(self, id_: str, tokens: list[_Token]) -> None:
        """A flow for each stretch of hidden text that was not deleted."""
        stretch: list[Piece] = []
        count = 0
        for token in [*tokens, None]:
            if token is not None and token.state.hidden and not token.state.deleted:
                stretch.append(token.piece)
            elif stretch:
                self._set_aside(f"{id_}-hidden-{count}", Channel.HIDDEN, "hidden", stretch)
                stretch = []
                count += 1

    def _revised(self, id_: str, tokens: list[_Token]) -> None:
        """A flow for each change: the text as it stood before, with some words around."""
        if not any(token.state.deleted or token.state.inserted for token in tokens):
            return
        before = [t for t in tokens if not t.state.inserted and not t.state.hidden]
        text = "".join(t.piece.text for t in before)
        windows: list[tuple[int, int]] = []
        at = 0
        for token in tokens:
            if token.state.hidden:
                continue
            length = 0 if token.state.inserted else len(token.piece.text)
            if token.state.deleted:
                # Text that was inserted, then deleted, never stood before.
                end = at + length
                if token.state.inserted:
                    continue
                windows.append(widened(text, at, end))
            elif token.state.inserted and 0 < at < len(text):
                windows.append(widened(text, at, at))
            at += length
        for count, (start, end) in enumerate(joined(windows)):
            pieces = part_of([t.piece for t in before], start, end)
            self._set_aside(f"{id_}-before-{count}", Channel.REVISION, "before", pieces, beside=id_)
        undone = [t.piece for t in tokens if t.state.inserted and t.state.deleted]
        self._set_aside(f"{id_}-undone", Channel.REVISION, "undone", undone, beside=id_)

    def _set_aside(
        self,
        id_: str,
        channel: Channel,
        what: str,
        pieces: list[Piece],
        manner: Manner = Manner.MARKED,
        beside: str = "",
    ) -> None:
        text = "".join(piece.text for piece in pieces)
        if text.strip():
            place = f"{self.part} · {what}"
            flow = Flow(id=id_, text=text, channel=channel, place=place, beside=beside)
            self.aside.append(Mapped(flow, tuple(pieces), manner))


def _within(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through what may wrap them."""
    for child in parent:
        what = name(child)
        if what == wanted:
            yield child
        elif what in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:del", "mc:Choice"):
            yield from _within(child, wanted)


def _number(element: etree._Element, properties: str, wanted: str, otherwise: int) -> int:
    """A number among an element's properties."""
    for child in element:
        if name(child) == properties:
            for each in child:
                if name(each) == wanted:
                    value = each.get(each.tag.rpartition("}")[0] + "}val") or ""
                    return int(value) if value.isdigit() and len(value) < 5 else otherwise
    return otherwise


def _id(element: etree._Element) -> str:
    return element.get(element.tag.rpartition("}")[0] + "}id") or ""


def _style(paragraph: etree._Element) -> str:
    for child in paragraph:
        if name(child) == "w:pPr":
            for each in child:
                if name(each) == "w:pStyle":
                    return each.get(each.tag.rpartition("}")[0] + "}val") or ""
    return ""


def _symbol(sign: etree._Element) -> str:
    """The character of `w:sym`. Symbol fonts keep theirs 0xF000 higher (§ 17.3.3.30)."""
    try:
        code = int(sign.get(sign.tag.rpartition("}")[0] + "}char") or "", 16)
    except ValueError:
        return ""
    code = code - 0xF000 if 0xF020 <= code <= 0xF0FF else code
    return chr(code) if 0x20 <= code < 0xD800 else ""
