"""What was read of documents: flows, unread places and mentions, stored as they come.

An analysis arrives in batches, so that the first pages can be reviewed while the last are
read. Mentions have the same id for the same bytes: a second analysis of a document (after a
crash, or with a newer detector) leaves what a person decided where it is.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from redactor.dossier import codec
from redactor.dossier.changes import packed
from redactor.dossier.history import History
from redactor.dossier.memory import Memory
from redactor.dossier.records import DocumentRow, MentionRow, State
from redactor.dossier.store import Store
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Unread
from redactor.versions import proposer


class Analysis:
    """Stores what detection and the formats found. None of it can be undone by a person."""

    def __init__(self, store: Store, memory: Memory, history: History) -> None:
        self._store = store
        self._memory = memory
        self._history = history
        self._places: dict[int, dict[str, int]] = {}
        self._final: set[int] = set()
        """Documents of which the final mentions are coming."""
        self._recover()

    def begin(self, key: int) -> None:
        """Start reading a document again from its first flow."""
        with self._store.transaction(durable=False) as db:
            db.execute("DELETE FROM batch WHERE document = ?", [key])
            db.execute("DELETE FROM flow WHERE document = ?", [key])
            _next_run(db, key)
            row = self._update(db, key, state=State.ANALYSING, error="", error_facts={})
        self._memory.documents.records[key] = row
        self._places[key] = {}
        self._final.discard(key)

    def append(
        self,
        key: int,
        flows: Sequence[Flow],
        unread: Sequence[Unread],
        mentions: Iterable[Mention],
        *,
        final: bool,
    ) -> list[str]:
        """Store a batch. Gives the ids of the mentions that are new or that changed."""
        places = dict(self._places_of(key))
        first = len(places)
        for flow in flows:
            places.setdefault(flow.id, len(places))
        seen, rows = self._merged(key, mentions, places)
        old = self._memory.mentions.records
        new = [row for row in rows if row.number not in old]
        changed = [row for row in rows if row.number in old and row != old[row.number]]
        with self._store.transaction(durable=False) as db:
            if final and key not in self._final:
                _next_run(db, key)
            if flows or unread:
                batch = db.execute(
                    "INSERT INTO batch (document, flows, unread) VALUES (?, ?, ?)",
                    [key, codec.packed_flows(flows), codec.packed_unread(unread)],
                ).lastrowid
                db.executemany(
                    "INSERT INTO flow (document, name, place, batch) VALUES (?, ?, ?, ?)",
                    [(key, name, at, batch) for name, at in [*places.items()][first:]],
                )
            _insert(db, new)
            _update(db, changed)
            db.execute(
                "UPDATE mention SET analysis = (SELECT analysis FROM document WHERE id = ?)"
                " WHERE id IN (SELECT value FROM json_each(?))",
                [key, json.dumps(seen)],
            )
        if final:
            self._final.add(key)
        self._places[key] = places
        old.update((row.number, row) for row in (*new, *changed))
        self._memory.index(row.number for row in new)
        return [row.id for row in (*new, *changed)]

    def finish(
        self, key: int, pages: int | None, format_name: str, warnings: Sequence[str]
    ) -> list[str]:
        """The document is read to its end. Gives the ids of mentions that are put away: those
        that the last reading did not see, unless a person added or decided them."""
        known = self._memory.documents.records[key]
        with self._store.transaction(durable=False) as db:
            gone = [
                row["id"]
                for row in db.execute(
                    "SELECT mention.id FROM mention JOIN document ON document.id = document"
                    " LEFT JOIN ruling ON ruling.id = mention.id WHERE document = ?"
                    " AND mention.analysis < document.analysis AND NOT added AND NOT gone"
                    " AND ruling.id IS NULL",
                    [key],
                )
            ]
            # Put away, not deleted: a step that undo may take back can still speak of them.
            db.executemany("UPDATE mention SET gone = 1 WHERE id = ?", [(each,) for each in gone])
            row = self._update(
                db,
                key,
                state=State.TO_REVIEW,
                pages=pages,
                format=format_name or known.format,
                warnings=tuple(warnings),
                proposer=str(proposer()),
            )
        self._final.discard(key)
        self._places.pop(key, None)
        self._memory.documents.records[key] = row
        records = self._memory.mentions.records
        records.update((number, replace(records[number], gone=True)) for number in gone)
        return [records[number].id for number in gone]

    def _merged(
        self, key: int, mentions: Iterable[Mention], places: Mapping[str, int]
    ) -> tuple[list[int], list[MentionRow]]:
        """The numbers of mentions, and their rows as they will be; persons' corrections stay."""
        document, rows = f"d{key}", dict[str, MentionRow]()
        for mention in mentions:
            identifier = f"{document}:{mention.id}"
            mention = replace(mention, id=identifier)
            number = self._memory.numbers.get(identifier)
            old = self._memory.mentions.records[number] if number else None
            if old is not None:
                kept = {name: getattr(old.mention, name) for name in old.edited}
                mention = replace(mention, **kept) if kept else mention
                rows[identifier] = replace(old, mention=mention, gone=False)
            else:
                place = places.get(mention.span.flow, len(places))
                rows[identifier] = MentionRow(mention, document, place, 0)
        fresh = [identifier for identifier, row in rows.items() if not row.number]
        for identifier, number in zip(
            fresh, self._memory.new_keys("mention", len(fresh)), strict=True
        ):
            rows[identifier] = replace(rows[identifier], number=number)
        return [row.number for row in rows.values()], [*rows.values()]

    def fail(self, key: int, error: str, facts: Mapping[str, str | int]) -> None:
        """The document could not be read."""
        with self._store.transaction() as db:
            row = self._update(db, key, state=State.FAILED, error=error, error_facts=dict(facts))
        self._memory.documents.records[key] = row

    def set_ocr_again(self, key: int, again: bool, pages: frozenset[int]) -> None:
        """How the document is read from now on."""
        with self._store.transaction() as db:
            row = self._update(db, key, ocr_again=again, ocr_pages=pages)
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
            if "entity" not in (row := records[number]).edited and row.mention.entity != entity
        }
        with self._store.transaction(durable=False) as db:
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
        with self._store.transaction() as db:
            self._history.settle(db)
            for table in ("mention", "batch", "flow", "area", "removed_page", "flag", "page_seen"):
                db.execute(f"DELETE FROM {table} WHERE document = ?", [key])  # noqa: S608
            row = self._update(
                db, key, path=path, name=path.name, sha256=sha256, size=size,
                state=State.TO_ANALYSE, pages=None,
            )  # fmt: skip
        self._memory.documents.records[key] = row
        self._memory.forget_document(f"d{key}")
        self._places.pop(key, None)

    def purge(self) -> None:
        """Delete all that holds text of documents or names of persons: content, mentions,
        decisions, notes, the steps and plans that quote them. The file is rewritten."""
        with self._store.transaction() as db:
            self._history.settle(db)
            db.execute("DELETE FROM document")
            db.execute(
                "UPDATE info SET requesters = '[]', interested = '[]', always = '[]',"
                " never = '[]', scope = ''"
            )
            db.execute("DELETE FROM bookmark")
            db.execute("UPDATE step SET changes = ?", [packed(())])
            db.execute("UPDATE release SET plan = ?", [zlib.compress(b"{}")])
        self._store.compact()
        self._memory.clear()
        self._memory.infos.records[1] = replace(
            self._memory.info, requesters=(), interested=(), always=(), never=(), scope=""
        )

    def flows(self, key: int) -> tuple[Flow, ...]:
        """The flows of a document, in the order in which they were read."""
        rows = self._store.rows("SELECT flows FROM batch WHERE document = ? ORDER BY id", [key])
        return tuple(flow for row in rows for flow in codec.unpacked_flows(row["flows"]))

    def blobs(self, key: int) -> tuple[bytes, ...]:
        """The flows of a document as they are stored."""
        rows = self._store.rows("SELECT flows FROM batch WHERE document = ? ORDER BY id", [key])
        return tuple(bytes(row["flows"]) for row in rows)

    def unread(self, key: int) -> tuple[Unread, ...]:
        """What could not be read of a document."""
        rows = self._store.rows("SELECT unread FROM batch WHERE document = ? ORDER BY id", [key])
        return tuple(each for row in rows for each in codec.unpacked_unread(row["unread"]))

    def flow(self, key: int, name: str) -> Flow | None:
        """One flow of a document, without reading the others."""
        for row in self._store.rows(
            "SELECT flows FROM flow JOIN batch ON batch.id = flow.batch"
            " WHERE flow.document = ? AND name = ?",
            [key, name],
        ):
            for flow in codec.unpacked_flows(row["flows"]):
                if flow.id == name:
                    return flow
        return None

    def place(self, key: int, name: str) -> int | None:
        """Which flow of the document it is, counted from the start."""
        for row in self._store.rows(
            "SELECT place FROM flow WHERE document = ? AND name = ?", [key, name]
        ):
            return int(row["place"])
        return None

    def _places_of(self, key: int) -> dict[str, int]:
        if key not in self._places:
            rows = self._store.rows(
                "SELECT name, place FROM flow WHERE document = ? ORDER BY place", [key]
            )
            self._places[key] = {row["name"]: row["place"] for row in rows}
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


def _next_run(db: sqlite3.Connection, key: int) -> None:
    db.execute("UPDATE document SET analysis = analysis + 1 WHERE id = ?", [key])


def _insert(db: sqlite3.Connection, rows: Sequence[MentionRow]) -> None:
    columns = [codec.mention_columns(row) for row in rows]
    if not columns:
        return
    names = ", ".join(f'"{name}"' for name in columns[0])
    marks = ", ".join("?" for _ in columns[0])
    db.executemany(
        f"INSERT INTO mention (id, {names}) VALUES (?, {marks})",  # noqa: S608
        [(row.number, *each.values()) for row, each in zip(rows, columns, strict=True)],
    )


def _update(db: sqlite3.Connection, rows: Sequence[MentionRow]) -> None:
    columns = [codec.mention_columns(row) for row in rows]
    if not columns:
        return
    names = ", ".join(f'"{name}" = ?' for name in columns[0])
    db.executemany(
        f"UPDATE mention SET {names} WHERE id = ?",  # noqa: S608
        [(*each.values(), row.number) for row, each in zip(rows, columns, strict=True)],
    )
