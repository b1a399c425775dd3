"""Before the package of a release is made: where it goes, and the password of CADA's part."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class PackDialog(QDialog):
    """Asks where to; a password that is typed twice alike, or none."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Préparer l’envoi"))
        self.setMinimumWidth(600)
        said = QLabel(
            self.tr(
                "Redactor écrit demandeur.zip, à envoyer au demandeur, cada.zip, qui contient en"
                " plus les versions intégrales, et une lettre à compléter. Les deux parts sont"
                " contrôlées : rien de la version intégrale ne passe chez le demandeur."
            )
        )
        said.setWordWrap(True)
        self.folder = QLineEdit(str(folder))
        browse = QPushButton(self.tr("Parcourir…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.password, self.again = QLineEdit(), QLineEdit()
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._judge)
        self.folder.textChanged.connect(self._judge)
        self._wrong = QLabel(self.tr("Les deux mots de passe diffèrent."))
        self._wrong.setProperty("role", "danger")
        note = QLabel(
            self.tr(
                "Il chiffre cada.zip (AES-256). Il n’est gardé nulle part : transmettez-le à la"
                " CADA par un autre moyen."
            )
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.make = buttons.addButton(self.tr("Préparer"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setProperty("primary", True)
        self.make.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(said)
        layout.addSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        layout.addWidget(_name(self.tr("Dossier de l’&envoi"), self.folder))
        layout.addLayout(row)
        layout.addSpacing(4)
        layout.addWidget(
            _name(self.tr("&Mot de passe de la part CADA (facultatif)"), self.password)
        )
        layout.addWidget(self.password)
        layout.addWidget(_name(self.tr("Le même, une &seconde fois"), self.again))
        layout.addWidget(self.again)
        layout.addWidget(self._wrong)
        layout.addWidget(note)
        layout.addWidget(buttons)
        self._judge()

    @property
    def chosen(self) -> Path:
        """The folder that was asked for."""
        return Path(self.folder.text().strip()).expanduser()

    def _browse(self) -> None:
        start = Path(self.folder.text())
        found = QFileDialog.getExistingDirectory(
            self, self.tr("Dossier de l’envoi"), str(start.parent)
        )
        if found:
            self.folder.setText(str(Path(found) / start.name))

    def _judge(self) -> None:
        same = self.password.text() == self.again.text()
        self._wrong.setVisible(not same and bool(self.again.text()))
        self.make.setEnabled(same and bool(self.folder.text().strip()))


def _name(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    field.setAccessibleName(text.replace("&", ""))
    return label
