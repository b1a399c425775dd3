"""A document as it would be released, beside its original, before anything is published."""

import tempfile
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from redactor.dossier import Dossier
from redactor.jobs.analyse import Analyse, Batch
from redactor.jobs.export import Release
from redactor.jobs.reading import reading
from redactor.jobs.render import Document, ListMarked
from redactor.problem import Problem
from redactor.release.export import Outcome
from redactor.text.flow import Flow
from redactor.ui.document_pane import DocumentPane
from redactor.ui.export_dialog import Choice
from redactor.ui.flow_view import FlowView
from redactor.ui.palette import Theme
from redactor.ui.releasing import orders
from redactor.ui.workers import Calls, Job

#: The folders of a release: what goes out, and what is marked.
RELEASED, AUDITED = "communicable", "integrale"


class Preview(QDialog):
    """The original on the left; on the right the copy, really made and really verified."""

    ready = Signal()

    def __init__(self, render: Job, reading: Job, release: Job, parent: QWidget) -> None:
        """`reading`: reads the text of copies without pages; `release`: makes the copies."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Aperçu de l’export"))
        self.resize(parent.size())
        self._reading, self._release = reading, release
        self._folder = tempfile.TemporaryDirectory(prefix="redactor-")
        self._copies: dict[str, Path] = {}
        self._pages: int | None = None
        self._following = False
        self._task = 0
        self._read = self._listed = 0
        self._render = render
        self.original = DocumentPane(render)
        self.copy = DocumentPane(render)
        self._buttons = {
            RELEASED: QPushButton(self.tr("Copie communiquée")),
            AUDITED: QPushButton(self.tr("Copie intégrale surlignée")),
        }
        choice = QButtonGroup(self)
        row = QHBoxLayout()
        for which, button in self._buttons.items():
            button.setCheckable(True)
            button.setEnabled(False)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, which=which: self.show_copy(which))
            choice.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        left, right = QWidget(), QWidget()
        one, two = QVBoxLayout(left), QVBoxLayout(right)
        title = QLabel(self.tr("Original"))
        title.setProperty("role", "heading")
        title.setMinimumHeight(self._buttons[RELEASED].sizeHint().height())
        one.addWidget(title)
        one.addWidget(self.original, 1)
        two.addLayout(row)
        two.addWidget(self.copy, 1)
        split = QSplitter()
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([1000, 1000])
        for number in (0, 1):
            split.setStretchFactor(number, 1)
        note = QLabel(self.tr("Rien n’a été publié : cet aperçu est effacé quand on le ferme."))
        note.setProperty("role", "muted")
        buttons = QDialogButtonBox()
        close = buttons.addButton(
            self.tr("Fermer l’aperçu"), QDialogButtonBox.ButtonRole.RejectRole
        )
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        below = QHBoxLayout()
        below.setContentsMargins(9, 0, 9, 0)
        below.addWidget(note, 1)
        below.addWidget(buttons)
        layout.addLayout(below)
        self.finished.connect(self._end)
        bars = (self.original.canvas.verticalScrollBar(), self.copy.canvas.verticalScrollBar())
        bars[0].valueChanged.connect(bars[1].setValue)
        bars[1].valueChanged.connect(bars[0].setValue)
        for one_view, other in (
            (self.original.text, self.copy.text),
            (self.copy.text, self.original.text),
        ):
            one_view.verticalScrollBar().valueChanged.connect(
                lambda _, view=one_view, other=other: self._follow(view, other)
            )
        for pane in (self.original, self.copy):
            pane.offer_views(False)

    def _follow(self, view: FlowView, other: FlowView) -> None:
        """Show the same paragraph on the other side: the copy's may be longer or shorter."""
        place = view.top_place
        if place is not None and other.isVisible() and not self._following:
            self._following = True
            other.show_top(*place)
            self._following = False

    def set_theme(self, theme: Theme) -> None:
        self.original.set_theme(theme)
        self.copy.set_theme(theme)

    def make(
        self, dossier: Dossier, document: str, flows: tuple[Flow, ...], passwords: dict[str, str]
    ) -> None:
        """Make both copies of a document apart, as a release would. The dossier must not be
        written to until `ready`."""
        row = dossier.document(document)
        self._pages = row.pages
        self.original.show_document(
            row.path,
            passwords.get(str(row.path)),
            row.pages,
            flows,
            row.name,
            reading(dossier, document),
        )
        self.copy.show_message(self.tr("Préparation de l’aperçu…"))
        folder = Path(self._folder.name) / "copies"
        choice = Choice(folder, allow_unread=True, occult_undecided=True, reason="")

        def request() -> Release:
            prepared = orders(dossier, choice, passwords)
            only = tuple(order for order in prepared.orders if order.source == row.path)
            return Release(only, folder, dossier.profile.name, allow_unread=True, facts={})

        calls = Calls(done=self._made, failed=self._failed)
        self._task = self._release.ask_apart(request, calls)

    def _made(self, outcome: Outcome) -> None:
        self._task = 0
        for which in (RELEASED, AUDITED):
            found = sorted((outcome.folder / which).glob("*")) if outcome.published else []
            copies = [each for each in found if not each.name.startswith("registre")]
            if copies:
                self._copies[which] = copies[0]
                self._buttons[which].setEnabled(True)
        if not self._copies:
            self.copy.show_message(
                self.tr("L’aperçu n’a pas pu être fait : la vérification a retenu la copie.")
            )
        else:
            self.show_copy(RELEASED)
        self.ready.emit()

    def _failed(self, problem: Problem) -> None:
        del problem
        self._task = 0
        self.copy.show_message(
            self.tr("L’aperçu n’a pas pu être fait : la vérification a retenu la copie.")
        )
        self.ready.emit()

    def show_copy(self, which: str) -> None:
        """Show one of the two copies where the other stood."""
        path = self._copies.get(which)
        if path is None:
            return
        self._buttons[which].setChecked(True)
        at = self.original.canvas.verticalScrollBar().value()
        if self._pages is not None:
            self.copy.show_document(path, None, self._pages, (), path.name)
            self.copy.canvas.verticalScrollBar().setValue(at)
            return
        flows: list[Flow] = []

        def part(value: object) -> None:
            if isinstance(value, Batch):
                flows.extend(value.flows)

        def done(_: object) -> None:
            place = self.original.text.top_place
            self.copy.show_document(path, None, None, flows, path.name)
            if place is not None:
                self.copy.text.show_top(*place)
            if which == AUDITED:
                calls = Calls(
                    done=lambda marked: self.copy.show_audited(each.span for each in marked)
                )
                self._listed = self._render.ask(ListMarked(Document(path)), calls)
            else:
                self.copy.show_audited(())

        self._stop_reading()
        self._read = self._reading.ask(Analyse(path, detect=False), Calls(part=part, done=done))

    def _stop_reading(self) -> None:
        """What was asked of the copy shown before comes too late."""
        self._reading.drop(self._read)
        self._render.drop(self._listed)

    def _end(self) -> None:
        if self._task:
            self._release.drop(self._task)
            self._release.kill()
            self._task = 0
            self.ready.emit()
        self._stop_reading()
        self.original.show_message("")
        self.copy.show_message("")
        self._folder.cleanup()
