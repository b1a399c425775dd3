"""Verify a redacted PDF: what is left of the occulted texts, and what else changed."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from pikepdf import PdfError

from redactor.formats.base import READ_ALL, Applied, Plan, ReadOptions
from redactor.formats.errors import Damaged
from redactor.release.verify import areas, pdf_objects, pdf_stray
from redactor.release.verify.audit import of_pdf
from redactor.release.verify.engines import Mupdf, Pdfium
from redactor.release.verify.objects import Objects
from redactor.release.verify.pdf_audit import AuditPages
from redactor.release.verify.pdf_case import Case
from redactor.release.verify.pdf_page import Pages
from redactor.release.verify.pdf_said import Sayings
from redactor.release.verify.pdf_unchanged import Unchanged
from redactor.release.verify.report import Change, Leak, Place, Progress, Report, silent
from redactor.release.verify.scans import Scans
from redactor.text.flow import Channel, Flow


def verify(
    original: Path,
    copy: Path,
    flows: Sequence[Flow],
    plan: Plan,
    password: str | None,
    reading: ReadOptions = READ_ALL,
    audit: AuditPages | None = None,
    progress: Progress = silent,
) -> Report:
    """`audit`: the audit copy's pages, verified beside these, the original being read once."""
    case = Case(original, copy, flows, plan, password)
    case.checked["texts"] = len(case.needles.ids)
    case.checked["unsearchable"] = case.needles.unsearchable
    with ExitStack() as open_files:
        scans = Scans(original, flows, plan, password, reading)
        open_files.callback(scans.close)
        _read(case, scans, open_files, audit, progress)
    for area in areas.with_pixels_left(copy, [*plan.areas, *scans.areas], password):
        place = Place(f"page {area.page}", area.page, Channel.BODY, "mupdf", "image")
        case.leaks.append(Leak((area.id,), place, "area"))
    return case.report(("pdfium", "mupdf", "qpdf", "bytes"))


def verify_both(
    original: Path,
    copy: Path,
    audit: Path,
    flows: Sequence[Flow],
    plan: Plan,
    marked: Sequence[Applied],
    password: str | None,
    audit_password: str | None,
    reading: ReadOptions,
    progress: Progress,
) -> tuple[Report, Report]:
    """The reports on the redacted copy and on the audit copy."""
    with AuditPages(original, audit, flows, plan, password, audit_password) as pages:
        report = verify(original, copy, flows, plan, password, reading, pages, progress)
        return report, of_pdf(flows, plan, marked, pages)


def _read(
    case: Case,
    scans: Scans,
    open_files: ExitStack,
    audit: AuditPages | None,
    progress: Progress,
) -> None:
    """Page by page, each by both engines and with the objects that hang on it; then what hangs
    on no page; then the bytes. Nothing of a page is kept once it was judged."""
    try:
        after = open_files.enter_context(Objects(case.copy, case.password))
    except PdfError as error:
        raise Damaged(where="qpdf") from error
    before = open_files.enter_context(Objects(case.original, case.password, repair=True))
    sayings = Sayings(case, pdf_objects.Walk(after))
    with (
        Pdfium(case.original, case.password, repair=True) as one,
        Pdfium(case.copy, case.password) as two,
        Mupdf(case.original, case.password) as three,
        Mupdf(case.copy, case.password) as four,
    ):
        if len(one) != len(two) or len(three) != len(four):
            case.changes.append(Change(Place("document", engine="pdfium"), "pages"))
        count = min(len(one), len(two), len(three), len(four))
        case.checked["pages"] = count
        pages = Pages(case, scans, one, two, three, four, before, Unchanged(before, after))
        last = max(count, len(after.pages))
        for number in range(1, last + 1):
            kept = case.kept_on(number)
            if number <= count:
                pages.verify(number, kept)
                if audit is not None:
                    audit.verify_to(number, one)
            sayings.page(number, kept)
            before.let_go(number)
            after.let_go(number)
            progress(number / last)
        if audit is not None:
            audit.verify_to(len(one), one)
    sayings.document()
    if not after.pdf.is_encrypted:
        pdf_stray.verify(case, sayings.visited, sayings.explained)
