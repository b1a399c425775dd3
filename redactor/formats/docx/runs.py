"""Cutting runs so that a span stands alone in its own, and colouring them."""

from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from redactor.formats.docx.names import name, qualified
from redactor.formats.slots import SELF, Piece, get
from redactor.formats.xml import XML_SPACE

YELLOW = "yellow"

#: What follows `w:highlight` in a run's properties (ECMA-376 part 1, § 17.3.2.28): Word asks
#: to repair a file whose order is another.
_AFTER_HIGHLIGHT = frozenset(
    "w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout "
    "w:specVanish w:oMath w:rPrChange".split()
)
_RUNS = ("w:r", "m:r")
_PROPERTIES = ("w:rPr", "m:rPr")

Slot = tuple[etree._Element, str]
Segment = tuple[int, int, etree._Element]


def run_of(piece: Piece) -> etree._Element | None:
    """The run that shows a piece; None for an attribute, an instruction or another text."""
    parent = piece.node.getparent()
    if piece.where not in ("", SELF) or parent is None or name(parent) not in _RUNS:
        return None
    return parent


def split(piece: Piece, cuts: Iterable[int]) -> list[Segment]:
    """Cut the text of a piece's place at offsets: (start, end, the element that holds it now).

    The first segment keeps its element.
    """
    if piece.where == SELF:
        return [(0, len(piece.text), piece.node)]
    text = get(piece)
    edges = sorted({0, len(text), *cuts})
    segments: list[Segment] = []
    node = piece.node
    for start, end in pairwise(edges):
        if start:
            following = deepcopy(piece.node)
            following.tail = None
            node.addnext(following)
            node = following
        segments.append((start, end, node))
    for start, end, each in segments:
        each.text = text[start:end]
        each.set(XML_SPACE, "preserve")
    return segments


def alone(node: etree._Element) -> etree._Element:
    """The run that holds `node` and nothing else, cut out of the one that held it."""
    run = node.getparent()
    if run is None:
        raise ValueError("not in a run")
    children = [child for child in run if name(child) not in _PROPERTIES]
    at = children.index(node)
    if at + 1 < len(children):
        run.addnext(_like(run, children[at + 1 :]))
    if at == 0:
        return run
    single = _like(run, [node])
    run.addnext(single)
    return single


def _like(run: etree._Element, children: list[etree._Element]) -> etree._Element:
    """A run with the same properties that takes over `children`."""
    twin = etree.Element(run.tag, nsmap=run.nsmap)  # type: ignore[arg-type]  # None: no prefix
    for key, value in run.attrib.items():
        twin.set(key, value)
    for child in run:
        if name(child) in _PROPERTIES:
            twin.append(deepcopy(child))
    twin.extend(children)
    return twin


def paint(run: etree._Element, like: etree._Element) -> None:
    """Highlight a run in yellow; the rest of its formatting stays. `like` is any `w:` element."""
    properties = next((child for child in run if name(child) == "w:rPr"), None)
    if properties is None:
        properties = etree.Element(qualified(like, "rPr"))
        place = next((i for i, c in enumerate(run) if name(c) != "m:rPr"), len(run))
        run.insert(place, properties)
    highlight = next((c for c in properties if name(c) == "w:highlight"), None)
    if highlight is None:
        highlight = etree.Element(qualified(like, "highlight"))
        place = next(
            (i for i, c in enumerate(properties) if name(c) in _AFTER_HIGHLIGHT), len(properties)
        )
        properties.insert(place, highlight)
    highlight.set(qualified(like, "val"), YELLOW)


def is_painted(run: etree._Element) -> bool:
    """Whether a run is highlighted in yellow."""
    for child in run:
        if name(child) == "w:rPr":
            for each in child:
                if name(each) == "w:highlight":
                    return each.get(each.tag.rpartition("}")[0] + "}val") == YELLOW
    return False
