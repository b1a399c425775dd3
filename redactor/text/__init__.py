"""Flows and spans of text, and the two views that serve search and detection.

Imports nothing else of Redactor: formats produce flows, detection reads them,
decisions point into them.
"""
