"""The inspection of a PDF, page by page, then as a file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
from pymupdf import mupdf

from redactor.check import overdone
from redactor.check.consistency.masks import is_masked
from redactor.check.finding import Finding, Hole
from redactor.check.options import Options
from redactor.check.pdf import (
    boxes,
    contents,
    crops,
    hidden,
    images,
    layers,
    markers,
    marks,
    orphans,
    revisions,
    smears,
    widths,
)
from redactor.check.pdf.fonts import Fonts, unlettered
from redactor.check.pdf.leftover import Leftover
from redactor.check.pdf.objects import Objects
from redactor.check.pdf.pictured import Pictured
from redactor.check.pdf.said import Said
from redactor.check.pdf.sight import PageView, page_matrix
from redactor.formats.pdf.opening import Opened, open_pdf
from redactor.text.flow import Flow, Unread

#: Bytes of a file kept in memory to look for what no table lists.
_RAW = 400_000_000


def inspect(
    path: Path, options: Options, progress: Callable[[float], None]
) -> Iterator[Finding | Flow | Unread | Hole]:
    """Everything to know of a PDF. Raises a `Problem` where it cannot be opened."""
    opened = open_pdf(path, options.password)
    try:
        with opened.objects() as pdf:
            inspection = _Inspection(opened, pdf, options, progress)
            yield from inspection.findings()
            inspection.close()
    finally:
        if not opened.doc.is_closed:
            opened.doc.close()


class _Inspection:
    """One file under inspection."""

    def __init__(
        self,
        opened: Opened,
        pdf: pikepdf.Pdf,
        options: Options,
        progress: Callable[[float], None],
    ) -> None:
        self._opened = opened
        self._doc = opened.doc
        self._pdf = pdf
        self._options = options
        self._said = Said()
        self._pictured = Pictured(opened, self._said, ocr=options.ocr)
        self._fonts = Fonts(opened.doc)
        self._leftover = Leftover(opened.doc, pdf)
        self._means = overdone.Means()
        self._progress = progress
        self._matrices: dict[int, Any] = {}

    def close(self) -> None:
        self._pictured.close()

    def findings(self) -> Iterator[Finding | Flow | Unread | Hole]:
        bare = self._unlayered()
        flows: list[Flow] = []
        count = self._doc.page_count
        for number in range(1, count + 1):
            try:
                for item in self._page(number, bare):
                    if isinstance(item, Flow):
                        flows.append(item)
                    yield item
            except (RuntimeError, ValueError, pikepdf.PdfError, mupdf.FzErrorBase):
                yield Unread(f"page {number}", "unread.damaged-object", number)
            self._progress(0.9 * number / count)
        if bare is not None:
            bare.close()
        yield from overdone.without_ground(flows, self._means.boxes)
        yield from self._means.findings(flows)
        redacted = self._means.boxes > 0 or any(is_masked(flow.text) for flow in flows)
        for part, found in (
            ("polices", self._leftover.findings(redacted=redacted)),
            ("objets", Objects(self._pdf, self._said, self._matrices).findings()),
            ("octets", self._bytes()),
        ):
            try:
                yield from found
            except (RuntimeError, ValueError, pikepdf.PdfError, mupdf.FzErrorBase):
                yield Unread(part, "unread.damaged-object")

    def _page(self, number: int, bare: Any) -> Iterator[Finding | Flow | Unread | Hole]:
        page = self._doc[number - 1]
        self._matrices[number] = page_matrix(page)
        view = PageView(page, number)
        pymupdf.TOOLS.reset_mupdf_warnings()
        if view.everything is not None and "cannot find" in pymupdf.TOOLS.mupdf_warnings():
            # A font or a drawing that nothing defines: what it was to show, nobody sees.
            yield Unread(f"page {number}", "unread.damaged-object", number)
        self._said.add(number, view.everything)
        yield Flow(f"p{number}", view.everything, page=number)
        yield from contents.unread(self._pdf, number)
        yield from unlettered(view)
        yield from hidden.findings(view)
        yield from images.findings(view)
        yield from crops.findings(view)
        yield from smears.findings(view)
        yield from markers.findings(view)
        yield from self._fonts.findings(view)
        self._leftover.add(view)
        covering = boxes.in_lines(view)
        holes = list(boxes.holes(view, covering))
        yield from holes
        # A chart's bars stand in no sentence.
        self._means.add(number, sum(hole.exact for hole in holes), boxes.share(view, covering))
        yield from boxes.over(view, covering)
        yield from boxes.kept(view, covering)
        if self._options.names:
            every = list(boxes.holes(view, boxes.black(view)))
            yield from widths.widths(every, self._options.names)
        yield from marks.findings(view, self._pdf.pages[number - 1], self._matrices[number])
        if bare is not None:
            yield from layers.findings(view, PageView(bare[number - 1], number))
        if not view.everything.strip() and view.image_share > 0:
            yield from self._pictured.page(number)

    def _unlayered(self) -> Any:
        if not layers.has_layers(self._doc):
            return None
        bare = pymupdf.open(self._opened.path, filetype="pdf")
        if self._opened.password:
            bare.authenticate(self._opened.password)
        layers.reveal(bare)
        return bare

    def _bytes(self) -> Iterator[Finding | Flow | Unread]:
        if self._opened.path.stat().st_size > _RAW:
            yield Unread("octets", "unread.too-large")
            return
        data = self._opened.path.read_bytes()
        earlier = bool(revisions.ends(data))
        if earlier:
            yield from revisions.findings(data, self._doc, self._opened.password)
        yield from orphans.findings(self._pdf, data, self._said, revisions=earlier)
