"""The areas of the pages, and the one in hand: chosen, moved and sized by mouse and keyboard."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from redactor.formats.base import Box
from redactor.law.decisions import Decision
from redactor.ui.geometry import pulled
from redactor.ui.page_item import Mark
from redactor.ui.page_marks import PageMarks
from redactor.ui.page_tools import SMALLEST

if TYPE_CHECKING:
    from redactor.ui.page_canvas import PageCanvas

# Milliseconds without a key after which what the arrows did is one step, undone at once.
SETTLED = 500
# Points that an arrow moves; with Ctrl.
STEP, FINE = 6.0, 1.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class AreaHand(QObject):
    """Holds one area of the canvas; what becomes of it is for others to do."""

    chosen = Signal(str)
    """The id of the area that is in hand now; empty for none."""
    changed = Signal(str, object)
    """The id of an area, and its box in points."""
    removed = Signal(str)
    """An area is to go, or a suggestion to be turned down."""
    confirmed = Signal(str)
    """An area is to be occulted."""

    def __init__(self, canvas: "PageCanvas", marks: PageMarks) -> None:
        super().__init__(canvas)
        self._canvas, self._marks = canvas, marks
        self._name = ""
        self._drawn: Box | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLED)
        self._rest.timeout.connect(self.settle)

    @property
    def name(self) -> str:
        """The id of the area in hand; empty for none."""
        return self._name

    @property
    def in_hand(self) -> tuple[int, Mark] | None:
        """The area in hand, with its page."""
        return self._marks.area(self._name) if self._name else None

    def take(self, name: str, *, show: bool = False) -> None:
        """Take an area in hand, or none; `show`: bring it into view."""
        if name != self._name:
            self.settle()
            self._name = name
            self._canvas.refresh_marks()
            self.chosen.emit(name)
        if show and (found := self.in_hand):
            self._canvas.bring_in(found[0], found[1].boxes[0])

    def show(self, areas: Iterable[tuple[int, Mark]]) -> None:
        """Rectangles of pages as they stand, each with its page."""
        self._marks.set_areas(areas)
        if self._name and self.in_hand is None:
            self.take("")
        self._canvas.refresh_marks()

    def point_out(self, areas: Mapping[str, tuple[int, Box]]) -> None:
        """Rectangles by id: their page and their box. Drawn so that they show on black too."""
        self.show(
            (page, Mark(name, (box,), Decision.REVIEW, area=True))
            for name, (page, box) in areas.items()
        )

    def forget(self) -> None:
        """The document is another one."""
        self._rest.stop()
        self._name, self._drawn = "", None

    def draw(self, box: Box) -> None:
        """Show the area in hand at this place, which is not kept yet."""
        self._drawn = box
        self._marks.reshape(self._name, box)
        self._canvas.refresh_marks()

    def settle(self) -> None:
        """What was pulled stays so."""
        self._rest.stop()
        box, self._drawn = self._drawn, None
        if box is not None and self._name:
            self.changed.emit(self._name, box)

    def key(self, event: QKeyEvent) -> bool:
        """Whether a key was for the area in hand."""
        found = self.in_hand
        if found is None:
            return False
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._rest.stop()
                self._drawn = None
                self.removed.emit(self._name)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.settle()
                self.confirmed.emit(self._name)
            case Qt.Key.Key_Escape:
                self.take("")
            case arrow if arrow in _ARROWS:
                self._pull(found, _ARROWS[Qt.Key(arrow)], event.modifiers())
            case _:
                return False
        return True

    def _pull(
        self, found: tuple[int, Mark], way: tuple[int, int], held: Qt.KeyboardModifier
    ) -> None:
        page, mark = found
        step = FINE if held & Qt.KeyboardModifier.ControlModifier else STEP
        grip = "south-east" if held & Qt.KeyboardModifier.ShiftModifier else "inside"
        size = self._canvas.size_of(page)
        box = pulled(mark.boxes[0], grip, way[0] * step, way[1] * step, size, SMALLEST)
        self.draw(box)
        self._canvas.bring_in(page, box)
        self._rest.start()

    def middle(self) -> tuple[int, Box]:
        """A rectangle in the middle of what is seen, to begin with where there is no mouse."""
        page = self._canvas.page
        width, height = self._canvas.size_of(page)
        seen = self._canvas.seen_of(page) & QRectF(0, 0, width, height)
        across, down = min(seen.width(), 180.0), min(seen.height(), 60.0)
        x, y = seen.center().x() - across / 2, seen.center().y() - down / 2
        return page, (x, y, x + across, y + down)
