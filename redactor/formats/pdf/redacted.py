"""The redacted copy: objects first, then pages, then one full save.

The objects' strings are rewritten on the original's own objects, where their ids were given;
the pages' glyphs are then taken out by the engine that gave their places. What is saved is
what the trailer still reaches: no earlier revision, no orphan.
"""

import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pikepdf
import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Applied, Area, Occultation, Plan, RemovedPage, Written
from redactor.formats.errors import CannotRedact
from redactor.formats.pdf import channels, clean, erase, marks
from redactor.formats.pdf.glyphs import Glyph
from redactor.formats.pdf.opening import Opened
from redactor.formats.pdf.pagetext import PageText

_ON_PAGE = re.compile(r"p(\d+)\.h?\d+")
_OnPage = TypeVar("_OnPage", Area, RemovedPage)
Progress = Callable[[float], None]


def page_of(flow: str) -> int | None:
    """The page whose drawn text `flow` is; None for a flow of the file's objects."""
    match = _ON_PAGE.fullmatch(flow)
    return int(match[1]) if match else None


def write(
    opened: Opened,
    out: Path,
    plan: Plan,
    text_of: Callable[[int], PageText],
    progress: Progress | None = None,
) -> Written:
    """Write the redacted copy of `opened` to `out`, atomically."""
    tell = progress or silent
    on_page, in_objects = split(plan.occultations)
    gone = {removed.page for removed in plan.removed_pages}
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".redactor-") as folder:
        stage, final = Path(folder, "objects.pdf"), Path(folder, "final.pdf")
        with opened.objects() as pdf:
            applied = rewrite(pdf, in_objects)
            dropped, warnings = clean.clean(pdf, plan.options)
            clean.remove_pages(pdf, plan.removed_pages)
            pdf.save(
                stage,
                encryption=False,
                compress_streams=False,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
            )
        tell(0.1)
        with pymupdf.open(stage) as doc:
            areas = by_page(plan.areas)
            pages = sorted({*on_page, *areas})
            for order, number in enumerate(pages):
                removed = number in gone
                applied += _page(
                    doc[number - 1],
                    on_page.get(number, ()),
                    areas.get(number, ()),
                    text_of(number) if number in on_page else None,
                    removed,
                )
                tell(0.1 + 0.8 * (order + 1) / len(pages))
            doc.save(final, garbage=3, deflate=True, no_new_id=True)
        final.replace(out)
    tell(1.0)
    return Written(_in_order(plan.occultations, applied), tuple(dropped), tuple(warnings))


def silent(part: float) -> None:
    """Nobody asked for progress."""


def split(
    occultations: Iterable[Occultation],
) -> tuple[dict[int, list[Occultation]], dict[str, list[Occultation]]]:
    """Those drawn on pages, by page; those in the file's objects, by flow."""
    on_page: dict[int, list[Occultation]] = defaultdict(list)
    in_objects: dict[str, list[Occultation]] = defaultdict(list)
    for occultation in occultations:
        page = page_of(occultation.span.flow)
        if page is None:
            in_objects[occultation.span.flow].append(occultation)
        else:
            on_page[page].append(occultation)
    return on_page, in_objects


def rewrite(pdf: pikepdf.Pdf, wanted: Mapping[str, Sequence[Occultation]]) -> list[Applied]:
    """Replace the spans in the strings of `pdf`'s objects, each by its label."""
    if not wanted:
        return []
    missing = dict(wanted)
    # Found first, written after: the walk must go over the original's strings.
    places = [
        (place, missing.pop(place.flow.id))
        for place in channels.Walk(pdf).everything()
        if isinstance(place, channels.Place) and place.flow.id in missing
    ]
    if missing:
        raise CannotRedact(where=sorted(missing)[0])
    applied = []
    for place, occultations in places:
        place.write(replaced(place.flow.text, occultations))
        if place.owner is not None:
            clean.drop_appearance(place.owner)
        applied += [Applied(one.id, one.span, place.flow.page) for one in occultations]
    return applied


def replaced(text: str, occultations: Sequence[Occultation]) -> str:
    """`text` with each span replaced by its label; spans that overlap are one."""
    pieces: list[str] = []
    end = 0
    for one in sorted(occultations, key=lambda one: (one.span.start, one.span.end)):
        if one.span.end <= end:
            continue
        if one.span.start >= end:
            pieces += [text[end : one.span.start], one.label or marks.PLAIN]
        end = one.span.end
    return "".join([*pieces, text[end:]])


def _page(
    page: Any,
    occultations: Sequence[Occultation],
    areas: Sequence[Area],
    text: PageText | None,
    removed: bool,
) -> list[Applied]:
    applied: list[Applied] = []
    glyphs: list[Glyph] = []
    drawn: list[marks.Mark] = []
    if text is not None:
        placed = {item.flow.id: item for item in text.placed}
        for one in occultations:
            item = placed.get(one.span.flow)
            if item is None or one.span.end > len(item.flow.text):
                raise CannotRedact(where=one.span.flow)
            chosen = item.glyphs[one.span.start : one.span.end]
            boxes = marks.boxes_of(chosen)
            glyphs += [glyph for glyph in chosen if glyph is not None]
            if not item.hidden:
                drawn += marks.marks_of(boxes, one.label)
            applied.append(Applied(one.id, one.span, text.page, boxes))
    if removed:
        return applied
    if glyphs:
        erase.erase(page, glyphs)
    if areas:
        _blank(page, areas)
        drawn += [marks.Mark(area.box, area.label or marks.PLAIN) for area in areas]
    if drawn:
        content = marks.draw(drawn, erase.page_matrix(page))
        if any(mark.label for mark in drawn):
            _add_font(page)
        pymupdf.TOOLS._insert_contents(page, content, 1)
    return applied


def _add_font(page: Any) -> None:
    """Make the label's font known to the page. One object serves the whole document."""
    handle = erase.pdf_page(page)
    doc = handle.doc()
    resources = mupdf.pdf_dict_get_inheritable(handle.obj(), mupdf.pdf_new_name("Resources"))
    if not mupdf.pdf_is_dict(resources):
        resources = mupdf.pdf_dict_put_dict(handle.obj(), mupdf.pdf_new_name("Resources"), 1)
    fonts = mupdf.pdf_dict_gets(resources, "Font")
    if not mupdf.pdf_is_dict(fonts):
        fonts = mupdf.pdf_dict_put_dict(resources, mupdf.pdf_new_name("Font"), 1)
    if not mupdf.pdf_is_dict(mupdf.pdf_dict_gets(fonts, marks.FONT)):
        font = mupdf.pdf_add_simple_font(
            doc, mupdf.FzFont(pymupdf.Font("helv").this), mupdf.PDF_SIMPLE_ENCODING_LATIN
        )
        mupdf.pdf_dict_puts(fonts, marks.FONT, font)


def _blank(page: Any, areas: Sequence[Area]) -> None:
    """Take away what lies under areas: glyphs, drawings, pixels."""
    for area in areas:
        page.add_redact_annot(pymupdf.Rect(area.box) * page.derotation_matrix, fill=False)
    page.apply_redactions(
        images=pymupdf.PDF_REDACT_IMAGE_PIXELS,
        graphics=pymupdf.PDF_REDACT_LINE_ART_REMOVE_IF_TOUCHED,
        text=pymupdf.PDF_REDACT_TEXT_REMOVE,
    )


def by_page(ones: Iterable[_OnPage]) -> dict[int, list[_OnPage]]:
    """Areas or removed pages, by page."""
    pages: dict[int, list[_OnPage]] = defaultdict(list)
    for one in ones:
        pages[one.page].append(one)
    return pages


def _in_order(
    occultations: Sequence[Occultation], applied: Iterable[Applied]
) -> tuple[Applied, ...]:
    """Each occultation of the plan exactly once, in the plan's order."""
    done = {one.id: one for one in applied}
    missing = [one.span.flow for one in occultations if one.id not in done]
    if missing:
        raise CannotRedact(where=missing[0])
    return tuple(done[one.id] for one in occultations)
