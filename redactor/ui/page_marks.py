"""What is drawn over each page: its mentions, where its layout says they are, and its areas."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from redactor.formats.base import Box, PageLayout
from redactor.text.flow import Span
from redactor.ui.geometry import marks_of
from redactor.ui.page_item import Mark


def no_marks(place: object) -> Sequence[tuple[Span, Mark]]:
    """Nothing is drawn anywhere."""
    del place
    return ()


class PageMarks:
    """Knows layouts."""

    def __init__(self) -> None:
        self._layouts: dict[int, PageLayout] = {}
        self._boxes: dict[int, dict[Span, tuple[Box, ...]]] = {}
        self._mentions: Callable[[int], Sequence[tuple[Span, Mark]]] = no_marks
        self._areas: dict[int, list[Mark]] = {}

    def clear(self) -> None:
        self.__init__()  # type: ignore[misc]

    def set_mentions(self, marks: Callable[[int], Sequence[tuple[Span, Mark]]]) -> None:
        """Where the mentions of a page are to be had; only those of pages seen are asked for."""
        self._mentions = marks

    def set_areas(self, areas: Iterable[tuple[int, Mark]]) -> None:
        """Rectangles of pages, each with its page."""
        self._areas = {}
        for page, mark in areas:
            self._areas.setdefault(page, []).append(mark)

    def area(self, name: str) -> tuple[int, Mark] | None:
        """An area and its page."""
        every = ((page, mark) for page, marks in self._areas.items() for mark in marks)
        return next(((page, mark) for page, mark in every if mark.id == name), None)

    def reshape(self, name: str, box: Box) -> int:
        """Draw an area elsewhere, while it is pulled. Its page; 0 where it is not known."""
        found = self.area(name)
        if found is None:
            return 0
        page = found[0]
        self._areas[page] = [
            replace(each, boxes=(box,)) if each.id == name else each for each in self._areas[page]
        ]
        return page

    def set_layout(self, page: int, layout: PageLayout) -> None:
        """The places of a page's characters."""
        self._layouts[page] = layout
        self._boxes.pop(page, None)

    def layout(self, page: int) -> PageLayout | None:
        return self._layouts.get(page)

    def boxes(self, page: int, spans: Iterable[Span]) -> list[Box]:
        """The rectangles of spans; none where the page's layout has not come."""
        layout = self._layouts.get(page)
        if layout is None:
            return []
        # Every decision redraws the marks of the pages seen: their places do not change.
        known = self._boxes.setdefault(page, {})
        found: list[Box] = []
        for span in spans:
            boxes = known.get(span)
            if boxes is None:
                boxes = known[span] = marks_of(layout, span)
            found += boxes
        return found

    def mentions(self, page: int) -> list[Mark]:
        """The mentions of a page that are drawn somewhere on it."""
        if page not in self._layouts:
            return []
        return [
            Mark(mark.id, boxes, mark.decision, mark.signal)
            for span, mark in self._mentions(page)
            if (boxes := mark.boxes or tuple(self.boxes(page, (span,))))
        ]

    def on(self, page: int) -> list[Mark]:
        """Everything that is drawn over a page."""
        return [*self._areas.get(page, ()), *self.mentions(page)]
