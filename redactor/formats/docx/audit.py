"""The audit copy: the original with its occulted spans in yellow.

What a reader sees is highlighted in place, its formatting kept. What the page does not show
(properties, links, hidden text, …) is listed in a table after the last page.

Each span stands between a bookmark's two ends, named ``_Redactor_…``. A bookmark is what the
format has for naming a stretch of text: it changes no layout, Word hides names that begin with
an underscore, keeps them when the file is saved again, and two may overlap. It tells our yellow
from the author's, and one span from the next that touches it. To read the copy back, the yellow
itself is looked at: a bookmark whose text is not yellow says nothing.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from redactor.formats.base import Applied, Area, Occultation
from redactor.formats.bookmarks import OWN_BOOKMARK, Home, covered, named, read
from redactor.formats.docx import listing
from redactor.formats.docx.document import Document
from redactor.formats.docx.names import name, qualified
from redactor.formats.docx.remarks import Remark, remark
from redactor.formats.docx.runs import Segment, Slot, alone, is_painted, paint, run_of, split
from redactor.formats.rows import of_area, of_occultation
from redactor.formats.slots import Manner, Mapped
from redactor.text.flow import VISIBLE_CHANNELS, Channel

_SHOWN, _BEFORE, _LISTED = "S", "B", "L"
_LIST = OWN_BOOKMARK + "list"
#: Word cuts a bookmark's name after 40 characters.
_LONGEST_ID = 40 - len(OWN_BOOKMARK) - 2

Place = tuple[Occultation, Mapped]


def highlight(
    document: Document, places: Sequence[Place], areas: Sequence[Area] = (), remarks: bool = False
) -> tuple[set[str], Sequence[tuple[str, bytes]]]:
    """Highlight `places` in the trees of `document`, and list the others and the `areas` of
    pictures; with `remarks`, each note is a comment too.

    Returns the parts that changed and those to add.
    """
    shown = [place for place in places if _is_shown(place[1])]
    listed = [place for place in places if not _is_shown(place[1])]
    roots = document.roots()
    body = document.trees[document.main]
    marks = _Bookmarks(document)
    touched: set[str] = set()
    segments = _cut(shown)
    noted: list[Remark] = []
    for each, mapped in shown:
        runs = []
        for piece, start, end in mapped.cut(each.span.start, each.span.end):
            first, last = piece.start + start, piece.start + end
            for begin, until, node in segments[piece.node, piece.where]:
                if first <= begin and until <= last:
                    run = alone(node)
                    paint(run, body)
                    runs.append(run)
        if runs:
            kind = _BEFORE if mapped.flow.channel == Channel.REVISION else _SHOWN
            marks.around(runs[0], runs[-1], named(kind, each.id, _LONGEST_ID))
            touched.add(roots[id(runs[0].getroottree().getroot())])
            noted.append(Remark(runs[0], runs[-1], each.note))
    if listed or areas:
        rows = [*(of_occultation(o, m.flow) for o, m in listed), *map(of_area, areas)]
        table = listing.append(body, rows)
        for run, (each, _) in zip(table.runs, listed, strict=False):
            paint(run, body)
            marks.around(run, run, named(_LISTED, each.id, _LONGEST_ID))
        marks.around(table.first, table.last, _LIST)
        touched.add(document.main)
    return touched, remark(document, noted) if remarks else ()


def read_back(document: Document) -> list[Applied]:
    """The spans that the yellow of an audit copy shows, in the order of its parts."""
    flows = [each for each in document.mapped() if isinstance(each, Mapped)]
    texts = {mapped.flow.id: mapped.flow.text for mapped in flows}
    homes: dict[tuple[etree._Element, bool], list[Home]] = {}
    for mapped in flows:
        at = 0
        for piece in mapped.pieces:
            key = piece.node, mapped.flow.channel == Channel.REVISION
            homes.setdefault(key, []).append((mapped, at, at + len(piece.text)))
            at += len(piece.text)
    found: list[Applied] = []
    for root in document.trees.values():
        for called, runs in _ranges(root):
            kind, id_ = read(called)
            if kind == _LISTED:
                span = listing.read_row(runs[0], texts) if runs else None
            else:
                nodes = [child for run in runs if is_painted(run) for child in run]
                span = covered([h for n in nodes for h in homes.get((n, kind == _BEFORE), ())])
            if span is not None:
                found.append(Applied(id_, span, None))
    return found


def _is_shown(mapped: Mapped) -> bool:
    """Whether highlighting in place can be seen."""
    return (
        (mapped.flow.channel in VISIBLE_CHANNELS or mapped.flow.channel in _REVIEWED)
        and mapped.manner is Manner.MARKED
        and all(run_of(piece) is not None for piece in mapped.pieces)
    )


#: Channels that Word shows in its margin or in colours.
_REVIEWED = frozenset({Channel.COMMENT, Channel.REVISION})


def _cut(places: Sequence[Place]) -> dict[Slot, list[Segment]]:
    """Cut the text of every place at the ends of every span that meets it."""
    cuts: dict[Slot, set[int]] = {}
    pieces = {}
    for each, mapped in places:
        for piece, start, end in mapped.cut(each.span.start, each.span.end):
            slot = piece.node, piece.where
            pieces[slot] = piece
            cuts.setdefault(slot, set()).update((piece.start + start, piece.start + end))
    return {slot: split(pieces[slot], cuts[slot]) for slot in cuts}


class _Bookmarks:
    """Adds bookmarks whose numbers nobody else bears."""

    def __init__(self, document: Document) -> None:
        self._next = 1
        self._like = document.trees[document.main]
        for root in document.trees.values():
            for element in root.iter("{*}*"):
                number = element.get(qualified(self._like, "id"))
                if number and number.isdigit() and len(number) < 10:
                    self._next = max(self._next, int(number) + 1)

    def around(self, first: etree._Element, last: etree._Element, called: str) -> None:
        start = etree.Element(qualified(self._like, "bookmarkStart"))
        end = etree.Element(qualified(self._like, "bookmarkEnd"))
        for mark in (start, end):
            mark.set(qualified(self._like, "id"), str(self._next))
        start.set(qualified(self._like, "name"), called)
        first.addprevious(start)
        last.addnext(end)
        self._next += 1


def _ranges(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Our bookmarks with the runs between their ends."""
    going: dict[str, tuple[str, list[etree._Element]]] = {}
    for element in root.iter():
        what = name(element)
        if what == "w:bookmarkStart":
            called = element.get(qualified(element, "name")) or ""
            if called.startswith(OWN_BOOKMARK) and called != _LIST:
                going[element.get(qualified(element, "id")) or ""] = called, []
        elif what == "w:bookmarkEnd":
            ended = going.pop(element.get(qualified(element, "id")) or "", None)
            if ended is not None:
                yield ended
        elif what in ("w:r", "m:r"):
            for _, runs in going.values():
                runs.append(element)
