"""What was read of documents: flows, unread places and mentions, stored as they come.

An analysis arrives in batches, so that the first pages can be reviewed while the last are
read. Mentions have the same id for the same bytes: a second analysis of a document (after a
crash, or with a newer detector) leaves what a person decided where it is.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from redactor.dossier import codec
from redactor.dossier.history import History
from redactor.dossier.memory import Memory
from redactor.dossier.records import DocumentRow, MentionRow, State
from redactor.dossier.store import Store
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Unread


class Analysis:
    """Stores what detection and the formats found. None of it can be undone by a person."""

    def __init__(self, store: Store, memory: Memory, history: History) -> None:
        self._store = store
        self._memory = memory
        self._history = history
        self._places: dict[int, dict[str, int]] = {}
        self._recover()

    def begin(self, key: int) -> None:
        """Start reading a document again from its first flow."""
        with self._store.transaction() as db:
            db.execute("DELETE FROM batch WHERE document = ?", [key])
            db.execute("UPDATE document SET analysis = analysis + 1 WHERE id = ?", [key])
            row = self._update(db, key, state=State.ANALYSING, error="", error_facts={})
        self._memory.documents.records[key] = row
        self._places[key] = {}

    def append(
        self,
        key: int,
        flows: Sequence[Flow],
        unread: Sequence[Unread],
        mentions: Iterable[Mention],
    ) -> list[str]:
        """Store a batch. Gives the ids of the mentions that are new to the dossier."""
        known = self._places_of(key)
        places = dict(known)
        for flow in flows:
            places.setdefault(flow.id, len(places))
        fresh: dict[str, MentionRow] = {}
        seen: list[int] = []
        document = f"d{key}"
        for mention in mentions:
            identifier = f"{document}:{mention.id}"
            number = self._memory.numbers.get(identifier)
            if number is not None:
                seen.append(number)
            else:
                place = places.get(mention.span.flow, len(places))
                row = MentionRow(replace(mention, id=identifier), document, place, 0)
                fresh[identifier] = row
        rows = [
            replace(row, number=number)
            for row, number in zip(
                fresh.values(), self._memory.new_keys("mention", len(fresh)), strict=True
            )
        ]
        with self._store.transaction() as db:
            if flows or unread:
                db.execute(
                    "INSERT INTO batch (document, flows, unread) VALUES (?, ?, ?)",
                    [key, codec.packed_flows(flows), codec.packed_unread(unread)],
                )
            (run,) = db.execute("SELECT analysis FROM document WHERE id = ?", [key]).fetchone()
            _insert(db, rows, run)
            db.executemany(
                "UPDATE mention SET analysis = ? WHERE id = ?", [(run, each) for each in seen]
            )
        self._places[key] = places
        self._memory.mentions.records.update((row.number, row) for row in rows)
        self._memory.index(row.number for row in rows)
        return [row.id for row in rows]

    def finish(
        self, key: int, pages: int | None, format_name: str, warnings: Sequence[str]
    ) -> list[str]:
        """The document is read to its end. Gives the ids of mentions that are no more: those
        that this analysis did not see again, unless a person added or decided them."""
        with self._store.transaction() as db:
            gone = [
                row["id"]
                for row in db.execute(
                    "SELECT mention.id FROM mention JOIN document ON document.id = document"
                    " LEFT JOIN ruling ON ruling.id = mention.id WHERE document = ?"
                    " AND mention.analysis < document.analysis AND NOT added"
                    " AND ruling.id IS NULL",
                    [key],
                )
            ]
            if gone:
                self._history.settle(db)
                db.executemany("DELETE FROM mention WHERE id = ?", [(each,) for each in gone])
            row = self._update(
                db,
                key,
                state=State.TO_REVIEW,
                pages=pages,
                format=format_name or self._memory.documents.records[key].format,
                warnings=tuple(warnings),
            )
        self._memory.documents.records[key] = row
        return self._memory.forget(gone)

    def fail(self, key: int, error: str, facts: Mapping[str, str | int]) -> None:
        """The document could not be read."""
        with self._store.transaction() as db:
            row = self._update(db, key, state=State.FAILED, error=error, error_facts=dict(facts))
        self._memory.documents.records[key] = row

    def set_state(self, key: int, state: State) -> None:
        with self._store.transaction() as db:
            row = self._update(db, key, state=state)
        self._memory.documents.records[key] = row

    def regroup(self, entities: Mapping[int, str]) -> list[str]:
        """Name entities afresh, where no person did. Gives the ids of mentions that changed."""
        records = self._memory.mentions.records
        changed = {
            number: replace(row, mention=replace(row.mention, entity=entity))
            for number, entity in entities.items()
            if not (row := records[number]).own_entity and row.mention.entity != entity
        }
        with self._store.transaction() as db:
            db.executemany(
                "UPDATE mention SET entity = ? WHERE id = ?",
                [(row.mention.entity, number) for number, row in changed.items()],
            )
        records.update(changed)
        return [row.id for row in changed.values()]

    def move(self, key: int, path: Path) -> None:
        """The original now lies elsewhere."""
        with self._store.transaction() as db:
            row = self._update(db, key, path=path, name=path.name)
        self._memory.documents.records[key] = row

    def replace_original(self, key: int, path: Path, sha256: str, size: int) -> None:
        """Another version of the document takes its place, to be read afresh.

        Its mentions and decisions go, since their positions mean nothing in other bytes.
        """
        gone = [
            number
            for number, row in self._memory.mentions.records.items()
            if row.document == f"d{key}"
        ]
        with self._store.transaction() as db:
            self._history.settle(db)
            for table in ("mention", "batch", "area", "removed_page", "flag", "page_seen"):
                db.execute(f"DELETE FROM {table} WHERE document = ?", [key])  # noqa: S608
            row = self._update(
                db, key, path=path, name=path.name, sha256=sha256, size=size,
                state=State.TO_ANALYSE, pages=None,
            )  # fmt: skip
        self._memory.documents.records[key] = row
        self._memory.forget(gone)
        self._memory.forget_document(f"d{key}")
        self._places.pop(key, None)

    def flows(self, key: int) -> tuple[Flow, ...]:
        """The flows of a document, in the order in which they were read."""
        rows = self._store.rows("SELECT flows FROM batch WHERE document = ? ORDER BY id", [key])
        return tuple(flow for row in rows for flow in codec.unpacked_flows(row["flows"]))

    def unread(self, key: int) -> tuple[Unread, ...]:
        """What could not be read of a document."""
        rows = self._store.rows("SELECT unread FROM batch WHERE document = ? ORDER BY id", [key])
        return tuple(each for row in rows for each in codec.unpacked_unread(row["unread"]))

    def place(self, key: int, flow: str) -> int:
        """Which flow of the document it is, counted from the start."""
        places = self._places_of(key)
        return places.get(flow, len(places))

    def _places_of(self, key: int) -> dict[str, int]:
        if key not in self._places:
            self._places[key] = {flow.id: i for i, flow in enumerate(self.flows(key))}
        return self._places[key]

    def _recover(self) -> None:
        """An analysis that a crash cut short is to be made again."""
        for key, row in list(self._memory.documents.records.items()):
            if row.state is State.ANALYSING:
                self.set_state(key, State.TO_ANALYSE)

    def _update(self, db: sqlite3.Connection, key: int, **changes: object) -> DocumentRow:
        row: DocumentRow = replace(self._memory.documents.records[key], **changes)  # type: ignore[arg-type]
        columns = codec.document_columns(row)
        names = ", ".join(f"{name} = ?" for name in columns)
        db.execute(f"UPDATE document SET {names} WHERE id = ?", [*columns.values(), key])  # noqa: S608
        return row


def _insert(db: sqlite3.Connection, rows: Sequence[MentionRow], run: int) -> None:
    if not rows:
        return
    columns = [codec.mention_columns(row) for row in rows]
    names = ", ".join(f'"{name}"' for name in columns[0])
    marks = ", ".join("?" for _ in columns[0])
    db.executemany(
        f"INSERT INTO mention (id, analysis, {names}) VALUES (?, ?, {marks})",  # noqa: S608
        [(row.number, run, *each.values()) for row, each in zip(rows, columns, strict=True)],
    )
