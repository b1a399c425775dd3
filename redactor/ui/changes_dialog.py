"""After a CADA opinion: what the next release shows and hides that the last one did not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from redactor.dossier.releases import Difference, Since

if TYPE_CHECKING:
    from redactor.ui.desk import Desk

DIFFERENCE = Qt.ItemDataRole.UserRole


class ChangesDialog(QDialog):
    """Every passage that changes, by document, with its words; one goes to its place."""

    went_to = Signal(str, object)
    """A document and a span."""

    def __init__(self, since: Since, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.setWindowTitle(self.tr("Ce qui change depuis la dernière communication"))
        if since.number:
            self.resize(880, 520)
        self.said = QLabel(self._sentence(since))
        self.said.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(4)
        self.tree.setHeaderLabels(
            [self.tr("Passage"), self.tr("Changement"), self.tr("Motif"), self.tr("Page")]
        )
        self.tree.setAccessibleName(self.tr("Passages qui changent"))
        for column, width in enumerate((450, 150, 150)):
            self.tree.setColumnWidth(column, width)
        self.tree.setVisible(bool(since.number))
        self._fill(since)
        self.tree.currentItemChanged.connect(lambda item, _: self._go(item))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.said)
        layout.addWidget(self.tree, 1)
        layout.addWidget(buttons)

    def _sentence(self, since: Since) -> str:
        if not since.number:
            return self.tr("Ce dossier n’a pas encore été communiqué.")
        moment = QDateTime.fromString(since.at, Qt.DateFormat.ISODate).toLocalTime()
        day = self.locale().toString(moment.date(), "d MMMM yyyy")
        text = self.tr("Communication {number} faite le {day} ; la suivante sera la {next}.")
        text = text.format(number=since.number, day=day, next=since.number + 1)
        shown = sum(not each.hidden for each in since.differences)
        hidden = len(since.differences) - shown
        if not (since.differences or since.added or since.withdrawn):
            return text + " " + self.tr("Rien ne change.")
        counted = self.tr("{shown}, {hidden}.").format(
            shown=self.tr("%n passage(s) devient(nent) lisible(s)", "", shown),
            hidden=self.tr("%n passage(s) est(sont) occulté(s) en plus", "", hidden),
        )
        return f"{text} {counted}"

    def _fill(self, since: Since) -> None:
        names = {row.id: row.name for row in self._desk.documents.rows}
        heads: dict[str, QTreeWidgetItem] = {}

        def head(document: str, change: str = "") -> QTreeWidgetItem:
            if document not in heads:
                name = names.get(document, self.tr("document retiré du dossier"))
                heads[document] = QTreeWidgetItem([name, change])
                self.tree.addTopLevelItem(heads[document])
            return heads[document]

        for document in since.added:
            head(document, self.tr("document ajouté"))
        for document in since.withdrawn:
            head(document, self.tr("ne part plus"))
        for each in since.differences:
            head(each.document).addChild(self._line(each))
        self.tree.expandAll()

    def _line(self, difference: Difference) -> QTreeWidgetItem:
        text = self._desk.listing.text_at(difference.document, difference.span)
        flow = self._desk.listing.flow(difference.document, difference.span.flow)
        change = self.tr("occulté en plus") if difference.hidden else self.tr("devient lisible")
        page = str(flow.page) if flow is not None and flow.page else ""
        line = QTreeWidgetItem([" ".join(text.split()), change, difference.ground, page])
        line.setData(0, DIFFERENCE, difference)
        return line

    def _go(self, line: QTreeWidgetItem | None) -> None:
        difference = line.data(0, DIFFERENCE) if line is not None else None
        if isinstance(difference, Difference):
            self.went_to.emit(difference.document, difference.span)
