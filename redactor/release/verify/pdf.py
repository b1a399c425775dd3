"""Verify a redacted PDF: what is left of the occulted texts, and what else changed."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pikepdf
from pikepdf import PdfError

from redactor.formats.base import READ_ALL, Plan, ReadOptions
from redactor.formats.errors import Damaged
from redactor.release.verify import areas, pdf_objects, pdf_stray
from redactor.release.verify.engines import Mupdf, Pdfium, objects_of_original
from redactor.release.verify.pdf_case import ASIDE, Case
from redactor.release.verify.pdf_page import Pages
from redactor.release.verify.pdf_said import Sayings
from redactor.release.verify.report import Change, Leak, Place, Report
from redactor.release.verify.scans import Scans
from redactor.text.flow import Channel, Flow

__all__ = ["ASIDE", "verify"]


def verify(
    original: Path,
    copy: Path,
    flows: Sequence[Flow],
    plan: Plan,
    password: str | None,
    reading: ReadOptions = READ_ALL,
) -> Report:
    case = Case(original, copy, flows, plan, password)
    case.checked["texts"] = len(case.needles.ids)
    case.checked["unsearchable"] = case.needles.unsearchable
    with ExitStack() as open_files:
        scans = Scans(original, flows, plan, password, reading)
        open_files.callback(scans.close)
        _read(case, scans, open_files)
    for area in areas.with_pixels_left(copy, [*plan.areas, *scans.areas], password):
        place = Place(f"page {area.page}", area.page, Channel.BODY, "mupdf", "image")
        case.leaks.append(Leak((area.id,), place, "area"))
    return case.report(("pdfium", "mupdf", "qpdf", "bytes"))


def _read(case: Case, scans: Scans, open_files: ExitStack) -> None:
    """Page by page, each by both engines and with the objects that hang on it; then what hangs
    on no page; then the bytes. Nothing of a page is kept once it was judged."""
    pdf = open_files.enter_context(_objects(case.copy, case.password))
    before = open_files.enter_context(objects_of_original(case.original, case.password))
    sayings = Sayings(case, pdf_objects.Walk(pdf))
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
        pages = Pages(case, scans, one, two, three, four, before)
        for number in range(1, max(count, len(pdf.pages)) + 1):
            kept = case.kept_on(number)
            if number <= count:
                pages.verify(number, kept)
            sayings.page(number, kept)
    sayings.document()
    if not pdf.is_encrypted:
        pdf_stray.verify(case, sayings.visited, sayings.explained)


def _objects(path: Path, password: str | None) -> pikepdf.Pdf:
    try:
        return pikepdf.open(path, password=password or "")
    except PdfError as error:
        raise Damaged(where="qpdf") from error
