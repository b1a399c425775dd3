"""The middle of the window: a document's pages, or its text laid out, and its hidden text."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from redactor.formats.base import READ_ALL, ReadOptions
from redactor.jobs.render import Document
from redactor.law.decisions import Decision
from redactor.text.flow import VISIBLE_CHANNELS, Flow, Span
from redactor.ui.blocks import ASIDE, Block, blocks_of
from redactor.ui.flow_view import FlowView
from redactor.ui.laid_out import SUFFIXES, LaidOut, offered
from redactor.ui.page_canvas import PageCanvas
from redactor.ui.page_feed import PageFeed
from redactor.ui.page_item import Mark
from redactor.ui.palette import Theme
from redactor.ui.pane_areas import PaneAreas
from redactor.ui.pane_selection import PaneSelection
from redactor.ui.review import Item, Review
from redactor.ui.text_feed import TextFeed
from redactor.ui.view_switch import View, ViewSwitch
from redactor.ui.workers import Job

# The size of a page before it is known, in points: A4.
A4 = (595.28, 841.89)


class DocumentPane(QWidget):
    """Shows one document at a time; the render job draws its pages."""

    mention_clicked = Signal(str)
    page_changed = Signal(int)
    zoom_changed = Signal(float)
    view_changed = Signal()

    def __init__(self, render: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._flows: dict[str, Flow] = {}
        self._hidden: set[str] = set()
        """The flows that the hidden view shows."""
        self._paged = False
        self._offered = True
        self.canvas = PageCanvas()
        self._pages_feed = PageFeed(render, self.canvas)
        self.selecting = PaneSelection(lambda: self.view, self)
        self.areas = PaneAreas(render, self.canvas, self.selecting.clear, self)
        self.images = self.areas.images
        self._laid_out = LaidOut(render, self)
        self.laid = self._laid_out.canvas
        self.text = FlowView()
        self.hidden = FlowView()
        self.hidden.setAccessibleName(self.tr("Texte caché du document"))
        self._message = QLabel()
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setMargin(40)
        self._stack = QStackedWidget()
        for widget in (
            self.canvas,
            self.images,
            self.laid,
            self.text,
            self.hidden,
            self._message,
        ):
            self._stack.addWidget(widget)
        self.switch = ViewSwitch()
        self._text_feed = TextFeed(self.text, self._blocks)
        self._hidden_feed = TextFeed(self.hidden, partial(blocks_of, visible=False))
        self._lay_out()
        self._connect()
        self.show_message(self.tr("Choisissez un document."))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.switch)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.selecting.bar)
        layout.addWidget(self.areas.bar)

    def _connect(self) -> None:
        self.canvas.page_changed.connect(self.page_changed)
        self.selecting.follow(self.canvas, self.text, self.hidden)
        self.areas.listed.connect(self._refresh_switch)
        self.areas.reached.connect(self._turn_to)
        for widget in (self.canvas, self.images, self.laid, self.text, self.hidden):
            widget.mark_clicked.connect(self.mention_clicked)
            widget.zoom_changed.connect(self.zoom_changed)
        self.switch.chosen.connect(self.look_at)
        self._laid_out.ready.connect(lambda: self._turn_to(self.laid))
        self._laid_out.failed.connect(self._layout_failed)
        self._laid_out.selected.connect(self.selecting.select)

    def set_theme(self, theme: Theme) -> None:
        for view in (self.canvas, self.images, self.laid, self.text, self.hidden):
            view.set_desk(theme.desk)

    # --- the document ---------------------------------------------------------------------

    def show_message(self, text: str) -> None:
        """Say why no document is shown."""
        self._document = None
        self._flows = {}
        self._forget()
        self.selecting.begin(self._flows)
        self.areas.begin(None)
        self.switch.hide()
        self._message.setText(text)
        self._stack.setCurrentWidget(self._message)
        self.view_changed.emit()

    def _forget(self) -> None:
        for feed in (self._pages_feed, self._text_feed, self._hidden_feed, self._laid_out):
            feed.forget()

    def show_document(
        self,
        path: Path,
        password: str | None,
        pages: int | None,
        flows: Sequence[Flow],
        name: str,
        reading: ReadOptions = READ_ALL,
    ) -> None:
        """Show a document: its pages where it has some, else its text. `reading`: as its flows
        were read."""
        self._forget()
        document = self._document = Document(path, password, reading)
        self._flows = {flow.id: flow for flow in flows}
        self._paged = pages is not None
        self.selecting.begin(self._flows)
        self.areas.begin(document, pictures=not self._paged)
        if pages is not None:
            self._pages_feed.show(document, [A4] * pages)
            self.canvas.setAccessibleName(self.tr("Pages du document {name}").format(name=name))
            self._stack.setCurrentWidget(self.canvas)
        else:
            self._text_feed.show(flows)
            self.text.setAccessibleName(self.tr("Texte du document {name}").format(name=name))
            self._stack.setCurrentWidget(self.text)
        self.switch.name_main(paged=self._paged)
        self.switch.show_chosen(View.MAIN)
        self._hidden = {flow.id for flow in flows if self._is_hidden(flow)}
        self._hidden_feed.show([self._flows[flow] for flow in self._flows if flow in self._hidden])
        self._refresh_switch()
        self.view_changed.emit()

    def add_flows(self, flows: Sequence[Flow]) -> None:
        """More of the document shown was read."""
        fresh = [flow for flow in flows if flow.id not in self._flows]
        self._flows.update((flow.id, flow) for flow in fresh)
        if not self._paged and self._document is not None:
            self._text_feed.add(fresh)
        if hidden := [flow for flow in fresh if self._is_hidden(flow)]:
            self._hidden.update(flow.id for flow in hidden)
            self._hidden_feed.add(hidden)
            self._refresh_switch()

    def _blocks(self, flows: Sequence[Flow]) -> Iterator[Block]:
        """The text of a document without pages; where no view is offered, all of it."""
        return blocks_of(flows, hidden=not self._offered)

    def _is_hidden(self, flow: Flow) -> bool:
        """Whether a text is neither on the pages nor beside the paragraph that it is about."""
        if flow.channel in VISIBLE_CHANNELS or not flow.text.strip():
            return False
        about = self._flows.get(flow.beside) if flow.channel in ASIDE else None
        return self._paged or about is None or not about.text.strip()

    def _refresh_switch(self) -> None:
        """Offer the views that there are."""
        document = self._document
        self.switch.offer(
            hidden=len(self._hidden),
            pictures=len(self.areas.pictures),
            laid_out=not self._paged and document is not None and offered(document.path),
        )
        worded = document is not None and document.path.suffix.lower() in SUFFIXES
        some = self._hidden or self.areas.pictures or (worded and not self._paged)
        self.switch.setVisible(bool(some) and self._offered)
        self._say_how_exact()

    def _say_how_exact(self, said: str = "") -> None:
        """What one may expect of the view: only Word knows its own pages."""
        if not said and self._stack.currentWidget() is self.laid:
            said = self.tr("Pages calculées par LibreOffice ; celles de Word peuvent différer.")
        elif not said and self._stack.currentWidget() is self.text:
            said = self.tr("Présentation approchée, sans les pages.")
        self.switch.say(said)

    def look_at(self, view: View) -> None:
        """Turn to one of the views that the document has."""
        if view is View.LAID_OUT:
            self._show_layout()
        else:
            views: dict[View, PageCanvas | FlowView] = {
                View.HIDDEN: self.hidden,
                View.PICTURES: self.images,
            }
            self._turn_to(views.get(view, self._main))

    def _show_layout(self) -> None:
        if self._laid_out.has_pages:
            self._turn_to(self.laid)
        elif self._document is not None and not self._laid_out.busy:
            self._laid_out.ask(self._document.path, self._flows.values())
            self._say_how_exact(self.tr("Mise en page en cours…"))

    def _layout_failed(self) -> None:
        self.switch.show_chosen(View.MAIN)
        self._say_how_exact(self.tr("La mise en page n’a pas pu être faite."))

    def close_jobs(self) -> None:
        """End the processes that only this pane has."""
        self._laid_out.close()

    def offer_views(self, offered: bool) -> None:
        """Whether one may turn to the hidden text and to the pictures."""
        self._offered = offered
        self._refresh_switch()

    @property
    def _main(self) -> PageCanvas | FlowView:
        return self.canvas if self._paged else self.text

    def _turn_to(self, view: PageCanvas | FlowView) -> None:
        """Show one of the views of the document."""
        if view is self._stack.currentWidget():
            return
        self.areas.take("")
        names = {
            self.hidden: View.HIDDEN,
            self.images: View.PICTURES,
            self.laid: View.LAID_OUT,
        }
        self.switch.show_chosen(names.get(view, View.MAIN))
        self._stack.setCurrentWidget(view)
        self._say_how_exact()
        self.view_changed.emit()

    @property
    def shows(self) -> Document | None:
        """The file that is shown; None for a message."""
        return self._document

    @property
    def paged(self) -> bool:
        """Whether pages are shown now."""
        return self._stack.currentWidget() is self.canvas

    @property
    def pictured(self) -> bool:
        """Whether something on which areas can be drawn is shown now."""
        return self._stack.currentWidget() in (self.canvas, self.images)

    @property
    def view(self) -> PageCanvas | FlowView | None:
        """What is shown now; None for a message."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, PageCanvas | FlowView) else None

    # --- mentions -------------------------------------------------------------------------

    def show_mentions(self, review: Review, document: str) -> None:
        """Draw the mentions of the document shown, as they stand in a review."""

        def on_page(page: int) -> list[tuple[Span, Mark]]:
            return [_marked(item) for item in review.on_page(document, page)]

        def in_flow(flow: str) -> list[tuple[Span, Mark]]:
            return [_marked(item) for item in review.in_flow(document, flow)]

        def everywhere() -> list[tuple[Span, Mark]]:
            items = review.items.values()
            return [_marked(item) for item in items if item.document == document]

        self._laid_out.show_marks(everywhere)
        self.canvas.set_marks(on_page)
        self.text.set_marks(in_flow)
        self.hidden.set_marks(in_flow)

    def refresh_marks(self) -> None:
        """Mentions changed."""
        if (view := self.view) is not None:
            view.refresh_marks()

    def go_to(self, item: Item) -> None:
        """Show a mention where it is."""
        mention = item.mention
        if not self._paged and self._stack.currentWidget() is self.laid:
            places = self._laid_out.places(mention.span)
            if places:
                self.laid.set_current(mention.id, places[0][0])
                return
        if self._paged and mention.channel in VISIBLE_CHANNELS and mention.page is not None:
            self._turn_to(self.canvas)
            self.canvas.set_current(mention.id, mention.page)
            return
        apart = self._paged or (mention.span.flow in self._hidden and self._offered)
        view, feed = (self.hidden, self._hidden_feed) if apart else (self.text, self._text_feed)
        self._turn_to(view)
        feed.finish()
        view.set_current(mention.id, mention.span)

    def show_audited(self, spans: Iterable[Span]) -> None:
        """Draw what an audit copy highlights, as its own file says."""
        marks: dict[str, list[tuple[Span, Mark]]] = {}
        for span in spans:
            mark = Mark("", (), Decision.OCCULT, audited=True)
            marks.setdefault(span.flow, []).append((span, mark))
        for view in (self.text, self.hidden):
            view.set_marks(lambda flow: marks.get(flow, ()))


def _marked(item: Item) -> tuple[Span, Mark]:
    mention = item.mention
    return mention.span, Mark(mention.id, (), item.decision, mention.is_signal)
