"""What is selected in the document shown, and what one may make of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from redactor.law.categories import Category
from redactor.text.flow import Flow, Span
from redactor.ui.flow_view import FlowView
from redactor.ui.geometry import trimmed, word_at
from redactor.ui.page_canvas import PageCanvas
from redactor.ui.selection_bar import SelectionBar

View: TypeAlias = PageCanvas | FlowView


class PaneSelection(QObject):
    """Follows the views of one pane; its bar is shown under them."""

    changed = Signal(str, object)
    """The selected text and its spans; empty when nothing is."""
    add_wanted = Signal(object, Category, bool)
    """Spans, category, whether everywhere."""

    def __init__(self, view: Callable[[], View | None], parent: QObject) -> None:
        """`view`: what the pane shows now."""
        super().__init__(parent)
        self._view = view
        self._flows: Mapping[str, Flow] = {}
        self.spans: tuple[Span, ...] = ()
        self.bar = SelectionBar()
        self.bar.add.connect(self.add)
        self.bar.dismissed.connect(self.clear)

    def follow(self, *views: View) -> None:
        """Hear what is selected in views."""
        for view in views:
            view.selected.connect(self.select)
            view.word_wanted.connect(
                self._word_on_page if isinstance(view, PageCanvas) else self._word_of_text
            )

    def begin(self, flows: Mapping[str, Flow]) -> None:
        """Another document is shown, or none; its flows as they are read."""
        self._flows = flows
        self.bar.hide()

    def text_of(self, spans: Sequence[Span]) -> str:
        return "\n".join(
            self._flows[span.flow].text[span.start : span.end]
            for span in spans
            if span.flow in self._flows
        )

    def clear(self) -> None:
        if (view := self._view()) is not None:
            view.clear_selection()
            view.setFocus()

    def add(self, category: Category | None = None, every: bool = False) -> None:
        """Ask for the selected text to become a mention."""
        if self.spans:
            self.add_wanted.emit(self.spans, category or self.bar.category, every)

    def select(self, spans: tuple[Span, ...]) -> None:
        """Spans were selected in a view; none: no longer."""
        kept: list[Span] = []
        for span in spans:
            flow = self._flows.get(span.flow)
            if flow is None:
                continue
            start, end = trimmed(flow.text, span.start, min(span.end, len(flow.text)))
            if start < end:
                kept.append(Span(span.flow, start, end))
        self.spans = tuple(kept)
        if not kept:
            self.bar.hide()
        self.changed.emit(self.text_of(kept), self.spans)

    def _word(self, span: Span) -> Span | None:
        flow = self._flows.get(span.flow)
        if flow is None:
            return None
        start, end = word_at(flow.text, span.start)
        return Span(span.flow, start, end) if start < end else None

    def _word_on_page(self, page: int, span: Span) -> None:
        view = self._view()
        if (word := self._word(span)) and isinstance(view, PageCanvas):
            view.select(page, (word,))

    def _word_of_text(self, span: Span) -> None:
        view = self._view()
        if (word := self._word(span)) and isinstance(view, FlowView):
            view.select(word)
