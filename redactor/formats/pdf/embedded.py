"""What lies in a PDF's streams and signatures beside pages: notes of pictures, private data.

None of it is in a redacted copy: pictures keep their pixels alone, private streams and
signatures go. It is read so that the reviewer sees what the file gave away.
"""

import re
import shutil
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeGuard

import pikepdf
from pikepdf import Array, Dictionary, Name

from redactor.formats import pictures
from redactor.formats.pdf.broken import BROKEN
from redactor.formats.pdf.speaking import speaks

_JP2 = b"\0\0\0\x0cjP  \r\n\x87\n"
_JP2_NOTES = frozenset({b"xml ", b"uuid", b"uinf"})
_OF_DATA = frozenset({"/Length", "/Filter", "/DecodeParms"})
_HEX = re.compile(r"\b(?:[0-9A-Fa-f]{2}){6,}\b")
_MARKUP = re.compile(r"<[^>]*>")
_SIGNER = re.compile(
    # commonName, surname, givenName, title (2.5.4.x), e-mail (PKCS #9), then a string's tag.
    rb"(?s)\x06(?:\x03\x55\x04[\x03\x04\x2a\x0c]|\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01)"
    rb"(?=([\x0c\x13\x14\x16\x1e])(.))"
)


def notes(image: pikepdf.Stream) -> Iterator[tuple[str, str]]:
    """What the coded picture says in words: (name of the field, value)."""
    data = _coded(image)
    if data is None:
        return
    if data.startswith(_JP2):
        for kind, box in _boxes(data):
            if kind in _JP2_NOTES:
                text = _MARKUP.sub(" ", box[8:].decode("utf-8", "ignore"))
                text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
                if any(c.isalpha() for c in text):
                    yield kind.decode().strip(), text[:10_000]
    elif len(pictures.strip(data)) != len(data):
        yield from pictures.notes(data)


def has_notes(image: pikepdf.Stream) -> bool:
    """Whether a coded picture says more than what draws it."""
    return _bare(image) is not None


def strip_pictures(path: Path) -> None:
    """Leave of the coded pictures in a file that qpdf wrote what draws them.

    They are written behind its other bytes, as an update (ISO 32000-2, 7.5.6), one after the
    other: given to qpdf to write, it keeps them all (2 GB of 1,750 photographs).
    """
    size, places = path.stat().st_size, {}
    behind = path.with_suffix(".pictures")
    with pikepdf.open(path) as pdf, behind.open("wb") as file:
        for image in pdf.objects:
            bare = _bare(image) if is_picture(image) else None
            if bare is None:
                continue
            number, generation = image.objgen
            places[image.objgen] = size + file.tell()
            entries: dict[str, Any] = {
                key: value for key, value in image.items() if key not in _OF_DATA
            }
            parms = image.get("/DecodeParms")
            if parms is not None and not isinstance(parms, Array):
                entries["/DecodeParms"] = parms
            entries["/Filter"] = Name.JPXDecode if bare.startswith(_JP2) else Name.DCTDecode
            entries["/Length"] = len(bare)
            file.write(b"%d %d obj\n" % (number, generation))
            file.write(Dictionary(entries).unparse())
            file.write(b"\nstream\n" + bare + b"\nendstream\nendobj\n")
        start = size + file.tell()
        file.write(b"xref\n")
        for (number, generation), place in sorted(places.items()):
            file.write(b"%d 1\n%010d %05d n \n" % (number, place, generation))
        trailer = Dictionary({**pdf.trailer, "/Prev": _last_table(path)})
        file.write(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer.unparse(), start))
    with path.open("ab") as whole, behind.open("rb") as file:
        shutil.copyfileobj(file, whole)
    behind.unlink()


def is_picture(value: object) -> TypeGuard[pikepdf.Stream]:
    return isinstance(value, pikepdf.Stream) and bool(value.get("/Subtype") == Name.Image)


def _last_table(path: Path) -> int:
    """Where the last table of a file's objects stands."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 1024))
        return int(file.read().rpartition(b"startxref")[2].split()[0])


def _bare(image: pikepdf.Stream) -> bytes | None:
    """The coded picture without its notes; None where it has none, or is no such picture."""
    data = _coded(image)
    if data is None:
        return None
    if data.startswith(_JP2):
        bare = _JP2 + b"".join(box for kind, box in _boxes(data) if kind not in _JP2_NOTES)
    else:
        bare = pictures.strip(data)
    return bare if len(bare) != len(data) else None


def is_private(key: str, stream: pikepdf.Stream) -> bool:
    """Whether nothing in the format says what a stream is for: a key of the producer's own."""
    return "/Type" not in stream and "/Subtype" not in stream and speaks(key.lstrip("/"))


def is_text(data: bytes) -> bool:
    sample = data[:4096]
    odd = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in sample)
    return bool(sample.strip()) and odd * 20 <= len(sample)


def unhexed(text: str) -> str:
    """`text` with what is readable in its hexadecimal digits."""

    def read(found: re.Match[str]) -> str:
        try:
            plain = bytes.fromhex(found[0]).decode("utf-8")
        except UnicodeDecodeError:
            return found[0]
        return plain if plain.isprintable() else found[0]

    return _HEX.sub(read, text)


def signers(contents: bytes) -> list[str]:
    """The names and addresses in a signature's certificates (X.520 attributes), each once."""
    found: dict[str, None] = {}
    for match in _SIGNER.finditer(contents):
        tag, size = match[1], match[2][0]
        raw = contents[match.end() + 2 : match.end() + 2 + size]
        encoding = "utf-16-be" if tag == b"\x1e" else "utf-8" if tag == b"\x0c" else "latin-1"
        text = raw.decode(encoding, "replace")
        if size < 128 and any(char.isalpha() for char in text):
            found[text] = None
    return list(found)


def _coded(image: pikepdf.Stream) -> bytes | None:
    """The coded bytes of a JPEG or JPEG 2000 picture; None for other pictures."""
    filters = image.get("/Filter")
    chain = list(filters) if isinstance(filters, Array) else [filters]
    if not chain or chain[-1] not in (Name.DCTDecode, Name.JPXDecode):
        return None
    try:
        data = bytes(image.read_raw_bytes())
        for one in chain[:-1]:
            if one != Name.FlateDecode:
                return None
            data = zlib.decompress(data)
    except (*BROKEN, zlib.error):
        return None
    return data


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes of a JP2 file after its signature (ISO 15444-1, I.4)."""
    at = len(_JP2)
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if size == 1 and at + 16 <= len(data):
            (size,) = struct.unpack_from(">Q", data, at + 8)
        if size < 8:
            size = len(data) - at
        yield kind, data[at : at + size]
        at += size
