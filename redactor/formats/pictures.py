"""What pictures say beside their pixels: read for the reviewer, left out of redacted copies.

JPEG, PNG, GIF and WebP are taken apart block by block, so that no pixel is coded again. What is
left is what decoding needs: sizes, palettes, colour profiles, and of EXIF the orientation alone.
"""

import io
import re
import struct
import zlib
from collections.abc import Iterator

from PIL import ExifTags, Image, UnidentifiedImageError

_JPEG = b"\xff\xd8\xff"
_PNG = b"\x89PNG\r\n\x1a\n"
_GIF = (b"GIF87a", b"GIF89a")

#: PNG chunks that decide how pixels look (PNG specification, § 11.3); the others are notes.
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB"}
    | {b"cICP", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT"}
)
_WEBP_DROPPED = frozenset({b"EXIF", b"XMP "})
_ORIENTATION = 0x0112
_XMP_TEXT = re.compile(r">([^<>]+)<|=\"([^\"<>]+)\"")
#: XMP that names no one: addresses of vocabularies, identifiers, dates and numbers.
_XMP_DULL = re.compile(r"https?://(ns\.|www\.w3|purl)|xmp\.|uuid:|adobe:|[\d\s.:TZ+/,-]*$|W5M0")
_LONGEST = 10_000


def is_picture(data: bytes) -> bool:
    """Whether `strip` and `notes` know the kind of `data`."""
    return data.startswith((_JPEG, _PNG, *_GIF)) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def notes(data: bytes) -> list[tuple[str, str]]:
    """What a picture says in words: (name of the field, value)."""
    found: list[tuple[str, str]] = []
    try:
        with Image.open(io.BytesIO(data)) as picture:
            found += _exif_notes(picture)
            for key, value in picture.info.items():
                if key in ("exif", "icc_profile", "photoshop", "version"):
                    continue
                text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
                if isinstance(text, str):
                    found += _xmp_notes(text) if "<x:xmpmeta" in text else [(str(key), text)]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return found
    return [(key, text[:_LONGEST]) for key, text in found if any(c.isalpha() for c in text)]


def strip(data: bytes) -> bytes:
    """`data` without what is not needed to draw it; as it is, where its kind is not known or
    its blocks are not sound."""
    try:
        if data.startswith(_JPEG):
            return _strip_jpeg(data)
        if data.startswith(_PNG):
            return _PNG + b"".join(_png_chunks(data))
        if data.startswith(_GIF):
            return _strip_gif(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _strip_webp(data)
    except (struct.error, IndexError, ValueError, OSError, SyntaxError):
        return data
    return data


def _exif_notes(picture: Image.Image) -> Iterator[tuple[str, str]]:
    exif = picture.getexif()
    for directory in (exif, exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)):
        for tag, value in directory.items():
            name = ExifTags.TAGS.get(tag, f"EXIF {tag}")
            if isinstance(value, bytes):
                # Windows writes its XP… fields in UTF-16, UserComment begins with its charset.
                wide = name.startswith("XP") or value.startswith(b"UNICODE")
                value = value.removeprefix(b"UNICODE\0").removeprefix(b"ASCII\0\0\0")
                value = value.decode("utf-16-le" if wide else "utf-8", "replace")
                value = "" if "\ufffd" in value else value
            if isinstance(value, str) and value.strip("\0 "):
                yield name, value.strip("\0 ")


def _xmp_notes(packet: str) -> Iterator[tuple[str, str]]:
    for found in _XMP_TEXT.finditer(packet):
        text = (found.group(1) or found.group(2)).strip()
        if text and not _XMP_DULL.match(text):
            yield "XMP", text


def _strip_jpeg(data: bytes) -> bytes:
    """Segments up to the last scan. Kept: APP0 (JFIF), APP2 with a profile, APP14 (Adobe: how
    colours are coded)."""
    pieces = [b"\xff\xd8"]
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("not a segment")
        kind = data[at + 1]
        if kind == 0xFF:  # fill
            at += 1
            continue
        if kind == 0xD9:
            pieces.append(b"\xff\xd9")
            break
        (length,) = struct.unpack_from(">H", data, at + 2)
        segment = data[at : at + 2 + length]
        if len(segment) < 2 + length:
            raise ValueError("cut short")
        at += 2 + length
        if kind == 0xDA:
            end = _scan_end(data, at)
            pieces += [segment, data[at:end]]
            at = end
        elif kind == 0xE1 and segment[4:10] == b"Exif\0\0":
            pieces.append(_orientation_alone(data))
        elif not (0xE0 <= kind <= 0xEF or kind == 0xFE) or _is_kept_segment(kind, segment):
            pieces.append(segment)
    return b"".join(pieces)


def _is_kept_segment(kind: int, segment: bytes) -> bool:
    return (
        (kind == 0xE0 and segment[4:9] == b"JFIF\0")
        or (kind == 0xE2 and segment[4:16] == b"ICC_PROFILE\0")
        or (kind == 0xEE and segment[4:9] == b"Adobe")
    )


def _scan_end(data: bytes, at: int) -> int:
    """Where coded pixels end: at a marker that is neither a restart nor a stuffed byte."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        elif data[at + 1] == 0xFF:
            at += 1
        else:
            return at


def _orientation_alone(data: bytes) -> bytes:
    """An EXIF segment that says only which side is up; nothing where that is the usual one."""
    with Image.open(io.BytesIO(data)) as picture:
        side = picture.getexif().get(_ORIENTATION, 1)
    if side not in range(2, 9):
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, side, 0)
    body = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while True:
        (length,) = struct.unpack_from(">I", data, at)
        kind = data[at + 4 : at + 8]
        chunk = data[at : at + 12 + length]
        if len(chunk) < 12 + length:
            raise ValueError("cut short")
        at += 12 + length
        if kind == b"iCCP":
            # A profile's name is free text: it becomes the usual one.
            _, _, packed = chunk[8:-4].partition(b"\0")
            body = kind + b"ICC\0" + packed
            chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
        if kind in _PNG_KEPT:
            yield chunk
        if kind == b"IEND":
            return


def _strip_gif(data: bytes) -> bytes:
    """Blocks but comments, plain text and applications' own, save the loop of an animation."""
    flags = data[10]
    at = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    pieces = [data[:at]]
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x21:
            label, at = data[at + 1], at + 2
            kept = label == 0xF9 or (label == 0xFF and data[at + 1 : at + 12] == b"NETSCAPE2.0")
        elif data[at] == 0x2C:
            flags = data[at + 9]
            at += 10 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0) + 1
            kept = True
        else:
            raise ValueError("not a block")
        while data[at]:
            at += data[at] + 1
        at += 1
        if kept:
            pieces.append(data[start:at])
    return b"".join([*pieces, b"\x3b"])


def _strip_webp(data: bytes) -> bytes:
    pieces: list[bytes] = []
    at, end = 12, min(struct.unpack_from("<I", data, 4)[0] + 8, len(data))
    while at + 8 <= end:
        kind = data[at : at + 4]
        (length,) = struct.unpack_from("<I", data, at + 4)
        chunk = data[at : at + 8 + length + length % 2]
        at += len(chunk)
        if kind == b"VP8X":
            # The flags of EXIF and XMP go with their chunks (WebP container, § VP8X).
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if kind not in _WEBP_DROPPED:
            pieces.append(chunk)
    body = b"WEBP" + b"".join(pieces)
    return b"RIFF" + struct.pack("<I", len(body)) + body
