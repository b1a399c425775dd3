"""Office files with a password: today's lie encrypted inside a compound file, those of older
programs are compound files with encrypted streams."""

import io
from pathlib import Path

from redactor.formats.errors import Damaged, NeedsPassword, TooLarge, WrongPassword
from redactor.formats.files import read_bytes
from redactor.formats.package import DEFAULT_LIMITS

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The stream that holds the package ([MS-OFFCRYPTO] § 2.3.4.4).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_sealed(path: Path) -> bool:
    """Whether the file is a package behind a password."""
    with path.open("rb") as file:
        if file.read(len(_OLE)) != _OLE:
            return False
    return _ENCRYPTED in read_bytes(path)


def unsealed(path: Path, password: str | None) -> Path | bytes:
    """The package itself: the file where it has no password, else its bytes, in memory alone.

    Raises NeedsPassword, WrongPassword, Damaged, TooLarge.
    """
    return _decrypted(path, password, verify_password=True) if is_sealed(path) else path


def unsealed_old(path: Path, password: str | None) -> Path | bytes:
    """A .doc or .xls as `unsealed` gives a package. Raises what it does."""
    import msoffcrypto
    from msoffcrypto.exceptions import FileFormatError, ParseError

    try:
        with path.open("rb") as file:
            is_encrypted = msoffcrypto.OfficeFile(file).is_encrypted()
    except (FileFormatError, ParseError, OSError, ValueError, KeyError):
        return path  # what reads it next says what is wrong with it
    return _decrypted(path, password) if is_encrypted else path


def _decrypted(path: Path, password: str | None, **how: bool) -> bytes:
    if not password:
        raise NeedsPassword
    if path.stat().st_size > DEFAULT_LIMITS.total:
        raise TooLarge(what="zip", limit=f"{DEFAULT_LIMITS.total >> 20} Mo")
    # Loaded only here: few files have a password, and its ciphers take long to load.
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    out = io.BytesIO()
    try:
        with path.open("rb") as file:
            office = msoffcrypto.OfficeFile(file)
            office.load_key(password=password, **how)  # that of older files verifies always
            office.decrypt(out)
    except InvalidKeyError as error:
        raise WrongPassword from error
    except (DecryptionError, FileFormatError, ParseError, OSError, ValueError, KeyError) as error:
        raise Damaged(where=path.name) from error
    return out.getvalue()
