"""Plain text, Markdown, CSV, data and source code: one flow is the whole file."""

from redactor.formats.plain.source import ADAPTER

__all__ = ["ADAPTER"]
