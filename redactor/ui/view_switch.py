"""The row of buttons over a document: its pages, its text, what it hides, its pictures."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget


class View(StrEnum):
    """The ways in which a document can be looked at."""

    MAIN = "main"
    LAID_OUT = "laid-out"
    HIDDEN = "hidden"
    PICTURES = "pictures"


class ViewSwitch(QWidget):
    """One button a view that the document has, and a sentence on what is seen."""

    chosen = Signal(View)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(6)
        self.buttons: dict[View, QPushButton] = {}
        for view in View:
            button = self.buttons[view] = QPushButton()
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, v=view: self.chosen.emit(v))
            group.addButton(button)
            row.addWidget(button)
        self.buttons[View.LAID_OUT].setText(self.tr("Mise en page"))
        self._caption = QLabel()
        self._caption.setProperty("role", "muted")
        self._caption.setWordWrap(True)
        row.addSpacing(6)
        row.addWidget(self._caption, 1)

    def name_main(self, *, paged: bool) -> None:
        """What the first view is called."""
        self.buttons[View.MAIN].setText(self.tr("Pages") if paged else self.tr("Texte"))

    def offer(self, *, hidden: int, pictures: int, laid_out: bool) -> None:
        """Which views there are: as many hidden texts and pictures, and whether pages."""
        self.buttons[View.HIDDEN].setVisible(hidden > 0)
        self.buttons[View.HIDDEN].setText(self.tr("Texte caché (%n)", "", hidden))
        self.buttons[View.PICTURES].setVisible(pictures > 0)
        self.buttons[View.PICTURES].setText(self.tr("Images (%n)", "", pictures))
        self.buttons[View.LAID_OUT].setVisible(laid_out)

    def show_chosen(self, view: View) -> None:
        """Which view is seen now."""
        self.buttons[view].setChecked(True)

    def say(self, text: str) -> None:
        """What one may expect of the view."""
        self._caption.setText(text)
