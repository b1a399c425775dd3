"""Icons: drawn once as SVG in the colour of the text, tinted for the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from redactor.paths import resource


def icon(name: str, colour: str, faded: str = "") -> QIcon:
    """The icon of `resources/icons/NAME.svg` in a colour; `faded` for disabled actions."""
    result = QIcon()
    for size in (16, 20, 24, 32, 48):
        result.addPixmap(QPixmap.fromImage(image(name, colour, size)))
        if faded:
            result.addPixmap(QPixmap.fromImage(image(name, faded, size)), QIcon.Mode.Disabled)
    return result


def image(name: str, colour: str, size: int) -> QImage:
    """The icon as a square of `size` logical pixels, sharp on this desktop's screens."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _image(name, colour, size, ratio)


@lru_cache(maxsize=512)
def _image(name: str, colour: str, size: int, ratio: float) -> QImage:
    drawing = (resource("icons") / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    side = round(size * ratio)
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
