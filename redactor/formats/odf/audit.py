"""The audit copy: the original with its occulted spans in yellow.

What a reader sees is highlighted in place: a span of our own style lies inside those that dress
the text, so that its formatting stays. What the page does not show is listed at the end. Each
highlight stands between a bookmark's two ends, named ``_Redactor_…``, which tells our yellow from
the author's. To read the copy back, the yellow itself is looked at.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from redactor.formats.base import Applied, Area, Occultation
from redactor.formats.bookmarks import OWN_BOOKMARK, Home, covered, named, read
from redactor.formats.odf import listing
from redactor.formats.odf.document import CONTENT, Document
from redactor.formats.odf.names import attribute, full, name
from redactor.formats.rows import of_area, of_occultation
from redactor.formats.slots import SELF, TAIL, TEXT, Manner, Mapped, Piece, get
from redactor.text.flow import VISIBLE_CHANNELS, Channel

STYLE = "Redactor_yellow"
_YELLOW = "#ffff00"
_SHOWN, _LISTED = "S", "L"
_LONGEST_ID = 60
_HOLDERS = frozenset(
    "text:p text:h text:span text:a text:meta text:meta-field text:ruby-base".split()
)
#: What may stand before the automatic styles (ODF 1.3, part 3, §§ 3.1.3.2 and 3.1.3.3).
_BEFORE_STYLES = frozenset("office:scripts office:font-face-decls office:styles".split())

Place = tuple[Occultation, Mapped]
Slot = tuple[etree._Element, str]


def highlight(document: Document, places: Sequence[Place], areas: Sequence[Area] = ()) -> set[str]:
    """Highlight `places` in the trees of `document`, and list the others and the `areas` of
    pictures. Returns the parts that changed."""
    shown = [place for place in places if _is_shown(place[1])]
    listed = [place for place in places if not _is_shown(place[1])]
    roots = document.roots()
    painted = _paint(shown)
    touched: set[str] = set()
    dressed: set[int] = set()
    for each, mapped in shown:
        spans = [
            span
            for piece, start, end in mapped.cut(each.span.start, each.span.end)
            for begin, until, span in painted[piece.node, piece.where]
            if piece.start + start <= begin and until <= piece.start + end
        ]
        if spans:
            _around(spans[0], spans[-1], named(_SHOWN, each.id, _LONGEST_ID))
            root = spans[0].getroottree().getroot()
            touched.add(roots[id(root)])
            dressed.add(id(root))
            _paint_cell(spans[0], root)
    if listed or areas:
        content = document.trees[CONTENT]
        rows = [*(of_occultation(o, m.flow) for o, m in listed), *map(of_area, areas)]
        spans = listing.append(content, rows, STYLE)
        for span, (each, _) in zip(spans, listed, strict=False):
            _around(span, span, named(_LISTED, each.id, _LONGEST_ID))
        touched.add(document.prefix + CONTENT)
        dressed.add(id(content))
    for part, root in document.trees.items():
        if id(root) in dressed:
            _add_style(root)
            document.edited.add(part)
    return touched


def read_back(document: Document) -> list[Applied]:
    """The spans that the yellow of an audit copy shows, in the order of its parts."""
    flows = [each for each in document.mapped() if isinstance(each, Mapped)]
    texts = {mapped.flow.id: mapped.flow.text for mapped in flows}
    homes: dict[Slot, list[Home]] = {}
    for mapped in flows:
        if mapped.flow.channel == Channel.REVISION:
            continue
        at = 0
        for piece in mapped.pieces:
            slot = piece.node, piece.where
            homes.setdefault(slot, []).append((mapped, at, at + len(piece.text)))
            at += len(piece.text)
    found: list[Applied] = []
    for root in document.trees.values():
        yellow = _yellow_styles(root)
        for called, elements in _ranges(root):
            kind, id_ = read(called)
            spans = [e for e in elements if attribute(e, "text:style-name") in yellow]
            if kind == _LISTED:
                span = listing.read_row(spans[0], texts) if spans else None
            else:
                slots: list[Slot] = [(s, TEXT) for s in spans]
                slots += [(child, SELF) for s in spans for child in s]
                span = covered([home for slot in slots for home in homes.get(slot, ())])
            if span is not None:
                found.append(Applied(id_, span, None))
    return found


def _is_shown(mapped: Mapped) -> bool:
    """Whether highlighting in place can be seen."""
    return (
        (mapped.flow.channel in VISIBLE_CHANNELS or mapped.flow.channel == Channel.COMMENT)
        and mapped.manner is Manner.MARKED
        and bool(mapped.pieces)
        and all(_holder_of(piece) for piece in mapped.pieces)
    )


def _holder_of(piece: Piece) -> bool:
    holder = piece.node if piece.where == TEXT else piece.node.getparent()
    return piece.where in (TEXT, TAIL, SELF) and holder is not None and name(holder) in _HOLDERS


def _paint(places: Sequence[Place]) -> dict[Slot, list[tuple[int, int, etree._Element]]]:
    """Cut the text of every place at the ends of every span that meets it, and wrap what is
    occulted: (start, end, the yellow span) for each."""
    wanted: dict[Slot, list[tuple[int, int]]] = {}
    pieces: dict[Slot, Piece] = {}
    for each, mapped in places:
        for piece, start, end in mapped.cut(each.span.start, each.span.end):
            slot = piece.node, piece.where
            pieces[slot] = piece
            wanted.setdefault(slot, []).append((piece.start + start, piece.start + end))
    return {slot: _wrap(pieces[slot], stretches) for slot, stretches in wanted.items()}


def _wrap(
    piece: Piece, stretches: Sequence[tuple[int, int]]
) -> list[tuple[int, int, etree._Element]]:
    if piece.where == SELF:
        span = _span_element()
        piece.node.addprevious(span)
        tail, piece.node.tail = piece.node.tail, None
        span.append(piece.node)
        span.tail = tail
        # A sign goes whole, however many spaces it stands for.
        return [(start, end, span) for start, end in sorted(set(stretches))]
    text = get(piece)
    edges = sorted({0, len(text), *(edge for stretch in stretches for edge in stretch)})
    made: list[tuple[int, int, etree._Element]] = []
    before = ""
    after: etree._Element | None = None
    for start, end in pairwise(edges):
        if not any(s <= start and end <= e for s, e in stretches):
            if after is None:
                before = text[start:end]
            else:
                after.tail = text[start:end]
            continue
        span = _span_element()
        span.text = text[start:end]
        if after is not None:
            _insert_after(after, span)
        elif piece.where == TEXT:
            piece.node.insert(0, span)
        else:
            piece.node.tail = None
            _insert_after(piece.node, span)
        after = span
        made.append((start, end, span))
    if piece.where == TEXT:
        piece.node.text = before
    else:
        piece.node.tail = before
    return made


def _insert_after(element: etree._Element, new: etree._Element) -> None:
    """Put `new` between an element and its sibling; the tail stays with the element."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("no parent")
    parent.insert(parent.index(element) + 1, new)


def _span_element() -> etree._Element:
    span = etree.Element(full("text:span"))
    span.set(full("text:style-name"), STYLE)
    return span


def _around(first: etree._Element, last: etree._Element, called: str) -> None:
    start = etree.Element(full("text:bookmark-start"))
    end = etree.Element(full("text:bookmark-end"))
    for mark in (start, end):
        mark.set(full("text:name"), called)
    first.addprevious(start)
    tail, last.tail = last.tail, None
    _insert_after(last, end)
    end.tail = tail


def _styles_of(root: etree._Element) -> etree._Element:
    """The automatic styles of a part, made where there are none."""
    found = next((child for child in root if name(child) == "office:automatic-styles"), None)
    if found is None:
        found = etree.Element(full("office:automatic-styles"))
        at = next((i for i, c in enumerate(root) if name(c) not in _BEFORE_STYLES), len(root))
        root.insert(at, found)
    return found


def _add_style(root: etree._Element) -> None:
    styles = _styles_of(root)
    style = etree.SubElement(styles, full("style:style"))
    style.set(full("style:name"), STYLE)
    style.set(full("style:family"), "text")
    properties = etree.SubElement(style, full("style:text-properties"))
    properties.set(full("fo:background-color"), _YELLOW)


def _paint_cell(span: etree._Element, root: etree._Element) -> None:
    """In a sheet, where the program shows no yellow behind letters, the cell gets it too."""
    cell = next((a for a in span.iterancestors() if name(a) == "table:table-cell"), None)
    if cell is None or not any(name(a) == "office:spreadsheet" for a in cell.iterancestors()):
        return
    used = attribute(cell, "table:style-name")
    if used.startswith(STYLE):
        return
    styles = _styles_of(root)
    wanted = f"{STYLE}_{used or 'Default'}"
    known = {attribute(style, "style:name"): style for style in styles}
    if wanted not in known:
        own = known.get(used)
        if own is not None:
            style = deepcopy(own)
            style.tail = None
        else:
            style = etree.Element(full("style:style"))
            style.set(full("style:family"), "table-cell")
            style.set(full("style:parent-style-name"), used or "Default")
        style.set(full("style:name"), wanted)
        properties = next((c for c in style if name(c) == "style:table-cell-properties"), None)
        if properties is None:
            properties = etree.Element(full("style:table-cell-properties"))
            style.insert(0, properties)
        properties.set(full("fo:background-color"), _YELLOW)
        styles.append(style)
    cell.set(full("table:style-name"), wanted)


def _yellow_styles(root: etree._Element) -> set[str]:
    return {
        attribute(style, "style:name")
        for style in root.iter(full("style:style"))
        if attribute(style, "style:name") == STYLE
        and any(attribute(p, "fo:background-color") == _YELLOW for p in style)
    }


def _ranges(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Our bookmarks with the text spans between their ends."""
    going: dict[str, list[etree._Element]] = {}
    for element in root.iter("{*}*"):
        what = name(element)
        if what == "text:bookmark-start":
            called = attribute(element, "text:name")
            if called.startswith(OWN_BOOKMARK):
                going[called] = []
        elif what == "text:bookmark-end":
            called = attribute(element, "text:name")
            if called in going:
                yield called, going.pop(called)
        elif what == "text:span":
            for spans in going.values():
                spans.append(element)
