"""What was received: the files that files and folders stand for."""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from redactor.formats.errors import EmptyFolder, NotPermitted
from redactor.problem import Problem

#: What desktops leave in folders of their own accord, besides names that begin with a dot.
_OF_DESKTOPS = frozenset(("thumbs.db", "desktop.ini", "__macosx"))
#: What word processors put beside a file that is open.
_LOCK = "~$"


@dataclass(frozen=True, slots=True)
class Received:
    """Files to check, in order, each once."""

    files: tuple[Path, ...]
    unread: tuple[tuple[Path, Problem], ...] = ()
    """Folders that gave nothing, and why."""


def received(paths: Iterable[Path]) -> Received:
    """The files that `paths` stand for: each file itself, each folder with all that lies below it.

    Hidden files and folders are passed over, links are not followed. Files that no format reads
    are there too: what nobody could read has to be said.
    """
    files: dict[Path, None] = {}
    unread: list[tuple[Path, Problem]] = []
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        refused: list[Path] = []
        inside = _inside(path, refused)
        files.update(dict.fromkeys(inside))
        unread += [(each, NotPermitted()) for each in refused]
        if not inside and not refused:
            unread.append((path, EmptyFolder()))
    return Received(tuple(files), tuple(unread))


def _inside(folder: Path, refused: list[Path]) -> list[Path]:
    """The files below a folder, by name; folders that cannot be entered go to `refused`."""
    found: list[Path] = []

    def refuse(error: OSError) -> None:
        refused.append(Path(error.filename))

    for where, folders, names in os.walk(folder, onerror=refuse):
        here = Path(where)
        folders[:] = sorted(name for name in folders if not _is_hidden(here / name))
        found += (
            here / name
            for name in sorted(names)
            if not _is_hidden(here / name) and not (here / name).is_symlink()
        )
    return found


def _is_hidden(path: Path) -> bool:
    if path.name.startswith((".", _LOCK)) or path.name.lower() in _OF_DESKTOPS:
        return True
    try:
        attributes = getattr(path.lstat(), "st_file_attributes", 0)  # Windows alone has them
    except OSError:
        return False
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)
