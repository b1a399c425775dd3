"""The actions that decide at once, move about, and change how things look: none asks anything."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt

from redactor.law.decisions import Decision
from redactor.ui.about_dialog import AboutDialog
from redactor.ui.appearance import STEP, apply_text_size, apply_theme
from redactor.ui.keys import Keys
from redactor.ui.keys_dialog import KeysDialog
from redactor.ui.translation import language

if TYPE_CHECKING:
    from redactor.ui.main_window import MainWindow


class ViewActions(QObject):
    """Where the keys of the window lead."""

    def __init__(self, window: "MainWindow", settings: QSettings, keys: Keys) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._keys = keys

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {**self._deciding(), **self._moving(), **self._looking()}

    def _deciding(self) -> dict[str, Callable[[], object]]:
        review, desk = self._window.review, self._window.desk
        decisions = desk.decisions
        return {
            "occult": lambda: review.decide(Decision.OCCULT),
            "keep": lambda: review.decide(Decision.KEEP),
            "occult-all": lambda: review.decide(Decision.OCCULT, every=True),
            "keep-all": lambda: review.decide(Decision.KEEP, every=True),
            "reconsider": lambda: review.decide(Decision.REVIEW),
            "category": review.detail.focus_category,
            "ground": review.detail.focus_ground,
            "grow": lambda: decisions.move_end(review.current, 1),
            "shrink": lambda: decisions.move_end(review.current, -1),
            "grow-start": lambda: decisions.move_end(review.current, -1, start=True),
            "shrink-start": lambda: decisions.move_end(review.current, 1, start=True),
            "undo": desk.steps.undo,
            "redo": desk.steps.redo,
        }

    def _moving(self) -> dict[str, Callable[[], object]]:
        window = self._window
        review, pane, canvas = window.review, window.pane, window.pane.canvas
        here = Qt.FocusReason.ShortcutFocusReason
        return {
            "next": review.next_undecided,
            "previous": lambda: review.next_undecided(-1),
            "filter": review.filter.focus_text,
            "list": lambda: review.list.setFocus(here),
            "page": lambda: pane.view and pane.view.setFocus(here),
            "documents": lambda: window.documents.setFocus(here),
            "next-page": lambda: canvas.go_to(canvas.page + 1),
            "previous-page": lambda: canvas.go_to(canvas.page - 1),
            "next-document": lambda: window.showing.turn(1),
            "previous-document": lambda: window.showing.turn(-1),
        }

    def _looking(self) -> dict[str, Callable[[], object]]:
        pane = self._window.pane
        return {
            "zoom-in": lambda: pane.view and pane.view.zoom_in(),
            "zoom-out": lambda: pane.view and pane.view.zoom_out(),
            "fit-width": pane.canvas.fit_width,
            "text-larger": lambda: self.size_text(STEP),
            "text-smaller": lambda: self.size_text(-STEP),
            "help": lambda: KeysDialog(self._keys, self._window).open(),
            "about": lambda: AboutDialog(self._window).open(),
        }

    def choose_language(self, code: str) -> None:
        """Speak another language from the next start on."""
        self._settings.setValue("language", code)
        self._window.say(
            self.tr("Redactor parlera cette langue à son prochain démarrage.")
            if code != language()
            else ""
        )

    def size_text(self, step: int) -> None:
        """Make the window's text larger or smaller, now and for the next time."""
        size = apply_text_size(int(str(self._settings.value("text-size", 100))) + step)
        self._settings.setValue("text-size", size)
        # A style sheet keeps the font that it met first.
        apply_theme(self._window.theme)
