"""The table at the end of an audit copy: occulted mentions that the page does not show.

Each row gives the place in words a reader and the program both understand, and some text around
the occulted span, which alone is yellow.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from redactor.formats.base import Occultation
from redactor.formats.docx.names import name, qualified
from redactor.formats.docx.runs import is_painted
from redactor.formats.xml import XML_SPACE, legal
from redactor.text.flow import Flow, Span

TITLE = "Mentions occultées hors du texte affiché"
_HEADS = ("Emplacement", "Texte", "Motif")
_WIDTHS = (3200, 3600, 2200)
#: Characters shown before and after a span.
_AROUND = 60
_WHERE = re.compile(r"\[(.+) (\d+)–(\d+)\]$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """One occultation and the flow it is in."""

    occultation: Occultation
    flow: Flow


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What was added: its first and last block, and for each row the run of the span."""

    first: etree._Element
    last: etree._Element
    runs: tuple[etree._Element, ...]


def append(document: etree._Element, rows: Sequence[Row]) -> Table:
    """Add the table after the last paragraph of the body of `document`."""
    make = _Maker(document)
    runs = []
    table = make("tbl")
    properties = make("tblPr", make("tblW", w=str(sum(_WIDTHS)), type="dxa"))
    borders = make("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(make(side, val="single", sz="4", space="0", color="808080"))
    properties.append(borders)
    table.append(properties)
    table.append(make("tblGrid", *(make("gridCol", w=str(w)) for w in _WIDTHS)))
    table.append(
        make(
            "tr",
            make("trPr", make("tblHeader")),
            *(make.cell(w, make.run(h, bold=True)) for w, h in zip(_WIDTHS, _HEADS, strict=True)),
        )
    )
    for row in rows:
        span, text = row.occultation.span, row.flow.text
        where = f"{row.flow.place or row.flow.id} [{row.flow.id} {span.start}–{span.end}]"
        before = text[max(span.start - _AROUND, 0) : span.start]
        hidden = make.run(text[span.start : span.end])
        after = text[span.end : span.end + _AROUND]
        cells = (
            [make.run(where)],
            [make.run(before), hidden, make.run(after)],
            [make.run(row.occultation.note)],
        )
        table.append(make("tr", *(make.cell(w, *r) for w, r in zip(_WIDTHS, cells, strict=True))))
        runs.append(hidden)
    title = make(
        "p", make("pPr", make("keepNext"), make("pageBreakBefore")), make.run(TITLE, bold=True)
    )
    last = make("p")
    # Some writers leave two bodies: Word shows both.
    body = next((child for child in reversed(document) if name(child) == "w:body"), document)
    end = next((i for i, c in enumerate(body) if name(c) == "w:sectPr"), len(body))
    body[end:end] = [title, table, last]
    return Table(title, last, tuple(runs))


def read_row(run: etree._Element, texts: Mapping[str, str]) -> Span | None:
    """The span that a row's yellow run stands for; None where the yellow is not its text."""
    row = next((a for a in run.iterancestors() if name(a) == "w:tr"), None)
    if row is None or not is_painted(run):
        return None
    cell = next(child for child in row if name(child) == "w:tc")
    found = _WHERE.search(_text(cell))
    if found is None:
        return None
    flow, start, end = found.group(1), int(found.group(2)), int(found.group(3))
    if start >= end or legal(texts.get(flow, "")[start:end]) != _text(run):
        return None
    return Span(flow, start, end)


def _text(element: etree._Element) -> str:
    signs = {"w:br": "\n", "w:tab": "\t"}
    return "".join(
        (e.text or "") if name(e) == "w:t" else signs.get(name(e), "") for e in element.iter()
    )


class _Maker:
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
