"""What narrows the list of mentions."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from redactor.ui.combo import Combo
from redactor.ui.review import Arrange, Filter, Show


class FilterBar(QWidget):
    """A text, a state, an order, this document or all. Emits a `Filter`."""

    changed = Signal(Filter)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = ""
        self._text = QLineEdit()
        self._text.setPlaceholderText(self.tr("Filtrer les mentions"))
        self._text.setAccessibleName(self.tr("Filtrer les mentions"))
        self._text.setClearButtonEnabled(True)
        self._show = Combo()
        self._show.setAccessibleName(self.tr("Mentions montrées"))
        for show, name in (
            (Show.ALL, self.tr("Toutes")),
            (Show.UNDECIDED, self.tr("À décider")),
            (Show.OCCULT, self.tr("Occultées")),
            (Show.KEEP, self.tr("Conservées")),
            (Show.SIGNAL, self.tr("Signaux")),
            (Show.MARKED, self.tr("À revoir")),
            (Show.UNREAD, self.tr("Non relues")),
        ):
            self._show.addItem(name, show)
        self._scope = Combo()
        self._scope.setAccessibleName(self.tr("Documents montrés"))
        self._scope.addItem(self.tr("Tous les documents"), False)
        self._scope.addItem(self.tr("Ce document"), True)
        self._arrange = Combo()
        self._arrange.setAccessibleName(self.tr("Ordre de la liste"))
        self._arrange.addItem(self.tr("Par entité"), Arrange.ENTITY)
        self._arrange.addItem(self.tr("Ordre de lecture"), Arrange.READING)
        for combo in (self._show, self._arrange, self._scope):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.currentIndexChanged.connect(self._emit)
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(6)
        above.addWidget(self._text, 1)
        above.addWidget(self._show)
        below.addWidget(self._arrange, 1)
        below.addWidget(self._scope, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addLayout(below)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(120)
        self._typing.timeout.connect(self._emit)
        self._text.textChanged.connect(lambda: self._typing.start())

    def filter(self) -> Filter:
        return Filter(
            text=self._text.text().strip(),
            show=self._show.currentData(),
            document=self._document if self._scope.currentData() else "",
            arrange=self._arrange.currentData(),
        )

    def set_document(self, document: str) -> None:
        """The document shown, which « this document » means."""
        if document != self._document:
            self._document = document
            if self._scope.currentData():
                self._emit()

    def show_only(self, show: Show) -> None:
        self._show.setCurrentIndex(self._show.findData(show))

    def has_many_documents(self, many: bool) -> None:
        self._scope.setVisible(many)

    def focus_text(self) -> None:
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text.selectAll()

    def clear(self) -> None:
        """Narrow the list to nothing any more; its order stays."""
        self._text.clear()
        self._show.setCurrentIndex(0)
        self._scope.setCurrentIndex(0)

    def _emit(self) -> None:
        self.changed.emit(self.filter())
