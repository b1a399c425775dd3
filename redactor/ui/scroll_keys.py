"""The keys that scroll a document."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar


def scroll_by_key(event: QKeyEvent, bar: QScrollBar) -> bool:
    """Scroll if the key is one that scrolls; whether it was."""
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
        case _:
            return False
    return True
