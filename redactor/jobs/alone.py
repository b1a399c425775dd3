"""A folder that one process at a time works in."""

import os
from pathlib import Path

from redactor.problem import Problem

NAME = ".lot.jsonl.lock"


class BatchRuns(Problem):
    """Another process works in the folder. Facts: ``folder``."""

    key = "problem.batch-runs"


class Alone:
    """One process at a time works in a folder. What a killed one left is taken over."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / NAME

    def __enter__(self) -> None:
        # The system lets go of the lock when the process ends, however it ends.
        self._file = self._path.open("a+")
        try:
            _lock(self._file.fileno())
        except OSError as error:
            self._file.close()
            raise BatchRuns(folder=str(self._folder)) from error

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _lock(descriptor: int) -> None:
    if os.name == "posix":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
