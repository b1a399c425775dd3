"""The audit copy: the original, with the occulted spans in yellow.

Each occultation on a page is a highlight annotation with its note; those in the file's
objects, which no page shows, are listed on a page added at the end, highlighted too. Every
highlight keeps its span, so that the copy can be read back and compared with the plan.
"""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Stream

from redactor.formats.base import Applied, Box, Occultation, Plan, Written
from redactor.formats.errors import CannotRedact
from redactor.formats.pdf import channels, erase, listing, marks, saving, where
from redactor.formats.pdf.opening import Opened
from redactor.formats.pdf.pagetext import PageText
from redactor.formats.pdf.places import Place
from redactor.formats.pdf.redacted import by_page, silent, split
from redactor.text.flow import Flow, Span

AUTHOR = "Redactor"
_YELLOW = "1 0.92 0.23"
_SEEN = 3.0
"""Points: the least width and height of a highlight."""
_KEY = "/RDTR_Span"
"""Where an annotation keeps the span it stands for: a second-class name (ISO 32000-2, E.2)."""


@dataclass(frozen=True, slots=True)
class _Highlight:
    id: str
    note: str
    boxes: tuple[Box, ...]
    span: Span | None = None
    page: int | None = None
    """Of the span's flow."""


def write(
    opened: Opened,
    out: Path,
    plan: Plan,
    boxes_of: Callable[[Span, int], tuple[Box, ...]],
    progress: Callable[[float], None] | None = None,
) -> Written:
    """Write the audit copy of `opened` to `out`, atomically."""
    tell = progress or silent
    on_page, in_objects = split(plan.occultations)
    areas = by_page(plan.areas)
    removed = by_page(plan.removed_pages)
    out.parent.mkdir(parents=True, exist_ok=True)
    applied: dict[str, Applied] = {}
    with opened.objects() as pdf:
        square = _square(pdf)
        pages = sorted({*on_page, *areas, *removed})
        for order, number in enumerate(pages):
            page = opened.doc[number - 1]
            highlights = [
                _Highlight(one.id, one.note, boxes_of(one.span, number), one.span, number)
                for one in on_page.get(number, ())
            ]
            highlights += [
                _Highlight(one.id, one.note, (one.box,)) for one in areas.get(number, ())
            ]
            highlights += [
                _Highlight(one.id, one.note or one.notice, (tuple(page.rect),))
                for one in removed.get(number, ())
            ]
            _annotate(pdf, pdf.pages[number - 1], erase.page_matrix(page), highlights, square)
            applied |= {one.id: _applied(one) for one in highlights if one.span is not None}
            tell(0.9 * (order + 1) / len(pages))
        if in_objects:
            applied |= _listed(pdf, in_objects, opened, square)
        missing = [one.span.flow for one in plan.occultations if one.id not in applied]
        if missing:
            raise CannotRedact(where=where.in_words(missing[0]))
        signed = _signed(pdf)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".redactor-") as folder:
            final = Path(folder, "audit.pdf")
            saving.save(
                pdf,
                final,
                encryption=_encryption(plan.options.get("audit_password", "")),
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                fix_metadata_version=False,
            )
            final.replace(out)
    tell(1.0)
    return Written(
        tuple(applied[one.id] for one in plan.occultations),
        warnings=("warning.signature-gone",) if signed else (),
    )


def marked(pdf: pikepdf.Pdf, matrix_of: Callable[[int], Any]) -> list[Applied]:
    """The highlights of an audit copy, in the order of its pages."""
    found: list[Applied] = []
    for number, page in enumerate(pdf.pages, 1):
        annots = page.obj.get("/Annots")
        if not isinstance(annots, Array):
            continue
        matrix = None
        for annot in annots:
            if not isinstance(annot, Dictionary) or _KEY not in annot:
                continue
            matrix = matrix or matrix_of(number)
            kept = annot[_KEY]
            span = Span(str(kept.Flow), int(kept.Start), int(kept.End))
            home = int(kept.Page) if "/Page" in kept else None
            boxes = _read_boxes(annot, matrix) if home == number else ()
            found.append(Applied(str(annot.NM), span, home, boxes))
    return found


def boxes_on(text: PageText, span: Span) -> tuple[Box, ...]:
    """Where a span of a page's flows stands. Raises CannotRedact where it is not one."""
    item = next((item for item in text.placed if item.flow.id == span.flow), None)
    if item is None or span.end > len(item.flow.text):
        raise CannotRedact(where=where.in_words(span.flow))
    return marks.boxes_of(marks.runs_of(item.glyphs(span.start, span.end)), item.picture)


def _listed(
    pdf: pikepdf.Pdf,
    wanted: Mapping[str, Sequence[Occultation]],
    opened: Opened,
    square: Any,
) -> dict[str, Applied]:
    """Add the pages that list what lies in the file's objects."""
    missing = dict(wanted)
    rows: list[tuple[Flow, Occultation]] = []
    strays = any(flow.startswith("stray.") for flow in wanted)
    for place in channels.Walk(pdf, opened).everything(strays):
        if isinstance(place, Place) and place.flow.id in missing:
            rows += [(place.flow, one) for one in missing.pop(place.flow.id)]
    if missing:
        raise CannotRedact(where=where.in_words(sorted(missing)[0]))
    for page, lines in listing.add_pages(pdf, [(flow, one.span) for flow, one in rows]):
        highlights = [
            _Highlight(
                rows[line][1].id, rows[line][1].note, (box,), rows[line][1].span, rows[line][0].page
            )
            for line, box in lines
        ]
        _annotate(pdf, page, listing.matrix(page), highlights, square)
    return {one.id: Applied(one.id, one.span, flow.page) for flow, one in rows}


def _applied(one: _Highlight) -> Applied:
    assert one.span is not None
    return Applied(one.id, one.span, one.page, one.boxes)


def _annotate(
    pdf: pikepdf.Pdf, page: pikepdf.Page, matrix: Any, highlights: Sequence[_Highlight], square: Any
) -> None:
    if not highlights:
        return
    annots = page.obj.get("/Annots")
    kept = list(annots) if isinstance(annots, Array) else []
    back = tuple(~pymupdf.Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f))
    new = (_annotation(pdf, page, back, one, square) for one in highlights)
    page.obj.Annots = Array([*kept, *new])


def _square(pdf: pikepdf.Pdf) -> Any:
    """The look of every highlight of one box: viewers stretch it to the annotation's rectangle
    (ISO 32000-2, 12.5.5). One of its own for each would be most of what the copy adds."""
    return _look(pdf, "0 0 1 1 re f", [0, 0, 1, 1])


def _look(pdf: pikepdf.Pdf, paths: str, box: Sequence[float]) -> Any:
    look = Stream(pdf, f"/M gs {_YELLOW} rg\n{paths}".encode())
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array(box)
    look.Group = Dictionary(S=Name.Transparency)
    look.Resources = Dictionary(ExtGState=Dictionary(M=Dictionary(BM=Name.Multiply)))
    return pdf.make_indirect(look)


def _paths(quads: Sequence[Sequence[float]]) -> str:
    return "".join(
        f"{q[0]:.2f} {q[1]:.2f} m {q[2]:.2f} {q[3]:.2f} l {q[6]:.2f} {q[7]:.2f} l "
        f"{q[4]:.2f} {q[5]:.2f} l h f\n"
        for q in quads
    )


def _annotation(
    pdf: pikepdf.Pdf, page: pikepdf.Page, back: Sequence[float], one: _Highlight, square: Any
) -> Any:
    """`back` leads from the page as displayed to its user space."""
    quads = [_quad(box, back) for box in one.boxes] or [[0.0] * 8]
    xs = [x for quad in quads for x in quad[::2]]
    ys = [y for quad in quads for y in quad[1::2]]
    rect = [round(edge, 2) for edge in (min(xs), min(ys), max(xs), max(ys))]
    annot = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=Array(rect),
        QuadPoints=Array([round(edge, 2) for quad in quads for edge in quad]),
        C=Array([float(part) for part in _YELLOW.split()]),
        F=4,
        P=page.obj,
        NM=pikepdf.String(one.id),
        T=pikepdf.String(AUTHOR),
        Contents=pikepdf.String(one.note),
        AP=Dictionary(N=square if len(quads) == 1 else _look(pdf, _paths(quads), rect)),
    )
    if one.span is not None:
        kept = Dictionary(
            Flow=pikepdf.String(one.span.flow), Start=one.span.start, End=one.span.end
        )
        if one.page is not None:
            kept.Page = one.page
        annot[_KEY] = kept
    return pdf.make_indirect(annot)


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


def _read_boxes(annot: Dictionary, matrix: Any) -> tuple[Box, ...]:
    a, b, c, d, e, f = (getattr(matrix, name) for name in "abcdef")
    edges = [float(edge) for edge in annot.get("/QuadPoints", Array())]
    boxes = []
    for start in range(0, len(edges) - 7, 8):
        corners = [(edges[n], edges[n + 1]) for n in range(start, start + 8, 2)]
        xs = [x * a + y * c + e for x, y in corners]
        ys = [x * b + y * d + f for x, y in corners]
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return tuple(boxes)


def _signed(pdf: pikepdf.Pdf) -> bool:
    form = pdf.Root.get("/AcroForm")
    return isinstance(form, Dictionary) and bool(int(form.get("/SigFlags", 0)) & 1)


def _encryption(password: str) -> pikepdf.Encryption | bool:
    if not password:
        return False
    return pikepdf.Encryption(owner=password, user=password, R=6)
