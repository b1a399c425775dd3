"""A part of OpenDocument text or of a sheet as flows mapped to its tree.

A paragraph is a flow: what a reader sees of it, inserted text included. The format keeps deleted
text apart and leaves a point where it stood: the flow of a deletion joins both again. Notes,
comments and text boxes stand inside paragraphs and make flows of their own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from redactor.formats.odf.names import attribute, full, name
from redactor.formats.odf.styles import PAPER, UNKNOWN, Styles
from redactor.formats.revisions import joined, part_of, widened
from redactor.formats.slots import SELF, TAIL, TEXT, Mapped, Piece
from redactor.text.flow import Cell, Channel, Flow, Kind

_PARAGRAPHS = frozenset({"text:p", "text:h"})
#: Channels in which a text box is a text box; in a comment, it is part of the comment.
_PAGE = frozenset({Channel.BODY, Channel.HEADER, Channel.FOOTER})
_MARGINS = {
    "style:header": Channel.HEADER,
    "style:header-left": Channel.HEADER,
    "style:header-first": Channel.HEADER,
    "style:footer": Channel.FOOTER,
    "style:footer-left": Channel.FOOTER,
    "style:footer-first": Channel.FOOTER,
    "office:annotation": Channel.COMMENT,
    "presentation:notes": Channel.COMMENT,
}
#: What stands inside a paragraph and is no part of its text: read by the margins.
_ASIDE = frozenset(
    "text:note-citation text:ruby-text office:script text:script svg:title svg:desc "
    "office:binary-data office:event-listeners dc:creator dc:date meta:creator-initials "
    "meta:date-string text:tracked-changes text:sequence-decls text:variable-decls "
    "text:user-field-decls office:forms loext:sender-initials table:shapes".split()
)
_SIGNS = {"text:tab": "\t", "text:line-break": "\n", "text:s": " "}
_REPEATED_SPACES = 1_000


@dataclass(frozen=True, slots=True)
class _State:
    channel: Channel
    cell: Cell | None = None
    level: int = 0
    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    ground: str = PAPER
    """The colour behind the text."""
    styles: tuple[str, ...] = ()
    """Of the letters, the innermost first."""
    paragraph: str = ""
    """The paragraph's style."""
    unseen: bool = False
    """Hidden by how the letters are dressed, which what they hold may undo."""
    beside: str = ""
    """In a comment: the paragraph that it is about."""

    @property
    def is_shown(self) -> bool:
        return not (self.deleted or self.hidden or self.unseen)


@dataclass(frozen=True, slots=True, eq=False)
class _Token:
    piece: Piece | None
    """None for the end of a paragraph that a deletion took with it."""
    state: _State


@dataclass(slots=True)
class _Reading:
    tokens: list[_Token] = field(default_factory=list)
    boxes: list[tuple[etree._Element, _State]] = field(default_factory=list)


class Story:
    """Reads the flows of one part."""

    def __init__(
        self,
        part: str,
        root: etree._Element,
        channel: Channel,
        styles: Styles,
        next_table: Callable[[], int],
    ) -> None:
        self.part = part
        self.root = root
        self.channel = channel
        self.aside: list[Mapped] = []
        """Flows that the page does not show, complete once `flows` is exhausted."""
        self.claimed: set[tuple[etree._Element, str]] = set()
        """Places whose text is in a flow."""
        self._styles = styles
        self._next_table = next_table
        self._paragraphs = 0
        self._series = ""
        self._inserting: set[str] = set()
        self._regions: dict[str, etree._Element] = {}
        """What tracked changes deleted, by the id that their place in the text gives."""
        self._insertions: set[str] = set()
        for region in root.iter(full("text:changed-region")):
            id_ = attribute(region, "text:id") or attribute(region, "xml:id")
            for change in region:
                if name(change) == "text:deletion":
                    self._regions[id_] = change
                elif name(change) == "text:insertion":
                    self._insertions.add(id_)

    def flows(self) -> Iterator[Mapped]:
        """What the page shows, in reading order; then deletions that no place points to."""
        yield from self._blocks(self.root, _State(self.channel))
        # Numbered apart: the list that an audit copy adds comes after the body and before them.
        self._series, self._paragraphs = "deleted-", 0
        for change in list(self._regions.values()):
            yield from self._blocks(change, _State(Channel.REVISION))

    def _blocks(self, parent: etree._Element, state: _State) -> Iterator[Mapped]:
        for child in parent:
            what = name(child)
            if what in _PARAGRAPHS:
                yield from self._paragraph(child, state)
            elif what == "table:table":
                yield from self._table(child, state)
            elif what in ("text:change-start", "text:change-end", "text:change"):
                self._follow(child)
                if what == "text:change":
                    yield from self._deleted_blocks(child)
            elif what in ("text:list-item", "text:list-header"):
                yield from self._blocks(child, replace(state, level=state.level + 1))
            elif what == "text:section":
                yield from self._blocks(child, self._in_section(child, state))
            elif what in _MARGINS:
                yield from self._blocks(child, replace(state, channel=_MARGINS[what]))
            elif what == "text:note":
                yield from self._blocks(child, _note(child, state))
            elif what == "draw:text-box":
                yield from self._blocks(child, _boxed(state))
            elif what == "text:tracked-changes" or what.startswith("#"):
                continue
            elif what not in _ASIDE or what in ("office:forms", "table:shapes"):
                yield from self._blocks(child, state)

    def _in_section(self, section: etree._Element, state: _State) -> _State:
        hidden = attribute(section, "text:display") == "none" or self._styles.hides(
            "section", attribute(section, "text:style-name")
        )
        return replace(state, hidden=True) if hidden else state

    def _table(self, table: etree._Element, state: _State) -> Iterator[Mapped]:
        number = self._next_table()
        style = attribute(table, "table:style-name")
        if self._styles.hides("table", style):
            state = replace(state, hidden=True)
        ground = self._styles.ground("table", style, state.ground)
        hidden_columns = _hidden_columns(table)
        row = 0
        for line in _within(table, "table:table-row"):
            shown = attribute(line, "table:visibility") not in ("collapse", "filter")
            column = 0
            for cell in line:
                if name(cell) not in ("table:table-cell", "table:covered-table-cell"):
                    continue
                hidden = state.hidden or not shown or column in hidden_columns
                # Built, not replaced: sheets have a hundred thousand cells.
                inner = _State(
                    state.channel,
                    Cell(number, row, column),
                    state.level,
                    state.deleted,
                    state.inserted,
                    hidden,
                    self._behind(cell, line, ground),
                )
                yield from self._blocks(cell, inner)
                column += _count(cell, "table:number-columns-repeated")
            row += _count(line, "table:number-rows-repeated")
        for child in table:
            if name(child) in ("table:shapes", "office:forms", "office:annotation"):
                yield from self._blocks(child, state)

    def _behind(self, cell: etree._Element, line: etree._Element, below: str) -> str:
        """The colour of a cell; one that takes its style from its column is not known."""
        style = attribute(cell, "table:style-name")
        if not style:
            return UNKNOWN
        row = self._styles.ground("table-row", attribute(line, "table:style-name"), below)
        return self._styles.ground("table-cell", style, row)

    def _paragraph(self, paragraph: etree._Element, state: _State) -> Iterator[Mapped]:
        number = self._paragraphs
        self._paragraphs += 1
        reading = _Reading()
        style = attribute(paragraph, "text:style-name")
        ground = self._styles.ground("paragraph", style, state.ground)
        unseen = self._styles.is_unseen((), style, ground)
        state = _State(
            state.channel,
            state.cell,
            state.level,
            state.deleted,
            state.inserted,
            state.hidden,
            ground,
            (),
            style,
            unseen,
            state.beside,
        )
        self._inline(paragraph, reading, state)
        id_ = f"{self.part}#{self._series}{number}"
        shown = [t.piece for t in reading.tokens if t.piece and t.state.is_shown]
        if shown:
            kind, level = _look(paragraph, state)
            flow = Flow(
                id=id_,
                text="".join(p.text for p in shown),
                channel=state.channel,
                kind=kind,
                level=level,
                cell=state.cell,
                place=self.part,
                beside=state.beside,
            )
            yield Mapped(flow, tuple(shown))
        self._hidden(id_, reading.tokens)
        self._revised(id_, reading.tokens)
        for box, inner in reading.boxes:
            if inner.channel is Channel.COMMENT:
                inner = replace(inner, beside=id_)
            if name(box) in _PARAGRAPHS:
                yield from self._paragraph(box, inner)
            else:
                yield from self._blocks(box, inner)

    def _inline(self, parent: etree._Element, reading: _Reading, state: _State) -> None:
        self._say(Piece(parent.text or "", parent, TEXT), reading, state)
        for child in parent:
            what = name(child)
            now = replace(state, inserted=True) if self._inserting else state
            if what in _SIGNS:
                count = _count(child, "text:c", _REPEATED_SPACES) if what == "text:s" else 1
                self._say(Piece(_SIGNS[what] * count, child, SELF), reading, now)
            elif what in ("text:change-start", "text:change-end"):
                self._follow(child)
                state = replace(state, inserted=bool(self._inserting))
            elif what == "text:change":
                self._deleted(child, reading, now)
            elif what == "text:note":
                reading.boxes.append((child, _note(child, state)))
            elif what in _MARGINS:
                reading.boxes.append((child, _State(_MARGINS[what])))
            elif what == "draw:text-box" or what in _PARAGRAPHS or what == "table:table":
                reading.boxes.append((child, _boxed(state)))
            elif what == "text:span":
                self._inline(child, reading, self._dressed(child, now))
            elif not what.startswith("#") and what not in _ASIDE:
                self._inline(child, reading, now)
            after = replace(state, inserted=True) if self._inserting else state
            self._say(Piece(child.tail or "", child, TAIL), reading, after)

    def _dressed(self, span: etree._Element, state: _State) -> _State:
        """What holds inside a span: it may show again what its paragraph hides."""
        styles = (attribute(span, "text:style-name"), *state.styles)
        unseen = self._styles.is_unseen(styles, state.paragraph, state.ground)
        return replace(state, styles=styles, unseen=unseen)

    def _say(self, piece: Piece, reading: _Reading, state: _State) -> None:
        if not piece.text:
            return
        if piece.where != SELF:
            holder = piece.node if piece.where == TEXT else piece.node.getparent()
            if piece.text.isspace() and holder is not None and not _holds_text(holder):
                return  # indentation between elements
            self.claimed.add((piece.node, piece.where))
        reading.tokens.append(_Token(piece, state))

    def _follow(self, mark: etree._Element) -> None:
        id_ = attribute(mark, "text:change-id")
        if name(mark) == "text:change-start" and id_ in self._insertions:
            self._inserting.add(id_)
        elif name(mark) == "text:change-end":
            self._inserting.discard(id_)

    def _deleted(self, mark: etree._Element, reading: _Reading, state: _State) -> None:
        """What was deleted at a point of a paragraph: it may have ended that paragraph."""
        change = self._regions.pop(attribute(mark, "text:change-id"), None)
        state = replace(state, deleted=True)
        for number, block in enumerate(change if change is not None else ()):
            if name(block) in _PARAGRAPHS:
                if number > 1:
                    reading.tokens.append(_Token(None, state))
                self._inline(block, reading, state)
            elif name(block) != "office:change-info":
                reading.boxes.append((block, _State(Channel.REVISION)))

    def _deleted_blocks(self, mark: etree._Element) -> Iterator[Mapped]:
        change = self._regions.pop(attribute(mark, "text:change-id"), None)
        if change is not None:
            yield from self._blocks(change, _State(Channel.REVISION))

    def _hidden(self, id_: str, tokens: list[_Token]) -> None:
        """A flow for each stretch of hidden text that was not deleted."""
        stretch: list[Piece] = []
        count = 0
        for token in [*tokens, None]:
            hidden = token is not None and not token.state.is_shown and not token.state.deleted
            if token is not None and hidden and token.piece:
                stretch.append(token.piece)
            elif stretch:
                self._set_aside(f"{id_}-hidden-{count}", Channel.HIDDEN, "hidden", stretch)
                stretch = []
                count += 1

    def _revised(self, id_: str, tokens: list[_Token]) -> None:
        """A flow for each change: the text as it stood before, with some words around."""
        if not any(t.piece is None or t.state.deleted or t.state.inserted for t in tokens):
            return
        count = 0
        for line in _lines(tokens):
            before = [t for t in line if not t.state.inserted and not t.state.hidden]
            text = "".join(t.piece.text for t in before if t.piece)
            windows: list[tuple[int, int]] = []
            at = 0
            for token in line:
                if token.piece is None or token.state.hidden:
                    continue
                length = 0 if token.state.inserted else len(token.piece.text)
                if token.state.deleted and not token.state.inserted:
                    windows.append(widened(text, at, at + length))
                elif token.state.inserted and 0 < at < len(text):
                    windows.append(widened(text, at, at))
                at += length
            for start, end in joined(windows):
                pieces = part_of([t.piece for t in before if t.piece], start, end)
                self._set_aside(f"{id_}-before-{count}", Channel.REVISION, "before", pieces, id_)
                count += 1
        undone = [t.piece for t in tokens if t.piece and t.state.inserted and t.state.deleted]
        self._set_aside(f"{id_}-undone", Channel.REVISION, "undone", undone, id_)

    def _set_aside(
        self, id_: str, channel: Channel, what: str, pieces: list[Piece], beside: str = ""
    ) -> None:
        text = "".join(piece.text for piece in pieces)
        if text.strip():
            place = f"{self.part} · {what}"
            flow = Flow(id=id_, text=text, channel=channel, place=place, beside=beside)
            self.aside.append(Mapped(flow, tuple(pieces)))


def _lines(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """The tokens of each paragraph that stood there before.

    A deletion over the end of a paragraph starts in the middle of one and stops in that of
    another: the words around it belong to either.
    """
    line: list[_Token] = []
    for token in tokens:
        if token.piece is None:
            yield line
            line = []
        else:
            line.append(token)
    yield line


def _holds_text(element: etree._Element) -> bool:
    return name(element) in ("text:p", "text:h", "text:span", "text:a")


def _note(note: etree._Element, state: _State) -> _State:
    end = attribute(note, "text:note-class") == "endnote"
    channel = Channel.ENDNOTE if end else Channel.FOOTNOTE
    return _State(Channel.HIDDEN if state.hidden else channel)


def _boxed(state: _State) -> _State:
    channel = Channel.TEXTBOX if state.channel in _PAGE else state.channel
    return _State(channel, hidden=state.hidden, ground=UNKNOWN)


def _look(paragraph: etree._Element, state: _State) -> tuple[Kind, int]:
    if state.cell is not None:
        return Kind.CELL, 0
    if name(paragraph) == "text:h":
        return Kind.HEADING, min(_count(paragraph, "text:outline-level"), 10)
    return (Kind.ITEM, state.level - 1) if state.level else (Kind.PARAGRAPH, 0)


def _within(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table, through what may group them."""
    for child in parent:
        what = name(child)
        if what == wanted:
            yield child
        elif what in ("table:table-rows", "table:table-header-rows", "table:table-row-group"):
            yield from _within(child, wanted)


def _hidden_columns(table: etree._Element) -> frozenset[int]:
    hidden: set[int] = set()
    at = 0
    for column in table.iter(full("table:table-column")):
        count = _count(column, "table:number-columns-repeated")
        if attribute(column, "table:visibility") in ("collapse", "filter"):
            hidden.update(range(at, at + min(count, 20_000)))
        at += count
    return frozenset(hidden)


def _count(element: etree._Element, called: str, most: int = 10_000_000) -> int:
    """A number that repeats something; one where it is not sound."""
    value = attribute(element, called)
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() else 1
