"""Fonts less what the copy shows no more: glyphs, their codes' text, names and widths.

A producer embeds the letters that a document uses. Once a name is gone from the pages, the
letters that it alone had tell it: in the font's program, its ToUnicode table, its list of
names. What stays is exactly what the copy shows, so the fonts say nothing that the pages do
not. A whole alphabet (a font that is no subset, those of forms to fill in) stays whole: letters
missing from it would be the tale.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from redactor.formats.pdf import tounicode
from redactor.formats.pdf.broken import BROKEN
from redactor.formats.pdf.shown import Key, Shown, Unsure, is_wide, shown

if TYPE_CHECKING:
    from redactor.formats.pdf.fontprogram import Cut

LEFT = "warning.letters-left"
_TAG = re.compile(r"/[A-Z]{6}\+")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_FEW = 150
"""Codes: an embedded font that gives a width or a text to no more is a subset, tagged or not."""
_LARGEST = 8_000_000
"""Bytes of a program: no subset is larger, and it would take seconds."""
_CODES = 70_000


def trim(pdf: pikepdf.Pdf) -> tuple[bool, list[str]]:
    """Take out what `pdf` does not show. Returns whether anything went, and warnings."""
    if not any(map(_may_say, pdf.objects)):
        return False, []
    try:
        seen = shown(pdf, _listed)
        families = _families(seen)
        if any(
            not seen.not_all.isdisjoint(font.objgen for font in fonts)
            for fonts in families.values()
            if not _is_all_shown(fonts, seen)
        ):
            seen = shown(pdf, lambda _: {-1})  # all of it, to the last page
    except (Unsure, UnicodeDecodeError):  # a font's name in no known letters
        return False, [LEFT]
    whole = {_family(font) for font in seen.whole}
    changed = left = False
    for key, fonts in families.items():
        if _is_all_shown(fonts, seen):
            continue
        if key in whole or not all(map(_is_understood, fonts)):
            left |= key not in whole
            continue
        # Asked of the tables as they are: they are about to change.
        subset = all(map(_is_subset, fonts))
        if subset:
            left |= not _trim_program(pdf, fonts, seen)
        for font in fonts:
            _trim_tables(pdf, font, fonts, seen, subset)
        changed = True
    return changed, [LEFT] if left else []


def _families(seen: Shown) -> dict[Key | bytes, list[Dictionary]]:
    families: defaultdict[Key | bytes, list[Dictionary]] = defaultdict(list)
    for font in seen.fonts.values():
        families[_family(font)].append(font)
    return families


def _is_all_shown(fonts: Sequence[Dictionary], seen: Shown) -> bool:
    return all(_listed(font) <= seen.codes[font.objgen] for font in fonts)


def _may_say(value: Any) -> bool:
    """Whether an object is a font that says which letters it has."""
    if not isinstance(value, Dictionary) or value.get("/Type") != Name.Font:
        return False
    return any(key in value for key in ("/ToUnicode", "/CharProcs", "/FontDescriptor"))


def _family(font: Dictionary) -> Key | bytes:
    """What fonts have in common that must change for all of them: their program."""
    descriptor = _descriptor(font)
    for name in _FILES:
        file = descriptor.get(name)
        if isinstance(file, Stream):
            return file.objgen
    return font.objgen if font.is_indirect else font.unparse()


def _below(font: Dictionary) -> Dictionary:
    """The font that has the glyphs: itself, or a composite font's descendant."""
    inner = font.get("/DescendantFonts")
    if isinstance(inner, Array) and len(inner) and isinstance(inner[0], Dictionary):
        return inner[0]
    return font


def _descriptor(font: Dictionary) -> Dictionary:
    found = _below(font).get("/FontDescriptor")
    return found if isinstance(found, Dictionary) else Dictionary()


def _is_understood(font: Dictionary) -> bool:
    try:
        _names(font), str(font.get("/BaseFont", "")), [*_values_of(font, "/CharProcs")]
    except UnicodeDecodeError:
        return False
    if font.get("/Subtype") == Name.Type0:
        return is_wide(font) and _below(font) is not font
    return font.get("/Subtype") in (Name.Type1, Name.MMType1, Name.TrueType, Name.Type3)


def _values_of(font: Dictionary, key: str) -> list[str]:
    holder = font.get(key)
    return [str(each) for each in holder.keys()] if isinstance(holder, Dictionary) else []  # noqa: SIM118


def _is_subset(font: Dictionary) -> bool:
    if font.get("/Subtype") == Name.Type3 or _TAG.match(str(font.get("/BaseFont", ""))):
        return True
    return any(name in _descriptor(font) for name in _FILES) and len(_listed(font)) <= _FEW


def _listed(font: Dictionary) -> set[int]:
    """The codes of which a font says something: their text, their width."""
    return {*_texts(font), *_widths(font)}


def _texts(font: Dictionary) -> tounicode.Table:
    table = font.get("/ToUnicode")
    try:
        return tounicode.parse(table.read_bytes()) or {} if isinstance(table, Stream) else {}
    except (pikepdf.PdfError, ValueError):
        return {}


def _widths(font: Dictionary) -> dict[int, Any]:
    """Code, or CID, → width (9.6.2 and 9.7.4.3); those of no width are left out."""
    if font.get("/Subtype") == Name.Type0:
        return {cid: one[0] for cid, one in _metrics(_below(font).get("/W"), 1)}
    first: Any = font.get("/FirstChar")
    widths = font.get("/Widths")
    if not isinstance(first, int) or not isinstance(widths, Array):
        return {}
    return {code: width for code, width in enumerate(widths, first) if width}


def _metrics(array: Any, each: int) -> Iterator[tuple[int, list[Any]]]:
    """CID → its metrics, `each` numbers, as /W and /W2 write them."""
    items: list[Any] = list(array) if isinstance(array, Array) else []
    at = 0
    while at + 1 < len(items):
        first, then = int(items[at]), items[at + 1]
        if isinstance(then, Array):
            numbers: list[Any] = list(then)
            for order in range(len(numbers) // each):
                yield first + order, numbers[order * each : (order + 1) * each]
            at += 2
        else:
            numbers = items[at + 2 : at + 2 + each]
            yield from ((cid, numbers) for cid in range(first, min(int(then) + 1, _CODES)))
            at += 2 + each


def _trim_tables(
    pdf: pikepdf.Pdf, font: Dictionary, family: Sequence[Dictionary], seen: Shown, subset: bool
) -> None:
    codes = seen.codes[font.objgen]
    texts = _texts(font)
    if not texts.keys() <= codes:
        kept = {code: text for code, text in texts.items() if code in codes}
        wide = font.get("/Subtype") == Name.Type0
        font.ToUnicode = Stream(pdf, tounicode.write(kept, wide))
    if not subset:
        return
    if font.get("/Subtype") == Name.Type0:
        inner = _below(font)
        beside = [other for other in family if _below(other) == inner]
        _trim_descendant(pdf, inner, set().union(*(seen.codes[other.objgen] for other in beside)))
        return
    widths = _widths(font)
    if "/Widths" in font:
        first, last = min(codes, default=0), max(codes, default=0)
        font.FirstChar, font.LastChar = first, last
        every = range(first, last + 1)
        font.Widths = Array([widths.get(code, 0) if code in codes else 0 for code in every])
    encoding = font.get("/Encoding")
    if isinstance(encoding, Dictionary) and "/Differences" in encoding:
        names = _names(font)
        own = Dictionary({key: encoding[key] for key in encoding.keys()})  # noqa: SIM118
        own.Differences = Array(
            item
            for code, name in sorted(names.items())
            if code in codes
            for item in (code, Name("/" + name))
        )
        font.Encoding = own
        drawn = {name for code, name in names.items() if code in codes}
        programs = font.get("/CharProcs")
        if isinstance(programs, Dictionary):
            font.CharProcs = Dictionary(
                {key: value for key, value in programs.items() if key[1:] in drawn}
            )


def _trim_descendant(pdf: pikepdf.Pdf, inner: Dictionary, cids: Collection[int]) -> None:
    for key, each in (("/W", 1), ("/W2", 3)):
        if key in inner:
            kept = [(cid, numbers) for cid, numbers in _metrics(inner[key], each) if cid in cids]
            inner[key] = Array(item for cid, numbers in kept for item in (cid, Array(numbers)))
    glyphs = inner.get("/CIDToGIDMap")
    if isinstance(glyphs, Stream):
        data = bytearray(glyphs.read_bytes()[: 2 * (max(cids, default=0) + 1)])
        for cid in range(len(data) // 2):
            if cid not in cids:
                data[2 * cid : 2 * cid + 2] = b"\0\0"
        inner.CIDToGIDMap = Stream(pdf, bytes(data))


def _names(font: Dictionary) -> dict[int, str]:
    """Code → glyph name, as /Differences say (9.6.5)."""
    encoding = font.get("/Encoding")
    listed = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    found: dict[int, str] = {}
    code = 0
    for item in listed if isinstance(listed, Array) else ():
        if isinstance(item, Name):
            found[code] = str(item)[1:]
            code += 1
        else:
            code = int(item)
    return found


def _trim_program(pdf: pikepdf.Pdf, fonts: Sequence[Dictionary], seen: Shown) -> bool:
    """Take unshown glyphs out of the program of `fonts`. Returns whether none is left."""
    descriptors = [_descriptor(font) for font in fonts]
    kind = next((key for key in _FILES if key in descriptors[0]), None)
    if kind is None:
        return True
    if not any(seen.codes[font.objgen] for font in fonts):
        for descriptor in descriptors:
            _forget(descriptor, [kind, "/CharSet", "/CIDSet"])
        return True
    file: Any = descriptors[0][kind]
    try:
        data = file.read_bytes()
    except BROKEN:
        return False
    if len(data) > _LARGEST:
        return False
    cut = _cut(kind, file, data, fonts, seen)
    if cut is None:
        return False
    new = Stream(pdf, cut.data)
    if "/Subtype" in file:
        new.Subtype = file.Subtype
    for key, length in zip(("/Length1", "/Length2", "/Length3"), cut.parts, strict=False):
        new[key] = length
    made = pdf.make_indirect(new)
    cids = {cid for font in fonts for cid in seen.codes[font.objgen]}
    for descriptor in descriptors:
        descriptor[kind] = made
        if "/CharSet" in descriptor:
            names = sorted(name for name in cut.names if name != ".notdef")
            descriptor.CharSet = pikepdf.String("".join(f"/{name}" for name in names))
        if "/CIDSet" in descriptor:
            descriptor.CIDSet = Stream(pdf, _bits({0, *cids}))
    return True


def _forget(holder: Dictionary, keys: Sequence[str]) -> None:
    for key in keys:
        if key in holder:
            del holder[key]


def _bits(numbers: Collection[int]) -> bytes:
    """The set as /CIDSet writes it: one bit each, the first at the left."""
    data = bytearray(max(numbers) // 8 + 1)
    for number in numbers:
        data[number // 8] |= 0x80 >> number % 8
    return bytes(data)


def _cut(
    kind: str, file: Stream, data: bytes, fonts: Sequence[Dictionary], seen: Shown
) -> "Cut | None":
    # Slow to load, and few exports come here.
    from redactor.formats.pdf import fontprogram

    simple = [font for font in fonts if font.get("/Subtype") != Name.Type0]
    composite = [font for font in fonts if font.get("/Subtype") == Name.Type0]
    uses = [fontprogram.Use(seen.codes[font.objgen], _names(font)) for font in simple]
    if kind == "/FontFile":
        return fontprogram.attempt(fontprogram.type1, data, uses)
    if kind == "/FontFile2":
        glyphs = {gid for font in composite for gid in _glyphs(font, seen.codes[font.objgen])}
        return fontprogram.attempt(fontprogram.truetype, data, glyphs, uses)
    if file.get("/Subtype") == Name.Type1C and not composite:
        return fontprogram.attempt(fontprogram.cff, data, uses)
    if file.get("/Subtype") == Name.CIDFontType0C and not simple:
        cids = {cid for font in composite for cid in seen.codes[font.objgen]}
        return fontprogram.attempt(fontprogram.cff_by_cid, data, cids)
    return None


def _glyphs(font: Dictionary, cids: Collection[int]) -> Iterator[int]:
    """The glyphs of a composite font's CIDs (9.7.4.2)."""
    mapped = _below(font).get("/CIDToGIDMap")
    if not isinstance(mapped, Stream):
        yield from cids
        return
    data = mapped.read_bytes()
    yield from (int.from_bytes(data[2 * cid : 2 * cid + 2], "big") for cid in cids)
