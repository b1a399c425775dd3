"""What full copies made as pages hold: a text as its lines, a message or a web page as a file."""

import base64
import binascii
import re
from pathlib import Path

from redactor.formats.errors import Damaged
from redactor.formats.plain.audit import read_back

#: The first file that such a page offers is the one it was made from, as it came.
_FILE = re.compile(
    r'<h2>Fichiers</h2>\n<ul>\n<li><a download="[^"]*" '
    r'href="data:application/octet-stream;base64,([A-Za-z0-9+/=]*)">'
)

#: What tells our pages from others, and a highlight in them.
_SIGNS = ('<pre id="redactor-text">', '<meta name="generator" content="Redactor">')
_MARK = '<mark data-id="'


def restore_text(audit: Path, out: Path) -> None:
    found = read_back(_as_written(audit))
    if found is None:
        raise Damaged(where=audit.name)
    out.write_bytes(found[0].encode("utf-8"))


def restore_file(audit: Path, out: Path) -> None:
    found = _FILE.search(_as_written(audit))
    if found is None:
        raise Damaged(where=audit.name)
    try:
        out.write_bytes(base64.b64decode(found[1], validate=True))
    except binascii.Error as error:
        raise Damaged(where=audit.name) from error


def marks(data: bytes) -> int:
    """How many highlights of ours a page has; a page that was cut or lengthened counts too."""
    page = data.decode("utf-8", "replace")
    return page.count(_MARK) if any(sign in page for sign in _SIGNS) else 0


def _as_written(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Damaged(where=path.name) from error
