"""The blocks of a text, made a few milliseconds at a time and given to a view."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from redactor.text.flow import Flow
from redactor.ui.blocks import Block
from redactor.ui.flow_view import FlowView

# Seconds of work between two looks at the keyboard.
SLICE = 0.005
# Milliseconds in which what is read meanwhile is gathered before it is put in its place; and how
# often the time that this takes, so that a long text leaves the window to its reader.
REST, TIMES = 120, 20


class TextFeed(QObject):
    """Serves one view. What comes later has its place among what is shown already: headers
    above it, notes and hidden text below, comments beside."""

    def __init__(self, view: FlowView, make: Callable[[Sequence[Flow]], Iterator[Block]]) -> None:
        super().__init__(view)
        self._view, self._make = view, make
        self._flows: list[Flow] = []
        self._coming: Iterator[Block] = iter(())
        self._again = False
        self._spent = 0.0
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._some)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._place_again)

    def show(self, flows: Iterable[Flow]) -> None:
        """Show a text from its top: its first screen now, the rest as soon as can be."""
        self.forget()
        self._flows = [*flows]
        self._coming = self._make(self._flows)
        self._view.show_blocks(self._slice(SLICE))
        self._work.start()

    def add(self, flows: Iterable[Flow]) -> None:
        """More of the text shown was read."""
        self._flows += flows
        if not self._rest.isActive():
            self._rest.start(max(REST, round(1000 * TIMES * self._spent)))

    def finish(self) -> None:
        """Show all that is known: one wants to see a place in it."""
        if self._rest.isActive():
            self._rest.stop()
            self._place_again()
        if self._work.isActive():
            self._give(self._slice(float("inf")))
            self._give([])

    def forget(self) -> None:
        """Nothing is shown any more."""
        self._rest.stop()
        self._work.stop()
        self._again = False
        self._spent = 0.0
        self._flows = []

    def _place_again(self) -> None:
        self._again = True
        self._spent = 0.0
        self._coming = self._make(self._flows)
        self._view.begin_again()
        self._work.start()

    def _some(self) -> None:
        self._give(self._slice(SLICE))

    def _give(self, blocks: list[Block]) -> None:
        (self._view.prepare_blocks if self._again else self._view.append_blocks)(blocks)
        # An empty slice is the end: no text has less than a block a slice.
        if blocks:
            return
        self._work.stop()
        if self._again:
            self._again = False
            self._view.place_again()

    def _slice(self, seconds: float) -> list[Block]:
        start = perf_counter()
        made = []
        for block in self._coming:
            made.append(block)
            if perf_counter() - start > seconds:
                break
        self._spent += perf_counter() - start
        return made
