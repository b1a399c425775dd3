"""Objects that the file carries and no page leads to: the old page of a careless save."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf
import pymupdf

from redactor.check import personal
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.letters import means_something
from redactor.check.pdf.said import Said
from redactor.text.flow import Channel

_SHOWN = re.compile(rb"\((?:[^\\()]|\\.)*\)\s*(?:Tj|'|\")|\[(?:[^\]\\]|\\.)*\]\s*TJ", re.S)
_STRING = re.compile(rb"\(((?:[^\\()]|\\.)*)\)", re.S)
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,9})[ \r\n]+(\d{1,5})[ \r\n]+obj\b")
_STREAM = re.compile(rb"(?s)<<(.{0,4000}?)>>\s*stream\r?\n")
#: Bytes of one orphan stream looked at, and orphans looked at.
_BYTES = 4_000_000
_MOST = 5000


def findings(pdf: pikepdf.Pdf, data: bytes, said: Said, *, revisions: bool) -> Iterator[Finding]:
    """Texts of orphans that the pages do not say. `revisions`: earlier ones are read apart."""
    reached = _reached(pdf)
    known = {obj.objgen for obj in pdf.objects if _is_object(obj)}
    orphans = sorted(known - reached)[:_MOST]
    beside = _beside(pdf, reached) if orphans else Said()
    for objgen in orphans:
        text = _text(pdf, pdf.get_object(objgen))
        # What another object of the file says as well, an old title or note, is found there.
        text = "\n".join(line for line in text.splitlines() if not beside.has(line))
        if means_something(text) and not said.has(text):
            yield _finding(_more(text, said), f"{objgen[0]} {objgen[1]} R")
    yield from _strangers(pdf, reached & known, said)
    if not revisions:
        numbers = {number for number, _ in known}
        yield from _carved(data, numbers, said)


def _strangers(pdf: pikepdf.Pdf, reached: set[tuple[int, int]], said: Said) -> Iterator[Finding]:
    """Streams that belong to nothing a page is made of, and hold a text all the same."""
    scripts = {each.objgen for each in _scripts(pdf, reached)}
    for objgen in sorted(reached):
        stream = pdf.get_object(objgen)
        if not isinstance(stream, pikepdf.Stream) or _known(stream) or objgen in scripts:
            continue
        try:
            data = stream.read_bytes()[:_BYTES]
        except (pikepdf.PdfError, ValueError):
            raw = stream.read_raw_bytes()[:_BYTES]
            data = _inflated(raw) or raw
        text = _plain(data)
        if means_something(text) and not said.has_words(text):
            yield _finding(text, f"{objgen[0]} {objgen[1]} R")


def _scripts(pdf: pikepdf.Pdf, reached: set[tuple[int, int]]) -> Iterator[Any]:
    """The scripts of a file, which are read as such (ISO 32000-2, 12.6.4.17)."""
    for objgen in reached:
        owner = pdf.get_object(objgen)
        if isinstance(owner, pikepdf.Dictionary) and isinstance(owner.get("/JS"), pikepdf.Stream):
            yield owner["/JS"]


def _known(stream: Any) -> bool:
    """Whether a stream says itself what it is: a picture, a form, a font, a table."""
    return any(key in stream for key in _KEYS)


_KEYS = (
    "/Type /Subtype /BBox /FunctionType /ShadingType /PatternType /Length1 /N /Width /FormType "
    "/CMapName /Alternate /WMode /First /Params"
).split()

_CONTENT = re.compile(
    rb"(?:^|\s)(?:BT|re|cm|Do|Tj|TJ|begincmap|gs|BDC|BMC|Tf|rg|RG|ID|d0|d1)(?:\s|$)"
)


def _plain(data: bytes) -> str:
    """The text of bytes that are text and no drawing; empty for anything else."""
    head = data[:20_000]
    if not head.strip() or _CONTENT.search(head) or head.lstrip()[:1] in (b"%", b"<", b"/"):
        return ""
    for encoding in ("utf-16" if head[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8", "cp1252"):
        try:
            text = head.decode(encoding, "strict")
        except UnicodeDecodeError:
            continue
        words = re.findall(r"[^\W\d_]{3,}", text)
        # Any bytes are letters of some single-byte encoding: a picture's palette reads « ïðñ ».
        plain = encoding != "cp1252" or sum(map(str.isascii, text)) > 0.7 * len(text)
        return " ".join(text.split()) if words and plain and _is_prose(text) else ""
    return ""


def _is_prose(text: str) -> bool:
    """Whether it is words that a person wrote: no script, no numbers, no encoded bytes."""
    if sum(c.isprintable() or c in "\r\n\t" for c in text) < 0.98 * len(text):
        return False
    if sum(c in _OF_CODE for c in text) > 0.03 * len(text):
        return False
    return sum(c.isalpha() or c.isspace() for c in text) > 0.6 * len(text)


_OF_CODE = frozenset("{}[];=<>/\\_|*%$^~+&#`")


def _finding(text: str, place: str) -> Finding:
    named = personal.names_someone(text)
    return Finding(
        Kind.ORPHAN_TEXT,
        Severity.LEAK,
        0.9 if named else 0.7,
        "finding.orphan",
        None,
        None,
        Channel.HIDDEN,
        text[:2000],
        place,
    )


def _more(text: str, said: Said) -> str:
    """The lines that no page says; all of them where that leaves nothing."""
    lines = [line for line in text.splitlines() if not said.has(line)]
    return " ".join(" ".join(lines or [text]).split())


def _is_object(obj: Any) -> bool:
    return isinstance(obj, pikepdf.Object) and obj.objgen[0] > 0


def _reached(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Every indirect object that the trailer leads to."""
    seen: set[tuple[int, int]] = set()
    stack: list[Any] = [pdf.trailer]
    while stack:
        value = stack.pop()
        if not isinstance(value, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream):
            if isinstance(value, pikepdf.Object) and value.is_indirect:
                seen.add(value.objgen)
            continue
        if value.is_indirect:
            if value.objgen in seen:
                continue
            seen.add(value.objgen)
        if isinstance(value, pikepdf.Array):
            stack += [item for item in value if isinstance(item, pikepdf.Object)]
        else:
            stack += [item for _, item in value.items() if isinstance(item, pikepdf.Object)]
    return seen


def _beside(pdf: pikepdf.Pdf, reached: set[tuple[int, int]]) -> Said:
    """What the objects that the file uses say."""
    said = Said()
    texts = (_strings(pdf.get_object(objgen)) for objgen in reached)
    said.add(0, "\n".join(text for text in texts if text))
    return said


def _text(pdf: pikepdf.Pdf, orphan: Any) -> str:
    """What an orphan says: a page as it would be drawn, a stream's strings, a plain string."""
    if isinstance(orphan, pikepdf.Dictionary) and orphan.get("/Type") == "/Page":
        return _drawn(pdf, orphan)
    if isinstance(orphan, pikepdf.Stream):
        if orphan.get("/Subtype") == "/Image" or orphan.get("/Type") in ("/ObjStm", "/XRef"):
            return ""
        if orphan.get("/Type") == "/EmbeddedFile":
            return ""
        try:
            return shown(orphan.read_bytes()[:_BYTES])
        except (pikepdf.PdfError, ValueError):
            return ""
    return _strings(orphan)


def _strings(value: Any) -> str:
    """What a dictionary says of itself, a line a text."""
    if not isinstance(value, pikepdf.Dictionary):
        return ""
    texts = (value.get(key) for key in _TEXTS)
    return "\n".join(str(text) for text in texts if isinstance(text, pikepdf.String))


_TEXTS = ("/Contents", "/V", "/Title", "/Author", "/Subject", "/ActualText", "/Alt")


def _drawn(pdf: pikepdf.Pdf, page: Any) -> str:
    """The text of an orphan page, put into a file of its own."""
    try:
        with pikepdf.new() as alone:
            copy = alone.copy_foreign(pdf.make_indirect(page))
            alone.pages.append(pikepdf.Page(copy))
            stream = io.BytesIO()
            alone.save(stream)
        with pymupdf.open(stream=stream.getvalue(), filetype="pdf") as doc:
            return str(doc[0].get_text())
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        return ""


def shown(content: bytes) -> str:
    """The strings that a content stream shows, one operation a line, fonts unknown."""
    if b"Tj" not in content and b"TJ" not in content and b"'" not in content:
        return ""
    if b"BT" not in content:
        return ""
    lines = []
    for match in _SHOWN.finditer(content):
        codes = _ESCAPE.sub(_meant, b"".join(_STRING.findall(match.group())))
        text = codes.decode("cp1252", "replace")
        if text.isprintable() and _is_read(text):
            lines.append(text)
    return "\n".join(lines)


#: Escapes of a literal string (ISO 32000-2, table 3).
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}


def _meant(escape: re.Match[bytes]) -> bytes:
    code = escape.group(1)
    return bytes((int(code, 8) & 255,)) if code.isdigit() else _NAMED.get(code, code)


def _is_read(text: str) -> bool:
    """Whether codes are letters as they stand: a font with codes of its own gives « ™•¢†@ˆ‰ »."""
    plain = sum(char.isascii() or char.isalpha() for char in text)
    return plain >= 0.9 * len(text)


def _carved(data: bytes, known: set[int], said: Said) -> Iterator[Finding]:
    """Objects that lie in the file's bytes and in no table."""
    for match in _OBJECT.finditer(data):
        if int(match.group(1)) in known:
            continue
        head = _STREAM.match(data, match.end() + 1) or _STREAM.search(
            data, match.end(), match.end() + 4200
        )
        if head is None or b"endobj" in data[match.end() : head.start()]:
            continue
        raw = data[head.end() : data.find(b"endstream", head.end())][:_BYTES]
        text = shown(_inflated(raw) if b"Flate" in head.group(1) else raw)
        if means_something(text) and not said.has(text):
            yield _finding(_more(text, said), f"octet {match.start()}")


def _inflated(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, _BYTES)
    except zlib.error:
        return b""
