"""What dragging the mouse over pages does: select text, or draw a rectangle.

Handles to move and size a rectangle would be a third tool.
"""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from redactor.formats.base import Box
from redactor.ui.geometry import Caret, caret_at, spans_between

if TYPE_CHECKING:
    from redactor.ui.page_canvas import PageCanvas
    from redactor.ui.page_item import PageItem

# Pixels that the hand may move without dragging.
STILL = 4
# Points on each side under which a rectangle is a slip of the hand.
SMALLEST = 3.0


class Tool(Protocol):
    """One at a time has the mouse."""

    cursor: Qt.CursorShape

    def press(self, item: "PageItem", place: QPointF, at: QPoint) -> None:
        """The button went down on a page, at this place of it, at this point of the view."""

    def drag(self, at: QPoint) -> None:
        """The mouse moved while the button is down."""

    def release(self, at: QPoint) -> None:
        """The button went up."""


class TextTool:
    """Selects the characters of a page, or clicks on what is drawn over it."""

    cursor = Qt.CursorShape.IBeamCursor

    def __init__(self, canvas: "PageCanvas") -> None:
        self._canvas = canvas
        self._pressed = QPoint()
        self._page = 0
        self._anchor: Caret | None = None

    def press(self, item: "PageItem", place: QPointF, at: QPoint) -> None:
        self._pressed, self._page = at, item.page
        layout = self._canvas.layout_of(item.page)
        self._anchor = caret_at(layout, place.x(), place.y()) if layout else None

    def drag(self, at: QPoint) -> None:
        found = self._canvas.page_at(at)
        if self._anchor is None or found is None:
            return
        if (at - self._pressed).manhattanLength() < STILL:
            return
        item, place = found
        layout = self._canvas.layout_of(item.page)
        if item.page != self._page or layout is None:
            return
        if caret := caret_at(layout, place.x(), place.y(), reach=400.0):
            self._canvas.draw_selection(item.page, spans_between(layout, self._anchor, caret))

    def release(self, at: QPoint) -> None:
        del at
        if spans := self._canvas.selection:
            self._canvas.selected.emit(spans)
        elif found := self._canvas.page_at(self._pressed):
            item, place = found
            if mark := item.mark_at(place.x(), place.y()):
                self._canvas.mark_clicked.emit(mark)


class AreaTool:
    """Draws a rectangle on a page."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: "PageCanvas") -> None:
        self._canvas = canvas
        self._item: PageItem | None = None
        self._corner = QPointF()

    def press(self, item: "PageItem", place: QPointF, at: QPoint) -> None:
        del at
        self._item, self._corner = item, place

    def drag(self, at: QPoint) -> None:
        if self._item is not None:
            self._item.set_area(self._area(self._item, at))

    def release(self, at: QPoint) -> None:
        item, self._item = self._item, None
        if item is None:
            return
        item.set_area(None)
        width, height = self._canvas.size_of(item.page)
        area = self._area(item, at) & QRectF(0, 0, width, height)
        if area.width() > SMALLEST and area.height() > SMALLEST:
            box: Box = (area.left(), area.top(), area.right(), area.bottom())
            self._canvas.area_drawn.emit(item.page, box)

    def _area(self, item: "PageItem", at: QPoint) -> QRectF:
        here = item.mapFromScene(self._canvas.mapToScene(at))
        return QRectF(self._corner, here).normalized()
