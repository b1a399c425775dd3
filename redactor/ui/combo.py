"""A list of choices whose chosen one, where it is too long, ends in « … »."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


class Combo(QComboBox):
    """A style sheet has Qt cut the text in the middle of a letter; the whole stays in the list."""

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        said = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        short = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width() - 4)
        option.currentText = short
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
