"""Dossiers: documents, mentions, decisions, undo, journal, in one file; and plans of release."""

from redactor.dossier.dossier import Counts, Dossier

__all__ = ["Counts", "Dossier"]
