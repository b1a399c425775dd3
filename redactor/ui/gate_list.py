"""What holds a release back, in words, each reason with the way to its cure."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from redactor.dossier.gate import Hold, Reason

# Reasons that no word of a person lifts: nothing was read, so nothing can be said of it.
ABSOLUTE = frozenset({Reason.NOT_ANALYSED})


class GateList(QScrollArea):
    """One line a reason, with a button that goes there."""

    cure_wanted = Signal(object)
    """A `Hold`."""

    def __init__(
        self, holds: Sequence[Hold], names: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`names`: by document."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Ce qui retient la communication"))
        self.buttons: dict[Hold, QPushButton] = {}
        page = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, hold in enumerate(holds):
            text = QLabel(self._sentence(hold, names.get(hold.document, "")))
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            button = QPushButton(self._cure(hold))
            button.setAutoDefault(False)
            button.setAccessibleDescription(text.text())
            button.clicked.connect(lambda _=False, hold=hold: self.cure_wanted.emit(hold))
            self.buttons[hold] = button
            grid.addWidget(text, row, 0)
            grid.addWidget(button, row, 1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addLayout(grid)
        layout.addStretch(1)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(min(44 * len(holds), 220))

    def _sentence(self, hold: Hold, name: str) -> str:
        """« lettre.pdf : 3 mentions à décider »"""
        many = hold.count
        places = ", ".join(hold.places[:3]) + ("…" if len(hold.places) > 3 else "")
        text = {
            Reason.NOT_ANALYSED: self.tr("pas encore analysé"),
            Reason.FAILED: self.tr("n’a pas pu être lu : il ne sera pas exporté"),
            Reason.UNREAD: self.tr("non lu : {places}").format(places=places),
            Reason.UNDECIDED: self.tr("%n mention(s) ou zone(s) à décider", "", many),
            Reason.SIGNAL: self.tr(
                "%n passage(s) signalé(s) que personne n’a examiné(s)", "", many
            ),
            Reason.NO_GROUND: self.tr("%n occultation(s) sans motif", "", many),
            Reason.UNSEEN: self.tr("%n page(s) que personne n’a vue(s)", "", many),
            Reason.RETURNED: self.tr("%n décision(s) renvoyée(s) par le second lecteur", "", many),
            Reason.NOT_CONFIRMED: self.tr("Le profil demande la signature d’un second lecteur"),
        }[hold.reason]
        return self.tr("{name} : {what}").format(name=name, what=text) if name else text

    def _cure(self, hold: Hold) -> str:
        """What the button says."""
        return {
            Reason.NOT_ANALYSED: self.tr("Voir le document"),
            Reason.FAILED: self.tr("Voir pourquoi"),
            Reason.UNREAD: self.tr("Voir"),
            Reason.UNDECIDED: self.tr("Décider"),
            Reason.SIGNAL: self.tr("Examiner"),
            Reason.NO_GROUND: self.tr("Motiver"),
            Reason.UNSEEN: self.tr("Parcourir"),
            Reason.RETURNED: self.tr("Reprendre"),
            Reason.NOT_CONFIRMED: self.tr("Signer"),
        }[hold.reason]
