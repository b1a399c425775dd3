"""Areas, removed pages, flags and second readings of an open dossier."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from redactor.dossier import codec, edits
from redactor.dossier.changes import Change
from redactor.dossier.documents import OUT_OF_SCOPE, WithDocuments
from redactor.dossier.errors import NoSuchRecord
from redactor.dossier.history import now
from redactor.dossier.records import (
    AreaRow,
    Box,
    FlagRow,
    ReadingRow,
    RemovedPageRow,
    Ruling,
    StepRow,
    Verdict,
)
from redactor.law.categories import Category
from redactor.law.decisions import Decision, Default
from redactor.law.mention import Mention
from redactor.text.flow import Span


class WithPlaces(WithDocuments):
    """What is said of places beside mentions: areas, pages, flags; and the second reader's word."""

    def areas(self, document_id: str | None = None) -> list[AreaRow]:
        """Areas of documents that are not removed: those that persons drew, and the
        program's suggestions but for those that were turned down."""
        every = self._of(self._memory.areas.records.values(), document_id)
        return [row for row in every if not row.dismissed]

    def suggestions(
        self, document_id: str | None = None, *, dismissed: bool = False
    ) -> list[AreaRow]:
        """The program's suggestions that wait for a person, page by page and from top to
        bottom; or those that were turned down."""
        every = self._of(self._memory.areas.records.values(), document_id)
        chosen = [row for row in every if (row.dismissed if dismissed else row.waits)]
        return sorted(chosen, key=lambda row: (row.document, row.page, row.box[1], row.box[0]))

    def judge_suggestions(
        self, areas: Iterable[str], *, occult: bool, by: str = ""
    ) -> StepRow | None:
        """Occult what suggestions cover, on the profile's ground, or turn them down; one step."""
        changes: list[Change] = []
        for area_id in areas:
            key = self._known(self._memory.areas.records, area_id, "a")
            row = self._memory.areas.records[key]
            ground = self.default_of(row.category).ground if occult else ""
            decision = Decision.OCCULT if occult else Decision.KEEP
            ruling = Ruling(decision, ground, row.ruling.note, by or self.person, now())
            changes += edits.area(self._memory, key, replace(row, ruling=ruling))
        return self._do("area", changes, by)

    def default_of(self, category: Category) -> Default:
        """What the profile says of an area of that category; its ground is filled in where
        there is but one to choose."""
        found = self.profile.default(Mention("", Span("", 0, 1), "", category))
        if not found.ground and len(found.suggestions) == 1:
            return replace(found, ground=found.suggestions[0])
        return found

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
        """Take an area away; a suggestion is turned down."""
        key = self._known(self._memory.areas.records, area_id, "a")
        if self._memory.areas.records[key].suggested:
            return self.judge_suggestions([area_id], occult=False, by=by)
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

    def _removed_page(self, document_id: str, page: int) -> int | None:
        for key, row in self._memory.removed_pages.records.items():
            if (row.document, row.page) == (document_id, page):
                return key
        return None

    @staticmethod
    def _known(records: Mapping[int, object], identifier: str, prefix: str) -> int:
        key = codec.number_of(identifier)
        if identifier != f"{prefix}{key}" or key not in records:
            raise NoSuchRecord(id=identifier)
        return key


_RULING = tuple(each.name for each in fields(Ruling))
