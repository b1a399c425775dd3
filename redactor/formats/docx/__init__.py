"""Word: every part of the package read as flows, rewritten, and highlighted."""

from redactor.formats.docx.source import ADAPTER

__all__ = ["ADAPTER"]
