"""How PDF files are known and opened."""

from pathlib import Path

from redactor.formats.base import ReadOptions
from redactor.formats.pdf.opening import open_pdf
from redactor.formats.pdf.source import PdfSource


class PdfAdapter:
    """The `Adapter` of PDF."""

    name = "pdf"
    suffixes = frozenset({".pdf"})
    paged = True
    redacted_suffix: str | None = None
    audit_suffix: str | None = None

    def recognises(self, path: Path, head: bytes) -> bool:
        # ISO 32000-2, 7.5.2 asks for the header first; readers accept it within 1,024 bytes.
        return b"%PDF-" in head[:1024]

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> PdfSource:
        return PdfSource(open_pdf(path, password), options)
