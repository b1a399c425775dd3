"""Opening a dossier beside the window: reading 20,000 mentions takes half a second."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.dossier import Dossier
from redactor.dossier.errors import DossierProtected, DossierReadOnly, WrongPassphrase
from redactor.dossier.records import DocumentRow, MentionRow, Original, State
from redactor.law.errors import ProfileError
from redactor.problem import Problem
from redactor.text.flow import Flow, Unread
from redactor.ui.document_model import DocumentRow as ListedDocument
from redactor.ui.document_model import Stage
from redactor.ui.words import say_unread

if TYPE_CHECKING:
    from redactor.ui.desk import Desk

SUFFIX = ".redactor"
READ = frozenset({State.TO_REVIEW, State.REVIEWED, State.RELEASED})


@dataclass(frozen=True, slots=True)
class Content:
    """What a dossier holds of a document that was read."""

    flows: tuple[Flow, ...]
    unread: tuple[Unread, ...]
    rows: list[MentionRow]


@dataclass(frozen=True, slots=True)
class Loaded:
    """An open dossier, to be handed to the window's thread."""

    dossier: Dossier
    documents: list[DocumentRow]
    contents: dict[str, Content]


def load(path: Path, passphrase: str = "", profile: str = "") -> Loaded | Problem:
    """Open a dossier and read what the window shows of it. A problem is given, not raised.
    `profile`: the one that it has from now on."""
    try:
        dossier = Dossier.open(path, passphrase)
    except Problem as problem:
        return problem
    try:
        if profile:
            dossier.set_info(profile=profile)
        # A profile of one's own may have moved: said now, not at the first mention.
        _ = dossier.profile
        rows = dossier.documents()
        contents = {row.id: content_of(dossier, row.id) for row in rows if row.state in READ}
        return Loaded(dossier, rows, contents)
    except Problem as problem:
        dossier.close()
        return problem


def created(path: Path, passphrase: str = "") -> Dossier | Problem:
    """A new dossier; its file waits for the disk several times. A problem is given, not raised."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Dossier.create(path, passphrase=passphrase)
    except OSError:
        return DossierReadOnly(path=str(path.parent))
    except Problem as problem:
        return problem


def free_path(path: Path) -> Path:
    """The path, or the first « name (2) » that does not exist yet."""
    free, number = path, 2
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free


def content_of(dossier: Dossier, document: str) -> Content:
    """What is known of one document."""
    return Content(dossier.flows(document), dossier.unread(document), dossier.mentions(document))


def originals(rows: list[DocumentRow]) -> dict[str, Original]:
    """Which originals moved or changed since they were read. Reads every file to its end."""
    from redactor.dossier.originals import check

    return {row.id: check(row.path, row.sha256) for row in rows}


class Opener:
    """Opens a dossier where one left it. What was cut short is read again."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.busy = False
        self._later: list[Path] = []
        """Files given meanwhile."""

    def open(self, path: Path, passphrase: str = "", profile: str = "") -> None:
        """Open a dossier; the one that is open is put away. `profile`: in place of its own."""
        desk = self._desk
        if self.busy:
            self._later.append(path)
            return
        if desk.dossier is not None and desk.dossier.path == path.resolve():
            return
        desk.close_dossier()
        self.busy = True
        desk.opening.emit(True)
        path = path.resolve()
        desk.background.run(
            partial(load, path, passphrase, profile), partial(self._loaded, path, passphrase)
        )

    def begin(self, folder: Path, files: list[Path]) -> None:
        """Begin a dossier with these files, named for the moment."""
        self.busy = True
        self._later = files
        stem = datetime.now().astimezone().strftime("%Y-%m-%d %Hh%M")
        path = free_path(folder / f"{stem}{SUFFIX}")
        self._desk.background.run(partial(created, path), self._begun)

    def _begun(self, dossier: Dossier | Problem) -> None:
        desk = self._desk
        self.busy = False
        later, self._later = self._later, []
        if isinstance(dossier, Problem):
            desk.opening.emit(False)
            desk.failed.emit(dossier)
        else:
            desk.use(dossier)
            desk.open_files(later)

    def wait(self, paths: list[Path]) -> None:
        """Files to add once the dossier is open."""
        self._later += paths

    def _loaded(self, path: Path, passphrase: str, loaded: Loaded | Problem) -> None:
        desk = self._desk
        self.busy = False
        desk.opening.emit(False)
        if isinstance(loaded, DossierProtected | WrongPassphrase):
            desk.passphrase_wanted.emit(path, bool(passphrase))
            return
        if isinstance(loaded, ProfileError):
            desk.profile_wanted.emit(path, passphrase, loaded)
            return
        if isinstance(loaded, Problem):
            self._later.clear()
            desk.failed.emit(loaded)
            return
        desk.use(loaded.dossier, passphrase if loaded.dossier.protected else "")
        for row in loaded.documents:
            self.restore(row.id, loaded.contents.get(row.id))
        if mention := desk.left():
            desk.feed.add(partial(desk.return_to.emit, mention))
        desk.history_changed.emit()
        later, self._later = self._later, []
        if later:
            desk.open_files(later)
        self.look_at_originals()

    def restore(self, document: str, content: Content | None = None) -> None:
        """Show a document of the dossier as it was left."""
        desk, dossier = self._desk, self._desk.dossier
        assert dossier is not None
        row = dossier.document(document)
        listed = ListedDocument(
            document, row.name, str(row.path), pages=row.pages, excluded=row.excluded
        )
        desk.documents.add(listed)
        if row.state not in READ:
            desk.intake.context = desk.context()
            desk.rereading.expect(document)
            desk.intake.again(listed)
            return
        content = content or content_of(dossier, document)
        desk.listing.begin(document, row.position, content.flows)
        unread = tuple(say_unread(each) for each in content.unread)
        desk.documents.change(document, stage=Stage.REVIEW, unread=unread)
        desk.listing.put_slowly(content.rows)
        desk.document_ready.emit(document)

    def look_at_originals(self) -> None:
        """Notice originals that moved or changed."""
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None:
            return
        rows = [row for row in dossier.documents() if row.state in READ]

        def told(found: dict[str, Original]) -> None:
            if dossier is desk.dossier:
                for document, state in found.items():
                    desk.documents.change(document, original=state)

        desk.background.run(partial(originals, rows), told)
