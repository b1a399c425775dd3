"""What a zip file holds besides its listed parts: comments, extra fields, leftovers."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from redactor.release.verify import binary, pdf_text

_LOCAL = b"PK\x03\x04"


def text(data: bytes) -> str:
    return "\n".join(reading for _, reading in binary.readings(data)) if data else ""


def outside_parts(path: Path) -> Iterator[tuple[str, str]]:
    """Text where no listed part is, with its place."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        entries = sorted(package.infolist(), key=lambda info: info.header_offset)
        for info in entries:
            for what, found in (("comment", info.comment), ("extra", info.extra)):
                if found:
                    yield f"{info.filename} ({what})", text(found)
        directory = package.start_dir
    position = 0
    for info in entries:
        if info.header_offset > position:
            yield from _gap(data[position : info.header_offset], position)
        head = data[info.header_offset : info.header_offset + 30]
        if len(head) < 30:
            continue
        name_size, extra_size = struct.unpack("<HH", head[26:30])
        start = info.header_offset + 30
        extra = data[start + name_size : start + name_size + extra_size]
        if extra:
            yield f"{info.filename} (extra)", text(extra)
        local = data[start : start + name_size]
        if local.decode("utf-8", "replace") != info.orig_filename:
            yield f"{info.filename} (local name)", text(local)
        position = start + name_size + extra_size + info.compress_size
        descriptor = data[position : position + 24]
        if info.flag_bits & 8:
            position += 16 if descriptor.startswith(b"PK\x07\x08") else 12
    if directory > position:
        yield from _gap(data[position:directory], position)
    end = data.rfind(b"PK\x05\x06")
    if end >= 0:
        (comment,) = struct.unpack("<H", data[end + 20 : end + 22])
        rest = data[end + 22 + comment :]
        if rest:
            yield from _gap(rest, end + 22 + comment)


def _gap(data: bytes, offset: int) -> Iterator[tuple[str, str]]:
    """Bytes between parts: as they are, and the unlisted parts in them unpacked."""
    where = f"byte {offset}"
    yield where, text(data)
    position = data.find(_LOCAL)
    while position >= 0 and len(data) >= position + 30:
        method = struct.unpack("<H", data[position + 8 : position + 10])[0]
        name_size, extra_size = struct.unpack("<HH", data[position + 26 : position + 30])
        start = position + 30 + name_size + extra_size
        body = data[start:]
        if method == 8:
            unpacked = _unpack(body)
            if unpacked:
                yield where, text(unpacked)
        position = data.find(_LOCAL, position + 4)


def _unpack(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(-15).decompress(data, 64 * 1024 * 1024)
    except zlib.error:
        return pdf_text.inflate(data)
