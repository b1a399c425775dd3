"""Pages that are pictures: what is recognised on them, and text that was turned into one."""

from collections.abc import Iterator

import pymupdf

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.said import Said
from redactor.formats.base import READ_ALL
from redactor.formats.ocr.data import folder
from redactor.formats.pdf.opening import Opened
from redactor.formats.pdf.source import PdfSource
from redactor.text.flow import Flow, Unread

#: Letters recognised on a page from which it is a page of text.
_TEXT = 40
#: Part of a page whose pixels are pure white where a program drew it; scanned paper has grain.
_WHITE = 0.5


class Pictured:
    """The pages without text of a document, read one by one."""

    def __init__(self, opened: Opened, said: Said, *, ocr: bool) -> None:
        """`ocr`: read them, where the engine's data are installed; or say them unread."""
        self._opened = opened
        self._said = said
        self._source = PdfSource(opened, READ_ALL) if ocr and folder() else None

    def page(self, number: int) -> Iterator[Finding | Flow | Unread]:
        """What page `number` (1-based) says in its picture, or that it could not be read."""
        if self._source is None:
            yield Unread(f"page {number}", "unread.image-only", number)
            return
        text = self._source.page_text(number)
        flows = [placed.flow for placed in text.placed]
        yield from flows
        if text.scan is not None:
            yield from text.scan.unread
        read = "\n".join(flow.text for flow in flows)
        self._said.add(number, read)
        if sum(char.isalnum() for char in read) >= _TEXT and self._was_drawn(number):
            yield Finding(Kind.OVER_REDACTION, Severity.WARNING, 0.6, "finding.over-image", number)

    def close(self) -> None:
        """Let the engine go, and the document with it."""
        if self._source is not None:
            self._source.close()

    def _was_drawn(self, number: int) -> bool:
        """Whether the picture is a program's own, and no scan of a sheet."""
        pixmap = self._opened.doc[number - 1].get_pixmap(dpi=36, colorspace=pymupdf.csGRAY)
        return bool(pixmap.samples.count(b"\xff") > _WHITE * len(pixmap.samples))
