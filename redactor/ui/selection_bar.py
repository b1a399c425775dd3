"""What to do with text that a person selected: here, or wherever it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from redactor.law.categories import SIGNALS, Category
from redactor.ui.combo import Combo
from redactor.ui.words import category_name


class SelectionBar(QFrame):
    """Shown under the page while text is selected. Says how many before it is asked."""

    add = Signal(Category, bool)
    """A category; true for every occurrence."""
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._words = ""
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setMinimumWidth(60)
        self._category = Combo()
        self._category.setAccessibleName(self.tr("Catégorie de la mention à ajouter"))
        for category in Category:
            if category not in SIGNALS and category is not Category.MASK:
                self._category.addItem(category_name(category), category)
        self._here = QPushButton(self.tr("Occulter ici"))
        self._here.setToolTip(self.tr("Ajouter la mention à cet endroit (A)"))
        self._everywhere = QPushButton()
        self._everywhere.setToolTip(
            self.tr("Ajouter la mention partout où ce texte se trouve dans le dossier (Maj+A)")
        )
        self._close = QPushButton(self.tr("Annuler"))
        # Two lines, as the bar of an area has: on one, the words and the count were cut.
        said, done = QHBoxLayout(), QHBoxLayout()
        said.addWidget(self._label, 1)
        said.addWidget(self._close)
        done.addWidget(self._category, 1)
        done.addWidget(self._here)
        done.addWidget(self._everywhere)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        for line in (said, done):
            line.setSpacing(8)
            layout.addLayout(line)
        self._here.clicked.connect(lambda: self.add.emit(self.category, False))
        self._everywhere.clicked.connect(lambda: self.add.emit(self.category, True))
        self._close.clicked.connect(self.dismissed)
        self.hide()

    @property
    def category(self) -> Category:
        return Category(self._category.currentData())

    def offer(self, text: str, guess: Category) -> None:
        """Show what is selected; how many occurrences there are comes after."""
        self._words = " ".join(text.split())
        self._label.setToolTip(self._words)
        self._category.setCurrentIndex(self._category.findData(guess))
        self._everywhere.setText(self.tr("Occulter partout"))
        self._everywhere.setEnabled(False)
        self.show()
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        quoted = self.tr("« {text} »").format(text=self._words)
        self._label.setText(
            self._label.fontMetrics().elidedText(
                quoted, Qt.TextElideMode.ElideMiddle, self._label.width()
            )
        )

    def say_count(self, count: int, documents: int) -> None:
        """How many times the text stands in the dossier."""
        if count < 2:
            return
        text = self.tr("Occulter partout (%n)", "", count)
        if documents > 1:
            text = self.tr("Occulter partout ({count} dans {documents} documents)").format(
                count=count, documents=documents
            )
        self._everywhere.setText(text)
        self._everywhere.setEnabled(True)
