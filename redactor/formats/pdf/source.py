"""An opened PDF: its flows, its pictures, its two copies."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.closing import Closing
from redactor.formats import ocr
from redactor.formats.base import (
    Applied,
    Box,
    PageLayout,
    Picture,
    Plan,
    Premarked,
    ReadOptions,
    SuggestedArea,
    Written,
)
from redactor.formats.errors import Damaged
from redactor.formats.pdf import appearances, channels, dropcaps, justified, pictured, scans
from redactor.formats.pdf.lettering import Letterings
from redactor.formats.pdf.lines import lines_of
from redactor.formats.pdf.opening import Opened
from redactor.formats.pdf.pagetext import PageText, appearance_flows, flows_of
from redactor.formats.pdf.places import Place
from redactor.text.flow import Flow, Span, Unread
from redactor.text.packed import Packed

_KEPT_PAGES = 16
"""Page texts kept: overlays and writers ask again for the page just read."""
_TABLES_A_PAGE = 1000
_LET_GO = 50
"""Pages after which the engine's objects are let go: it keeps 2 kB of a page of text."""


class PdfSource(Closing):
    """The `Source` of a PDF. Used by one process alone: the engine is not thread-safe."""

    def __init__(self, opened: Opened, options: ReadOptions | None = None) -> None:
        self._opened = opened
        self._doc = opened.doc
        self._options = options or ReadOptions()
        self._reader = ocr.reader(self._options.ocr_cache) if self._options.ocr else None
        self._bare: Any = None
        self._boxes: dict[Span, array[float]] = {}
        self._texts: OrderedDict[int, PageText] = OrderedDict()

    @property
    def pages(self) -> int:
        return int(self._doc.page_count)

    @property
    def warnings(self) -> Sequence[str]:
        return self._opened.warnings

    def read(self) -> Iterator[Flow | Unread]:
        letterings = Letterings(self._doc)
        with self._opened.objects() as pdf:
            walk = channels.Walk(pdf, self._opened)
            for number in range(1, self.pages + 1):
                text = self.page_text(number)
                yield from (placed.flow for placed in text.placed)
                yield from letterings.unread(self._doc[number - 1], number)
                if text.scan:
                    yield from text.scan.unread
                yield from _flows(walk.page(number))
            yield from _flows(walk.document())
            yield from _flows(walk.strays())

    def page_text(self, number: int) -> PageText:
        """The flows drawn on page `number` (1-based) and the place of each character."""
        if number in self._texts:
            self._texts.move_to_end(number)
            return self._texts[number]
        try:
            text = self._read(number)
        except (mupdf.FzErrorBase, RuntimeError, ValueError) as error:
            raise Damaged(where=f"page {number}") from error
        self._texts[number] = text
        if len(self._texts) > _KEPT_PAGES:
            self._texts.popitem(last=False)
        return text

    def _read(self, number: int) -> PageText:
        if not number % _LET_GO:
            self._let_go()
        page = self._doc[number - 1]
        pictures = self._has_images(number)
        extraction, lines = lines_of(page, self._unlayered(number) or page, pictures)
        lines = list(dropcaps.joined(justified.joined(lines)))
        tables = count(number * _TABLES_A_PAGE)
        anew = self._options.anew(number)
        pictured, scan = scans.read(page, number, lines, self._reader, tables, anew)
        if scan is not None:
            lines = [line for line in lines if line not in scan.replaced]
        placed = [*flows_of(number, extraction, lines, tables, pictures), *pictured]
        for order, field, shown in appearances.lines_of(page):
            placed += appearance_flows(number, order, field, shown)
        return PageText(number, page.rect.width, page.rect.height, tuple(placed), extraction, scan)

    def _let_go(self) -> None:
        pdf = mupdf.pdf_document_from_fz_document(self._doc.this)
        # What was repaired, or made to show an annotation, is kept there alone.
        if not self._doc.is_repaired and not mupdf.pdf_has_unsaved_changes(pdf):
            mupdf.pdf_clear_xref(pdf)

    def suggested(self, page: int) -> Sequence[SuggestedArea]:
        """What a page shows beside its text that a person may want to occult."""
        from redactor.formats.pdf import suggest

        text = self.page_text(page)
        try:
            return suggest.suggested(self._doc[page - 1], page, text)
        except (mupdf.FzErrorBase, RuntimeError, ValueError):
            return ()  # what cannot be drawn is said unread elsewhere

    def premarked(self) -> Iterator[Premarked]:
        """What the author had marked, page by page."""
        from redactor.formats.pdf.premarked import premarked

        for number in range(1, self.pages + 1):
            page = self._doc[number - 1]
            if page.first_annot is not None:
                yield from premarked(page, number, self.layout(number))

    def layout(self, page: int) -> PageLayout:
        text = self.page_text(page)
        text.extraction.fetch_glyphs()
        flows = {
            placed.flow.id: tuple(glyph.box if glyph else None for glyph in placed.glyphs())
            for placed in text.placed
            if not placed.hidden
        }
        return PageLayout(page, text.width, text.height, flows)

    def render(self, page: int, scale: float) -> Picture:
        pixmap = self._doc[page - 1].get_pixmap(
            matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False
        )
        return Picture(pixmap.width, pixmap.height, pixmap.samples)

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        # Where nothing is written, as in the process that detects, its engines stay unloaded:
        # half of the time that reading takes to load.
        from redactor.formats.pdf import redacted

        # The audit copy asks for the same places; finding them is most of its time.
        self._boxes = {}
        return redacted.write(
            self._opened, out, plan, self.page_text, progress, self._perhaps_scanned(), self._keep
        )

    def _keep(self, one: Applied) -> None:
        self._boxes[one.span] = array("d", (edge for box in one.boxes for edge in box))

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        from redactor.formats.pdf import audit

        return audit.write(self._opened, out, plan, self._boxes_of, progress)

    def _boxes_of(self, span: Span, page: int) -> tuple[Box, ...]:
        from redactor.formats.pdf import audit

        known = self._boxes.get(span)
        if known is None:
            return audit.boxes_on(self.page_text(page), span)
        edges = iter(known)
        return tuple(zip(edges, edges, edges, edges, strict=True))

    def marked(self) -> Sequence[Applied]:
        from redactor.formats.pdf import audit, erase

        return Packed(audit.marked(self._opened, lambda number: erase.matrix_of(self._doc, number)))

    def close(self) -> None:
        self._texts.clear()
        if self._reader is not None:
            self._reader.close()
        if self._bare is not None:
            self._bare.close()
        if not self._doc.is_closed:
            self._doc.close()

    def _unlayered(self, number: int) -> Any:
        """Page `number` with every layer shown, or None where the document has no layers."""
        if self._bare is None:
            catalog = self._doc.pdf_catalog()
            if self._doc.xref_get_key(catalog, "OCProperties")[0] == "null":
                return None
            self._bare = pymupdf.open(self._opened.path, filetype="pdf")
            if self._opened.password:
                self._bare.authenticate(self._opened.password)
            self._bare.xref_set_key(catalog, "OCProperties", "null")
        return self._bare[number - 1]

    def _perhaps_scanned(self) -> list[int]:
        """Pages whose copy may need a text layer: those with pictures, if pictures are read."""
        if self._reader is None:
            return []
        return [number for number in range(1, self.pages + 1) if self._has_images(number)]

    def _has_images(self, number: int) -> bool:
        return pictured.has_images(self._doc, number)


def _flows(places: Iterator[Place | Unread]) -> Iterator[Flow | Unread]:
    for place in places:
        yield place.flow if isinstance(place, Place) else place
