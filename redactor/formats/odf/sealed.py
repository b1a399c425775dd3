"""OpenDocument files with a password (ODF 1.3, part 2, § 3.4): their parts lie encrypted inside.

LibreOffice since 24.2 encrypts the whole package as one part (its key by Argon2id, AES in Galois
mode), which ODF 1.4 takes up.
"""

import base64
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from redactor.formats.errors import Damaged, Hostile, NeedsPassword, WrongPassword
from redactor.formats.odf.names import attribute, full, short
from redactor.formats.package import DEFAULT_LIMITS, Package, pack
from redactor.formats.xml import parse, serialise

_MANIFEST = "META-INF/manifest.xml"
_MIMETYPE = "mimetype"
_WHOLE = "encrypted-package"
#: What a key may cost: ten times what LibreOffice asks for, no more.
_MOST_ROUNDS, _MOST_PASSES, _MOST_KIB = 5_000_000, 40, 1 << 20
_START = 12
"""Bytes of a Galois mode's starting value, which may stand before the text."""


def unsealed(path: Path, password: str | None) -> Path | bytes:
    """The package: the file where it has no password, else its bytes, in memory alone.

    Raises NeedsPassword, WrongPassword, Damaged, Hostile, TooLarge.
    """
    package = Package(path, path.name)
    try:
        if _MANIFEST not in package:
            return path
        manifest = parse(package.part(_MANIFEST), _MANIFEST)
        locked = dict(_locked(manifest))
        if not locked:
            return path
        if not password:
            raise NeedsPassword
        opened = {part: _opened(package.part(part), locked[part], password) for part in locked}
        if _WHOLE in opened:
            return opened[_WHOLE]
        for data in list(manifest.iter(full("manifest:encryption-data"))):
            above = data.getparent()
            if above is not None:
                above.remove(data)
        opened[_MANIFEST] = serialise(manifest)
        parts = ((name, opened.get(name) or package.part(name)) for name in package.names)
        return pack(parts, stored=frozenset({_MIMETYPE}))
    except (KeyError, ValueError, zlib.error) as error:
        raise Damaged(where=path.name) from error
    finally:
        package.close()


def _locked(manifest: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The parts that are encrypted, each with how."""
    for entry in manifest.iter(full("manifest:file-entry")):
        for how in entry.iter(full("manifest:encryption-data")):
            yield attribute(entry, "manifest:full-path"), how


def _opened(data: bytes, how: etree._Element, password: str) -> bytes:
    """A part in clear. Raises WrongPassword, Hostile, ValueError, zlib.error."""
    said = {short(str(each.tag)): each for each in how}
    algorithm = said["manifest:algorithm"]
    cipher = attribute(algorithm, "manifest:algorithm-name").lower()
    start = base64.b64decode(attribute(algorithm, "manifest:initialisation-vector"))
    key = _key(said, password)
    if "gcm" in cipher:
        return _inflated(_galois(data, key, start))
    packed = _deciphered(data, key, start, blowfish="blowfish" in cipher)
    kind = attribute(how, "manifest:checksum-type").lower()
    sum_ = (hashlib.sha256 if "256" in kind else hashlib.sha1)(_first(packed, cipher)).digest()
    if base64.b64decode(attribute(how, "manifest:checksum")) != sum_:
        raise WrongPassword
    return _inflated(packed)


def _key(said: dict[str, etree._Element], password: str) -> bytes:
    first = said.get("manifest:start-key-generation")
    hashed = "" if first is None else attribute(first, "manifest:start-key-generation-name")
    start = (hashlib.sha256 if "256" in hashed else hashlib.sha1)(password.encode()).digest()
    derivation = said["manifest:key-derivation"]
    size = int(attribute(derivation, "manifest:key-size") or 16)
    salt = base64.b64decode(attribute(derivation, "manifest:salt"))
    if "argon2id" in attribute(derivation, "manifest:key-derivation-name").lower():
        return _argon2(derivation, start, salt, size)
    rounds = int(attribute(derivation, "manifest:iteration-count"))
    if rounds > _MOST_ROUNDS or size > 64:
        raise Hostile(what="PBKDF2")
    return hashlib.pbkdf2_hmac("sha1", start, salt, rounds, size)


def _argon2(derivation: etree._Element, start: bytes, salt: bytes, size: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    asked = {str(key).rpartition("}")[2]: str(value) for key, value in derivation.items()}
    passes, kib, lanes = (
        int(asked[f"argon2-{what}"]) for what in ("iterations", "memory", "lanes")
    )
    if passes > _MOST_PASSES or kib > _MOST_KIB or lanes > 64 or size > 64:
        raise Hostile(what="Argon2id")
    made = Argon2id(salt=salt, length=size, iterations=passes, lanes=lanes, memory_cost=kib)
    return made.derive(start)


def _deciphered(data: bytes, key: bytes, start: bytes, *, blowfish: bool) -> bytes:
    # Loaded only here: few files have a password, and the ciphers take long to load.
    from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
    from cryptography.hazmat.decrepit.ciphers.modes import CFB
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    if blowfish:
        reader = Cipher(Blowfish(key), CFB(start)).decryptor()
    else:
        reader = Cipher(AES(key), CBC(start)).decryptor()
    return reader.update(data) + reader.finalize()


def _galois(data: bytes, key: bytes, start: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    # The starting value stands before the text, as in XML encryption, or beside it alone.
    for first, rest in ((data[:_START], data[_START:]), (start, data)):
        try:
            return AESGCM(key).decrypt(first, rest, None)
        except (InvalidTag, ValueError):
            continue
    raise WrongPassword


def _first(packed: bytes, cipher: str) -> bytes:
    """What a checksum is taken of: the first kilobyte, without what fills up the last block."""
    filled = packed[-1] if packed and "cbc" in cipher and packed[-1] <= 16 else 0
    return packed[: len(packed) - filled][:1024]


def _inflated(packed: bytes) -> bytes:
    if packed.startswith(b"PK\x03\x04"):
        return packed
    reader = zlib.decompressobj(-15)
    data = reader.decompress(packed, DEFAULT_LIMITS.part)
    if reader.unconsumed_tail:
        raise Hostile(what="deflate")
    return data
