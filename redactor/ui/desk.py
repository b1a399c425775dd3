"""The desk: the open dossier, and those who work on it for the window. It holds no widget."""

import getpass
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from redactor.detect.context import Context
from redactor.dossier import Dossier
from redactor.dossier.records import Info
from redactor.formats.base import READ_ALL, ReadOptions
from redactor.jobs.reading import reading
from redactor.law.profile import load as load_profile
from redactor.problem import Problem
from redactor.text.flow import Flow
from redactor.ui.arrivals import Arrivals
from redactor.ui.background import Background
from redactor.ui.decision_desk import DecisionDesk
from redactor.ui.document_model import DocumentModel
from redactor.ui.entity_desk import EntityDesk
from redactor.ui.feed import Feed
from redactor.ui.file_desk import FileDesk
from redactor.ui.intake import Intake
from redactor.ui.listing import Listing
from redactor.ui.opening import SUFFIX, Opener
from redactor.ui.place_desk import PlaceDesk
from redactor.ui.rereading import Rereading
from redactor.ui.review import Review
from redactor.ui.search_desk import SearchDesk
from redactor.ui.undo_desk import UndoDesk

# Records from which on a step is written beside the window.
MANY = 2000


class Desk(QObject):
    """What is on the desk. Each kind of work has its own part:

    `intake` and `arrivals` read files into the dossier, `listing` shows what is in it,
    `decisions`, `entities`, `places`, `search` and `files` do what a person asks, `steps` takes
    it back.
    """

    document_ready = Signal(str)
    """A document was opened and has an id."""
    flows_read = Signal(str, object)
    history_changed = Signal()
    opening = Signal(bool)
    """Whether a dossier is being opened."""
    opened = Signal()
    """A dossier is open, or none is any more."""
    return_to = Signal(str)
    """The mention at which one was."""
    said = Signal(str)
    failed = Signal(object)
    """A `Problem` that a person must be told of."""
    passphrase_wanted = Signal(object, bool)
    """The path of a dossier that needs one, and whether the one given was wrong."""
    profile_wanted = Signal(object, str, object)
    """The path of a dossier whose profile cannot be used, its passphrase, and the `Problem`."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder`: where new dossiers are kept."""
        super().__init__(parent)
        self._folder = folder
        self.dossier: Dossier | None = None
        self._held = False
        self._writing = False
        self.passwords: dict[str, str] = {}
        self.passphrase = ""
        """Of the open dossier, where it is protected."""
        self.person = _person()
        self.documents = DocumentModel(self)
        self.feed = Feed(self)
        self.background = Background(self)
        self.intake = Intake(self.documents, self.feed, self)
        self.intake.reading = self.reading
        self.listing = Listing(self)
        self.arrivals = Arrivals(self)
        self.rereading = Rereading(self)
        self.entities = EntityDesk(self)
        self.opener = Opener(self)
        self.decisions = DecisionDesk(self)
        self.search = SearchDesk(self)
        self.places = PlaceDesk(self)
        self.files = FileDesk(self)
        self.steps = UndoDesk(self)

    def start(self) -> None:
        """Load apart what the first file will need."""
        self.intake.start()
        self.background.run(partial(load_profile, Info().profile), _nothing)

    @property
    def review(self) -> Review:
        return self.listing.review

    def flows(self, document: str) -> Sequence[Flow]:
        """What was read of a document so far."""
        return self.listing.flows(document)

    @property
    def busy(self) -> bool:
        """Whether something is being opened, read, linked or listed."""
        return (
            self._writing
            or self.opener.busy
            or self.intake.busy
            or self.entities.linking.busy
            or not self.feed.idle
            or self.listing.waiting
        )

    @property
    def frozen(self) -> bool:
        """Whether the dossier is only read: a release is prepared from it, or a step of
        thousands is being written beside the window."""
        return self._held or self._writing

    @frozen.setter
    def frozen(self, on: bool) -> None:
        self._held = on

    def attempt_apart(
        self, action: Callable[[], object], count: int, then: Callable[[], object]
    ) -> None:
        """`attempt`, then go on. A step of thousands of records is written beside the window,
        where nothing else is writing: it took 70 ms of its thread."""
        if count < MANY or self.intake.busy or self.entities.linking.busy:
            if self.attempt(action):
                then()
        elif not self.frozen:
            self._writing = True
            # After what is still being listed, or stored of what was linked.
            self.feed.add(partial(self._write_apart, action, then))

    def _write_apart(self, action: Callable[[], object], then: Callable[[], object]) -> None:
        dossier = self.dossier

        def done(problem: Problem | None) -> None:
            self._writing = False
            if problem is not None:
                self.failed.emit(problem)
            elif dossier is self.dossier:
                then()

        self.background.run(partial(_attempted, action), done)

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something to the dossier, unless a release is being prepared from it. A problem is
        told to the person. Whether it was done."""
        if self.frozen:
            return False
        try:
            action()
        except Problem as problem:
            self.failed.emit(problem)
            return False
        return True

    # --- the dossier ----------------------------------------------------------------------

    @property
    def at_hand(self) -> Dossier:
        """The open dossier, where what is done can only be done to one."""
        assert self.dossier is not None
        return self.dossier

    def open_files(self, paths: Iterable[Path]) -> None:
        """Add files to the dossier, in a new one if none is open; open a dossier by its file."""
        files = []
        for path in paths:
            if path.suffix == SUFFIX and path.is_file():
                self.opener.open(path)
            elif path.is_dir():
                files += sorted(each for each in path.iterdir() if each.is_file())
            else:
                files.append(path)
        if files and self.opener.busy:
            self.opener.wait(files)
        elif files and self.dossier is None:
            self.opener.begin(self._folder, files)
        elif files:
            self.intake.context = self.context()
            self.intake.add(files)

    def _let_go(self) -> None:
        """Put the open dossier away, once what is being written to it is."""
        self._writing = False
        if self.dossier is not None:
            self.background.finish()
            self.dossier.close()
            self.dossier = None

    def use(self, dossier: Dossier, passphrase: str = "") -> None:
        """Work on this dossier; the one that was open is put away."""
        self._let_go()
        self._empty()
        self.passphrase = passphrase
        dossier.person = self.person
        self.dossier = dossier
        self.opened.emit()

    def close_dossier(self) -> None:
        """Put the dossier away; the next file begins another. It stays on the disk."""
        self.intake.clear()
        self.feed.clear()
        self._let_go()
        self.passphrase = ""
        self.passwords.clear()
        self._empty()
        self.listing.tell()
        self.history_changed.emit()
        self.opened.emit()

    def _empty(self) -> None:
        for row in list(self.documents.rows):
            self.documents.remove(row.id)
        self.listing.clear()
        self.places.forget()
        self.entities.forget()
        self.rereading.forget()

    def close(self) -> None:
        """Let go of the dossier and end the processes."""
        self.feed.clear()
        self.intake.close()
        self.background.wait()
        self._let_go()

    def reading(self, document: str) -> ReadOptions:
        """How a document is read, shown, written and verified. The row of a file that the
        dossier does not know yet is its path."""
        if self.dossier is None:
            return READ_ALL
        known = any(row.id == document for row in self.dossier.documents())
        return reading(self.dossier, document if known else "")

    def context(self) -> Context:
        """What the dossier knows before its documents are read."""
        if self.dossier is None:
            return Context()
        info = self.dossier.info
        return Context(info.requesters, info.interested, info.always, info.never)

    def leave(self, mention: str) -> None:
        """Remember where one is, so that the dossier opens there again."""
        if self.dossier is not None and not self.frozen and mention:
            with suppress(Problem):
                self.dossier.proceedings.leave("mention", mention)

    def left(self) -> str:
        """The mention at which one was when the dossier was put away; empty for none."""
        return "" if self.dossier is None else self.dossier.proceedings.left("mention")

    # --- documents ------------------------------------------------------------------------

    def unlock(self, document: str, password: str) -> None:
        """Try a password on a file that needs one."""
        row = self.documents.get(document)
        if row is not None:
            self.passwords[row.path] = password
            self.intake.again(row, password)

    def remove(self, document: str) -> None:
        """Take a document out of the dossier; undo brings it back."""
        self.intake.forget(document)
        if self.dossier is not None and self.listing.holds(document):
            self.dossier.remove_document(document)
            self.history_changed.emit()
        self.documents.remove(document)
        self.listing.forget(document)

    def follow_order(self) -> None:
        """The documents were put in another order."""
        assert self.dossier is not None
        rows = self.dossier.documents()
        self.listing.arrange((row.id, row.position) for row in rows)
        self.documents.arrange([row.id for row in rows])
        self.listing.put_slowly(self.dossier.mentions())
        self.history_changed.emit()


def _attempted(action: Callable[[], object]) -> Problem | None:
    try:
        action()
    except Problem as problem:
        return problem
    return None


def _nothing(_: object) -> None:
    """What was loaded is kept where it was asked for."""


def _person() -> str:
    try:
        return getpass.getuser()
    except OSError:
        return ""
