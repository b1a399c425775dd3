"""Text in bytes of any kind: files inside files, pictures' headers, stray bytes."""

import re
import struct
from collections.abc import Iterator

from redactor.release.verify.needles import WALL
from redactor.release.verify.pdf_text import inflate, text_of
from redactor.release.verify.xml_text import loose_text

_CONTROL = bytes(range(32)).translate(None, b"\t\n\r\f\x1b")
_SEARCHED_HEAD = 65536


def is_text(data: bytes) -> bool:
    """Whether the first bytes look like text in an eight-bit encoding."""
    head = data[:4096]
    return not head or len(head) - len(head.translate(None, _CONTROL)) <= len(head) // 100


def decode(data: bytes) -> str:
    """The text of a file, by its first bytes; what is neither UTF-8 nor UTF-16 is cp1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data[:4096].count(b"\0") * 4 > len(data[:4096]):
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def is_markup(data: bytes) -> bool:
    """Whether bytes start as XML or HTML do, in any encoding."""
    head = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return head.startswith(b"<") and b">" in data


def readings(data: bytes) -> Iterator[tuple[str, str]]:
    """The encodings in which bytes may hold text, each with what it gives.

    UTF-16 is read at both alignments, since a name may start anywhere.
    """
    try:
        yield "utf-8", data.decode("utf-8")
    except UnicodeDecodeError:
        yield "cp1252", data.decode("cp1252", "replace")
        yield "utf-8", data.decode("utf-8", "replace")
    if b"\0" in data:
        for shift in (0, 1):
            yield "utf-16-le", data[shift:].decode("utf-16-le", "replace")
            yield "utf-16-be", data[shift:].decode("utf-16-be", "replace")


_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}){4,}")


def hex_runs(data: bytes) -> Iterator[bytes]:
    """What hexadecimal digits in bytes stand for."""
    for match in _HEX.finditer(data):
        yield bytes.fromhex(match.group().decode("ascii"))


def picture_metadata(data: bytes) -> bytes:
    """Those bytes of a picture that are not pixels: EXIF, XMP, comments, text chunks."""
    if data.startswith(b"\xff\xd8"):
        return _jpeg_segments(data)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png_chunks(data)
    if data.startswith((b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"BM", b"\0\0\0\x0cjP")):
        # Their text may stand at either end.
        return data[:_SEARCHED_HEAD] + b"\n" + data[-_SEARCHED_HEAD:]
    return b""


def is_picture(data: bytes) -> bool:
    return data.startswith(
        (b"\xff\xd8", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"BM", b"\0\0\0\x0cjP",
         b"\x01\0\0\0", b"\xd7\xcd\xc6\x9a")
    )  # fmt: skip


def _jpeg_segments(data: bytes) -> bytes:
    pieces: list[bytes] = []
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xDA:
            break
        (length,) = struct.unpack(">H", data[position + 2 : position + 4])
        body = data[position + 4 : position + 2 + length]
        # ICC profiles name colour spaces and their makers, Adobe's marker its own.
        is_dull = body.startswith(b"ICC_PROFILE") or (marker == 0xEE and body[:5] == b"Adobe")
        if (0xE0 <= marker <= 0xEF or marker == 0xFE) and not is_dull:
            pieces.append(body)
        position += 2 + length
    end = data.rfind(b"\xff\xd9")
    if end >= 0:
        pieces.append(data[end + 2 :])
    return b"\n".join(pieces)


def _png_chunks(data: bytes) -> bytes:
    pieces: list[bytes] = []
    position = 8
    while position + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[position : position + 8])
        body = data[position + 8 : position + 8 + length]
        if kind in (b"tEXt", b"iTXt", b"eXIf", b"tIME"):
            pieces.append(body)
        if kind in (b"zTXt", b"iTXt"):
            starts = re.finditer(rb"\x78[\x01\x5e\x9c\xda]", body)
            pieces += [inflate(body[found.start() :]) for found in starts]
        position += 12 + length
        if kind == b"IEND":
            pieces.append(data[position:])
            break
    return b"\n".join(pieces)


def any_text(data: bytes) -> Iterator[tuple[str, str]]:
    """Bytes read in each encoding, as markup where they look like it, and as hexadecimal."""
    if not data:
        return
    for encoding, text in readings(data):
        yield encoding, text
        if "<" in text and ">" in text:
            yield f"{encoding} markup", WALL.join(loose_text(text))
    for run in hex_runs(data):
        yield "hex", text_of(run)
