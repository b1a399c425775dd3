"""Pictures and layouts of pages, asked of the process that draws and given to a canvas."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from redactor.formats.base import Illustration, PageLayout, Picture
from redactor.jobs.render import Document, DrawPage, DrawPicture, LayPage
from redactor.ui.page_canvas import PageCanvas
from redactor.ui.workers import Calls, Job

# Pages away from the one that is asked for, past which a request is taken back.
FAR = 6


class PageFeed(QObject):
    """Serves one canvas: the pages of a document, or the pictures inside it, one a page."""

    def __init__(self, render: Job, canvas: PageCanvas) -> None:
        super().__init__(canvas)
        self._render, self._canvas = render, canvas
        self._document: Document | None = None
        self._pictures: Sequence[Illustration] = ()
        self._asked: dict[tuple[str, int], tuple[int, float]] = {}
        canvas.picture_wanted.connect(self._ask_picture)
        canvas.layout_wanted.connect(self._ask_layout)

    def show(self, document: Document, sizes: Sequence[tuple[float, float]]) -> None:
        """Show the pages of a document; `sizes` as far as they are known."""
        self.forget()
        self._document = document
        self._canvas.show_document(sizes)

    def show_pictures(self, document: Document, pictures: Sequence[Illustration]) -> None:
        """Show pictures inside a document: a point of the canvas is a pixel of theirs."""
        self.forget()
        self._document, self._pictures = document, pictures
        self._canvas.show_document([(float(each.width), float(each.height)) for each in pictures])

    def forget(self) -> None:
        """Nothing is shown any more, and no picture is kept."""
        for task, _ in self._asked.values():
            self._render.drop(task)
        self._asked.clear()
        self._document, self._pictures = None, ()
        self._canvas.clear()

    def _ask_picture(self, page: int, scale: float) -> None:
        asked = self._asked.get(("picture", page))
        if asked and abs(asked[1] - scale) < 0.01 * scale:
            return
        if asked:
            self._render.drop(asked[0])
        document = self._document
        if document is None:
            return

        def arrived(picture: Picture | None) -> None:
            self._asked.pop(("picture", page), None)
            if document == self._document and picture is not None:
                self._canvas.set_picture(page, scale, picture)

        calls = Calls(done=arrived, failed=lambda _: self._forget("picture", page))
        request: DrawPage | DrawPicture = DrawPage(document, page, scale)
        if self._pictures:
            each = self._pictures[page - 1]
            most = min(round(max(each.width, each.height) * scale), max(each.width, each.height))
            request = DrawPicture(document, each.part, max(most, 16))
        self._asked["picture", page] = (self._render.ask(request, calls), scale)
        self._drop_far(page)

    def _ask_layout(self, page: int) -> None:
        document = self._document
        if document is None or self._pictures or ("layout", page) in self._asked:
            return

        def arrived(layout: PageLayout) -> None:
            self._asked.pop(("layout", page), None)
            if document == self._document:
                self._canvas.set_layout(page, layout)

        calls = Calls(done=arrived, failed=lambda _: self._forget("layout", page))
        self._asked["layout", page] = (self._render.ask(LayPage(document, page), calls), 0.0)

    def _forget(self, kind: str, page: int) -> None:
        self._asked.pop((kind, page), None)

    def _drop_far(self, page: int) -> None:
        """Take back what was asked for pages that have gone out of sight."""
        for (kind, other), (task, _) in list(self._asked.items()):
            if abs(other - page) > FAR:
                self._render.drop(task)
                del self._asked[kind, other]
