"""A folder that appears whole or not at all.

Everything is written beside it, synced, and put in place by one exchange of names. A process
killed at any moment leaves either the earlier folder or the new one (DESIGN, invariant 7), and
perhaps a hidden leftover that the next export there, or the next start, removes.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from redactor import scratch
from redactor.problem import reason
from redactor.release.errors import DiskFull, OutputNotEmpty, OutputNotWritable

_PREFIX = ".redactor-"
#: Bytes that a disk on which something failed must still take not to be to blame.
_ROOM = 256 * 1024


@contextmanager
def staged(
    folder: Path, mark: str, made: Callable[[Path], bool] = lambda _: True
) -> Iterator[Path]:
    """Give an empty folder to fill; put it at `folder` when the block ends without error.

    `mark` is the file that shows an earlier export; a folder without it, and not empty, is left
    alone, and so is one of which `made` says that it holds something else besides. Raises
    `OutputNotEmpty`, `OutputNotWritable`, `DiskFull`.
    """
    folder = folder.absolute()
    _check(folder, mark, made)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder.parent)
        stage = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder.parent))
        scratch.own(stage)
        scratch.go_with(stage)
        new = stage / "new"
        new.mkdir()
    except OSError as error:
        raise _problem(error, folder) from error
    try:
        yield new
        _sync(new)
        _put(new, folder, stage / "old")
    except OSError as error:
        raise _problem(error if error.errno else refusal(stage) or error, folder) from error
    except Exception as error:
        # Engines have their own words for a full disk, and a copy that it cut short does not
        # read well either: the disk is asked.
        if refused := refusal(stage):
            raise _problem(refused, folder) from error
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _check(folder: Path, mark: str, made: Callable[[Path], bool]) -> None:
    try:
        if folder.is_dir():
            if any(folder.iterdir()) and not ((folder / mark).is_file() and made(folder)):
                raise OutputNotEmpty(folder=str(folder))
        elif folder.exists() or folder.is_symlink():
            raise OutputNotEmpty(folder=str(folder))
    except OSError as error:
        raise _problem(error, folder) from error


def refusal(folder: Path) -> OSError | None:
    """Why nothing more can be written into a folder; None where it can."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(_ROOM))
            file.flush()
    except OSError as error:
        return error
    return None


def _problem(error: OSError, folder: Path) -> DiskFull | OutputNotWritable:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(folder=str(folder))
    return OutputNotWritable(folder=str(folder), why=reason(error))


def _sync(folder: Path) -> None:
    """Bring every file and every name to the disk before the exchange."""
    for root, _, files in os.walk(folder):
        for name in files:
            with (Path(root) / name).open("rb+") as file:
                os.fsync(file.fileno())
        _sync_names(Path(root))


def _sync_names(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open a folder.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _put(new: Path, folder: Path, old: Path) -> None:
    if folder.exists() and not _exchange(new, folder):
        # Where names cannot be exchanged at once, the earlier folder is put back if the new
        # one cannot take its place.
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
    elif new.exists() and not folder.exists():
        new.rename(folder)
    _sync_names(folder.parent)


_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step (Linux `renameat2`); False where it cannot be done."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)


def _sweep(parent: Path) -> None:
    """Remove what a killed export left beside the folder."""
    for leftover in parent.glob(f"{_PREFIX}*"):
        if scratch.abandoned(leftover):
            shutil.rmtree(leftover, ignore_errors=True)


def clear(parent: Path) -> None:
    """Remove every leftover in `parent`, whoever left it: for an owner who knows that nobody
    works there any more."""
    for leftover in parent.glob(f"{_PREFIX}*"):
        shutil.rmtree(leftover, ignore_errors=True)
