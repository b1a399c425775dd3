"""Steps, undo and redo, and the journal of who did what when."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from redactor.dossier.changes import Change, inverse, packed, unpacked
from redactor.dossier.memory import Memory
from redactor.dossier.records import Event, JournalEntry, StepRow
from redactor.dossier.store import Store, apply

_STEP = 'SELECT id, action, count, "by", at, facts FROM step'


def now() -> str:
    """The present moment, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class History:
    """Makes changes, one step a call, each committed before it is seen.

    A step is ``done``, ``undone`` (redo brings it back), ``dropped`` (another step was made
    after it was undone) or ``settled`` (done for good: what it touched is no more).
    """

    def __init__(self, store: Store, memory: Memory) -> None:
        self._store = store
        self._memory = memory
        self._steps: dict[int, StepRow] = {}
        """Steps that were asked for: a window asks what can be undone at every change."""
        self._done = self._with_status("done")
        self._undone = self._with_status("undone")[::-1]

    @property
    def last(self) -> int:
        """The number of the last line of the journal, 0 for an empty one."""
        (row,) = self._store.rows("SELECT coalesce(max(id), 0) FROM journal")
        return int(row[0])

    def can_undo(self) -> StepRow | None:
        """What `undo` would take back."""
        return self._step(self._done[-1]) if self._done else None

    def can_redo(self) -> StepRow | None:
        """What `redo` would make again."""
        return self._step(self._undone[-1]) if self._undone else None

    def do(
        self, action: str, changes: Sequence[Change], by: str, facts: Mapping[str, str]
    ) -> StepRow | None:
        """Make changes as one step. None, and nothing in the journal, where nothing changes."""
        if not changes:
            return None
        at, count = now(), sum(len(change.keys) for change in changes)
        with self._store.transaction() as db:
            for change in changes:
                apply(db, change)
            number = db.execute(
                'INSERT INTO step (action, count, "by", at, facts, changes, status)'
                " VALUES (?, ?, ?, ?, ?, ?, 'done')",
                [action, count, by, at, json.dumps(dict(facts)), packed(changes)],
            ).lastrowid
            assert number is not None
            db.execute("UPDATE step SET status = 'dropped' WHERE status = 'undone'")
            _log(db, Event.DONE, number, by, at)
        self._done.append(number)
        self._undone.clear()
        self._follow(changes)
        step = self._steps[number] = StepRow(number, action, count, by, at, dict(facts))
        return step

    def undo(self, by: str) -> StepRow | None:
        """Take the last step back. None where there is none."""
        return self._move(self._done, self._undone, Event.UNDONE, by)

    def redo(self, by: str) -> StepRow | None:
        """Make the last step taken back again. None where there is none."""
        return self._move(self._undone, self._done, Event.REDONE, by)

    def settle(self, db: sqlite3.Connection) -> None:
        """Give up undo for all steps so far, inside a transaction that deletes records."""
        db.execute("UPDATE step SET status = 'settled' WHERE status = 'done'")
        db.execute("UPDATE step SET status = 'dropped' WHERE status = 'undone'")
        self._done.clear()
        self._undone.clear()

    def entries(self, limit: int | None = None) -> list[JournalEntry]:
        """The journal, the latest first."""
        found = self._store.rows(
            'SELECT journal.id AS number, event, journal."by" AS who, journal.at AS moment,'
            ' step.id, action, count, step."by", step.at, facts'
            " FROM journal JOIN step ON step.id = journal.step ORDER BY journal.id DESC LIMIT ?",
            [-1 if limit is None else limit],
        )
        return [
            JournalEntry(row["number"], Event(row["event"]), _row(row), row["who"], row["moment"])
            for row in found
        ]

    def changes(self, step: int) -> tuple[Change, ...]:
        """What a step changed, before and after."""
        for row in self._store.rows("SELECT changes FROM step WHERE id = ?", [step]):
            return unpacked(row["changes"])
        return ()

    def _move(self, source: list[int], target: list[int], event: Event, by: str) -> StepRow | None:
        if not source:
            return None
        number = source[-1]
        changes = self.changes(number)
        if event is Event.UNDONE:
            changes = inverse(changes)
        status = "undone" if event is Event.UNDONE else "done"
        with self._store.transaction() as db:
            for change in changes:
                apply(db, change)
            db.execute("UPDATE step SET status = ? WHERE id = ?", [status, number])
            _log(db, event, number, by, now())
        target.append(source.pop())
        self._follow(changes)
        return self._step(number)

    def _follow(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._memory.apply(change)

    def _step(self, number: int) -> StepRow:
        found = self._steps.get(number)
        if found is None:
            (row,) = self._store.rows(f"{_STEP} WHERE id = ?", [number])
            found = self._steps[number] = _row(row)
        return found

    def _with_status(self, status: str) -> list[int]:
        rows = self._store.rows("SELECT id FROM step WHERE status = ? ORDER BY id", [status])
        return [row["id"] for row in rows]


def _row(row: sqlite3.Row) -> StepRow:
    return StepRow(
        row["id"], row["action"], row["count"], row["by"], row["at"], json.loads(row["facts"])
    )


def _log(db: sqlite3.Connection, event: Event, step: int, by: str, at: str) -> None:
    db.execute(
        'INSERT INTO journal (event, step, "by", at) VALUES (?, ?, ?, ?)', [event, step, by, at]
    )
