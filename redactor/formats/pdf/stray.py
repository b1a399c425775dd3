"""What a PDF keeps that it no longer shows: earlier revisions, orphans, bytes outside its body.

A redacted copy is saved from what the trailer reaches, so none of it is there, whatever is
decided. It is read so that the reviewer sees what the file gave away.
"""

import io
import mmap
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Stream

from redactor.formats.pdf.strings import readable
from redactor.text.flow import Channel

MAX_BYTES = 128 * 1024**2
"""Of a file whose earlier revisions are read: each is a file of its own, kept in memory."""
MAX_REVISIONS = 8
MAX_TEXT = 100_000
"""Characters of one such place."""
_END = re.compile(rb"%%EOF[ \t]*\r?\n?")
_OBJECT = re.compile(rb"(?<![0-9])\d{1,10}\s+\d{1,5}\s+obj\b")
_BETWEEN = re.compile(rb"\bendobj\b(.{0,4096}?)(?=\d{1,10}\s+\d{1,5}\s+obj\b|xref|startxref)", re.S)
_FURNITURE = re.compile(
    rb"%PDF-[\d.]+|%[\x80-\xff]{2,}|%%EOF|startxref\s+\d+|%QDF-[\d.]+"
    rb"|%% ?(?:Original object ID|Contents for page|Page)[^\r\n]*|%%\d+[^\r\n]*"
)
_WORD = re.compile(r"[^\W\d_]{3}")


class Stray(NamedTuple):
    """A text that nothing in the document shows."""

    kind: str
    channel: Channel
    text: str
    page: int | None = None


def outside(path: Path) -> Iterator[Stray]:
    """What lies before the header, after the end, and between objects."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start = max(data.find(b"%PDF-", 0, 4096), 0)
        end = data.rfind(b"%%EOF")
        pieces = [data[:start], data[end + 5 : end + 5 + MAX_TEXT] if end >= 0 else b""]
        pieces += _between(data)
    for piece in pieces:
        text = _words(_FURNITURE.sub(b" ", piece)) if piece.strip() else ""
        if text:
            yield Stray("outside", Channel.HIDDEN, text)


def _between(data: mmap.mmap) -> Iterator[bytes]:
    # Found as plain bytes first: in 2 GB of pictures the expression alone took a minute.
    at = data.find(b"endobj")
    while at >= 0:
        found = _BETWEEN.match(data, at)
        if found:
            yield found[1]
        at = data.find(b"endobj", found.end() if found else at + 1)


def orphans(pdf: pikepdf.Pdf, text_of: Callable[[int], str]) -> Iterator[Stray]:
    """What objects say to which nothing leads: their strings together, each content apart."""
    reached = _reached(pdf)
    strings: dict[str, None] = {}
    for value in pdf.objects:
        if not isinstance(value, Dictionary | Array | Stream) or value.objgen in reached:
            continue
        if isinstance(value, Stream) and value.get("/Type") in ("/ObjStm", "/XRef"):
            continue
        strings |= dict.fromkeys(_strings("", value, 0))
        if isinstance(value, Stream) and value.get("/Subtype") != "/Image":
            text = text_of(value.objgen[0])[:MAX_TEXT]
            if _WORD.search(text):
                yield Stray("orphan", Channel.REVISION, text)
    yield from _together("orphan", strings)


def _together(kind: str, strings: Iterable[str]) -> Iterator[Stray]:
    """Strings as one text, a line each: an earlier revision may have thousands."""
    text = "\n".join(strings)[:MAX_TEXT]
    if text:
        yield Stray(kind, Channel.REVISION, text)


def revisions(path: Path, doc: Any, known: Callable[[str], bool]) -> Iterator[Stray]:
    """What the pages of earlier revisions say that the last one does not.

    `known` says whether a text is in the document as it is.
    """
    if path.stat().st_size > MAX_BYTES:
        return
    data = path.read_bytes()
    ends = [found.end() for found in _END.finditer(data)][:-1]
    if b"/Linearized" in data[:2048]:
        ends = ends[1:]  # the first belongs to the first page's own table
    for end in ends[-MAX_REVISIONS:]:
        yield from _revision(data[:end], doc, known)


def _revision(data: bytes, doc: Any, known: Callable[[str], bool]) -> Iterator[Stray]:
    try:
        with pymupdf.open("pdf", data) as former:
            for number, page in enumerate(former):
                now = _blocks(doc[number]) if number < doc.page_count else {}
                former_text = "\n".join(text for text in _blocks(page) if text not in now)
                if former_text:
                    yield Stray("revision", Channel.REVISION, former_text[:MAX_TEXT], number + 1)
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            found = {text: None for value in pdf.objects for text in _strings("", value, 0)}
        yield from _together("revision", (text for text in found if not known(text)))
    except (pymupdf.FileDataError, pikepdf.PdfError, RuntimeError, ValueError):
        return  # no file ends there


def _blocks(page: Any) -> dict[str, None]:
    flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_IGNORE_ACTUALTEXT
    found = page.get_text("blocks", clip=pymupdf.INFINITE_RECT(), flags=flags)
    return {text: None for block in found if (text := str(block[4]).strip())}


def _strings(key: str, value: Any, depth: int) -> Iterator[str]:
    if depth > 20:
        return
    if isinstance(value, pikepdf.String):
        text = readable(key, value)
        if text is not None and _WORD.search(text):
            yield text
    elif isinstance(value, Array):
        for item in value:
            if not isinstance(item, Dictionary | Array | Stream) or not item.is_indirect:
                yield from _strings(key, item, depth + 1)
    elif isinstance(value, Dictionary | Stream):
        if value.get("/Type") in ("/Font", "/FontDescriptor", "/Encoding", "/OutputIntent"):
            return
        for name in sorted(value.keys()):
            item = value[name]
            if not isinstance(item, Dictionary | Array | Stream) or not item.is_indirect:
                yield from _strings(name, item, depth + 1)


def _reached(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """The indirect objects to which the trailer leads."""
    reached: set[tuple[int, int]] = set()
    stack: list[Any] = [pdf.trailer]
    while stack:
        value = stack.pop()
        if value.is_indirect:
            if value.objgen in reached:
                continue
            reached.add(value.objgen)
        items = value if isinstance(value, Array) else [value[key] for key in value.keys()]  # noqa: SIM118
        for item in items:
            if isinstance(item, Dictionary | Array | Stream):
                stack.append(item)
            elif isinstance(item, pikepdf.Object) and item.is_indirect:
                reached.add(item.objgen)
    return reached


def _words(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    text = "".join(char if char.isprintable() or char in "\n\t" else " " for char in text)
    text = "\n".join(" ".join(line.split()) for line in text.splitlines() if line.split())
    return text[:MAX_TEXT] if _WORD.search(text) else ""
