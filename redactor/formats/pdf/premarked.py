"""What the author of a PDF had marked: highlights, and redactions that were never applied.

ISO 32000-2, 12.5.6.10 (text markup) and 12.5.6.23 (redaction). A character is marked where its
centre lies in a quadrilateral of the annotation, or in its rectangle where it has none.
"""

from collections.abc import Iterator

import pymupdf

from redactor.formats.base import Box, PageLayout, Premarked
from redactor.formats.pdf.highlights import AUTHOR
from redactor.text.flow import Span

_KINDS = {pymupdf.PDF_ANNOT_HIGHLIGHT: "highlight", pymupdf.PDF_ANNOT_REDACT: "redaction"}


def premarked(page: pymupdf.Page, number: int, layout: PageLayout) -> Iterator[Premarked]:
    """The marks of page `number` (1-based): spans of its flows, or the box where no text is."""
    turned = page.rotation_matrix
    for annotation in page.annots(types=[*_KINDS]) or ():
        kind = _KINDS[annotation.type[0]]
        if kind == "highlight" and annotation.info.get("title") == AUTHOR:
            continue  # our own audit copy, given back
        boxes = [tuple(rect * turned) for rect in _rects(annotation)]
        spans = tuple(_spans(layout, boxes))
        if spans:
            yield Premarked(kind, number, spans)
        elif kind == "redaction":
            yield Premarked(kind, number, box=tuple(annotation.rect * turned))


def _rects(annotation: pymupdf.Annot) -> list[pymupdf.Rect]:
    points = annotation.vertices or []
    quads = [points[start : start + 4] for start in range(0, len(points) - 3, 4)]
    if not quads:
        return [annotation.rect]
    return [pymupdf.Quad(quad).rect for quad in quads]


def _spans(layout: PageLayout, boxes: list[Box]) -> Iterator[Span]:
    for flow, characters in layout.flows.items():
        start = end = None
        for at, box in enumerate(characters):
            if box is None:
                continue  # a space, a line's end: inside a run it changes nothing
            if _within(box, boxes):
                start = at if start is None else start
                end = at + 1
            elif start is not None and end is not None:
                yield Span(flow, start, end)
                start = end = None
        if start is not None and end is not None:
            yield Span(flow, start, end)


def _within(box: Box, boxes: list[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes)
