"""The original as a full copy still holds it: the same file with the yellow taken off.

A package travels without its originals. What a reader needs to verify a redacted copy again is
in the full copy; only what the release added to it must not be taken for the document's own.
"""

from dataclasses import dataclass
from pathlib import Path

from redactor.formats.package import Package
from redactor.release.restore import opendocument, pages, pdf, word, workbook

#: Old files travel as the files of today that were made of them.
_TODAY = {"doc": "docx", "rtf": "docx", "xls": "xlsx"}
_PACKAGES = {
    "docx": word.restore,
    "odt": opendocument.restore,
    "ods": opendocument.restore,
    "xlsx": workbook.restore,
    "text": pages.restore_text,
    "eml": pages.restore_file,
    "msg": pages.restore_file,
    "html": pages.restore_file,
}


@dataclass(frozen=True, slots=True)
class Restored:
    """What `restore` wrote."""

    format: str
    """The format of what was written: that of the original, but for old Word and Excel files."""
    ids: frozenset[str] = frozenset()
    """Ids that a PDF's full copy marks without a span: areas and whole pages."""


def can_restore(format: str) -> bool:
    """Whether `restore` knows the format."""
    return format == "pdf" or format in _PACKAGES or format in _TODAY


def restore(audit: Path, out: Path, format: str, password: str | None = None) -> Restored:
    """Write to `out`, without a password, what `audit` was made from; `password` opens it.

    Raises Damaged, Hostile, TooLarge.
    """
    if format == "pdf":
        return Restored(format, pdf.restore(audit, out, password))
    format = _TODAY.get(format, format)
    _PACKAGES[format](audit, out)
    return Restored(format)


def own_marks(path: Path) -> int:
    """How many of our highlights a file carries, whatever its name says: none, unless it is a
    full copy.

    Raises OSError; Damaged, Hostile, TooLarge, NeedsPassword where it cannot be opened.
    """
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"%PDF-"):
        return pdf.marks(path)
    if not head.startswith(b"PK\x03\x04"):
        return pages.marks(path.read_bytes()) if head.startswith(b"<!DOCTYP") else 0
    with Package(path) as package:
        return (workbook.SHEET in package) + sum(
            package.part(name).count(word.MARK) for name in package.names if name.endswith(".xml")
        )
