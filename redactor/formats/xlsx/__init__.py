"""Excel workbooks: every cell and every part read as flows, rewritten, and highlighted."""

from redactor.formats.xlsx.source import ADAPTER

__all__ = ["ADAPTER"]
