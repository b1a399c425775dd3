"""Verify the pages of a PDF's audit copy: the original's own content, and its spans in yellow."""

from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import pikepdf

from redactor.formats.base import Box, Plan
from redactor.formats.pdf.redacted import page_of
from redactor.formats.pdf.scans import is_recognised
from redactor.release.verify.engines import Mupdf, Pdfium
from redactor.release.verify.kept import merged, spans_by_flow
from redactor.release.verify.letters import bare
from redactor.release.verify.needles import squeeze
from redactor.release.verify.objects import Objects
from redactor.release.verify.pdf_case import ASIDE
from redactor.release.verify.pdf_unchanged import Unchanged
from redactor.release.verify.report import Change, Place
from redactor.text.flow import Flow


class AuditPages(ExitStack):
    """An audit copy beside its original, page after page. Used as a context."""

    def __init__(
        self,
        original: Path,
        audit: Path,
        flows: Sequence[Flow],
        plan: Plan,
        password: str | None,
        audit_password: str | None,
    ) -> None:
        """`password` opens the original, `audit_password` the copy."""
        super().__init__()
        self._original, self._audit = original, audit
        self._password, self._audit_password = password, audit_password
        self._due = _due(flows, plan)
        self._engines: tuple[Pdfium, Mupdf] | None = None
        self.changes: list[Change] = []
        self.pages = 0
        """How many were verified so far."""

    def __enter__(self) -> Self:
        self._old = self.enter_context(Objects(self._original, self._password, repair=True))
        self._new = self.enter_context(Objects(self._audit, self._audit_password, repair=True))
        self._unchanged = Unchanged(self._old, self._new)
        return super().__enter__()

    def verify_to(self, last: int, original: Pdfium) -> None:
        """Verify the pages that were not, up to number `last` (1-based)."""
        there = len(self._new.pages)
        while self.pages < min(last, there):
            self.pages += 1
            self._page(self.pages, original)
            self._old.let_go(self.pages)
            self._new.let_go(self.pages)
        if last > there:
            self.changes = [Change(Place("document", engine="pdfium"), "pages")]

    def _page(self, page: int, original: Pdfium) -> None:
        index, place = page - 1, Place(f"page {page}", page, "body", "pdfium")
        # The very same objects say the very same: that page need not be read a second time.
        same = self._unchanged.content(index)
        if not same:
            old, new = original.text(index), self._readers[0].text(index)
            if old != new and bare(old) != bare(new):
                self.changes.append(Change(place, "text"))
        due = self._due.get(page)
        boxes = self._boxes(index)
        if due and not boxes:
            self.changes.append(Change(place, "not-highlighted"))
        elif due is not None and boxes:
            reader = original if same else self._readers[0]
            shown = Counter(squeeze("".join(reader.text_in_page(index, sorted(set(boxes))))))
            wanted = Counter(squeeze("".join(due)))
            # Engines part on the widths of a font that is missing, and on tiny letters.
            if wanted - shown and wanted - Counter(
                squeeze("".join(self._readers[1].text_in_page(index, boxes)))
            ):
                self.changes.append(Change(place, "not-highlighted"))

    @property
    def _readers(self) -> tuple[Pdfium, Mupdf]:
        """The engines on the copy, opened when first asked for."""
        if self._engines is None:
            self._engines = (
                self.enter_context(Pdfium(self._audit, self._audit_password)),
                self.enter_context(Mupdf(self._audit, self._audit_password)),
            )
        return self._engines

    def _boxes(self, index: int) -> list[Box]:
        """The highlights of a page that the original does not have."""
        there = index < len(self._old.pages)
        earlier = set(_highlights(self._old.page(index))) if there else set()
        return [box for box in _highlights(self._new.page(index)) if box not in earlier]


def _due(flows: Sequence[Flow], plan: Plan) -> dict[int, list[str]]:
    """The texts to be highlighted on each page."""
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
    return due


def _highlights(page: Any) -> list[Box]:
    """The quads of highlight annotations, in the page's own coordinates."""
    annotations = page.get("/Annots")
    found: list[Box] = []
    for annotation in annotations if isinstance(annotations, pikepdf.Array) else ():
        if not isinstance(annotation, pikepdf.Dictionary):
            continue  # a dead reference
        if annotation.get("/Subtype") != "/Highlight":
            continue
        quads = [float(value) for value in annotation.get("/QuadPoints", ())]
        for i in range(0, len(quads) - 7, 8):
            xs, ys = quads[i : i + 8 : 2], quads[i + 1 : i + 8 : 2]
            found.append((min(xs), min(ys), max(xs), max(ys)))
    return found
