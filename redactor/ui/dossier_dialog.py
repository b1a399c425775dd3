"""What the request is: who asks for what, since when, on which rules, with which lists."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from redactor.dossier.records import Info, a_month_after
from redactor.problem import Problem
from redactor.ui.profile_choice import ProfileChoice
from redactor.ui.words import sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person wrote."""

    changes: dict[str, Any]
    """Fields of `Info` that differ."""
    person: str
    """Who works."""
    passphrase: str = ""
    """Of a new dossier; empty for none."""


class DossierDialog(QDialog):
    """Shows and changes the request. Emits `answered` with what changed."""

    answered = Signal(object)

    def __init__(
        self, info: Info, person: str, parent: QWidget | None = None, *, new: bool = False
    ) -> None:
        super().__init__(parent)
        self._new = new
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Le dossier"))
        self.resize(640, 520)
        self._info = info
        self._person_before = person
        self.title = QLineEdit(info.title)
        self.reference = QLineEdit(info.reference)
        self.requesters = _lines(info.requesters)
        self.interested = _lines(info.interested)
        self.received = _date(info.received)
        self.deadline = _date(info.deadline)
        self.has_received = QCheckBox(self.tr("reçue le"))
        self.has_deadline = QCheckBox(self.tr("autre échéance"))
        self.due = QLabel()
        self.due.setProperty("role", "muted")
        self.profile = ProfileChoice(info.profile)
        self.scope = _lines((info.scope,) if info.scope else ())
        self.person = QLineEdit(person)
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for line in (self.passphrase, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
        self.always = _lines(info.always)
        self.never = _lines(info.never)
        self._problem = QLabel()
        self._problem.setProperty("role", "danger")
        self._problem.setWordWrap(True)
        self._problem.hide()
        for line in (self.passphrase, self.again):
            line.textChanged.connect(self._problem.hide)
        self.profile.refused.connect(self._say_problem)
        self._lay_out()
        for box, day, value in (
            (self.has_received, self.received, info.received),
            (self.has_deadline, self.deadline, info.deadline),
        ):
            day.setEnabled(value is not None)
            box.setChecked(value is not None)
            box.toggled.connect(day.setEnabled)
            box.toggled.connect(self._say_due)
            day.dateChanged.connect(self._say_due)
        self._say_due()

    def _say_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _lay_out(self) -> None:
        request = QFormLayout()
        request.setVerticalSpacing(8)
        request.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, widget in (
            (self.tr("Intitulé"), self.title),
            (self.tr("Référence"), self.reference),
            (self.tr("Demandeurs, un par ligne"), self.requesters),
            (self.tr("Personnes intéressées, une par ligne"), self.interested),
        ):
            widget.setAccessibleName(name)
            request.addRow(name, widget)
        for name, box, day in (
            (self.tr("Demande"), self.has_received, self.received),
            (self.tr("Échéance"), self.has_deadline, self.deadline),
        ):
            day.setAccessibleName(f"{name} : {box.text()}")
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(box)
            row.addWidget(day)
            if day is self.deadline:
                row.addSpacing(6)
                row.addWidget(self.due)
            row.addStretch(1)
            request.addRow(name, row)
        rest: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Profil"), self.profile),
            (self.tr("Périmètre de la demande"), self.scope),
            (self.tr("Vous êtes"), self.person),
        )
        for name, field in rest:
            field.setAccessibleName(name)
            request.addRow(name, field)
        if self._new:
            self.passphrase.setPlaceholderText(self.tr("facultative"))
            self.again.setPlaceholderText(self.tr("encore une fois"))
            self.passphrase.setAccessibleName(self.tr("Phrase de passe"))
            self.again.setAccessibleName(self.tr("Phrase de passe, encore une fois"))
            both = QHBoxLayout()
            both.setSpacing(8)
            both.addWidget(self.passphrase)
            both.addWidget(self.again)
            request.addRow(self.tr("Phrase de passe"), both)
        for many in (self.requesters, self.interested, self.scope):
            many.setMaximumHeight(58)
        first, second = QWidget(), QWidget()
        first.setLayout(request)
        lists = QVBoxLayout(second)
        lists.setSpacing(6)
        for name, widget in (
            (self.tr("Toujours occulter (un texte par ligne ; * remplace la fin d’un mot)"),
             self.always),
            (self.tr("Ne jamais proposer : personnages publics, noms de l’administration…"),
             self.never),
        ):  # fmt: skip
            label = QLabel(name)
            label.setWordWrap(True)
            label.setBuddy(widget)
            widget.setAccessibleName(name)
            lists.addWidget(label)
            lists.addWidget(widget, 1)
        bring = QPushButton(self.tr("Importer un fichier CSV…"))
        bring.setToolTip(self.tr("Deux colonnes : le texte, puis « toujours » ou « jamais »"))
        bring.clicked.connect(self._ask_csv)
        lists.addWidget(bring, 0, Qt.AlignmentFlag.AlignLeft)
        tabs = QTabWidget()
        tabs.addTab(first, self.tr("La demande"))
        tabs.addTab(second, self.tr("Les listes"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton(self.tr("Enregistrer"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("primary", True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        bring.setAutoDefault(False)
        save.setDefault(True)
        buttons.accepted.connect(self._answer)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(tabs, 1)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        self.title.setFocus()

    def _say_due(self) -> None:
        text = ""
        if self.has_received.isChecked() and not self.has_deadline.isChecked():
            due = a_month_after(_day(self.received))
            day = self.locale().toString(QDate(due.year, due.month, due.day), "d MMMM yyyy")
            text = self.tr("{day} (un mois, silence valant refus)").format(day=day)
        self.due.setText(text)
        self.due.setVisible(bool(text))

    def _ask_csv(self) -> None:
        chosen = QFileDialog(self, self.tr("Importer une liste"), "", "CSV (*.csv *.txt)")
        chosen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen.fileSelected.connect(lambda name: self.import_csv(Path(name)))
        chosen.open()

    def import_csv(self, path: Path) -> None:
        """Add the texts of a CSV file to the lists."""
        from redactor.ui.csv_list import read

        found = read(path)
        if isinstance(found, Problem):
            self._say_problem(sentence(found))
            return
        self._problem.hide()
        for field, texts in ((self.always, found.always), (self.never, found.never)):
            field.setPlainText("\n".join(dict.fromkeys([*_texts(field), *texts])))

    def _answer(self) -> None:
        if self.passphrase.text() != self.again.text():
            self._say_problem(self.tr("Les deux phrases de passe diffèrent."))
            return
        after = {
            "title": self.title.text().strip(),
            "reference": self.reference.text().strip(),
            "requesters": _texts(self.requesters),
            "interested": _texts(self.interested),
            "received": _day(self.received) if self.has_received.isChecked() else None,
            "deadline": _day(self.deadline) if self.has_deadline.isChecked() else None,
            "profile": self.profile.profile,
            "scope": self.scope.toPlainText().strip(),
            "always": _texts(self.always),
            "never": _texts(self.never),
        }
        changes = {
            name: value for name, value in after.items() if value != getattr(self._info, name)
        }
        person = self.person.text().strip() or self._person_before
        self.answered.emit(Answer(changes, person, self.passphrase.text()))
        self.accept()


def _lines(texts: tuple[str, ...]) -> QPlainTextEdit:
    field = QPlainTextEdit("\n".join(texts))
    field.setTabChangesFocus(True)
    # Its text begins where that of a line does.
    field.document().setDocumentMargin(1)
    return field


def _texts(field: QPlainTextEdit) -> tuple[str, ...]:
    lines = (line.strip() for line in field.toPlainText().splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def _date(day: date | None) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("dd/MM/yyyy")
    field.setDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
    return field


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
