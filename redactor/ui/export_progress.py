"""While a release is made: how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget


class ExportProgress(QWidget):
    """For the copies of an export, and for the package that is made of them."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self._title = QLabel()
        title.setProperty("role", "title")
        title.setWordWrap(True)
        self._what = QLabel()
        self._what.setProperty("role", "muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Avancement de l’export"))
        note = self._note = QLabel()
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self._cancel = QPushButton(self.tr("Annuler"))
        self._cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout()
        row.addWidget(self._cancel)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (title, self._what, self._bar, note):
            column.addWidget(widget)
        column.addLayout(row)
        column.addStretch(3)
        around = QHBoxLayout(self)
        around.addStretch(1)
        around.addLayout(column, 3)
        around.addStretch(1)

    def begin(self) -> None:
        """The copies are being written and read again."""
        self._begin(
            self.tr("Écriture et vérification des copies"),
            self.tr("Les copies n’apparaissent qu’une fois toutes relues. Annuler n’écrit rien."),
        )
        self._bar.setRange(0, 1000)

    def begin_package(self) -> None:
        """The package is being made; how long it takes is not known."""
        self._begin(
            self.tr("Préparation de l’envoi"),
            self.tr("Les deux parts n’apparaissent qu’une fois contrôlées. Annuler n’écrit rien."),
        )
        self._bar.setRange(0, 0)

    def _begin(self, title: str, note: str) -> None:
        self._title.setText(title)
        self._note.setText(note)
        self._bar.setValue(0)
        self._what.setText(self.tr("Préparation…"))
        self._cancel.setFocus()

    def show_progress(self, done: float, what: str) -> None:
        self._bar.setValue(round(1000 * done))
        if what:
            self._what.setText(what)
