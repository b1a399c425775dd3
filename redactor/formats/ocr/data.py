"""Where the engine's French data are, and whether they can be used."""

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from redactor.paths import resource

LANGUAGE = "fra"
_FILE = f"{LANGUAGE}.traineddata"


def folder() -> Path | None:
    """The folder with the French data; None where they were not brought (`tools/tessdata`)
    or where this system has no engine."""
    if find_spec("tesserocr") is None:
        return None
    try:
        found = resource("tessdata")
    except FileNotFoundError:
        return None
    return found if (found / _FILE).is_file() else None


@cache
def digest(tessdata: Path) -> str:
    """SHA-256 of the data: other data read otherwise."""
    return hashlib.sha256((tessdata / _FILE).read_bytes()).hexdigest()
