"""Small questions: they open over the window and call back; none of them blocks the loop."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from redactor.law.grounds import grounds
from redactor.ui.translation import language


class Question(QDialog):
    """A sentence, one field or several, and a button that says what it does."""

    def __init__(self, title: str, sentence: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        text = QLabel(sentence)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(6)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.action = buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.action.setProperty("primary", True)
        # Enter does what the question is about, wherever one is in it.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.action.setDefault(True)
        self._last: QWidget | None = None
        self._buttons = buttons
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(text)
        layout.addLayout(self._fields)
        layout.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A dialog gives a sentence that wraps the room of two lines, however long it is.
        layout = self.layout()
        assert layout is not None
        self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def field(self, name: str, widget: QWidget) -> None:
        """Add a field under its name."""
        label = QLabel(name)
        label.setBuddy(widget)
        widget.setAccessibleName(name)
        self._fields.addWidget(label)
        self._fields.addWidget(widget)
        if self._last is None:
            widget.setFocus()
        else:
            QWidget.setTabOrder(self._last, widget)
        QWidget.setTabOrder(widget, self._buttons)
        self._last = widget

    def line(self, name: str, value: str = "", *, needed: bool = False) -> QLineEdit:
        """A line of text; while a needed one is empty, one can only cancel."""
        line = QLineEdit(value)
        self.field(name, line)
        if needed:
            line.textChanged.connect(lambda text: self.action.setEnabled(bool(text.strip())))
            self.action.setEnabled(bool(value.strip()))
        return line

    def secret(self, name: str) -> QLineEdit:
        """A line that nobody reads over the shoulder."""
        line = self.line(name)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    def note(self, name: str, value: str = "") -> QPlainTextEdit:
        """Some lines of text."""
        note = QPlainTextEdit(value)
        note.setTabChangesFocus(True)
        note.setMaximumHeight(90)
        self.field(name, note)
        return note

    def grounds(self, name: str, *first: str, whole: bool = False) -> QComboBox:
        """The grounds in law, those of a passage or of a whole document; one may be written."""
        combo = QComboBox()
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.addItems(first)
        for ground in grounds():
            if ground.documents if whole else ground.passages:
                title = ground.english if language() == "en" else ground.title
                combo.addItem(f"{ground.code} — {title}", ground.code)
        self.field(name, combo)
        return combo

    def then(self, call: Callable[[], object]) -> "Question":
        """Show the question; call when it is answered."""
        self.accepted.connect(call)
        self.open()
        return self


def code_of(combo: QComboBox) -> str:
    """The code of the ground chosen, or what was written."""
    at = combo.findText(combo.currentText())
    return str(combo.itemData(at) or combo.currentText()).strip()


def confirm(
    parent: QWidget, text: str, detail: str, action: str, then: Callable[[], object]
) -> QMessageBox:
    """Ask before what cannot be taken back."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Redactor", text, parent=parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(detail)
    yes = box.addButton(action, QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    yes.clicked.connect(then)
    box.open()
    return box
