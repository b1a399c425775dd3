"""The window: documents on the left, the document in the middle, mentions on the right.

It only says when each part must look again; none of them knows the others. Its first page is
shown before the rest is loaded: `redactor.ui.furnishing` makes that.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from redactor.problem import Problem
from redactor.ui.actions import Actions
from redactor.ui.appearance import apply_theme
from redactor.ui.keys import Keys
from redactor.ui.palette import Appearance, Theme, theme_of
from redactor.ui.recent import recent
from redactor.ui.sample import sample_files
from redactor.ui.status_line import StatusLine
from redactor.ui.toolbar import Toolbar
from redactor.ui.tour import TourBar
from redactor.ui.welcome import Welcome
from redactor.ui.words import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter

    from redactor.ui.area_actions import AreaActions
    from redactor.ui.availability import Availability
    from redactor.ui.check_page import CheckPage
    from redactor.ui.checking import Checking
    from redactor.ui.desk import Desk
    from redactor.ui.document_list import DocumentList
    from redactor.ui.document_pane import DocumentPane
    from redactor.ui.export_progress import ExportProgress
    from redactor.ui.file_actions import FileActions
    from redactor.ui.premark_actions import PremarkActions
    from redactor.ui.release_actions import ReleaseActions
    from redactor.ui.releasing import Releasing
    from redactor.ui.result_page import ResultPage
    from redactor.ui.review_actions import ReviewActions
    from redactor.ui.review_pane import ReviewPane
    from redactor.ui.selection_actions import SelectionActions
    from redactor.ui.showing import Showing
    from redactor.ui.view_actions import ViewActions
    from redactor.ui.workers import Job


class MainWindow(QMainWindow):
    """The parts and the screens."""

    # Made by `furnishing`.
    desk: "Desk"
    render_job: "Job"
    releasing: "Releasing"
    checking: "Checking"
    documents: "DocumentList"
    pane: "DocumentPane"
    review: "ReviewPane"
    progress: "ExportProgress"
    result: "ResultPage"
    check: "CheckPage"
    workspace: "QSplitter"
    available: "Availability"
    rest: QTimer
    showing: "Showing"
    viewing: "ViewActions"
    files: "FileActions"
    reviewing: "ReviewActions"
    selecting: "SelectionActions"
    areas: "AreaActions"
    premarks: "PremarkActions"
    release: "ReleaseActions"

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme_of(Appearance.SYSTEM)
        self.welcome = Welcome()
        self.tour = TourBar()
        self.screens = QStackedWidget()
        self.keys = Keys(settings, self)
        self.act = Actions(self, self.keys)
        self.actions_by_name: dict[str, QAction] = self.act.by_name
        self.toolbar = Toolbar(self.actions_by_name)
        self.status = StatusLine(self.statusBar())
        self.themed: tuple[
            DocumentList | DocumentPane | ReviewPane | ResultPage | CheckPage, ...
        ] = ()
        self._furnished = False
        self._asked: list[Callable[[], object]] = []
        self.addToolBar(self.toolbar)
        self.setWindowTitle("Redactor")
        self.setAcceptDrops(True)
        self.resize(1320, 820)
        self._lay_out()
        self._connect_first_page()
        self.act.enable(self.act.by_name, on=False)

    def _lay_out(self) -> None:
        centre = QWidget()
        below = QVBoxLayout(centre)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.screens, 1)
        below.addWidget(self.tour)
        self.screens.addWidget(self.welcome)
        self.setCentralWidget(centre)
        self.welcome.offer_sample(bool(sample_files()))
        self.welcome.offer_recent(recent(self.settings))

    def _connect_first_page(self) -> None:
        welcome = self.welcome
        welcome.open_wanted.connect(lambda: self.once_furnished(lambda: self.files.ask_files()))
        welcome.recent_wanted.connect(lambda path: self.open_paths([path]))
        welcome.sample_wanted.connect(lambda: self.once_furnished(self._try_sample))
        welcome.check_wanted.connect(lambda: self.once_furnished(self.show_check))
        self.act.appearance_chosen.connect(self.set_appearance)
        self.act.language_chosen.connect(
            lambda code: self.once_furnished(lambda: self.viewing.choose_language(code))
        )

    def once_furnished(self, do: Callable[[], object]) -> None:
        """Do it now, or as soon as there is what it needs."""
        if self._furnished:
            do()
        else:
            self._asked.append(do)

    def furnished(self) -> None:
        """Everything is there: do what was asked meanwhile."""
        self._furnished = True
        self.act.enable(self.act.by_name, on=True)
        self.available.update()
        asked, self._asked = self._asked, []
        for do in asked:
            QTimer.singleShot(0, self, do)

    def start(self) -> None:
        """Start the processes while one looks for the files."""
        self.desk.start()
        self.render_job.start()

    @property
    def shown(self) -> str:
        """The id of the document in the middle; empty for none."""
        return self.showing.document

    # --- files ----------------------------------------------------------------------------

    def open_paths(self, paths: list[Path]) -> None:
        """Open files, folders or a dossier."""
        if paths:
            self.once_furnished(lambda: self._open(paths))

    def _open(self, paths: list[Path]) -> None:
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
        self.rest.stop()
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
        self.once_furnished(lambda: self._take(paths))

    def _take(self, paths: list[Path]) -> None:
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

    def show_opening(self, begins: bool) -> None:
        """A dossier begins to be opened, or is open."""
        self.showing.opening(begins)
        if begins:
            self.screens.setCurrentWidget(self.workspace)
        else:
            self.back()

    def go_to_mark(self, mark: str) -> None:
        """A mark of the document was clicked: a mention's, or an area's."""
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

    def mentions_listed(self) -> None:
        """What the list shows is another list."""
        names = {row.id: row.name for row in self.desk.documents.rows}
        self.review.model.name_documents(names)
        self.review.filter.has_many_documents(len(names) > 1)
        self.review.mentions_listed()
        self.tell_notes()
        # The text is drawn again in a turn of its own, after the list is.
        QTimer.singleShot(0, self.pane.refresh_marks)
        self.available.update_soon()

    def mentions_changed(self, ids: tuple[str, ...]) -> None:
        """Some of the list were decided, or undone."""
        self.review.mentions_changed(ids)
        self.pane.refresh_marks()
        self.available.update_soon()

    def tell_notes(self) -> None:
        """Show what was noted beside mentions, and what a second reader said of them."""
        places = self.desk.places
        flagged = {flag.mention: flag.note for flag in places.flags() if flag.mention}
        self.review.show_notes(flagged, places.readings())

    # --- appearance -----------------------------------------------------------------------

    def set_appearance(self, appearance: Appearance) -> None:
        """Choose the colours, now and for the next time."""
        self.settings.setValue("appearance", appearance.value)
        theme = theme_of(appearance)
        apply_theme(theme)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of a theme."""
        self.theme = theme
        chosen = Appearance(str(self.settings.value("appearance", Appearance.SYSTEM.value)))
        self.act.set_theme(theme, chosen)
        self.welcome.set_theme(theme)
        for part in self.themed:
            part.set_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._furnished:
            super().closeEvent(event)
            return
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
