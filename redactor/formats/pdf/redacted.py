"""The redacted copy: objects first, then pages, then one full save.

The objects' strings are rewritten on the original's own objects, where their ids were given;
the pages' glyphs are then taken out by the engine that gave their places. What is saved is
what the trailer still reaches: no earlier revision, no orphan.
"""

import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import pikepdf
import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Applied, Area, Occultation, Plan, RemovedPage, Written
from redactor.formats.errors import CannotRedact
from redactor.formats.pdf import (
    appearances,
    attached,
    channels,
    clean,
    disjoined,
    elsewhere,
    embedded,
    erase,
    finishing,
    marks,
    names,
    plainly,
    saving,
    spoken,
    where,
)
from redactor.formats.pdf.homes import homes_of
from redactor.formats.pdf.opening import Opened
from redactor.formats.pdf.pages import Pages
from redactor.formats.pdf.pagetext import PageText
from redactor.formats.pdf.places import Place
from redactor.text.flow import Channel

_FEW = 10_000
"""Objects among which equal ones are made one: the engine compares all pairs (16 s for twice
as many)."""
_ON_PAGE = re.compile(r"p(\d+)\.(?:h|o|ap\d+\.)?\d+")
NARROW = "warning.gap-width"
_LOST_UNSEEN = "warning.unseen-lost"
_APPEARANCE = re.compile(r"p\d+\.ap(\d+)\.\d+")
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
    scanned: Sequence[int] = (),
    keep: Callable[[Applied], None] | None = None,
) -> Written:
    """Write the redacted copy of `opened` to `out`, atomically.

    `scanned` are pages that may have been recognised: their copy is given a text layer. `keep` is
    given what the pages carry, with its boxes, which what is returned has not.
    """
    tell = progress or silent
    on_page, in_objects = split(plan.occultations)
    gone = {removed.page for removed in plan.removed_pages}
    out.parent.mkdir(parents=True, exist_ok=True)
    # What still holds the text never lies beside the copy, not even if the process is killed.
    with (
        tempfile.TemporaryDirectory(prefix="redactor-") as work,
        tempfile.TemporaryDirectory(dir=out.parent, prefix=".redactor-") as folder,
    ):
        stage, final = Path(work, "objects.pdf"), Path(folder, "final.pdf")
        with opened.objects() as pdf:
            _name_annotations(pdf, on_page)
            masked: dict[int, list[str]] = defaultdict(list)
            texts = set(plan.sought)
            applied = rewrite(pdf, in_objects, opened, masked, texts)
            if any(spoken.may_speak(pdf, number) for number in on_page):
                spoken.scrub(pdf, on_page, lambda n: _texts(on_page[n], text_of(n)), in_objects)
            kept = bool(plan.options.get("keep_attachments"))
            lost = kept and attached.keep(pdf, plan)
            dropped, warnings = clean.clean(pdf, plan.options)
            if lost:
                dropped = sorted({*dropped, "attachment"})
            disjoined.remove_pages(pdf, plan.removed_pages)
            plainly.write_out(pdf, on_page.keys() - gone)
            saving.save(
                pdf,
                stage,
                encryption=False,
                compress_streams=False,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                fix_metadata_version=False,
            )
        del pdf  # closed, it keeps its objects
        if clean.PICTURES in dropped:
            embedded.strip_pictures(stage)
        tell(0.1)
        with closing(Pages(pymupdf.open(stage), plan.options.get("gap", ""))) as rewriting:
            layers = _unlayered(rewriting.doc)
            appends = rewriting.doc.can_save_incrementally()
            areas = by_page(plan.areas)
            pages = sorted({*on_page, *areas, *scanned})
            for order, number in enumerate(pages):
                if number in gone:
                    applied += homes_of(on_page.get(number, ()), text_of(number))[0]
                    continue
                text = text_of(number) if number in on_page or number in scanned else None
                texts.update(_texts(on_page.get(number, ()), text))
                try:
                    rewritten = rewriting.redact(
                        number,
                        erase.matrix_of(opened.doc, number),
                        on_page.get(number, ()),
                        areas.get(number, ()),
                        text,
                    )
                except mupdf.FzErrorBase as error:
                    raise CannotRedact(where=where.on_page(number)) from error
                for one in rewritten:
                    if keep is not None:
                        keep(one)
                    applied.append(Applied(one.id, one.span, one.page))
                if appends and saving.is_time(order + 1, len(pages)):
                    rewriting.append()
                tell(0.1 + 0.8 * (order + 1) / len(pages))
            doc = rewriting.doc
            for number, words in masked.items():
                if number not in gone:
                    elsewhere.erase_texts(doc[number - 1], words)
            marks.forget_font(_pdf(doc))
            _layered(doc, layers)
            # Two layers of one name are equal objects, and not one (pdf.js, issue269_1.pdf: what
            # the one shows went with the other).
            garbage = 3 if doc.xref_length() <= _FEW and not layers else 2
            doc.save(final, garbage=garbage, deflate=True, no_new_id=True)
        if pages or gone or texts:
            warnings += finishing.trim(final, texts)
        finishing.unsign(final)
        final.replace(out)
    tell(1.0)
    blanks = tuple(dict.fromkeys(rewriting.narrow))
    return Written(
        _in_order(plan.occultations, applied),
        tuple(dropped),
        (
            *warnings,
            *([NARROW] if blanks else []),
            *([_LOST_UNSEEN] if rewriting.lost_unseen else []),
        ),
        blanks,
    )


def _texts(occultations: Sequence[Occultation], text: PageText | None) -> dict[str, str]:
    """What goes from a page, and what is said in its place."""
    flows = {item.flow.id: item.flow.text for item in text.placed} if text else {}
    return {
        flows.get(one.span.flow, "")[one.span.start : one.span.end]: one.label or marks.PLAIN
        for one in occultations
    }


def _unlayered(doc: Any) -> int:
    """Show every layer while pages are read again. Returns the object that `_layered` puts back, 0
    where there is none."""
    catalog = mupdf.pdf_dict_gets(mupdf.pdf_trailer(_pdf(doc)), "Root")
    layers = mupdf.pdf_dict_gets(catalog, "OCProperties")
    if layers.m_internal is None:
        return 0
    if not mupdf.pdf_is_indirect(layers):
        layers = mupdf.pdf_add_object(_pdf(doc), layers)
    mupdf.pdf_dict_dels(catalog, "OCProperties")
    return int(mupdf.pdf_to_num(layers))


def _layered(doc: Any, layers: int) -> None:
    if layers:
        catalog = mupdf.pdf_dict_gets(mupdf.pdf_trailer(_pdf(doc)), "Root")
        mupdf.pdf_dict_puts(catalog, "OCProperties", mupdf.pdf_new_indirect(_pdf(doc), layers, 0))


def _pdf(doc: Any) -> Any:
    return mupdf.pdf_document_from_fz_document(doc.this)


def silent(part: float) -> None:
    """Nobody asked for progress."""


def _name_annotations(pdf: pikepdf.Pdf, on_page: Mapping[int, Sequence[Occultation]]) -> None:
    """Leave the order of annotations whose appearance is occulted for the other engine."""
    for number, occultations in on_page.items():
        for order in {annotation_of(one.span.flow) for one in occultations} - {0}:
            pdf.pages[number - 1].obj.Annots[order - 1]["/" + appearances.ORDER] = order


def annotation_of(flow: str) -> int:
    """The order of the annotation whose appearance `flow` is read from; 0: the page's own."""
    match = _APPEARANCE.fullmatch(flow)
    return int(match[1]) if match else 0


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


def rewrite(
    pdf: pikepdf.Pdf,
    wanted: Mapping[str, Sequence[Occultation]],
    opened: Opened | None = None,
    masked: dict[int, list[str]] | None = None,
    texts: set[str] | None = None,
) -> list[Applied]:
    """Replace the spans in the strings of `pdf`'s objects, each by its label.

    `masked` is given the texts that go from the masks of each page, `texts` all that go.
    """
    if not wanted:
        return []
    missing = dict(wanted)
    strays = any(flow.startswith("stray.") for flow in wanted)
    # Found first, written after: the walk must go over the original's strings.
    places = [
        (place, missing.pop(place.flow.id))
        for place in channels.Walk(pdf, opened).everything(strays)
        if isinstance(place, Place) and place.flow.id in missing
    ]
    if missing:
        raise CannotRedact(where=where.in_words(sorted(missing)[0]))
    applied = []
    for place, occultations in places:
        flow = place.flow
        if texts is not None:
            texts |= {flow.text[one.span.start : one.span.end] for one in occultations}
        place.write(replaced(flow.text, occultations))
        if masked is not None and flow.place == "mask" and flow.page is not None:
            masked[flow.page] += [flow.text[o.span.start : o.span.end] for o in occultations]
        if place.owner is not None and "/" + appearances.ORDER not in place.owner:
            clean.drop_appearance(pdf, place.owner)
        applied += [Applied(one.id, one.span, place.flow.page) for one in occultations]
    if any(place.flow.channel is Channel.BOOKMARK for place, _ in places):
        names.rebuild_trees(pdf)
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
        raise CannotRedact(where=where.in_words(missing[0]))
    return tuple(done[one.id] for one in occultations)
