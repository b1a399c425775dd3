"""What the window holds beyond its first page: loaded and made once that page is shown.

With everything in it the window took 1.3 s to appear; its first page takes half of that.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from redactor.jobs.render import service as render_service
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
from redactor.ui.main_window import MainWindow
from redactor.ui.premark_actions import PremarkActions
from redactor.ui.recent import recent
from redactor.ui.release_actions import ReleaseActions
from redactor.ui.releasing import Releasing
from redactor.ui.result_page import ResultPage
from redactor.ui.review_actions import ReviewActions
from redactor.ui.review_pane import ReviewPane
from redactor.ui.selection_actions import SelectionActions
from redactor.ui.showing import Showing
from redactor.ui.view_actions import ViewActions
from redactor.ui.workers import Job

# Milliseconds of rest after which the place where one is is noted: a crash opens there again.
REST = 1500


def furnish(window: MainWindow, folder: Path) -> Iterator[None]:
    """Make the rest of the window, a step at a time: whoever goes through the steps lets the
    window breathe between them. `folder`: where new dossiers are kept."""
    window.desk = Desk(folder, window)
    window.render_job = Job(render_service, window, newest_first=True)
    window.releasing = Releasing(window)
    window.checking = Checking(window)
    yield
    window.documents = DocumentList(window.desk.documents)
    window.pane = DocumentPane(window.render_job)
    yield
    window.review = ReviewPane(window.desk.review, window.desk.decisions)
    yield
    window.progress = ExportProgress()
    window.result = ResultPage()
    window.check = CheckPage(window.checking, window.render_job)
    yield
    window.themed = (window.documents, window.pane, window.review, window.result, window.check)
    window.set_theme(window.theme)
    yield
    _lay_out(window)
    yield
    window.available = Availability(window)
    window.rest = timer(window, REST, lambda: window.desk.leave(window.review.current))
    window.showing = Showing(window)
    window.viewing = ViewActions(window, window.settings, window.keys)
    window.files = FileActions(window, folder, window.settings)
    window.reviewing = ReviewActions(window)
    window.selecting = SelectionActions(window)
    window.areas = AreaActions(window)
    window.premarks = PremarkActions(window)
    window.release = ReleaseActions(window, window.releasing)
    _connect_actions(window)
    _connect_desk(window)
    _connect_screens(window)


def furnished(window: MainWindow, folder: Path) -> MainWindow:
    """The window with everything in it, at once."""
    for _ in furnish(window, folder):
        pass
    window.furnished()
    return window


def _lay_out(window: MainWindow) -> None:
    left = QWidget()
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    title = QLabel(QCoreApplication.translate("MainWindow", "Documents"))
    title.setProperty("role", "heading")
    title.setContentsMargins(14, 12, 10, 8)
    column.addWidget(title)
    column.addWidget(window.documents, 1)
    left.setMinimumWidth(170)
    window.pane.setMinimumWidth(320)
    window.review.setMinimumWidth(330)
    workspace = window.workspace = QSplitter(Qt.Orientation.Horizontal)
    for widget in (left, window.pane, window.review):
        workspace.addWidget(widget)
    for number, stretch in enumerate((0, 1, 0)):
        workspace.setStretchFactor(number, stretch)
        workspace.setCollapsible(number, False)
    workspace.setHandleWidth(1)
    workspace.setSizes([250, 650, 420])
    for screen in (workspace, window.progress, window.result, window.check):
        window.screens.addWidget(screen)


def _connect_actions(window: MainWindow) -> None:
    act, files = window.act, window.files
    act.connect_all(
        {
            "open": files.ask_files,
            "close": window.close_dossier,
            "check": window.show_check,
            "quit": window.close,
            **window.viewing.handlers(),
            **files.handlers(),
            **window.reviewing.handlers(),
            **window.selecting.handlers(),
            **window.areas.handlers(),
            **window.premarks.handlers(),
            **window.release.handlers(),
        }
    )
    act.ground_chosen.connect(window.review.set_ground_key)
    window.keys.changed.connect(lambda: window.review.detail.show_keys(window.keys.every()))
    window.review.detail.show_keys(window.keys.every())
    act.offer_recent(files.fill_recent, lambda: recent(window.settings))
    menu = act.menus[Section.DOCUMENT]
    window.documents.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    window.documents.customContextMenuRequested.connect(
        lambda at: menu.popup(window.documents.mapToGlobal(at))
    )


def _connect_desk(window: MainWindow) -> None:
    desk = window.desk
    desk.listing.listed.connect(window.mentions_listed)
    desk.listing.changed.connect(window.mentions_changed)
    desk.places.marks_changed.connect(window.tell_notes)
    desk.history_changed.connect(window.available.update_history)
    desk.opening.connect(window.show_opening)
    desk.return_to.connect(window.review.go_to)
    desk.said.connect(window.say)
    desk.failed.connect(window.show_problem)
    window.release.changed.connect(window.available.update)
    window.screens.currentChanged.connect(lambda _: window.say(""))
    desk.opened.connect(lambda: window.say(""))
    for changed in (
        desk.history_changed,
        desk.opened,
        desk.intake.idle,
        desk.documents.dataChanged,
        desk.documents.rowsInserted,
        desk.documents.rowsRemoved,
        desk.places.marks_changed,
        desk.places.areas_changed,
        window.showing.changed,
        window.screens.currentChanged,
    ):
        changed.connect(window.available.update_soon)


def _connect_screens(window: MainWindow) -> None:
    review, pane = window.review, window.pane
    review.went_to.connect(window.showing.show_mention)
    review.went_to.connect(lambda _: window.rest.start())
    review.said.connect(window.say)
    pane.mention_clicked.connect(window.go_to_mark)
    pane.page_changed.connect(lambda _: window.available.update_page())
    pane.zoom_changed.connect(lambda _: window.available.update_page())
    pane.view_changed.connect(window.available.update_page)
    window.check.left.connect(window.back)
    window.check.failed.connect(window.show_problem)
    window.status.cancel_wanted.connect(window.desk.intake.cancel)
