"""Files on their way into the dossier: opened, read and searched in another process.

One file is read at a time; a file that fails leaves the others going. What comes is stored as
it comes, a batch at a time, so that the first pages can be reviewed while the last are read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from redactor.detect.context import Context
from redactor.formats.base import READ_ALL, ReadOptions
from redactor.formats.errors import NeedsPassword, Problem, WrongPassword
from redactor.jobs.analyse import Analyse, Analysis, Batch, Opened
from redactor.jobs.analyse import service as analyse_service
from redactor.jobs.warm import Warm
from redactor.ui.document_model import DocumentModel, DocumentRow, Stage
from redactor.ui.feed import Feed
from redactor.ui.words import sentence
from redactor.ui.workers import Calls, Job

# Mentions stored at once when an analysis ends.
CHUNK = 40


def _read_all(_: str) -> ReadOptions:
    """Without a dossier, nothing is kept."""
    return READ_ALL


@dataclass(slots=True)
class Reading:
    """A file being read."""

    path: Path
    row: str
    """Its row in the list: the path, then the document's id."""
    password: str | None = None
    opened: Opened | None = None
    task: int = 0
    unread: list[str] = field(default_factory=list)


class Intake(QObject):
    """Reads files one after the other."""

    opened = Signal(object)
    """A `Reading`: the file is what it says, and is about to be read."""
    batch = Signal(object, object)
    """A `Reading` and a `Batch`."""
    mentions = Signal(object, object)
    """A `Reading` and a part of its final mentions."""
    finished = Signal(object, object)
    """A `Reading` and its `Analysis`, after the last `mentions`."""
    failed = Signal(object, object)
    """A `Reading` and a `Problem`."""
    idle = Signal()

    def __init__(self, documents: DocumentModel, feed: Feed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job = Job(analyse_service, self)
        self._documents = documents
        self._feed = feed
        self.context = Context()
        """What detection knows of the dossier beforehand."""
        self.reading: Callable[[str], ReadOptions] = _read_all
        """How the file of a row is read."""
        self._waiting: list[Reading] = []
        self._current: Reading | None = None
        self.locked: set[str] = set()
        """Rows of files that wait for a password."""

    def start(self) -> None:
        """Start the process: the model loads while one looks for the files."""
        self.job.ask(Warm(), Calls())

    def close(self) -> None:
        self.job.close()

    @property
    def busy(self) -> bool:
        return self._current is not None or bool(self._waiting)

    @property
    def remaining(self) -> int:
        return len(self._waiting) + (self._current is not None)

    def add(self, paths: Iterable[Path]) -> list[str]:
        """Put files in the queue. Gives their rows; one that is listed already is not doubled."""
        listed = {row.path: row.id for row in self._documents.rows}
        rows = []
        for path in paths:
            path = path.absolute()
            known = listed.get(str(path))
            if known is None:
                known = str(path)
                self._documents.add(DocumentRow(known, path.name, str(path)))
                self._waiting.append(Reading(path, known))
            rows.append(known)
        self._next()
        return rows

    def again(self, row: DocumentRow, password: str | None = None) -> None:
        """Read a file afresh: its analysis was cut short, or its password is known now."""
        self.locked.discard(row.id)
        self._documents.change(row.id, stage=Stage.WAITING, error="", unread=())
        self._waiting.append(Reading(Path(row.path), row.id, password))
        self._next()

    def forget(self, row: str) -> None:
        """A document was taken out: stop reading it."""
        self._waiting = [reading for reading in self._waiting if reading.row != row]
        if self._current and self._current.row == row:
            self.job.drop(self._current.task)
            self._current = None
            self._next()

    def clear(self) -> None:
        """Forget every file, without a word."""
        self._waiting.clear()
        if self._current:
            self.job.drop(self._current.task)
            self._current = None
        self.locked.clear()

    def cancel(self) -> None:
        """Stop everything. The process is ended, since a parser may not listen."""
        for reading in self._waiting:
            self._documents.change(
                reading.row, stage=Stage.FAILED, error=self.tr("analyse annulée")
            )
        self._waiting.clear()
        if self._current:
            current, self._current = self._current, None
            self.job.drop(current.task)
            self.job.kill()
            self._feed.clear()
            self._documents.change(
                current.row, stage=Stage.FAILED, error=self.tr("analyse annulée")
            )
            self.start()
        self.idle.emit()

    # --- one file -------------------------------------------------------------------------

    def _next(self) -> None:
        if self._current is not None:
            return
        if not self._waiting:
            self.idle.emit()
            return
        reading = self._current = self._waiting.pop(0)
        self._documents.change(reading.row, stage=Stage.READING, progress=0.0)
        request = Analyse(
            reading.path, reading.password, self.reading(reading.row), context=self.context
        )
        try:
            reading.task = self.job.ask(
                request,
                Calls(
                    part=partial(self._part, reading),
                    progress=lambda done, _: self._documents.change(reading.row, progress=done),
                    done=partial(self._done, reading),
                    failed=partial(self._failed, reading),
                ),
            )
        except Problem as problem:
            self._failed(reading, problem)

    def _part(self, reading: Reading, part: Opened | Batch) -> None:
        if isinstance(part, Opened):
            reading.opened = part
            self._feed.add(partial(self.opened.emit, reading))
        else:
            self._feed.add(partial(self.batch.emit, reading, part))

    def _done(self, reading: Reading, analysis: Analysis) -> None:
        found = analysis.mentions
        # One part even where nothing was found: it says that what came before is not final.
        for start in range(0, max(len(found), 1), CHUNK):
            chunk = found[start : start + CHUNK]
            self._feed.add(partial(self.mentions.emit, reading, chunk))
        self._feed.add(partial(self._end, reading, analysis))

    def _end(self, reading: Reading, analysis: Analysis) -> None:
        self.finished.emit(reading, analysis)
        self._current = None
        self._next()

    def _failed(self, reading: Reading, problem: Problem) -> None:
        # After what came before it, which is still on its way.
        self._feed.add(partial(self._give_up, reading, problem))

    def _give_up(self, reading: Reading, problem: Problem) -> None:
        if isinstance(problem, NeedsPassword | WrongPassword):
            self.locked.add(reading.row)
        self._documents.change(reading.row, stage=Stage.FAILED, error=sentence(problem))
        self.failed.emit(reading, problem)
        self._current = None
        self._next()
