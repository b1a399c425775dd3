"""The line under the window: what was just done, the deadline, how far the reading is."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

if TYPE_CHECKING:
    from redactor.ui.document_model import DocumentRow


class StatusLine(QObject):
    """Fills the window's status bar."""

    cancel_wanted = Signal()
    """Stop the reading."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._said = QLabel()
        self._said.setContentsMargins(8, 0, 8, 0)
        self._due = QLabel()
        self._due.setContentsMargins(8, 0, 8, 0)
        self._reading = QProgressBar()
        self._reading.setMaximumWidth(160)
        self._reading.setTextVisible(False)
        self._reading.setRange(0, 1000)
        self._reading.setAccessibleName(self.tr("Avancement de l’analyse"))
        self._cancel = QPushButton(self.tr("Arrêter l’analyse"))
        self._cancel.clicked.connect(self.cancel_wanted)
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._said, 1)
        for widget in (self._due, self._reading, self._cancel):
            bar.addPermanentWidget(widget)

    @property
    def said(self) -> str:
        """The sentence that stands there."""
        return self._said.text()

    def say(self, text: str) -> None:
        """A sentence, announced to assistive technology."""
        self._said.setText(text)
        self._said.setAccessibleName(text)
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, text))

    def show_due(self, due: date | None) -> None:
        """The day on which silence becomes a refusal."""
        if due is None:
            self._due.setText("")
            return
        day = QLocale().toString(QDate(due.year, due.month, due.day), "d MMMM yyyy")
        left = (due - date.today()).days
        text = self.tr("Échéance : {day}").format(day=day)
        if left >= 0:
            text += self.tr(" (%n jour(s))", "", left)
        else:
            text += self.tr(" (dépassée de %n jour(s))", "", -left)
        self._due.setText(text)

    def show_reading(self, rows: "Sequence[DocumentRow]", remaining: int) -> None:
        """How far the reading of the documents is; nothing once none remains."""
        self._reading.setVisible(remaining > 0)
        self._cancel.setVisible(remaining > 0)
        if remaining:
            done = sum(row.read for row in rows)
            self._reading.setValue(round(1000 * done / max(len(rows), 1)))
