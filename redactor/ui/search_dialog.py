"""Search and occult: what was found, with the words around it; some of it or all is added."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from redactor.law.categories import SIGNALS, Category
from redactor.law.decisions import Decision
from redactor.text.flow import Span
from redactor.ui.combo import Combo
from redactor.ui.search_desk import Found
from redactor.ui.words import category_name, state_name

if TYPE_CHECKING:
    from redactor.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex

# Characters shown after what was found, and before.
AROUND = 60
BEFORE_IT = 28
WHERE, BEFORE, TEXT, AFTER, STATE = range(5)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found."""

    document: str
    span: Span
    where: str
    before: str
    text: str
    after: str
    state: str
    """What is decided of it already; empty where no mention covers it."""
    done: bool
    """Whether it goes already."""


class Hits(QAbstractTableModel):
    """Places in the order of the documents, each chosen or not."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: Sequence[Hit] = ()
        self._chosen: set[int] = set()

    def show(self, hits: Sequence[Hit]) -> None:
        """Show other places; what goes already is not chosen."""
        self.beginResetModel()
        self.hits = hits
        self._chosen = {row for row, hit in enumerate(hits) if not hit.done}
        self.endResetModel()
        self.chosen_changed.emit()

    @property
    def chosen(self) -> list[Hit]:
        return [self.hits[row] for row in sorted(self._chosen)]

    def choose(self, rows: Sequence[int], on: bool) -> None:
        self._chosen = self._chosen | set(rows) if on else self._chosen - set(rows)
        if self.hits:
            self.dataChanged.emit(self.index(0, WHERE), self.index(len(self.hits) - 1, WHERE))
        self.chosen_changed.emit()

    def is_chosen(self, row: int) -> bool:
        return row in self._chosen

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (
                self.tr("Où"),
                self.tr("Avant"),
                self.tr("Trouvé"),
                self.tr("Après"),
                self.tr("Décision"),
            )[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return known | Qt.ItemFlag.ItemIsUserCheckable if index.column() == WHERE else known

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.hits):
            return None
        hit, column = self.hits[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (hit.where, hit.before, hit.text, hit.after, hit.state)[column]
        if role == Qt.ItemDataRole.CheckStateRole and column == WHERE:
            return Qt.CheckState.Checked if index.row() in self._chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.FontRole and column == TEXT:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and column == BEFORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.where} : {hit.before}{hit.text}{hit.after}, {hit.state}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.choose([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


class Table(QTableView):
    """The space bar chooses the row, whatever its column."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model, row = self.model(), self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and isinstance(model, Hits) and row >= 0:
            model.choose([row], not model.is_chosen(row))
            return
        super().keyPressEvent(event)


class SearchDialog(QDialog):
    """Looks for a text or a form in every document; stays open beside the review."""

    went_to = Signal(str, object)
    """A document and a span to be shown."""
    added = Signal(object)
    """The ids of mentions that were added."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._asked = 0
        self.setWindowTitle(self.tr("Chercher et occulter"))
        self.resize(980, 560)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Texte : majuscules et accents ne comptent pas"))
        self.text.setAccessibleName(self.tr("Texte à chercher"))
        self.text.setClearButtonEnabled(True)
        self.form = Combo()
        self.form.setAccessibleName(self.tr("Ce que l’on cherche"))
        self.form.addItem(self.tr("Un texte"), None)
        for category in desk.search.forms():
            self.form.addItem(
                self.tr("Forme : {name}").format(name=category_name(category)), category
            )
        self.seek = QPushButton(self.tr("&Chercher"))
        self.seek.setDefault(True)
        self.said = QLabel()
        self.said.setProperty("role", "muted")
        self.said.setWordWrap(True)
        self.hits = Hits(self)
        self.table = Table()
        self.category = Combo()
        self.category.setAccessibleName(self.tr("Catégorie"))
        for category in (each for each in Category if each not in SIGNALS):
            self.category.addItem(category_name(category), category)
        self.every = QPushButton(self.tr("&Tout choisir"))
        self.nothing = QPushButton(self.tr("&Rien"))
        self.occult = QPushButton()
        self.occult.setProperty("primary", True)
        close = QPushButton(self.tr("&Fermer"))
        for button in (self.every, self.nothing, self.occult, close):
            button.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.finished.connect(self._forget)
        self._set_up_table()
        self._lay_out(close)
        self._connect()
        self._hint()
        self._count()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.hits)
        table.setAccessibleName(self.tr("Ce qui a été trouvé"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in ((WHERE, 210), (TEXT, 170), (STATE, 110)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            table.setColumnWidth(column, width)
        for column in (BEFORE, AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self, close: QPushButton) -> None:
        above = QGridLayout()
        above.addWidget(self.form, 0, 0)
        above.addWidget(self.text, 0, 1)
        above.addWidget(self.seek, 0, 2)
        above.setColumnStretch(1, 1)
        below = QHBoxLayout()
        below.addWidget(self.every)
        below.addWidget(self.nothing)
        below.addStretch(1)
        label = QLabel(self.tr("Catégorie"))
        label.setBuddy(self.category)
        below.addWidget(label)
        below.addWidget(self.category)
        below.addWidget(self.occult)
        below.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addLayout(above)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.seek.clicked.connect(self.search)
        self.form.currentIndexChanged.connect(self._form_changed)
        self.every.clicked.connect(lambda: self.hits.choose(range(len(self.hits.hits)), True))
        self.nothing.clicked.connect(lambda: self.hits.choose(range(len(self.hits.hits)), False))
        self.occult.clicked.connect(self.add)
        self.hits.chosen_changed.connect(self._count)
        self.table.selectionModel().currentRowChanged.connect(lambda index, _: self._go(index))

    def search(self) -> None:
        """Look for what is asked, apart from the window."""
        category, text = self._form(), self.text.text().strip()
        if category is None and not text:
            return
        self._asked += 1
        asked = self._asked
        self.said.setText(self.tr("Recherche…"))
        self._choose_category(category or guess(text))

        def found(places: Found) -> None:
            if asked == self._asked:
                self._show(places)

        if category is None:
            self._desk.search.find(text, found, wild=True)
        else:
            self._desk.search.find_form(category, found)

    def show_text(self, text: str) -> None:
        """Look for a text that was selected."""
        self.form.setCurrentIndex(0)
        self.text.setText(text)
        self.text.selectAll()
        self.text.setFocus()
        if text:
            self.search()

    def _show(self, places: Found) -> None:
        names = {row.id: row.name for row in self._desk.documents.rows}
        hits = [hit for place in places if (hit := self._hit(place[0], place[1], names))]
        self.hits.show(hits)
        documents = len({hit.document for hit in hits})
        if not hits:
            self.said.setText(self.tr("Rien de tel dans les documents."))
            return
        self.said.setText(
            self.tr("{places}, {documents}").format(
                places=self.tr("%n endroit(s)", "", len(hits)),
                documents=self.tr("%n document(s)", "", documents),
            )
        )
        self.table.setCurrentIndex(self.hits.index(0, WHERE))
        self.table.setFocus()

    def _hit(self, document: str, span: Span, names: dict[str, str]) -> Hit | None:
        flow = self._desk.listing.flow(document, span.flow)
        if flow is None:
            return None
        where = names.get(document, "")
        if flow.page:
            where += self.tr(", p. {page}").format(page=flow.page)
        stands = self._desk.search.standing(document, span)
        state = state_name(stands.decision) if stands is not None else ""
        done = stands is not None and stands.decision in (Decision.OCCULT, Decision.DISJOIN)
        text, start, end = flow.text, span.start, span.end
        return Hit(
            document,
            span,
            where,
            # A column shows the beginning of its text: the nearest words must be in it.
            _flat(text[max(start - BEFORE_IT, 0) : start]),
            _flat(text[start:end]),
            _flat(text[end : end + AROUND]),
            state,
            done,
        )

    def add(self) -> None:
        """Occult what is chosen, as one step."""
        chosen = self.hits.chosen
        places = [(hit.document, hit.span) for hit in chosen]
        if ids := self._desk.search.add(places, Category(self.category.currentData())):
            self.added.emit(ids)
            self.search()

    def _go(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.hits.hits):
            hit = self.hits.hits[index.row()]
            self.went_to.emit(hit.document, hit.span)

    def _forget(self) -> None:
        """What is still looked for comes too late."""
        self._asked += 1

    def _form(self) -> Category | None:
        # Qt gives back the plain text of an enumeration's member.
        chosen = self.form.currentData()
        return Category(chosen) if chosen else None

    def _form_changed(self) -> None:
        self.text.setEnabled(self._form() is None)
        self.search()

    def _choose_category(self, category: Category) -> None:
        self.category.setCurrentIndex(self.category.findData(category))

    def _hint(self) -> None:
        self.said.setText(
            self.tr("« * » remplace la fin d’un mot, « ? » une lettre : « dup* », « mart?n ».")
        )

    def _count(self) -> None:
        count = len(self.hits.chosen)
        self.occult.setText(self.tr("&Occulter %n endroit(s)", "", count))
        self.occult.setEnabled(count > 0)
        for button in (self.every, self.nothing):
            button.setEnabled(bool(self.hits.hits))


def guess(text: str) -> Category:
    """The category that a text most likely has."""
    words = text.strip()
    if "@" in words:
        return Category.EMAIL
    digits = sum(letter.isdigit() for letter in words)
    if digits >= 9 and digits >= len(words) // 2:
        return Category.PHONE
    return Category.PERSON if not digits else Category.CUSTOM


def _flat(text: str) -> str:
    return " ".join(text.replace("\n", " ").split(" "))
