"""Redactor: review documents before disclosure, offline (CRPA, articles L.311-5 to L.311-7)."""

__version__ = "0.1.0"
