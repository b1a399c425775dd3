"""The actions on what is selected or drawn on the page, and on a text that one types."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMessageBox

from redactor.formats.base import Box
from redactor.law.categories import Category
from redactor.text.flow import Span
from redactor.ui.search_desk import Found

if TYPE_CHECKING:
    from redactor.ui.main_window import MainWindow


class SelectionActions(QObject):
    """Makes mentions and areas of what a person shows."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk, self._pane = window.desk, window.pane
        self._pane.selected.connect(self._selected)
        self._pane.add_wanted.connect(self._add)
        self._pane.area_drawn.connect(self._area_drawn)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "add": lambda: self._pane.add_selection(),
            "add-all": lambda: self._pane.add_selection(every=True),
            "find": self.ask_text,
            "area": self._toggle_area,
        }

    def _selected(self, text: str, spans: tuple[Span, ...]) -> None:
        if not spans:
            return
        self._pane.bar.offer(text, _guess(text))
        if "\n" in text and len(spans) > 1:
            return

        def counted(found: Found) -> None:
            if self._pane.selection == spans:
                documents = {document for document, _ in found}
                self._pane.bar.say_count(len(found), len(documents))

        self._desk.search.find(text, counted)

    def _add(self, spans: tuple[Span, ...], category: Category, every: bool) -> None:
        document = self._window.shown
        text = self._pane.text_of(spans)
        self._pane.clear_selection()
        if every:
            self._desk.search.add_everywhere(text, category, self._go_to_first)
        elif ids := self._desk.search.add([(document, span) for span in spans], category):
            self._go_to_first(ids)

    def ask_text(self) -> None:
        """Occult a text wherever it stands, from the keyboard alone."""
        text, given = QInputDialog.getText(
            self._window, self.tr("Chercher et occulter"), self.tr("Texte à occulter partout :")
        )
        if not given or not text.strip():
            return

        def found(places: Found) -> None:
            if not places:
                self._window.say(self.tr("Ce texte ne se trouve dans aucun document."))
                return
            documents = len({document for document, _ in places})
            question = self.tr("Occulter %n occurrence(s) dans {documents} ?", "", len(places))
            answer = QMessageBox.question(
                self._window,
                self.tr("Chercher et occulter"),
                question.format(documents=self.tr("%n document(s)", "", documents)),
            )
            if answer == QMessageBox.StandardButton.Yes:
                self._desk.search.add_everywhere(text, _guess(text), self._go_to_first)

        self._desk.search.find(text, found)

    def _go_to_first(self, ids: list[str]) -> None:
        self._window.review.go_to(ids[0])

    def _toggle_area(self) -> None:
        self._pane.canvas.draw_areas(self._window.actions_by_name["area"].isChecked())

    def _area_drawn(self, page: int, box: Box) -> None:
        self._desk.places.add_area(self._window.shown, page, box)
        self._window.actions_by_name["area"].setChecked(False)
        self._pane.canvas.draw_areas(False)


def _guess(text: str) -> Category:
    """The category that a selected text most likely has."""
    words = text.strip()
    if "@" in words:
        return Category.EMAIL
    digits = sum(letter.isdigit() for letter in words)
    if digits >= 9 and digits >= len(words) // 2:
        return Category.PHONE
    return Category.PERSON if not digits else Category.CUSTOM
