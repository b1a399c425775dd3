"""Text inside text: percent-encoding, base64, quoted-printable, entities, escapes.

Each decoded run keeps, for every character, the original characters that carried it.
"""

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded run. Character `i` came from the original's `starts[i]` to `ends[i]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    kind: str
    """``percent``, ``base64``, ``quoted-printable``, ``entity``, ``escape``."""


def decoded(text: str) -> Iterator[Decoded]:
    """Every run of `text` that reads differently once decoded."""
    if "%" in text or "+" in text:
        yield from _percent(text)
    if "=" in text:
        yield from _encoded_words(text)
        yield from _quoted_printable(text)
    if "&" in text:
        yield from _substituted(text, _ENTITY, _entity, "entity")
    if "\\" in text:
        yield from _substituted(text, _ESCAPE, _escape, "escape")
    yield from _base64(text)


_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}|\w\+\w")
#: What one URL, one word or one attribute does not hold.
_BREAK = re.compile(r"[\s<>\"]")
#: A link that wraps a link that wraps a link is decoded this many times.
_DEPTH = 4


def _percent(text: str) -> Iterator[Decoded]:
    for start, end in _runs(text):
        run = text[start:end]
        characters = list(run)
        starts = list(range(start, end))
        ends = [position + 1 for position in starts]
        for _ in range(_DEPTH):
            before = len(characters)
            characters, starts, ends = _percent_once(characters, starts, ends)
            if len(characters) == before:
                break
        whole = "".join(characters)
        if whole != run:
            yield Decoded(whole, starts, ends, "percent")
        if "+" in whole:
            # In a query a plus sign is a space.
            yield Decoded(whole.replace("+", " "), starts, ends, "percent")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """The unbroken stretches that hold a code. One expression for them would be quadratic in
    text without white space."""
    end = 0
    for match in _PERCENT.finditer(text):
        if match.start() < end:
            continue
        start = match.start()
        while start > end and not _BREAK.match(text, start - 1):
            start -= 1
        stop = _BREAK.search(text, match.end())
        end = stop.start() if stop else len(text)
        yield start, end


_HEX = frozenset("0123456789abcdefABCDEF")


def _percent_once(
    characters: list[str], starts: list[int], ends: list[int]
) -> tuple[list[str], list[int], list[int]]:
    out: list[str] = []
    low: list[int] = []
    high: list[int] = []
    i = 0
    while i < len(characters):
        units: list[tuple[int, int, int]] = []
        while (
            i + 2 < len(characters)
            and characters[i] == "%"
            and characters[i + 1] in _HEX
            and characters[i + 2] in _HEX
        ):
            value = int(characters[i + 1] + characters[i + 2], 16)
            units.append((value, starts[i], ends[i + 2]))
            i += 3
        if units:
            piece = _from_bytes(units, "percent")
            out += piece.text
            low += piece.starts
            high += piece.ends
        else:
            out.append(characters[i])
            low.append(starts[i])
            high.append(ends[i])
            i += 1
    return out, low, high


def _from_bytes(units: Sequence[tuple[int, int, int]], kind: str) -> Decoded:
    """Bytes with their places as text: UTF-8, else the Western single-byte encoding."""
    raw = bytes(value for value, _, _ in units)
    try:
        whole = raw.decode()
        sizes = [len(character.encode()) for character in whole]
    except UnicodeDecodeError:
        whole = raw.decode("cp1252", "replace")
        sizes = [1] * len(whole)
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for size in sizes:
        starts.append(units[at][1])
        ends.append(units[at + size - 1][2])
        at += size
    return Decoded(whole, starts, ends, kind)


_QUOTED = re.compile(r"=(?:[0-9A-Fa-f]{2}|\r?\n)")


def _quoted_printable(text: str) -> Iterator[Decoded]:
    """The whole text unquoted, where it holds enough of it to be quoted-printable."""
    if len(_QUOTED.findall(text)) < 1:
        return
    yield _unquoted(text, 0, len(text))


def _unquoted(text: str, start: int, end: int, *, word: bool = False) -> Decoded:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    i = start
    while i < end:
        units: list[tuple[int, int, int]] = []
        while i < end and (match := _QUOTED.match(text, i, end)):
            if len(match.group()) == 3 and "\n" not in match.group():
                units.append((int(match.group()[1:], 16), i, match.end()))
            i = match.end()
        if units:
            piece = _from_bytes(units, "quoted-printable")
            out.append(piece.text)
            starts += piece.starts
            ends += piece.ends
        elif i < end:
            out.append(" " if word and text[i] == "_" else text[i])
            starts.append(i)
            ends.append(i + 1)
            i += 1
    return Decoded("".join(out), starts, ends, "quoted-printable")


_ENCODED_WORD = re.compile(r"=\?([\w.:-]{1,40})\?([BbQq])\?([^?\s]*)\?=")


def _encoded_words(text: str) -> Iterator[Decoded]:
    """E-mail headers: ``=?utf-8?Q?No=C3=A9mie?=`` (RFC 2047); neighbours read as one."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = -1
    for match in _ENCODED_WORD.finditer(text):
        if last >= 0 and text[last : match.start()].strip():
            yield Decoded("".join(out), starts, ends, "quoted-printable")
            out, starts, ends = [], [], []
        start, end = match.span(3)
        piece = (
            _unquoted(text, start, end, word=True)
            if match.group(2) in "Qq"
            else _from_base64(text, start, end)
        )
        if piece:
            out.append(piece.text)
            starts += piece.starts
            ends += piece.ends
        last = match.end()
    if out:
        yield Decoded("".join(out), starts, ends, "quoted-printable")


_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{4,}\r?\n?)*[A-Za-z0-9+/_-]{8,}={0,2}")
_NOT_BASE64 = re.compile(r"[a-zà-ÿ]+|[A-Z]+|\d+")


def _base64(text: str) -> Iterator[Decoded]:
    for match in _BASE64.finditer(text):
        if _NOT_BASE64.fullmatch(match.group()) or not _may_read(match.group()):
            continue
        piece = _from_base64(text, match.start(), match.end())
        if piece:
            yield piece


def _may_read(run: str) -> bool:
    """Whether a run decodes to text. Nearly every long word is asked; none needs its places."""
    raw = _unpacked("".join(run.split()).rstrip("="))
    if not raw:
        return False
    try:
        return _readable(raw.decode())
    except UnicodeDecodeError:
        return _readable(raw.decode("cp1252", "replace"))


def _unpacked(body: str) -> bytes | None:
    body = body.replace("-", "+").replace("_", "/")
    if len(body) % 4 == 1:
        return None
    try:
        return base64.b64decode(body + "=" * (-len(body) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def _from_base64(text: str, start: int, end: int) -> Decoded | None:
    places = [i for i in range(start, end) if not text[i].isspace() and text[i] != "="]
    raw = _unpacked("".join(text[i] for i in places))
    if not raw:
        return None
    units = []
    for i, value in enumerate(raw):
        first = i // 3 * 4
        units.append((value, places[first], places[min(first + 3, len(places) - 1)] + 1))
    return _from_bytes(units, "base64")


def _readable(text: str) -> bool:
    return sum(c.isprintable() or c.isspace() for c in text) >= 0.9 * len(text)


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}")


def _entity(found: str) -> str:
    return html.unescape(found)


def _escape(found: str) -> str:
    value = chr(int(found[2:], 16))
    return found if 0xD800 <= ord(value) < 0xE000 else value


def _substituted(
    text: str, pattern: re.Pattern[str], replace: Callable[[str], str], kind: str
) -> Iterator[Decoded]:
    """The whole text with the matches of `pattern` decoded, if there is any."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for match in pattern.finditer(text):
        out.append(text[last : match.start()])
        starts += range(last, match.start())
        ends += range(last + 1, match.start() + 1)
        value = replace(match.group())
        out.append(value)
        starts += [match.start()] * len(value)
        ends += [match.end()] * len(value)
        last = match.end()
    if last:
        out.append(text[last:])
        starts += range(last, len(text))
        ends += range(last + 1, len(text) + 1)
        yield Decoded("".join(out), starts, ends, kind)
