"""Headers of a message: read decoded, and edited without touching what is not occulted.

A value is a row of encoded words (RFC 2047) and of plain stretches. An edit changes only the
stretch it meets, so that an address stays an address.
"""

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header

from redactor.formats.slots import NAME_MARK
from redactor.formats.splice import Edit, splice

#: Headers that hold free text: these are encoded anew as a whole.
_FREE = frozenset({"subject", "thread-topic", "comments", "content-description", "keywords"})
#: Headers that every reader shows.
SHOWN = frozenset({"from", "to", "cc", "bcc", "subject", "date", "reply-to", "sender"})
#: Headers that are of the format, or whose words are those of another reading.
FORMAT = frozenset(
    {"mime-version", "content-type", "content-transfer-encoding", "content-disposition"}
)
#: Proofs of who sent what, which no changed message can carry.
PROOFS = re.compile(
    r"(?i)(x-google-)?dkim-signature|arc-.*|domainkey-signature|x-ms-exchange-.*signature.*"
)

_WORD = re.compile(r"=\?([^?\s*]+)(?:\*[^?]*)?\?([bBqQ])\?([^?]*)\?=")


@dataclass(frozen=True, slots=True)
class _Stretch:
    raw: str
    text: str
    is_encoded: bool


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a header."""

    stretches: tuple[_Stretch, ...]

    @property
    def text(self) -> str:
        """What a reader shows."""
        return "".join(stretch.text for stretch in self.stretches)


def read(raw: str) -> Value:
    """The value of a header as it stands in the file, folded and encoded."""
    raw = re.sub(r"[ \t]*\r?\n[ \t]*", " ", raw).rstrip()
    stretches: list[_Stretch] = []
    at = 0
    while at < len(raw):
        found = _WORD.search(raw, at)
        if found is None:
            break
        if found.start() > at:
            stretches.append(_plain(raw[at : found.start()]))
        words = [found]
        until = found.end()
        # Words in a row are joined before decoding: some programs cut a character in two.
        while (following := _WORD.match(raw, _skip(raw, until))) and _same(found, following):
            words.append(following)
            until = following.end()
        text = _decoded(words)
        if text is None:
            stretches.append(_plain(raw[found.start() : until]))
        else:
            stretches.append(_Stretch(raw[found.start() : until], text, True))
        at = until
    if at < len(raw):
        stretches.append(_plain(raw[at:]))
    return Value(tuple(_without_gaps(stretches)))


def edited(name: str, value: Value, changes: Sequence[Edit]) -> str:
    """The raw value with spans of its text taken out."""
    if name.lower() in _FREE:
        return str(Header(splice(value.text, changes), "utf-8", header_name=name).encode())
    pieces: list[str] = []
    at = 0
    for stretch in value.stretches:
        until = at + len(stretch.text)
        own = []
        for edit in changes:
            start, end = max(edit.start, at), min(edit.end, until)
            if start < end:
                mark = edit.mark if at <= edit.start else ""
                # Brackets and blocks have a meaning, or none, outside of encoded words.
                own.append(Edit(start - at, end - at, mark if stretch.is_encoded else ""))
                if mark and not stretch.is_encoded:
                    own[-1] = Edit(start - at, end - at, NAME_MARK)
        if not own:
            pieces.append(stretch.raw)
        elif stretch.is_encoded:
            pieces.append(str(Header(splice(stretch.text, own), "utf-8").encode()))
        else:
            pieces.append(splice(stretch.text, own))
        at = until
    return "".join(pieces)


def clean(raw: str) -> str:
    """`raw` with bytes of undeclared encodings read as they most likely are meant."""
    if not any("\udc80" <= c <= "\udcff" for c in raw):
        return raw
    data = raw.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _plain(raw: str) -> _Stretch:
    return _Stretch(raw, clean(raw), False)


def _skip(raw: str, at: int) -> int:
    while at < len(raw) and raw[at] in " \t":
        at += 1
    return at


def _same(one: re.Match[str], two: re.Match[str]) -> bool:
    return one.group(1).lower() == two.group(1).lower()


def _decoded(words: Sequence[re.Match[str]]) -> str | None:
    data = b""
    for word in words:
        said = word.group(3).encode("ascii", "surrogateescape")
        try:
            if word.group(2) in "bB":
                data += base64.b64decode(said + b"=" * (-len(said) % 4))
            else:
                data += quopri.decodestring(said.replace(b"_", b" "), header=False)
        except (binascii.Error, ValueError):
            return None
    return decode(data, words[0].group(1))


def decode(data: bytes, charset: str) -> str:
    """`data` in its declared charset; as it most likely is meant where that is not one."""
    for name in (charset, "utf-8", "cp1252"):
        try:
            codec = codecs.lookup(name)
            return data.decode(codec.name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("latin-1")


def _without_gaps(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """White space between two encoded words is not part of the text (RFC 2047, § 6.2)."""
    kept: list[_Stretch] = []
    for number, stretch in enumerate(stretches):
        between = 0 < number < len(stretches) - 1 and stretch.text.isspace()
        if between and stretches[number - 1].is_encoded and stretches[number + 1].is_encoded:
            kept.append(_Stretch(stretch.raw, "", False))
        else:
            kept.append(stretch)
    return kept
