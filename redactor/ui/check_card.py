"""One finding under its page: what it means, what it reveals on demand, what to do with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from redactor.check.finding import Finding, Kind
from redactor.check.guide import sections
from redactor.check.report import masked
from redactor.ui import check_words as words
from redactor.ui.words import percent


class CheckCard(QFrame):
    """Sentence, value, buttons."""

    reveal_wanted = Signal()
    aside_wanted = Signal()
    """Set the finding aside, or take it back."""
    password_wanted = Signal()
    other_wanted = Signal()
    """Go to the next other place that it speaks of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._kind: Kind | None = None
        self.meaning = _label()
        self.value = _label()
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.reveal = QPushButton(self.tr("Révéler ce qui se lit"))
        self.reveal.clicked.connect(self.reveal_wanted)
        self.other = QPushButton(self.tr("Voir l’autre endroit"))
        self.other.clicked.connect(self.other_wanted)
        self.password = QPushButton(self.tr("Donner le mot de passe…"))
        self.password.clicked.connect(self.password_wanted)
        self.aside = QPushButton()
        self.aside.clicked.connect(self.aside_wanted)
        self.explain = QPushButton(self.tr("Expliquer"))
        self.explain.clicked.connect(self._explain)
        buttons = QHBoxLayout()
        self._buttons = (self.reveal, self.other, self.password, self.aside, self.explain)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.meaning)
        layout.addWidget(self.value)
        layout.addLayout(buttons)
        self.clear()

    def clear(self) -> None:
        """Nothing is chosen."""
        self._kind = None
        self.meaning.setText(self.tr("Choisissez un constat."))
        self.value.clear()
        for button in self._buttons:
            button.hide()

    def show_finding(self, finding: Finding, *, revealed: bool, why_aside: str | None) -> None:
        """Say a finding; its value only where it was asked for."""
        self._kind = finding.kind
        lines = [words.sentence(finding)]
        if finding.kind is not Kind.UNREAD:
            sure = self.tr("sûr à {value}").format(value=percent(finding.certainty))
            lines = [f"{words.sentence(finding)} ({sure})"]
        # Two places of one page are one place to look at.
        places = dict.fromkeys(words.other_place(spot) for spot in finding.also)
        lines += [self.tr("Voir aussi : {where}").format(where=where) for where in places]
        if why_aside is not None:
            lines.append(self.tr("Écarté : {reason}").format(reason=why_aside))
        self.meaning.setText("\n".join(lines))
        values = [finding.text, *(spot.text for spot in finding.also)]
        values = list(dict.fromkeys(value for value in values if value))
        shown = [value if revealed else masked(value) for value in values]
        self.value.setText(" ↔ ".join(shown))
        self.value.setVisible(bool(shown))
        self.reveal.setVisible(bool(shown) and not revealed)
        self.other.setVisible(any(spot.page for spot in finding.also))
        self.password.setVisible(finding.message in _PASSWORDS)
        self.aside.setText(self.tr("Écarter…") if why_aside is None else self.tr("Reprendre"))
        self.aside.setVisible(finding.kind is not Kind.UNREAD)
        self.explain.show()

    def _explain(self) -> None:
        if self._kind is None:
            return
        section = sections()[self._kind]
        dialog = QDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(section.title)
        dialog.resize(560, 320)
        text = QTextBrowser()
        text.setMarkdown(f"### {section.title}\n\n{section.text}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        layout = QVBoxLayout(dialog)
        layout.addWidget(text)
        layout.addWidget(buttons)
        dialog.open()


_PASSWORDS = frozenset({"problem.needs-password", "problem.wrong-password"})


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
