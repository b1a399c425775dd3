"""Putting a theme on the application."""

from PySide6.QtWidgets import QApplication

from redactor.ui.palette import Theme, qpalette, stylesheet

# Percents of the desktop's own size of text.
SMALLEST, LARGEST, STEP = 80, 200, 10


def apply_text_size(percent: int) -> int:
    """Give every widget text of this many percent of the desktop's; what was given."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    percent = min(max(percent, SMALLEST), LARGEST)
    own = app.property("own-text-size") or app.font().pointSizeF()
    app.setProperty("own-text-size", own)
    font = app.font()
    font.setPointSizeF(float(own) * percent / 100)
    app.setFont(font)
    return percent


def apply_theme(theme: Theme) -> None:
    """Give every widget the colours of a theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(qpalette(theme))
    app.setStyleSheet(stylesheet(theme))
