"""The tables of a dossier's file, and how older files become present ones.

A later version adds a function to `MIGRATIONS`, never edits an older one.
"""

import sqlite3
from collections.abc import Callable, Sequence

APPLICATION = 0x52445352
"""`PRAGMA application_id`: « RDSR » tells a dossier from any other SQLite file."""


def _first(db: sqlite3.Connection) -> None:
    for statement in _TABLES.strip().split(";\n"):
        db.execute(statement)


def _suggestions(db: sqlite3.Connection) -> None:
    """What an area that the program suggests was told by; which scans are read anew."""
    db.execute("ALTER TABLE document ADD COLUMN ocr_again INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE area ADD COLUMN kind TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE area ADD COLUMN confidence REAL NOT NULL DEFAULT 1")
    db.execute("ALTER TABLE area ADD COLUMN why TEXT NOT NULL DEFAULT ''")


def _proposers(db: sqlite3.Connection) -> None:
    """Which program and model proposed the mentions of a document."""
    db.execute("ALTER TABLE document ADD COLUMN proposer TEXT NOT NULL DEFAULT ''")


def _copies(db: sqlite3.Connection) -> None:
    """What a dossier says of how its copies are written."""
    db.execute("ALTER TABLE info ADD COLUMN copies TEXT NOT NULL DEFAULT '{}'")


def _pages_again(db: sqlite3.Connection) -> None:
    """Which pages of a document are read anew, where not all its scans are."""
    db.execute("ALTER TABLE document ADD COLUMN ocr_pages TEXT NOT NULL DEFAULT '[]'")


MIGRATIONS: Sequence[Callable[[sqlite3.Connection], None]] = (
    _first,
    _suggestions,
    _proposers,
    _copies,
    _pages_again,
)
VERSION = len(MIGRATIONS)

# Every undoable table has an integer primary key `id`, never used twice (AUTOINCREMENT), so that
# a step of the journal always means the same record.
_TABLES = """
CREATE TABLE info (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    title TEXT NOT NULL, reference TEXT NOT NULL, requesters TEXT NOT NULL,
    interested TEXT NOT NULL, always TEXT NOT NULL, never TEXT NOT NULL,
    received TEXT, deadline TEXT, profile TEXT NOT NULL,
    changed_rows TEXT NOT NULL, changed_why TEXT NOT NULL, scope TEXT NOT NULL
) STRICT;
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL,
    sha256 TEXT NOT NULL, size INTEGER NOT NULL, format TEXT NOT NULL, pages INTEGER,
    state TEXT NOT NULL, warnings TEXT NOT NULL, error TEXT NOT NULL,
    error_facts TEXT NOT NULL, removed INTEGER NOT NULL, excluded TEXT NOT NULL,
    excluded_note TEXT NOT NULL, analysis INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    flows BLOB NOT NULL, unread TEXT NOT NULL
) STRICT;
CREATE INDEX batch_document ON batch (document);
CREATE TABLE flow (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    name TEXT NOT NULL, place INTEGER NOT NULL, batch INTEGER NOT NULL,
    PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE mention (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    name TEXT NOT NULL, place INTEGER NOT NULL, flow TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, category TEXT NOT NULL,
    channel TEXT NOT NULL, page INTEGER, role TEXT NOT NULL, traits TEXT NOT NULL,
    entity TEXT NOT NULL, confidence REAL NOT NULL,
    detector TEXT NOT NULL, why TEXT NOT NULL, role_clue TEXT NOT NULL,
    added INTEGER NOT NULL, edited TEXT NOT NULL, gone INTEGER NOT NULL,
    analysis INTEGER NOT NULL DEFAULT 0,
    UNIQUE (document, name)
) STRICT;
CREATE TABLE ruling (
    id INTEGER PRIMARY KEY REFERENCES mention ON DELETE CASCADE,
    decision TEXT, ground TEXT NOT NULL, note TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE area (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
    category TEXT NOT NULL, part TEXT NOT NULL, suggested INTEGER NOT NULL,
    decision TEXT, ground TEXT NOT NULL, note TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE removed_page (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    page INTEGER NOT NULL, ground TEXT NOT NULL, note TEXT NOT NULL,
    "by" TEXT NOT NULL, at TEXT NOT NULL,
    UNIQUE (document, page)
) STRICT;
CREATE TABLE flag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    mention TEXT NOT NULL, page INTEGER, note TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE reading (
    id INTEGER PRIMARY KEY REFERENCES mention ON DELETE CASCADE,
    verdict TEXT NOT NULL, note TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE page_seen (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    page INTEGER NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (document, page)
) STRICT, WITHOUT ROWID;
CREATE TABLE bookmark (
    name TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sign_off (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "by" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL, step INTEGER NOT NULL
) STRICT;
CREATE TABLE release (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL, "by" TEXT NOT NULL, folder TEXT NOT NULL, profile TEXT NOT NULL,
    note TEXT NOT NULL, manifest TEXT NOT NULL, step INTEGER NOT NULL, plan BLOB NOT NULL
) STRICT;
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action TEXT NOT NULL, count INTEGER NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
    facts TEXT NOT NULL, changes BLOB NOT NULL, status TEXT NOT NULL
) STRICT;
CREATE INDEX step_status ON step (status, id);
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event TEXT NOT NULL, step INTEGER NOT NULL REFERENCES step, "by" TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT
"""
