"""The bytes of a PDF file as they lie: revisions, objects that no table lists, stray bytes.

Read without qpdf or MuPDF, which show a file as its last table describes it. A copy saved whole
has nothing here, so whatever is found is a leak: nothing kept accounts for it.
"""

import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from redactor.release.verify import pdf_text

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})\s+(\d{1,5})\s+obj\b")
#: Without a boundary before it, which would make it be looked for letter by letter.
_END = re.compile(rb"endobj\b")
_STREAM = re.compile(rb"\bstream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
#: What a file has between its objects by right.
_FURNITURE = re.compile(
    rb"%PDF-[\d.]+\s*|% Written by MuPDF [\d.]+|%[\x80-\xff]{2,}\s*"
    rb"|xref\s+(?:\d+ \d+\s+(?:\d{10} \d{5} [nf]\s*)*)+"
    rb"|trailer\b|startxref\s+\d+|%%EOF|\bendobj\b|%QDF-[\d.]+"
)


@dataclass(frozen=True, slots=True)
class Carved:
    """An object as the file's bytes have it."""

    number: int
    generation: int
    offset: int
    end: int


def carve(data: bytes | mmap.mmap) -> list[Carved]:
    """Every object in the file, in order, whatever tables say of it."""
    found: list[Carved] = []
    position = 0
    while match := _OBJECT.search(data, position):
        end = _end(data, match.end())
        found.append(Carved(int(match.group(1)), int(match.group(2)), match.start(), end))
        position = end
    return found


def _end(data: bytes | mmap.mmap, start: int) -> int:
    stop = _END.search(data, start)
    limit = stop.end() if stop else len(data)
    stream = _STREAM.search(data, start, limit)
    if stream is None:
        return limit
    length = _LENGTH.search(data, start, stream.start())
    if length is not None:
        after = stream.end() + int(length.group(1))
        if after <= len(data) and data[after : after + 20].lstrip(b"\r\n\0 ").startswith(b"endstr"):
            stop = _END.search(data, after)
            return stop.end() if stop else len(data)
    close = data.find(b"endstream", stream.end())
    if close < 0:
        return limit
    stop = _END.search(data, close)
    return stop.end() if stop else len(data)


def contents(data: bytes | mmap.mmap, item: Carved) -> Iterator[str]:
    """What an object says, as far as it can be told without the file around it."""
    body = data[item.offset : item.end]
    stream = _STREAM.search(body)
    head = body[: stream.start()] if stream else body
    for string in pdf_text.strings(head):
        yield pdf_text.text_of(string)
    yield from pdf_text.names(head)
    if stream is None:
        return
    raw = body[stream.end() : body.rfind(b"endstream")]
    for content in (
        raw,
        pdf_text.inflate(raw) if b"FlateDecode" in head or b"/Fl" in head else b"",
    ):
        if content:
            text, aside, names = pdf_text.shown_text(content)
            yield text
            yield from aside
            yield from names
            yield pdf_text.text_of(content)


def is_packed(data: bytes | mmap.mmap, item: Carved) -> bool:
    """Whether it is a table or a store of other objects, which the walk reads by content."""
    head = data[item.offset : min(item.end, item.offset + 4096)]
    return bool(re.search(rb"/Type\s*/(?:ObjStm|XRef)\b", head))


def packed_objects(data: bytes | mmap.mmap, item: Carved) -> dict[int, bytes]:
    """The objects that a store of objects holds, by number."""
    body = data[item.offset : item.end]
    stream = _STREAM.search(body)
    if stream is None or not re.search(rb"/Type\s*/ObjStm\b", body[: stream.start()]):
        return {}
    raw = body[stream.end() : body.rfind(b"endstream")]
    content = pdf_text.inflate(raw) or raw
    first = re.search(rb"/First\s+(\d+)", body[: stream.start()])
    if first is None:
        return {0: content}
    start = int(first.group(1))
    numbers = [int(n) for n in content[:start].split()]
    offsets = [start + offset for offset in numbers[1::2]] + [len(content)]
    return {number: content[offsets[i] : offsets[i + 1]] for i, number in enumerate(numbers[::2])}


def strays(data: bytes | mmap.mmap, items: list[Carved]) -> Iterator[tuple[int, bytes]]:
    """Bytes of no object, table or trailer, with their offset."""
    position = 0
    for item in [*items, Carved(0, 0, len(data), len(data))]:
        gap = data[position : item.offset]
        rest = _FURNITURE.sub(b" ", gap)
        if rest.strip():
            yield position, rest
        position = item.end


class RawFile:
    """A file in memory without reading it there."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self.data = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)

    def close(self) -> None:
        self.data.close()
        self._file.close()


_TRAILER = re.compile(rb"(?s)<<.*?>>")
_TRAILER_NAMES = re.compile(rb"/(?:ID\s*\[[^\]]*\]|Root|Size|Info|Prev|Encrypt|XRefStm)\b")


def clean_trailer(data: bytes) -> bytes:
    """Stray bytes without the keys and the random identifier of a trailer."""
    return _TRAILER.sub(lambda match: _TRAILER_NAMES.sub(b" ", match.group()), data)
