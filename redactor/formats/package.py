"""Zip packages (Word, OpenDocument, Excel): read within limits, written without traces.

A zip is a hostile input: sizes lie, names climb out of folders, one name stands twice so that
two readers see two documents. A written package holds nothing but its parts: one fixed date,
no comments, no extra fields, no entries left over.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from redactor.closing import Closing
from redactor.formats.errors import Damaged, Hostile, NeedsPassword, TooLarge
from redactor.formats.files import write_bytes

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_ENCRYPTED = 0x1
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What is more than any honest document. A 500-page report with pictures is near 100 MiB."""

    entries: int = 20_000
    part: int = 256 * _MIB
    total: int = 1024 * _MIB
    ratio: int = 400
    """Unpacked to packed, looked at from `ratio_from` bytes on. Word text reaches 60; a bomb of
    one repeated byte, 1,000."""
    ratio_from: int = 16 * _MIB


DEFAULT_LIMITS = Limits()


class Package(Closing):
    """The parts of a zip file, in their order. Decompressed when asked for, within limits."""

    def __init__(
        self, file: Path | bytes, where: str = "zip", limits: Limits = DEFAULT_LIMITS
    ) -> None:
        """Raises Damaged, Hostile, NeedsPassword, TooLarge; OSError where reading fails."""
        self._where = where
        self._limits = limits
        self._file = io.BytesIO(file) if isinstance(file, bytes) else file.open("rb")
        try:
            self._zip = zipfile.ZipFile(self._file)
            self._entries = _checked(self._zip.infolist(), limits)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            self._file.close()
            raise Damaged(where=where) from error
        except BaseException:
            self._file.close()
            raise
        self.names: tuple[str, ...] = tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def part(self, name: str) -> bytes:
        """The bytes of a part. Raises KeyError, Damaged.

        The declared size bounds what is unpacked. See `unpacked`.
        """
        try:
            return unpacked(self._zip, self._entries[name])
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            ValueError,
            RuntimeError,
        ) as error:
            raise Damaged(where=name) from error

    def close(self) -> None:
        self._zip.close()
        self._file.close()


def _checked(entries: list[zipfile.ZipInfo], limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """The files among `entries` by name. Raises Hostile, NeedsPassword, TooLarge."""
    if len(entries) > limits.entries:
        raise TooLarge(what="zip", limit=f"{limits.entries} parts")
    checked: dict[str, zipfile.ZipInfo] = {}
    folded: set[str] = set()
    total = 0
    for entry in entries:
        name = entry.filename
        if entry.is_dir():
            continue
        if not is_safe_name(name):
            raise Hostile(what=f"zip: {name!r}")
        if name.casefold() in folded:
            raise Hostile(what=f"zip: {name!r} × 2")
        folded.add(name.casefold())
        if entry.flag_bits & _ENCRYPTED:
            raise NeedsPassword
        total += entry.file_size
        if entry.file_size > limits.part or total > limits.total:
            raise TooLarge(what=f"zip: {name}", limit=f"{limits.part // _MIB} Mo")
        if swells(entry, limits):
            raise TooLarge(what=f"zip: {name}", limit=f"{limits.ratio} : 1")
        checked[name] = entry
    return checked


def swells(entry: zipfile.ZipInfo, limits: Limits = DEFAULT_LIMITS) -> bool:
    """Whether an entry says of itself that it grows as no document does."""
    packed = max(entry.compress_size, 1)
    return entry.file_size > limits.ratio_from and entry.file_size // packed > limits.ratio


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry, and no more than it says: a size that lies fails its checksum. Read
    without a bound, 900 KB became 900 MB before that."""
    with archive.open(entry) as part:
        return part.read(entry.file_size + 1)


def is_safe_name(name: str) -> bool:
    """Whether a part's name stays inside its package on every system."""
    pieces = name.split("/")
    return (
        bool(name)
        and "\\" not in name
        and ":" not in name
        and all(ord(c) >= 32 for c in name)
        and all(piece not in ("", ".", "..") for piece in pieces)
    )


def write_package(out: Path, parts: Iterable[tuple[str, bytes]]) -> None:
    """Write `parts` in order to `out`, whole or not at all. The same parts give the same bytes."""
    write_bytes(out, pack(parts))


def pack(parts: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """A package's bytes, for one that lies inside another."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return buffer.getvalue()
