"""The package that an original is, for comparing a copy with it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redactor.formats.legacy.office import converted
from redactor.formats.odf.sealed import unsealed as unsealed_odf
from redactor.formats.sealed import unsealed, unsealed_old

_OPEN = frozenset({"odt", "ods", "odp"})
#: What an office suite makes of each format of older programs.
_OLD = {"doc": "docx", "rtf": "docx", "xls": "xlsx"}


@contextmanager
def as_package(original: Path, format: str, password: str | None = None) -> Iterator[Path]:
    """The package of an original, for as long as the context lasts: the file itself, what an
    office suite makes of an old one, what lies behind a password.

    Raises NeedsOffice, NeedsPassword, WrongPassword, Damaged, TooLarge, TooLong.
    """
    if format in _OLD:
        inside = original if format == "rtf" else unsealed_old(original, password)
        data = inside if isinstance(inside, bytes) else None
        with converted(original, _OLD[format], data) as made:
            yield made
        return
    opened = (unsealed_odf if format in _OPEN else unsealed)(original, password)
    if isinstance(opened, Path):
        yield opened
        return
    with tempfile.TemporaryDirectory(prefix="redactor-") as folder:
        path = Path(folder) / "piece.zip"
        path.write_bytes(opened)
        yield path
