"""The files that documents were read from: known by their hash, never written to."""

import hashlib
from pathlib import Path

from redactor.dossier.errors import OriginalMissing
from redactor.dossier.records import Original


def sha256(path: Path) -> str:
    """The hash of a file, read in pieces. Raises OriginalMissing."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise OriginalMissing(path=str(path)) from None


def size(path: Path) -> int:
    """Bytes of the file. Raises OriginalMissing where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        raise OriginalMissing(path=str(path)) from None


def check(path: Path, known: str) -> Original:
    """Whether the file still has the hash `known`. Reads all of it: not for the interface's
    own thread when files are large."""
    try:
        return Original.SAME if sha256(path) == known else Original.CHANGED
    except OriginalMissing:
        return Original.MISSING
