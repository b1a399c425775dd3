"""When the program itself fails: what happened, what is safe, what to do.

The report says where in the code, and never quotes a message or a value, since both may hold
text of the documents.
"""

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from redactor import __version__


def report_of(error: BaseException) -> str:
    """The kind of error and the places in the code; no message, no value."""
    lines = [
        f"Redactor {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}, "
        f"{platform.system()} {platform.release()}"
    ]
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines.append(type(link).__qualname__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Says that something failed and offers a report that holds no document text."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Erreur du programme"))
        self.setMinimumWidth(560)
        head = QLabel(self.tr("Redactor a rencontré une erreur."))
        head.setProperty("role", "heading")
        body = QLabel(
            self.tr(
                "Vos décisions sont enregistrées une à une : aucune n’est perdue, et vos originaux"
                " n’ont pas été modifiés. Vous pouvez continuer ; si l’erreur se répète, fermez et"
                " rouvrez Redactor.\n\nLe rapport ci-dessous ne contient aucun texte de vos"
                " documents. Vous pouvez le transmettre à votre service informatique."
            )
        )
        body.setWordWrap(True)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Rapport d’erreur"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(
            self.tr("Copier le rapport"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(body)
        layout.addWidget(text)
        layout.addWidget(buttons)


class CrashGuard(QObject):
    """Shows the dialog for errors that nobody caught, one dialog at a time."""

    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._previous: Callable[..., object] = sys.excepthook
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._hook

    def uninstall(self) -> None:
        sys.excepthook = self._previous

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        del trace
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        report = report_of(error)
        if sys.stderr is not None:  # a windowed program has none
            sys.stderr.write(report + "\n")
        self._caught.emit(report)

    def _show(self, report: str) -> None:
        if self._open:
            return
        self._open = True
        try:
            CrashDialog(report).exec()
        finally:
            self._open = False
