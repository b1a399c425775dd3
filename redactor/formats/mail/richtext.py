"""The body of an Outlook message that is rich text alone, compressed ([MS-OXRTFCP])."""

import re
import struct

from redactor.formats.errors import Damaged
from redactor.formats.legacy.text import of_rtf

#: § 2.1.3.1.4: what the dictionary holds before the first byte.
_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_SIZE = 4096
_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
#: No honest message unpacks to more.
_MOST = 64 << 20
#: What stands in rich text and is no text: pictures, files of other programs.
_OBJECTS = re.compile(rb"\\(?:pict|objdata|bin)\b")


def text_of(data: bytes) -> str:
    """The text of a compressed body, a line a paragraph. Raises Damaged."""
    return "\n".join(flow.text for flow in of_rtf(decompressed(data), "message"))


def holds_objects(data: bytes) -> bool:
    """Whether a compressed body has more than text in it. Raises Damaged."""
    return _OBJECTS.search(decompressed(data)) is not None


def decompressed(data: bytes) -> bytes:
    """The rich text. Raises Damaged."""
    try:
        _, size, kind, _ = struct.unpack_from("<II4sI", data)
    except struct.error as error:
        raise Damaged(where="rtf") from error
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _COMPRESSED or size > _MOST:
        raise Damaged(where="rtf")
    window = bytearray(_DICTIONARY.ljust(_SIZE, b"\0"))
    out, write, at = bytearray(), len(_DICTIONARY), 16
    while len(out) < size and at < len(data):
        control, at = data[at], at + 1
        for bit in range(8):
            if control >> bit & 1:
                pair = int.from_bytes(data[at : at + 2], "big")
                start, length, at = pair >> 4, (pair & 15) + 2, at + 2
                if start == write:
                    return bytes(out)  # how the writer says that it is done
            else:
                window[(start := write)] = data[at] if at < len(data) else 0
                length, at = 1, at + 1
            for place in range(start, start + length):
                window[write] = window[place % _SIZE]
                out.append(window[write])
                write = (write + 1) % _SIZE
    return bytes(out[:size])
