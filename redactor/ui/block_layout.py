"""One block laid out at a width: its height, where its characters are, how it is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from redactor.ui.blocks import Block, Piece, Style, code_point, utf16
from redactor.ui.words import channel_name

INK = QColor("#1a1d21")
FAINT = QColor("#5a616b")
RULE = QColor("#c9ced5")
CELL = 7.0
# Between the text and the column of comments.
GUTTER = 14.0
NOTE = QColor("#eef1f5")
STRUCK, NEW = "#a3231b", "#17692f"


class Measures:
    """The fonts and distances of a view: its font, its zoom, the width of its text."""

    def __init__(self, font: QFont, zoom: float, width: float, margin: float = 0.0) -> None:
        """`margin`: the width of the column of comments, to the right of the text."""
        self.width = width
        self.margin = margin
        self._size = max(font.pointSizeF(), 9.0) * 1.1 * zoom
        self._font = QFont(font)
        self._fonts: dict[tuple[Style, int], QFont] = {}
        self.line = QFontMetricsF(self.font(Style.PARAGRAPH)).lineSpacing()
        self.letter = max(QFontMetricsF(self.font(Style.PARAGRAPH)).averageCharWidth(), 1.0)

    def font(self, style: Style, level: int = 0) -> QFont:
        key = (style, level)
        if key not in self._fonts:
            self._fonts[key] = self._make(style, level)
        return self._fonts[key]

    def _make(self, style: Style, level: int) -> QFont:
        if style is Style.BEFORE:
            return self.small()
        if style is Style.SOURCE:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPointSizeF(self._size * 0.95)
            return font
        font = QFont(self._font)
        scale = {Style.HEADING: max(1.55 - 0.15 * max(level, 1), 1.1), Style.TITLE: 1.15}
        font.setPointSizeF(self._size * scale.get(style, 1.0))
        font.setBold(style in (Style.HEADING, Style.TITLE))
        return font

    def small(self) -> QFont:
        font = QFont(self._font)
        font.setPointSizeF(self._size * 0.8)
        return font

    def spacing(self, block: Block) -> tuple[float, float]:
        """The space above and below a block."""
        match block.style:
            case Style.HEADING:
                return 0.9 * self.line, 0.35 * self.line
            case Style.TITLE:
                return 1.4 * self.line, 0.4 * self.line
            case Style.ROW:
                return CELL, CELL
            case Style.SOURCE:
                return 0.0, 0.0
            case Style.ASIDE | Style.HIDDEN if block.first:
                return 1.1 * self.line, 0.45 * self.line
            case Style.BEFORE:
                return 0.9 * self.line, 0.6 * self.line
        return 0.0, 0.5 * self.line

    def indent(self, block: Block) -> float:
        if block.style is Style.BEFORE:
            return self.line
        return 1.6 * self.line * (block.level + 1) if block.style is Style.ITEM else 0.0

    def estimate(self, block: Block) -> float:
        """The likely height of a block that is not laid out yet."""
        above, below = self.spacing(block)
        columns = max(block.columns, 1)
        per_line = max((self.width / columns) / self.letter, 4.0)
        lines = max((len(piece.text) // per_line + 1 for piece in block.pieces), default=1)
        return above + lines * self.line + below


@dataclass(slots=True)
class _Laid:
    layout: QTextLayout
    origin: QPointF
    text: str


class BlockLayout:
    """A block at a width."""

    def __init__(self, block: Block, measures: Measures) -> None:
        self._block = block
        self._measures = measures
        self._laid: list[_Laid] = []
        self.height = 0.0

    def add(self, layout: QTextLayout, origin: QPointF, text: str) -> None:
        self._laid.append(_Laid(layout, origin, text))

    def rects(self, piece: int, start: int, end: int) -> list[QRectF]:
        """Where characters of a piece are: one rectangle a line."""
        laid = self._laid[piece]
        first, last = utf16(laid.text, start), utf16(laid.text, end)
        found: list[QRectF] = []
        for number in range(laid.layout.lineCount()):
            line = laid.layout.lineAt(number)
            low = max(first, line.textStart())
            high = min(last, line.textStart() + line.textLength())
            if low < high:
                x0, x1 = _x(line.cursorToX(low)), _x(line.cursorToX(high))
                rect = QRectF(min(x0, x1), line.y(), abs(x1 - x0), line.height())
                found.append(rect.translated(laid.origin))
        return found

    def hit(self, point: QPointF) -> tuple[int, int] | None:
        """The piece and the character nearest to a place."""
        if not self._laid:
            return None
        inside = len(self._laid) - self._block.margin
        if self._block.margin and point.x() > self._measures.width + GUTTER / 2:
            # One comment under the other: the last that begins above the place.
            above = [n for n in range(inside, len(self._laid)) if self._top(n) <= point.y()]
            piece = max(above, default=inside)
        elif self._block.style is Style.ROW:
            piece = min(range(inside), key=lambda n: abs(self._middle(n) - point.x()))
        else:
            piece = 0
        return self._hit(piece, point)

    def _top(self, piece: int) -> float:
        return self._laid[piece].origin.y()

    def _middle(self, piece: int) -> float:
        laid = self._laid[piece]
        return laid.layout.boundingRect().center().x() + laid.origin.x()

    def _hit(self, piece: int, point: QPointF) -> tuple[int, int] | None:
        laid = self._laid[piece]
        inside = point - laid.origin
        count = laid.layout.lineCount()
        if not count or not laid.text:
            return None
        chosen = laid.layout.lineAt(count - 1)
        for number in range(count):
            line = laid.layout.lineAt(number)
            if inside.y() < line.y() + line.height():
                chosen = line
                break
        units = chosen.xToCursor(inside.x(), chosen.CursorPosition.CursorOnCharacter)
        return piece, min(code_point(laid.text, units), len(laid.text) - 1)

    def draw_frame(self, painter: QPainter, origin: QPointF) -> None:
        """What stands around the text: rules of a table, the name of a place."""
        block, measures = self._block, self._measures
        for number in range(len(self._laid) - block.margin, len(self._laid)):
            self._draw_note(painter, origin, self._laid[number])
        if block.style is Style.ROW:
            painter.setPen(RULE)
            step = measures.width / block.columns
            box = QRectF(origin.x(), origin.y(), measures.width, self.height)
            painter.drawRect(box)
            for column in range(1, block.columns):
                x = origin.x() + column * step
                painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            return
        painter.setPen(FAINT)
        if block.style is Style.TITLE:
            painter.setFont(measures.font(Style.TITLE))
            painter.setPen(INK)
            metrics = QFontMetricsF(painter.font())
            above, _ = measures.spacing(block)
            title = QCoreApplication.translate("FlowView", "{channel} ({count})").format(
                channel=channel_name(block.channel), count=block.level
            )
            painter.drawText(QPointF(origin.x(), origin.y() + above + metrics.ascent()), title)
            painter.setPen(RULE)
            y = origin.y() + 0.5 * above
            painter.drawLine(QPointF(origin.x(), y), QPointF(origin.x() + measures.width, y))
        elif block.style is Style.BEFORE:
            painter.setFont(measures.small())
            label = QCoreApplication.translate("FlowView", "Avant la modification suivie :")
            ascent = QFontMetricsF(painter.font()).ascent()
            x = origin.x() + measures.indent(block)
            painter.drawText(QPointF(x, origin.y() + ascent), label)
            painter.setPen(QPen(QColor(STRUCK), 2))
            x -= 0.4 * measures.line
            painter.drawLine(
                QPointF(x, origin.y()), QPointF(x, origin.y() + self.height - 0.5 * measures.line)
            )
        elif block.style in (Style.ASIDE, Style.HIDDEN) and block.first:
            painter.setFont(measures.small())
            label = block.label or channel_name(block.channel)
            metrics = QFontMetricsF(painter.font())
            label = metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, measures.width)
            painter.drawText(QPointF(origin.x(), origin.y() + metrics.ascent() + 1), label)
        elif block.style is Style.ITEM:
            painter.setFont(measures.font(Style.PARAGRAPH))
            x = origin.x() + measures.indent(block) - 0.9 * measures.line
            ascent = QFontMetricsF(painter.font()).ascent()
            painter.drawText(QPointF(x, origin.y() + ascent), "•")

    def _draw_note(self, painter: QPainter, origin: QPointF, note: _Laid) -> None:
        """The box of a comment, with what it is."""
        measures = self._measures
        painter.setFont(measures.small())
        label = QFontMetricsF(painter.font()).lineSpacing()
        text = note.layout.boundingRect()
        box = QRectF(
            measures.width + GUTTER,
            note.origin.y() - label - 2,
            measures.margin - GUTTER,
            label + text.height() + 6,
        ).translated(origin)
        painter.fillRect(box, NOTE)
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), FAINT)
        painter.setPen(FAINT)
        painter.drawText(
            QPointF(box.left() + CELL + 2, box.top() + label - 3),
            QCoreApplication.translate("FlowView", "Commentaire"),
        )

    def draw_text(self, painter: QPainter, origin: QPointF) -> None:
        painter.setPen(INK)
        for laid in self._laid:
            laid.layout.draw(painter, origin + laid.origin)


def _x(value: object) -> float:
    """PySide gives the pair (x, cursor) where C++ gives x."""
    return float(value[0]) if isinstance(value, tuple) else float(value)  # type: ignore[arg-type]


def lay_out(block: Block, measures: Measures) -> BlockLayout:
    """Lay out a block. A few tens of microseconds for a paragraph."""
    result = BlockLayout(block, measures)
    above, below = measures.spacing(block)
    tallest = measures.line if block.style is not Style.TITLE else measures.line * 1.15
    step = measures.width / max(block.columns, 1)
    small = QFontMetricsF(measures.small()).lineSpacing()
    down = 2.0
    for number, piece in enumerate(block.pieces):
        is_note = block.in_margin(number)
        is_row = block.style is Style.ROW and not is_note
        left = piece.column * step + CELL if is_row else measures.indent(block)
        width = step - 2 * CELL if is_row else measures.width - left
        top = above
        if is_note:
            left = measures.width + GUTTER + CELL + 2
            width = measures.margin - GUTTER - 2 * CELL
            top = down + small + 2
        # A line end inside a paragraph is one character, as U+2028 is: positions stay.
        text = piece.text.replace("\n", "\u2028").replace("\r", " ")
        if block.style is Style.SOURCE:
            text = text.rstrip("\u2028").ljust(len(text)) if text.strip("\u2028") else " "
        style = Style.PARAGRAPH if is_row or is_note else block.style
        font = measures.small() if is_note else measures.font(style, block.level)
        layout = QTextLayout(text, font)
        if formats := _formats(piece):
            layout.setFormats(formats)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        height = 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 20.0))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        result.add(layout, QPointF(left, top), piece.text)
        tallest = max(tallest, height + top - above)
        if is_note:
            down = top + height + CELL
    result.height = above + tallest + below
    return result


def _formats(piece: Piece) -> list[QTextLayout.FormatRange]:
    """What changed is struck or underlined: never told by its colour alone."""
    made = []
    for ranges, colour in ((piece.struck, STRUCK), (piece.new, NEW)):
        for start, end in ranges:
            each = QTextLayout.FormatRange()
            look = QTextCharFormat()
            look.setForeground(QColor(colour))
            look.setFontStrikeOut(colour == STRUCK)
            look.setFontUnderline(colour == NEW)
            first = utf16(piece.text, start)
            each.start, each.length = first, utf16(piece.text, end) - first
            each.format = look
            made.append(each)
    return made
