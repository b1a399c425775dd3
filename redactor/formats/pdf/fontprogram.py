"""Embedded font programs less the glyphs that nothing shows.

Glyphs go with their names; those that stay are found by the same code as before, and drawn the
same. fontTools takes TrueType and CFF programs apart; of Type 1 only the encrypted list of
glyphs is rewritten.
"""

import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeAlias

from fontTools import agl, subset
from fontTools.encodings.MacRoman import MacRoman
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc import eexec
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from redactor.formats.pdf import outlines

_Given = ParamSpec("_Given")
Names: TypeAlias = Mapping[int, str]
"""Code → glyph name, as far as the PDF's font says it itself (/Differences)."""


@dataclass(frozen=True, slots=True)
class Use:
    """What one simple font shows of a program."""

    codes: Collection[int]
    names: Names


@dataclass(frozen=True, slots=True)
class Cut:
    """A program with fewer glyphs."""

    data: bytes
    names: Collection[str] = ()
    """Of its glyphs, where it calls them by name."""
    parts: tuple[int, ...] = ()
    """The lengths of a program's parts (9.9, table 125)."""


class NotUnderstood(Exception):
    """The program is in a form that is better left alone."""


def possible_names(code: int, names: Names) -> set[str]:
    """The names by which a simple font's code may find its glyph (9.6.5)."""
    if code in names:
        return {names[code]}
    found = {StandardEncoding[code], MacRoman[code]}
    char = bytes([code]).decode("cp1252", "ignore")
    found.add(agl.UV2AGL.get(ord(char), ".notdef") if char else ".notdef")
    return found - {".notdef"}


def truetype(data: bytes, glyphs: Collection[int], uses: Sequence[Use]) -> Cut:
    """A TrueType program of which composite fonts show `glyphs`, by number, and simple ones `uses`.

    A simple font's codes lead to glyphs in several ways (9.6.5.4): what any of them finds stays.
    """
    font = TTFont(io.BytesIO(data), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    tables = {tag: font.reader[tag] for tag in font.reader.keys()}  # noqa: SIM118
    if "glyf" not in tables or "gvar" in tables:
        raise NotUnderstood
    maps = font["cmap"].tables if "cmap" in tables else []
    numbers = font.getReverseGlyphMap() if "cmap" in tables or uses else {}
    wanted = {0, *glyphs}
    for use in uses:
        wanted |= _found(use, maps, numbers)
    kept = outlines.keep(tables, wanted)
    for map_ in maps:
        map_.cmap = {c: name for c, name in map_.cmap.items() if numbers[name] in kept}
    if "post" in tables:
        tables["post"] = _post(font, tables["post"], kept if uses else ())
    for tag, table in tables.items():
        if tag != "cmap" or not maps:
            font[tag] = DefaultTable(tag)
            font[tag].data = table
    for tag in _DROPPED & tables.keys():
        del font[tag]
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return Cut(out.getvalue(), parts=(out.tell(),))


_NUMBER = re.compile(r"\d+$")
_DROPPED = {"EBDT", "EBLC", "EBSC", "CBDT", "CBLC", "sbix", "SVG ", "hdmx", "LTSH", "kern", "DSIG"}
"""Tables that know each glyph, and that no reader of PDF uses."""


def _found(use: Use, maps: Sequence[Any], numbers: Mapping[str, int]) -> set[int]:
    found: set[int] = set()
    for code in use.codes:
        said = possible_names(code, use.names)
        chars = {code, *(0xF000 + 0x100 * page + code for page in range(3))}
        chars |= {ord(char) for name in said if len(char := agl.toUnicode(name)) == 1}
        # Names that are numbers: glyph12, g12, cid12.
        found |= {int(at[0]) for name in said if (at := _NUMBER.findall(name))}
        found |= {numbers[name] for name in said if name in numbers}
        found |= {numbers[map_.cmap[c]] for map_ in maps for c in chars if c in map_.cmap}
        if not maps:
            found.add(code)
    return found


def _post(font: TTFont, table: bytes, kept: Collection[int]) -> bytes:
    """The table less the names of glyphs that are not `kept`; less all names, if none is."""
    if table[:4] != b"\0\2\0\0" or not kept:
        return b"\0\3\0\0" + table[4:32]
    indices, names = b"", b""
    count = 0
    for number, name in enumerate(font.getGlyphOrder()):
        if number not in kept or not 0 < len(name) < 256:
            indices += b"\0\0"  # .notdef
            continue
        said = name.encode("latin-1", "replace")
        indices += (258 + count).to_bytes(2, "big")
        names += bytes([len(said)]) + said
        count += 1
    return table[:32] + (len(indices) // 2).to_bytes(2, "big") + indices + names


def cff(data: bytes, uses: Sequence[Use]) -> Cut:
    """A bare CFF program (Type1C) of simple fonts."""
    font = _cff(data)
    top = font["CFF "].cff[0]
    if top.Encoding == "ExpertEncoding":
        raise NotUnderstood
    built_in = top.Encoding if isinstance(top.Encoding, list) else StandardEncoding
    return _subset_cff(font, _named(uses, dict(enumerate(built_in)), font.getGlyphOrder()))


def _named(uses: Sequence[Use], built_in: Names, known: Iterable[str]) -> set[str]:
    """Which of the `known` glyphs codes may lead to (9.6.5.2)."""
    known = set(known)
    wanted: set[str] = {".notdef"}
    for use in uses:
        for code in use.codes:
            said = {use.names[code]} & known if code in use.names else set()
            wanted |= said or ({built_in.get(code, "")} | possible_names(code, {})) & known
    return wanted


def cff_by_cid(data: bytes, cids: Collection[int]) -> Cut:
    """A bare CFF program of a composite font: by CID where it has them (9.7.4.2)."""
    font = _cff(data)
    order = font.getGlyphOrder()
    if not hasattr(font["CFF "].cff[0], "ROS"):
        shown = [order[cid] for cid in cids if cid < len(order)]
        return _nameless(_subset_cff(font, shown, in_place=True).data)
    known = set(order)
    return _subset_cff(font, {name for cid in cids if (name := f"cid{cid:05d}") in known})


def _nameless(data: bytes) -> Cut:
    """A program whose glyphs are found by their order alone, without the names of those gone."""
    font = _cff(data)
    top = font["CFF "].cff[0]
    names = {name: f"g{number}" for number, name in enumerate(top.charset) if number}
    drawn = top.CharStrings.charStrings
    top.CharStrings.charStrings = {names.get(name, name): drawn[name] for name in drawn}
    top.charset = [names.get(name, name) for name in top.charset]
    font.setGlyphOrder(top.charset)
    return Cut(font["CFF "].compile(font))


def _cff(data: bytes) -> TTFont:
    font = TTFont(sfntVersion="OTTO")
    table = newTable("CFF ")
    table.decompile(data, font)
    font["CFF "] = table
    font.setGlyphOrder(table.cff[0].getGlyphOrder())
    return font


def _subset_cff(font: TTFont, wanted: Iterable[str], in_place: bool = False) -> Cut:
    options = subset.Options()
    options.retain_gids = in_place
    options.notdef_outline = True
    options.layout_features = []
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=sorted(wanted))
    cutter.subset(font)
    return Cut(font["CFF "].compile(font), font.getGlyphOrder())


_EEXEC, _LEN_IV = re.compile(rb"currentfile\s+eexec\s"), re.compile(rb"/lenIV\s+(\d+)")
_GLYPH = re.compile(rb"/([^\s/]+)\s+(\d+)\s+(?:RD|-\||\S+)\s")
_ENDED = re.compile(rb"\s*(?:ND|\|-|noaccess\s+def|def)\s*")
_ENCODED = re.compile(rb"dup\s+(\d+)\s*/(\S+)\s+put\s*")


def type1(data: bytes, uses: Sequence[Use]) -> Cut:
    """A Type 1 program."""
    start = _EEXEC.search(data)
    if start is None:
        raise NotUnderstood
    clear, rest = data[: start.end()], data[start.end() :]
    if re.match(rb"[0-9A-Fa-f\s]{8}", rest):
        raise NotUnderstood  # in hexadecimal digits, which PDF does not use
    body, tail = _tail(rest)
    plain, _ = eexec.decrypt(body, 55665)
    built_in = {int(code): name.decode("latin-1") for code, name in _ENCODED.findall(clear)}
    glyphs = _glyphs(plain)
    wanted = _named(uses, built_in, (name for name, _, _ in glyphs))
    for glyph in glyphs:
        if glyph[0] in wanted:
            wanted |= set(_parts(_charstring(plain, glyph)))
    for _, first, last in reversed([glyph for glyph in glyphs if glyph[0] not in wanted]):
        plain = plain[:first] + plain[last:]
    encrypted, _ = eexec.encrypt(plain, 55665)
    clear = _ENCODED.sub(lambda one: one[0] if one[2].decode("latin-1") in wanted else b"", clear)
    parts = len(clear), len(encrypted), len(tail)
    return Cut(clear + encrypted + tail, wanted, parts)


def _tail(rest: bytes) -> tuple[bytes, bytes]:
    """The encrypted part, and the zeros after it."""
    found = re.search(rb"[\r\n]*(?:0[0\s]{200,})?(?:cleartomark\s*)?$", rest)
    cut = found.start() if found and found.group().strip() else len(rest)
    return rest[:cut], rest[cut:]


def _glyphs(plain: bytes) -> list[tuple[str, int, int]]:
    """Name, start and end of each glyph in a decrypted program."""
    at = plain.find(b"/CharStrings")
    if at < 0:
        raise NotUnderstood
    at += len(b"/CharStrings")
    found: list[tuple[str, int, int]] = []
    while (glyph := _GLYPH.search(plain, at)) and b"end" not in plain[at : glyph.start()].split():
        ended = _ENDED.match(plain, glyph.end() + int(glyph[2]))
        if ended is None:
            raise NotUnderstood
        found.append((glyph[1].decode("latin-1"), glyph.start(), ended.end()))
        at = ended.end()
    if not found:
        raise NotUnderstood
    return found


def _charstring(plain: bytes, glyph: tuple[str, int, int]) -> bytes:
    length = _LEN_IV.search(plain)
    skip = int(length[1]) if length else 4
    head = _GLYPH.match(plain, glyph[1])
    assert head is not None
    data, _ = eexec.decrypt(plain[head.end() : head.end() + int(head[2])], 4330)
    return bytes(data[skip:])


def _parts(program: bytes) -> Iterator[str]:
    """The two glyphs that an accented one is made of, if it is (seac: Adobe Type 1 Font Format,
    6.4), by their codes in the standard encoding. They are made of no others."""
    stack: list[int] = []
    at = 0
    while at < len(program):
        first = program[at]
        if first >= 32:
            size = 1 if first <= 246 else 2 if first <= 254 else 5
            stack.append(_number(program[at : at + size]))
            at += size
            continue
        if program[at : at + 2] == b"\x0c\x06":
            yield from (StandardEncoding[code] for code in stack[-2:] if 0 <= code < 256)
        if first != 12 or program[at + 1 : at + 2] != b"\x0c":  # div leaves a number behind
            stack.clear()
        at += 2 if first == 12 else 1


def _number(piece: bytes) -> int:
    first = piece[0]
    if first <= 246:
        return first - 139
    if first <= 250:
        return (first - 247) * 256 + piece[1] + 108
    if first <= 254:
        return -(first - 251) * 256 - piece[1] - 108
    return int.from_bytes(piece[1:], "big", signed=True)


def attempt(cut: Callable[_Given, Cut], *given: _Given.args, **named: _Given.kwargs) -> Cut | None:
    """What `cut` makes of a program; None where it is broken or in a form unknown here."""
    try:
        return cut(*given, **named)
    except Exception:  # noqa: BLE001 - fontTools meets broken programs with any of them
        return None
