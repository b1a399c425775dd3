"""The tools above the document: the page, the zoom, what remains to be decided."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from redactor.ui.words import percent

if TYPE_CHECKING:
    from redactor.ui.review import Review


class Toolbar(QToolBar):
    """Shows actions of the window, and where one is."""

    def __init__(self, act: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Outils"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._page = QLabel()
        self._page.setMinimumWidth(72)
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom = QLabel()
        self._zoom.setMinimumWidth(52)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._left = QLabel()
        self._left.setContentsMargins(0, 0, 12, 0)
        self._export = QPushButton(self.tr("Exporter…"))
        self._export.setProperty("primary", True)
        self._export.clicked.connect(act["export"].trigger)
        self._fill(act)

    def _fill(self, act: Mapping[str, QAction]) -> None:
        self.addAction(act["open"])
        act["open"].setIconText(self.tr("Ouvrir"))
        button = self.widgetForAction(act["open"])
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addSeparator()
        self.addAction(act["undo"])
        self.addAction(act["redo"])
        self.addSeparator()
        self.addAction(act["previous-page"])
        self.addWidget(self._page)
        self.addAction(act["next-page"])
        self.addSeparator()
        self.addAction(act["zoom-out"])
        self.addWidget(self._zoom)
        self.addAction(act["zoom-in"])
        self.addAction(act["fit-width"])
        self.addSeparator()
        self.addAction(act["area"])
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.addWidget(self._left)
        self.addWidget(self._export)

    def enable_export(self, on: bool) -> None:
        self._export.setEnabled(on)

    def show_page(self, page: int, count: int) -> None:
        """Which page is seen, among how many; 0 where there are no pages."""
        self._page.setText(f"{page} / {count}" if count else "")
        self._page.setAccessibleName(
            self.tr("Page {page} sur {count}").format(page=page, count=count)
        )

    def show_zoom(self, zoom: float | None) -> None:
        self._zoom.setText("" if zoom is None else percent(zoom))

    def show_left(self, review: "Review", areas: int, *, seen: bool) -> None:
        """What remains to be decided, which is how far one is; `areas`: suggested ones; `seen`:
        whether the review is what one looks at."""
        waiting, signals = review.undecided() + areas, review.signals()
        if not seen or not (review.items or areas):
            self._left.setText("")
            return
        text = self.tr("%n à décider", "", waiting) if waiting else self.tr("Tout est décidé")
        if signals:
            text += " · " + self.tr("%n signal(aux)", "", signals)
        self._left.setText(text)
