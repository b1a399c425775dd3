"""What is listed of the dossier: its texts at hand, and its mentions as items of the review."""

from collections.abc import Iterable, Sequence
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from redactor.dossier.records import MentionRow
from redactor.text.flow import Flow, Span
from redactor.ui.document_model import Stage
from redactor.ui.feed import SLICE
from redactor.ui.review import Item, Review

if TYPE_CHECKING:
    from redactor.ui.desk import Desk

# Characters of the sentence kept on each side of a mention.
CONTEXT = 90
# Mentions turned into items at once: some milliseconds.
CHUNK = 40
# Milliseconds between two listings while documents are read, at least.
PAUSE = 250
# Milliseconds between two sights of a change of many mentions that goes on.
GLANCE = 100


class Listing(QObject):
    """Follows the dossier; says when the list is to be drawn again."""

    listed = Signal()
    """Mentions came or went; at most a few times a second."""
    changed = Signal(object)
    """A tuple of ids: their decision, ground, category or role."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.review = Review()
        self._flows: dict[str, dict[str, Flow]] = {}
        self._by_number: dict[int, str] = {}
        self._positions: dict[str, int] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._tell_prepared)
        self._renewed: dict[str, None] = {}
        self._glance = QTimer(self)
        self._glance.setSingleShot(True)
        self._glance.setInterval(GLANCE)
        self._glance.timeout.connect(self._tell_renewed)

    # --- texts ----------------------------------------------------------------------------

    @property
    def documents(self) -> Iterable[str]:
        """The documents whose texts are at hand."""
        return self._flows.keys()

    def holds(self, document: str) -> bool:
        return document in self._flows

    def flows(self, document: str) -> Sequence[Flow]:
        return tuple(self._flows.get(document, {}).values())

    def flow(self, document: str, flow: str) -> Flow | None:
        return self._flows.get(document, {}).get(flow)

    def text_at(self, document: str, span: Span) -> str:
        """The characters of a span; empty where its flow is not at hand."""
        flow = self.flow(document, span.flow)
        return flow.text[span.start : span.end] if flow else ""

    def begin(self, document: str, position: int, flows: Iterable[Flow] = ()) -> None:
        """A document is about to be listed, at this place among the others."""
        self._positions[document] = position
        self._flows[document] = {}
        self.add_flows(document, flows)

    def add_flows(self, document: str, flows: Iterable[Flow]) -> None:
        """More of a document was read."""
        self._flows[document].update((flow.id, flow) for flow in flows)

    def arrange(self, positions: Iterable[tuple[str, int]]) -> None:
        """The documents are in another order."""
        self._positions.update(positions)

    def forget(self, document: str) -> None:
        """What was read of a document is no more."""
        gone = [item.id for item in self.review.items.values() if item.document == document]
        self.review.drop(gone)
        self._flows.pop(document, None)
        self.tell()

    def clear(self) -> None:
        self.review.clear()
        self._renewed.clear()
        self._by_number.clear()
        self._flows.clear()
        self._positions.clear()

    # --- mentions -------------------------------------------------------------------------

    def put(self, rows: Sequence[MentionRow]) -> None:
        """List mentions, or what became of them."""
        items = [self._item(row) for row in rows]
        for item, row in zip(items, rows, strict=True):
            self._by_number[row.number] = item.id
        self.review.put(items)

    def put_slowly(self, rows: Sequence[MentionRow]) -> None:
        """List many mentions, a slice at a time."""
        for start in range(0, len(rows), CHUNK):
            self._desk.feed.add(partial(self._put_slice, rows[start : start + CHUNK]))
        self._desk.feed.add(self._tell_prepared)

    def _put_slice(self, rows: Sequence[MentionRow]) -> None:
        if self._desk.dossier is not None:
            self.put(rows)

    def show_new(self, ids: Iterable[str]) -> None:
        """Mentions were added by a person: list them at once."""
        if self._desk.dossier is not None:
            self.put([self._desk.dossier.mention(mention) for mention in ids])
            self.tell()
            self._desk.history_changed.emit()

    def drop_numbers(self, numbers: Iterable[int]) -> None:
        """These mentions went, known by their numbers in the dossier."""
        self.review.drop([self._by_number[number] for number in numbers])

    def refresh(self, ids: Iterable[str]) -> None:
        """Show what became of mentions: at once, or a slice at a time where they are many."""
        ids = tuple(ids)
        if len(ids) <= CHUNK:
            self._renew(ids)
            self._tell_renewed()
            return
        parts = [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]
        self._desk.feed.add(*(partial(self._renew, part) for part in parts))
        self._desk.feed.add(self._tell_renewed)

    def _renew(self, ids: tuple[str, ...]) -> None:
        dossier = self._desk.dossier
        if dossier is None:
            return
        changed = []
        for mention in ids:
            row, old = dossier.mention(mention), self.review.items.get(mention)
            if old is not None and old.mention == row.mention:
                found = dossier.effective(row)
                changed.append(old.now(found.decision, found.decided, found.ground))
            else:
                changed.append(self._item(row))
                self._by_number[row.number] = mention
        self.review.put(changed)
        self._renewed.update(dict.fromkeys(ids))
        if not self._glance.isActive():
            self._glance.start()

    def _tell_renewed(self) -> None:
        self._glance.stop()
        if self._renewed:
            ids = tuple(self._renewed)
            self._renewed.clear()
            self.count()
            self.changed.emit(ids)

    def _item(self, row: MentionRow) -> Item:
        assert self._desk.dossier is not None
        found = self._desk.dossier.effective(row)
        mention = row.mention
        before = after = ""
        flow = self.flow(row.document, mention.span.flow)
        if flow is not None:
            start, end = mention.span.start, mention.span.end
            before = _flat(flow.text[max(start - CONTEXT, 0) : start])
            after = _flat(flow.text[end : end + CONTEXT])
        return Item(
            mention,
            row.document,
            found.decision,
            found.decided,
            found.ground,
            (self._positions.get(row.document, 0), row.place, mention.span.start),
            before,
            after,
        )

    # --- telling --------------------------------------------------------------------------

    @property
    def waiting(self) -> bool:
        """Whether `listed` is about to be told."""
        return self._soon.isActive()

    def tell_soon(self) -> None:
        """More may come: tell in a moment."""
        if not self._soon.isActive():
            self._soon.start()

    def _tell_prepared(self) -> None:
        """Tell once the rows are made, which takes some slices where all of them changed."""
        left = self.review.prepare(SLICE)
        self._desk.feed.first([self._tell_prepared if left else self.tell])

    def tell(self) -> None:
        self._soon.stop()
        start = perf_counter()
        self.count()
        self.listed.emit()
        # Listing anew takes longer as a dossier grows: it must not fill the time of reading.
        self._soon.setInterval(max(PAUSE, round(15_000 * (perf_counter() - start))))

    def count(self) -> None:
        """How each document stands."""
        dossier = self._desk.dossier
        out = set() if dossier is None else dossier.released()
        for row in self._desk.documents.rows:
            tally = self.review.tally(row.id)
            self._desk.documents.change(
                row.id,
                mentions=tally.total,
                undecided=tally.undecided,
                released=row.id in out,
            )
            if row.stage is Stage.REVIEW:
                self._desk.places.tell_unseen(row.id)


def _flat(text: str) -> str:
    """Text on one line; a space at its ends stays, since it joins a mention to its sentence."""
    return text.replace("\n", " ")
