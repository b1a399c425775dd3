"""Temporary files: one private folder a run, gone with it, or swept away by the next run.

Copies being re-read and pages being recognised lie on the disk for moments. A process that is
killed removes nothing; whoever starts next does.
"""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "redactor-"
_OWNER = "owner"
_ELSEWHERE = "elsewhere"
"""Folders outside, which go with this one."""


@contextmanager
def scratch() -> Iterator[Path]:
    """Have `tempfile` write into a private folder while the block runs, then remove it.

    Workers are told of it. Leftovers of runs that were killed are removed first; a process that
    crashes leaves no image of its memory.
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    sweep(Path(tempfile.gettempdir()))
    earlier = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with suppress(OSError):  # a full disk is told by who needs it
            own(folder)
        tempfile.tempdir = name
        try:
            yield folder
        finally:
            tempfile.tempdir = earlier
            _take_along(folder)


def own(folder: Path) -> None:
    """Write into a folder which process made it."""
    (folder / _OWNER).write_text(f"{os.getpid()} {platform.node()}", "utf-8")


def go_with(folder: Path) -> None:
    """Have `folder`, which `own` marked, removed at the end of this run if its own process died,
    or with this run's leftovers."""
    here = Path(tempfile.gettempdir())
    if (here / _OWNER).is_file():
        with (here / _ELSEWHERE).open("ab") as file:
            file.write(os.fsencode(folder) + b"\0")


def sweep(parent: Path) -> None:
    """Remove the folders in `parent` of runs that were killed, and what went with them."""
    for leftover in parent.glob(f"{_PREFIX}*"):
        if not abandoned(leftover):
            continue
        _take_along(leftover)
        shutil.rmtree(leftover, ignore_errors=True)


def _take_along(here: Path) -> None:
    """Remove what goes with a private folder, but for what a process alive still holds."""
    with suppress(OSError):
        for name in (here / _ELSEWHERE).read_bytes().split(b"\0")[:-1]:
            folder = Path(os.fsdecode(name))
            if folder.name.startswith(f".{_PREFIX}") and abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)


def abandoned(folder: Path) -> bool:
    """Whether `own` marked it for a process that is dead, of this machine and of this user."""
    try:
        if os.name == "posix" and folder.lstat().st_uid != os.getuid():
            return False
        owner, _, machine = (folder / _OWNER).read_text("utf-8").partition(" ")
        # Another machine's process may be at work in a shared folder: it cannot be asked.
        return machine in ("", platform.node()) and not _alive(int(owner))
    except (OSError, ValueError):
        return False


def _alive(process: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        # os.kill(pid, 0) would end it there.
        limited, running = 0x1000, 259
        handle = ctypes.windll.kernel32.OpenProcess(limited, False, process)
        if not handle:
            return False
        code = ctypes.c_ulong()
        told = ctypes.windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
        ctypes.windll.kernel32.CloseHandle(handle)
        return not told or code.value == running
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
