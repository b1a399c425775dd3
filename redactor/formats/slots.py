"""From the characters of a flow to the places of an XML tree that hold them, and back out.

Every format made of XML parts shares this: a reader builds a `Mapped` flow from pieces; to
redact, `remove` takes spans out of the pieces; a span never has to be searched for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from lxml import etree

from redactor.formats.base import Box
from redactor.formats.xml import XML_SPACE, legal
from redactor.text.flow import Flow, Span

MARK = "█████"
#: Where only ASCII letters are sound: addresses, names that other places refer to.
NAME_MARK = "occulte"

#: The places of an element: its text, what follows it, the element itself (a tab, a break).
TEXT = ""
TAIL = "tail()"
SELF = "self()"

_SPACED = frozenset({"t", "delText", "instrText", "delInstrText"})


class Manner(Enum):
    """How a span leaves its place."""

    MARKED = auto()
    """Its characters give way to the label or the mark."""
    NAMED = auto()
    """Its characters give way to `NAME_MARK`: bookmarks, instructions, addresses."""
    EMPTIED = auto()
    """The whole text goes: dates, numbers and encoded data, where a mark would be an error."""
    UNMADE = auto()
    """The whole element goes."""
    RENAMED = auto()
    """A part's name, kept by the writer of the package."""
    PICTURED = auto()
    """Pixels of a picture, blanked by the writer of the package."""
    DRAWN = auto()
    """Letters of a drawing (EMF, WMF), overwritten by the writer of the package."""
    DROPPED = auto()
    """Nothing to do: its part never enters a redacted copy."""


#: What is not taken out of a tree.
_ELSEWHERE = frozenset({Manner.DROPPED, Manner.RENAMED, Manner.PICTURED, Manner.DRAWN})


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of a flow's text and its place: `where` is TEXT, TAIL, SELF or an attribute."""

    text: str
    node: etree._Element
    where: str = TEXT
    start: int = 0
    """Where the stretch begins in the text of its place."""


@dataclass(slots=True, eq=False)
class Mapped:
    """A flow with the places of its characters.

    `text` of the flow is the concatenation of the pieces' texts.
    """

    flow: Flow
    pieces: tuple[Piece, ...] = ()
    manner: Manner = Manner.MARKED
    copies: list[Piece] = field(default_factory=list)
    """Other places that hold the same value and always change with it: an author's name on
    each of a hundred changes. Only for flows of one piece."""
    unique_among: str = ""
    """The set of names in which this one must stay different from the others, if any."""
    letters: Sequence[Box | None] = ()
    """Of a text read in a picture: the place of each character, in the picture's pixels."""

    def cut(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """The pieces between two offsets, each with the offsets within it."""
        at = 0
        for piece in self.pieces:
            until = at + len(piece.text)
            if at < end and start < until:
                yield piece, max(start - at, 0), min(end, until) - at
            at = until
            if at >= end:
                return


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    mark: str


def remove(removals: Iterable[tuple[Mapped, Span, str]], roots: dict[int, str]) -> set[str]:
    """Take spans out of their trees, each with the label that stands in its place.

    `roots` gives the part's name of each tree, by `id` of its root. Returns the names of the
    parts that changed. Spans may overlap, and flows may share pieces: a character goes once,
    and one mark stands for what touches.
    """
    edits: dict[tuple[int, str], tuple[Piece, list[_Edit]]] = {}
    whole: list[tuple[Mapped, Piece]] = []
    touched: set[str] = set()
    for mapped, span, label in removals:
        if mapped.manner in _ELSEWHERE:
            continue
        if mapped.manner in (Manner.EMPTIED, Manner.UNMADE):
            whole += [(mapped, piece) for piece in (*mapped.pieces, *mapped.copies)]
            continue
        mark = NAME_MARK if mapped.manner is Manner.NAMED else legal(label) or MARK
        unmarked = mark
        said: set[str] = set()
        for piece, start, end in mapped.cut(span.start, span.end):
            # A span half in deleted text leaves a mark in both: each is seen without the other.
            kind = _local_name(piece.node)
            here = "" if piece.where == SELF or kind in said else mark
            if here:
                said.add(kind)
                unmarked = ""
            places = [piece, *mapped.copies] if len(mapped.pieces) == 1 else [piece]
            for place in places:
                change = _Edit(place.start + start, place.start + end, here)
                edits.setdefault((id(place.node), place.where), (place, []))[1].append(change)
        if unmarked:
            # Nothing but breaks and signs: the first of them becomes the mark.
            first = next(mapped.cut(span.start, span.end), None)
            if first is not None:
                edits[id(first[0].node), SELF][1].append(_Edit(0, 1, mark))
    for piece, changes in edits.values():
        touched.add(roots[id(_root(piece.node))])
        _apply(piece, changes)
    for mapped, piece in whole:
        touched.add(roots[id(_root(piece.node))])
        if mapped.manner is Manner.UNMADE:
            unmake(piece.node)
        else:
            put(piece, "")
    return touched


def keep_unique(all_mapped: Iterable[Mapped]) -> None:
    """Number the names that occultations made equal (`Mapped.unique_among`)."""
    taken: dict[str, set[str]] = {}
    changed: list[tuple[Mapped, str]] = []
    for mapped in all_mapped:
        if mapped.unique_among:
            value = get(mapped.pieces[0])
            if value == mapped.flow.text:
                taken.setdefault(mapped.unique_among, set()).add(value.casefold())
            else:
                changed.append((mapped, value))
    for mapped, value in changed:
        names = taken.setdefault(mapped.unique_among, set())
        unique, number = value, 1
        while unique.casefold() in names:
            number += 1
            unique = f"{value}{number}"
        names.add(unique.casefold())
        if unique != value:
            for piece in (*mapped.pieces, *mapped.copies):
                put(piece, unique)


def _root(node: etree._Element) -> etree._Element:
    return node.getroottree().getroot()


def _apply(piece: Piece, edits: Sequence[_Edit]) -> None:
    if piece.where == SELF:
        mark = "".join({edit.mark: None for edit in edits})
        if mark:
            _become_text(piece.node, mark)
        else:
            unmake(piece.node)
        return
    text = get(piece)
    for edit in reversed(list(_merged(edits))):
        text = text[: edit.start] + edit.mark + text[edit.end :]
    put(piece, text)


def _merged(edits: Sequence[_Edit]) -> Iterator[_Edit]:
    """The edits in order, those that overlap made one with the first mark that says something."""
    last: _Edit | None = None
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if last is not None and edit.start < last.end:
            last = _Edit(last.start, max(last.end, edit.end), last.mark or edit.mark)
            continue
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last


def get(piece: Piece) -> str:
    """All the characters of a place."""
    if piece.where == TEXT:
        return piece.node.text or ""
    if piece.where == TAIL:
        return piece.node.tail or ""
    return piece.text if piece.where == SELF else piece.node.get(piece.where) or ""


def put(piece: Piece, text: str) -> None:
    """Set the characters of a place."""
    if piece.where == TEXT:
        piece.node.text = text
        if text != text.strip() and _local_name(piece.node) in _SPACED:
            # Word drops white space at the ends of a run's text without this.
            piece.node.set(XML_SPACE, "preserve")
    elif piece.where == TAIL:
        piece.node.tail = text
    elif piece.where != SELF:
        piece.node.set(piece.where, text)


def _local_name(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _become_text(node: etree._Element, text: str) -> None:
    """Turn a sign (a tab, a symbol) of a run into the run's text."""
    namespace = node.tag.rpartition("}")[0]
    local = "span" if "opendocument" in namespace else "t"
    node.tag = f"{namespace}}}{local}" if namespace else local
    node.attrib.clear()
    node.text = text


def unmake(node: etree._Element) -> None:
    """Take an element out of its tree; what follows it stays."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)
