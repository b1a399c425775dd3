"""Verify an audit copy: the original's text, and the plan's spans in yellow, no more, no less."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pikepdf

from redactor.formats.base import Applied, Box, Plan
from redactor.formats.pdf.redacted import page_of
from redactor.formats.pdf.scans import is_recognised
from redactor.release.verify import mail, package, plain
from redactor.release.verify.engines import Mupdf, Pdfium, objects_of_original
from redactor.release.verify.kept import merged, spans_by_flow
from redactor.release.verify.letters import bare
from redactor.release.verify.needles import squeeze
from redactor.release.verify.opened import as_package
from redactor.release.verify.pdf import ASIDE
from redactor.release.verify.report import Change, Place, Report
from redactor.text.flow import Flow, Span


def verify(
    original: Path,
    audit: Path,
    flows: Sequence[Flow],
    plan: Plan,
    marked: Sequence[Applied],
    format: str,
    password: str | None,
    audit_password: str | None = None,
) -> Report:
    by_id = {flow.id: flow for flow in flows}
    changes = _spans(plan, marked, by_id)
    checked = {"spans": len(plan.occultations)}
    engines: tuple[str, ...] = ("spans",)
    if format == "pdf":
        changes += _pdf(original, audit, flows, plan, password, audit_password, checked)
        engines = ("spans", "pdfium", "qpdf")
    else:
        if format in package.FORMATS or format in ("doc", "rtf"):
            with as_package(original, format, password) as package_file:
                changes += package.same_text(package_file, audit)
            engines = ("spans", "expat")
        else:
            same_text = mail.same_text if format in ("eml", "msg", "html") else plain.same_text
            changes += same_text(audit, flows)
            engines = ("spans", "markup")
    return Report((), tuple(changes), (), engines, checked)


def _spans(plan: Plan, marked: Sequence[Applied], flows: dict[str, Flow]) -> list[Change]:
    due = _characters(o.span for o in plan.occultations)
    there = _characters(applied.span for applied in marked)
    changes: list[Change] = []
    for flow in sorted(due.keys() | there.keys()):
        home = flows.get(flow)
        place = Place(
            (f"page {home.page}" if home and home.page else home.place if home else "") or flow,
            home.page if home else None,
            home.channel if home else "",
            "spans",
        )
        if due.get(flow, set()) - there.get(flow, set()):
            changes.append(Change(place, "not-highlighted"))
        if there.get(flow, set()) - due.get(flow, set()):
            changes.append(Change(place, "wrongly-highlighted"))
    return changes


def _characters(spans: Iterable[Span]) -> dict[str, set[int]]:
    """Positions by flow: a span may be marked in several pieces, or two that touch as one."""
    result: dict[str, set[int]] = {}
    for span in spans:
        result.setdefault(span.flow, set()).update(range(span.start, span.end))
    return result


def _pdf(
    original: Path,
    audit: Path,
    flows: Sequence[Flow],
    plan: Plan,
    password: str | None,
    audit_password: str | None,
    checked: dict[str, int],
) -> list[Change]:
    changes: list[Change] = []
    spans = spans_by_flow(plan)
    due: dict[int, list[str]] = {}
    for flow in flows:
        if flow.id not in spans or flow.channel in ASIDE:
            continue
        if flow.page is None or page_of(flow.id) is None:  # listed, where no page draws it
            continue
        if is_recognised(flow.id):  # its pixels are highlighted; no engine reads a text there
            due.setdefault(flow.page, []).append("")
            continue
        due.setdefault(flow.page, []).extend(
            flow.text[span.start : span.end] for span in merged(spans[flow.id])
        )
    highlights = _highlights(audit, audit_password)
    before_highlights = _highlights(original, password)
    with (
        Pdfium(original, password, repair=True) as before,
        Pdfium(audit, audit_password) as after,
        Mupdf(audit, audit_password) as after2,
    ):
        checked["pages"] = len(before)
        if len(after) < len(before):
            return [Change(Place("document", engine="pdfium"), "pages")]
        for index in range(len(before)):
            page = index + 1
            place = Place(f"page {page}", page, "body", "pdfium")
            old, new = before.text(index), after.text(index)
            if old != new and bare(old) != bare(new):
                changes.append(Change(place, "text"))
            earlier = set(before_highlights.get(page, ()))
            boxes = [box for box in highlights.get(page, ()) if box not in earlier]
            if len(boxes) < len(due.get(page, ())) and not boxes:
                changes.append(Change(place, "not-highlighted"))
            elif boxes and page in due:
                shown = Counter(squeeze("".join(after.text_in_page(index, sorted(set(boxes))))))
                wanted = Counter(squeeze("".join(due[page])))
                # Engines part on the widths of a font that is missing, and on tiny letters.
                if wanted - shown and wanted - Counter(
                    squeeze("".join(after2.text_in_page(index, boxes)))
                ):
                    changes.append(Change(place, "not-highlighted"))
    return changes


def _highlights(path: Path, password: str | None) -> dict[int, list[Box]]:
    """The quads of highlight annotations, in the page's own coordinates, by page."""
    result: dict[int, list[Box]] = {}
    with objects_of_original(path, password) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            annotations = page.obj.get("/Annots")
            if not isinstance(annotations, pikepdf.Array):
                continue
            for annotation in annotations:
                if not isinstance(annotation, pikepdf.Dictionary):
                    continue  # a dead reference
                if annotation.get("/Subtype") != "/Highlight":
                    continue
                quads = [float(value) for value in annotation.get("/QuadPoints", ())]
                for i in range(0, len(quads) - 7, 8):
                    xs, ys = quads[i : i + 8 : 2], quads[i + 1 : i + 8 : 2]
                    result.setdefault(number, []).append((min(xs), min(ys), max(xs), max(ys)))
    return result
