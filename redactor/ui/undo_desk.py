"""What is shown after a step was taken back or made again."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from redactor.dossier import Dossier
from redactor.dossier.changes import Change
from redactor.dossier.records import StepRow
from redactor.law.errors import ProfileError

if TYPE_CHECKING:
    from redactor.ui.desk import Desk


class UndoDesk(QObject):
    """Undoes and redoes steps of the dossier."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def undo(self) -> None:
        """Take the last step back."""
        if (dossier := self._desk.dossier) is not None:
            undo = partial(_sound, dossier, dossier.undo, dossier.redo)
            self._move(dossier.can_undo(), undo, self.tr("Annulé"))

    def redo(self) -> None:
        """Make again the last step taken back."""
        if (dossier := self._desk.dossier) is not None:
            redo = partial(_sound, dossier, dossier.redo, dossier.undo)
            self._move(dossier.can_redo(), redo, self.tr("Rétabli"))

    def _move(self, step: StepRow | None, move: Callable[[], object], word: str) -> None:
        if step is not None:
            self._desk.attempt_apart(move, step.count, lambda: self._follow(step, word))

    def _follow(self, step: StepRow, word: str) -> None:
        desk, dossier = self._desk, self._desk.dossier
        assert dossier is not None
        changes = dossier.changes(step.number)
        tables = {change.table for change in changes}
        touched = {
            key
            for change in changes
            if change.table in ("mention", "ruling")
            for key in change.keys
        }
        self._follow_mentions(touched)
        if any(change.table == "document" and not _states_alone(change) for change in changes):
            self._follow_documents()
        if "info" in tables:
            desk.listing.refresh(desk.review.items)
            desk.opened.emit()
        desk.places.follow(tables)
        desk.history_changed.emit()
        text = self.tr("{word} : %n élément(s)", "", step.count)
        desk.said.emit(text.format(word=word))

    def _follow_mentions(self, touched: set[int]) -> None:
        desk, dossier = self._desk, self._desk.dossier
        assert dossier is not None
        alive = {number: row.id for number, row in dossier.numbered(touched).items()}
        gone = [number for number in touched if number not in alive]
        fresh = [mention for mention in alive.values() if mention not in desk.review.items]
        new = set(fresh)
        desk.listing.drop_numbers(gone)
        desk.listing.refresh([mention for mention in alive.values() if mention not in new])
        if gone or fresh:
            desk.listing.put([dossier.mention(mention) for mention in fresh])
            desk.listing.tell()

    def _follow_documents(self) -> None:
        desk, dossier = self._desk, self._desk.dossier
        assert dossier is not None
        alive = {row.id for row in dossier.documents()}
        for row in list(desk.documents.rows):
            if desk.listing.holds(row.id) and row.id not in alive:
                desk.documents.remove(row.id)
                desk.listing.forget(row.id)
        for document in alive:
            if desk.documents.get(document) is None:
                desk.opener.restore(document)
            desk.documents.change(document, excluded=dossier.document(document).excluded)
        desk.follow_order()


def _sound(dossier: Dossier, move: Callable[[], object], back: Callable[[], object]) -> None:
    """Move a step, unless it leads back to a profile whose file is gone."""
    move()
    try:
        _ = dossier.profile
    except ProfileError:
        back()
        raise


def _states_alone(change: Change) -> bool:
    """Whether only what documents wait for changes, not which there are nor their order."""
    return change.before is not None and set(change.before) == {"state"}
