"""Before a release: where it goes, and what holds it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the dialog must know of the dossier."""

    documents: int
    occulted: int
    kept: int
    undecided: int
    signals: int
    unread: Sequence[str]
    """Each unread place, in words."""
    failed: Sequence[str]
    """Names of documents that could not be read: they are left out."""
    reading: int
    """Documents still being analysed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person asked for."""

    folder: Path
    allow_unread: bool
    occult_undecided: bool
    reason: str
    """Why something undecided or unread goes out all the same."""


class ExportDialog(QDialog):
    """Asks where to, shows what is held back and lets it be overridden with a reason."""

    def __init__(self, standing: Standing, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = standing
        self.setWindowTitle(self.tr("Exporter les copies"))
        self.setMinimumWidth(600)
        self._folder = QLineEdit(str(folder))
        self._folder.setAccessibleName(self.tr("Dossier de destination"))
        browse = QPushButton(self.tr("Parcourir…"))
        browse.clicked.connect(self._browse)
        self._undecided = QCheckBox(
            self.tr(
                "Occulter les %n mention(s) non décidée(s) et continuer", "", standing.undecided
            )
        )
        self._unread = QCheckBox(self.tr("Publier malgré ce qui n’a pas pu être lu"))
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Raison, portée au registre"))
        self._reason.setAccessibleName(self.tr("Raison, portée au registre"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton(
            self.tr("Exporter"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._export.setProperty("primary", True)
        self._export.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(browse)
        for box in (self._undecided, self._unread):
            box.toggled.connect(self._judge)
        self._reason.textChanged.connect(self._judge)
        self._folder.textChanged.connect(self._judge)
        self._judge()

    def _lay_out(self, browse: QPushButton) -> None:
        standing = self._standing
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(_text(self._summary()))
        layout.addWidget(
            _text(
                self.tr(
                    "Redactor écrit la version occultée à communiquer, la version intégrale"
                    " surlignée et le registre des occultations, puis relit chaque copie. Si un"
                    " texte occulté y est encore lisible, rien n’est publié."
                ),
                muted=True,
            )
        )
        layout.addSpacing(4)
        label = _text(self.tr("Dossier de destination"))
        label.setBuddy(self._folder)
        layout.addWidget(label)
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(browse)
        layout.addLayout(row)
        held = QFrame()
        held.setProperty("card", True)
        inside = QVBoxLayout(held)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(8)
        title = _text(self.tr("À régler avant l’export"))
        title.setProperty("role", "heading")
        inside.addWidget(title)
        if standing.reading:
            inside.addWidget(
                _text(
                    self.tr(
                        "%n document(s) en cours d’analyse : attendez la fin.", "", standing.reading
                    )
                )
            )
        if standing.failed:
            names = ", ".join(standing.failed)
            inside.addWidget(
                _text(self.tr("Non lus, donc laissés de côté : {names}.").format(names=names))
            )
        if standing.signals:
            inside.addWidget(
                _text(
                    self.tr(
                        "%n passage(s) signalé(s) n’ont pas été examinés ; ils resteront lisibles.",
                        "",
                        standing.signals,
                    )
                )
            )
        if standing.undecided:
            inside.addWidget(self._undecided)
        if standing.unread:
            places = "\n".join(f"• {place}" for place in list(standing.unread)[:6])
            more = len(standing.unread) - 6
            if more > 0:
                places += "\n" + self.tr("… et %n autre(s)", "", more)
            inside.addWidget(_text(self.tr("Ce qui n’a pas pu être lu :") + "\n" + places))
            inside.addWidget(self._unread)
        if standing.undecided or standing.unread:
            inside.addWidget(self._reason)
        anything = (
            standing.reading
            or standing.failed
            or standing.signals
            or standing.undecided
            or standing.unread
        )
        if anything:
            layout.addWidget(held)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _summary(self) -> str:
        standing = self._standing
        return self.tr("{documents} : {occulted}, {kept}.").format(
            documents=self.tr("%n document(s)", "", standing.documents),
            occulted=self.tr("%n mention(s) occultée(s)", "", standing.occulted),
            kept=self.tr("%n conservée(s)", "", standing.kept),
        )

    def _browse(self) -> None:
        start = Path(self._folder.text()).parent
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Dossier de destination"), str(start)
        )
        if chosen:
            self._folder.setText(str(Path(chosen) / Path(self._folder.text()).name))

    def _judge(self) -> None:
        standing = self._standing
        overriding = bool(standing.undecided and self._undecided.isChecked()) or bool(
            standing.unread and self._unread.isChecked()
        )
        self._reason.setEnabled(overriding)
        held = (
            bool(standing.reading)
            or (bool(standing.undecided) and not self._undecided.isChecked())
            or (bool(standing.unread) and not self._unread.isChecked())
            or (overriding and not self._reason.text().strip())
            or not self._folder.text().strip()
            or not standing.documents
        )
        self._export.setEnabled(not held)

    def choice(self) -> Choice:
        return Choice(
            Path(self._folder.text().strip()).expanduser(),
            self._unread.isChecked(),
            self._undecided.isChecked(),
            self._reason.text().strip() if self._reason.isEnabled() else "",
        )


def _text(text: str, *, muted: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if muted:
        label.setProperty("role", "muted")
    return label
