"""What is done to the dossier as a file, to its request and to its documents as wholes."""

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from redactor.dossier import Dossier
from redactor.dossier.records import DocumentRow, Original
from redactor.dossier.store import protect
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.problem import Problem
from redactor.text.fold import fold
from redactor.ui.document_model import Stage
from redactor.ui.opening import created

if TYPE_CHECKING:
    from redactor.ui.desk import Desk


class FileDesk(QObject):
    """Works on the dossier that the desk holds; says what goes wrong through it."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    # --- the file -------------------------------------------------------------------------

    def new(self, path: Path, then: Callable[[], None], passphrase: str = "") -> None:
        """Put the open dossier away and begin another, made beside the window."""

        def made(dossier: Dossier | Problem) -> None:
            if isinstance(dossier, Problem):
                self._desk.failed.emit(dossier)
                return
            self._desk.close_dossier()
            self._desk.use(dossier, passphrase)
            then()

        self._desk.background.run(partial(created, path, passphrase), made)

    def protect(self, passphrase: str) -> None:
        """Put the dossier under a passphrase, another or (empty) none, and open it again."""
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None or desk.frozen:
            return
        path, before, recognised = dossier.path, desk.passphrase, dossier.recognised
        desk.close_dossier()

        def done(problem: Problem | None) -> None:
            if problem is not None:
                desk.failed.emit(problem)
            desk.opener.open(path, before if problem is not None else passphrase)

        desk.background.run(partial(_protected, path, before, passphrase, recognised), done)

    def save_as(self, path: Path) -> None:
        """Write the dossier to another file and go on in that one."""
        dossier = self._desk.dossier
        if dossier is None or path.resolve() == dossier.path.resolve():
            return
        if self._desk.attempt(partial(dossier.copy, path)):
            self._desk.opener.open(path, self._desk.passphrase)

    def purge(self) -> None:
        """Take every text of documents and persons out of the file, and close it."""
        dossier = self._desk.dossier
        if dossier is not None and self._desk.attempt(dossier.purge):
            self._desk.close_dossier()
            self._desk.said.emit(
                self.tr(
                    "Dossier purgé : il ne garde que la trace de ce qui a été communiqué.",
                )
            )

    # --- the request ----------------------------------------------------------------------

    def set_info(self, changes: dict[str, Any], person: str) -> None:
        """Change what the request is, as one step; the lists apply at once."""
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None:
            return
        desk.person = dossier.person = person
        before = dossier.info
        if not changes or not self._desk.attempt(partial(dossier.set_info, **changes)):
            return
        desk.intake.context = desk.context()
        always = [text for text in dossier.info.always if text not in before.always]
        never = [text for text in dossier.info.never if text not in before.never]
        for text in always:
            desk.search.add_everywhere(text, Category.CUSTOM, _nothing, wild=True)
        if never:
            self._keep(never)
        if changes.keys() & {"profile", "changed_rows"}:
            stood = {item.id: item.decision for item in desk.review.items.values()}
            desk.listing.refresh(desk.review.items)
            desk.feed.add(partial(self._tell_changed, stood))
        desk.opened.emit()
        desk.history_changed.emit()

    def _tell_changed(self, stood: Mapping[str, Decision]) -> None:
        items = self._desk.review.items.values()
        count = sum(item.decision is not stood.get(item.id, item.decision) for item in items)
        self._desk.said.emit(
            self.tr("%n mention(s) proposée(s) autrement (Ctrl+Z pour annuler)", "", count)
        )

    def _keep(self, texts: list[str]) -> None:
        wanted = {fold(text) for text in texts}
        ids = [item.id for item in self._desk.review.items.values() if item.folded in wanted]
        if ids:
            self._desk.decisions.decide(ids, Decision.KEEP)

    # --- documents ------------------------------------------------------------------------

    def move(self, document: str, step: int) -> None:
        """Put a document one place up (-1) or down (1)."""
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None:
            return
        order = [row.id for row in dossier.documents()]
        at = order.index(document) if document in order else -1
        if at < 0 or not 0 <= at + step < len(order):
            return
        order.insert(at + step, order.pop(at))
        if self._desk.attempt(partial(dossier.reorder, order)):
            desk.follow_order()

    def exclude(self, document: str, ground: str, note: str = "") -> None:
        """Leave the whole document out, on a ground; an empty one takes it back."""
        desk, dossier = self._desk, self._desk.dossier
        if dossier is not None and self._desk.attempt(
            partial(dossier.exclude_document, document, ground, note=note)
        ):
            desk.documents.change(document, excluded=ground)
            desk.history_changed.emit()

    def relocate(self, document: str, path: Path) -> None:
        """The original was moved there."""
        desk, dossier = self._desk, self._desk.dossier
        if dossier is not None and self._desk.attempt(partial(dossier.relocate, document, path)):
            row = dossier.document(document)
            self._show(row)
            desk.said.emit(self.tr("Original retrouvé."))

    def read_again(self, document: str, path: Path) -> None:
        """Another version takes the place of the original: read afresh, decisions lost."""
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None or not self._desk.attempt(
            partial(dossier.replace_original, document, path)
        ):
            return
        desk.listing.forget(document)
        desk.places.forget()
        self._show(dossier.document(document))
        row = desk.documents.get(document)
        if row is not None:
            desk.intake.again(row)

    def _show(self, row: DocumentRow) -> None:
        self._desk.documents.change(
            row.id, path=str(row.path), name=row.name, original=Original.SAME
        )

    def try_again(self, document: str) -> None:
        """Read once more a file that could not be read: it may have been cured."""
        row = self._desk.documents.get(document)
        if row is not None and row.stage is Stage.FAILED:
            self._desk.intake.again(row)


def _nothing(_: object) -> None:
    """What was found needs no more."""


def _protected(path: Path, before: str, after: str, recognised: Path | None) -> Problem | None:
    try:
        protect(path, before, after)
    except Problem as problem:
        return problem
    if after and recognised is not None:
        shutil.rmtree(recognised, ignore_errors=True)
    return None
