"""A PDF's objects, by qpdf, page after page, in a memory that does not grow with the pages."""

import io
from pathlib import Path
from typing import Any

import pikepdf

from redactor.closing import Closing
from redactor.release.verify.engines import repaired

_AT_ONCE, _TIMES = 20, 200
"""Pages after which the objects met are let go, since qpdf keeps them (9 kB for a highlight); and
how often at most, since a file's table is then read again."""


class Objects(Closing):
    """A file's objects by number. Used as a context.

    Its pages keep what they inherit above them: qpdf would else read all of them at once, 2.5 kB
    for a page of text.
    """

    def __init__(self, file: Path | bytes, password: str | None, repair: bool = False) -> None:
        """`repair`: a file that qpdf cannot open is read as MuPDF repairs it. Raises PdfError."""
        self._file, self._password = file, password or ""
        try:
            self.pdf = self._opened()
        except pikepdf.PdfError:
            if not repair or isinstance(file, bytes):
                raise
            self._file = repaired(file, password)
            self.pdf = self._opened()
        self.pages = [page.obj.objgen for page in self.pdf.pages]
        """Their numbers, in order."""
        damaged = bool(self.pdf.get_warnings())
        self._lets_go = not damaged and self._has_all()
        if self._lets_go:
            self._again()
        elif not damaged:
            self._again()
            len(self.pdf.pages)

    def _opened(self) -> pikepdf.Pdf:
        file = io.BytesIO(self._file) if isinstance(self._file, bytes) else self._file
        return pikepdf.open(file, password=self._password, inherit_page_attributes=False)

    def _again(self) -> None:
        self.pdf.close()
        del self.pdf  # closed, it keeps its objects
        self.pdf = self._opened()

    def _has_all(self) -> bool:
        """Whether the file itself numbers every page: one that stands in the tree itself, or
        twice, qpdf numbers when it lists them."""
        self._again()
        return all(isinstance(self.pdf.get_object(n), pikepdf.Dictionary) for n in self.pages)

    def page(self, index: int) -> Any:
        return self.pdf.get_object(self.pages[index])

    def let_go(self, page: int) -> None:
        """After page `page` (1-based), from time to time: of every object met so far, none of
        which may be used any more."""
        if self._lets_go and not page % max(_AT_ONCE, len(self.pages) // _TIMES):
            self._again()

    def close(self) -> None:
        self.pdf.close()
