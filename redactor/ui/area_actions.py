"""The actions on areas of pages and of pictures: drawn by hand, or suggested by the program."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from redactor.dossier.records import AreaRow
from redactor.formats.base import Box
from redactor.law.decisions import Decision

if TYPE_CHECKING:
    from redactor.ui.main_window import MainWindow


class AreaActions(QObject):
    """Has the desk do what is asked of the area in hand."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk, self._places, self._pane = window.desk, window.desk.places, window.pane
        self._pane.areas.drawn.connect(self._drawn)
        for canvas in (self._pane.canvas, self._pane.areas.images):
            hand = canvas.areas
            hand.chosen.connect(self._chosen)
            hand.changed.connect(self._reshaped)
            hand.removed.connect(self.remove)
            hand.confirmed.connect(self.occult)
        bar = self._pane.areas.bar
        bar.ground_chosen.connect(self._set_ground)
        bar.occulted.connect(lambda: self.occult(self._pane.areas.name))
        bar.removed.connect(lambda: self.remove(self._pane.areas.name))
        bar.all_judged.connect(self._judge_all)
        bar.next_wanted.connect(self.next)
        bar.dismissed.connect(self._let_go)
        self._places.areas_changed.connect(self._tell)
        window.review.nothing_left.connect(self.next_waiting)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {"area": self._toggle, "next-area": self.next}

    def take(self, area: str) -> None:
        """Take an area in hand."""
        self._pane.areas.take(area)

    # --- drawing --------------------------------------------------------------------------

    def _toggle(self) -> None:
        on = self._window.actions_by_name["area"].isChecked()
        self._pane.areas.draw(on)
        if on:
            self._window.say(
                self.tr("Tracez une zone à la souris, ou Entrée pour en poser une au milieu.")
            )

    def _drawn(self, page: int, box: Box, part: str) -> None:
        self._window.actions_by_name["area"].setChecked(False)
        self._pane.areas.draw(False)
        added = self._places.add_area(self._window.shown, page, box, part)
        if added:
            self.take(added)

    def _reshaped(self, area: str, box: Box) -> None:
        self._places.change_area(self._window.shown, area, box=box)

    # --- judging --------------------------------------------------------------------------

    def occult(self, area: str) -> None:
        """What is there goes, on the ground of the profile where none was chosen."""
        row = self._row(area)
        if row is None:
            return
        if row.waits:
            self._places.judge(self._window.shown, [area], occult=True)
            self._window.say(self.tr("Zone occultée (Ctrl+Z pour annuler)"))
            self.next_waiting()
        else:
            self._pane.areas.bar.setFocus()

    def remove(self, area: str) -> None:
        """Delete an area; a suggestion is turned down, and the next one comes."""
        row = self._row(area)
        if row is None:
            return
        self._places.remove_area(self._window.shown, area)
        if row.suggested:
            self._window.say(self.tr("Suggestion écartée (Ctrl+Z pour annuler)"))
            self.next_waiting()
        else:
            self._window.say(self.tr("Zone supprimée (Ctrl+Z pour annuler)"))

    def _judge_all(self, occult: bool) -> None:
        document = self._window.shown
        ids = [row.id for row in self._places.waiting(document)]
        self._places.judge(document, ids, occult=occult)
        said = (
            self.tr("%n zone(s) occultée(s) (Ctrl+Z pour annuler)", "", len(ids))
            if occult
            else self.tr("%n suggestion(s) écartée(s) (Ctrl+Z pour annuler)", "", len(ids))
        )
        self._window.say(said)

    def _set_ground(self, ground: str) -> None:
        if ground and (row := self._row(self._pane.areas.name)):
            self._places.change_area(row.document, row.id, decision=Decision.OCCULT, ground=ground)

    # --- moving ---------------------------------------------------------------------------

    def next(self) -> None:
        """Go to the next area of the dossier, those that wait first."""
        if not self.next_waiting():
            areas = [row for each in self._documents() for row in self._places.areas(each).values()]
            self._go_on(areas)
            if not areas:
                self._window.say(self.tr("Il n’y a pas de zone."))

    def next_waiting(self) -> bool:
        """Go to the next suggestion that waits, if there is one."""
        return self._go_on(
            [row for each in self._documents() for row in self._places.waiting(each)]
        )

    def _documents(self) -> list[str]:
        """The documents of the list, from the one shown on."""
        ids = [row.id for row in self._desk.documents.rows if not row.excluded]
        at = ids.index(self._window.shown) if self._window.shown in ids else 0
        return [*ids[at:], *ids[:at]]

    def _go_on(self, areas: list[AreaRow]) -> bool:
        if not areas:
            return False
        ids = [row.id for row in areas]
        here = self._pane.areas.name
        row = areas[(ids.index(here) + 1) % len(areas) if here in ids else 0]
        self._window.showing.show(row.document)
        self.take(row.id)
        return True

    # --- telling --------------------------------------------------------------------------

    def _row(self, area: str) -> AreaRow | None:
        return self._places.areas(self._window.shown).get(area)

    def _chosen(self, area: str) -> None:
        row = self._row(area)
        bar = self._pane.areas.bar
        if row is None:
            bar.hide()
            return
        bar.show_area(row, self._places.ground_of(row), len(self._places.waiting(row.document)))
        event = QAccessibleAnnouncementEvent(bar, bar.spoken)
        QAccessible.updateAccessibility(event)

    def _tell(self, document: str) -> None:
        if document == self._window.shown:
            self._chosen(self._pane.areas.name)

    def _let_go(self) -> None:
        self._pane.areas.take("")
        if (view := self._pane.view) is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
