"""The actions that lead to a release: what holds it, the preview, the export, its outcome."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from redactor.dossier import Dossier
from redactor.dossier.gate import Hold, Reason
from redactor.dossier.releases import Since, since_last
from redactor.formats.errors import Problem
from redactor.jobs.package import Pack
from redactor.jobs.package import service as package_service
from redactor.release.cases import case_of
from redactor.release.export import Outcome
from redactor.ui.changes_dialog import ChangesDialog
from redactor.ui.document_model import Stage
from redactor.ui.export_dialog import ExportDialog, Standing
from redactor.ui.making import Making
from redactor.ui.pack_dialog import PackDialog
from redactor.ui.preview import Preview
from redactor.ui.releasing import Releasing, standing
from redactor.ui.result_page import open_folder
from redactor.ui.sample import sample_files

if TYPE_CHECKING:
    from redactor.release.package import Packaged
    from redactor.ui.main_window import MainWindow


def beside(dossier: Dossier) -> Path:
    """Where a release of the dossier may lie: with its first original, or among the person's
    own documents where nothing can be written there, as with the sample."""
    rows = dossier.documents()
    folder = rows[0].path.parent if rows else Path()
    samples = {path.parent for path in sample_files()}
    if rows and folder not in samples and os.access(folder, os.W_OK):
        return folder
    own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(own) / "Redactor" / dossier.path.stem


class ReleaseActions(QObject):
    """Asks, then has the release made; the dossier is frozen meanwhile."""

    changed = Signal()
    """A preview or a release begins or ends."""

    def __init__(self, window: "MainWindow", releasing: Releasing) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._releasing = releasing
        self._previewing = False
        self._packing = Making(package_service, self)
        self._outcome: Outcome | None = None
        window.progress.cancel_wanted.connect(self._cancel)
        window.result.package_wanted.connect(self.package)
        self._packing.progressed.connect(window.progress.show_progress)
        self._packing.finished.connect(self._packaged)
        self._packing.failed.connect(self._unpacked)
        self._packing.cancelled.connect(self._unpacked)
        window.result.back.connect(window.back)
        releasing.progressed.connect(window.progress.show_progress)
        releasing.finished.connect(self._released)
        releasing.failed.connect(self._failed)
        releasing.cancelled.connect(self._cancelled)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {"preview": self.preview, "export": self.export, "changes": self.show_changes}

    def update(self) -> None:
        """What can be done now."""
        if self._releasing.busy or self._previewing:
            self._desk.frozen = True
        elif self._window.screens.currentWidget() is not self._window.progress:
            self._desk.frozen = False
        at_work = bool(self._desk.documents.rows) and self._window.available.at_work
        ready = at_work and not self._releasing.busy
        act = self._window.actions_by_name
        act["export"].setEnabled(ready)
        act["changes"].setEnabled(ready and self._desk.dossier is not None)
        row = self._desk.documents.get(self._window.shown)
        shown = row is not None and row.stage is Stage.REVIEW and not row.excluded
        act["preview"].setEnabled(ready and shown)
        self._window.toolbar.enable_export(ready)

    # --- the export -----------------------------------------------------------------------

    def export(self) -> None:
        """Look at what holds the release, ask where to, then release."""
        dossier = self._desk.dossier
        if dossier is None or self._releasing.busy or self._desk.frozen:
            return
        self._desk.frozen = True

        def ready(facts: Standing) -> None:
            self._desk.frozen = False
            if dossier is self._desk.dossier:
                self._ask(facts)

        self._desk.background.run(lambda: standing(dossier), ready)

    def _ask(self, facts: Standing) -> None:
        assert self._desk.dossier is not None
        folder = beside(self._desk.dossier) / self.tr("communication")
        dialog = ExportDialog(facts, folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.cure_wanted.connect(self.cure)

        def accepted() -> None:
            assert self._desk.dossier is not None
            self._window.progress.begin()
            self._window.screens.setCurrentWidget(self._window.progress)
            self._releasing.start(self._desk.dossier, dialog.choice(), self._desk.passwords)
            self.changed.emit()

        dialog.accepted.connect(accepted)
        dialog.open()

    def cure(self, hold: Hold) -> None:
        """Go where a reason to hold the release can be cured."""
        window = self._window
        match hold.reason:
            case Reason.UNDECIDED | Reason.SIGNAL | Reason.NO_GROUND | Reason.RETURNED:
                if hold.mentions:
                    window.review.go_to(hold.mentions[0])
                    window.review.list.setFocus(Qt.FocusReason.OtherFocusReason)
                else:
                    area = self._desk.places.areas(hold.document).get(hold.areas[0])
                    window.showing.show_page(hold.document, area.page if area else 1)
            case Reason.UNSEEN | Reason.UNREAD if hold.pages:
                window.showing.show_page(hold.document, hold.pages[0])
            case Reason.NOT_CONFIRMED:
                window.reviewing.sign_off()
            case _:
                window.showing.show(hold.document)

    def _cancel(self) -> None:
        self._releasing.cancel()
        self._packing.cancel()

    def _released(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._window.result.show_outcome(outcome)
        self._window.screens.setCurrentWidget(self._window.result)
        self._window.result.setFocus()
        self._desk.listing.count()
        self.changed.emit()

    def _failed(self, problem: Problem) -> None:
        self._window.back()
        self._window.show_problem(problem)

    def _cancelled(self) -> None:
        self._window.back()
        self._window.say(self.tr("Export annulé : rien n’a été écrit."))

    # --- the package ----------------------------------------------------------------------

    def package(self, release: Path) -> None:
        """Ask where to, then pack a release for its two recipients."""
        if self._packing.busy or self._desk.dossier is None:
            return
        folder = release.with_name(self.tr("{release} - envoi").format(release=release.name))
        dialog = PackDialog(folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def accepted() -> None:
            assert self._desk.dossier is not None
            case, password = case_of(self._desk.dossier), dialog.password.text()
            pack = Pack(release, dialog.chosen, case, password)
            self._window.progress.begin_package()
            self._window.screens.setCurrentWidget(self._window.progress)
            self._packing.make(lambda: pack)

        dialog.accepted.connect(accepted)
        dialog.open()

    def _packaged(self, packaged: "Packaged") -> None:
        assert self._outcome is not None
        self._window.result.show_outcome(self._outcome, packaged)
        self._window.screens.setCurrentWidget(self._window.result)
        self._window.result.setFocus()
        open_folder(packaged.folder)

    def _unpacked(self, problem: Problem | None = None) -> None:
        self._window.screens.setCurrentWidget(self._window.result)
        if problem is None:
            self._window.say(self.tr("Envoi annulé : rien n’a été écrit."))
        else:
            self._window.show_problem(problem)

    def close(self) -> None:
        """End the process that packs."""
        self._packing.close()

    def may_close(self) -> bool:
        """Whether the window may close: a release under way is stopped only if one says so."""
        if not self._releasing.busy:
            return True
        answer = QMessageBox.question(
            self._window,
            "Redactor",
            self.tr("Un export est en cours. L’arrêter et fermer ? Rien ne sera publié."),
        )
        return answer == QMessageBox.StandardButton.Yes

    # --- a further release ----------------------------------------------------------------

    def show_changes(self) -> None:
        """Show what the next release would change from the last one."""
        dossier = self._desk.dossier
        if dossier is None or self._desk.frozen:
            return
        self._desk.frozen = self._previewing = True

        def ready(since: Since) -> None:
            self._previewing = False
            self.changed.emit()
            if dossier is self._desk.dossier:
                dialog = ChangesDialog(since, self._desk, self._window)
                dialog.went_to.connect(self._window.showing.show_span)
                dialog.open()

        self._desk.background.run(lambda: since_last(dossier), ready)

    # --- the preview ----------------------------------------------------------------------

    def preview(self) -> None:
        """Show the document as it would go out, beside its original."""
        desk, window = self._desk, self._window
        row = desk.documents.get(window.shown)
        ready = row is not None and row.stage is Stage.REVIEW and not row.excluded
        if desk.dossier is None or not ready or desk.frozen or self._releasing.busy:
            return
        dialog = Preview(window.render_job, desk.intake.job, self._releasing.job, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.set_theme(window.theme)
        desk.frozen = self._previewing = True

        def thaw() -> None:
            self._previewing = False
            self.changed.emit()

        dialog.ready.connect(thaw)
        dialog.make(desk.dossier, window.shown, tuple(desk.flows(window.shown)), desk.passwords)
        dialog.open()
