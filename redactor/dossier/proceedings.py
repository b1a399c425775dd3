"""What is on record beside the decisions: pages seen, sign-offs, releases. None is undone."""

import zlib
from collections.abc import Iterable

from redactor.dossier.changes import inflate
from redactor.dossier.codec import number_of
from redactor.dossier.history import History, now
from redactor.dossier.records import ReleaseRow, SignOff
from redactor.dossier.store import Store


class Proceedings:
    """The part of a dossier's file that only grows."""

    def __init__(self, store: Store, history: History) -> None:
        self._store = store
        self._history = history

    def see(self, document_id: str, pages: Iterable[int], *, by: str = "") -> None:
        """A person has looked at these pages."""
        with self._store.transaction() as db:
            db.executemany(
                'INSERT OR IGNORE INTO page_seen (document, page, "by", at) VALUES (?, ?, ?, ?)',
                [(number_of(document_id), page, by, now()) for page in pages],
            )

    def seen(self, document_id: str) -> frozenset[int]:
        """The pages that someone has looked at."""
        rows = self._store.rows(
            "SELECT page FROM page_seen WHERE document = ?", [number_of(document_id)]
        )
        return frozenset(row["page"] for row in rows)

    def leave(self, name: str, value: str) -> None:
        """Remember where one was, so that the dossier opens there again."""
        with self._store.transaction() as db:
            db.execute("INSERT OR REPLACE INTO bookmark (name, value) VALUES (?, ?)", [name, value])

    def left(self, name: str) -> str:
        """Where one was; empty when nothing was remembered."""
        for row in self._store.rows("SELECT value FROM bookmark WHERE name = ?", [name]):
            return str(row["value"])
        return ""

    def sign_off(self, by: str, note: str = "") -> SignOff:
        """A person's word that the dossier may go out as it stands."""
        word = SignOff(by, now(), note, self._history.last)
        with self._store.transaction() as db:
            db.execute(
                'INSERT INTO sign_off ("by", at, note, step) VALUES (?, ?, ?, ?)',
                [word.by, word.at, word.note, word.step],
            )
        return word

    def signed_off(self) -> SignOff | None:
        """The sign-off that covers the dossier as it stands: none once something changed."""
        for row in self._store.rows("SELECT * FROM sign_off ORDER BY id DESC LIMIT 1"):
            word = SignOff(row["by"], row["at"], row["note"], row["step"])
            return word if word.step == self._history.last else None
        return None

    def record_release(
        self, folder: str, profile: str, manifest: str, plan: str, *, by: str = "", note: str = ""
    ) -> ReleaseRow:
        """A release was made. `manifest` and `plan` are JSON texts: the plan, which may hold
        occulted text, lets a later release show what changed."""
        at, step = now(), self._history.last
        with self._store.transaction() as db:
            number = db.execute(
                'INSERT INTO release (at, "by", folder, profile, note, manifest, step, plan)'
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [at, by, folder, profile, note, manifest, step, zlib.compress(plan.encode())],
            ).lastrowid
        assert number is not None
        return ReleaseRow(number, at, by, folder, profile, note, manifest, step)

    def releases(self) -> list[ReleaseRow]:
        """The releases made so far, in order."""
        return [
            ReleaseRow(
                row["id"],
                row["at"],
                row["by"],
                row["folder"],
                row["profile"],
                row["note"],
                row["manifest"],
                row["step"],
            )
            for row in self._store.rows(
                'SELECT id, at, "by", folder, profile, note, manifest, step FROM release'
                " ORDER BY id"
            )
        ]

    def plan_of(self, number: int) -> str:
        """The plan of a release, as it was recorded; empty where there is no such release."""
        for row in self._store.rows("SELECT plan FROM release WHERE id = ?", [number]):
            return inflate(row["plan"]).decode()
        return ""
