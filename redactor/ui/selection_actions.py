"""The actions on what is selected on the page, and on a text that one types."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from redactor.law.categories import Category
from redactor.text.flow import Span
from redactor.ui.search_desk import Found
from redactor.ui.search_dialog import SearchDialog, guess

if TYPE_CHECKING:
    from redactor.ui.main_window import MainWindow


class SelectionActions(QObject):
    """Makes mentions of what a person shows."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk, self._pane = window.desk, window.pane
        self._pane.selecting.changed.connect(self._selected)
        self._pane.selecting.add_wanted.connect(self._add)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "add": lambda: self._pane.selecting.add(),
            "add-all": lambda: self._pane.selecting.add(every=True),
            "find": self.ask_text,
        }

    def _selected(self, text: str, spans: tuple[Span, ...]) -> None:
        if not spans:
            return
        self._pane.selecting.bar.offer(text, guess(text))
        if "\n" in text and len(spans) > 1:
            return

        def counted(found: Found) -> None:
            if self._pane.selecting.spans == spans:
                documents = {document for document, _ in found}
                self._pane.selecting.bar.say_count(len(found), len(documents))

        self._desk.search.find(text, counted)

    def _add(self, spans: tuple[Span, ...], category: Category, every: bool) -> None:
        document = self._window.shown
        text = self._pane.selecting.text_of(spans)
        self._pane.selecting.clear()
        if every:
            self._desk.search.add_everywhere(text, category, self._go_to_first)
        elif ids := self._desk.search.add([(document, span) for span in spans], category):
            self._go_to_first(ids)

    def ask_text(self) -> None:
        """Look for a text, or for what is selected, in every document."""
        dialog = self._window.findChild(SearchDialog)
        if dialog is None:
            dialog = SearchDialog(self._desk, self._window)
            dialog.went_to.connect(self._window.showing.show_span)
            dialog.added.connect(self._pane.selecting.clear)
            self._desk.opened.connect(dialog.reject)
        dialog.show()
        dialog.activateWindow()
        spans = self._pane.selecting.spans
        dialog.show_text(self._pane.selecting.text_of(spans).strip() if spans else "")

    def _go_to_first(self, ids: list[str]) -> None:
        self._window.review.go_to(ids[0])
