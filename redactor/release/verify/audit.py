"""Verify an audit copy: the original's text, and the plan's spans in yellow, no more, no less."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.formats.base import Applied, Plan
from redactor.release.verify.report import Change, Place, Report
from redactor.text.flow import Flow, Span

if TYPE_CHECKING:
    from redactor.release.verify.pdf_audit import AuditPages


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
    # Each format's readers are loaded when they are needed: all of them take half a second.
    if format == "pdf":
        from redactor.release.verify.engines import Pdfium
        from redactor.release.verify.pdf_audit import AuditPages

        with (
            AuditPages(original, audit, flows, plan, password, audit_password) as pages,
            Pdfium(original, password, repair=True) as engine,
        ):
            pages.verify_to(len(engine), engine)
            return of_pdf(flows, plan, marked, pages)
    from redactor.release.verify import mail, package, plain
    from redactor.release.verify.opened import as_package

    changes = _spans(plan, marked, flows)
    if format in package.FORMATS or format in ("doc", "rtf"):
        with as_package(original, format, password) as package_file:
            changes += package.same_text(package_file, audit)
        engine_name = "expat"
    else:
        same_text = mail.same_text if format in ("eml", "msg", "html") else plain.same_text
        changes += same_text(audit, flows)
        engine_name = "markup"
    checked = {"spans": len(plan.occultations)}
    return Report((), tuple(changes), (), ("spans", engine_name), checked)


def of_pdf(
    flows: Sequence[Flow], plan: Plan, marked: Sequence[Applied], pages: "AuditPages"
) -> Report:
    """The report on a PDF whose pages were verified."""
    changes = (*_spans(plan, marked, flows), *pages.changes)
    checked = {"spans": len(plan.occultations), "pages": pages.pages}
    return Report((), changes, (), ("spans", "pdfium", "qpdf"), checked)


def _spans(plan: Plan, marked: Sequence[Applied], flows: Sequence[Flow]) -> list[Change]:
    due = _by_flow(o.span for o in plan.occultations)
    there = _by_flow(applied.span for applied in marked)
    wrong: dict[str, list[str]] = {}
    for flow in sorted(due.keys() | there.keys()):
        # Flow by flow: positions of all together took 10 kB a page.
        wanted, found = _characters(due.get(flow, ())), _characters(there.get(flow, ()))
        if wanted - found:
            wrong.setdefault(flow, []).append("not-highlighted")
        if found - wanted:
            wrong.setdefault(flow, []).append("wrongly-highlighted")
    homes = {flow.id: flow for flow in flows if flow.id in wrong} if wrong else {}
    return [
        Change(_place(flow, homes.get(flow)), what) for flow, each in wrong.items() for what in each
    ]


def _place(flow: str, home: Flow | None) -> Place:
    return Place(
        (f"page {home.page}" if home and home.page else home.place if home else "") or flow,
        home.page if home else None,
        home.channel if home else "",
        "spans",
    )


def _by_flow(spans: Iterable[Span]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for span in spans:
        found.setdefault(span.flow, []).append(span)
    return found


def _characters(spans: Iterable[Span]) -> set[int]:
    """Positions: a span may be marked in several pieces, or two that touch as one."""
    return {position for span in spans for position in range(span.start, span.end)}
