"""A document without pages of its own, laid out readably, with the mentions over it.

Blocks are laid out when they come into view, so that a report of three hundred pages shows its
first screen at once; the rest is measured a few milliseconds at a time, to settle the scroll
bar.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from time import perf_counter

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
from redactor.ui.block_layout import BlockLayout, Measures, lay_out
from redactor.ui.blocks import Block
from redactor.ui.page_item import CURRENT, INKS, SELECTION, SIGNAL_INK, Mark

# Seconds spent at once in measuring blocks that are not seen.
SLICE = 0.006
WIDEST = 860
MARGIN = 18
PADDING = 48

Place = tuple[int, int, int]
"""Block, piece in the block, character in the piece."""


def _no_marks(flow: str) -> Sequence[tuple[Span, Mark]]:
    del flow
    return ()


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
        self._blocks: Sequence[Block] = ()
        self._where: dict[str, list[int]] = {}
        self._layouts: dict[int, BlockLayout] = {}
        self._heights: list[float] = []
        self._tops: list[float] = []
        self._measured = 0
        self._marks: Callable[[str], Sequence[tuple[Span, Mark]]] = _no_marks
        self._current = ""
        self._anchor: Place | None = None
        self._selection: tuple[Place, Place] | None = None
        self._moved = False
        self._zoom = 1.0
        self._desk = QColor("#dfe2e6")
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_some)

    # --- the document ---------------------------------------------------------------------

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._where = {}
        for index, block in enumerate(blocks):
            for piece in block.pieces:
                self._where.setdefault(piece.flow, []).append(index)
        self._selection = None
        self.verticalScrollBar().setValue(0)
        self._restart()

    def append_blocks(self, blocks: Sequence[Block]) -> None:
        """More of the same document, read meanwhile."""
        at = len(self._blocks)
        self._blocks = [*self._blocks, *blocks]
        for index, block in enumerate(blocks, at):
            for piece in block.pieces:
                self._where.setdefault(piece.flow, []).append(index)
        measures = self._measures()
        self._heights += [measures.estimate(block) for block in blocks]
        self._stack()
        self._idle.start()

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
        self._desk = QColor(colour)
        self.viewport().update()

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, 0.5), 4.0)
        self._restart()
        self.zoom_changed.emit(self._zoom)

    def zoom_in(self) -> None:
        self.set_zoom(self._zoom * 1.1)

    def zoom_out(self) -> None:
        self.set_zoom(self._zoom / 1.1)

    def clear_selection(self) -> None:
        if self._selection is not None:
            self._selection = None
            self.viewport().update()
            self.selected.emit(())

    def select(self, span: Span) -> None:
        """Select a span, as if it had been dragged over."""
        first, last = self._place(span.flow, span.start), self._place(span.flow, span.end - 1)
        if first and last:
            self._selection = (first, last)
            self.viewport().update()
            self.selected.emit(self._selected_spans())

    # --- measures -------------------------------------------------------------------------

    def _sheet(self) -> QRectF:
        """The sheet of paper: its left and width in the viewport."""
        room = self.viewport().width() - 2 * MARGIN
        width = min(max(room, 240), WIDEST * self._zoom)
        return QRectF(max((self.viewport().width() - width) / 2, MARGIN), 0, width, 0)

    def _measures(self) -> Measures:
        return Measures(self.font(), self._zoom, self._sheet().width() - 2 * PADDING)

    def _restart(self) -> None:
        self._layouts.clear()
        self._measured = 0
        measures = self._measures()
        self._heights = [measures.estimate(block) for block in self._blocks]
        self._stack()
        self._idle.start()
        self.viewport().update()

    def _stack(self) -> None:
        self._tops = list(accumulate(self._heights, initial=float(PADDING)))
        bottom = self._tops[-1] + PADDING
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, round(bottom) + 2 * MARGIN - self.viewport().height()))

    def _laid_out(self, index: int) -> BlockLayout:
        layout = self._layouts.get(index)
        if layout is None:
            if len(self._layouts) > 800:
                self._layouts.clear()
            layout = lay_out(self._blocks[index], self._measures())
            self._layouts[index] = layout
        return layout

    def _settle(self, indices: range) -> None:
        """Lay out blocks and put right what was estimated, holding what is seen in place."""
        changed = False
        held = self._first_seen()
        offset = self._tops[held] - self.verticalScrollBar().value() if self._blocks else 0.0
        for index in indices:
            height = self._laid_out(index).height
            if abs(height - self._heights[index]) > 0.5:
                self._heights[index] = height
                changed = True
        if changed:
            self._stack()
            self.verticalScrollBar().setValue(round(self._tops[held] - offset))

    def _first_seen(self) -> int:
        top = self.verticalScrollBar().value() - MARGIN
        return max(min(bisect_right(self._tops, top) - 1, len(self._blocks) - 1), 0)

    def _seen(self) -> range:
        top = self.verticalScrollBar().value() - MARGIN
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(self._first_seen(), min(last, len(self._blocks)))

    def _measure_some(self) -> None:
        until = perf_counter() + SLICE
        measures = self._measures()
        changed = False
        held = self._first_seen()
        offset = self._tops[held] - self.verticalScrollBar().value() if self._blocks else 0.0
        while self._measured < len(self._blocks) and perf_counter() < until:
            index = self._measured
            layout = self._layouts.get(index) or lay_out(self._blocks[index], measures)
            if abs(layout.height - self._heights[index]) > 0.5:
                self._heights[index] = layout.height
                changed = True
            self._measured += 1
        if changed:
            self._stack()
            self.verticalScrollBar().setValue(round(self._tops[held] - offset))
        if self._measured >= len(self._blocks):
            self._idle.stop()
            self.viewport().update()

    # --- places ---------------------------------------------------------------------------

    def _place(self, flow: str, character: int) -> Place | None:
        for index in self._where.get(flow, ()):
            for number, piece in enumerate(self._blocks[index].pieces):
                if piece.flow == flow and piece.start <= character < max(piece.end, 1):
                    return index, number, character - piece.start
        return None

    def _reveal(self, span: Span) -> None:
        place = self._place(span.flow, span.start)
        if place is None:
            return
        index, number, character = place
        # Twice: the first jump lands on estimates, which laying out then puts right.
        for _ in range(2):
            self._settle(range(max(index - 2, 0), min(index + 2, len(self._blocks))))
            rects = self._laid_out(index).rects(number, character, character + 1)
            top = self._tops[index] + MARGIN + (rects[0].top() if rects else 0.0)
            bar = self.verticalScrollBar()
            height = self.viewport().height()
            if not bar.value() + 40 <= top <= bar.value() + height - 80:
                bar.setValue(round(top - height / 3))
            self._settle(self._seen())

    def _at(self, point: QPointF) -> Place | None:
        if not self._blocks:
            return None
        y = point.y() + self.verticalScrollBar().value() - MARGIN
        index = max(min(bisect_right(self._tops, y) - 1, len(self._blocks) - 1), 0)
        x = point.x() - self._sheet().left() - PADDING
        found = self._laid_out(index).hit(QPointF(x, y - self._tops[index]))
        return (index, *found) if found else None

    def _mark_at(self, point: QPointF) -> str:
        place = self._at(point)
        if place is None:
            return ""
        piece = self._blocks[place[0]].pieces[place[1]]
        character = piece.start + place[2]
        hits = [
            (span.end - span.start, mark.id)
            for span, mark in self._marks(piece.flow)
            if span.start <= character < span.end
        ]
        return min(hits)[1] if hits else ""

    def _selected_spans(self) -> tuple[Span, ...]:
        if self._selection is None:
            return ()
        first, last = sorted(self._selection)
        ranges: dict[str, tuple[int, int]] = {}
        for index in range(first[0], last[0] + 1):
            for number, piece in enumerate(self._blocks[index].pieces):
                if (index, number) < first[:2] or (index, number) > last[:2]:
                    continue
                start = piece.start + (first[2] if (index, number) == first[:2] else 0)
                end = piece.start + last[2] + 1 if (index, number) == last[:2] else piece.end
                end = min(end, piece.end)
                if start < end:
                    low, high = ranges.get(piece.flow, (start, end))
                    ranges[piece.flow] = (min(low, start), max(high, end))
        return tuple(Span(flow, start, end) for flow, (start, end) in ranges.items())

    # --- drawing --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._desk)
        if not self._blocks:
            return
        self._settle(self._seen())
        sheet = self._sheet()
        scroll = self.verticalScrollBar().value()
        paper = QRectF(sheet.left(), MARGIN - scroll, sheet.width(), self._tops[-1] + PADDING)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.setPen(QColor("#8d949d"))
        painter.drawRect(paper)
        selection = sorted(self._selection) if self._selection else None
        for index in self._seen():
            origin = QPointF(sheet.left() + PADDING, self._tops[index] + MARGIN - scroll)
            self._paint_block(painter, index, origin, selection)

    def _paint_block(
        self, painter: QPainter, index: int, origin: QPointF, selection: list[Place] | None
    ) -> None:
        block, layout = self._blocks[index], self._laid_out(index)
        layout.draw_frame(painter, origin)
        for number, piece in enumerate(block.pieces):
            for span, mark in self._marks(piece.flow):
                start, end = max(span.start, piece.start), min(span.end, piece.end)
                if start < end:
                    rects = layout.rects(number, start - piece.start, end - piece.start)
                    self._paint_mark(painter, mark, [rect.translated(origin) for rect in rects])
            if selection and selection[0][:2] <= (index, number) <= selection[1][:2]:
                first, last = selection
                start = first[2] if (index, number) == first[:2] else 0
                end = last[2] + 1 if (index, number) == last[:2] else len(piece.text)
                for rect in layout.rects(number, start, min(end, len(piece.text))):
                    painter.fillRect(rect.translated(origin), SELECTION)
        layout.draw_text(painter, origin)

    def _paint_mark(self, painter: QPainter, mark: Mark, rects: list[QRectF]) -> None:
        signal = mark.signal and mark.decision is Decision.REVIEW
        ink = SIGNAL_INK if signal else INKS[mark.decision]
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
            held = self._first_seen()
            offset = self._tops[held] - self.verticalScrollBar().value() if self._blocks else 0.0
            self._restart()
            if self._blocks:
                self.verticalScrollBar().setValue(round(self._tops[held] - offset))
        else:
            self._stack()

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
            self.selected.emit(self._selected_spans())
        elif self._anchor and (mention := self._mark_at(event.position())):
            self.mark_clicked.emit(mention)
        self._anchor = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place:
            piece = self._blocks[place[0]].pieces[place[1]]
            character = min(piece.start + place[2], piece.end - 1)
            if character >= piece.start:
                self.word_wanted.emit(Span(piece.flow, character, character + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep())
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + bar.singleStep())
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - bar.singleStep())
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Escape:
                self.clear_selection()
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            else:
                self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()
