"""The mouse over the pages: one tool at a time has it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from redactor.text.flow import Span
from redactor.ui.geometry import caret_at
from redactor.ui.page_tools import AreaTool, TextTool, Tool, cursor_over, pull_tool

if TYPE_CHECKING:
    from redactor.ui.page_canvas import PageCanvas


class PageMouse:
    """Gives what the mouse does to the tool at rest, or to the one that pulls an area."""

    def __init__(self, canvas: "PageCanvas") -> None:
        self._canvas = canvas
        self._tool: Tool = TextTool(canvas)
        self._held: Tool = self._tool
        self._dragging = False

    @property
    def draws(self) -> bool:
        """Whether dragging draws a rectangle instead of selecting text."""
        return isinstance(self._tool, AreaTool)

    def draw_areas(self, on: bool) -> None:
        """Whether dragging draws a rectangle instead of selecting text."""
        self._tool = AreaTool(self._canvas) if on else TextTool(self._canvas)
        self._canvas.areas.take("")
        self._canvas.viewport().setCursor(self._tool.cursor)

    def forget(self) -> None:
        """The document is another one."""
        self._dragging = False

    def press(self, event: QMouseEvent) -> None:
        """The button went down."""
        canvas = self._canvas
        canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        canvas.clear_selection()
        position = event.position().toPoint()
        found = canvas.page_at(position)
        pull = pull_tool(canvas, *found) if found else None
        if pull is None:
            canvas.areas.take("")
        if found:
            self._dragging = True
            self._held = pull or self._tool
            self._held.press(*found, position)

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved."""
        position = event.position().toPoint()
        if self._dragging:
            self._held.drag(position)
        elif not self.draws and (found := self._canvas.page_at(position)):
            item, place = found
            over = item.mark_at(place.x(), place.y())
            pointing = Qt.CursorShape.PointingHandCursor
            cursor = cursor_over(self._canvas, item, place)
            self._canvas.viewport().setCursor(cursor or (pointing if over else self._tool.cursor))

    def release(self, event: QMouseEvent) -> None:
        """The button went up."""
        if event.button() is Qt.MouseButton.LeftButton and self._dragging:
            self._dragging = False
            self._held.release(event.position().toPoint())

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word; who knows the text widens the character to its word."""
        found = self._canvas.page_at(event.position().toPoint())
        if found is None or self.draws:
            return
        item, place = found
        layout = self._canvas.layout_of(item.page)
        caret = caret_at(layout, place.x(), place.y()) if layout else None
        if caret:
            self._dragging = False
            self._canvas.word_wanted.emit(item.page, Span(caret.flow, caret.index, caret.index + 1))
