"""A document without pages of its own, laid out readably, with the mentions over it.

Blocks are laid out when they come into view, so that a report of three hundred pages shows its
first screen at once; the rest is measured a few milliseconds at a time, to settle the scroll
bar.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from redactor.law.decisions import Decision
from redactor.text.flow import Span
from redactor.ui.block_layout import Measures
from redactor.ui.block_stack import BlockStack, Place
from redactor.ui.blocks import Block
from redactor.ui.page_item import AUDIT_INK, CURRENT, INKS, SELECTION, SIGNAL_INK, Mark
from redactor.ui.page_marks import no_marks
from redactor.ui.scroll_keys import scroll_by_key, zoom_by_wheel

# Seconds spent at once in measuring blocks that are not seen.
SLICE = 0.006
WIDEST = 860
MARGIN = 18
PADDING = 48
# Pixels of the column of comments, at most.
NOTES = 230


class FlowView(QAbstractScrollArea):
    """Shows blocks; selects text; knows nothing of formats."""

    mark_clicked = Signal(str)
    selected = Signal(object)
    word_wanted = Signal(object)
    """Span of one character, double-clicked."""
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Texte du document"))
        self.setAccessibleDescription(
            self.tr("Les mentions sont aussi dans la liste, qui porte toutes les actions.")
        )
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._stack = BlockStack(PADDING)
        self._next = BlockStack(PADDING)
        """The same document with what was read since, while it is put together."""
        self._marks: Callable[[str], Sequence[tuple[Span, Mark]]] = no_marks
        self._current = ""
        self._anchor: Place | None = None
        self._selection: tuple[Place, Place] | None = None
        self._moved = False
        self._zoom = 1.0
        self._has_margin = self._next_has_margin = False
        self._desk = QColor("#dfe2e6")
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_some)

    # --- the document ---------------------------------------------------------------------

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show a document from its top."""
        self._selection = self._anchor = None
        self._has_margin = False
        self._stack = BlockStack(PADDING)
        self.append_blocks(blocks)
        self.verticalScrollBar().setValue(0)

    def append_blocks(self, blocks: Sequence[Block]) -> None:
        """More of the same document, at its end."""
        had, self._has_margin = self._has_margin, self._has_margin or _has_margin(blocks)
        self._stack.append(blocks, self._measures(self._has_margin))
        self._fit_bar()
        if had != self._has_margin:
            self._measure_again()
        self._idle.start()
        self.viewport().update()

    def begin_again(self) -> None:
        """The same document will be given again, with more in it: `prepare_blocks`, then
        `place_again`."""
        self._next = BlockStack(PADDING)
        self._next_has_margin = False

    def prepare_blocks(self, blocks: Sequence[Block]) -> None:
        """More of what `place_again` will show."""
        had = self._next_has_margin
        self._next_has_margin = had or _has_margin(blocks)
        measures = self._measures(self._next_has_margin)
        self._next.append(blocks, measures)
        if had != self._next_has_margin:
            self._next.measure_again(measures)

    def place_again(self) -> None:
        """Show what was prepared, where the document was; what is selected stays so."""
        held = self._held()
        chosen = [self._stack.character(place) for place in self._selection or ()]
        anchor = self._stack.character(self._anchor) if self._anchor else None
        self._has_margin = self._next_has_margin
        self._stack, self._next = self._next, BlockStack(PADDING)
        self._fit_bar()
        place = self._stack.place(*held[0]) if held else None
        top = self._stack.top(place[0]) - held[1] if held and place else 0
        self.verticalScrollBar().setValue(round(top))
        places = [place for each in chosen if (place := self._stack.place(*each))]
        self._selection = (places[0], places[1]) if len(places) > 1 else None
        self._anchor = self._stack.place(*anchor) if anchor else None
        self._idle.start()
        self.viewport().update()

    @property
    def top_place(self) -> tuple[str, int] | None:
        """The flow that is seen first, and the character of it with which its block begins."""
        held = self._held()
        return held[0] if held else None

    def show_top(self, flow: str, character: int) -> None:
        """Bring a flow to the top, where it is shown."""
        place = self._stack.place(flow, character)
        if place is not None:
            self._settle(range(place[0], min(place[0] + 2, len(self._stack))))
            self.verticalScrollBar().setValue(round(self._stack.top(place[0])))

    def _held(self) -> tuple[tuple[str, int], float] | None:
        """The first character seen, and how far above the top its block begins."""
        for index in self._seen() if len(self._stack) else ():
            for piece in self._stack.blocks[index].pieces:
                offset = self._stack.top(index) - self.verticalScrollBar().value()
                return (piece.flow, piece.start), offset
        return None

    def set_marks(self, marks: Callable[[str], Sequence[tuple[Span, Mark]]]) -> None:
        """Where the mentions of a flow are to be had; only those of flows seen are asked for."""
        self._marks = marks
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Mentions changed."""
        self.viewport().update()

    def set_current(self, mention: str, span: Span | None) -> None:
        """Outline a mention and bring it into view."""
        self._current = mention
        if span is not None:
            self._reveal(span)
        self.viewport().update()

    def set_desk(self, colour: str) -> None:
        """The colour around the sheet."""
        self._desk = QColor(colour)
        self.viewport().update()

    # --- zoom -----------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, 0.5), 4.0)
        self._measure_again()
        self.zoom_changed.emit(self._zoom)

    def zoom_in(self) -> None:
        self.set_zoom(self._zoom * 1.1)

    def zoom_out(self) -> None:
        self.set_zoom(self._zoom / 1.1)

    # --- measures -------------------------------------------------------------------------

    def _sheet(self) -> QRectF:
        """The sheet of paper: its left and width in the viewport."""
        width = self._width(self._has_margin)
        return QRectF(max((self.viewport().width() - width) / 2, MARGIN), 0, width, 0)

    def _width(self, has_margin: bool) -> float:
        room = self.viewport().width() - 2 * MARGIN
        widest = WIDEST + (NOTES if has_margin else 0)
        return min(max(room, 240), widest * self._zoom)

    def _measures(self, has_margin: bool) -> Measures:
        inside = self._width(has_margin) - 2 * PADDING
        if not has_margin:
            return Measures(self.font(), self._zoom, inside)
        # The comments stand in what was the right margin of the sheet, and some more.
        notes = min(NOTES * self._zoom, 0.34 * inside)
        return Measures(self.font(), self._zoom, inside + 0.7 * PADDING - notes, notes)

    def _fit_bar(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bottom = round(self._stack.bottom) + 2 * MARGIN
        bar.setRange(0, max(0, bottom - self.viewport().height()))

    @contextmanager
    def _holding(self) -> Iterator[None]:
        """Hold what is seen in place while what stands above it changes its height."""
        held = self._seen().start
        offset = self._stack.top(held) - self.verticalScrollBar().value()
        yield
        self._fit_bar()
        self.verticalScrollBar().setValue(round(self._stack.top(held) - offset))

    def _measure_again(self) -> None:
        with self._holding():
            self._stack.measure_again(self._measures(self._has_margin))
        self._next.measure_again(self._measures(self._next_has_margin))
        self._idle.start()
        self.viewport().update()

    def _settle(self, indices: Iterable[int]) -> None:
        with self._holding():
            self._stack.settle(indices)

    def _measure_some(self) -> None:
        with self._holding():
            self._stack.settle_some(SLICE)
        if self._stack.settled:
            self._idle.stop()
            self.viewport().update()

    def _seen(self) -> range:
        top = self.verticalScrollBar().value() - MARGIN
        return self._stack.between(top, top + self.viewport().height())

    # --- places ---------------------------------------------------------------------------

    def _reveal(self, span: Span) -> None:
        place = self._stack.place(span.flow, span.start)
        if place is None:
            return
        index, number, character = place
        # Twice: the first jump lands on estimates, which laying out then puts right.
        for _ in range(2):
            self._settle(range(max(index - 2, 0), min(index + 2, len(self._stack))))
            rects = self._stack.layout(index).rects(number, character, character + 1)
            top = self._stack.top(index) + MARGIN + (rects[0].top() if rects else 0.0)
            bar = self.verticalScrollBar()
            height = self.viewport().height()
            if not bar.value() + 40 <= top <= bar.value() + height - 80:
                bar.setValue(round(top - height / 3))
            self._settle(self._seen())

    def _at(self, point: QPointF) -> Place | None:
        if not len(self._stack):
            return None
        y = point.y() + self.verticalScrollBar().value() - MARGIN
        x = point.x() - self._sheet().left() - PADDING
        index = self._stack.at(y)
        found = self._stack.layout(index).hit(QPointF(x, y - self._stack.top(index)))
        return (index, *found) if found else None

    def _mark_at(self, point: QPointF) -> str:
        place = self._at(point)
        if place is None:
            return ""
        piece = self._stack.blocks[place[0]].pieces[place[1]]
        character = piece.start + place[2]
        hits = [
            (span.end - span.start, mark.id)
            for span, mark in self._marks(piece.flow)
            if span.start <= character < span.end
        ]
        return min(hits)[1] if hits else ""

    # --- selecting ------------------------------------------------------------------------

    def clear_selection(self) -> None:
        if self._selection is not None:
            self._selection = None
            self.viewport().update()
            self.selected.emit(())

    def select(self, span: Span) -> None:
        """Select a span, as if it had been dragged over."""
        first = self._stack.place(span.flow, span.start)
        last = self._stack.place(span.flow, span.end - 1)
        if first and last:
            self._selection = (first, last)
            self.viewport().update()
            self.selected.emit(self._stack.spans(first, last))

    # --- drawing --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._desk)
        if not len(self._stack):
            return
        self._settle(self._seen())
        sheet = self._sheet()
        scroll = self.verticalScrollBar().value()
        paper = QRectF(sheet.left(), MARGIN - scroll, sheet.width(), self._stack.bottom)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.setPen(QColor("#8d949d"))
        painter.drawRect(paper)
        for index in self._seen():
            top = self._stack.top(index) + MARGIN - scroll
            self._paint_block(painter, index, QPointF(sheet.left() + PADDING, top))

    def _paint_block(self, painter: QPainter, index: int, origin: QPointF) -> None:
        block, layout = self._stack.blocks[index], self._stack.layout(index)
        layout.draw_frame(painter, origin)
        for number, piece in enumerate(block.pieces):
            for span, mark in self._marks(piece.flow):
                start, end = max(span.start, piece.start), min(span.end, piece.end)
                if start < end:
                    rects = layout.rects(number, start - piece.start, end - piece.start)
                    self._paint_mark(painter, mark, [rect.translated(origin) for rect in rects])
            start, end = self._selected_in(index, number, len(piece.text))
            for rect in layout.rects(number, start, end) if start < end else ():
                painter.fillRect(rect.translated(origin), SELECTION)
        layout.draw_text(painter, origin)

    def _selected_in(self, index: int, number: int, length: int) -> tuple[int, int]:
        """The characters of a piece that are selected; equal where none is."""
        if self._selection is None:
            return 0, 0
        first, last = sorted(self._selection)
        if not self._stack.selects((index, number), first, last):
            return 0, 0
        start = first[2] if (index, number) == first[:2] else 0
        end = last[2] + 1 if (index, number) == last[:2] else length
        return start, min(end, length)

    def _paint_mark(self, painter: QPainter, mark: Mark, rects: list[QRectF]) -> None:
        signal = mark.signal and mark.decision is Decision.REVIEW
        ink = AUDIT_INK if mark.audited else SIGNAL_INK if signal else INKS[mark.decision]
        for rect in rects:
            if ink.fill:
                painter.fillRect(rect, QColor(ink.fill))
            painter.setPen(QPen(QColor(ink.line), 1.4, ink.style))
            if mark.decision is Decision.KEEP or mark.signal:
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            else:
                painter.drawRect(rect)
            if mark.id == self._current:
                painter.setPen(QPen(QColor(CURRENT), 2.4))
                painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 3, 3)

    # --- events ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure_again()
        else:
            self._fit_bar()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clear_selection()
            self._moved = False
            self._anchor = self._at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self._mark_at(event.position())
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            )
            return
        place = self._at(event.position())
        if place and place != self._anchor:
            self._moved = True
        if place and self._moved:
            self._selection = (self._anchor, place)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._moved and self._selection:
            self.selected.emit(self._stack.spans(*self._selection))
        elif self._anchor and (mention := self._mark_at(event.position())):
            self.mark_clicked.emit(mention)
        self._anchor = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place:
            piece = self._stack.blocks[place[0]].pieces[place[1]]
            character = min(piece.start + place[2], piece.end - 1)
            if character >= piece.start:
                self.word_wanted.emit(Span(piece.flow, character, character + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if scroll_by_key(event, self.verticalScrollBar()):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clear_selection()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zoom_by_wheel(event, self.zoom_in, self.zoom_out):
            super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()


def _has_margin(blocks: Iterable[Block]) -> bool:
    return any(block.margin for block in blocks)
