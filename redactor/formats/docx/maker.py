"""Elements of Word's vocabulary, made in the variant that a document uses."""

import re

from lxml import etree

from redactor.formats.docx.names import qualified
from redactor.formats.xml import XML_SPACE, legal


class Maker:
    """Builds elements in the namespace of a document: ``make("p", child, val="x")``."""

    def __init__(self, like: etree._Element) -> None:
        self._like = like

    def __call__(self, local: str, *children: etree._Element, **attributes: str) -> etree._Element:
        element = etree.Element(qualified(self._like, local))
        for key, value in attributes.items():
            element.set(qualified(self._like, key), value)
        element.extend(children)
        return element

    def cell(self, width: int, *runs: etree._Element) -> etree._Element:
        properties = self("tcPr", self("tcW", w=str(width), type="dxa"))
        return self("tc", properties, self("p", *runs))

    def run(self, text: str, bold: bool = False) -> etree._Element:
        run = self("r", self("rPr", self("b"))) if bold else self("r")
        for piece in re.split(r"([\n\t])", legal(text)):
            if piece in ("\n", "\t"):
                run.append(self("br" if piece == "\n" else "tab"))
            elif piece:
                each = self("t")
                each.text = piece
                each.set(XML_SPACE, "preserve")
                run.append(each)
        return run
