"""The window: documents on the left, the document in the middle, mentions on the right."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from redactor.dossier.gate import Hold, Reason
from redactor.formats.errors import Problem
from redactor.formats.registry import suffixes
from redactor.jobs.render import service as render_service
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.release.export import Outcome
from redactor.text.flow import Span
from redactor.ui.appearance import STEP, apply_text_size, apply_theme
from redactor.ui.check_page import CheckPage
from redactor.ui.checking import Checking
from redactor.ui.commands import Section, commands, ground_keys, section_name
from redactor.ui.desk import SUFFIX, Desk, Found
from redactor.ui.document_list import DocumentList
from redactor.ui.document_model import Stage
from redactor.ui.document_pane import DocumentPane
from redactor.ui.export_dialog import ExportDialog, Standing
from redactor.ui.export_progress import ExportProgress
from redactor.ui.file_actions import FileActions
from redactor.ui.help_dialog import AboutDialog, KeysDialog
from redactor.ui.icons import icon
from redactor.ui.palette import Appearance, Theme, theme_of
from redactor.ui.preview import Preview
from redactor.ui.releasing import Releasing, standing
from redactor.ui.result_page import ResultPage
from redactor.ui.review_actions import ReviewActions
from redactor.ui.review_pane import ReviewPane
from redactor.ui.sample import sample_files
from redactor.ui.welcome import Welcome
from redactor.ui.words import percent, sentence
from redactor.ui.workers import Job


class MainWindow(QMainWindow):
    """Puts the parts together; none of them knows the others."""

    def __init__(self, folder: Path, settings: QSettings) -> None:
        """`folder`: where new dossiers are kept."""
        super().__init__()
        self._settings = settings
        self.desk = Desk(folder, self)
        self.render_job = Job(render_service, self, newest_first=True)
        self.releasing = Releasing(self)
        self.shown = ""
        """The id of the document in the middle; empty for none."""
        self._previewing = False
        self._theme = theme_of(Appearance.SYSTEM)
        self.welcome = Welcome()
        self.documents = DocumentList(self.desk.documents)
        self.pane = DocumentPane(self.render_job)
        self.review = ReviewPane(self.desk)
        self.result = ResultPage()
        self.progress = ExportProgress()
        self.checking = Checking(self)
        self.check = CheckPage(self.checking, self.render_job)
        self.actions_by_name: dict[str, QAction] = {}
        self._stack = QStackedWidget()
        # Where one is, noted when one rests: after a crash too the dossier opens there.
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(1500)
        self.files = FileActions(self, folder, settings)
        self.reviewing = ReviewActions(self)
        self._workspace = QSplitter(Qt.Orientation.Horizontal)
        self._page_label = QLabel()
        self._zoom_label = QLabel()
        self._left_label = QLabel()
        self._status = QLabel()
        self._due_label = QLabel()
        self._reading = QProgressBar()
        self._cancel_reading = QPushButton(self.tr("Arrêter l’analyse"))
        self._toolbar = QToolBar(self.tr("Outils"))
        self.setWindowTitle("Redactor")
        self.setAcceptDrops(True)
        self.resize(1320, 820)
        self._lay_out()
        self._make_actions()
        self._connect()
        self._update()

    def start(self) -> None:
        """Start the processes while one looks for the files."""
        self.desk.intake.start()
        self.render_job.start()

    # --- layout ---------------------------------------------------------------------------

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
            self._workspace.addWidget(widget)
        for number, stretch in enumerate((0, 1, 0)):
            self._workspace.setStretchFactor(number, stretch)
            self._workspace.setCollapsible(number, False)
        self._workspace.setHandleWidth(1)
        self._workspace.setSizes([220, 680, 420])
        for widget in (self.welcome, self._workspace, self.progress, self.result, self.check):
            self._stack.addWidget(widget)
        self.setCentralWidget(self._stack)
        self.welcome.offer_sample(bool(sample_files()))
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self._status.setContentsMargins(8, 0, 8, 0)
        self._reading.setMaximumWidth(160)
        self._reading.setTextVisible(False)
        self._reading.setAccessibleName(self.tr("Avancement de l’analyse"))
        bar.addWidget(self._status, 1)
        self._due_label.setContentsMargins(8, 0, 8, 0)
        bar.addPermanentWidget(self._due_label)
        bar.addPermanentWidget(self._reading)
        bar.addPermanentWidget(self._cancel_reading)

    def _make_actions(self) -> None:
        menus = {section: self.menuBar().addMenu(section_name(section)) for section in Section}
        for command in commands():
            action = QAction(command.text, self)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setToolTip(_tip(command.text, command.keys))
            if command.separated:
                menus[command.section].addSeparator()
            menus[command.section].addAction(action)
            self.addAction(action)
            self.actions_by_name[command.name] = action
        for number, key in enumerate(ground_keys(), 1):
            action = QAction(self.tr("Motif {number}").format(number=number), self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, n=number: self.review.set_ground_key(n))
            self.addAction(action)
        self.actions_by_name["area"].setCheckable(True)
        appearance = menus[Section.VIEW].addMenu(self.tr("A&pparence"))
        self._appearances: dict[Appearance, QAction] = {}
        for choice, text in (
            (Appearance.SYSTEM, self.tr("Comme le bureau")),
            (Appearance.LIGHT, self.tr("Claire")),
            (Appearance.DARK, self.tr("Sombre")),
            (Appearance.CONTRAST, self.tr("Contraste élevé")),
        ):
            action = appearance.addAction(text)
            action.setCheckable(True)
            self._appearances[choice] = action
        self._recent_menu = QMenu(self.tr("Dossiers &récents"), self)
        menus[Section.FILE].insertMenu(self.actions_by_name["properties"], self._recent_menu)
        self._recent_menu.aboutToShow.connect(lambda: self.files.fill_recent(self._recent_menu))
        self.files.fill_recent(self._recent_menu)
        self.welcome.offer_recent(self.files.recent())
        self.documents.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.documents.customContextMenuRequested.connect(
            lambda at: menus[Section.DOCUMENT].popup(self.documents.mapToGlobal(at))
        )
        menus[Section.FILE].aboutToShow.connect(
            lambda: self._recent_menu.setEnabled(bool(self.files.recent()))
        )
        self._fill_toolbar()

    def _fill_toolbar(self) -> None:
        bar = self._toolbar
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.addToolBar(bar)
        act = self.actions_by_name
        bar.addAction(act["open"])
        act["open"].setIconText(self.tr("Ouvrir"))
        button = bar.widgetForAction(act["open"])
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addSeparator()
        bar.addAction(act["undo"])
        bar.addAction(act["redo"])
        bar.addSeparator()
        bar.addAction(act["previous-page"])
        self._page_label.setMinimumWidth(72)
        self._page_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar.addWidget(self._page_label)
        bar.addAction(act["next-page"])
        bar.addSeparator()
        bar.addAction(act["zoom-out"])
        self._zoom_label.setMinimumWidth(52)
        self._zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar.addWidget(self._zoom_label)
        bar.addAction(act["zoom-in"])
        bar.addAction(act["fit-width"])
        bar.addSeparator()
        bar.addAction(act["area"])
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        self._left_label.setContentsMargins(0, 0, 12, 0)
        bar.addWidget(self._left_label)
        self._export_button = QPushButton(self.tr("Exporter…"))
        self._export_button.setProperty("primary", True)
        self._export_button.clicked.connect(act["export"].trigger)
        bar.addWidget(self._export_button)

    # --- connections ----------------------------------------------------------------------

    def _connect(self) -> None:
        desk, pane, review = self.desk, self.pane, self.review
        for name, handler in self._handlers().items():
            self.actions_by_name[name].triggered.connect(_plain(handler))
        desk.mentions_listed.connect(self._mentions_listed)
        desk.mentions_changed.connect(self._mentions_changed)
        desk.document_ready.connect(self._document_ready)
        desk.flows_read.connect(self._flows_read)
        desk.areas_changed.connect(self._areas_changed)
        desk.places.pages_changed.connect(self._pages_changed)
        desk.places.marks_changed.connect(self._marks_changed)
        desk.history_changed.connect(self._update)
        desk.said.connect(self.say)
        desk.failed.connect(self.show_problem)
        desk.opening.connect(self._opening)
        desk.opened.connect(self._update)
        desk.return_to.connect(self.review.go_to)
        self._leaving.timeout.connect(lambda: desk.leave(review.current))
        review.went_to.connect(lambda _: self._leaving.start())
        desk.intake.idle.connect(self._update)
        desk.documents.dataChanged.connect(self._documents_changed)
        desk.documents.rowsInserted.connect(self._documents_came)
        desk.documents.rowsRemoved.connect(self._update)
        self.documents.chosen.connect(self.show_document)
        review.went_to.connect(self._went_to)
        review.said.connect(self.say)
        pane.mention_clicked.connect(self._clicked)
        pane.selected.connect(self._selected)
        pane.add_wanted.connect(self._add)
        pane.area_drawn.connect(self._area_drawn)
        pane.page_changed.connect(lambda _: self._update_page())
        pane.zoom_changed.connect(lambda _: self._update_page())
        pane.view_changed.connect(self._update_page)
        self.welcome.open_wanted.connect(self.ask_files)
        self.welcome.recent_wanted.connect(lambda path: self.open_paths([path]))
        self.welcome.sample_wanted.connect(lambda: self.open_paths(sample_files()))
        self.check.left.connect(self.back)
        self.check.failed.connect(self.show_problem)
        self.welcome.check_wanted.connect(self.show_check)
        self.result.back.connect(self.back)
        self.progress.cancel_wanted.connect(self.releasing.cancel)
        self.releasing.progressed.connect(self.progress.show_progress)
        self.releasing.finished.connect(self._released)
        self.releasing.failed.connect(self._release_failed)
        self.releasing.cancelled.connect(self._release_cancelled)
        self._cancel_reading.clicked.connect(desk.intake.cancel)
        self._stack.currentChanged.connect(lambda _: self._update())
        for choice, action in self._appearances.items():
            action.triggered.connect(lambda _=False, c=choice: self.set_appearance(c))

    def _handlers(self) -> dict[str, Callable[[], object]]:
        review, desk, pane = self.review, self.desk, self.pane
        return {
            "open": self.ask_files,
            "close": self.close_dossier,
            "check": self.show_check,
            "preview": self.preview,
            "remove": self._remove,
            **self.files.handlers(),
            **self.reviewing.handlers(),
            "export": self.export,
            "quit": self.close,
            "occult": lambda: review.decide(Decision.OCCULT),
            "keep": lambda: review.decide(Decision.KEEP),
            "occult-all": lambda: review.decide(Decision.OCCULT, every=True),
            "keep-all": lambda: review.decide(Decision.KEEP, every=True),
            "reconsider": lambda: review.decide(Decision.REVIEW),
            "category": review.detail.focus_category,
            "ground": review.detail.focus_ground,
            "grow": lambda: desk.move_end(review.current, 1),
            "shrink": lambda: desk.move_end(review.current, -1),
            "grow-start": lambda: desk.move_end(review.current, -1, start=True),
            "shrink-start": lambda: desk.move_end(review.current, 1, start=True),
            "add": lambda: pane.add_selection(),
            "add-all": lambda: pane.add_selection(every=True),
            "find": self.ask_text,
            "area": self._toggle_area,
            "undo": desk.undo,
            "redo": desk.redo,
            "next": review.next_undecided,
            "previous": lambda: review.next_undecided(-1),
            "filter": review.filter.focus_text,
            "list": lambda: review.list.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "page": lambda: pane.view and pane.view.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "documents": lambda: self.documents.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "next-page": lambda: pane.canvas.go_to(pane.canvas.page + 1),
            "previous-page": lambda: pane.canvas.go_to(pane.canvas.page - 1),
            "next-document": lambda: self._turn(1),
            "previous-document": lambda: self._turn(-1),
            "zoom-in": lambda: pane.view and pane.view.zoom_in(),
            "zoom-out": lambda: pane.view and pane.view.zoom_out(),
            "fit-width": pane.canvas.fit_width,
            "text-larger": lambda: self.size_text(STEP),
            "text-smaller": lambda: self.size_text(-STEP),
            "help": lambda: KeysDialog(self).exec(),
            "about": lambda: AboutDialog(self).exec(),
        }

    # --- files ----------------------------------------------------------------------------

    def open_paths(self, paths: list[Path]) -> None:
        """Open files, folders or a dossier."""
        if paths:
            self.desk.open_files(paths)
            self.back()

    def come_forward(self, paths: list[Path]) -> None:
        """A second start gave its files, or only wants this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.open_paths(paths)

    def ask_files(self) -> None:
        """Let a person choose files."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Ouvrir des fichiers"),
            str(self._settings.value("folder", "")),
            self.tr("Documents ({patterns});;Dossiers Redactor ({dossiers});;Tous (*)").format(
                patterns=patterns, dossiers=f"*{SUFFIX}"
            ),
        )
        if chosen:
            self._settings.setValue("folder", str(Path(chosen[0]).parent))
            self.open_paths([Path(name) for name in chosen])

    def show_check(self, paths: Sequence[Path] = ()) -> None:
        """Go to the screen that checks files, with these or those that one chooses."""
        self._stack.setCurrentWidget(self.check)
        self.check.check(paths)
        self.check.tree.setFocus()

    def close_dossier(self) -> None:
        """Put the dossier away and come back to the first page."""
        self.shown = ""
        self.pane.show_message(self.tr("Choisissez un document."))
        self.desk.leave(self.review.current)
        self._leaving.stop()
        self.desk.close_dossier()
        self.review.filter.clear()
        self.back()

    def _remove(self) -> None:
        if self.shown:
            document, self.shown = self.shown, ""
            self.pane.show_message(self.tr("Choisissez un document."))
            self.desk.remove(document)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in urls]
        if self._stack.currentWidget() is self.check:
            self.check.check(paths)
        else:
            self.open_paths(paths)

    # --- what is shown --------------------------------------------------------------------

    def show_document(self, document: str) -> None:
        """Show a document in the middle."""
        row = self.desk.documents.get(document)
        if row is None:
            return
        self.documents.choose(document)
        self.review.filter.set_document(document)
        if row.stage is Stage.FAILED:
            self.shown = document
            self.pane.show_message(f"{row.name}\n\n{row.error}")
            if document in self.desk.intake.locked:
                self._ask_password(document)
            self._update()
            return
        flows = self.desk.flows(document)
        if row.pages is None and not flows:
            self.shown = document
            self.pane.show_message(self.tr("Ouverture de {name}…").format(name=row.name))
            return
        if self.shown == document and self.pane.view is not None:
            return
        self.shown = document
        path = Path(row.path)
        password = self.desk.passwords.get(row.path)
        self.pane.show_document(path, password, row.pages, flows, row.name)
        self.pane.show_mentions(self.desk.review, document)
        self._areas_changed(document)
        self._pages_changed(document)
        self._update()

    def show_page(self, document: str, page: int) -> None:
        """Show a page of a document."""
        self.show_document(document)
        if self.pane.paged:
            self.pane.canvas.go_to(page)
            self._update_page()

    def _opening(self, begins: bool) -> None:
        if begins:
            self.pane.show_message(self.tr("Ouverture du dossier…"))
            self._stack.setCurrentWidget(self._workspace)
        else:
            self.pane.show_message(self.tr("Choisissez un document."))
            self.back()

    def _document_ready(self, document: str) -> None:
        current = self.documents.currentIndex()
        rows = self.desk.documents.rows
        if not current.isValid() or rows[current.row()].id == document:
            self.show_document(document)

    def _flows_read(self, document: str, flows: object) -> None:
        if document != self.shown:
            return
        if self.pane.view is None:
            self.show_document(document)
        else:
            self.pane.add_flows(flows)  # type: ignore[arg-type]

    def _mentions_listed(self) -> None:
        names = {row.id: row.name for row in self.desk.documents.rows}
        self.review.model.name_documents(names)
        self.review.filter.has_many_documents(len(names) > 1)
        self.review.mentions_listed()
        self._tell_notes()
        self.pane.refresh_marks()
        self._update()

    def _mentions_changed(self, ids: tuple[str, ...]) -> None:
        self.review.mentions_changed(ids)
        self.pane.refresh_marks()
        self._update()

    def _went_to(self, mention: str) -> None:
        item = self.desk.review.items.get(mention)
        if item is not None:
            if item.document != self.shown:
                self.show_document(item.document)
            self.pane.go_to(item)

    def _clicked(self, mention: str) -> None:
        if mention not in self.desk.review.items:
            self.reviewing.area(mention)
            return
        self.review.go_to(mention)
        self.review.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, step: int) -> None:
        count = len(self.desk.documents.rows)
        if count:
            row = (self.documents.currentIndex().row() + step) % count
            self.show_document(self.desk.documents.rows[row].id)

    def _documents_came(self) -> None:
        if not self.documents.currentIndex().isValid() and self.desk.documents.rows:
            self.show_document(self.desk.documents.rows[0].id)
        self._update()

    def _documents_changed(self) -> None:
        row = self.desk.documents.get(self.shown)
        if row is not None and row.stage is Stage.FAILED and self.pane.view is None:
            self.show_document(self.shown)
        self._update()

    def _ask_password(self, document: str) -> None:
        row = self.desk.documents.get(document)
        if row is None:
            return
        self.desk.intake.locked.discard(document)
        password, given = QInputDialog.getText(
            self,
            self.tr("Fichier protégé"),
            self.tr("Mot de passe de {name} :").format(name=row.name),
            QLineEdit.EchoMode.Password,
        )
        if given and password:
            self.desk.unlock(document, password)
        else:
            self.desk.intake.locked.add(document)

    # --- adding ---------------------------------------------------------------------------

    def _selected(self, text: str, spans: tuple[Span, ...]) -> None:
        if not spans:
            return
        self.pane.bar.offer(text, _guess(text))
        if "\n" in text and len(spans) > 1:
            return

        def counted(found: Found) -> None:
            if self.pane.selection == spans:
                self.pane.bar.say_count(len(found), len({document for document, _ in found}))

        self.desk.find(text, counted)

    def _add(self, spans: tuple[Span, ...], category: Category, every: bool) -> None:
        document = self.shown
        text = self.pane.text_of(spans)
        self.pane.clear_selection()
        if every:
            self.desk.add_everywhere(text, category, lambda ids: self.review.go_to(ids[0]))
        elif ids := self.desk.add(document, spans, category):
            self.review.go_to(ids[0])

    def ask_text(self) -> None:
        """Occult a text wherever it stands, from the keyboard alone."""
        text, given = QInputDialog.getText(
            self, self.tr("Chercher et occulter"), self.tr("Texte à occulter partout :")
        )
        if not given or not text.strip():
            return

        def found(places: Found) -> None:
            if not places:
                self.say(self.tr("Ce texte ne se trouve dans aucun document."))
                return
            documents = len({document for document, _ in places})
            question = self.tr("Occulter %n occurrence(s) dans {documents} ?", "", len(places))
            answer = QMessageBox.question(
                self,
                self.tr("Chercher et occulter"),
                question.format(documents=self.tr("%n document(s)", "", documents)),
            )
            if answer == QMessageBox.StandardButton.Yes:
                self.desk.add_everywhere(text, _guess(text), lambda ids: self.review.go_to(ids[0]))

        self.desk.find(text, found)

    def _toggle_area(self) -> None:
        self.pane.canvas.draw_areas(self.actions_by_name["area"].isChecked())

    def _area_drawn(self, page: int, box: tuple[float, float, float, float]) -> None:
        self.desk.add_area(self.shown, page, box)
        self.actions_by_name["area"].setChecked(False)
        self.pane.canvas.draw_areas(False)

    def _pages_changed(self, document: str) -> None:
        if document == self.shown and self.pane.paged:
            self.pane.canvas.set_removed(self.desk.places.removed(document))
        self._update()

    def _tell_notes(self) -> None:
        places = self.desk.places
        flagged = {flag.mention: flag.note for flag in places.flags() if flag.mention}
        self.review.show_notes(flagged, places.readings())

    def _marks_changed(self) -> None:
        self._tell_notes()
        self._update()

    def _areas_changed(self, document: str) -> None:
        if document == self.shown and self.desk.dossier is not None and self.pane.paged:
            areas = {row.id: (row.page, row.box) for row in self.desk.dossier.areas(document)}
            self.pane.canvas.set_areas(areas)

    # --- release --------------------------------------------------------------------------

    def export(self) -> None:
        """Look at what holds the release, ask where to, then release."""
        dossier = self.desk.dossier
        if dossier is None or self.releasing.busy or self.desk.frozen:
            return
        self.desk.frozen = True

        def ready(facts: Standing) -> None:
            self.desk.frozen = False
            if dossier is self.desk.dossier:
                self._ask_export(facts)

        self.desk.background.run(lambda: standing(dossier), ready)

    def _ask_export(self, facts: Standing) -> None:
        assert self.desk.dossier is not None
        first = self.desk.dossier.documents()
        folder = Path(first[0].path).parent / self.tr("communication") if first else Path()
        dialog = ExportDialog(facts, folder, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.cure_wanted.connect(self.cure)

        def accepted() -> None:
            assert self.desk.dossier is not None
            self.progress.begin()
            self._stack.setCurrentWidget(self.progress)
            self.releasing.start(self.desk.dossier, dialog.choice(), self.desk.passwords)
            self._update()

        dialog.accepted.connect(accepted)
        dialog.open()

    def preview(self) -> None:
        """Show the document as it would go out, beside its original."""
        desk, row = self.desk, self.desk.documents.get(self.shown)
        ready = row is not None and row.stage is Stage.REVIEW and not row.excluded
        if desk.dossier is None or not ready or desk.frozen or self.releasing.busy:
            return
        dialog = Preview(self.render_job, desk.intake.job, self.releasing.job, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.set_theme(self._theme)
        desk.frozen = self._previewing = True

        def thaw() -> None:
            self._previewing = False
            self._update()

        dialog.ready.connect(thaw)
        dialog.make(desk.dossier, self.shown, tuple(desk.flows(self.shown)), desk.passwords)
        dialog.open()

    def cure(self, hold: Hold) -> None:
        """Go where a reason to hold the release can be cured."""
        match hold.reason:
            case Reason.UNDECIDED | Reason.SIGNAL | Reason.NO_GROUND | Reason.RETURNED:
                if hold.mentions:
                    self.review.go_to(hold.mentions[0])
                    self.review.list.setFocus(Qt.FocusReason.OtherFocusReason)
                elif self.desk.dossier is not None:
                    areas = {area.id: area.page for area in self.desk.dossier.areas(hold.document)}
                    self.show_page(hold.document, areas.get(hold.areas[0], 1))
            case Reason.UNSEEN:
                self.show_page(hold.document, hold.pages[0])
            case Reason.NOT_CONFIRMED:
                self.reviewing.sign_off()
            case _:
                self.show_document(hold.document)

    def _released(self, outcome: Outcome) -> None:
        self.result.show_outcome(outcome)
        self._stack.setCurrentWidget(self.result)
        self.result.setFocus()
        self._update()

    def _release_failed(self, problem: Problem) -> None:
        self.back()
        self.show_problem(problem)

    def _release_cancelled(self) -> None:
        self.back()
        self.say(self.tr("Export annulé : rien n’a été écrit."))

    def back(self) -> None:
        self._update()
        at_work = self.desk.documents.rows or self.desk.is_opening
        self._stack.setCurrentWidget(self._workspace if at_work else self.welcome)
        if self._stack.currentWidget() is self._workspace:
            self.review.list.setFocus()

    # --- telling --------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """A sentence in the status bar, announced to assistive technology."""
        self._status.setText(text)
        self._status.setAccessibleName(text)

    def show_problem(self, problem: Problem) -> None:
        QMessageBox.warning(self, "Redactor", sentence(problem))

    def _update(self) -> None:
        """What can be done now."""
        desk, act = self.desk, self.actions_by_name
        some = bool(desk.documents.rows)
        if not some and self._stack.currentWidget() is self._workspace and not desk.is_opening:
            self._stack.setCurrentWidget(self.welcome)
        elif some and self._stack.currentWidget() is self.welcome:
            self._stack.setCurrentWidget(self._workspace)
        dossier = desk.dossier
        act["undo"].setEnabled(dossier is not None and dossier.can_undo() is not None)
        act["redo"].setEnabled(dossier is not None and dossier.can_redo() is not None)
        if self.releasing.busy or self._previewing:
            desk.frozen = True
        elif self._stack.currentWidget() is not self.progress:
            desk.frozen = False
        ready = some and not self.releasing.busy
        act["export"].setEnabled(ready)
        act["preview"].setEnabled(ready and bool(self.shown))
        self._export_button.setEnabled(ready)
        act["remove"].setEnabled(bool(self.shown))
        self.files.update()
        self._say_dossier()
        remaining = desk.intake.remaining
        self._reading.setVisible(remaining > 0)
        self._cancel_reading.setVisible(remaining > 0)
        if remaining:
            rows = desk.documents.rows
            done = sum(
                1.0 if row.stage in (Stage.REVIEW, Stage.DONE, Stage.FAILED) else row.progress
                for row in rows
            )
            self._reading.setRange(0, 1000)
            self._reading.setValue(round(1000 * done / max(len(rows), 1)))
        # Letters decide where mentions are seen, and nowhere else.
        here = self._stack.currentWidget() is self._workspace
        for command in commands():
            if command.section is Section.DECIDE and command.name not in ("undo", "redo"):
                act[command.name].setEnabled(here)
        self._say_left()
        self._update_page()

    def _say_dossier(self) -> None:
        """The dossier in the window's title, its deadline in the status bar."""
        dossier = self.desk.dossier
        if dossier is None:
            self.setWindowTitle("Redactor")
            self._due_label.setText("")
            return
        info = dossier.info
        name = " — ".join(part for part in (info.reference, info.title) if part)
        self.setWindowTitle(f"{name or dossier.path.stem} — Redactor")
        due = info.due
        if due is None:
            self._due_label.setText("")
            return
        day = self.locale().toString(QDate(due.year, due.month, due.day), "d MMMM yyyy")
        left = (due - date.today()).days
        text = self.tr("Échéance : {day}").format(day=day)
        if left >= 0:
            text += self.tr(" (%n jour(s))", "", left)
        else:
            text += self.tr(" (dépassée de %n jour(s))", "", -left)
        self._due_label.setText(text)

    def _say_left(self) -> None:
        """What remains to be decided, which is how far one is."""
        review = self.desk.review
        waiting, signals = review.undecided(), review.signals()
        if not review.items:
            self._left_label.setText("")
            return
        text = self.tr("%n à décider", "", waiting) if waiting else self.tr("Tout est décidé")
        if signals:
            text += " · " + self.tr("%n signal(aux)", "", signals)
        self._left_label.setText(text)

    def _update_page(self) -> None:
        canvas = self.pane.canvas
        here = self._stack.currentWidget() is self._workspace
        paged = self.pane.paged and here
        self._page_label.setText(f"{canvas.page} / {canvas.page_count}" if paged else "")
        self._page_label.setAccessibleName(
            self.tr("Page {page} sur {count}").format(page=canvas.page, count=canvas.page_count)
        )
        view = self.pane.view if here else None
        self._zoom_label.setText(percent(view.zoom) if view else "")
        for name in ("next-page", "previous-page", "fit-width", "area"):
            self.actions_by_name[name].setEnabled(paged)
        for name in ("zoom-in", "zoom-out"):
            self.actions_by_name[name].setEnabled(view is not None)

    # --- appearance -----------------------------------------------------------------------

    def set_appearance(self, appearance: Appearance) -> None:
        """Choose the colours, now and for the next time."""
        self._settings.setValue("appearance", appearance.value)
        theme = theme_of(appearance)
        apply_theme(theme)
        self.set_theme(theme)

    def size_text(self, step: int = 0) -> None:
        """Make the window's text larger or smaller, now and for the next time."""
        size = apply_text_size(int(str(self._settings.value("text-size", 100))) + step)
        self._settings.setValue("text-size", size)
        # A style sheet keeps the font that it met first.
        apply_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of a theme."""
        self._theme = theme
        chosen = Appearance(str(self._settings.value("appearance", Appearance.SYSTEM.value)))
        for choice, action in self._appearances.items():
            action.setChecked(choice is chosen)
        for command in commands():
            if command.icon:
                self.actions_by_name[command.name].setIcon(
                    icon(command.icon, theme.text, theme.hairline)
                )
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
        if self.releasing.busy:
            answer = QMessageBox.question(
                self,
                "Redactor",
                self.tr("Un export est en cours. L’arrêter et fermer ? Rien ne sera publié."),
            )
            if answer != QMessageBox.StandardButton.Yes:
                event.ignore()
                return
        self.desk.leave(self.review.current)
        self.releasing.close()
        self.checking.close()
        self.render_job.close()
        self.desk.close()
        super().closeEvent(event)


def _plain(handler: Callable[[], object]) -> Callable[..., None]:
    """The handler without the « checked » that a signal gives."""

    def call(*_: object) -> None:
        handler()

    return call


def _tip(text: str, keys: tuple[str, ...]) -> str:
    plain = text.replace("&", "").rstrip("…")
    if not keys:
        return plain
    native = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain} ({native})"


def _guess(text: str) -> Category:
    """The category that a selected text most likely has."""
    words = text.strip()
    if "@" in words:
        return Category.EMAIL
    digits = sum(letter.isdigit() for letter in words)
    if digits >= 9 and digits >= len(words) // 2:
        return Category.PHONE
    return Category.PERSON if not digits else Category.CUSTOM
