"""The dossier's file: opening, migrating, and writing transactions that are all or nothing."""

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from redactor.dossier import database
from redactor.dossier.changes import Change
from redactor.dossier.errors import (
    DossierDamaged,
    DossierExists,
    DossierLocked,
    DossierMissing,
    DossierNotSaved,
    DossierProtected,
    DossierReadOnly,
    NewerDossier,
    NotADossier,
    WrongPassphrase,
)
from redactor.dossier.schema import APPLICATION, MIGRATIONS, VERSION

LOG = 8192
"""Pages of 4 KiB in the write-ahead log before it is folded into the file, which waits for the
disk twice: a report of 500 pages fits."""


class Store:
    """One SQLite file, held by one process at a time.

    Write-ahead logging: a commit that returned survives a killed process. One that is
    ``durable`` survives a power cut too, with all those before it, since they share one log: a
    decision is never lost, nor overtaken by what was read after it. Closed, the dossier is one
    file again.
    """

    def __init__(self, db: sqlite3.Connection, path: Path, protected: bool) -> None:
        self._db = db
        self._durable = True
        self.path = path
        self.protected = protected
        """Whether a passphrase protects the file."""

    @classmethod
    def create(cls, path: Path, passphrase: str = "") -> "Store":
        """A new, empty file. Raises DossierExists, DossierReadOnly."""
        try:
            # Exclusive creation: two windows asked for the same new dossier get one each.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            raise DossierExists(path=str(path)) from None
        except FileNotFoundError:
            raise DossierMissing(path=str(path.parent)) from None
        except OSError as error:
            raise DossierReadOnly(path=str(path)) from error
        try:
            return cls._connect(path, passphrase, fresh=True)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise

    @classmethod
    def open(cls, path: Path, passphrase: str = "") -> "Store":
        """An existing dossier, brought to the present version of its tables. Raises
        DossierProtected, WrongPassphrase."""
        if not path.is_file():
            raise DossierMissing(path=str(path))
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise DossierReadOnly(path=str(path))
        protected = database.is_protected(path)
        if protected and not passphrase:
            raise DossierProtected(path=str(path))
        return cls._connect(path, passphrase if protected else "", fresh=False)

    @classmethod
    def _connect(cls, path: Path, passphrase: str, *, fresh: bool) -> "Store":
        db = database.connect(path, passphrase)
        try:
            # A dossier may come from a stranger: nothing in its schema runs.
            db.execute("PRAGMA trusted_schema=OFF")
            db.execute("PRAGMA cell_size_check=ON")
            db.execute("PRAGMA temp_store=MEMORY")
            db.execute("PRAGMA secure_delete=ON")
            db.execute("PRAGMA locking_mode=EXCLUSIVE")
            if fresh:
                # Nothing can be lost yet: the disk is waited for once, when the log is begun.
                # At each step it took 200 ms of the window's thread.
                db.execute("PRAGMA synchronous=OFF")
                db.execute(f"PRAGMA application_id={APPLICATION}")
                _migrate(db)
            else:
                _check(db, path)
            db.execute("PRAGMA synchronous=FULL")
            db.execute("PRAGMA journal_mode=WAL")
            db.execute(f"PRAGMA wal_autocheckpoint={LOG}")
            _migrate(db)
            db.execute("PRAGMA foreign_keys=ON")
        except database.errors() as error:
            db.close()
            named = _named(error, path)
            # Decrypted with another key, a page is noise.
            wrong = passphrase and not fresh and isinstance(named, NotADossier)
            raise (WrongPassphrase(path=str(path)) if wrong else named) from error
        except BaseException:
            db.close()
            raise
        return cls(db, path, bool(passphrase))

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it. Closing twice is fine."""
        with suppress(*database.errors()):
            self._db.execute("PRAGMA optimize")
        self._db.close()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[sqlite3.Row]:
        """What a query gives. Raises DossierDamaged."""
        try:
            return self._db.execute(sql, parameters).fetchall()
        except database.errors() as error:
            raise _named(error, self.path) from error

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """Everything done with the connection is committed at the end, or nothing of it.

        `durable`: wait for the disk. What detection found can be found again, and need not
        wait: a commit took up to 50 ms of the window's thread.
        Raises DossierNotSaved, for a full disk among others.
        """
        try:
            if durable is not self._durable:
                self._db.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
                self._durable = durable
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                # SQLite has already rolled back after some errors (a full disk).
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        except database.errors() as error:
            raise DossierNotSaved(path=str(self.path), what=str(error)) from error

    def copy(self, path: Path) -> None:
        """Write the dossier, whole, to another file; one that stands there is replaced.
        Raises DossierNotSaved."""
        work = path.with_name(f".{path.name}.part")
        try:
            work.unlink(missing_ok=True)
            # SQLite fills an empty file; one of its own making would be readable by everyone.
            os.close(os.open(work, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            self._db.execute("VACUUM INTO ?", [str(work)])
            work.replace(path)
        except database.errors(OSError) as error:
            with suppress(OSError):
                work.unlink(missing_ok=True)
            raise DossierNotSaved(path=str(path), what=str(error)) from error

    def compact(self) -> None:
        """Rewrite the file without the room of what was deleted."""
        try:
            self._db.execute("VACUUM")
        except database.errors() as error:
            raise DossierNotSaved(path=str(self.path), what=str(error)) from error


def apply(db: sqlite3.Connection, change: Change) -> None:
    """Make a change. Tables and columns are the program's own names, never a file's."""
    keys = json.dumps(change.keys)
    if change.after is None:
        db.execute(
            f"DELETE FROM {change.table} WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608
            [keys],
        )
    elif change.before is None:
        names = ", ".join(f'"{name}"' for name in change.after)
        values = ", ".join("?" for _ in change.after)
        db.execute(
            f"INSERT INTO {change.table} (id, {names}) "  # noqa: S608
            f"SELECT value, {values} FROM json_each(?)",
            [*change.after.values(), keys],
        )
    else:
        values = ", ".join(f'"{name}" = ?' for name in change.after)
        db.execute(
            f"UPDATE {change.table} SET {values} "  # noqa: S608
            "WHERE id IN (SELECT value FROM json_each(?))",
            [*change.after.values(), keys],
        )


def _check(db: sqlite3.Connection, path: Path) -> None:
    """That the file is a dossier of a known version, whole, with nothing strange in it."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise NotADossier(path=str(path))
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise NewerDossier(path=str(path), version=version, known=VERSION)
    if _schema(db) != _own_schema(version):
        raise NotADossier(path=str(path))
    (fault,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if fault != "ok":
        raise DossierDamaged(path=str(path), what=str(fault))


def _schema(db: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    rows = db.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT IN (?, ?)", _STATS
    )
    return frozenset(tuple(map(str, row)) for row in rows)


_STATS = ("sqlite_stat1", "sqlite_stat4")
"""What `PRAGMA optimize` adds: SQLCipher's both, Python's the first."""


def _own_schema(version: int) -> frozenset[tuple[str, ...]]:
    """The tables of that version. No trigger or view is among them: none slipped in can run."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        for step in MIGRATIONS[:version]:
            step(db)
        return _schema(db)


def _migrate(db: sqlite3.Connection) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            step(db)
            db.execute(f"PRAGMA user_version={number}")
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise


def protect(path: Path, before: str, after: str) -> None:
    """Put a closed dossier under a passphrase, under another, or (`after` empty) under none.

    The file is replaced once the other is whole: killed at any moment, the dossier is the one
    or the other. Raises WrongPassphrase, DossierNotSaved, and what `Store.open` raises.
    """
    Store.open(path, before).close()
    work = path.with_name(f".{path.name}.part")
    try:
        work.unlink(missing_ok=True)
        os.close(os.open(work, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        database.rewrite(path, work, before if database.is_protected(path) else "", after)
        Store.open(work, after).close()
        _to_disk(work)
        with _wiped(path):
            work.replace(path)
        _to_disk(path.parent)
    except database.errors(OSError) as error:
        raise DossierNotSaved(path=str(path), what=str(error)) from error
    finally:
        with suppress(OSError):
            work.unlink(missing_ok=True)


@contextmanager
def _wiped(path: Path) -> Iterator[None]:
    """Write zeros over what the file held, once another has taken its place. No more than an
    effort: a disk, or its backups, may keep what was written before."""
    if os.name == "nt":  # an open file cannot be replaced there
        yield
        return
    with path.open("r+b") as old:
        yield
        with suppress(OSError):
            size = old.seek(0, os.SEEK_END)
            old.seek(0)
            for start in range(0, size, _PIECE):
                old.write(bytes(min(_PIECE, size - start)))
            old.flush()
            os.fsync(old.fileno())


_PIECE = 1 << 20


def _to_disk(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _named(error: Exception, path: Path) -> Exception:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DossierLocked(path=str(path))
        case sqlite3.SQLITE_NOTADB:
            return NotADossier(path=str(path))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return DossierReadOnly(path=str(path))
        case _:
            return DossierDamaged(path=str(path), what=str(error))
