"""SQLite, or SQLCipher where a passphrase protects the file.

SQLCipher encrypts every page of the file and of its log with AES-256 and a key of its own,
derived from the passphrase (PBKDF2-HMAC-SHA512, 256,000 rounds, a random salt per file), and
signs each (https://www.zetetic.net/sqlcipher/design/). It is loaded only for such a file.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

PLAIN = b"SQLite format 3\0"
"""How a file that no passphrase protects begins."""
_PAGE = 4096


def is_protected(path: Path) -> bool:
    """Whether a file may be a protected dossier: it looks like random pages."""
    with path.open("rb") as file:
        head = file.read(len(PLAIN))
    size = path.stat().st_size
    return head != PLAIN and size >= _PAGE and size % _PAGE == 0


def connect(path: Path, passphrase: str = "") -> sqlite3.Connection:
    """A connection in which each statement stands alone. Errors are `errors()`."""
    if not passphrase:
        # Opening may be done apart from the interface's thread, which then takes over.
        db = sqlite3.connect(path, timeout=0.2, isolation_level=None, check_same_thread=False)
        db.row_factory = sqlite3.Row
        return db
    cipher = _cipher()
    protected = cipher.connect(
        str(path), timeout=0.2, isolation_level=None, check_same_thread=False
    )
    protected.row_factory = cipher.Row
    protected.execute(f"PRAGMA key = {_quoted(passphrase)}")
    made: sqlite3.Connection = protected
    return made


def errors(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """What goes wrong in a connection, and `others`: SQLCipher, where it was loaded, has classes
    of its own."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, *others, *((loaded.Error,) if loaded else ()))


def rewrite(source: Path, target: Path, before: str, after: str) -> None:
    """Write the database of `source` to the new file `target`, under another passphrase or
    none. Both are closed. Raises `errors()`."""
    with closing(_cipher().connect(str(source), isolation_level=None)) as db:
        if before:
            db.execute(f"PRAGMA key = {_quoted(before)}")
        pragmas = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        }
        db.execute("PRAGMA temp_store=MEMORY")
        db.execute(f"ATTACH DATABASE ? AS target KEY {_quoted(after)}", [str(target)])
        db.execute("SELECT sqlcipher_export('target')")
        for name, value in pragmas.items():
            db.execute(f"PRAGMA target.{name}={int(value)}")
        db.execute("DETACH DATABASE target")


def _cipher() -> Any:
    import sqlcipher3.dbapi2

    return sqlcipher3.dbapi2


def _quoted(text: str) -> str:
    """A text as SQL writes it: a passphrase cannot be a parameter of a PRAGMA."""
    return "'" + text.replace("'", "''") + "'"
