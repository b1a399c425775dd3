"""Who is who: linked over the documents once they are read, corrected by persons."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from redactor.law.mention import Mention
from redactor.ui.linking import Entities, Linking
from redactor.ui.listing import CHUNK
from redactor.ui.opening import READ
from redactor.ui.review import Item

if TYPE_CHECKING:
    from redactor.ui.desk import Desk


class EntityDesk:
    """Has the process that detects tell persons apart; merges and splits as a person says."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.linking = Linking(desk.intake.job)
        self._fresh = False
        """Whether documents were read since the last gathering."""
        desk.intake.idle.connect(self._all_read)

    def forget(self) -> None:
        """Another dossier is opened."""
        self.linking.forget()
        self._fresh = False

    def document_read(self) -> None:
        """A document was read to its end."""
        self._fresh = True
        if self._desk.intake.remaining <= 1 and len(list(self._desk.listing.documents)) < 2:
            self._link()

    # --- found ----------------------------------------------------------------------------

    def _link(self) -> None:
        """Tell persons apart and together over all documents."""
        desk = self._desk
        if desk.dossier is None or not desk.review.items:
            return
        items = list(desk.review.items.values())

        def linked(entities: Entities) -> None:
            for start in range(0, len(items), CHUNK):
                part = {
                    item.id: entity
                    for item in items[start : start + CHUNK]
                    if (entity := _entity(item, entities)) and entity != item.mention.entity
                }
                if part:
                    desk.feed.add(partial(self._regroup, part))

        self.linking.link(items, linked)

    def _regroup(self, entities: dict[str, str]) -> None:
        desk = self._desk
        if desk.dossier is None:
            return
        known = {key: value for key, value in entities.items() if key in desk.review.items}
        if changed := desk.dossier.regroup(known):
            desk.listing.put([desk.dossier.mention(mention) for mention in changed])
            desk.listing.tell_soon()

    def _all_read(self) -> None:
        """Look for the names of each document in the others, once all are read."""
        desk, dossier = self._desk, self._desk.dossier
        rows = [] if dossier is None else [r for r in dossier.documents() if r.state in READ]
        if dossier is None or len(rows) < 2 or not self._fresh:
            return
        self._fresh = False
        stored = {row.id: (row.sha256, dossier.packed_flows(row.id)) for row in rows}

        def gathered(found: Mapping[str, tuple[Mention, ...]]) -> None:
            if dossier is not desk.dossier:
                return
            for document, mentions in found.items():
                for start in range(0, len(mentions), CHUNK):
                    part = mentions[start : start + CHUNK]
                    desk.feed.add(partial(self._gathered, document, part))
            desk.feed.add(self._link)

        items = list(desk.review.items.values())
        self.linking.gather(stored, items, desk.context(), gathered)

    def _gathered(self, document: str, mentions: Sequence[Mention]) -> None:
        desk = self._desk
        if desk.dossier is None or not desk.listing.holds(document):
            return
        fresh = desk.dossier.append_analysis(document, mentions=mentions)
        desk.listing.put([desk.dossier.mention(mention) for mention in fresh])
        desk.listing.tell_soon()

    # --- said by a person -----------------------------------------------------------------

    def merge(self, ids: Iterable[str], entity: str) -> None:
        """These mentions name that entity."""
        self._name(tuple(ids), entity)

    def split(self, ids: Iterable[str]) -> None:
        """These mentions name someone else: an entity of their own."""
        if self._desk.dossier is not None:
            self._name(tuple(ids), self._desk.dossier.new_entity())

    def _name(self, ids: tuple[str, ...], entity: str) -> None:
        desk, dossier = self._desk, self._desk.dossier
        if dossier and desk.attempt(partial(dossier.set_entity, ids, entity)):
            desk.history_changed.emit()
            desk.listing.refresh(ids)


def _entity(item: Item, entities: Entities) -> str:
    mention = item.mention
    return entities.get((item.document, mention.category.value, mention.text), "")
