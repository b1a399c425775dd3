"""What a batch has done so far, in a file that a killed process leaves readable.

One line a fact, each brought to the disk before what it announces begins and after what it
states is done. A line cut short by a crash is the last one, and is ignored.
"""

import errno
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO

NAME = "lot.jsonl"
VERSION = 1


class State(StrEnum):
    """What became of a file."""

    RELEASED = "released"
    WAITS = "waits"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file."""

    path: str
    """In the folder of the batch, with ``/``."""
    state: State
    sha256: str = ""
    pages: int | None = None
    mentions: int = 0
    undecided: int = 0
    signals: int = 0
    occulted: int = 0
    reasons: tuple[str, ...] = ()
    """Why it waits, as `redactor.release.rules.Reason`."""
    problem: str = ""
    """The message key of why it failed, and its facts."""
    facts: Mapping[str, str | int] = field(default_factory=dict)
    where: str = ""
    """The folder of its release, or its review dossier, in the folder of the batch."""
    seconds: float = 0.0


class Ledger:
    """The file, open for adding. Used under its owner's lock."""

    def __init__(self, folder: Path, order: Mapping[str, Any], *, resume: bool) -> None:
        """`order` says what the batch was asked for: a resumed one must be asked for the same.

        Raises ValueError where it is not, FileExistsError where there is one already and
        `resume` is not said.
        """
        self.path = folder / NAME
        self.done: dict[str, Line] = {}
        self.places: dict[str, str] = {}
        """Path → where it was to be put, also where that was not finished."""
        known = self._read()
        if known is not None and not resume:
            raise FileExistsError(str(self.path))
        if known is not None and known != json.loads(json.dumps(order)):
            raise ValueError(str(self.path))
        self._file: TextIO = self.path.open("a", encoding="utf-8", newline="\n")
        if known is None:
            self._add({"version": VERSION, "order": dict(order)})

    def put(self, path: str, where: str) -> None:
        """Say where a file is about to be put: a resumed batch puts it there again."""
        self.places[path] = where
        self._add({"path": path, "put": where})

    def close_line(self, line: Line) -> None:
        """State what became of a file."""
        self.done[line.path] = line
        self._add(asdict(line))

    def close(self) -> None:
        self._file.close()

    def _add(self, content: Mapping[str, Any]) -> None:
        if not self.path.exists():  # removed meanwhile, and with it what it tells of
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.path))
        self._file.write(json.dumps(content, ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def _read(self) -> Any:
        """Takes in the lines of an earlier run; its order, None where there was none."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        whole = data[: data.rfind(b"\n") + 1]
        if len(whole) < len(data):
            with self.path.open("rb+") as file:
                file.truncate(len(whole))
        rows = [json.loads(line) for line in whole.splitlines()]
        if not rows:
            return None
        for row in rows[1:]:
            if "put" in row:
                self.places[row["path"]] = row["put"]
            else:
                line = Line(
                    **{**row, "state": State(row["state"]), "reasons": tuple(row["reasons"])}
                )
                self.done[line.path] = line
        return rows[0].get("order")
