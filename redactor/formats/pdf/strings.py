"""Which strings of a PDF's objects are text that a person could read."""

import html
import re

import pikepdf

#: Keys whose strings are machine data, with the place of ISO 32000-2 that says so.
MACHINE_KEYS = frozenset(
    {
        "/ID",  # file identifier 14.4, and web capture 14.10
        "/DA",  # default appearance: operators, 12.7.4.3
        "/Registry",  # CIDSystemInfo 9.7.3
        "/Ordering",
        "/CharSet",  # glyph names, 9.8
        "/CheckSum",  # embedded file parameters 7.11.4
        "/Panose",
        "/Perms",
        "/ByteRange",
        "/Cert",  # signatures 12.8
        "/DigestValue",
        "/Tabs",  # tab order, written as a string by some producers, 7.7.3.3
    }
)
_ENCRYPTION = ("/O", "/U", "/OE", "/UE")
"""7.6.4; never met in a decrypted walk, kept for orphan dictionaries. A unit of measure has the
same key (12.9.1), with a text."""
_HASH = 32
"""Bytes of the shortest of them."""
_LANGUAGE = re.compile(r"(?:[a-z]{2,3}|[xi]-[a-z0-9]{1,8})(?:[-_][a-z0-9]{1,8})*", re.IGNORECASE)
"""BCP 47, as far as a reader of 14.9.2 goes."""
_DATE = re.compile(r"D?:?\d{4,14}(?:Z|[+-]\d\d)?'?(?:\d\d)?'?Z?'?")
_DATE_KEYS = frozenset({"/CreationDate", "/ModDate", "/M", "/LastModified", "/SourceModified"})


def readable(key: str, value: pikepdf.Object) -> str | None:
    """The text of a string object, or None where it is machine data."""
    if key in MACHINE_KEYS:
        return None
    raw = bytes(value)
    if not raw or (key in _ENCRYPTION and len(raw) >= _HASH and not _is_worded(raw)):
        return None
    marked = raw.startswith((b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf"))
    if not marked and any(byte < 32 and byte not in (9, 10, 12, 13) for byte in raw):
        # Control bytes: a digest, a lookup table; or text in a nonconforming encoding.
        try:
            text = raw.decode("utf-16-be")
        except UnicodeDecodeError:
            return None
        if not text.isprintable():
            return None
        return text
    text = str(value)
    if not text.strip() or (key in _DATE_KEYS and _DATE.fullmatch(text.strip())):
        return None
    if key == "/Lang" and _LANGUAGE.fullmatch(text):
        return None
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def _is_worded(raw: bytes) -> bool:
    """Whether bytes are a text, most of it letters and spaces: half of a hash's are not."""
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return True
    return sum(byte == 32 or chr(byte).isalnum() for byte in raw) > 0.85 * len(raw)


_MARKUP = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"</(?:p|div|li|h\d)\s*>|<br\s*/?>", re.IGNORECASE)


def unmarked(rich: str) -> str:
    """The text of a rich string (12.7.4.4), its paragraphs on lines of their own."""
    text = html.unescape(_MARKUP.sub("", _BREAK.sub("\n", rich)))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
