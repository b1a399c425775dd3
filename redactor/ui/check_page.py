"""The screen that checks received files: what is still readable, and where."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from redactor.check.finding import Finding, Kind, Report, Severity, Spot
from redactor.check.report import Aside
from redactor.check.verdict import without
from redactor.formats.base import Box
from redactor.formats.registry import adapter_for
from redactor.jobs.render import Document
from redactor.problem import Problem
from redactor.ui import check_words as words
from redactor.ui.ask import Question
from redactor.ui.check_card import CheckCard
from redactor.ui.check_saving import Saving
from redactor.ui.check_tree import CheckTree
from redactor.ui.checking import Checking
from redactor.ui.document_pane import DocumentPane
from redactor.ui.palette import Theme
from redactor.ui.workers import Job


class CheckPage(QWidget):
    """Files on the left, by severity; the page in the middle; what it means below."""

    left = Signal()
    """Back to the dossier."""
    failed = Signal(object)

    def __init__(self, checking: Checking, render: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checking = checking
        self._shown: Aside | None = None
        self._spot = -1
        self._revealed: set[Aside] = set()
        self.tree = CheckTree()
        self.tree.chosen.connect(self._show)
        self.pane = DocumentPane(render)
        self.card = CheckCard()
        self.card.reveal_wanted.connect(self._reveal)
        self.card.other_wanted.connect(self._other)
        self.card.aside_wanted.connect(self._aside)
        self.card.password_wanted.connect(self._password)
        self.saving = Saving(checking.job, self)
        self.saving.failed.connect(self.failed)
        self.saving.written.connect(self._written)
        self.verdict = QLabel()
        self.verdict.setProperty("role", "heading")
        self.verdict.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setMaximumWidth(160)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._note = QLabel()
        self._add = self._button(self.tr("Ajouter des fichiers…"), self.ask)
        self._folder = self._button(self.tr("Ajouter un dossier…"), self._ask_folder)
        self._compare = self._button(self.tr("Comparer deux versions…"), self._ask_old)
        self._save = self._button(self.tr("Enregistrer le rapport…"), self._ask_report)
        self._leave = self._button(self.tr("Fermer la vérification"), self._close)
        self._lay_out()
        checking.changed.connect(self.refresh)
        self.refresh()

    def _button(self, text: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(call)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 10, 14, 10)
        top.setSpacing(10)
        top.addWidget(self.verdict, 1)
        top.addWidget(self._note)
        top.addWidget(self._progress)
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 0, 14, 10)
        bar.setSpacing(8)
        for button in (self._add, self._folder, self._compare, self._save):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self._leave)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        below = QVBoxLayout()
        below.setContentsMargins(10, 10, 10, 10)
        below.addWidget(self.card)
        column.addLayout(below)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.tree)
        split.addWidget(right)
        split.setHandleWidth(1)
        split.setSizes([420, 900])
        split.setStretchFactor(1, 1)
        split.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(bar)
        layout.addWidget(split, 1)

    def set_theme(self, theme: Theme) -> None:
        self.pane.set_theme(theme)

    # --- files ----------------------------------------------------------------------------

    def ask(self) -> None:
        """Let a person choose files to check."""
        chosen = QFileDialog(self, self.tr("Fichiers à vérifier"))
        chosen.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chosen.filesSelected.connect(lambda names: self.check([Path(name) for name in names]))
        chosen.open()

    def _ask_folder(self) -> None:
        chosen = QFileDialog(self, self.tr("Dossier à vérifier"))
        chosen.setFileMode(QFileDialog.FileMode.Directory)
        chosen.fileSelected.connect(lambda name: self.check([Path(name)]))
        chosen.open()

    def _ask_old(self) -> None:
        chosen = QFileDialog(self, self.tr("La première version, ou l’original public"))
        chosen.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen.fileSelected.connect(lambda name: self._ask_new(Path(name)))
        chosen.open()

    def _ask_new(self, old: Path) -> None:
        chosen = QFileDialog(self, self.tr("L’autre version"))
        chosen.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen.fileSelected.connect(lambda name: self.compare(old, Path(name)))
        chosen.open()

    def check(self, paths: Sequence[Path]) -> None:
        """Check files or folders."""
        self._checking.add(paths)

    def compare(self, old: Path, new: Path) -> None:
        """Say what one release hides and the other shows."""
        self._revealed.clear()
        self._checking.compare(old, new)

    def _close(self) -> None:
        self._checking.clear()
        self._revealed.clear()
        self.left.emit()

    # --- what was found -------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the reports as they stand; where one was stays chosen."""
        checking = self._checking
        reports = list(checking.reports.values())
        self.tree.show_reports(reports, checking.waiting, checking.aside, self._shown)
        self._progress.setVisible(checking.busy or checking.searching)
        self._progress.setAccessibleName(self.tr("Vérification en cours"))
        searching = self.tr("Recherche des données restées en clair…")
        self._note.setText(searching if checking.searching else "")
        if not reports:
            told = self.tr("Déposez ici les fichiers reçus, ou ceux que vous allez envoyer.")
        elif checking.busy:
            told = self.tr("Vérification en cours…")
        else:
            told = self._of_batch([without(report, checking.aside) for report in reports])
        self.verdict.setText(told)
        self._save.setEnabled(bool(reports) and not checking.busy)

    def _of_batch(self, reports: Sequence[Report]) -> str:
        """The batch's verdict, in a sentence."""
        every = [finding for report in reports for finding in report.findings]
        leaks = sum(each.severity is Severity.LEAK for each in every)
        unread = sum(each.kind is Kind.UNREAD for each in every)
        if leaks:
            return self.tr("%n fuite(s) : ne diffusez pas ces fichiers.", "", leaks)
        if unread:
            return self.tr(
                "Aucune fuite vue, mais %n partie(s) n’ont pas pu être lues.", "", unread
            )
        if any(each.severity is Severity.WARNING for each in every):
            return self.tr("Aucune fuite ; des points demandent un regard.")
        return self.tr("Rien d’occulté ne se lit dans ces fichiers.")

    # --- one finding ----------------------------------------------------------------------

    def _show(self, what: Aside | None) -> None:
        if what != self._shown:
            self._spot = -1
        self._shown = what
        if what is None:
            self.card.clear()
            self.pane.show_message("")
            return
        path, finding = what
        why = self._checking.aside.get(what)
        self.card.show_finding(finding, revealed=what in self._revealed, why_aside=why)
        self._show_place(path, finding, finding.page, finding.box)

    def _show_place(self, path: str, finding: Finding, page: int | None, box: Box | None) -> None:
        report = self._checking.reports.get(path)
        pages = max((flow.page or 0 for flow in report.flows), default=0) if report else 0
        pages = max(pages, page or 0)
        try:
            paged = pages > 0 and adapter_for(Path(path)).paged
        except Problem:
            paged = False
        if not paged or page is None:
            name, where = Path(path).name, words.where(finding)
            self.pane.show_message(name if where == name else f"{name}\n\n{where}")
            return
        password = self._checking.passwords.get(path)
        if self.pane.shows != Document(Path(path), password) or not self.pane.paged:
            self.pane.show_document(Path(path), password, pages, (), Path(path).name)
        places = [(page, box)] if box else []
        places += [(s.page, s.box) for s in finding.also if not s.document and s.page and s.box]
        self.pane.canvas.areas.point_out({f"finding-{n}": place for n, place in enumerate(places)})
        self.pane.canvas.go_to(page)
        if box:
            self.pane.canvas.bring_in(page, box)

    def _reveal(self) -> None:
        if self._shown is not None:
            self._revealed.add(self._shown)
            self._show(self._shown)
            self.card.value.setFocus()

    def _other(self) -> None:
        """Go to the next of the places that the finding speaks of, and back to its own."""
        if self._shown is None:
            return
        path, finding = self._shown
        spots: list[Spot] = [spot for spot in finding.also if spot.page]
        self._spot = self._spot + 1 if self._spot + 1 < len(spots) else -1
        if self._spot < 0:
            self._show_place(path, finding, finding.page, finding.box)
        else:
            spot = spots[self._spot]
            self._show_place(spot.document or path, finding, spot.page, spot.box)

    def _aside(self) -> None:
        what = self._shown
        if what is None:
            return
        if what in self._checking.aside:
            self._checking.set_aside(what, None)
            return
        question = Question(
            self.tr("Écarter ce constat"),
            self.tr("Il ne comptera plus dans le verdict ; le rapport dira pourquoi."),
            self.tr("Écarter"),
            self,
        )
        reason = question.line(self.tr("Motif"), needed=True)
        question.then(lambda: self._checking.set_aside(what, reason.text().strip()))

    def _password(self) -> None:
        if self._shown is None:
            return
        path = self._shown[0]
        question = Question(
            self.tr("Mot de passe"),
            self.tr("{name} est protégé.").format(name=Path(path).name),
            self.tr("Ouvrir"),
            self,
        )
        line = question.line(self.tr("Mot de passe"), needed=True)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        question.then(lambda: self._checking.unlock(path, line.text()))

    # --- the report -----------------------------------------------------------------------

    def _ask_report(self) -> None:
        self.saving.ask(list(self._checking.reports.values()), self._checking.aside)

    def save_report(self, path: Path, *, reveal: bool = False) -> None:
        """Write what was found, values masked unless asked for: a PDF, or a table (``.csv``)."""
        reports = list(self._checking.reports.values())
        self.saving.write(path, reports, self._checking.aside, reveal=reveal)

    def _written(self, path: Path) -> None:
        self._note.setText(self.tr("Rapport enregistré : {name}").format(name=path.name))
