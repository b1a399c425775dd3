"""The areas of the document shown: on its pages, and on the pictures inside it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Signal

from redactor.dossier.records import AreaRow
from redactor.formats.base import Box, Illustration
from redactor.jobs.render import Document, ListPictures
from redactor.law.decisions import Decision
from redactor.ui.area_bar import AreaBar
from redactor.ui.page_canvas import PageCanvas
from redactor.ui.page_feed import PageFeed
from redactor.ui.page_item import Mark
from redactor.ui.words import category_name, kind_name
from redactor.ui.workers import Calls, Job


class PaneAreas(QObject):
    """Draws them; has the canvas of the pictures; its bar is shown under the views."""

    drawn = Signal(int, object, str)
    """Page, box in points; in a picture inside the document: 0, box in its pixels, its part."""
    listed = Signal()
    """The pictures inside the document are known."""
    reached = Signal(object)
    """The canvas on which the area in hand is."""

    def __init__(
        self, render: Job, canvas: PageCanvas, clear: Callable[[], None], parent: QObject
    ) -> None:
        """`canvas`: the pages; `clear`: lets go of the text that is selected."""
        super().__init__(parent)
        self._render, self._clear = render, clear
        self.canvas, self.images = canvas, PageCanvas()
        self.images.setAccessibleName(self.tr("Images du document"))
        self._feed = PageFeed(render, self.images)
        self._document: Document | None = None
        self._rows: list[AreaRow] = []
        self.pictures: tuple[Illustration, ...] = ()
        self.bar = AreaBar()
        canvas.area_drawn.connect(lambda page, box: self.drawn.emit(page, box, ""))
        self.images.area_drawn.connect(self._drawn_on_picture)

    def begin(self, document: Document | None, *, pictures: bool = False) -> None:
        """Another document is shown, or none; `pictures`: list those inside it."""
        self._feed.forget()
        self._document, self._rows, self.pictures = document, [], ()
        self.bar.hide()
        if document is None or not pictures:
            return

        def listed(found: tuple[Illustration, ...]) -> None:
            if document is self._document and found:
                self.pictures = found
                self._feed.show_pictures(document, found)
                self.show(self._rows)
                self.listed.emit()

        self._render.ask(ListPictures(document), Calls(done=listed))

    def show(self, rows: Iterable[AreaRow]) -> None:
        """Draw the areas of the document shown."""
        self._rows = list(rows)
        order = {each.part: number for number, each in enumerate(self.pictures, 1)}
        self.canvas.areas.show((row.page, _mark(row)) for row in self._rows if not row.part)
        self.images.areas.show(
            (order[row.part], _mark(row)) for row in self._rows if row.part in order
        )

    @property
    def name(self) -> str:
        """The id of the area in hand; empty for none."""
        return self.canvas.areas.name or self.images.areas.name

    def take(self, name: str) -> None:
        """Take an area in hand, where it is; empty: let go of it."""
        row = next((each for each in self._rows if each.id == name), None)
        if row is None:
            self.canvas.areas.take("")
            self.images.areas.take("")
            return
        # Two bars, one for the words and one for the area, would ask two things at once.
        self._clear()
        view = self.images if row.part else self.canvas
        self.reached.emit(view)
        view.areas.take(name, show=True)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def draw(self, on: bool) -> None:
        """Whether dragging draws a rectangle instead of selecting text."""
        if on:
            self._clear()
        for canvas in (self.canvas, self.images):
            canvas.mouse.draw_areas(on)

    def _drawn_on_picture(self, page: int, box: Box) -> None:
        self.drawn.emit(0, box, self.pictures[page - 1].part)


def _mark(row: AreaRow) -> Mark:
    decision = row.ruling.decision or Decision.REVIEW
    label = (
        f"? {kind_name(row.kind) or category_name(row.category)}"
        if row.waits
        else row.ruling.ground
    )
    return Mark(row.id, (row.box,), decision, area=True, label=label)
