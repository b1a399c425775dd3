"""Packages as zip files: opened within limits, written without traces, encrypted when asked.

AES-256 is that of WinZip, which 7-Zip and most file managers open; Windows' own explorer does
not. Names of entries are not encrypted: they must tell nothing.
"""

import shutil
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from redactor.formats.errors import Damaged, Hostile, NeedsPassword, TooLarge, WrongPassword
from redactor.formats.package import is_safe_name

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold: when it was made is no news
_ENCRYPTED = 0x1
_MIB = 1024 * 1024
_CHUNK = 1 * _MIB
#: Over any honest package: forty documents of 500 pages of scans.
MOST_FILES, MOST_BYTES, MOST_RATIO, RATIO_FROM = 20_000, 16 * 1024 * _MIB, 400, 64 * _MIB


def unpack(archive: Path, into: Path, passwords: Sequence[str] = ()) -> None:
    """Write the files of a zip under `into`. Raises Damaged, Hostile, TooLarge, NeedsPassword,
    WrongPassword; nothing is ever written outside `into`."""
    import pyzipper

    try:
        with pyzipper.AESZipFile(archive) as opened:
            entries = _checked(opened.infolist())
            if any(entry.flag_bits & _ENCRYPTED for entry in entries):
                opened.setpassword(_right(opened, entries, passwords))
            for entry in entries:
                _write(opened, entry, into / entry.filename)
    except (zipfile.BadZipFile, pyzipper.BadZipFile, zlib.error, EOFError) as error:
        raise Damaged(where=archive.name) from error
    except (NotImplementedError, RuntimeError, ValueError) as error:
        raise Damaged(where=archive.name) from error


def _right(
    opened: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], keys: Sequence[str]
) -> bytes:
    if not keys:
        raise NeedsPassword
    locked = next(entry for entry in entries if entry.flag_bits & _ENCRYPTED)
    for key in keys:
        try:
            with opened.open(locked, pwd=key.encode()) as file:
                file.read(1)
        except RuntimeError:  # what the library raises for a wrong password
            continue
        return key.encode()
    raise WrongPassword


def _checked(entries: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if len(entries) > MOST_FILES:
        raise TooLarge(what="zip", limit=f"{MOST_FILES}")
    seen: set[str] = set()
    total = 0
    files = [entry for entry in entries if not entry.is_dir()]
    for entry in files:
        name = entry.filename
        if not is_safe_name(name) or name.casefold() in seen:
            raise Hostile(what=f"zip: {name!r}")
        seen.add(name.casefold())
        total += entry.file_size
        ratio = entry.file_size // max(entry.compress_size, 1)
        if total > MOST_BYTES or (entry.file_size > RATIO_FROM and ratio > MOST_RATIO):
            raise TooLarge(what=f"zip: {name}", limit=f"{MOST_BYTES // _MIB} Mo")
    return files


def _write(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with opened.open(entry) as source, out.open("xb") as target:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:  # sizes may lie
                raise TooLarge(what=f"zip: {entry.filename}", limit=f"{entry.file_size}")
            target.write(chunk)


def pack_files(out: Path, files: Iterable[tuple[str, Path]], password: str = "") -> None:
    """Write `files`, each with its name in the archive, to the new file `out`."""
    import pyzipper

    with pyzipper.AESZipFile(out, "x", compression=zipfile.ZIP_DEFLATED) as archive:
        if password:
            archive.setpassword(password.encode())
            archive.setencryption(pyzipper.WZ_AES, nbits=256)
        for name, path in files:
            entry = archive.zipinfo_cls(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            with path.open("rb") as source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target, _CHUNK)
