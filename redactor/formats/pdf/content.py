"""Text kept inside content streams without being drawn: property lists and comments.

A marked-content operator may carry ``ActualText``, ``Alt`` or ``E`` (ISO 32000-2, 14.9) in
its own property list, and a stream may hold comments (7.2.4). Neither is a string of an
object, so the walk over objects does not meet them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from redactor.formats.pdf.broken import BROKEN
from redactor.formats.pdf.strings import readable

_MAY_CARRY = re.compile(rb"\b(?:BDC|DP)\b")
_STRING_IN_LIST = re.compile(rb"/[A-Za-z]+\s*(?:\(|<(?!<))")
_MARKED = re.compile(rb"\b(?:BMC|BDC|MP|DP)\b")
_TAG = re.compile(rb"/([^\s/<>\[\](){}%]+)\s*(?:BMC\b|MP\b|<<|/[^\s/<>\[\](){}%]+\s*(?:BDC|DP)\b)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_REFERENCE = re.compile(rb"(\d+) (\d+) R\b")
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Carried:
    """A string inside a content stream, and how to rewrite it."""

    name: str
    text: str
    write: Callable[[str], None]


def carried(pdf: pikepdf.Pdf, page: pikepdf.Page, seen: set[tuple[int, int]]) -> Iterator[Carried]:
    """Every such string of a page's content and of the streams it uses, not yet `seen`."""
    data = contents(page)
    if data is not None:

        def put(new: bytes) -> None:
            page.obj.Contents = pikepdf.Stream(pdf, new)

        yield from _of(data, page, put)
    for stream in streams(page.obj.get("/Resources"), seen, 0):
        try:
            data = stream.read_bytes()
        except BROKEN:
            continue
        yield from _of(data, stream, stream.write)
    for annot in page.obj.get("/Annots", ()):
        for stream in appearance_streams(annot, seen):
            yield from _of(bytes_of(stream), stream, stream.write)


def contents(page: pikepdf.Page) -> bytes | None:
    """The page's content, its parts joined; None where it cannot be decoded."""
    value = page.obj.get("/Contents")
    try:
        if isinstance(value, pikepdf.Stream):
            return value.read_bytes()
        if isinstance(value, pikepdf.Array):
            return b"\n".join(
                part.read_bytes() for part in value if isinstance(part, pikepdf.Stream)
            )
    except BROKEN:
        return None
    return None


def bytes_of(stream: Any) -> bytes:
    """The stream's bytes; none where it cannot be decoded."""
    try:
        return bytes(stream.read_bytes())
    except BROKEN:
        return b""


def tags(data: bytes) -> list[str]:
    """The tags of marked content (14.6), which a producer may make from words."""
    found = dict.fromkeys(_TAG.findall(data)) if _MARKED.search(data) else {}
    names = (_ESCAPE.sub(lambda code: bytes.fromhex(code[1].decode()), tag) for tag in found)
    return [name.decode("utf-8", "surrogateescape") for name in names]


def masks(resources: Any, seen: set[tuple[int, int]], depth: int = 0) -> Iterator[pikepdf.Stream]:
    """The groups of soft masks (11.6.5.2) that resources lead to."""
    if depth > _DEPTH or not isinstance(resources, pikepdf.Dictionary):
        return
    for state in _values(resources.get("/ExtGState")):
        mask = state.get("/SMask") if isinstance(state, pikepdf.Dictionary) else None
        group = mask.get("/G") if isinstance(mask, pikepdf.Dictionary) else None
        if isinstance(group, pikepdf.Stream) and _new(group, seen):
            yield group
    for form in _values(resources.get("/XObject")):
        drawn = isinstance(form, pikepdf.Stream) and form.get("/Subtype") != "/Image"
        if drawn and _new(form, seen):
            yield from masks(form.get("/Resources"), seen, depth + 1)


def streams(resources: Any, seen: set[tuple[int, int]], depth: int) -> Iterator[pikepdf.Stream]:
    """Forms, patterns, masks and Type 3 glyphs that resources lead to, each once."""
    if depth > _DEPTH or not isinstance(resources, pikepdf.Dictionary):
        return
    found: list[Any] = []
    for key in ("/XObject", "/Pattern"):
        found += _unmet(resources.get(key), seen)
    for state in _unmet(resources.get("/ExtGState"), seen):
        mask = state.get("/SMask") if isinstance(state, pikepdf.Dictionary) else None
        if isinstance(mask, pikepdf.Dictionary):
            found += [mask.get("/G")]
        if isinstance(state, pikepdf.Dictionary):
            _new(state, seen)
    for font in _unmet(resources.get("/Font"), seen):
        if isinstance(font, pikepdf.Dictionary) and _new(font, seen) and "/CharProcs" in font:
            found += _values(font.CharProcs)
            yield from streams(font.get("/Resources"), seen, depth + 1)
    for stream in found:
        if isinstance(stream, pikepdf.Stream) and _new(stream, seen):
            if stream.get("/Subtype") == "/Image":
                continue
            yield stream
            yield from streams(stream.get("/Resources"), seen, depth + 1)


def glyph_programs(resources: Any) -> Iterator[pikepdf.Stream]:
    """The glyphs of Type 3 fonts (9.6.4) that show text themselves."""
    fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    for font in _values(fonts):
        for glyph in _values(font.get("/CharProcs") if _is_type3(font) else None):
            try:
                if isinstance(glyph, pikepdf.Stream) and b"BT" in glyph.read_bytes():
                    yield glyph
            except BROKEN:
                continue


def _is_type3(font: Any) -> bool:
    return isinstance(font, pikepdf.Dictionary) and "/CharProcs" in font


def appearance_streams(annot: Any, seen: set[tuple[int, int]]) -> Iterator[pikepdf.Stream]:
    """The streams of an annotation's appearances."""
    looks = annot.get("/AP") if isinstance(annot, pikepdf.Dictionary) else None
    for look in _values(looks):
        for stream in [look] if isinstance(look, pikepdf.Stream) else _values(look):
            if isinstance(stream, pikepdf.Stream) and _new(stream, seen):
                yield stream
                yield from streams(stream.get("/Resources"), seen, 1)


def _of(data: bytes, source: Any, put: Callable[[bytes], None]) -> Iterator[Carried]:
    for tag in tags(data):
        yield Carried("tag", tag, _renamed_elsewhere)
    if _MAY_CARRY.search(data) and _STRING_IN_LIST.search(data):
        yield from _lists(source, put)
    if b"%" in data:
        for comment in comments(data):

            def drop(new: str, data: bytes = data, comment: bytes = comment) -> None:  # noqa: ARG001
                put(without_comments(data))

            text = comment.decode("utf-8", "replace").strip()
            if text:
                yield Carried("comment", text, drop)


def _renamed_elsewhere(new: str) -> None:
    """A tag is a name: renamed with every reference to it."""


def _lists(source: Any, put: Callable[[bytes], None]) -> Iterator[Carried]:
    try:
        program = pikepdf.parse_content_stream(source)
    except BROKEN:
        return
    for step in program:
        if str(step.operator) in ("BDC", "DP") and len(step.operands) == 2:
            yield from _strings(step.operands[1], program, put)


def _strings(value: Any, program: Any, put: Callable[[bytes], None]) -> Iterator[Carried]:
    if not isinstance(value, pikepdf.Dictionary):
        return
    for key in sorted(value.keys()):
        item = value[key]
        if isinstance(item, pikepdf.Dictionary):
            yield from _strings(item, program, put)
            continue
        text = readable(key, item) if isinstance(item, pikepdf.String) else None
        if text is not None:

            def write(new: str, holder: Any = value, key: str = key) -> None:
                holder[key] = pikepdf.String(new)
                put(pikepdf.unparse_content_stream(program))

            yield Carried(key[1:], text, write)


def comments(data: bytes) -> list[bytes]:
    """The comments of a content stream."""
    return [data[start + 1 : end] for start, end in _comment_ranges(data)]


def without_comments(data: bytes) -> bytes:
    """The stream less its comments; everything else byte for byte."""
    pieces, last = [], 0
    for start, end in _comment_ranges(data):
        pieces.append(data[last:start])
        last = end
    return b"".join([*pieces, data[last:]])


_TOKEN = re.compile(rb"[()%<]|\bID\s")
_IMAGE_END = re.compile(rb"\sEI(?=\s|$)")
_LINE_END = re.compile(rb"[\r\n]")


def _comment_ranges(data: bytes) -> Iterator[tuple[int, int]]:
    at = 0
    while True:
        token = _TOKEN.search(data, at)
        if token is None:
            return
        start, kind = token.start(), token.group()
        if kind == b"(":
            at = _string_end(data, start)
        elif kind == b"%":
            end = _LINE_END.search(data, start)
            at = end.start() if end else len(data)
            yield start, at
        elif kind[:2] == b"ID":
            end = _IMAGE_END.search(data, token.end())
            at = end.end() if end else len(data)
        elif kind == b"<" and data[start + 1 : start + 2] != b"<":
            end_of_hex = data.find(b">", start)
            at = end_of_hex + 1 if end_of_hex >= 0 else len(data)
        else:
            at = token.end()


_PAREN = re.compile(rb"\\.|[()]", re.DOTALL)


def _string_end(data: bytes, start: int) -> int:
    """The offset after the literal string that opens at `start` (7.3.4.2: parentheses nest)."""
    depth = 0
    for paren in _PAREN.finditer(data, start):
        if paren.group() == b"(":
            depth += 1
        elif paren.group() == b")":
            depth -= 1
            if not depth:
                return paren.end()
    return len(data)


def _values(holder: Any) -> list[Any]:
    if not isinstance(holder, pikepdf.Dictionary):
        return []
    return [holder[key] for key in sorted(holder.keys())]


def _unmet(holder: Any, seen: set[tuple[int, int]]) -> list[Any]:
    """The values of a dictionary, but none where all of them were seen: asked of its source,
    which is a hundred times quicker. The forms of some files list each other, 270 of them 270."""
    if not isinstance(holder, pikepdf.Dictionary):
        return []
    if seen:
        led = {(int(a), int(b)) for a, b in _REFERENCE.findall(holder.unparse(resolved=True))}
        if len(led) == len(holder) and led <= seen:
            return []
    return _values(holder)


def _new(value: Any, seen: set[tuple[int, int]]) -> bool:
    if not value.is_indirect:
        return True
    if value.objgen in seen:
        return False
    seen.add(value.objgen)
    return True
