"""The first minute: an empty window that explains itself."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from redactor.ui.icons import image
from redactor.ui.palette import LIGHT, Theme

# Dossiers offered on the first page.
SHOWN = 4


class Welcome(QWidget):
    """Says what the program does in three steps, and offers the first."""

    open_wanted = Signal()
    sample_wanted = Signal()
    check_wanted = Signal()
    recent_wanted = Signal(object)
    """The path of a dossier."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons: list[tuple[QLabel, str]] = []
        title = QLabel(self.tr("Déposez ici les documents de la demande"))
        title.setProperty("role", "title")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title.setWordWrap(True)
        formats = QLabel(
            self.tr(
                "PDF, Word, OpenDocument, tableurs, courriels, texte — plusieurs à la fois, ou un"
                " dossier entier"
            )
        )
        formats.setProperty("role", "muted")
        formats.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        formats.setWordWrap(True)
        self._open = QPushButton(self.tr("Choisir des fichiers…"))
        self._open.setProperty("primary", True)
        self._open.clicked.connect(self.open_wanted)
        self._sample = QPushButton(self.tr("Essayer sur un exemple"))
        self._sample.setToolTip(self.tr("Ouvrir un dossier d’exemple, aux personnes inventées"))
        self._sample.clicked.connect(self.sample_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(self._open)
        buttons.addWidget(self._sample)
        check = QPushButton(self.tr("Vérifier des fichiers reçus…"))
        check.setToolTip(self.tr("Ce qui est masqué se lit-il encore ?"))
        check.clicked.connect(self.check_wanted)
        buttons.addWidget(check)
        buttons.addStretch()
        steps = QHBoxLayout()
        steps.setSpacing(16)
        for icon, head, body in (
            (
                "review",
                self.tr("1. Redactor propose"),
                self.tr(
                    "Noms, adresses, identifiants : chaque mention est proposée avec son motif."
                ),
            ),
            (
                "done",
                self.tr("2. Vous décidez"),
                self.tr(
                    "Occulter ou conserver, une mention ou toutes celles d’une personne, au"
                    " clavier si vous voulez."
                ),
            ),
            (
                "export",
                self.tr("3. Les copies sont vérifiées"),
                self.tr(
                    "Une version occultée à communiquer, une version intégrale surlignée, un"
                    " registre."
                ),
            ),
        ):
            steps.addWidget(self._step(icon, head, body), 1)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        promise = QLabel(
            self.tr(
                "Tout reste sur ce poste : aucune connexion, et vos originaux ne sont jamais"
                " modifiés."
            )
        )
        promise.setProperty("role", "muted")
        promise.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        promise.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(formats)
        column.addSpacing(6)
        column.addLayout(buttons)
        column.addLayout(self._recent)
        column.addSpacing(14)
        column.addLayout(steps)
        column.addSpacing(10)
        column.addWidget(promise)
        column.addStretch(3)
        around = QHBoxLayout(self)
        around.setContentsMargins(32, 24, 32, 24)
        around.addStretch(1)
        around.addLayout(column, 8)
        around.addStretch(1)
        self.set_theme(LIGHT)

    def _step(self, icon: str, head: str, body: str) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        card.setMaximumWidth(340)
        picture = QLabel()
        self._icons.append((picture, icon))
        title = QLabel(head)
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        text = QLabel(body)
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(18, 16, 18, 18)
        layout.setSpacing(8)
        layout.addWidget(picture)
        layout.addWidget(title)
        layout.addWidget(text, 1)
        return card

    def set_theme(self, theme: Theme) -> None:
        for label, icon in self._icons:
            label.setPixmap(QPixmap.fromImage(image(icon, theme.accent, 28)))

    def offer_recent(self, paths: Sequence[Path]) -> None:
        """The dossiers opened lately, each a click away."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not paths:
            return
        head = QLabel(self.tr("Reprendre un dossier"))
        head.setProperty("role", "heading")
        self._recent.addWidget(head, 0, Qt.AlignmentFlag.AlignHCenter)
        for path in paths[:SHOWN]:
            button = QPushButton(path.stem)
            button.setFlat(True)
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Reprendre {name}").format(name=path.stem))
            button.clicked.connect(lambda _=False, path=path: self.recent_wanted.emit(path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def offer_sample(self, offered: bool) -> None:
        """Whether the bundled sample is there to be opened."""
        self._sample.setVisible(offered)
