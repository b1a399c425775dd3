"""What the middle of the window shows, and how it follows the desk and the list."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit

from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.text.flow import Span
from redactor.ui.document_model import Stage
from redactor.ui.review import Item

if TYPE_CHECKING:
    from redactor.ui.main_window import MainWindow


class Showing(QObject):
    """Puts one document of the desk before the eye."""

    changed = Signal()
    """Another document, or another state of it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk, self._pane, self._list = window.desk, window.pane, window.documents
        self.document = ""
        """The id of the document shown; empty for none."""
        desk = self._desk
        desk.document_ready.connect(self._ready)
        desk.flows_read.connect(self._flows_read)
        desk.places.areas_changed.connect(self._areas_changed)
        desk.places.pages_changed.connect(self._pages_changed)
        desk.documents.dataChanged.connect(self._states_changed)
        desk.documents.rowsInserted.connect(self._came)
        self._list.chosen.connect(self.show)

    def show(self, document: str) -> None:
        """Show a document."""
        row = self._desk.documents.get(document)
        if row is None:
            return
        self._list.choose(document)
        self._window.review.filter.set_document(document)
        if row.stage is Stage.FAILED:
            self.document = document
            cure = self.tr(
                "Menu Document : « Essayer de relire », une fois le fichier réparé, ou « Retirer"
                " ce document ». Les autres documents n’attendent pas."
            )
            self._pane.show_message(f"{row.name}\n\n{row.error}\n\n{cure}")
            if document in self._desk.intake.locked:
                self._ask_password(document)
            self.changed.emit()
            return
        flows = self._desk.flows(document)
        if row.pages is None and not flows:
            self.document = document
            self._pane.show_message(self.tr("Ouverture de {name}…").format(name=row.name))
            return
        if self.document == document and self._pane.view is not None:
            return
        self.document = document
        password = self._desk.passwords.get(row.path)
        self._pane.show_document(
            Path(row.path), password, row.pages, flows, row.name, self._desk.reading(document)
        )
        self._pane.show_mentions(self._desk.review, document)
        self._areas_changed(document)
        self._pages_changed(document)

    def show_page(self, document: str, page: int) -> None:
        """Show a page of a document."""
        self.show(document)
        if self._pane.paged:
            self._pane.canvas.go_to(page)

    def show_mention(self, mention: str) -> None:
        """Show a mention where it is."""
        item = self._desk.review.items.get(mention)
        if item is not None:
            if item.document != self.document:
                self.show(item.document)
            self._pane.go_to(item)

    def show_span(self, document: str, span: Span) -> None:
        """Show characters where they are, selected where a page shows them."""
        flow = self._desk.listing.flow(document, span.flow)
        if flow is None:
            return
        self.show(document)
        text = flow.text[span.start : span.end]
        place = Mention("", span, text, Category.CUSTOM, channel=flow.channel, page=flow.page)
        self._pane.go_to(Item(place, document, Decision.REVIEW, False, "", (0, 0, 0)))
        canvas = self._pane.canvas
        if self._pane.view is canvas and flow.page and canvas.layout_of(flow.page) is not None:
            canvas.select(flow.page, (span,))

    def turn(self, step: int) -> None:
        """Go to the next document of the list, or to the one before."""
        rows = self._desk.documents.rows
        if rows:
            self.show(rows[(self._list.currentIndex().row() + step) % len(rows)].id)

    def nothing(self) -> None:
        """No document is shown."""
        self.document = ""
        self._pane.show_message(self.tr("Choisissez un document."))

    def opening(self, begins: bool) -> None:
        """A dossier is being opened, or was."""
        if begins:
            self._pane.show_message(self.tr("Ouverture du dossier…"))
        else:
            self.nothing()

    # --- following ------------------------------------------------------------------------

    def _ready(self, document: str) -> None:
        current = self._list.currentIndex()
        rows = self._desk.documents.rows
        if not current.isValid() or rows[current.row()].id == document:
            self.show(document)

    def _flows_read(self, document: str, flows: object) -> None:
        if document != self.document:
            return
        if self._pane.view is None:
            self.show(document)
        else:
            self._pane.add_flows(flows)  # type: ignore[arg-type]

    def _came(self) -> None:
        if not self._list.currentIndex().isValid() and self._desk.documents.rows:
            self.show(self._desk.documents.rows[0].id)

    def _states_changed(self) -> None:
        row = self._desk.documents.get(self.document)
        if row is not None and row.stage is Stage.FAILED and self._pane.view is None:
            self.show(self.document)

    def _pages_changed(self, document: str) -> None:
        if document == self.document and self._pane.paged:
            self._pane.canvas.set_removed(self._desk.places.removed(document))
        self.changed.emit()

    def _areas_changed(self, document: str) -> None:
        if document == self.document:
            self._pane.areas.show(self._desk.places.areas(document).values())

    def _ask_password(self, document: str) -> None:
        row = self._desk.documents.get(document)
        if row is None:
            return
        self._desk.intake.locked.discard(document)
        password, given = QInputDialog.getText(
            self._window,
            self.tr("Fichier protégé"),
            self.tr("Mot de passe de {name} :").format(name=row.name),
            QLineEdit.EchoMode.Password,
        )
        if given and password:
            self._desk.unlock(document, password)
        else:
            self._desk.intake.locked.add(document)
