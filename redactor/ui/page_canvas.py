"""The pages of a document, one under the other, with the mentions over them.

Only the pages near the window exist as items: a document of a thousand pages costs what five
do. A page asks for its picture when scrolling rests; the old picture, stretched, stays until
the new one comes.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from redactor.formats.base import Box, PageLayout, Picture
from redactor.law.decisions import Decision
from redactor.text.flow import Span
from redactor.ui.geometry import Caret, caret_at, marks_of, spans_between, visible_pages
from redactor.ui.page_item import Mark, PageItem

GAP = 14.0
# Pages kept as items on each side of what is seen.
MARGIN = 1
# Pixels of pictures kept: about 250 MB of 32-bit pixels.
CACHE = 64_000_000
# Pixels of one picture at most; beyond, it is shown stretched.
LARGEST = 24_000_000
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0)


def _no_marks(page: int) -> Sequence[tuple[Span, Mark]]:
    del page
    return ()


class PageCanvas(QGraphicsView):
    """Shows pages. Knows sizes, pictures, layouts and marks; asks for them by signals."""

    picture_wanted = Signal(int, float)
    """Page, pixels a point."""
    layout_wanted = Signal(int)
    page_changed = Signal(int)
    zoom_changed = Signal(float)
    mark_clicked = Signal(str)
    selected = Signal(object)
    """A tuple of spans, empty when the selection is cleared."""
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
        self._sizes: list[tuple[float, float]] = []
        self._known: list[bool] = []
        self._tops: list[float] = []
        self._heights: list[float] = []
        self._items: dict[int, PageItem] = {}
        self._layouts: dict[int, PageLayout] = {}
        self._pictures: OrderedDict[int, tuple[QImage, float]] = OrderedDict()
        self._marks: Callable[[int], Sequence[tuple[Span, Mark]]] = _no_marks
        self._areas: Mapping[int, Sequence[Mark]] = {}
        self._removed: dict[int, str] = {}
        self._current = ""
        self._zoom = 1.0
        self._fit_width = True
        self._page = 0
        self._anchor: tuple[int, Caret] | None = None
        self._selection: tuple[int, tuple[Span, ...]] | None = None
        self._drawing_areas = False
        self._area_from: tuple[int, QPointF] | None = None
        self._pressed: QPoint | None = None
        self._target: tuple[int, str] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(25)
        self._rest.timeout.connect(self._ask_pictures)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- the document ---------------------------------------------------------------------

    def show_document(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show a document of pages of these sizes, in points. Forgets the one before."""
        self.clear()
        self._sizes = list(sizes)
        self._known = [False] * len(sizes)
        self._stack()
        if self._fit_width:
            self.fit_width()
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def _stack(self) -> None:
        """Put the pages one under the other."""
        self._heights = [height for _, height in self._sizes]
        self._tops = list(accumulate((h + GAP for h in self._heights[:-1]), initial=GAP))
        width = max((w for w, _ in self._sizes), default=0.0)
        bottom = self._tops[-1] + self._heights[-1] + GAP if self._sizes else 0.0
        self.setSceneRect(QRectF(-width / 2 - GAP, 0, width + 2 * GAP, bottom))

    def _learn_size(self, page: int, size: tuple[float, float]) -> None:
        """The real size of a page: it was guessed. Until others are known, they are like it."""
        index = page - 1
        old = self._sizes[index]
        self._known[index] = True
        if abs(old[0] - size[0]) < 0.5 and abs(old[1] - size[1]) < 0.5:
            return
        if not any(known for at, known in enumerate(self._known) if at != index):
            self._sizes = [size] * len(self._sizes)
        else:
            self._sizes[index] = size
        held = max(self._page, 1) - 1
        offset = self.mapToScene(0, 0).y() - self._tops[held]
        for item in list(self._items):
            self.scene().removeItem(self._items.pop(item))
        self._stack()
        if self._fit_width:
            self.fit_width()
        self.verticalScrollBar().setValue(round((self._tops[held] + offset) * self._scale()))
        self._scrolled()

    def clear(self) -> None:
        self.scene().clear()
        self._items.clear()
        self._layouts.clear()
        self._pictures.clear()
        self._marks = _no_marks
        self._areas = {}
        self._removed = {}
        self._sizes, self._known, self._tops, self._heights = [], [], [], []
        self._page = 0
        self._current = ""
        self._target = None
        self._selection = None

    def set_picture(self, page: int, scale: float, picture: Picture) -> None:
        """A picture that was asked for has come."""
        image = QImage(
            picture.samples,
            picture.width,
            picture.height,
            picture.width * 3,
            QImage.Format.Format_RGB888,
        ).convertToFormat(QImage.Format.Format_RGB32)
        self._pictures[page] = (image, scale)
        self._pictures.move_to_end(page)
        held = sum(i.width() * i.height() for i, _ in self._pictures.values())
        while held > CACHE and len(self._pictures) > 1:
            _, (old, _) = self._pictures.popitem(last=False)
            held -= old.width() * old.height()
        if item := self._items.get(page):
            item.set_image(image, scale)

    def set_layout(self, page: int, layout: PageLayout) -> None:
        """The places of a page's characters have come."""
        self._layouts[page] = layout
        self._learn_size(page, (layout.width, layout.height))
        self._place_marks(page)
        if self._target and self._target[0] == page:
            self._reveal()

    def set_marks(self, marks: Callable[[int], Sequence[tuple[Span, Mark]]]) -> None:
        """Where the mentions of a page are to be had; only those of pages seen are asked for."""
        self._marks = marks
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Mentions changed."""
        for page in self._items:
            self._place_marks(page)

    def set_current(self, mention: str, page: int | None) -> None:
        """Outline a mention and bring it into view."""
        self._current = mention
        for seen in self._items:
            self._place_marks(seen)
        if page and 0 < page <= len(self._sizes):
            self._target = (page, mention)
            self._reveal()

    def set_areas(self, areas: Mapping[str, tuple[int, Box]]) -> None:
        """Rectangles to occult, by id: their page and their box."""
        found: dict[int, list[Mark]] = {}
        for name, (page, box) in areas.items():
            found.setdefault(page, []).append(Mark(name, (box,), Decision.OCCULT))
        self._areas = found
        for page in self._items:
            self._place_marks(page)

    def set_removed(self, pages: Mapping[int, str]) -> None:
        """Pages that are disjoined, with their ground."""
        self._removed = dict(pages)
        for page, item in self._items.items():
            item.set_removed(self._removed.get(page, ""))

    def layout_of(self, page: int) -> PageLayout | None:
        return self._layouts.get(page)

    # --- moving ---------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page that holds the middle of the window, from 1; 0 without a document."""
        return self._page

    @property
    def page_count(self) -> int:
        return len(self._sizes)

    @property
    def zoom(self) -> float:
        """1.0 shows a point as a ninety-sixth of an inch is shown by the desktop."""
        return self._zoom

    def go_to(self, page: int) -> None:
        if 0 < page <= len(self._sizes):
            self.centerOn(0, 0)
            bar = self.verticalScrollBar()
            bar.setValue(round((self._tops[page - 1] - GAP) * self._scale()))

    def set_zoom(self, zoom: float, *, fit: bool = False) -> None:
        self._fit_width = fit
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if abs(zoom - self._zoom) < 1e-4 and self.transform().m11() == self._scale():
            return
        self._zoom = zoom
        self.resetTransform()
        self.scale(self._scale(), self._scale())
        self.zoom_changed.emit(zoom)
        self._scrolled()

    def zoom_in(self) -> None:
        self.set_zoom(next((z for z in ZOOMS if z > self._zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < self._zoom - 0.01), ZOOMS[0]))

    def fit_width(self) -> None:
        width = max((w for w, _ in self._sizes), default=0.0)
        if width:
            room = self.width() - self.verticalScrollBar().sizeHint().width() - 4
            self.set_zoom(room / (width + 2 * GAP) / (96 / 72), fit=True)

    def _scale(self) -> float:
        return self._zoom * 96 / 72

    def _reveal(self) -> None:
        """Bring the wanted mention into view; its page first where its place is not known."""
        if self._target is None:
            return
        page, mention = self._target
        boxes = [box for mark in self._marks_on(page) if mark.id == mention for box in mark.boxes]
        left = -self._sizes[page - 1][0] / 2
        top = self._tops[page - 1]
        if page not in self._layouts:
            if abs(self._page - page) > 0:
                self.go_to(page)
            self.layout_wanted.emit(page)
            return
        self._target = None
        if boxes:
            x0, y0, x1, y1 = boxes[0]
            self._bring_in(QRectF(left + x0, top + y0, x1 - x0, y1 - y0))
        elif self._page != page:
            self.go_to(page)

    def _bring_in(self, rect: QRectF) -> None:
        """Scroll only where the place is not well in view: a page that jumps tires the eye."""
        height = self.viewport().height()
        y = self.mapFromScene(rect.center()).y()
        if not 0.12 * height <= y <= 0.82 * height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(y - 0.38 * height))
        self.ensureVisible(rect, 24, 0)

    def shows(self, mention: str) -> bool:
        """Whether a mention's mark is in view."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        for page, item in self._items.items():
            for mark in self._marks_on(page):
                if mark.id == mention:
                    box = mark.boxes[0]
                    return seen.contains(item.mapToScene(QPointF(box[0], box[1])))
        return False

    # --- what is seen ---------------------------------------------------------------------

    def _scrolled(self) -> None:
        if not self._sizes:
            return
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        pages = visible_pages(self._tops, self._heights, seen.top(), seen.bottom())
        near = range(max(pages.start - MARGIN, 0), min(pages.stop + MARGIN, len(self._sizes)))
        for page in [page for page in self._items if page - 1 not in near]:
            self.scene().removeItem(self._items.pop(page))
        for index in near:
            if index + 1 not in self._items:
                self._add_item(index + 1)
        middle = visible_pages(self._tops, self._heights, seen.top(), seen.center().y())
        page = max(middle.stop, 1)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self._rest.start()

    def _add_item(self, page: int) -> None:
        width, height = self._sizes[page - 1]
        item = PageItem(page, width, height)
        item.setPos(-width / 2, self._tops[page - 1])
        item.set_removed(self._removed.get(page, ""))
        if page in self._pictures:
            item.set_image(*self._pictures[page])
        self._items[page] = item
        self.scene().addItem(item)
        self._place_marks(page)

    def _ask_pictures(self) -> None:
        """Ask for what is missing; what is looked at is asked last, since it is served first."""
        wanted = sorted(self._items, key=lambda page: -abs(page - self._page))
        for page in wanted:
            width, height = self._sizes[page - 1]
            scale = self._scale() * self.devicePixelRatioF()
            scale = min(scale, (LARGEST / max(width * height, 1.0)) ** 0.5)
            if abs(self._items[page].image_scale - scale) > 0.01 * scale:
                self.picture_wanted.emit(page, scale)
            if page not in self._layouts:
                self.layout_wanted.emit(page)

    def _marks_on(self, page: int) -> list[Mark]:
        layout = self._layouts.get(page)
        if layout is None:
            return []
        return [
            Mark(mark.id, boxes, mark.decision, mark.signal)
            for span, mark in self._marks(page)
            if (boxes := mark.boxes or marks_of(layout, span))
        ]

    def _place_marks(self, page: int) -> None:
        if item := self._items.get(page):
            marks = [*self._areas.get(page, ()), *self._marks_on(page)]
            item.set_marks(marks, self._current)

    # --- selecting ------------------------------------------------------------------------

    def draw_areas(self, on: bool) -> None:
        """Whether dragging draws a rectangle instead of selecting text."""
        self._drawing_areas = on
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.IBeamCursor)

    def clear_selection(self) -> None:
        if self._selection is None:
            return
        self._selection = None
        for item in self._items.values():
            item.set_selection(())
        self.selected.emit(())

    def _page_at(self, position: QPoint) -> tuple[PageItem, QPointF] | None:
        place = self.mapToScene(position)
        for item in self._items.values():
            inside = item.mapFromScene(place)
            if item.boundingRect().contains(inside):
                return item, inside
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position().toPoint()
        self.clear_selection()
        self._anchor = None
        found = self._page_at(self._pressed)
        if found is None:
            return
        item, place = found
        if self._drawing_areas:
            self._area_from = (item.page, place)
            return
        layout = self._layouts.get(item.page)
        caret = caret_at(layout, place.x(), place.y()) if layout else None
        self._anchor = (item.page, caret) if caret else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        found = self._page_at(position)
        if self._area_from is not None:
            page, corner = self._area_from
            item = self._items.get(page)
            if item:
                here = item.mapFromScene(self.mapToScene(position))
                item.set_area(QRectF(corner, here).normalized())
            return
        if self._pressed is None or self._anchor is None or found is None:
            if found and not self._drawing_areas:
                over = found[0].mark_at(found[1].x(), found[1].y())
                self.viewport().setCursor(
                    Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
                )
            return
        if (position - self._pressed).manhattanLength() < 4:
            return
        item, place = found
        page, anchor = self._anchor
        layout = self._layouts.get(page)
        if item.page != page or layout is None:
            return
        caret = caret_at(layout, place.x(), place.y(), reach=400.0)
        if caret:
            self._select(page, spans_between(layout, anchor, caret))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._area_from is not None:
            self._end_area(event.position().toPoint())
        elif self._selection is not None:
            self.selected.emit(self._selection[1])
        elif self._pressed is not None and (found := self._page_at(self._pressed)):
            item, place = found
            if mention := item.mark_at(place.x(), place.y()):
                self.mark_clicked.emit(mention)
        self._pressed = None
        self._anchor = None

    def _end_area(self, position: QPoint) -> None:
        assert self._area_from is not None
        page, corner = self._area_from
        self._area_from = None
        item = self._items.get(page)
        if item is None:
            return
        item.set_area(None)
        here = item.mapFromScene(self.mapToScene(position))
        width, height = self._sizes[page - 1]
        area = QRectF(corner, here).normalized() & QRectF(0, 0, width, height)
        if area.width() > 3 and area.height() > 3:
            box: Box = (area.left(), area.top(), area.right(), area.bottom())
            self.area_drawn.emit(page, box)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word; who knows the text widens the character to its word."""
        found = self._page_at(event.position().toPoint())
        if found is None or self._drawing_areas:
            return
        item, place = found
        layout = self._layouts.get(item.page)
        caret = caret_at(layout, place.x(), place.y()) if layout else None
        if caret:
            self._pressed = None
            self.word_wanted.emit(item.page, Span(caret.flow, caret.index, caret.index + 1))

    word_wanted = Signal(int, object)
    """Page and span of one character, double-clicked."""

    def _select(self, page: int, spans: tuple[Span, ...]) -> None:
        self._selection = (page, spans)
        layout = self._layouts[page]
        boxes = [box for span in spans for box in marks_of(layout, span)]
        if item := self._items.get(page):
            item.set_selection(boxes)

    def select(self, page: int, spans: tuple[Span, ...]) -> None:
        """Select spans of a page, as if they had been dragged over."""
        if page in self._layouts:
            self._select(page, spans)
            self.selected.emit(spans)

    # --- events ---------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep())
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Escape:
                self.clear_selection()
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit_width:
            self.fit_width()
        self._scrolled()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fit_width:
            self.fit_width()
        self._scrolled()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.viewport().update()

    def set_desk(self, colour: str) -> None:
        """The colour around the pages."""
        self.setBackgroundBrush(QColor(colour))
