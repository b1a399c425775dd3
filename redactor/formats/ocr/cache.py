"""Recognised pictures kept on disk, so that each is read once.

Names are hashes of the pixels and of the engine, so that nothing stale is ever met; contents
are document text, so the folder belongs with the dossier and goes with it.
"""

import os
import tempfile
from pathlib import Path

from redactor.formats.ocr.words import Recognised, decode, encode


class Cache:
    """A folder of recognised pictures. Several processes may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> Recognised | None:
        try:
            return decode((self._folder / key).read_bytes())
        except (OSError, ValueError):
            return None

    def put(self, key: str, found: Recognised) -> None:
        """Keep it. A full disk or a lost folder costs time later, nothing else."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, draft = tempfile.mkstemp(dir=self._folder, prefix=".")
            with os.fdopen(descriptor, "wb") as file:
                file.write(encode(found))
            Path(draft).replace(self._folder / key)
        except OSError:
            return
