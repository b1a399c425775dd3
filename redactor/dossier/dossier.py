"""A dossier: one request, its documents, what was found in them and what persons decided."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from redactor.dossier import codec, edits, originals
from redactor.dossier.analysis import Analysis
from redactor.dossier.changes import Change
from redactor.dossier.errors import DossierDamaged, NoSuchRecord, OriginalDiffers
from redactor.dossier.history import History, now
from redactor.dossier.memory import Memory
from redactor.dossier.proceedings import Proceedings
from redactor.dossier.records import (
    AreaRow,
    Box,
    DocumentRow,
    Effective,
    FlagRow,
    Info,
    JournalEntry,
    MentionRow,
    Original,
    ReadingRow,
    RemovedPageRow,
    Ruling,
    State,
    StepRow,
    Verdict,
)
from redactor.dossier.store import Store, apply
from redactor.law.categories import Category, Role, Trait
from redactor.law.decisions import Decision, Default
from redactor.law.mention import Mention
from redactor.law.profile import Profile, load
from redactor.text.flow import Flow, Span, Unread

OUT_OF_SCOPE = "hors périmètre"


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


class Dossier:
    """An open dossier. Every call that changes it commits before it returns.

    Used by one thread at a time, not always the same: opening 20,000 mentions takes half a
    second, and may be done beside the interface's thread. Every action of a person is one step,
    which `undo` takes back. `by` says who acts; without it, `person` does. All calls raise
    `redactor.dossier.errors.DossierError`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._memory = Memory()
        try:
            self._memory.load(store)
        except (ValueError, KeyError, TypeError) as error:
            raise DossierDamaged(path=str(store.path), what=str(error)) from error
        self._history = History(store, self._memory)
        self._analysis = Analysis(store, self._memory, self._history)
        self.proceedings = Proceedings(store, self._history)
        """Pages seen, sign-offs and releases."""
        self.person = ""
        self._profile: Profile | None = None
        self._defaults: dict[tuple[Category, Role, frozenset[Trait]], Default] = {}

    @classmethod
    def create(cls, path: Path, title: str = "", profile: str = "tiers") -> Self:
        """A new dossier. Raises DossierExists, and ProfileError for a wrong profile."""
        load(profile)
        store = Store.create(path)
        info = codec.info_columns(Info(title=title, profile=profile))
        try:
            with store.transaction() as db:
                apply(db, Change("info", (1,), None, info))
            return cls(store)
        except BaseException:
            store.close()
            raise

    @classmethod
    def open(cls, path: Path) -> Self:
        """An existing dossier, as its last commit left it."""
        store = Store.open(path)
        try:
            return cls(store)
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Let go of the file. Closing twice is fine."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- the request -------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def info(self) -> Info:
        return self._memory.info

    def set_info(self, *, by: str = "", **changes: Any) -> StepRow | None:
        """Change fields of `Info`. A profile is loaded first: a wrong one raises ProfileError."""
        after = replace(self.info, **changes)
        profile = _profile_of(after)
        step = self._do("info", self._info_changes(after), by, {"fields": ", ".join(changes)})
        self._use(profile)
        return step

    @property
    def profile(self) -> Profile:
        """The dossier's profile, with the rows on which the dossier departs from it."""
        if self._profile is None:
            self._use(_profile_of(self.info))
        assert self._profile is not None
        return self._profile

    # --- documents ---------------------------------------------------------------------------

    def documents(self) -> list[DocumentRow]:
        """The documents in their order, without those removed."""
        rows = (row for row in self._memory.documents.records.values() if not row.removed)
        return sorted(rows, key=lambda row: (row.position, codec.number_of(row.id)))

    def document(self, document_id: str) -> DocumentRow:
        """One document, even removed. Raises NoSuchRecord."""
        return self._memory.documents.records[edits.document_number(self._memory, document_id)]

    def add_document(self, path: Path, *, sha256: str = "") -> DocumentRow:
        """Add a file, to be analysed. `sha256`: its hash where it is known already.

        The same file added twice is one document; one that was removed comes back as it was.
        Raises OriginalMissing.
        """
        path = path.resolve()
        size, known = originals.size(path), sha256 or originals.sha256(path)
        for row in self._memory.documents.records.values():
            if row.path == path and row.sha256 == known:
                if row.removed:
                    self._do(
                        "restore", edits.documents(self._memory, [replace(row, removed=False)])
                    )
                return self.document(row.id)
        records = self._memory.documents.records
        position = 1 + max((row.position for row in records.values()), default=0)
        (key,) = self._memory.new_keys("document", 1)
        row = DocumentRow(f"d{key}", path, path.name, known, size, position)
        with self._store.transaction() as db:
            apply(db, Change("document", (key,), None, codec.document_columns(row)))
        records[key] = row
        return row

    def remove_document(self, document_id: str, *, by: str = "") -> StepRow | None:
        """Take a document out of the dossier. Undo brings it back with its decisions."""
        row = replace(self.document(document_id), removed=True)
        return self._do("remove", edits.documents(self._memory, [row]), by)

    def reorder(self, document_ids: Sequence[str], *, by: str = "") -> StepRow | None:
        """Put documents in this order; those not named follow."""
        named = dict.fromkeys(document_ids)
        rest = [row.id for row in self.documents() if row.id not in named]
        rows = [
            replace(self.document(each), position=position)
            for position, each in enumerate([*named, *rest], 1)
        ]
        return self._do("reorder", edits.documents(self._memory, rows), by)

    def exclude_document(
        self, document_id: str, ground: str = OUT_OF_SCOPE, *, note: str = "", by: str = ""
    ) -> StepRow | None:
        """The whole document is out of scope or not communicable. An empty ground takes it back."""
        row = replace(self.document(document_id), excluded=ground, excluded_note=note)
        return self._do("exclude", edits.documents(self._memory, [row]), by, {"ground": ground})

    def document_changed(self, document_id: str) -> Original:
        """Whether the original is still there, unchanged. Reads all of it."""
        row = self.document(document_id)
        return originals.check(row.path, row.sha256)

    def relocate(self, document_id: str, path: Path) -> DocumentRow:
        """The original was moved to `path`. Raises OriginalDiffers if it is another file."""
        if originals.sha256(path) != self.document(document_id).sha256:
            raise OriginalDiffers(path=str(path))
        self._analysis.move(edits.document_number(self._memory, document_id), path.resolve())
        return self.document(document_id)

    def replace_original(self, document_id: str, path: Path) -> DocumentRow:
        """Another version of the document takes its place: it is analysed afresh, and what was
        decided in the old one is lost."""
        key = edits.document_number(self._memory, document_id)
        path = path.resolve()
        self._analysis.replace_original(key, path, originals.sha256(path), originals.size(path))
        return self.document(document_id)

    def set_state(self, document_id: str, state: State) -> None:
        """Where the document stands in the work."""
        self._analysis.set_state(edits.document_number(self._memory, document_id), state)

    def fail(self, document_id: str, error: str, facts: Mapping[str, str | int]) -> None:
        """The document could not be read: `error` is a message key."""
        self._analysis.fail(edits.document_number(self._memory, document_id), error, facts)

    # --- analysis ----------------------------------------------------------------------------

    def begin_analysis(self, document_id: str) -> None:
        """Start reading a document from its first flow."""
        self._analysis.begin(edits.document_number(self._memory, document_id))

    def append_analysis(
        self,
        document_id: str,
        flows: Sequence[Flow] = (),
        unread: Sequence[Unread] = (),
        mentions: Iterable[Mention] = (),
        *,
        final: bool = False,
    ) -> list[str]:
        """Store a batch. Gives the ids of mentions that are new or that changed; the dossier
        prefixes the detector's own with the document's, so that two copies of one file stay
        apart. What a person corrected or decided is left as it is.

        `final`: these are, or begin, the mentions of the whole document; `finish_analysis`
        then puts away those that came in earlier batches and are not among them.
        """
        key = edits.document_number(self._memory, document_id)
        return self._analysis.append(key, flows, unread, mentions, final=final)

    def finish_analysis(
        self,
        document_id: str,
        pages: int | None = None,
        warnings: Sequence[str] = (),
        format: str = "",
    ) -> list[str]:
        """The document is read to its end. Gives the ids of mentions that are put away, since
        only an earlier analysis or batch had seen them; those that a person decided stay."""
        key = edits.document_number(self._memory, document_id)
        return self._analysis.finish(key, pages, format, warnings)

    def store_analysis(
        self,
        document_id: str,
        flows: Sequence[Flow],
        unread: Sequence[Unread],
        mentions: Iterable[Mention],
        pages: int | None = None,
        warnings: Sequence[str] = (),
        format: str = "",
    ) -> None:
        """A whole analysis at once."""
        self.begin_analysis(document_id)
        self.append_analysis(document_id, flows, unread, mentions)
        self.finish_analysis(document_id, pages, warnings, format)

    def regroup(self, entities: Mapping[str, str]) -> list[str]:
        """Mention id → entity, as detection sees it over all documents. What a person said of
        an entity stays. Gives the ids of mentions that changed."""
        numbers = edits.numbers(self._memory, entities)
        return self._analysis.regroup(dict(zip(numbers, entities.values(), strict=True)))

    def flows(self, document_id: str) -> tuple[Flow, ...]:
        """The flows of a document, read from the file at each call."""
        return self._analysis.flows(edits.document_number(self._memory, document_id))

    def flow(self, document_id: str, flow_id: str) -> Flow | None:
        """One flow, without reading the whole document."""
        return self._analysis.flow(edits.document_number(self._memory, document_id), flow_id)

    def unread(self, document_id: str) -> tuple[Unread, ...]:
        """What could not be read of a document."""
        return self._analysis.unread(edits.document_number(self._memory, document_id))

    # --- mentions ----------------------------------------------------------------------------

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
    ) -> list[str]:
        """Add mentions, each with its document's id, and decide them, as one step.

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
        facts = {"decision": decision.value if decision else "", "ground": ground or ""}
        self._do(action, changes, by, facts)
        return [self._memory.mentions.records[key].id for key in (*old, *keys)]

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

    # --- areas and pages ---------------------------------------------------------------------

    def areas(self, document_id: str | None = None) -> list[AreaRow]:
        """Areas, suggestions included, of documents that are not removed."""
        return self._of(self._memory.areas.records.values(), document_id)

    def add_area(
        self,
        document_id: str,
        page: int,
        box: Box,
        *,
        category: Category = Category.IMAGE,
        part: str = "",
        decision: Decision | None = Decision.OCCULT,
        ground: str = "",
        note: str = "",
        suggested: bool = False,
        by: str = "",
    ) -> AreaRow:
        """Add a rectangle, as one step. A suggestion is added with `decision` None."""
        self.document(document_id)
        (key,) = self._memory.new_keys("area", 1)
        ruling = Ruling(decision, ground, note, by or self.person, now())
        row = AreaRow(f"a{key}", document_id, page, box, category, part, suggested, ruling)
        facts = {"decision": decision.value if decision else "", "ground": ground}
        self._do("area", edits.appear("area", [key], [codec.area_columns(row)]), by, facts)
        return self._memory.areas.records[key]

    def change_area(self, area_id: str, *, by: str = "", **changes: Any) -> StepRow | None:
        """Change `box`, `category`, or the ruling's `decision`, `ground` and `note`."""
        key = self._known(self._memory.areas.records, area_id, "a")
        row = self._memory.areas.records[key]
        said = {name: changes.pop(name) for name in _RULING if name in changes}
        if said:
            changes["ruling"] = replace(row.ruling, **said, by=by or self.person, at=now())
        return self._do("area", edits.area(self._memory, key, replace(row, **changes)), by)

    def remove_area(self, area_id: str, *, by: str = "") -> StepRow | None:
        """Take an area away."""
        key = self._known(self._memory.areas.records, area_id, "a")
        before = codec.area_columns(self._memory.areas.records[key])
        return self._do("area-removed", [Change("area", (key,), before, None)], by)

    def removed_pages(self, document_id: str | None = None) -> list[RemovedPageRow]:
        """The pages out of scope."""
        return self._of(self._memory.removed_pages.records.values(), document_id)

    def remove_page(
        self,
        document_id: str,
        page: int,
        ground: str = OUT_OF_SCOPE,
        *,
        note: str = "",
        by: str = "",
    ) -> StepRow | None:
        """Disjoin a page, as one step; a page that is removed already gets another ground."""
        self.document(document_id)
        row = RemovedPageRow("", document_id, page, ground, note, by or self.person, now())
        columns, facts = codec.removed_page_columns(row), {"ground": ground}
        old = self._removed_page(document_id, page)
        if old is None:
            keys = self._memory.new_keys("removed_page", 1)
            return self._do("page", edits.appear("removed_page", keys, [columns]), by, facts)
        before = codec.removed_page_columns(self._memory.removed_pages.records[old])
        return self._do("page", [Change("removed_page", (old,), before, columns)], by, facts)

    def restore_page(self, document_id: str, page: int, *, by: str = "") -> StepRow | None:
        """A page is in scope again."""
        key = self._removed_page(document_id, page)
        if key is None:
            return None
        before = codec.removed_page_columns(self._memory.removed_pages.records[key])
        return self._do("page-restored", [Change("removed_page", (key,), before, None)], by)

    # --- flags and second reading ------------------------------------------------------------

    def flags(self, document_id: str | None = None) -> list[FlagRow]:
        """What was marked to come back to."""
        return self._of(self._memory.flags.records.values(), document_id)

    def flag(
        self,
        document_id: str,
        note: str,
        *,
        mention: str = "",
        page: int | None = None,
        by: str = "",
    ) -> StepRow | None:
        """Mark a mention or a page to come back to, with a note."""
        self.document(document_id)
        row = FlagRow("", document_id, note, mention, page, by or self.person, now())
        keys = self._memory.new_keys("flag", 1)
        return self._do("flag", edits.appear("flag", keys, [codec.flag_columns(row)]), by)

    def unflag(self, flag_id: str, *, by: str = "") -> StepRow | None:
        """The flag is dealt with."""
        key = self._known(self._memory.flags.records, flag_id, "f")
        before = codec.flag_columns(self._memory.flags.records[key])
        return self._do("unflag", [Change("flag", (key,), before, None)], by)

    def readings(self) -> dict[str, ReadingRow]:
        """Mention id → what the second reader says of it."""
        mentions = self._memory.mentions.records
        return {mentions[key].id: row for key, row in self._memory.readings.records.items()}

    def read(
        self, mention_ids: Iterable[str], verdict: Verdict, *, note: str = "", by: str = ""
    ) -> StepRow | None:
        """The second reader confirms decisions, or returns them with a note, as one step."""
        row = ReadingRow(verdict, note, by or self.person, now())
        columns, changes = codec.reading_columns(row), []
        for key in edits.numbers(self._memory, mention_ids):
            old = self._memory.readings.records.get(key)
            before = codec.reading_columns(old) if old else None
            changes.append(Change("reading", (key,), before, columns))
        return self._do("read", changes, by, {"verdict": verdict.value})

    def deciders(self) -> frozenset[str]:
        """Everyone whose decision on a mention or an area stands."""
        rulings = [*self._memory.rulings.records.values()]
        rulings += [row.ruling for row in self._memory.areas.records.values()]
        return frozenset(ruling.by for ruling in rulings if ruling.decided)

    # --- undo and journal --------------------------------------------------------------------

    def undo(self, *, by: str = "") -> StepRow | None:
        """Take the last step back; what it was, None where there is none."""
        return self._moved(self._history.undo(by or self.person))

    def redo(self, *, by: str = "") -> StepRow | None:
        """Make again the last step taken back; what it was, None where there is none."""
        return self._moved(self._history.redo(by or self.person))

    def can_undo(self) -> StepRow | None:
        """What `undo` would take back."""
        return self._history.can_undo()

    def can_redo(self) -> StepRow | None:
        """What `redo` would make again."""
        return self._history.can_redo()

    def journal(self, limit: int | None = None) -> list[JournalEntry]:
        """Who did, undid and redid what, and when; the latest first."""
        return self._history.entries(limit)

    def changes(self, step: int) -> tuple[Change, ...]:
        """What a step of the journal changed, before and after."""
        return self._history.changes(step)

    def purge(self) -> None:
        """Take every text of documents and persons out of the file, for good: the request is
        closed. What was released, when and by whom stays, and so does the journal's list.
        """
        self._analysis.purge()
        self._analysis = Analysis(self._store, self._memory, self._history)

    # --- below -------------------------------------------------------------------------------

    def _do(
        self,
        action: str,
        changes: Sequence[Change],
        by: str = "",
        facts: Mapping[str, str] | None = None,
    ) -> StepRow | None:
        return self._history.do(action, changes, by or self.person, facts or {})

    def _moved(self, step: StepRow | None) -> StepRow | None:
        self._profile = None
        return step

    def _use(self, profile: Profile) -> None:
        self._profile = profile
        self._defaults.clear()

    def _default(self, mention: Mention) -> Default:
        # A default depends on these three alone; 20,000 mentions share a few dozen.
        profile = self.profile
        kind = (mention.category, mention.role, mention.traits)
        found = self._defaults.get(kind)
        if found is None:
            found = self._defaults[kind] = profile.default(mention)
        return found

    def _info_changes(self, after: Info) -> list[Change]:
        before, new = codec.info_columns(self.info), codec.info_columns(after)
        names = [name for name in new if new[name] != before[name]]
        if not names:
            return []
        return [
            Change(
                "info",
                (1,),
                {name: before[name] for name in names},
                {name: new[name] for name in names},
            )
        ]

    def _by_ground(self, keys: Sequence[int], ground: str | None) -> dict[str, list[int]]:
        """The mentions by the ground that each will have."""
        if ground is not None:
            return {ground: list(keys)}
        groups: dict[str, list[int]] = {}
        for key in keys:
            old = self._memory.rulings.records.get(key)
            groups.setdefault(old.ground if old else "", []).append(key)
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

    def _removed_page(self, document_id: str, page: int) -> int | None:
        for key, row in self._memory.removed_pages.records.items():
            if (row.document, row.page) == (document_id, page):
                return key
        return None

    def _of(self, rows: Iterable[Any], document_id: str | None) -> list[Any]:
        live = {row.id for row in self.documents()}
        if document_id is not None:
            live = {self.document(document_id).id}
        return [row for row in rows if row.document in live]

    @staticmethod
    def _known(records: Mapping[int, object], identifier: str, prefix: str) -> int:
        key = codec.number_of(identifier)
        if identifier != f"{prefix}{key}" or key not in records:
            raise NoSuchRecord(id=identifier)
        return key


def _reading(row: MentionRow) -> tuple[int, int, int]:
    return row.place, row.mention.span.start, row.mention.span.end


_RULING = tuple(each.name for each in fields(Ruling))


def _profile_of(info: Info) -> Profile:
    profile = load(info.profile)
    return profile.changed(info.changed_rows) if info.changed_rows else profile
