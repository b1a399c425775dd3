"""The window: documents on the left, the document in the middle, mentions on the right.

It only puts the parts together and says when each must look again; none of them knows the
others.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from redactor.formats.errors import Problem
from redactor.jobs.render import service as render_service
from redactor.ui.actions import Actions
from redactor.ui.appearance import apply_theme
from redactor.ui.area_actions import AreaActions
from redactor.ui.availability import Availability, timer
from redactor.ui.check_page import CheckPage
from redactor.ui.checking import Checking
from redactor.ui.commands import Section
from redactor.ui.desk import Desk
from redactor.ui.document_list import DocumentList
from redactor.ui.document_pane import DocumentPane
from redactor.ui.export_progress import ExportProgress
from redactor.ui.file_actions import FileActions
from redactor.ui.keys import Keys
from redactor.ui.palette import Appearance, Theme, theme_of
from redactor.ui.premark_actions import PremarkActions
from redactor.ui.release_actions import ReleaseActions
from redactor.ui.releasing import Releasing
from redactor.ui.result_page import ResultPage
from redactor.ui.review_actions import ReviewActions
from redactor.ui.review_pane import ReviewPane
from redactor.ui.sample import sample_files
from redactor.ui.selection_actions import SelectionActions
from redactor.ui.showing import Showing
from redactor.ui.status_line import StatusLine
from redactor.ui.toolbar import Toolbar
from redactor.ui.tour import TourBar
from redactor.ui.view_actions import ViewActions
from redactor.ui.welcome import Welcome
from redactor.ui.words import sentence
from redactor.ui.workers import Job

# Milliseconds of rest after which the place where one is is noted: a crash opens there again.
REST = 1500


class MainWindow(QMainWindow):
    """The parts and the screens."""

    def __init__(self, folder: Path, settings: QSettings) -> None:
        """`folder`: where new dossiers are kept."""
        super().__init__()
        self._settings = settings
        self.theme = theme_of(Appearance.SYSTEM)
        self.desk = Desk(folder, self)
        self.render_job = Job(render_service, self, newest_first=True)
        self.releasing = Releasing(self)
        self.checking = Checking(self)

        self.welcome = Welcome()
        self.tour = TourBar()
        self.documents = DocumentList(self.desk.documents)
        self.pane = DocumentPane(self.render_job)
        self.review = ReviewPane(self.desk.review, self.desk.decisions)
        self.progress = ExportProgress()
        self.result = ResultPage()
        self.check = CheckPage(self.checking, self.render_job)
        self.workspace = QSplitter(Qt.Orientation.Horizontal)
        self.screens = QStackedWidget()
        self._lay_out()

        self.keys = Keys(settings, self)
        self.act = Actions(self, self.keys)
        self.actions_by_name: dict[str, QAction] = self.act.by_name
        self.toolbar = Toolbar(self.actions_by_name)
        self.addToolBar(self.toolbar)
        self.status = StatusLine(self.statusBar())

        self.available = Availability(self)
        self._rest = timer(self, REST, lambda: self.desk.leave(self.review.current))
        self.showing = Showing(self)
        self.viewing = ViewActions(self, settings, self.keys)
        self.files = FileActions(self, folder, settings)
        self.reviewing = ReviewActions(self)
        self.selecting = SelectionActions(self)
        self.areas = AreaActions(self)
        self.premarks = PremarkActions(self)
        self.release = ReleaseActions(self, self.releasing)

        self.setWindowTitle("Redactor")
        self.setAcceptDrops(True)
        self.resize(1320, 820)
        self._connect_actions()
        self._connect_desk()
        self._connect_screens()
        self.available.update()

    def start(self) -> None:
        """Start the processes while one looks for the files."""
        self.desk.start()
        self.render_job.start()

    @property
    def shown(self) -> str:
        """The id of the document in the middle; empty for none."""
        return self.showing.document

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = QLabel(self.tr("Documents"))
        title.setProperty("role", "heading")
        title.setContentsMargins(14, 12, 10, 8)
        column.addWidget(title)
        column.addWidget(self.documents, 1)
        left.setMinimumWidth(170)
        self.pane.setMinimumWidth(320)
        self.review.setMinimumWidth(330)
        for widget in (left, self.pane, self.review):
            self.workspace.addWidget(widget)
        for number, stretch in enumerate((0, 1, 0)):
            self.workspace.setStretchFactor(number, stretch)
            self.workspace.setCollapsible(number, False)
        self.workspace.setHandleWidth(1)
        self.workspace.setSizes([250, 650, 420])
        for screen in (self.welcome, self.workspace, self.progress, self.result, self.check):
            self.screens.addWidget(screen)
        centre = QWidget()
        below = QVBoxLayout(centre)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.screens, 1)
        below.addWidget(self.tour)
        self.setCentralWidget(centre)
        self.welcome.offer_sample(bool(sample_files()))

    # --- connections ----------------------------------------------------------------------

    def _connect_actions(self) -> None:
        act, files = self.act, self.files
        act.connect_all(
            {
                "open": files.ask_files,
                "close": self.close_dossier,
                "check": self.show_check,
                "quit": self.close,
                **self.viewing.handlers(),
                **files.handlers(),
                **self.reviewing.handlers(),
                **self.selecting.handlers(),
                **self.areas.handlers(),
                **self.premarks.handlers(),
                **self.release.handlers(),
            }
        )
        act.ground_chosen.connect(self.review.set_ground_key)
        self.keys.changed.connect(lambda: self.review.detail.show_keys(self.keys.every()))
        self.review.detail.show_keys(self.keys.every())
        act.appearance_chosen.connect(self.set_appearance)
        act.language_chosen.connect(self.viewing.choose_language)
        act.offer_recent(files.fill_recent, files.recent)
        menu = act.menus[Section.DOCUMENT]
        self.documents.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.documents.customContextMenuRequested.connect(
            lambda at: menu.popup(self.documents.mapToGlobal(at))
        )
        self.welcome.offer_recent(files.recent())

    def _connect_desk(self) -> None:
        desk = self.desk
        desk.listing.listed.connect(self._mentions_listed)
        desk.listing.changed.connect(self._mentions_changed)
        desk.places.marks_changed.connect(self._tell_notes)
        desk.history_changed.connect(self.available.update_history)
        desk.opening.connect(self._opening)
        desk.return_to.connect(self.review.go_to)
        desk.said.connect(self.say)
        desk.failed.connect(self.show_problem)
        self.release.changed.connect(self.available.update)
        self.screens.currentChanged.connect(lambda _: self.say(""))
        desk.opened.connect(lambda: self.say(""))
        for changed in (
            desk.history_changed,
            desk.opened,
            desk.intake.idle,
            desk.documents.dataChanged,
            desk.documents.rowsInserted,
            desk.documents.rowsRemoved,
            desk.places.marks_changed,
            desk.places.areas_changed,
            self.showing.changed,
            self.screens.currentChanged,
        ):
            changed.connect(self.available.update_soon)

    def _connect_screens(self) -> None:
        review, pane = self.review, self.pane
        review.went_to.connect(self.showing.show_mention)
        review.went_to.connect(lambda _: self._rest.start())
        review.said.connect(self.say)
        pane.mention_clicked.connect(self._clicked)
        pane.page_changed.connect(lambda _: self.available.update_page())
        pane.zoom_changed.connect(lambda _: self.available.update_page())
        pane.view_changed.connect(self.available.update_page)
        self.welcome.open_wanted.connect(self.files.ask_files)
        self.welcome.recent_wanted.connect(lambda path: self.open_paths([path]))
        self.welcome.sample_wanted.connect(self._try_sample)
        self.welcome.check_wanted.connect(self.show_check)
        self.check.left.connect(self.back)
        self.check.failed.connect(self.show_problem)
        self.status.cancel_wanted.connect(self.desk.intake.cancel)

    # --- files ----------------------------------------------------------------------------

    def open_paths(self, paths: list[Path]) -> None:
        """Open files, folders or a dossier."""
        if paths:
            self.desk.open_files(paths)
            # Drawing the screen for the first time is a step of its own.
            QTimer.singleShot(0, self, self.back)

    def _try_sample(self) -> None:
        """Open the sample, and lead through it."""
        self.open_paths(sample_files())
        self.tour.begin()

    def come_forward(self, paths: list[Path]) -> None:
        """A second start gave its files, or only wants this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.open_paths(paths)

    def close_dossier(self) -> None:
        """Put the dossier away and come back to the first page."""
        self.tour.end()
        self.showing.nothing()
        self.desk.leave(self.review.current)
        self._rest.stop()
        self.desk.close_dossier()
        self.review.filter.clear()
        self.back()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in urls]
        if self.screens.currentWidget() is self.check:
            self.check.check(paths)
        else:
            self.open_paths(paths)

    # --- screens --------------------------------------------------------------------------

    def show_check(self, paths: Sequence[Path] = ()) -> None:
        """Go to the screen that checks files, with these or those that one chooses."""
        self.screens.setCurrentWidget(self.check)
        self.check.check(paths)
        self.check.tree.setFocus()

    def back(self) -> None:
        """Go to the documents, or to the first page where there are none."""
        at_work = self.desk.documents.rows or self.desk.opener.busy
        self.screens.setCurrentWidget(self.workspace if at_work else self.welcome)
        if at_work:
            self.review.list.setFocus()
        self.available.update()

    def _opening(self, begins: bool) -> None:
        self.showing.opening(begins)
        if begins:
            self.screens.setCurrentWidget(self.workspace)
        else:
            self.back()

    def _clicked(self, mark: str) -> None:
        if mark not in self.desk.review.items:
            self.areas.take(mark)
            return
        self.review.go_to(mark)
        self.review.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- telling --------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """A sentence in the status bar, announced to assistive technology."""
        self.status.say(text)

    def show_problem(self, problem: Problem) -> None:
        """Say what went wrong; the rest goes on meanwhile."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Redactor", sentence(problem), parent=self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _mentions_listed(self) -> None:
        names = {row.id: row.name for row in self.desk.documents.rows}
        self.review.model.name_documents(names)
        self.review.filter.has_many_documents(len(names) > 1)
        self.review.mentions_listed()
        self._tell_notes()
        self.pane.refresh_marks()
        self.available.update_soon()

    def _mentions_changed(self, ids: tuple[str, ...]) -> None:
        self.review.mentions_changed(ids)
        self.pane.refresh_marks()
        self.available.update_soon()

    def _tell_notes(self) -> None:
        places = self.desk.places
        flagged = {flag.mention: flag.note for flag in places.flags() if flag.mention}
        self.review.show_notes(flagged, places.readings())

    # --- appearance -----------------------------------------------------------------------

    def set_appearance(self, appearance: Appearance) -> None:
        """Choose the colours, now and for the next time."""
        self._settings.setValue("appearance", appearance.value)
        theme = theme_of(appearance)
        apply_theme(theme)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of a theme."""
        self.theme = theme
        chosen = Appearance(str(self._settings.value("appearance", Appearance.SYSTEM.value)))
        self.act.set_theme(theme, chosen)
        for part in (
            self.documents,
            self.pane,
            self.review,
            self.welcome,
            self.result,
            self.check,
        ):
            part.set_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.release.may_close():
            event.ignore()
            return
        self.desk.leave(self.review.current)
        self.releasing.close()
        self.premarks.close()
        self.release.close()
        self.pane.close_jobs()
        self.checking.close()
        self.render_job.close()
        self.desk.close()
        super().closeEvent(event)
