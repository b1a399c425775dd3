"""OpenDocument texts and spreadsheets: every part read as flows, rewritten, and highlighted."""

from redactor.formats.odf.source import SHEET, TEXT

__all__ = ["SHEET", "TEXT"]
