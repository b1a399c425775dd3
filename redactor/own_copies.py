"""Which files are copies that Redactor released for this person, on this machine.

A manifest beside a file proves nothing to the checker: whoever sends the file writes it too. What
this person's own releases were is noted in their own folders, where no received file gets:
fingerprints only, no name and no text.
"""

import hashlib
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

#: Bytes after which the older half is forgotten: some 150,000 copies.
_MOST = 10_000_000


def note(copies: Iterable[Path]) -> None:
    """Remember copies that were released. A folder that cannot be written is left alone: the
    copies are then judged as anyone's."""
    file = _file()
    with suppress(OSError):
        lines = "".join(f"{_fingerprint(copy)}\n" for copy in copies)
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > _MOST:
            kept = file.read_text("ascii").splitlines(keepends=True)
            file.write_text("".join(kept[len(kept) // 2 :]), "ascii")
        file.touch(mode=0o600)
        with file.open("a", encoding="ascii") as notes:
            notes.write(lines)


def is_own(path: Path) -> bool:
    """Whether these very bytes were released by this person, on this machine."""
    try:
        return f"{_fingerprint(path)}\n" in _file().read_text("ascii")
    except (OSError, ValueError):
        return False


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _file() -> Path:
    home = Path.home()
    match sys.platform:
        case "win32":
            folder = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        case "darwin":
            folder = home / "Library" / "Application Support"
        case _:
            folder = Path(os.environ.get("XDG_STATE_HOME") or home / ".local" / "state")
    return folder / "redactor" / "copies.txt"
