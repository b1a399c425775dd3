"""PDF: reading every channel as flows, and writing the two copies."""

from redactor.formats.pdf.adapter import PdfAdapter

ADAPTER = PdfAdapter()

__all__ = ["ADAPTER", "PdfAdapter"]
