"""Windows' drawings (EMF, WMF): the letters that they draw, and taking letters out.

Office keeps one as the picture of each embedded object. Sources: [MS-EMF] §§ 2.3.5 and 2.3.3,
[MS-EMFPLUS] § 2.3.4, [MS-WMF] § 2.3.3.
"""

import gzip
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.formats.slots import MARK

_EMF = b" EMF"
_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_WMF_HEADS = (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_GZIP = b"\x1f\x8b\x08"
_MOST = 64 * 1024 * 1024
_EXT_TEXT_A, _EXT_TEXT_W, _SMALL_TEXT, _COMMENT = 83, 84, 108, 70
_POLY_TEXT_A, _POLY_TEXT_W = 96, 97
_PLUS = b"EMF+"
_PLUS_STRING = 0x401C
_WMF_TEXT, _WMF_EXT_TEXT = 0x0521, 0x0A32


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters drawn together, and where their bytes stand."""

    text: str
    start: int
    width: int
    """Bytes a letter."""


def is_metafile(data: bytes) -> bool:
    return data[40:44] == _EMF or data.startswith((_PLACEABLE, *_WMF_HEADS, _GZIP))


def unpacked(data: bytes) -> bytes:
    """The drawing itself: some programs pack it."""
    if not data.startswith(_GZIP):
        return data
    try:
        return zlib.decompressobj(31).decompress(data, _MOST)
    except zlib.error:
        return b""


def read(data: bytes) -> list[Stretch] | None:
    """What an unpacked drawing writes, in order; None where it is not sound."""
    try:
        if data[40:44] == _EMF:
            return list(_emf(data))
        return list(_wmf(data, 22 if data.startswith(_PLACEABLE) else 0))
    except (struct.error, ValueError):
        return None


def text_of(stretches: Sequence[Stretch]) -> str:
    """The letters of a drawing: a line for each stretch, save those drawn letter by letter."""
    return "".join(before + each.text for before, each in _with_breaks(stretches))


def without(data: bytes, stretches: Sequence[Stretch], spans: Sequence[tuple[int, int]]) -> bytes:
    """The drawing with blocks in the place of letters; `spans` count through `text_of`."""
    changed = bytearray(data)
    at = 0
    for before, each in _with_breaks(stretches):
        at += len(before)
        for start, end in spans:
            first, last = max(start - at, 0), min(end - at, len(each.text))
            if first < last:
                # As many letters as before, but never how many: their number would tell the name.
                mark = ("█" if each.width == 2 else "_") * min(len(MARK), last - first)
                low, high = each.start + first * each.width, each.start + last * each.width
                code = "utf-16-le" if each.width == 2 else "ascii"
                changed[low:high] = mark.ljust(last - first).encode(code)
        at += len(each.text)
    return bytes(changed)


def packed_like(original: bytes, drawing: bytes) -> bytes:
    """A changed drawing as the file held it: packed or not."""
    return gzip.compress(drawing, mtime=0) if original.startswith(_GZIP) else drawing


def _with_breaks(stretches: Sequence[Stretch]) -> Iterator[tuple[str, Stretch]]:
    last: Stretch | None = None
    for each in stretches:
        joined = last is None or len(last.text) == len(each.text) == 1
        yield "" if joined else "\n", each
        last = each


def _stretch(data: bytes, start: int, count: int, width: int) -> Iterator[Stretch]:
    end = start + count * width
    if count <= 0 or start < 0 or end > len(data):
        return
    raw = data[start:end]
    text = raw.decode("utf-16-le", "replace") if width == 2 else raw.decode("cp1252", "replace")
    # Surrogate pairs would shift places; what is in none of our alphabets can stay glyphs.
    if len(text) == count and text.strip("\0 "):
        yield Stretch(text, start, width)


def _emf(data: bytes) -> Iterator[Stretch]:
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or at + size > len(data):
            raise ValueError("not a record")
        if kind in (_EXT_TEXT_A, _EXT_TEXT_W):
            yield from _emf_text(data, at, at + 36, 2 if kind == _EXT_TEXT_W else 1)
        elif kind in (_POLY_TEXT_A, _POLY_TEXT_W):
            (many,) = struct.unpack_from("<I", data, at + 36)
            for number in range(min(many, 10_000)):
                text = at + 40 + 40 * number
                yield from _emf_text(data, at, text, 2 if kind == _POLY_TEXT_W else 1)
        elif kind == _SMALL_TEXT:
            count, options = struct.unpack_from("<II", data, at + 16)
            start = at + 36 + (0 if options & 0x100 else 16)
            yield from _stretch(data, start, count, 1 if options & 0x200 else 2)
        elif kind == _COMMENT and data[at + 12 : at + 16] == _PLUS:
            yield from _plus(data, at + 16, at + size)
        at += size
        if kind == 14:  # the end
            return


def _emf_text(data: bytes, record: int, text: int, width: int) -> Iterator[Stretch]:
    count, offset, options = struct.unpack_from("<III", data, text + 8)
    if not options & 0x10:  # numbers of glyphs are no letters
        yield from _stretch(data, record + offset, count, width)


def _plus(data: bytes, at: int, end: int) -> Iterator[Stretch]:
    while at + 12 <= end:
        kind, _, size, _ = struct.unpack_from("<HHII", data, at)
        if size < 12:
            return
        if kind == _PLUS_STRING and at + 40 <= end:
            (count,) = struct.unpack_from("<I", data, at + 20)
            yield from _stretch(data, at + 40, count, 2)
        at += size


def _wmf(data: bytes, at: int) -> Iterator[Stretch]:
    at += 18
    while at + 6 <= len(data):
        words, kind = struct.unpack_from("<IH", data, at)
        if words < 3:
            raise ValueError("not a record")
        if kind == _WMF_TEXT:
            (count,) = struct.unpack_from("<H", data, at + 6)
            yield from _stretch(data, at + 8, count, 1)
        elif kind == _WMF_EXT_TEXT:
            _, _, count, options = struct.unpack_from("<hhHH", data, at + 6)
            yield from _stretch(data, at + 14 + (8 if options & 6 else 0), count, 1)
        at += 2 * words
        if kind == 0:
            return
