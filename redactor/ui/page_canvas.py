"""The pages of a document, one under the other, with the mentions over them.

Only the pages near the window exist as items: a document of a thousand pages costs what five
do. A page asks for its picture when scrolling rests; the old picture, stretched, stays until
the new one comes.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from redactor.formats.base import Box, PageLayout, Picture
from redactor.text.flow import Span
from redactor.ui.area_hand import AreaHand
from redactor.ui.page_item import Mark, PageItem
from redactor.ui.page_marks import PageMarks
from redactor.ui.page_mouse import PageMouse
from redactor.ui.page_stack import GAP, PageStack
from redactor.ui.picture_cache import PictureCache
from redactor.ui.scroll_keys import scroll_by_key, zoom_by_wheel

# Pages kept as items on each side of what is seen.
MARGIN = 1
# Pixels of one picture at most; beyond, it is shown stretched.
LARGEST = 24_000_000
# Milliseconds without scrolling after which pictures are asked for.
REST = 25
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0)


class PageCanvas(QGraphicsView):
    """Shows pages. Asks for pictures and layouts by signals."""

    picture_wanted = Signal(int, float)
    """Page, pixels a point."""
    layout_wanted = Signal(int)
    page_changed = Signal(int)
    zoom_changed = Signal(float)
    mark_clicked = Signal(str)
    selected = Signal(object)
    """A tuple of spans, empty when the selection is cleared."""
    word_wanted = Signal(int, object)
    """Page and span of one character, double-clicked."""
    area_drawn = Signal(int, object)
    """Page, box in points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Page du document"))
        self.setAccessibleDescription(
            self.tr("Les mentions sont aussi dans la liste, qui porte toutes les actions.")
        )
        self._stack = PageStack()
        self._marks = PageMarks()
        self.areas = AreaHand(self, self._marks)
        self._pictures = PictureCache()
        self._items: dict[int, PageItem] = {}
        self._removed: dict[int, str] = {}
        self._current = ""
        self._target: tuple[int, str] | None = None
        self._zoom = 1.0
        self._fit_width = True
        self._page = 0
        self._selection: tuple[Span, ...] = ()
        self.mouse = PageMouse(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._ask_pictures)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- the document ---------------------------------------------------------------------

    def show_document(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show a document of pages of these sizes, in points. Forgets the one before."""
        self.clear()
        self._stack = PageStack(sizes)
        self._fit_scene()
        if self._fit_width:
            self.fit_width()
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def _fit_scene(self) -> None:
        width = self._stack.width
        self.setSceneRect(QRectF(-width / 2 - GAP, 0, width + 2 * GAP, self._stack.bottom))

    def clear(self) -> None:
        self.scene().clear()
        self._items.clear()
        self._marks.clear()
        self.areas.forget()
        self._pictures.clear()
        self._stack = PageStack()
        self._removed = {}
        self._page = 0
        self._current = ""
        self._target = None
        self._selection = ()
        self.mouse.forget()

    def set_picture(self, page: int, scale: float, picture: Picture) -> None:
        """A picture that was asked for has come."""
        image = self._pictures.put(page, scale, picture)
        if item := self._items.get(page):
            item.set_image(image, scale)

    def set_layout(self, page: int, layout: PageLayout) -> None:
        """The places of a page's characters have come, and its size, which was guessed."""
        self._marks.set_layout(page, layout)
        self._learn_size(page, (layout.width, layout.height))
        self._place_marks(page)
        if self._target and self._target[0] == page:
            self._reveal()

    def _learn_size(self, page: int, size: tuple[float, float]) -> None:
        held = max(self._page, 1)
        offset = self.mapToScene(0, 0).y() - self._stack.top(held)
        if not self._stack.learn(page, size):
            return
        for item in self._items.values():
            self.scene().removeItem(item)
        self._items.clear()
        self._fit_scene()
        if self._fit_width:
            self.fit_width()
        self.verticalScrollBar().setValue(
            round((self._stack.top(held) + offset) * self.pixels_a_point)
        )
        self._scrolled()

    def layout_of(self, page: int) -> PageLayout | None:
        return self._marks.layout(page)

    def size_of(self, page: int) -> tuple[float, float]:
        """Width and height of a page, in points."""
        return self._stack.size(page)

    def set_desk(self, colour: str) -> None:
        """The colour around the pages."""
        self.setBackgroundBrush(QColor(colour))

    # --- what is drawn over the pages -----------------------------------------------------

    def set_marks(self, marks: Callable[[int], Sequence[tuple[Span, Mark]]]) -> None:
        """Where the mentions of a page are to be had; only those of pages seen are asked for."""
        self._marks.set_mentions(marks)
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Mentions changed."""
        for page in self._items:
            self._place_marks(page)

    def set_current(self, mention: str, page: int | None) -> None:
        """Outline a mention and bring it into view."""
        self._current = mention
        self.refresh_marks()
        if page and 0 < page <= len(self._stack):
            self._target = (page, mention)
            self._reveal()

    def set_removed(self, pages: Mapping[int, str]) -> None:
        """Pages that are disjoined, with their ground."""
        self._removed = dict(pages)
        for page, item in self._items.items():
            item.set_removed(self._removed.get(page, ""))

    def _place_marks(self, page: int) -> None:
        if item := self._items.get(page):
            item.set_marks(self._marks.on(page), self.areas.name or self._current)

    # --- moving ---------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page that holds the middle of the window, from 1; 0 without a document."""
        return self._page

    @property
    def page_count(self) -> int:
        return len(self._stack)

    def go_to(self, page: int) -> None:
        if 0 < page <= len(self._stack):
            self.centerOn(0, 0)
            bar = self.verticalScrollBar()
            bar.setValue(round((self._stack.top(page) - GAP) * self.pixels_a_point))

    def _reveal(self) -> None:
        """Bring the wanted mention into view; its page first where its place is not known."""
        if self._target is None:
            return
        page, mention = self._target
        if self.layout_of(page) is None:
            if self._page != page:
                self.go_to(page)
            self.layout_wanted.emit(page)
            return
        self._target = None
        boxes = self._boxes_of(page, mention)
        if boxes:
            self.bring_in(page, boxes[0])
        elif self._page != page:
            self.go_to(page)

    def _boxes_of(self, page: int, mention: str) -> list[Box]:
        marks = self._marks.mentions(page)
        return [box for mark in marks if mark.id == mention for box in mark.boxes]

    def bring_in(self, page: int, box: Box) -> None:
        """Scroll only where the place is not well in view: a page that jumps tires the eye."""
        x0, y0, x1, y1 = box
        left, top = self._stack.left(page), self._stack.top(page)
        rect = QRectF(left + x0, top + y0, x1 - x0, y1 - y0)
        height = self.viewport().height()
        y = self.mapFromScene(rect.center()).y()
        if not 0.12 * height <= y <= 0.82 * height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(y - 0.38 * height))
        self.ensureVisible(rect, 24, 0)

    def seen_of(self, page: int) -> QRectF:
        """What is seen of a page, in its points; it may go past its edges."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        return seen.translated(-self._stack.left(page), -self._stack.top(page))

    # --- zoom -----------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """1.0 shows a point as a ninety-sixth of an inch is shown by the desktop."""
        return self._zoom

    def set_zoom(self, zoom: float, *, fit: bool = False) -> None:
        self._fit_width = fit
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if abs(zoom - self._zoom) < 1e-4 and self.transform().m11() == self.pixels_a_point:
            return
        self._zoom = zoom
        self.resetTransform()
        self.scale(self.pixels_a_point, self.pixels_a_point)
        self.zoom_changed.emit(zoom)
        self._scrolled()

    def zoom_in(self) -> None:
        self.set_zoom(next((z for z in ZOOMS if z > self._zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < self._zoom - 0.01), ZOOMS[0]))

    def fit_width(self) -> None:
        if self._stack.width:
            room = self.width() - self.verticalScrollBar().sizeHint().width() - 4
            self.set_zoom(room / (self._stack.width + 2 * GAP) / (96 / 72), fit=True)

    @property
    def pixels_a_point(self) -> float:
        """How large the page is drawn."""
        return self._zoom * 96 / 72

    # --- what is seen ---------------------------------------------------------------------

    def _scrolled(self) -> None:
        if not len(self._stack):
            return
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        near = self._stack.near(seen.top(), seen.bottom(), MARGIN)
        for page in [page for page in self._items if page not in near]:
            self.scene().removeItem(self._items.pop(page))
        for page in near:
            if page not in self._items:
                self._add_item(page)
        page = self._stack.at(seen.top(), seen.center().y())
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self._rest.start()

    def _add_item(self, page: int) -> None:
        item = PageItem(page, *self._stack.size(page))
        item.setPos(self._stack.left(page), self._stack.top(page))
        item.set_removed(self._removed.get(page, ""))
        if known := self._pictures.get(page):
            item.set_image(*known)
        self._items[page] = item
        self.scene().addItem(item)
        self._place_marks(page)

    def _ask_pictures(self) -> None:
        """Ask for what is missing; what is looked at is asked last, since it is served first."""
        for page in sorted(self._items, key=lambda page: -abs(page - self._page)):
            width, height = self._stack.size(page)
            scale = self.pixels_a_point * self.devicePixelRatioF()
            scale = min(scale, (LARGEST / max(width * height, 1.0)) ** 0.5)
            if abs(self._items[page].image_scale - scale) > 0.01 * scale:
                self.picture_wanted.emit(page, scale)
            if self.layout_of(page) is None:
                self.layout_wanted.emit(page)

    # --- selecting ------------------------------------------------------------------------

    @property
    def selection(self) -> tuple[Span, ...]:
        return self._selection

    def clear_selection(self) -> None:
        if not self._selection:
            return
        self._selection = ()
        for item in self._items.values():
            item.set_selection(())
        self.selected.emit(())

    def draw_selection(self, page: int, spans: tuple[Span, ...]) -> None:
        """Show spans of a page as selected."""
        self._selection = spans
        if item := self._items.get(page):
            item.set_selection(self._marks.boxes(page, spans))

    def select(self, page: int, spans: tuple[Span, ...]) -> None:
        """Select spans of a page, as if they had been dragged over."""
        if self.layout_of(page) is not None:
            self.draw_selection(page, spans)
            self.selected.emit(spans)

    def page_at(self, position: QPoint) -> tuple[PageItem, QPointF] | None:
        """The page under a point of the view, and the place on it in points."""
        place = self.mapToScene(position)
        for item in self._items.values():
            inside = item.mapFromScene(place)
            if item.boundingRect().contains(inside):
                return item, inside
        return None

    # --- events ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zoom_by_wheel(event, self.zoom_in, self.zoom_out):
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.areas.key(event) or scroll_by_key(event, self.verticalScrollBar()):
            return
        match event.key():
            case Qt.Key.Key_Escape:
                self.clear_selection()
                event.ignore()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.mouse.draws:
                self.area_drawn.emit(*self.areas.middle())
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refit()

    def _refit(self) -> None:
        if self._fit_width:
            self.fit_width()
        self._scrolled()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.viewport().update()
