"""The screen that checks received files: what is still readable, and where."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from redactor.check.finding import SEVERITIES, Finding, Report, Severity
from redactor.check.report import as_csv, masked
from redactor.formats.registry import adapter_for
from redactor.jobs.render import Document
from redactor.problem import Problem, reason
from redactor.ui.checking import Checking
from redactor.ui.document_pane import DocumentPane
from redactor.ui.palette import Theme
from redactor.ui.place_words import place_name
from redactor.ui.words import channel_name, percent, say
from redactor.ui.workers import Job

_FINDING = Qt.ItemDataRole.UserRole


class CheckPage(QWidget):
    """Files on the left, by severity; the page in the middle; what it means below."""

    left = Signal()
    """Back to the dossier."""
    failed = Signal(object)

    def __init__(self, checking: Checking, render: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checking = checking
        self._shown: tuple[str, Finding] | None = None
        self._revealed: set[tuple[str, Finding]] = set()
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Constats, par document et par gravité"))
        self.tree.currentItemChanged.connect(self._chosen)
        self.pane = DocumentPane(render)
        self.verdict = QLabel()
        self.verdict.setProperty("role", "heading")
        self.verdict.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setMaximumWidth(160)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Vérification en cours"))
        self.meaning = QLabel()
        self.meaning.setWordWrap(True)
        self.value = QLabel()
        self.value.setWordWrap(True)
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.reveal = QPushButton(self.tr("Révéler ce qui se lit"))
        self.reveal.clicked.connect(self._reveal)
        self._add = QPushButton(self.tr("Ajouter des fichiers…"))
        self._add.clicked.connect(self.ask)
        self._save = QPushButton(self.tr("Enregistrer le rapport…"))
        self._save.clicked.connect(self._ask_report)
        self._leave = QPushButton(self.tr("Fermer la vérification"))
        self._leave.clicked.connect(self._close)
        self._lay_out()
        checking.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 10, 14, 10)
        top.addWidget(self.verdict, 1)
        top.addWidget(self._progress)
        for button in (self._add, self._save, self._leave):
            top.addWidget(button)
        card = QFrame()
        card.setProperty("card", True)
        below = QVBoxLayout(card)
        below.setContentsMargins(16, 12, 16, 12)
        below.setSpacing(8)
        below.addWidget(self.meaning)
        row = QHBoxLayout()
        row.addWidget(self.value, 1)
        row.addWidget(self.reveal)
        below.addLayout(row)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 10, 10)
        column.addWidget(self.pane, 1)
        column.addWidget(card)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.tree)
        split.addWidget(right)
        split.setSizes([420, 900])
        split.setStretchFactor(1, 1)
        split.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
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

    def check(self, paths: Sequence[Path]) -> None:
        """Check files or folders."""
        self._checking.add(paths)

    def _close(self) -> None:
        self._checking.clear()
        self._revealed.clear()
        self.left.emit()

    # --- what was found -------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the reports as they stand; where one was stays chosen."""
        chosen = self._shown
        self.tree.blockSignals(True)
        self.tree.clear()
        again: QTreeWidgetItem | None = None
        for report in self._checking.reports.values():
            top = QTreeWidgetItem([f"{Path(report.path).name} — {self._say(report)}"])
            top.setToolTip(0, report.path)
            self.tree.addTopLevelItem(top)
            for severity in SEVERITIES:
                found = [each for each in report.findings if each.severity is severity]
                if not found:
                    continue
                head = QTreeWidgetItem([f"{self._name(severity)} ({len(found)})"])
                top.addChild(head)
                for finding in found:
                    item = QTreeWidgetItem([f"{_where(finding)} : {_say(finding)}"])
                    item.setToolTip(0, _say(finding))
                    item.setData(0, _FINDING, (report.path, finding))
                    head.addChild(item)
                    if chosen == (report.path, finding):
                        again = item
                head.setExpanded(severity is not Severity.INFO)
            top.setExpanded(True)
        self.tree.blockSignals(False)
        if again is not None:
            self.tree.setCurrentItem(again)
        else:
            self._show(None)
        self._progress.setVisible(self._checking.busy)
        self.verdict.setText(self._verdict())
        self._save.setEnabled(bool(self._checking.reports) and not self._checking.busy)

    def _say(self, report: Report) -> str:
        if self._checking.busy and not report.findings and not report.flows:
            return self.tr("en attente")
        leaks = sum(each.severity is Severity.LEAK for each in report.findings)
        if leaks:
            return self.tr("%n fuite(s)", "", leaks)
        if report.unread:
            return self.tr("%n partie(s) non lue(s)", "", len(report.unread))
        warnings = sum(each.severity is Severity.WARNING for each in report.findings)
        return (
            self.tr("%n avertissement(s)", "", warnings) if warnings else self.tr("rien à signaler")
        )

    def _name(self, severity: Severity) -> str:
        return {
            Severity.LEAK: self.tr("Fuites : un texte caché se lit encore"),
            Severity.WARNING: self.tr("Avertissements"),
            Severity.INFO: self.tr("Pour information"),
        }[severity]

    def _verdict(self) -> str:
        reports = list(self._checking.reports.values())
        if not reports:
            return self.tr("Déposez ici les fichiers reçus, ou ceux que vous allez envoyer.")
        if self._checking.busy:
            return self.tr("Vérification en cours…")
        findings = [each for report in reports for each in report.findings]
        leaks = sum(each.severity is Severity.LEAK for each in findings)
        unread = sum(len(report.unread) for report in reports)
        if leaks:
            return self.tr("%n fuite(s) : ne diffusez pas ces fichiers.", "", leaks)
        if unread:
            return self.tr(
                "Aucune fuite vue, mais %n partie(s) n’ont pas pu être lues.", "", unread
            )
        if any(each.severity is Severity.WARNING for each in findings):
            return self.tr("Aucune fuite ; des points demandent un regard.")
        return self.tr("Rien d’occulté ne se lit dans ces fichiers.")

    # --- one finding ----------------------------------------------------------------------

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        self._show(item.data(0, _FINDING) if item is not None else None)

    def _show(self, what: tuple[str, Finding] | None) -> None:
        self._shown = what
        if what is None:
            self.meaning.setText(self.tr("Choisissez un constat."))
            self.value.clear()
            self.reveal.hide()
            self.pane.show_message("")
            return
        path, finding = what
        sure = self.tr("sûr à {value}").format(value=percent(finding.certainty))
        lines = [f"{_say(finding)} ({sure})"]
        lines += [
            self.tr("Voir aussi : {where}").format(
                where=", ".join(
                    part
                    for part in (
                        Path(spot.document).name if spot.document else "",
                        self.tr("page {page}").format(page=spot.page) if spot.page else "",
                        channel_name(spot.channel),
                    )
                    if part
                )
            )
            for spot in finding.also
        ]
        self.meaning.setText("\n".join(lines))
        shown = what in self._revealed
        self.value.setText(finding.text if shown else masked(finding.text))
        self.reveal.setVisible(bool(finding.text) and not shown)
        self._show_place(path, finding)

    def _show_place(self, path: str, finding: Finding) -> None:
        report = self._checking.reports.get(path)
        pages = max((flow.page or 0 for flow in report.flows), default=0) if report else 0
        pages = max(pages, finding.page or 0)
        try:
            paged = pages > 0 and adapter_for(Path(path)).paged
        except Problem:
            paged = False
        if not paged or finding.page is None:
            where = place_name(finding.place) or channel_name(finding.channel)
            self.pane.show_message(f"{Path(path).name}\n\n{where}")
            return
        if self.pane.shows != Document(Path(path), None) or not self.pane.paged:
            self.pane.show_document(Path(path), None, pages, (), Path(path).name)
        areas = {"finding": (finding.page, finding.box)} if finding.box else {}
        self.pane.canvas.set_areas(areas)
        self.pane.canvas.go_to(finding.page)

    def _reveal(self) -> None:
        if self._shown is not None:
            self._revealed.add(self._shown)
            self._show(self._shown)
            self.value.setFocus()

    # --- the report -----------------------------------------------------------------------

    def _ask_report(self) -> None:
        chosen = QFileDialog(self, self.tr("Enregistrer le rapport"), "", "CSV (*.csv)")
        chosen.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chosen.setDefaultSuffix("csv")
        chosen.fileSelected.connect(lambda name: self.save_report(Path(name)))
        chosen.open()

    def save_report(self, path: Path) -> None:
        """Write what was found, values masked, for a spreadsheet."""
        try:
            path.write_text(as_csv(list(self._checking.reports.values())), "utf-8", newline="")
        except OSError as error:
            self.failed.emit(_NotWritten(folder=str(path), why=reason(error)))


class _NotWritten(Problem):
    """The report cannot be written."""

    key = "problem.output-not-writable"


def _say(finding: Finding) -> str:
    return say(finding.message, dict(finding.facts))  # type: ignore[arg-type]


def _where(finding: Finding) -> str:
    if finding.page:
        return f"p. {finding.page}"
    return place_name(finding.place) or channel_name(finding.channel)
