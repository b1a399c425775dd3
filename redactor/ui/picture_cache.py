"""Pictures of pages, the last used of them."""

from collections import OrderedDict

from PySide6.QtGui import QImage

from redactor.formats.base import Picture

# Pixels of pictures kept: about 250 MB of 32-bit pixels.
CACHE = 64_000_000


class PictureCache:
    """Pages → their picture, and how many pixels a point it has."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[int, tuple[QImage, float]] = OrderedDict()

    def clear(self) -> None:
        self._pictures.clear()

    def get(self, page: int) -> tuple[QImage, float] | None:
        return self._pictures.get(page)

    def put(self, page: int, scale: float, picture: Picture) -> QImage:
        """Keep a picture; the oldest go where there are too many pixels."""
        image = QImage(
            picture.samples,
            picture.width,
            picture.height,
            picture.width * 3,
            QImage.Format.Format_RGB888,
        ).convertToFormat(QImage.Format.Format_RGB32)
        self._pictures[page] = (image, scale)
        self._pictures.move_to_end(page)
        held = sum(i.width() * i.height() for i, _ in self._pictures.values())
        while held > CACHE and len(self._pictures) > 1:
            _, (old, _) = self._pictures.popitem(last=False)
            held -= old.width() * old.height()
        return image
