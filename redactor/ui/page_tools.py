"""What dragging the mouse over pages does: select text, draw a rectangle, or pull one."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from redactor.formats.base import Box
from redactor.ui.geometry import Caret, caret_at, grip_at, pulled, spans_between

if TYPE_CHECKING:
    from redactor.ui.page_canvas import PageCanvas
    from redactor.ui.page_item import PageItem

# Pixels that the hand may move without dragging.
STILL = 4
# Points on each side under which a rectangle is a slip of the hand.
SMALLEST = 3.0
# Pixels around a handle that take hold of it.
REACH = 9.0


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


class PullTool:
    """Moves and sizes the area in hand. It has the mouse from a press on that area to the
    release, whatever the tool at rest is."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, canvas: "PageCanvas", grip: str, box: Box) -> None:
        self._canvas, self.grip, self._box = canvas, grip, box
        self._item: PageItem | None = None
        self._from = QPointF()
        self._pulled = box

    def press(self, item: "PageItem", place: QPointF, at: QPoint) -> None:
        del at
        self._item, self._from = item, place

    def drag(self, at: QPoint) -> None:
        if self._item is None:
            return
        moved = self._item.mapFromScene(self._canvas.mapToScene(at)) - self._from
        size = self._canvas.size_of(self._item.page)
        self._pulled = pulled(self._box, self.grip, moved.x(), moved.y(), size, SMALLEST)
        self._canvas.areas.draw(self._pulled)

    def release(self, at: QPoint) -> None:
        self.drag(at)
        if self._pulled != self._box:
            self._canvas.areas.settle()


def pull_tool(canvas: "PageCanvas", item: "PageItem", place: QPointF) -> PullTool | None:
    """The tool for a press there: None where it is not on the area in hand."""
    found = canvas.areas.in_hand
    if found is None or found[0] != item.page:
        return None
    box = found[1].boxes[0]
    grip = grip_at(box, place.x(), place.y(), REACH / canvas.pixels_a_point)
    return PullTool(canvas, grip, box) if grip else None


CURSORS = {
    "inside": Qt.CursorShape.SizeAllCursor,
    "north": Qt.CursorShape.SizeVerCursor,
    "south": Qt.CursorShape.SizeVerCursor,
    "east": Qt.CursorShape.SizeHorCursor,
    "west": Qt.CursorShape.SizeHorCursor,
    "north-west": Qt.CursorShape.SizeFDiagCursor,
    "south-east": Qt.CursorShape.SizeFDiagCursor,
    "north-east": Qt.CursorShape.SizeBDiagCursor,
    "south-west": Qt.CursorShape.SizeBDiagCursor,
}


def cursor_over(canvas: "PageCanvas", item: "PageItem", place: QPointF) -> Qt.CursorShape | None:
    """The cursor over the area in hand; None elsewhere."""
    tool = pull_tool(canvas, item, place)
    return None if tool is None else CURSORS[tool.grip]
