"""What the author of a Word file had highlighted (ECMA-376 part 1, § 17.3.2.15)."""

from collections.abc import Iterator

from lxml import etree

from redactor.formats.base import Premarked
from redactor.formats.bookmarks import OWN_BOOKMARK
from redactor.formats.docx.document import Document
from redactor.formats.docx.names import name
from redactor.formats.docx.runs import run_of
from redactor.formats.highlighted import stretches
from redactor.formats.slots import Mapped, Piece


def premarked(document: Document) -> Iterator[Premarked]:
    """One mark for each stretch of highlighted neighbours; none in an audit copy of our own,
    whose yellow is not its author's."""
    flows = [each for each in document.mapped() if isinstance(each, Mapped)]
    if any(_is_own(root) for root in document.trees.values()):
        return
    yield from stretches(flows, _highlighted)


def _highlighted(piece: Piece) -> bool:
    run = run_of(piece)
    properties = () if run is None else [each for each in run if name(each) == "w:rPr"]
    return any(
        name(each) == "w:highlight" and _value(each) not in ("", "none")
        for group in properties
        for each in group
    )


def _value(highlight: etree._Element) -> str:
    found = (v for key, v in highlight.attrib.items() if str(key).endswith("}val"))
    return str(next(found, ""))


def _is_own(root: etree._Element) -> bool:
    return any(
        str(value).startswith(OWN_BOOKMARK)
        for each in root.iter()
        if name(each) == "w:bookmarkStart"
        for value in each.attrib.values()
    )
