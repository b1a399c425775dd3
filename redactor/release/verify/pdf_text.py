"""Strings, names and shown text inside PDF objects, read without a PDF library."""

import codecs
import re
import zlib
from collections.abc import Iterator, Mapping

STRING = rb"\((?:[^\\()]|\\.|\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*\))*\)"
_HEX = rb"<[0-9A-Fa-f\s]*>"
_STRINGS = re.compile(rb"(?s)" + STRING + rb"|<<|>>|" + _HEX)
_NAMES = re.compile(rb"/([^\s()<>\[\]{}/%\x00]+)")
_REFERENCE = re.compile(rb"\b(\d+) (\d+) R\b")
#: What moves the pen between two shown strings, so that they are not one word; numbers inside
#: an array move it by thousandths of the font's size, beyond 200 as far as a space does.
_CONTENT = re.compile(
    # What it may begin with is looked at first, which makes it three times quicker.
    rb"(?s)(?=[(<>%I/\-TE'\"])(?:"
    rb"(?P<string>" + STRING + rb"|" + _HEX + rb")"
    rb"|(?P<open><<)|(?P<close>>>)"
    rb"|(?P<comment>%[^\r\n]*)"
    rb"|(?P<image>\bID[ \r\n].*?[\s]EI\b)"
    rb"|/(?P<name>[^\s()<>\[\]{}/%\x00]+)"
    rb"|(?P<far>-(?:[2-9]\d\d|\d{4,})(?:\.\d*)?(?=[\s(<\]]))"
    rb"|(?P<move>\b(?:Td|TD|Tm|ET|Tf)\b|T\*|'|\"))"
)
_UNKNOWN = re.compile(rb"(?<![/\w])[A-Za-z\x80-\xff]{3,}")
_ESCAPES = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
    b"(": b"(", b")": b")", b"\\": b"\\",
}  # fmt: skip
_ESCAPE = re.compile(rb"(?s)\\([0-7]{1,3}|\r\n|.)")


def strings(source: bytes) -> Iterator[bytes]:
    """Every string of an object's source, decoded to the bytes that it stands for."""
    for match in _STRINGS.finditer(source):
        token = match.group()
        if token not in (b"<<", b">>"):
            yield string_bytes(token)


def string_bytes(token: bytes) -> bytes:
    if token.startswith(b"<"):
        digits = re.sub(rb"\s", b"", token[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    body = token[1:-1]
    return _ESCAPE.sub(_unescape, body) if b"\\" in body else body


def _unescape(match: re.Match[bytes]) -> bytes:
    code = match.group(1)
    if code[:1].isdigit():
        return bytes([int(code, 8) & 0xFF]) if code[:1] in b"01234567" else code
    if code in (b"\r\n", b"\n", b"\r"):
        return b""
    return _ESCAPES.get(code, code)


def without_strings(source: bytes) -> bytes:
    return _STRINGS.sub(lambda m: m.group() if m.group() in (b"<<", b">>") else b" ", source)


def names(source: bytes) -> Iterator[str]:
    """The names of an object's source (strings taken out first), ``#20`` decoded."""
    for match in _NAMES.finditer(without_strings(source)):
        yield name_text(match.group(1))


def name_text(raw: bytes) -> str:
    raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), raw)
    return text_of(raw)


def references(source: bytes) -> list[tuple[int, int]]:
    if b" R" not in source:
        return []
    return [(int(a), int(b)) for a, b in _REFERENCE.findall(without_strings(source))]


def text_of(data: bytes) -> str:
    """A text string as PDF defines it, or as careless producers write it."""
    if data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        return data.decode("utf-16", "replace")
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace")
    if data.count(b"\0") * 3 > len(data):
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def texts_of(data: bytes) -> Iterator[str]:
    """A text string, or what bytes that are none (a certificate) may hold."""
    text = text_of(data)
    yield text
    if not text.isascii() and not data.startswith(_MARKS) and _CONTROLS.search(text):
        for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
            other = data.decode(encoding, "replace")
            if other != text:
                yield other


_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_MARKS = (codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF8)


def shown_text(
    content: bytes, fonts: Mapping[str, Mapping[bytes, str]] | None = None
) -> tuple[str, list[str], list[str]]:
    """What a content stream says: shown text, then its properties' strings and comments, then
    its names.

    `fonts`: ToUnicode maps by resource name, where the caller has them.
    """
    pieces: list[str] = []
    aside: list[str] = []
    found_names: list[str] = []
    depth = 0
    current: Mapping[bytes, str] | None = None
    last_name = ""
    for match in _CONTENT.finditer(content):
        kind = match.lastgroup
        if kind == "string":
            data = string_bytes(match.group())
            if depth:
                aside.append(text_of(data))
            else:
                pieces.append(_decode(data, current))
        elif kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif kind == "comment":
            aside.append(text_of(match.group()[1:]))
        elif kind == "name":
            last_name = name_text(match.group("name"))
            found_names.append(last_name)
        elif kind == "far":
            pieces.append(" ")
        elif kind == "move":
            pieces.append("\n")
            if match.group() == b"Tf":
                current = fonts.get(last_name) if fonts is not None else None
                if found_names:
                    found_names.pop()  # a font's name is the format's own
    if b"BX" in content:
        # There any word is an operator that a reader may not know (ISO 32000-2, 7.8.2).
        unknown = _UNKNOWN.findall(_STRINGS.sub(b" ", content))
        aside.append(text_of(b" ".join(unknown)))
    return "".join(pieces), aside, found_names


def _decode(data: bytes, font: Mapping[bytes, str] | None) -> str:
    if not font:
        return text_of(data)
    width = len(next(iter(font)))
    return "".join(font.get(data[i : i + width], "\ufffd") for i in range(0, len(data), width))


_RANGES = re.compile(rb"(?s)begin(bfchar|bfrange)(.*?)end\1")
_TOKENS = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[|\]")
#: No map of a real font is larger; a hostile one is cut here.
_MOST = 70_000


def to_unicode(cmap: bytes) -> dict[bytes, str]:
    """A ToUnicode CMap as codes and texts."""
    result: dict[bytes, str] = {}
    for kind, body in _RANGES.findall(cmap):
        tokens = [
            bytes.fromhex(_even(m.group(1))) if m.group(1) is not None else m.group()
            for m in _TOKENS.finditer(body)
        ]
        if kind == b"bfchar":
            for code, text in zip(tokens[::2], tokens[1::2], strict=False):
                result[code] = text.decode("utf-16-be", "replace")
        else:
            _add_ranges(result, tokens)
        if len(result) > _MOST:
            break
    width = max((len(code) for code in result), default=0)
    return {code: text for code, text in result.items() if len(code) == width}


def _even(digits: bytes) -> str:
    digits = re.sub(rb"\s", b"", digits)
    return (digits + b"0" * (len(digits) % 2)).decode("ascii")


def _add_ranges(result: dict[bytes, str], tokens: list[bytes]) -> None:
    position = 0
    while position + 2 < len(tokens):
        low, high, target = tokens[position : position + 3]
        position += 3
        first, last = int.from_bytes(low), min(int.from_bytes(high), int.from_bytes(low) + 65535)
        if target == b"[":
            for code in range(first, last + 1):
                if position >= len(tokens) or tokens[position] == b"]":
                    break
                result[code.to_bytes(len(low))] = tokens[position].decode("utf-16-be", "replace")
                position += 1
            while position < len(tokens) and tokens[position] != b"]":
                position += 1
            position += 1
            continue
        for code in range(first, last + 1):
            value = int.from_bytes(target) + code - first
            try:
                text = value.to_bytes(max(2, len(target))).decode("utf-16-be", "replace")
            except OverflowError:
                break
            result[code.to_bytes(len(low))] = text
            if len(result) > _MOST:
                return


_POSTSCRIPT = re.compile(rb"\s*(?:%!|/CIDInit|\{|%)")
_SAID = re.compile(rb"(?s)" + STRING + rb"|%[^\r\n]*")
_LETTERS = rb"[A-Za-z\xc0-\xff][A-Za-z\xc0-\xff ',.()&-]{4,}"
_RUN = re.compile(rb"(?:[ -~\xc0-\xff]\0){5,}|(?:\0[ -~\xc0-\xff]){5,}|" + _LETTERS)


def said_by_program(data: bytes) -> Iterator[str]:
    """What a font, a colour profile, a character map, a function says of its makers: runs of
    letters; of PostScript its strings and comments; the texts of codes that stand for words."""
    postscript = _POSTSCRIPT.match(data)
    for run in (_SAID if postscript else _RUN).findall(data):
        yield run.replace(b"\0", b"").decode("latin-1")
    if b"beginbf" in data:
        yield from (text for text in to_unicode(data).values() if len(text) > _LIGATURE)


#: Letters that one glyph of an honest font stands for.
_LIGATURE = 4


def inflate(data: bytes, limit: int = 200_000_000) -> bytes:
    """What zlib can still read of damaged or orphaned data, up to `limit` bytes."""
    for bits in (15, -15):
        machine = zlib.decompressobj(bits)
        try:
            return machine.decompress(data, limit)
        except zlib.error:
            continue
    return b""


def behind_packed(data: bytes) -> bytes:
    """What follows the end of a zlib stream; nothing where its end is not found."""
    machine = zlib.decompressobj()
    rest = data
    try:
        while not machine.eof and rest:
            machine.decompress(rest, 1 << 20)  # piece by piece: only the end is asked for
            rest = machine.unconsumed_tail
    except zlib.error:
        return b""
    return machine.unused_data.strip(b"\r\n\0 ")
