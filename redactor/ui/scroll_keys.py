"""How a document is scrolled by keys, and made larger by the wheel."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
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


def zoom_by_wheel(
    event: QWheelEvent, larger: Callable[[], None], smaller: Callable[[], None]
) -> bool:
    """Zoom if Ctrl is held; whether it was."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    turned = event.angleDelta().y()
    if turned:
        (larger if turned > 0 else smaller)()
    event.accept()
    return True
