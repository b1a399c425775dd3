"""The audit copy: the original, with the occulted spans in yellow.

Each occultation on a page is a highlight annotation with its note; those in the file's
objects, which no page shows, are listed on a page added at the end, highlighted too. Every
highlight keeps its span, so that the copy can be read back and compared with the plan.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary

from redactor.formats.base import Applied, Box, Occultation, Plan, Written
from redactor.formats.errors import CannotRedact
from redactor.formats.pdf import channels, erase, finishing, listing, marks, saving, where
from redactor.formats.pdf.highlights import KEY, Highlight, Highlighter
from redactor.formats.pdf.opening import Opened
from redactor.formats.pdf.pagetext import PageText
from redactor.formats.pdf.places import Place
from redactor.formats.pdf.redacted import by_page, silent, split
from redactor.text.flow import Flow, Span

_CHUNK, _CHUNKS = 20, 20
"""Pages after which the objects read so far are let go, since qpdf keeps them, 9 kB a highlight;
and how often at most, since a file's table is then read again."""

_NOTES_ALLOWED = 3


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
    with (
        tempfile.TemporaryDirectory(dir=out.parent, prefix=".redactor-") as folder,
        closing(Highlighter(_copied(opened, Path(folder, "copy.pdf")))) as highlighter,
    ):
        doc = highlighter.doc
        appends = not doc.metadata.get("encryption") and doc.can_save_incrementally()
        pages = sorted({*on_page, *areas, *removed})
        for order, number in enumerate(pages):
            highlights = [
                Highlight(one.id, one.note, boxes_of(one.span, number), one.span, number)
                for one in on_page.get(number, ())
            ]
            highlights += [Highlight(one.id, one.note, (one.box,)) for one in areas.get(number, ())]
            highlights += [
                Highlight(one.id, one.note or one.notice, (tuple(opened.doc[number - 1].rect),))
                for one in removed.get(number, ())
            ]
            matrix = erase.matrix_of(opened.doc, number)
            highlighter.add(highlighter.doc.page_xref(number - 1), matrix, highlights)
            applied |= {one.id: _applied(one) for one in highlights if one.span is not None}
            if appends and saving.is_time(order + 1, len(pages)):
                highlighter.append()
            tell(0.9 * (order + 1) / len(pages))
        if in_objects:
            applied |= _listed(highlighter, in_objects, opened)
        missing = [one.span.flow for one in plan.occultations if one.id not in applied]
        if missing:
            raise CannotRedact(where=where.in_words(missing[0]))
        final, broken = _saved(
            highlighter.doc, Path(folder), plan.options.get("audit_password", "")
        )
        final.replace(out)
    tell(1.0)
    return Written(
        tuple(applied[one.id] for one in plan.occultations),
        warnings=("warning.signature-gone",) if broken else (),
    )


def _copied(opened: Opened, path: Path) -> Any:
    """A copy of the original at `path`, as the engine opens it."""
    if opened.repaired is None:
        shutil.copyfile(opened.path, path)
    else:
        path.write_bytes(opened.repaired)
    doc = pymupdf.open(path, filetype="pdf")
    if doc.needs_pass:
        doc.authenticate(opened.password or "")
    return doc


def _saved(doc: Any, folder: Path, password: str) -> tuple[Path, bool]:
    """Save what was added: after the original's bytes, which all stay, or else with all objects
    written anew. Returns where, and whether that broke a signature."""
    path = Path(doc.name)
    protected = bool(password or doc.metadata.get("encryption"))
    if not protected and doc.can_save_incrementally():
        doc.save(path, incremental=True, encryption=pymupdf.PDF_ENCRYPT_KEEP)
        if _is_read_alike(path, doc.page_count):
            return path, _is_certified(path)
    path = folder / "anew.pdf"
    kind = pymupdf.PDF_ENCRYPT_AES_256 if password else pymupdf.PDF_ENCRYPT_NONE
    doc.save(path, encryption=kind, owner_pw=password, user_pw=password, no_new_id=True)
    finishing.unsign(path)
    return path, doc.get_sigflags() > 0


def _is_read_alike(path: Path, pages: int) -> bool:
    """Whether the other engine finds every page, and nothing to repair."""
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            return len(pdf.pages) == pages and not pdf.get_warnings()
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return False


def _is_certified(path: Path) -> bool:
    """Whether its author's signature forbids notes (DocMDP, ISO 32000-2, 12.8.2.2)."""
    with pikepdf.open(path, suppress_warnings=True) as pdf:
        permissions = pdf.Root.get("/Perms")
        signed = permissions.get("/DocMDP") if isinstance(permissions, Dictionary) else None
        references = signed.get("/Reference", Array()) if isinstance(signed, Dictionary) else ()
        for reference in references if isinstance(references, Array) else ():
            rules = reference.get("/TransformParams") if isinstance(reference, Dictionary) else None
            allowed = rules.get("/P", 2) if isinstance(rules, Dictionary) else 2
            if allowed != _NOTES_ALLOWED:
                return True
        return False


def marked(opened: Opened, matrix_of: Callable[[int], Any]) -> Iterator[Applied]:
    """The highlights of an audit copy, in the order of its pages."""
    first, last = 0, 1
    while first < last:
        with opened.objects() as pdf:
            last = len(pdf.pages)
            end = first + max(_CHUNK, last // _CHUNKS)
            for index in range(first, min(end, last)):
                yield from _marked_on(pdf.pages[index].obj, index + 1, matrix_of)
        del pdf
        first = end


def _marked_on(page: Any, number: int, matrix_of: Callable[[int], Any]) -> Iterator[Applied]:
    annots = page.get("/Annots")
    matrix = None
    for annot in annots if isinstance(annots, Array) else ():
        if not isinstance(annot, Dictionary) or KEY not in annot:
            continue
        matrix = matrix or matrix_of(number)
        kept = annot[KEY]
        span = Span(str(kept.Flow), int(kept.Start), int(kept.End))
        home = int(kept.Page) if "/Page" in kept else None
        boxes = _read_boxes(annot, matrix) if home == number else ()
        yield Applied(str(annot.NM), span, home, boxes)


def boxes_on(text: PageText, span: Span) -> tuple[Box, ...]:
    """Where a span of a page's flows stands. Raises CannotRedact where it is not one."""
    item = next((item for item in text.placed if item.flow.id == span.flow), None)
    if item is None or span.end > len(item.flow.text):
        raise CannotRedact(where=where.in_words(span.flow))
    return marks.boxes_of(marks.runs_of(item.glyphs(span.start, span.end)), item.picture)


def _listed(
    highlighter: Highlighter, wanted: Mapping[str, Sequence[Occultation]], opened: Opened
) -> dict[str, Applied]:
    """Add the pages that list what lies in the file's objects."""
    missing = dict(wanted)
    rows: list[tuple[Flow, Occultation]] = []
    strays = any(flow.startswith("stray.") for flow in wanted)
    with opened.objects() as pdf:
        for place in channels.Walk(pdf, opened).everything(strays):
            if isinstance(place, Place) and place.flow.id in missing:
                rows += [(place.flow, one) for one in missing.pop(place.flow.id)]
    if missing:
        raise CannotRedact(where=where.in_words(sorted(missing)[0]))
    for page, lines in listing.add_pages(highlighter.doc, [(flow, one.span) for flow, one in rows]):
        highlights = [
            Highlight(
                rows[line][1].id, rows[line][1].note, (box,), rows[line][1].span, rows[line][0].page
            )
            for line, box in lines
        ]
        highlighter.add(page, listing.MATRIX, highlights)
    return {one.id: Applied(one.id, one.span, flow.page) for flow, one in rows}


def _applied(one: Highlight) -> Applied:
    assert one.span is not None
    return Applied(one.id, one.span, one.page)


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
