"""Before a release: where it goes, and what holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal
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

from redactor.dossier.gate import Hold, Reason
from redactor.dossier.releases import NEVER, Since
from redactor.ui.combo import Combo
from redactor.ui.gate_list import ABSOLUTE, GateList


@dataclass(frozen=True, slots=True)
class Standing:
    """What the dialog must know of the dossier."""

    documents: int
    occulted: int
    """Passages, areas and pages that go, counted as in the copies: two mentions that overlap
    are one."""
    kept: int
    """Mentions."""
    holds: Sequence[Hold] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """By document."""
    since: Since = NEVER
    """What changes from the last release."""
    pdfs: int = 0
    """How many of the documents are PDF files: their audit copies can be protected."""
    undecided: int = 0
    """How many more go where what is undecided goes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person asked for."""

    folder: Path
    allow_unread: bool
    occult_undecided: bool
    reason: str
    """Why something undecided or unread goes out all the same."""
    held: tuple[str, ...] = ()
    """What was overridden: ``undecided:3``."""
    audit_password: str = field(default="", repr=False)
    """Opens the audit copies of PDF documents, encrypted with it; empty: they are not."""


class ExportDialog(QDialog):
    """Asks where to, shows what holds the release, and lets it be overridden with a reason."""

    cure_wanted = Signal(object)
    """A `Hold` to be cured; the dialog is closed."""

    def __init__(self, standing: Standing, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = standing
        reasons = {hold.reason for hold in standing.holds}
        self._stuck = bool(reasons & ABSOLUTE) or not standing.documents
        self.setWindowTitle(self.tr("Exporter les copies"))
        self.setMinimumWidth(640)
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(self.tr("Dossier de destination"))
        browse = QPushButton(self.tr("Parcourir…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.gate = GateList(standing.holds, standing.names)
        self.gate.cure_wanted.connect(self._cure)
        self.override = QCheckBox(self.tr("Exporter malgré tout"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Raison, portée au registre"))
        self.reason.setAccessibleName(self.tr("Raison, portée au registre"))
        self.undecided = Combo()
        self.undecided.setAccessibleName(self.tr("Ce qui n’est pas décidé"))
        self.undecided.addItem(self.tr("Occulter ce qui n’est pas décidé"), True)
        self.undecided.addItem(self.tr("Laisser lisible ce qui n’est pas décidé"), False)
        self.undecided.setVisible(Reason.UNDECIDED in reasons)
        self.protect = QCheckBox(self.tr("Protéger la version intégrale par un mot de passe"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Mot de passe de la version intégrale"))
        self.password.setAccessibleName(self.password.placeholderText())
        self.again = QLineEdit()
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.again.setPlaceholderText(self.tr("Le même, une seconde fois"))
        self.again.setAccessibleName(self.again.placeholderText())
        for each in (self.password, self.again):
            each.hide()
            each.textChanged.connect(lambda _: self._judge())
            self.protect.toggled.connect(each.setVisible)
        self.protect.toggled.connect(lambda _: self._judge())
        self._said = _text("")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = self._buttons.addButton(
            self.tr("Exporter"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.export.setProperty("primary", True)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.export.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(browse)
        self.override.toggled.connect(self._judge)
        self.undecided.currentIndexChanged.connect(self._judge)
        self.reason.textChanged.connect(self._judge)
        self.folder.textChanged.connect(self._judge)
        self._judge()

    def _lay_out(self, browse: QPushButton) -> None:
        standing = self._standing
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(self._said)
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
        label.setBuddy(self.folder)
        layout.addWidget(label)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        layout.addLayout(row)
        if standing.pdfs:
            if standing.pdfs < standing.documents:
                self.protect.setText(
                    self.tr(
                        "Protéger par un mot de passe la version intégrale des %n PDF",
                        "",
                        standing.pdfs,
                    )
                )
            layout.addWidget(self.protect)
            words = QHBoxLayout()
            words.addWidget(self.password)
            words.addWidget(self.again)
            layout.addLayout(words)
        held = QFrame()
        held.setProperty("card", True)
        inside = QVBoxLayout(held)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(10)
        title = _text(self.tr("À régler avant l’export"))
        title.setProperty("role", "heading")
        inside.addWidget(title)
        inside.addWidget(self.gate, 1)
        if not self._stuck:
            for widget in (self.override, self.reason, self.undecided):
                inside.addWidget(widget)
        if standing.holds:
            layout.addWidget(held, 1)
            self.resize(700, 440 + min(44 * len(standing.holds), 220))
        else:
            held.hide()
            held.setParent(self)
        layout.addWidget(self._buttons)

    def _summary(self) -> str:
        standing, since = self._standing, self._standing.since
        leaves = self.override.isChecked() and not self.undecided.currentData()
        occulted = standing.occulted + (0 if leaves else standing.undecided)
        text = self.tr("{documents} : {occulted}, {kept}.").format(
            documents=self.tr("%n document(s)", "", standing.documents),
            occulted=self.tr("%n occultation(s)", "", occulted),
            kept=self.tr("%n mention(s) conservée(s)", "", standing.kept),
        )
        if since.number:
            changed = self.tr("%n passage(s) changent", "", len(since.differences))
            text += "\n" + self.tr(
                "Communication {number} : {changed} depuis la précédente."
            ).format(number=since.number + 1, changed=changed)
        return text

    def _browse(self) -> None:
        start = Path(self.folder.text()).parent
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Dossier de destination"), str(start)
        )
        if chosen:
            self.folder.setText(str(Path(chosen) / Path(self.folder.text()).name))

    def _cure(self, hold: Hold) -> None:
        self.reject()
        self.cure_wanted.emit(hold)

    def _judge(self) -> None:
        self._said.setText(self._summary())
        held = bool(self._standing.holds)
        overriding = held and self.override.isChecked()
        self.reason.setEnabled(overriding)
        self.undecided.setEnabled(overriding)
        free = not held or (overriding and bool(self.reason.text().strip()))
        if self.protect.isChecked():
            word = self.password.text()
            free = free and bool(word) and word == self.again.text()
        self.export.setEnabled(free and not self._stuck and bool(self.folder.text().strip()))

    def choice(self) -> Choice:
        """What was asked for."""
        overriding = bool(self._standing.holds) and self.override.isChecked()
        return Choice(
            Path(self.folder.text().strip()).expanduser(),
            overriding,
            not overriding or bool(self.undecided.currentData()),
            self.reason.text().strip() if overriding else "",
            tuple(f"{hold.reason.value}:{hold.count}" for hold in self._standing.holds)
            if overriding
            else (),
            self.password.text() if self.protect.isChecked() else "",
        )


def _text(text: str, *, muted: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if muted:
        label.setProperty("role", "muted")
    return label
