"""Putting a theme on the application."""

from PySide6.QtWidgets import QApplication

from redactor.ui.palette import Theme, qpalette, stylesheet


def apply_theme(theme: Theme) -> None:
    """Give every widget the colours of a theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(qpalette(theme))
    app.setStyleSheet(stylesheet(theme))
