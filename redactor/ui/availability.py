"""What can be done now, and what the window says of where one is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from redactor.ui.main_window import MainWindow

# Milliseconds in which changes are gathered before what can be done is looked at anew.
GATHERED = 15


class Availability(QObject):
    """Follows the desk and the screens, and enables actions by them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._last_step = 0
        self._soon = timer(self, GATHERED, self.update)

    @property
    def waiting(self) -> bool:
        """Whether something changed that is not told yet."""
        return self._soon.isActive()

    def update_soon(self) -> None:
        """Look in a moment: a file being read changes something a hundred times a second."""
        if not self._soon.isActive():
            self._soon.start()

    def update(self) -> None:
        """Look now."""
        self._soon.stop()
        window, desk = self._window, self._window.desk
        some, screen = bool(desk.documents.rows), window.screens.currentWidget()
        if not some and screen is window.workspace and not desk.opener.busy:
            window.screens.setCurrentWidget(window.welcome)
        elif some and screen is window.welcome:
            window.screens.setCurrentWidget(window.workspace)
        self.update_history()
        window.release.update()
        window.files.update()
        self._update_title()
        window.status.show_reading(desk.documents.rows, desk.intake.remaining)
        window.act.enable((*window.act.deciding, *window.act.moving), self.at_work)
        window.act.enable(("close",), desk.dossier is not None and self.has_dossier_in_view)
        window.toolbar.show_left(desk.review, desk.places.waiting_in_all(), seen=self.at_work)
        self.update_page()

    @property
    def at_work(self) -> bool:
        """Whether the documents are seen."""
        return self._window.screens.currentWidget() is self._window.workspace

    @property
    def has_dossier_in_view(self) -> bool:
        """Whether what is seen is of the open dossier: its documents, or what its export gave."""
        return self._window.screens.currentWidget() in (self._window.workspace, self._window.result)

    def update_history(self) -> None:
        """What undo and redo would do."""
        dossier, act = self._window.desk.dossier, self._window.actions_by_name
        back = dossier.can_undo() if dossier is not None else None
        act["undo"].setEnabled(self.at_work and back is not None)
        redo = dossier is not None and dossier.can_redo() is not None
        act["redo"].setEnabled(self.at_work and redo)
        last = back.number if back is not None else 0
        if last != self._last_step:
            # « Ctrl+Z pour annuler » was said of another step.
            self._last_step = last
            self._window.say("")

    def _update_title(self) -> None:
        window, dossier = self._window, self._window.desk.dossier
        if dossier is None:
            window.setWindowTitle("Redactor")
            window.status.show_due(None)
            return
        info = dossier.info
        name = " — ".join(part for part in (info.reference, info.title) if part)
        window.setWindowTitle(f"{name or dossier.path.stem} — Redactor")
        window.status.show_due(info.due)

    def update_page(self) -> None:
        """Which page is seen, how large, and what can be done with it."""
        window = self._window
        canvas, act = window.pane.canvas, window.act
        paged = window.pane.paged and self.at_work
        view = window.pane.view if self.at_work else None
        window.toolbar.show_page(canvas.page, canvas.page_count if paged else 0)
        window.toolbar.show_zoom(view.zoom if view else None)
        act.enable(("next-page", "previous-page", "fit-width"), paged)
        act.enable(("area",), self.at_work and window.pane.pictured)
        act.enable(("zoom-in", "zoom-out"), view is not None)


def timer(owner: QObject, milliseconds: int, then: Callable[[], object]) -> QTimer:
    """A timer that fires once, when it is started."""
    made = QTimer(owner)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(then)
    return made
