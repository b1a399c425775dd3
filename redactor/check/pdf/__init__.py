"""Checking PDF files."""
