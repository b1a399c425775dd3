"""The documents of the dossier, with what is known of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redactor.dossier.records import Original

DOCUMENT = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class Stage(StrEnum):
    """How far a document is."""

    WAITING = "waiting"
    READING = "reading"
    REVIEW = "review"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as the list shows it."""

    id: str
    name: str
    path: str
    stage: Stage = Stage.WAITING
    progress: float = 0.0
    """0 to 1, while it is read."""
    pages: int | None = None
    mentions: int = 0
    undecided: int = 0
    unseen: int = 0
    """Pages that nobody has looked at."""
    unread: tuple[str, ...] = ()
    """What could not be read, in words."""
    error: str = ""
    """Why it could not be read at all, in words."""
    excluded: str = ""
    """The ground on which the whole document is out."""
    released: bool = False
    """Whether it went out as it stands now."""
    original: Original = Original.SAME

    @property
    def read(self) -> float:
        """How far it is read, 0 to 1."""
        ended = self.stage in (Stage.REVIEW, Stage.DONE, Stage.FAILED)
        return 1.0 if ended else self.progress


class DocumentModel(QAbstractListModel):
    """Documents in the order in which they were added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DocumentRow] = []

    @property
    def rows(self) -> Sequence[DocumentRow]:
        return self._rows

    def get(self, document: str) -> DocumentRow | None:
        return next((row for row in self._rows if row.id == document), None)

    def add(self, row: DocumentRow) -> None:
        at = len(self._rows)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.append(row)
        self.endInsertRows()

    def remove(self, document: str) -> None:
        at = self.index_of(document)
        if at is not None:
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._rows[at]
            self.endRemoveRows()

    def change(self, document: str, **facts: Any) -> None:
        """Change fields of a document's row. Unknown documents are ignored."""
        at = self.index_of(document)
        if at is not None and (row := replace(self._rows[at], **facts)) != self._rows[at]:
            self._rows[at] = row
            index = self.index(at)
            self.dataChanged.emit(index, index)

    def arrange(self, order: Sequence[str]) -> None:
        """Put the documents in this order; those not named stay last."""
        rank = {document: place for place, document in enumerate(order)}
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in old]
        self._rows.sort(key=lambda row: rank.get(row.id, len(rank)))
        new = [self.index(self.index_of(document) or 0) for document in ids]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def index_of(self, document: str) -> int | None:
        return next((at for at, row in enumerate(self._rows) if row.id == document), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == DOCUMENT:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {self.state(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([row.path, row.error, *row.unread[:8]]).strip()
        return None

    def state(self, row: DocumentRow) -> str:
        """What the second line says of a document."""
        match row.stage:
            case Stage.WAITING:
                return self.tr("en attente")
            case Stage.FAILED:
                return row.error
            case Stage.READING if row.progress <= 0:
                return self.tr("ouverture…")
            case Stage.READING:
                return self.tr("analyse {percent} %").format(percent=round(row.progress * 100))
        if row.original is Original.MISSING:
            return self.tr("original introuvable : clic droit pour le retrouver")
        if row.original is Original.CHANGED:
            return self.tr("original modifié : clic droit pour le relire")
        if row.excluded:
            return self.tr("ne part pas : {ground}").format(ground=row.excluded)
        if row.released:
            left = [self.tr("%n à décider", "", row.undecided)] if row.undecided else []
            return " · ".join([self.tr("communiqué"), *left])
        begun = row.unseen and row.unseen < (row.pages or 0)
        parts = [self.tr("%n page(s)", "", row.pages)] if row.pages and not begun else []
        if row.undecided:
            parts.append(self.tr("%n à décider", "", row.undecided))
        elif row.mentions:
            parts.append(self.tr("tout est décidé"))
        else:
            parts.append(self.tr("aucune mention"))
        if begun:
            parts.append(self.tr("%n page(s) à voir", "", row.unseen))
        if row.unread:
            parts.append(self.tr("%n partie(s) non lue(s)", "", len(row.unread)))
        return " · ".join(parts)
