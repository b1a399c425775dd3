"""What the process that reads gives, stored in the dossier and listed as it comes."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from redactor.jobs.analyse import Analysis, Batch
from redactor.law.mention import Mention
from redactor.problem import Problem
from redactor.ui.document_model import Stage
from redactor.ui.intake import Reading
from redactor.ui.listing import CHUNK
from redactor.ui.words import say_unread

if TYPE_CHECKING:
    from redactor.ui.desk import Desk


class Arrivals:
    """Follows the intake. Each call is a few milliseconds of the window's thread."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        intake = desk.intake
        intake.opened.connect(self._opened)
        intake.batch.connect(self._batch)
        intake.mentions.connect(self._final_mentions)
        intake.finished.connect(self._finished)
        intake.failed.connect(self._failed)

    def _opened(self, reading: Reading) -> None:
        desk, dossier, opened = self._desk, self._desk.dossier, reading.opened
        if dossier is None or opened is None:
            return
        row = dossier.add_document(reading.path, sha256=opened.sha256)
        if row.id != reading.row and desk.documents.get(row.id):
            # The same bytes under another name: listed once.
            desk.documents.remove(reading.row)
        desk.documents.change(reading.row, id=row.id, pages=opened.pages, stage=Stage.READING)
        reading.row = row.id
        if reading.password:
            desk.passwords[str(reading.path)] = reading.password
        desk.listing.begin(row.id, row.position)
        dossier.begin_analysis(row.id)
        desk.feed.first([partial(desk.document_ready.emit, row.id)])

    def _batch(self, reading: Reading, batch: Batch) -> None:
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None or not desk.listing.holds(reading.row):
            return
        desk.listing.add_flows(reading.row, batch.flows)
        dossier.append_analysis(reading.row, batch.flows, batch.unread, suggested=batch.suggested)
        if batch.suggested:
            desk.places.areas_changed.emit(reading.row)
        if batch.unread:
            reading.unread += [say_unread(each) for each in batch.unread]
            desk.documents.change(reading.row, unread=tuple(reading.unread))
        # Its mentions in the next steps: all at once took 50 ms.
        found = [*batch.mentions]
        slices = [found[start : start + CHUNK] for start in range(0, len(found), CHUNK)]
        desk.feed.first(
            [
                *(partial(self._mentions, reading, part) for part in slices),
                partial(desk.flows_read.emit, reading.row, batch.flows),
            ]
        )

    def _final_mentions(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        self._mentions(reading, mentions, final=True)

    def _mentions(
        self, reading: Reading, mentions: Sequence[Mention], *, final: bool = False
    ) -> None:
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None or not desk.listing.holds(reading.row):
            return
        fresh = dossier.append_analysis(reading.row, mentions=mentions, final=final)
        desk.feed.first([partial(self._list, fresh)])

    def _list(self, ids: Sequence[str]) -> None:
        desk = self._desk
        if desk.dossier is not None and ids:
            desk.listing.put([desk.dossier.mention(mention) for mention in ids])
            desk.listing.tell_soon()

    def _finished(self, reading: Reading, analysis: Analysis) -> None:
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None or not desk.listing.holds(reading.row) or reading.opened is None:
            return
        gone = dossier.finish_analysis(
            reading.row, reading.opened.pages, analysis.warnings, reading.opened.format
        )
        desk.review.drop(gone)
        desk.documents.change(reading.row, stage=Stage.REVIEW, progress=1.0)
        desk.entities.document_read()
        # A step each: together they took 55 ms of 7,000 mentions.
        desk.feed.first([desk.listing.tell, desk.history_changed.emit])

    def _failed(self, reading: Reading, problem: Problem) -> None:
        if self._desk.dossier is not None and reading.opened is not None:
            self._desk.dossier.fail(reading.row, problem.key, problem.facts)
