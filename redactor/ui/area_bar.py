"""What to do with the area in hand: its ground, whether it goes, and all the suggestions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from redactor.dossier.records import AreaRow
from redactor.law.grounds import grounds
from redactor.ui.combo import Combo
from redactor.ui.reasons import reason
from redactor.ui.translation import language
from redactor.ui.words import category_name, kind_name, percent, state_name


class AreaBar(QFrame):
    """Shown under the page while an area is in hand."""

    ground_chosen = Signal(str)
    occulted = Signal()
    removed = Signal()
    """The area goes away; a suggestion is turned down."""
    all_judged = Signal(bool)
    """Every suggestion of the document is occulted, or turned down."""
    next_wanted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Zone choisie"))
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._ground = Combo()
        self._ground.setAccessibleName(self.tr("Motif de la zone"))
        self._ground.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._ground.setMinimumContentsLength(14)
        self._occult = _button(self.tr("Occulter"), self.tr("Occulter cette zone (Entrée)"))
        self._occult.setProperty("primary", True)
        self._remove = _button("", "")
        self._all = _button("", self.tr("Occulter toutes les zones suggérées de ce document"))
        self._none = _button("", self.tr("Écarter toutes les zones suggérées de ce document"))
        self._next = _button(self.tr("Suivante"), self.tr("Aller à la zone suivante (Maj+Z)"))
        self._close = _button(self.tr("Fermer"), self.tr("Ne plus tenir cette zone (Échap)"))
        self._lay_out()
        self._ground.activated.connect(
            lambda at: self.ground_chosen.emit(str(self._ground.itemData(at)))
        )
        self._occult.clicked.connect(self.occulted)
        self._remove.clicked.connect(self.removed)
        self._all.clicked.connect(lambda: self.all_judged.emit(True))
        self._none.clicked.connect(lambda: self.all_judged.emit(False))
        self._next.clicked.connect(self.next_wanted)
        self._close.clicked.connect(self.dismissed)
        self.hide()

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._said, 1)
        for widget in (self._all, self._none, self._next, self._close):
            above.addWidget(widget)
        below.addWidget(self._ground, 1)
        below.addWidget(self._occult)
        below.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        for row in (above, below):
            row.setSpacing(8)
            layout.addLayout(row)

    def show_area(self, row: AreaRow, ground: str, waiting: int) -> None:
        """Show an area: `ground` as it stands now, `waiting` suggestions left in its document."""
        name = kind_name(row.kind) or category_name(row.category)
        place = (
            self.tr("Zone d’une image")
            if row.part
            else self.tr("Zone de la page {page}").format(page=row.page)
        )
        if row.suggested:
            said = self.tr("{place} : {name}, suggérée ({sure}) — {why}").format(
                place=place, name=name, sure=percent(row.confidence), why=reason(row.why)
            )
        else:
            said = place
        if row.ruling.decision is not None:
            said += f" · {state_name(row.ruling.decision)}"
        self._said.setText(said)
        self._fill(ground)
        self._remove.setText(self.tr("Écarter") if row.suggested else self.tr("Supprimer"))
        self._remove.setToolTip(
            self.tr("Écarter cette suggestion (Suppr)")
            if row.suggested
            else self.tr("Supprimer cette zone (Suppr)")
        )
        self._remove.setAccessibleDescription(self._remove.toolTip())
        self._occult.setVisible(row.waits)
        for button, text in (
            (self._all, self.tr("Tout occulter (%n)", "", waiting)),
            (self._none, self.tr("Tout écarter (%n)", "", waiting)),
        ):
            button.setText(text)
            button.setVisible(waiting > 1)
        self.show()

    @property
    def spoken(self) -> str:
        """What a screen reader says of the area."""
        return self._said.text()

    def _fill(self, chosen: str) -> None:
        self._ground.clear()
        if not chosen:
            self._ground.addItem(self.tr("Motif à choisir"), "")
        for ground in grounds():
            if ground.passages:
                title = ground.english if language() == "en" else ground.title
                self._ground.addItem(f"{ground.code} — {title}", ground.code)
        if chosen and self._ground.findData(chosen) < 0:
            self._ground.insertItem(0, chosen, chosen)
        self._ground.setCurrentIndex(max(self._ground.findData(chosen), 0))


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    return button
