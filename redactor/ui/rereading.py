"""Documents that are read a second time: what was decided stays where its text still is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from redactor.jobs.analyse import Analysis
from redactor.ui.intake import Reading

if TYPE_CHECKING:
    from redactor.ui.desk import Desk


class Rereading(QObject):
    """Has documents read again, then sets aside the decisions whose text is gone."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._awaited: set[str] = set()
        desk.intake.finished.connect(self._finished)

    def read_scans(self, document: str, *, by_pixels: bool) -> None:
        """Read the scanned pages of a document from their pixels, or by the text that its file
        gives them."""
        desk, dossier = self._desk, self._desk.dossier
        row = desk.documents.get(document)
        if dossier is None or row is None:
            return
        if desk.attempt(partial(dossier.set_ocr_again, document, by_pixels)):
            self.expect(document)
            desk.intake.again(row)

    def read_page(self, document: str, page: int) -> None:
        """Read one scanned page from its pixels, or by the text of its file again."""
        desk, dossier = self._desk, self._desk.dossier
        row = desk.documents.get(document)
        if dossier is None or row is None:
            return
        pages = dossier.document(document).ocr_pages ^ {page}
        if desk.attempt(partial(dossier.set_ocr_again, document, False, pages)):
            self.expect(document)
            desk.intake.again(row)

    def expect(self, document: str) -> None:
        """A document that was read before is about to be read again."""
        self._awaited.add(document)

    def forget(self) -> None:
        """Another dossier is opened."""
        self._awaited.clear()

    def _finished(self, reading: Reading, _: Analysis) -> None:
        desk, dossier = self._desk, self._desk.dossier
        if reading.row not in self._awaited or dossier is None:
            return
        self._awaited.discard(reading.row)
        lost = dossier.unplaced(reading.row)
        if lost and desk.attempt(partial(dossier.put_away, lost)):
            desk.review.drop(lost)
            desk.listing.tell()
            desk.history_changed.emit()
            desk.said.emit(
                self.tr("Relu : %n décision(s) sans texte désormais, à reprendre", "", len(lost))
            )
        else:
            desk.said.emit(self.tr("Relu : les décisions prises sont gardées."))
