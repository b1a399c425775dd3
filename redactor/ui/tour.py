"""The guided sample: what to try, one thing at a time, under the document."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


def steps() -> tuple[str, ...]:
    """What one is led through, in order."""
    translate = QCoreApplication.translate
    return (
        translate(
            "tour",
            "Trois documents aux personnes inventées. À droite, chaque mention proposée, rangée par"
            " personne. Touche N : aller à la prochaine mention à décider.",
        ),
        translate(
            "tour",
            "O occulte la mention, C la conserve, et l’on passe à la suivante. Maj+O décide pour"
            " toutes les mentions de la personne : le panneau dit combien, et où.",
        ),
        translate(
            "tour",
            "Une mention manque ? Sélectionnez-la dans le texte, puis A : ici, ou Maj+A : partout."
            " Z trace une zone sur une signature. Ctrl+Z reprend tout.",
        ),
        translate(
            "tour",
            "G mène aux pages que personne n’a vues. Ctrl+P montre la copie communiquée à côté de"
            " l’original, avant toute publication.",
        ),
        translate(
            "tour",
            "Ctrl+E exporte : ce qui reste à régler est listé, chaque ligne mène à son remède. Les"
            " copies sont relues ; si un texte occulté s’y lit encore, rien n’est publié.",
        ),
    )


class TourBar(QFrame):
    """One step at a time; it never takes the keys from the work."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Visite guidée"))
        self._at = 0
        self._steps = steps()
        self._count = QLabel()
        self._count.setProperty("role", "heading")
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._back = QPushButton(self.tr("Précédent"))
        self._next = QPushButton()
        self._end = QPushButton(self.tr("Fermer la visite"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(self._count)
        layout.addWidget(self._said, 1)
        for button in (self._back, self._next, self._end):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(button)
        self._back.clicked.connect(lambda: self._go(self._at - 1))
        self._next.clicked.connect(lambda: self._go(self._at + 1))
        self._end.clicked.connect(self.end)
        self.hide()

    def begin(self) -> None:
        """Show the first step."""
        self.show()
        self._go(0)

    def end(self) -> None:
        self.hide()
        self.ended.emit()

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._at

    def _go(self, step: int) -> None:
        if step >= len(self._steps):
            self.end()
            return
        self._at = step
        self._count.setText(f"{step + 1} / {len(self._steps)}")
        self._said.setText(self._steps[step])
        self._back.setEnabled(step > 0)
        last = step == len(self._steps) - 1
        self._next.setText(self.tr("Terminer") if last else self.tr("Suivant"))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._steps[step]))
