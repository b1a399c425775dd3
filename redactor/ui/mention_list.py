"""The list of mentions on screen: one row an entity, one row a mention, keys for all."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from redactor.law.decisions import Decision
from redactor.text.flow import VISIBLE_CHANNELS
from redactor.ui.icons import image
from redactor.ui.mention_model import DETAIL, ROW, TITLE, MentionModel
from redactor.ui.palette import LIGHT, Theme
from redactor.ui.review import Group, Item
from redactor.ui.words import channel_name, state_name

PADDING = 10
ICON = 16
ICONS = {
    Decision.OCCULT: "occult",
    Decision.KEEP: "keep",
    Decision.REVIEW: "review",
    Decision.DISJOIN: "disjoin",
}
Index = QModelIndex | QPersistentModelIndex


class MentionDelegate(QStyledItemDelegate):
    """Draws a row in two lines: the words in their sentence, then what is known of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        metrics = option.fontMetrics
        return QSize(200, metrics.height() + QFontMetrics(small_font(option.font)).height() + 15)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rect = option.rect
        ground = self.theme.raised if isinstance(row, Group) else self.theme.base
        painter.fillRect(rect, QColor(self.theme.selection if chosen else ground))
        painter.setPen(QColor(self.theme.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if isinstance(row, Group):
            self._paint_group(painter, option, rect, index, row)
        elif isinstance(row, Item):
            self._paint_item(painter, option, rect, index, row)
        if chosen:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 4, rect.height()), QColor(self.theme.accent)
            )
        if focused:
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _lines(self, option: QStyleOptionViewItem, rect: QRect) -> tuple[QRect, QRect]:
        high = option.fontMetrics.height()
        low = QFontMetrics(small_font(option.font)).height()
        top = rect.top() + (rect.height() - high - low - 2) // 2
        return (
            QRect(rect.left(), top, rect.width(), high),
            QRect(rect.left(), top + high + 2, rect.width(), low),
        )

    def _paint_group(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        index: Index,
        group: Group,
    ) -> None:
        inside = rect.adjusted(PADDING + ICON + 4, 0, -PADDING, 0)
        above, below = self._lines(option, inside)
        centre = rect.center().y() - ICON // 2
        mark = "next" if group.collapsed else "down"
        painter.drawImage(rect.left() + PADDING, centre, image(mark, self.theme.muted, ICON))
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text))
        title = QFontMetrics(bold).elidedText(
            index.data(TITLE), Qt.TextElideMode.ElideRight, above.width()
        )
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(small_font(option.font))
        painter.setPen(QColor(self.theme.muted))
        detail = painter.fontMetrics().elidedText(
            index.data(DETAIL), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, detail)

    def _paint_item(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        index: Index,
        item: Item,
    ) -> None:
        inside = rect.adjusted(PADDING + ICON + 10, 0, -PADDING, 0)
        above, below = self._lines(option, inside)
        colour = self.theme.of(item.decision)
        painter.drawImage(
            rect.left() + PADDING,
            rect.center().y() - ICON // 2,
            image(ICONS[item.decision], colour, ICON),
        )
        self._paint_sentence(painter, option.font, above, item)
        painter.setFont(small_font(option.font))
        metrics = painter.fontMetrics()
        state = state_name(item.decision)
        model = index.model()
        if isinstance(model, MentionModel) and item.id in model.marked:
            state = f"⚑ {state}"
        painter.setPen(QColor(colour))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, state)
        painter.setPen(QColor(self.theme.muted))
        left = below.adjusted(0, 0, -metrics.horizontalAdvance(state) - 12, 0)
        text = metrics.elidedText(
            self._place(index, item), Qt.TextElideMode.ElideRight, left.width()
        )
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, text)

    def _place(self, index: Index, item: Item) -> str:
        parts: list[str] = []
        if item.mention.page:
            parts.append(self.tr("p. {page}").format(page=item.mention.page))
        if item.mention.channel not in VISIBLE_CHANNELS or not parts:
            parts.append(channel_name(item.mention.channel))
        if item.ground and item.decision is not Decision.KEEP:
            parts.append(item.ground)
        model = index.model()
        if isinstance(model, MentionModel) and (name := model.document_name(item.document)):
            parts.append(name)
        return " · ".join(parts)

    def _paint_sentence(self, painter: QPainter, font: QFont, rect: QRect, item: Item) -> None:
        """The words in bold, in as much of their sentence as there is room for."""
        bold = QFont(font)
        bold.setBold(True)
        strong, plain = QFontMetrics(bold), QFontMetrics(font)
        words = " ".join(item.mention.text.split())
        words = strong.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        spare = rect.width() - strong.horizontalAdvance(words)
        before = plain.elidedText(item.before, Qt.TextElideMode.ElideLeft, max(spare // 2, 0))
        if plain.horizontalAdvance(before) > spare // 2 or spare < 40:
            before = ""
        x = rect.left()
        top = rect.top() + plain.ascent()
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(x, top, before)
        x += plain.horizontalAdvance(before)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(x, top, words)
        x += strong.horizontalAdvance(words)
        room = rect.right() - x
        if room > 30:
            painter.setFont(font)
            painter.setPen(QColor(self.theme.muted))
            after = plain.elidedText(item.after, Qt.TextElideMode.ElideRight, room)
            painter.drawText(x, top, after)


def small_font(font: QFont) -> QFont:
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.88)
    else:
        small.setPixelSize(round(font.pixelSize() * 0.88))
    return small


class MentionList(QTableView):
    """The list. Arrows move, left and right fold; everything else is an action of the window.

    A table of one column: at 20,000 rows, moving the current row of a `QListView` asks the
    model for its size 41,000 times, 150 ms; a table's rows of one height cost nothing.
    """

    current_row = Signal(object)
    """The row that became current: a `Group`, an `Item` or None."""

    def __init__(self, model: MentionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = MentionDelegate(self)
        self._model = model
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Mentions"))
        self.setProperty("framed", True)
        self._held: int | None = None
        model.layoutAboutToBeChanged.connect(self._hold)
        model.layoutChanged.connect(self._hold_again)

    def _hold(self) -> None:
        """Where the current row is on the screen; None out of sight."""
        top = self._top_of_current()
        self._held = top if 0 <= top < self.viewport().height() else None

    def _hold_again(self) -> None:
        """Rows that come or go above the current one must not push it out of sight."""
        if self._held is not None and self.currentIndex().isValid():
            self.updateGeometries()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of_current() - self._held)

    def _top_of_current(self) -> int:
        height = self.verticalHeader().defaultSectionSize()
        return self.currentIndex().row() * height - self.verticalScrollBar().value()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self._fit_rows()
        self.viewport().update()

    def _fit_rows(self) -> None:
        """Two lines of text, whatever its size."""
        font = self.font()
        low = QFontMetrics(small_font(font)).height()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + low + 15)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_row.emit(self._model.row_at(current))

    def go_to_row(self, row: int) -> None:
        """Make a row current, with the rows around it in view."""
        index = self._model.index(row)
        self.setCurrentIndex(index)
        if row and isinstance(self._model.rows[row - 1], Group):
            self.scrollTo(self._model.index(row - 1), QAbstractItemView.ScrollHint.EnsureVisible)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._model.row_at(self.currentIndex())
        key = event.key()
        if isinstance(row, Group) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._model.toggle(row.key, closed=key == Qt.Key.Key_Left)
            return
        if isinstance(row, Item) and key == Qt.Key.Key_Left:
            head = self._model.row_of_group(row.group)
            if head is not None:
                self.go_to_row(head)
            return
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.rows:
            self.go_to_row(0 if key == Qt.Key.Key_Home else len(self._model.rows) - 1)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self._model.row_at(self.indexAt(event.position().toPoint()))
        if isinstance(row, Group) and event.position().x() < PADDING + ICON + 6:
            self._model.toggle(row.key)
