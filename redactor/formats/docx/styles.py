"""What the styles of a document make of a paragraph: a heading, an item of a list."""

from dataclasses import dataclass

from lxml import etree

from redactor.formats.docx.names import attribute, name
from redactor.text.flow import Kind


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is, for display."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0


class Styles:
    """Styles by id, with what they inherit."""

    def __init__(self, root: etree._Element | None = None) -> None:
        self._styles: dict[str, etree._Element] = {}
        for style in root if root is not None else ():
            if name(style) == "w:style":
                self._styles[attribute(style, "styleId")] = style
        self._looks: dict[str, Look] = {}

    def look(self, paragraph: etree._Element) -> Look:
        """What `w:p` is, by its own properties, then by its style's."""
        properties = _child(paragraph, "w:pPr")
        if properties is None:
            return Look()
        own = _own(properties)
        if own is not None:
            return own
        style = _child(properties, "w:pStyle")
        return self._of(attribute(style, "val")) if style is not None else Look()

    def _of(self, id_: str) -> Look:
        known = self._looks.get(id_)
        if known is None:
            self._looks[id_] = Look()  # a style that is based on itself ends here
            known = self._looks[id_] = self._inherited(id_)
        return known

    def _inherited(self, id_: str) -> Look:
        style = self._styles.get(id_)
        if style is None:
            return Look()
        properties = _child(style, "w:pPr")
        own = _own(properties) if properties is not None else None
        if own is not None:
            return own
        called = _child(style, "w:name")
        if called is not None and attribute(called, "val").lower() == "title":
            return Look(Kind.HEADING, 1)
        base = _child(style, "w:basedOn")
        return self._of(attribute(base, "val")) if base is not None else Look()


def _own(properties: etree._Element) -> Look | None:
    outline = _child(properties, "w:outlineLvl")
    depth = attribute(outline, "val") if outline is not None else ""
    if depth.isdigit() and int(depth) < 9:
        return Look(Kind.HEADING, int(depth) + 1)
    numbering = _child(properties, "w:numPr")
    if numbering is None:
        return None
    number, level = _child(numbering, "w:numId"), _child(numbering, "w:ilvl")
    if number is not None and attribute(number, "val") == "0":
        return Look()  # a numbering taken away from what the style gives
    depth = attribute(level, "val") if level is not None else "0"
    return Look(Kind.ITEM, int(depth) if depth.isdigit() else 0)


def _child(element: etree._Element, short_name: str) -> etree._Element | None:
    for child in element:
        if name(child) == short_name:
            return child
    return None
