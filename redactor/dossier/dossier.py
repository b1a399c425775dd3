"""A dossier: one request, its documents, what was found in them and what persons decided."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from redactor.dossier import codec, edits
from redactor.dossier.changes import Change
from redactor.dossier.documents import OUT_OF_SCOPE
from redactor.dossier.history import now
from redactor.dossier.places import WithPlaces
from redactor.dossier.records import (
    AreaRow,
    Box,
    Effective,
    MentionRow,
    Ruling,
    StepRow,
)
from redactor.law.categories import Category, Role, Trait
from redactor.law.decisions import Decision, Default
from redactor.law.mention import Mention
from redactor.text.flow import Span


@dataclass(frozen=True, slots=True)
class Counts:
    """How the mentions of a dossier, or of one document, stand."""

    occult: int = 0
    keep: int = 0
    disjoin: int = 0
    review: int = 0
    """Mentions that wait for a person; signals apart."""
    signals: int = 0
    """Signals that wait for a person."""
    decided: int = 0
    """Of all these, how many a person decided."""


class Dossier(WithPlaces):
    """An open dossier. Every call that changes it commits before it returns.

    Used by one thread at a time, not always the same: opening 20,000 mentions takes half a
    second, and may be done beside the interface's thread. Every action of a person is one step,
    which `undo` takes back. `by` says who acts; without it, `person` does. All calls raise
    `redactor.dossier.errors.DossierError`.
    """

    def mentions(self, document_id: str | None = None) -> list[MentionRow]:
        """Mentions in reading order, without those of removed documents."""
        documents = self.documents() if document_id is None else [self.document(document_id)]
        records, numbers = self._memory.mentions.records, self._memory.of_document
        return [
            row
            for document in documents
            for row in sorted((records[key] for key in numbers.get(document.id, ())), key=_reading)
            if not row.gone
        ]

    def mention(self, mention_id: str) -> MentionRow:
        """One mention. Raises NoSuchRecord."""
        (number,) = edits.numbers(self._memory, [mention_id])
        return self._memory.mentions.records[number]

    def numbered(self, numbers: Iterable[int]) -> dict[int, MentionRow]:
        """Those of these mentions that stand: neither put away nor in a removed document."""
        live, records = {row.id for row in self.documents()}, self._memory.mentions.records
        found = {number: records[number] for number in numbers if number in records}
        return {
            number: row for number, row in found.items() if not row.gone and row.document in live
        }

    def effective(self, mention: str | MentionRow | Mention) -> Effective:
        """What would be done with a mention now: a person's decision over the profile's."""
        row = mention if isinstance(mention, MentionRow) else None
        if row is None:
            row = self.mention(mention if isinstance(mention, str) else mention.id)
        default = self._default(row.mention)
        ruling = self._memory.rulings.records.get(row.number)
        if ruling is None:
            return Effective(default.decision, default.ground, default)
        decision = ruling.decision or default.decision
        ground = "" if decision is Decision.KEEP else ruling.ground or default.ground
        return Effective(decision, ground, default, ruling)

    def undecided(self) -> list[MentionRow]:
        """Mentions on which a person still has to choose, signals included, in reading order."""
        return [row for row in self.mentions() if self.effective(row).undecided]

    def counts(self, document_id: str | None = None) -> Counts:
        """How many mentions stand where."""
        live = {row.id for row in self.documents() if document_id in (None, row.id)}
        rulings, tally, decided = self._memory.rulings.records, Counter[str](), 0
        for key, row in self._memory.mentions.records.items():
            if row.gone or row.document not in live:
                continue
            ruling, default = rulings.get(key), self._default(row.mention)
            decision = (ruling and ruling.decision) or default.decision
            decided += ruling is not None and ruling.decided
            waits = decision is Decision.REVIEW and row.mention.is_signal
            tally["signals" if waits else decision] += 1
        return Counts(**tally, decided=decided)

    def decide(
        self,
        mention_ids: Iterable[str],
        decision: Decision | None,
        *,
        ground: str | None = None,
        note: str = "",
        by: str = "",
    ) -> StepRow | None:
        """Decide mentions, as one step. None takes a decision back to what the profile says.

        Without `ground`, the one chosen before or the profile's applies.
        """
        keys = edits.numbers(self._memory, mention_ids)
        facts = {"decision": decision.value if decision else "", "ground": ground or ""}
        if decision is None:
            return self._do("decide", edits.rule(self._memory, keys, None), by, facts)
        changes: list[Change] = []
        for value, members in self._by_ground(keys, ground).items():
            ruling = Ruling(decision, value, note, by or self.person, now())
            changes += edits.rule(self._memory, members, ruling)
        return self._do("decide", changes, by, facts)

    def change(
        self,
        mention_ids: Iterable[str],
        *,
        category: Category | None = None,
        role: Role | None = None,
        traits: frozenset[Trait] | None = None,
        ground: str | None = None,
        span: Span | None = None,
        by: str = "",
    ) -> StepRow | None:
        """Correct mentions, as one step. A span is given to one mention alone.

        Raises ValueError for a span that is not in its flow.
        """
        keys = edits.numbers(self._memory, mention_ids)
        given: dict[str, Any] = {"category": category, "role": role, "traits": traits}
        given = {name: value for name, value in given.items() if value is not None}
        if span is not None:
            (key,) = keys
            given |= self._at(self._memory.mentions.records[key].document, span)
        changes = [*edits.mentions(self._memory, keys, **given)]
        if ground is not None:
            changes += edits.ground(self._memory, keys, ground, by or self.person, now())
        facts = {name: str(value) for name, value in given.items() if name in ("category", "role")}
        return self._do("change", changes, by, {**facts, "ground": ground or ""})

    def add_mentions(
        self,
        mentions: Iterable[tuple[str, Mention]],
        *,
        decision: Decision | None = Decision.OCCULT,
        ground: str | None = None,
        note: str = "",
        by: str = "",
        action: str = "add",
        areas: Iterable[tuple[str, int, Box]] = (),
    ) -> list[str]:
        """Add mentions, each with its document's id, and decide them, as one step; with them
        `areas`: the document's id, the page and the box.

        Their ids are given by the dossier. One that stands already (same span and category) is
        decided, not doubled. Gives the ids of all.
        """
        mentions = list(mentions)
        flows = {mention.span.flow for _, mention in mentions}
        stands = {
            (row.document, row.mention.span, row.mention.category): row.number
            for row in self._memory.mentions.records.values()
            if row.mention.span.flow in flows and not row.gone
        }
        old: list[int] = []
        new: list[tuple[str, Mention]] = []
        places: dict[tuple[str, str], int] = {}
        for document, mention in mentions:
            where = (document, mention.span.flow)
            if where not in places:
                places[where] = self._place(*where)
            what = (document, mention.span, mention.category)
            if what not in stands:
                new.append((document, mention))
                stands[what] = 0
            elif number := stands[what]:
                old.append(number)
        keys = list(self._memory.new_keys("mention", len(new)))
        rows = [
            MentionRow(
                replace(mention, id=f"{document}:+{key}"),
                document,
                places[document, mention.span.flow],
                key,
                added=True,
            )
            for key, (document, mention) in zip(keys, new, strict=True)
        ]
        changes = [*edits.appear("mention", keys, map(codec.mention_columns, rows))]
        if decision is not None:
            ruling = Ruling(decision, ground or "", note, by or self.person, now())
            changes += edits.rule(self._memory, [*old, *keys], ruling)
        ruling = Ruling(decision, ground or "", note, by or self.person, now())
        changes += self._areas(areas, ruling)
        facts = {"decision": decision.value if decision else "", "ground": ground or ""}
        self._do(action, changes, by, facts)
        return [self._memory.mentions.records[key].id for key in (*old, *keys)]

    def _areas(self, areas: Iterable[tuple[str, int, Box]], ruling: Ruling) -> Sequence[Change]:
        areas = list(areas)
        keys = list(self._memory.new_keys("area", len(areas)))
        rows = [
            AreaRow(f"a{key}", document, page, box, ruling=ruling)
            for key, (document, page, box) in zip(keys, areas, strict=True)
        ]
        return edits.appear("area", keys, map(codec.area_columns, rows))

    def add_passage(
        self,
        document_id: str,
        spans: Sequence[Span],
        ground: str = OUT_OF_SCOPE,
        *,
        note: str = "",
        by: str = "",
    ) -> list[str]:
        """Disjoin a passage: one mention in each of its flows, as one step."""
        entity = self.new_entity()
        category = Category.OUT_OF_SCOPE
        mentions = []
        for span in spans:
            where = self._at(document_id, span)
            mention = Mention("", category=category, entity=entity, detector="person", **where)
            mentions.append((document_id, mention))
        return self.add_mentions(
            mentions, decision=Decision.DISJOIN, ground=ground, note=note, by=by, action="passage"
        )

    def unplaced(self, document_id: str) -> list[str]:
        """The mentions of a document whose text is no longer where they say: it was read
        otherwise since."""
        texts = {flow.id: flow.text for flow in self.flows(document_id)}
        return [
            row.id
            for row in self.mentions(document_id)
            if texts.get(row.mention.span.flow, "")[row.mention.span.start : row.mention.span.end]
            != row.mention.text
        ]

    def put_away(self, mention_ids: Iterable[str], *, by: str = "") -> StepRow | None:
        """Set mentions aside with what was decided of them, as one step."""
        changes = edits.put_away(self._memory, edits.numbers(self._memory, mention_ids))
        return self._do("put-away", changes, by)

    def new_entity(self) -> str:
        """An id that no entity of the dossier has, for a person to split one."""
        return f"own-{uuid4().hex[:12]}"

    def set_entity(
        self, mention_ids: Iterable[str], entity: str, *, by: str = ""
    ) -> StepRow | None:
        """Say which entity mentions name, as one step: merges into `entity`, or splits with
        `new_entity()`. Where all decided mentions of `entity` were decided alike, those that
        join undecided follow."""
        keys = edits.numbers(self._memory, mention_ids)
        records, rulings = self._memory.mentions.records, self._memory.rulings.records
        changes = [*edits.mentions(self._memory, keys, entity=entity)]
        joining = set(keys)
        said = {
            (ruling.decision, ruling.ground)
            for key, row in records.items()
            if row.mention.entity == entity and key not in joining
            if (ruling := rulings.get(key)) is not None and ruling.decided
        }
        if len(said) == 1:
            decision, ground = said.pop()
            ruling = Ruling(decision, ground, by=by or self.person, at=now())
            open_keys = [key for key in keys if key not in rulings]
            changes += edits.rule(self._memory, open_keys, ruling)
        return self._do("entity", changes, by)

    def _default(self, mention: Mention) -> Default:
        # A default depends on these three alone; 20,000 mentions share a few dozen.
        profile = self.profile
        kind = (mention.category, mention.role, mention.traits)
        found = self._defaults.get(kind)
        if found is None:
            found = self._defaults[kind] = profile.default(mention)
        return found

    def _by_ground(self, keys: Sequence[int], ground: str | None) -> dict[str, list[int]]:
        """The mentions by the ground that each will have."""
        if ground is not None:
            return {ground: list(keys)}
        groups: dict[str, list[int]] = {}
        for ruling, members in edits.by_ruling(self._memory, keys).items():
            groups.setdefault(ruling.ground if ruling else "", []).extend(members)
        return groups

    def _at(self, document_id: str, span: Span) -> dict[str, Any]:
        """What a mention takes from where it stands."""
        flow = self.flow(document_id, span.flow)
        if flow is None or span.end > len(flow.text):
            raise ValueError(f"not in the document: {span}")
        text = flow.text[span.start : span.end]
        return {"span": span, "text": text, "channel": flow.channel, "page": flow.page}

    def _place(self, document_id: str, flow_id: str) -> int:
        key = edits.document_number(self._memory, document_id)
        place = self._analysis.place(key, flow_id)
        if place is None:
            raise ValueError(f"not in the document: {flow_id}")
        return place


def _reading(row: MentionRow) -> tuple[int, int, int]:
    return row.place, row.mention.span.start, row.mention.span.end
