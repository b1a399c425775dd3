"""Web pages saved as files: read as they are shown, edited in their source."""

from redactor.formats.html.source import ADAPTER

__all__ = ["ADAPTER"]
