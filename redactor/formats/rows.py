"""The list that ends an audit copy: what was occulted where the page does not show it.

Each row gives the place in words that a reader and the program both understand, and some text
around the occulted span, which alone is yellow.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from redactor.formats.base import Area, Occultation
from redactor.formats.xml import legal
from redactor.text.flow import Flow, Span

TITLE = "Mentions occultées hors du texte affiché"
HEADS = ("Emplacement", "Texte", "Motif")
#: Characters shown before and after a span.
_AROUND = 60
_WHERE = re.compile(r"\[(.+) (\d+)–(\d+)\]$", re.DOTALL)
#: How the id of a flow that was read in a picture goes on after the picture's name.
RECOGNISED = "#ocr-"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    where: str
    before: str
    hidden: str
    after: str
    note: str


def of_occultation(each: Occultation, flow: Flow) -> Row:
    span, text = each.span, flow.text
    return Row(
        f"{flow.place or flow.id} [{flow.id} {span.start}–{span.end}]",
        text[max(span.start - _AROUND, 0) : span.start],
        text[span.start : span.end],
        text[span.end : span.end + _AROUND],
        each.note,
    )


def of_area(area: Area) -> Row:
    """The area itself is yellow in the picture."""
    x0, y0, x1, y1 = (round(edge) for edge in area.box)
    return Row(f"{area.part} · zone {x0}, {y0} – {x1}, {y1}", "", "", "", area.note)


def span_of(where: str, hidden: str, texts: Mapping[str, str]) -> Span | None:
    """The span that a row stands for; None where its yellow is not the text of its place.

    What was read in a picture is yellow there too, and is not read again to be compared.
    """
    found = _WHERE.search(where)
    if found is None:
        return None
    flow, start, end = found.group(1), int(found.group(2)), int(found.group(3))
    if start >= end:
        return None
    if flow not in texts and RECOGNISED in flow:
        return Span(flow, start, end)
    return Span(flow, start, end) if legal(texts.get(flow, "")[start:end]) == hidden else None
