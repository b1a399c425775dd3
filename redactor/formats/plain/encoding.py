"""How a text file is encoded, so that its copy is encoded the same."""

import codecs
from dataclasses import dataclass

#: Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be")
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1b\x08")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what its bytes are made of beside it."""

    text: str
    encoding: str
    mark: bytes = b""
    """The byte order mark, which is not counted in the text."""

    def encode(self, text: str) -> bytes:
        """`text` as the file holds it. Raises UnicodeEncodeError."""
        errors = "surrogatepass" if self.encoding.startswith("utf") else "strict"
        return self.mark + text.encode(self.encoding, errors)

    def can_hold(self, text: str) -> bool:
        """Whether the encoding has every character of `text`."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def decode(data: bytes) -> Decoded | None:
    """The text of `data`, None where it is not text. Encoding it again gives `data`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _faithful(data, encoding, mark)
    if b"\x00" in data[:65536]:
        decoded = _faithful(data, _wide_without_mark(data), b"")
        return decoded if decoded is not None and _is_western(decoded.text) else None
    for encoding in ("utf-8", "cp1252", "latin-1"):
        decoded = _faithful(data, encoding, b"")
        if decoded is not None:
            return decoded
    return None


def is_text(text: str) -> bool:
    """Whether `text` is free of the control characters that only binary files hold."""
    return not any(c < " " and c not in _ALLOWED_CONTROLS for c in text)


def begins_text(head: bytes) -> bool:
    """Whether a file that begins with `head` is text. `head` may end inside a character."""
    whole = head if len(head) < 4096 else head[: len(head) // 4 * 4]
    return any(decode(whole[: len(whole) - cut]) is not None for cut in range(4))


def _faithful(data: bytes, encoding: str, mark: bytes) -> Decoded | None:
    try:
        # A lone surrogate in UTF-16 is a fault of one character, not of the file.
        errors = "surrogatepass" if encoding in _WIDE else "strict"
        text = data[len(mark) :].decode(encoding, errors)
        decoded = Decoded(text, encoding, mark)
        return decoded if is_text(text) and decoded.encode(text) == data else None
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None


def _is_western(text: str) -> bool:
    """Whether most of `text` is what French is written with: noise read as UTF-16 is not."""
    head = text[:4096]
    return sum(c < "\u2200" for c in head) * 2 >= len(head)


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 by where its zero bytes fall: French text is nearly all below U+0100."""
    head = data[:65536]
    return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"
