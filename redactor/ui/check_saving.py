"""The report to send: as a PDF or a table, where a person chooses."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from redactor.check.finding import Report
from redactor.check.report import Aside
from redactor.jobs.check import Write
from redactor.ui.ask import Question
from redactor.ui.workers import Calls, Job


class Saving(QObject):
    """Asks whether values are to be in clear, then where to write the PDF and the table."""

    failed = Signal(object)
    written = Signal(object)
    """The file that was written."""

    def __init__(self, job: Job, parent: QWidget) -> None:
        super().__init__(parent)
        self._job = job
        self._window = parent

    def ask(self, reports: Sequence[Report], aside: Mapping[Aside, str]) -> Question:
        """Write the reports as one person asks for it."""
        question = Question(
            self.tr("Enregistrer le rapport"),
            self.tr(
                "Le rapport existe en PDF, à envoyer, et en tableau CSV. Ce que les constats "
                "révèlent y est masqué."
            ),
            self.tr("Choisir le fichier…"),
            self._window,
        )
        reveal = QCheckBox(self.tr("Écrire les valeurs en clair"))
        question.field(self.tr("Valeurs"), reveal)
        return question.then(lambda: self._choose(reports, aside, reveal.isChecked()))

    def _choose(self, reports: Sequence[Report], aside: Mapping[Aside, str], reveal: bool) -> None:
        chosen = QFileDialog(self._window, self.tr("Enregistrer le rapport"))
        chosen.setNameFilters(["PDF (*.pdf)", "CSV (*.csv)"])
        chosen.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chosen.setDefaultSuffix("pdf")
        chosen.filterSelected.connect(lambda name: chosen.setDefaultSuffix(name[:3].lower()))
        chosen.fileSelected.connect(
            lambda name: self.write(Path(name), reports, aside, reveal=reveal)
        )
        chosen.open()

    def write(
        self,
        path: Path,
        reports: Sequence[Report],
        aside: Mapping[Aside, str],
        *,
        reveal: bool = False,
    ) -> None:
        """Write the report in the checker's process; `failed` tells what stands in the way."""
        request = Write(path, tuple(reports), reveal, dict(aside))
        calls = Calls(done=self.written.emit, failed=self.failed.emit)
        self._job.ask_apart(lambda: request, calls)
