"""What the author of an OpenDocument text had highlighted: letters on a ground of their own."""

from collections.abc import Iterator

from lxml import etree

from redactor.formats.base import Premarked
from redactor.formats.bookmarks import OWN_BOOKMARK
from redactor.formats.highlighted import stretches
from redactor.formats.odf.document import Document
from redactor.formats.odf.names import attribute, full, name
from redactor.formats.odf.styles import PAPER, UNKNOWN, Styles
from redactor.formats.slots import TEXT, Mapped, Piece


def premarked(document: Document) -> Iterator[Premarked]:
    """One mark for each stretch of highlighted neighbours; none in an audit copy of our own,
    whose yellow is not its author's."""
    flows = [each for each in document.mapped() if isinstance(each, Mapped)]
    if any(_is_own(root) for root in document.trees.values()):
        return
    styles = Styles(document.trees.values())
    yield from stretches(flows, lambda piece: _is_highlighted(piece, styles))


def _is_highlighted(piece: Piece, styles: Styles) -> bool:
    element = piece.node if piece.where == TEXT else piece.node.getparent()
    while element is not None and name(element) not in ("text:p", "text:h"):
        if name(element) == "text:span":
            ground = styles.ground("text", attribute(element, "text:style-name"), UNKNOWN)
            if ground != UNKNOWN:
                return ground != PAPER
        element = element.getparent()
    return False


def _is_own(root: etree._Element) -> bool:
    return any(
        attribute(each, "text:name").startswith(OWN_BOOKMARK)
        for each in root.iter(full("text:bookmark-start"))
    )
