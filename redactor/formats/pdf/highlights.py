"""The yellow highlights of an audit copy: annotations that keep the span they stand for.

They are written as source for the engine that draws pages, which holds a highlight in 2 kB; as
objects of the other engine each takes 9.
"""

from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Box
from redactor.formats.pdf import saving
from redactor.text.flow import Span

AUTHOR = "Redactor"
_YELLOW = "1 .92 .23"
_SEEN = 3.0
"""Points: the least width and height of a highlight."""
KEY = "/RDTR_Span"
"""Where an annotation keeps the span it stands for: a second-class name (ISO 32000-2, E.2)."""


@dataclass(frozen=True, slots=True)
class Highlight:
    id: str
    note: str
    boxes: tuple[Box, ...]
    span: Span | None = None
    page: int | None = None
    """Of the span's flow."""


class Highlighter:
    """Adds highlights to a document."""

    def __init__(self, doc: Any) -> None:
        """`doc`: a `pymupdf.Document`, closed with this."""
        self._use(doc)

    def append(self) -> None:
        """Write what was added behind the file's own bytes, and let go of it."""
        self._use(saving.append(self.doc))

    def close(self) -> None:
        self.doc.close()

    def _use(self, doc: Any) -> None:
        self.doc = doc
        self._pdf = mupdf.pdf_document_from_fz_document(doc.this)
        # The look of every highlight of one box: viewers stretch it to the annotation's rectangle
        # (ISO 32000-2, 12.5.5). One of its own for each would be most of what the copy adds.
        self._square = self._look("0 0 1 1 re f", [0, 0, 1, 1])

    def add(self, page: int, matrix: Any, highlights: Sequence[Highlight]) -> None:
        """Add `highlights` to the page that is object number `page`.

        `matrix` leads from its user space to the page as displayed."""
        if not highlights:
            return
        holder = mupdf.pdf_load_object(self._pdf, page)
        there = mupdf.pdf_dict_gets(holder, "Annots")
        kept = mupdf.pdf_array_len(there) if mupdf.pdf_is_array(there) else 0
        annots = mupdf.pdf_new_array(self._pdf, kept + len(highlights))
        for at in range(kept):
            mupdf.pdf_array_push(annots, mupdf.pdf_array_get(there, at))
        back = tuple(~pymupdf.Matrix(*(getattr(matrix, name) for name in "abcdef")))
        for one in highlights:
            number = self._new(self._source(page, back, one))
            mupdf.pdf_array_push(annots, mupdf.pdf_new_indirect(self._pdf, number, 0))
        mupdf.pdf_dict_puts(holder, "Annots", annots)

    def _new(self, source: str) -> int:
        number = int(self.doc.get_new_xref())
        self.doc.update_object(number, source)
        return number

    def _look(self, paths: str, box: Sequence[float]) -> int:
        number = self._new(
            f"<</Type/XObject/Subtype/Form/BBox[{_numbers(box)}]/Group<</S/Transparency>>"
            "/Resources<</ExtGState<</M<</BM/Multiply>>>>>>>>"
        )
        content = f"/M gs {_YELLOW} rg\n{paths}".encode()
        self.doc.update_stream(number, content, new=True, compress=False)
        return number

    def _source(self, page: int, back: Sequence[float], one: Highlight) -> str:
        """An annotation's source; `back` leads from the page as displayed to its user space."""
        quads = [_quad(box, back) for box in one.boxes] or [[0.0] * 8]
        xs = [x for quad in quads for x in quad[::2]]
        ys = [y for quad in quads for y in quad[1::2]]
        rect = (min(xs), min(ys), max(xs), max(ys))
        look = self._square if len(quads) == 1 else self._look(_paths(quads), rect)
        return (
            f"<</Type/Annot/Subtype/Highlight/F 4/C[{_YELLOW}]/Rect[{_numbers(rect)}]"
            f"/QuadPoints[{_numbers(edge for quad in quads for edge in quad)}]"
            f"/P {page} 0 R/AP<</N {look} 0 R>>/NM{_string(one.id)}/T{_string(AUTHOR)}"
            f"/Contents{_string(one.note)}{_kept(one)}>>"
        )


def _kept(one: Highlight) -> str:
    if one.span is None:
        return ""
    page = "" if one.page is None else f"/Page {one.page}"
    return f"{KEY}<</Flow{_string(one.span.flow)}/Start {one.span.start}/End {one.span.end}{page}>>"


def _string(text: str) -> str:
    """A text string (ISO 32000-2, 7.9.2.2). What is not ASCII is never left in one byte a
    character: there a no-break space is « € »."""
    if text.isascii():
        return str(pymupdf.get_pdf_str(text))
    return f"<{(BOM_UTF16_BE + text.encode('utf-16-be', 'replace')).hex()}>"


def _numbers(numbers: Iterable[float]) -> str:
    return " ".join(f"{number:.2f}".rstrip("0").rstrip(".") for number in numbers)


def _paths(quads: Sequence[Sequence[float]]) -> str:
    return "".join(
        f"{q[0]:.2f} {q[1]:.2f} m {q[2]:.2f} {q[3]:.2f} l {q[6]:.2f} {q[7]:.2f} l "
        f"{q[4]:.2f} {q[5]:.2f} l h f\n"
        for q in quads
    )


def _quad(box: Box, back: Sequence[float]) -> list[float]:
    """Upper left, upper right, lower left, lower right: the order that viewers follow."""
    x0, y0, x1, y1 = _visible(box)
    a, b, c, d, e, f = back
    corners = ((x0, y0), (x1, y0), (x0, y1), (x1, y1))
    return [edge for x, y in corners for edge in (x * a + y * c + e, x * b + y * d + f)]


def _visible(box: Box) -> Box:
    """`box`, not smaller than an eye can find: some text is too small to be seen at all."""
    x0, y0, x1, y1 = box
    dx, dy = max(0.0, _SEEN - (x1 - x0)) / 2, max(0.0, _SEEN - (y1 - y0)) / 2
    return x0 - dx, y0 - dy, x1 + dx, y1 + dy
