"""Many documents, in several processes: each released, put aside for a person, or failed.

A failure is kept to its file. Killed at any moment, the batch goes on where it was: a document
is never lost and never done twice (see `redactor.jobs.ledger`).
"""

import hashlib
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from redactor.detect.document import Context
from redactor.formats.base import READ_ALL, ReadOptions
from redactor.jobs import alone, summary
from redactor.jobs.alone import Alone, BatchRuns
from redactor.jobs.ledger import NAME, Ledger, Line, State
from redactor.jobs.parallel import Given, Processes, Treatment
from redactor.jobs.shelf import FOLDER, Shelf
from redactor.jobs.treat import NOBODY, Treat
from redactor.law.profile import Profile
from redactor.problem import Problem, reason
from redactor.release.errors import DiskFull, OutputHoldsOriginal, OutputNotEmpty, OutputNotWritable
from redactor.release.folder import clear, refusal
from redactor.release.manifest import sha256
from redactor.release.rules import NOTHING, Rules

RELEASED = "publies"
#: What desktops and word processors leave in folders.
_DROPPINGS = frozenset({"thumbs.db", "desktop.ini"})


class BatchExists(Problem):
    """The folder holds a batch already: it is resumed, or another folder taken. Facts:
    ``folder``."""

    key = "problem.batch-exists"


class BatchDiffers(Problem):
    """The batch to resume was asked for otherwise: another folder, profile, list or rules.
    Facts: ``folder``."""

    key = "problem.batch-differs"


class BatchStopped(Problem):
    """The folder can no longer be written: what was done stands, and the batch can be resumed.
    Facts: ``folder``, ``why``."""

    key = "problem.batch-stopped"


@dataclass(frozen=True, slots=True)
class Order:
    """What a batch is asked to do."""

    source: Path
    folder: Path
    profile: Profile
    profile_name: str
    rules: Rules = NOTHING
    context: Context = NOBODY
    reading: ReadOptions = READ_ALL
    jobs: int = 1
    resume: bool = False

    def remembered(self) -> dict[str, Any]:
        """What must be the same when it is resumed."""
        told = repr((self.profile, self.rules, self.context, self.reading))
        return {
            "source": str(self.source.resolve()),
            "profile": self.profile_name,
            "asked": hashlib.sha256(told.encode()).hexdigest(),
        }


@dataclass(frozen=True, slots=True)
class Result:
    """What became of every file of the folder."""

    lines: tuple[Line, ...]
    fresh: int
    """How many this run dealt with; the others an earlier one had."""
    seconds: float

    def count(self, state: State) -> int:
        return Counter(line.state for line in self.lines)[state]


Progress = Callable[[int, int, str], None]
"""Files done, files in all, the one that ended."""


def run(
    order: Order, progress: Progress | None = None, treatment: Treatment | None = None
) -> Result:
    """Treat every file under the order's source.

    Raises BatchExists, BatchDiffers, BatchRuns, BatchStopped, OutputNotEmpty, OutputNotWritable,
    OutputHoldsOriginal, DiskFull.
    """
    if order.source.resolve().is_relative_to(order.folder.resolve()):
        raise OutputHoldsOriginal(folder=str(order.folder))
    _prepare(order.folder)
    with _written(order.folder), Alone(order.folder):
        work = _Work(order, progress or _silent)
        try:
            work.all(treatment or Processes(order.jobs))
        finally:
            work.close()
        return work.result()


@contextmanager
def _written(folder: Path) -> Iterator[None]:
    """A disk that is full or gone stops the batch, whatever met it first."""
    try:
        yield
    except (BatchExists, BatchDiffers, BatchRuns):
        raise
    except Exception as error:
        refused = error if isinstance(error, OSError) else refusal(folder)
        if refused is None:
            raise
        raise BatchStopped(folder=str(folder), why=reason(refused)) from error


def files(source: Path, but: Path) -> Iterator[Path]:
    """Every file under `source`, in order, without what lies in the folder `but`."""
    but = but.resolve()
    for folder, folders, names in os.walk(source):
        folders[:] = sorted(
            each
            for each in folders
            if not each.startswith(".") and Path(folder, each).resolve() != but
        )
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name.lower() not in _DROPPINGS:
                yield Path(folder, name)


def _silent(done: int, total: int, name: str) -> None:
    """Nobody watches."""


def _prepare(folder: Path) -> None:
    try:
        there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
        if there - {alone.NAME} and NAME not in there:
            raise OutputNotEmpty(folder=str(folder))
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritable(folder=str(folder), why=reason(error)) from error


class _Work:
    """One run. Everything that is written is written under one lock."""

    def __init__(self, order: Order, progress: Progress) -> None:
        self._order = order
        self._progress = progress
        self._lock = threading.Lock()
        self._started = time.monotonic()
        self._fresh = 0
        self._number = 1
        self._error: Exception | None = None
        try:
            self._ledger = Ledger(order.folder, order.remembered(), resume=order.resume)
        except FileExistsError as error:
            raise BatchExists(folder=str(order.folder)) from error
        except ValueError as error:
            raise BatchDiffers(folder=str(order.folder)) from error
        self._taken = frozenset(self._ledger.places.values())
        self._shelf = Shelf(
            order.folder, order.source.resolve().name, order.profile_name, order.context
        )
        self._paths = {
            path.relative_to(order.source).as_posix(): path
            for path in files(order.source, order.folder)
        }

    def all(self, treatment: Treatment) -> None:
        treatment.run(self._requests(), self._take)
        if self._error is not None:
            raise self._error
        # A worker that was killed leaves what it was writing, perhaps on another machine.
        clear(self._order.folder / RELEASED)

    def close(self) -> None:
        """The summary is written also where the run was interrupted."""
        with self._lock:
            self._shelf.close()
            self._ledger.close()
            if self._error is None or self._ledger.path.exists():
                summary.write(self._order.folder / summary.NAME, self._lines())

    def result(self) -> Result:
        return Result(tuple(self._lines()), self._fresh, time.monotonic() - self._started)

    def _lines(self) -> list[Line]:
        return [line for name in self._paths if (line := self._ledger.done.get(name))]

    def _requests(self) -> Iterator[Treat]:
        """What is left to do. Asked for from any thread, one at a time."""
        for name, path in self._paths.items():
            if self._is_done(name, path):
                continue
            try:
                folder = self._order.folder / self._folder(name)
            except OSError as error:
                self._error = error
            if self._error is not None:
                return
            yield Treat(
                path,
                name,
                folder,
                self._order.profile,
                self._order.rules,
                self._order.context,
                self._order.reading,
            )

    def _folder(self, name: str) -> str:
        """Where a file would be released: a number, since its path may name someone.

        Said in the ledger first: a batch killed between the release and its line in the ledger
        makes it again in the same place.
        """
        with self._lock:
            where = self._ledger.places.get(name, "")
            if where.startswith(f"{RELEASED}/"):
                return where
            while (where := f"{RELEASED}/{self._number:05}") in self._taken or (
                self._order.folder / where
            ).exists():
                self._number += 1
            self._number += 1
            if self._order.rules.without_review:
                self._ledger.put(name, where)
            return where

    def _is_done(self, name: str, path: Path) -> bool:
        line = self._ledger.done.get(name)
        if line is None or line.state is State.FAILED:
            return False
        try:
            return sha256(path) == line.sha256
        except OSError:
            return True  # it is gone since; what became of it stands

    def _take(self, request: Treat, given: Given) -> None:
        with self._lock:
            if self._error is not None:
                return
            try:
                self._ledger.close_line(self._line(request, given))
            except Exception as error:  # noqa: BLE001 - of the folder, not of a file: all stops
                self._error = error
                return
            self._fresh += 1
            done = len(self._ledger.done)
            self._progress(done, len(self._paths), request.name)

    def _line(self, request: Treat, given: Given) -> Line:
        problem, treated = given.problem, given.treated
        if isinstance(problem, DiskFull | OutputNotWritable | OutputNotEmpty):
            raise problem
        if problem is not None or treated is None:
            key, facts = (problem.key, problem.facts) if problem else ("problem.worker-died", {})
            return Line(request.name, State.FAILED, problem=key, facts=facts)
        line = Line(
            request.name,
            State.RELEASED if treated.released else State.WAITS,
            treated.sha256,
            treated.pages,
            treated.mentions,
            treated.undecided,
            treated.signals,
            treated.occulted,
            tuple(reason.value for reason in treated.reasons),
            where=request.folder.relative_to(self._order.folder).as_posix(),
            seconds=round(given.seconds, 2),
        )
        if treated.released:
            return line
        earlier = self._ledger.places.get(request.name, "")
        where = self._shelf.place(earlier if earlier.startswith(FOLDER) else "")
        self._ledger.put(request.name, where)
        self._shelf.put(where, request.path, given.parts)
        return replace(line, where=where)
