"""The list of documents on screen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from redactor.ui.document_model import DOCUMENT, DocumentModel, DocumentRow, Stage
from redactor.ui.icons import image
from redactor.ui.mention_list import small_font
from redactor.ui.palette import LIGHT, Theme

PADDING = 12
ICON = 18
Index = QModelIndex | QPersistentModelIndex


class DocumentDelegate(QStyledItemDelegate):
    """Draws a document: its name, then how far it is."""

    def __init__(self, model: DocumentModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        low = QFontMetrics(small_font(option.font)).height()
        return QSize(160, option.fontMetrics.height() + low + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DocumentRow = index.data(DOCUMENT)
        theme, rect = self.theme, option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(theme.selection if chosen else theme.window))
        if chosen:
            bar = QRect(rect.left(), rect.top(), 4, rect.height())
            painter.fillRect(bar, QColor(theme.accent))
        name, colour = self._icon(row)
        painter.drawImage(
            rect.left() + PADDING, rect.center().y() - ICON // 2, image(name, colour, ICON)
        )
        left = rect.left() + PADDING + ICON + 10
        width = rect.right() - left - 8
        high = option.fontMetrics.height()
        top = rect.top() + 8
        painter.setPen(QColor(theme.text))
        text = option.fontMetrics.elidedText(row.name, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QRect(left, top, width, high), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(small_font(option.font))
        low = painter.fontMetrics().height()
        below = QRect(left, top + high + 2, width, low)
        painter.setPen(QColor(theme.danger if row.stage is Stage.FAILED else theme.muted))
        state = painter.fontMetrics().elidedText(
            self._model.state(row), Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, state)
        if row.stage is Stage.READING:
            track = QRect(left, rect.bottom() - 5, width, 3)
            painter.fillRect(track, QColor(theme.hairline))
            track.setWidth(round(width * max(row.progress, 0.02)))
            painter.fillRect(track, QColor(theme.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _icon(self, row: DocumentRow) -> tuple[str, str]:
        theme = self.theme
        match row.stage:
            case Stage.FAILED:
                return "warning", theme.danger
            case Stage.WAITING:
                return "waiting", theme.muted
            case Stage.READING:
                return "document", theme.muted
        if row.unread:
            return "warning", theme.review
        return ("document", theme.muted) if row.undecided else ("done", theme.keep)


class DocumentList(QListView):
    """The list of documents."""

    chosen = Signal(str)
    """The id of the document that became current."""

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = DocumentDelegate(model, self)
        self._model = model
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setObjectName("documents")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Documents"))

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def choose(self, document: str) -> None:
        at = self._model.index_of(document)
        if at is not None and at != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(at))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._model.rows[current.row()].id)
