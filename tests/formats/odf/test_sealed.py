"""OpenDocument files with a password: opened with it, refused without, nothing left of it."""

import base64
import hashlib
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from redactor.formats.errors import Damaged, Hostile, NeedsPassword, WrongPassword
from redactor.formats.odf.source import TEXT
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow
from tests.formats.asking import every_part, plan_for

PASSWORD = "sésame é"
NAME = "Brindavoine"
_SALT, _START = b"0123456789abcdef", b"fedcba9876543210"
_NS = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:p>vu {NAME} hier</text:p></office:text></office:body></office:document-content>""".encode()
_TYPE = b"application/vnd.oasis.opendocument.text"


def _b(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _manifest(part: str, checksum: str, algorithm: str, start: bytes, derivation: str) -> bytes:
    hashed = "SHA1" if "Blowfish" in algorithm else "http://www.w3.org/2000/09/xmldsig#sha256"
    return f"""<manifest:manifest xmlns:manifest="{_NS}" xmlns:loext="urn:org:loext">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE.decode()}"/>
<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml" manifest:size="9">
<manifest:encryption-data {checksum}>
<manifest:algorithm manifest:algorithm-name="{algorithm}"
 manifest:initialisation-vector="{_b(start)}"/>
<manifest:start-key-generation manifest:start-key-generation-name="{hashed}"/>
<manifest:key-derivation {derivation} manifest:salt="{_b(_SALT)}"/>
</manifest:encryption-data></manifest:file-entry></manifest:manifest>""".encode()


def _packed(data: bytes) -> bytes:
    maker = zlib.compressobj(wbits=-15)
    return maker.compress(data) + maker.flush()


def _written(path: Path, part: str, data: bytes, manifest: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _TYPE)
        archive.writestr(part, data)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def by_blocks(path: Path, rounds: int = 1000) -> Path:
    """As LibreOffice 4 to 24.1 writes it."""
    packed = _packed(_CONTENT)
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha256(PASSWORD.encode()).digest(), _SALT, 1000, 32)
    fill = 16 - len(packed) % 16
    writer = Cipher(AES(key), CBC(_START)).encryptor()
    data = writer.update(packed + bytes(fill - 1) + bytes([fill])) + writer.finalize()
    checksum = (
        f'manifest:checksum-type="{_NS}#sha256-1k" '
        f'manifest:checksum="{_b(hashlib.sha256(packed[:1024]).digest())}"'
    )
    how = (
        'manifest:key-derivation-name="PBKDF2" manifest:key-size="32" '
        f'manifest:iteration-count="{rounds}"'
    )
    algorithm = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
    return _written(
        path, "content.xml", data, _manifest("content.xml", checksum, algorithm, _START, how)
    )


def by_blowfish(path: Path) -> Path:
    """As OpenOffice writes it."""
    packed = _packed(_CONTENT)
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha1(PASSWORD.encode()).digest(), _SALT, 1024, 16)
    writer = Cipher(Blowfish(key), CFB(_START[:8])).encryptor()
    data = writer.update(packed) + writer.finalize()
    checksum = (
        'manifest:checksum-type="SHA1/1K" '
        f'manifest:checksum="{_b(hashlib.sha1(packed[:1024]).digest())}"'
    )
    how = 'manifest:key-derivation-name="PBKDF2" manifest:iteration-count="1024"'
    manifest = _manifest("content.xml", checksum, "Blowfish CFB", _START[:8], how)
    return _written(path, "content.xml", data, manifest)


def whole(path: Path) -> Path:
    """As LibreOffice writes it since 24.2."""
    plain = _written(
        path.with_suffix(".clair"),
        "content.xml",
        _CONTENT,
        _manifest("x", "", "", b"", "").replace(b"encryption-data", b"other"),
    )
    start = hashlib.sha256(PASSWORD.encode()).digest()
    made = Argon2id(salt=_SALT, length=32, iterations=1, lanes=1, memory_cost=64)
    data = AESGCM(made.derive(start)).encrypt(_START[:12], _packed(plain.read_bytes()), None)
    how = (
        'manifest:key-derivation-name="urn:org:loext:argon2id" manifest:key-size="32" '
        'loext:argon2-iterations="1" loext:argon2-memory="64" loext:argon2-lanes="1"'
    )
    algorithm = "http://www.w3.org/2009/xmlenc11#aes256-gcm"
    manifest = _manifest("encrypted-package", "", algorithm, _START[:12], how)
    return _written(path, "encrypted-package", _START[:12] + data, manifest)


Seal: TypeAlias = Callable[[Path], Path]
_WAYS = pytest.mark.parametrize("seal", [by_blocks, by_blowfish, whole])


@_WAYS
def test_the_password_opens_it_and_the_copy_has_none(tmp_path: Path, seal: Seal) -> None:
    path, out = seal(tmp_path / "scelle.odt"), tmp_path / "copie.odt"
    assert not any(NAME.encode() in data for _, data in every_part(path.read_bytes()))
    with TEXT.open(path, PASSWORD) as source:
        flows = [each for each in source.read() if isinstance(each, Flow)]
        plan = plan_for(flows, NAME)
        assert plan.occultations
        source.write_redacted(out, plan)
    with TEXT.open(out) as source:
        assert f"vu {'█' * 5} hier" in [f.text for f in source.read() if isinstance(f, Flow)]
    assert verify_copy(path, out, flows, plan, format="odt", password=PASSWORD).sound


@_WAYS
def test_without_it_one_sentence(tmp_path: Path, seal: Seal) -> None:
    path = seal(tmp_path / "scelle.odt")
    with pytest.raises(NeedsPassword):
        TEXT.open(path)
    with pytest.raises(WrongPassword):
        TEXT.open(path, "autre")


def test_a_key_that_would_take_hours_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Hostile):
        TEXT.open(by_blocks(tmp_path / "lent.odt", rounds=2_000_000_000), PASSWORD)


def test_a_cut_part_is_damaged(tmp_path: Path) -> None:
    path = by_blocks(tmp_path / "coupe.odt")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    _written(path, "content.xml", parts["content.xml"][:-3], parts["META-INF/manifest.xml"])
    with pytest.raises((Damaged, WrongPassword)):
        TEXT.open(path, PASSWORD)
