"""One page on the canvas: its picture, the mentions over it, the selection."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from redactor.formats.base import Box
from redactor.law.decisions import Decision
from redactor.ui.geometry import grips


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention as drawn over its page."""

    id: str
    boxes: tuple[Box, ...]
    decision: Decision
    signal: bool = False
    area: bool = False
    """Whether it is a rectangle of the page itself, and not the place of a text."""
    label: str = ""
    """What is written on the edge of an area."""
    audited: bool = False
    """Whether it is the highlight of an audit copy."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a decision looks on paper, which is white in every theme.

    Each has a line style of its own: the decision is never told by the colour alone.
    """

    fill: str
    line: str
    style: Qt.PenStyle


INKS = {
    Decision.OCCULT: Ink("#aab2bd", "#1a1d21", Qt.PenStyle.SolidLine),
    Decision.REVIEW: Ink("#ffd894", "#9a4a00", Qt.PenStyle.DashLine),
    Decision.KEEP: Ink("", "#17692f", Qt.PenStyle.DotLine),
    Decision.DISJOIN: Ink("#dccbff", "#6d28d9", Qt.PenStyle.DashDotLine),
}
SIGNAL_INK = Ink("#d9ecff", "#0b5cad", Qt.PenStyle.DotLine)
AUDIT_INK = Ink("#ffee58", "#8a6d00", Qt.PenStyle.SolidLine)
CURRENT = "#1d4ed8"
SELECTION = QColor(29, 78, 216, 60)
# Pixels of a handle's side, and of the letters on an area's edge.
HANDLE, LETTERS = 9, 11


class PageItem(QGraphicsItem):
    """A page in points, at its place in the scene."""

    def __init__(self, page: int, width: float, height: float) -> None:
        super().__init__()
        self.page = page
        self._rect = QRectF(0, 0, width, height)
        self._image: QImage | None = None
        self.image_scale = 0.0
        self._marks: Sequence[Mark] = ()
        self._current = ""
        self._selection: Sequence[Box] = ()
        self._area: QRectF | None = None
        self._removed = ""
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-12, -12, 12, 12)

    def set_image(self, image: QImage, scale: float) -> None:
        """Show a picture; until then the page is blank, or shows a smaller one stretched."""
        self._image = image
        self.image_scale = scale
        self.update()

    def set_marks(self, marks: Sequence[Mark], current: str) -> None:
        self._marks = marks
        self._current = current
        self.update()

    def set_selection(self, boxes: Sequence[Box]) -> None:
        self._selection = boxes
        self.update()

    def set_removed(self, ground: str) -> None:
        """The ground on which the page is disjoined; empty where it is not."""
        self._removed = ground
        self.update()

    def set_area(self, area: QRectF | None) -> None:
        """The rectangle being drawn, if any."""
        self._area = area
        self.update()

    def mark_at(self, x: float, y: float) -> str:
        """The id of the mention at a place; the smallest where several overlap."""
        hits = [
            ((box[2] - box[0]) * (box[3] - box[1]), mark.id)
            for mark in self._marks
            for box in mark.boxes
            if box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1
        ]
        return min(hits)[1] if hits else ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option, widget
        painter.setPen(QPen(QColor("#8d949d"), 0))
        painter.fillRect(self._rect, Qt.GlobalColor.white)
        painter.drawRect(self._rect)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._rect, self._image)
        for mark in self._marks:
            (_draw_area if mark.area else _draw_mark)(painter, mark)
        for mark in self._marks:
            if mark.id == self._current:
                _draw_current(painter, mark)
                if mark.area:
                    _draw_handles(painter, mark.boxes[0])
        for box in self._selection:
            painter.fillRect(_rect(box), SELECTION)
        if self._removed:
            _draw_removed(painter, self._rect, self._removed)
        if self._area is not None:
            painter.setPen(_cosmetic(CURRENT, 2, Qt.PenStyle.DashLine))
            painter.drawRect(self._area)


def _rect(box: Box) -> QRectF:
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


@cache
def _cosmetic(colour: str, width: float, style: Qt.PenStyle) -> QPen:
    pen = QPen(QColor(colour), width, style)
    pen.setCosmetic(True)
    return pen


def _draw_mark(painter: QPainter, mark: Mark) -> None:
    ink = SIGNAL_INK if mark.signal and mark.decision is Decision.REVIEW else INKS[mark.decision]
    for box in mark.boxes:
        rect = _rect(box)
        if ink.fill:
            # Multiplied, the letters stay as black as they were.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(rect, _colour(ink.fill))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(_cosmetic(ink.line, 1.4, ink.style))
        if mark.decision is Decision.KEEP or mark.signal:
            painter.drawLine(QLineF(rect.bottomLeft(), rect.bottomRight()))
        else:
            painter.drawRect(rect)


def _draw_area(painter: QPainter, mark: Mark) -> None:
    """What goes is filled and framed; what waits is hatched, dashed and bears a question mark;
    what was turned down is a dotted line. What is under it stays legible."""
    ink = INKS[mark.decision]
    rect = _rect(mark.boxes[0])
    if ink.fill:
        waits = mark.decision is Decision.REVIEW
        brush = QBrush(QColor(ink.line if waits else ink.fill))
        if waits:
            brush.setStyle(Qt.BrushStyle.BDiagPattern)
            brush.setTransform(painter.transform().inverted()[0])
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(rect, brush)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(_cosmetic(ink.line, 2, ink.style))
    painter.drawRect(rect)
    if mark.label:
        _draw_label(painter, rect, mark.label, ink.line)


def _draw_label(painter: QPainter, rect: QRectF, text: str, colour: str) -> None:
    """White on the colour of the edge, above it, of one size whatever the zoom."""
    painter.save()
    font = painter.font()
    font.setPixelSize(LETTERS)
    metrics = QFontMetricsF(font)
    corner = painter.transform().map(rect.topLeft())
    painter.resetTransform()
    painter.setFont(font)
    width = metrics.horizontalAdvance(text) + 10
    tag = QRectF(corner.x(), corner.y() - LETTERS - 6, width, LETTERS + 6)
    painter.fillRect(tag, QColor(colour))
    painter.setPen(QColor("white"))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _draw_handles(painter: QPainter, box: Box) -> None:
    """Squares of one size whatever the zoom, at the corners and in the middle of the sides."""
    painter.save()
    places = [painter.transform().map(QPointF(*place)) for place in grips(box).values()]
    painter.resetTransform()
    painter.setPen(QPen(QColor(CURRENT), 1.5))
    painter.setBrush(Qt.GlobalColor.white)
    for place in places:
        square = QRectF(0, 0, HANDLE, HANDLE)
        square.moveCenter(place)
        painter.drawRect(square)
    painter.restore()


def _draw_removed(painter: QPainter, page: QRectF, ground: str) -> None:
    """Hatched in the colour of what is disjoined, with its ground above: the text stays legible."""
    ink = INKS[Decision.DISJOIN]
    hatch = QColor(ink.line)
    hatch.setAlpha(90)
    painter.fillRect(page, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    painter.setPen(_cosmetic(ink.line, 3, Qt.PenStyle.SolidLine))
    painter.drawRect(page)
    band = QRectF(page.left(), page.top(), page.width(), 26)
    painter.fillRect(band, QColor(ink.line))
    painter.setPen(QColor("white"))
    font = painter.font()
    font.setPixelSize(13)
    painter.setFont(font)
    text = QCoreApplication.translate("PageItem", "Page disjointe : {ground}").format(ground=ground)
    painter.drawText(band.adjusted(10, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter, text)


def _draw_current(painter: QPainter, mark: Mark) -> None:
    painter.setPen(_cosmetic(CURRENT, 2.6, Qt.PenStyle.SolidLine))
    for box in mark.boxes:
        painter.drawRoundedRect(_rect(box).adjusted(-2.5, -2.5, 2.5, 2.5), 2.5, 2.5)
