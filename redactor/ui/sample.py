"""The bundled sample dossier, with invented people."""

from pathlib import Path

from redactor.paths import resource


def sample_files() -> list[Path]:
    """The sample's documents, in order; none where it was not installed."""
    try:
        folder = resource("samples")
    except FileNotFoundError:
        return []
    return sorted(
        path for path in folder.iterdir() if path.suffix in (".pdf", ".docx", ".eml", ".txt")
    )
