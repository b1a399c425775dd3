"""Which codes of which fonts a file still shows, over all its content streams.

Pages, forms, patterns, soft masks, Type 3 glyphs and the appearances of annotations are gone
through; a string that cannot be given to one font for sure is a reason to leave all fonts as
they are (`Unsure`), since a letter too many harms less than one that is drawn no more.
"""

import struct
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from redactor.formats.pdf import content, unused
from redactor.formats.pdf.broken import BROKEN

Key: TypeAlias = tuple[int, int]
"""Number and generation of a font's object."""


class Unsure(Exception):
    """What a content shows cannot be told with certainty."""


@dataclass
class Shown:
    """The fonts that a file's contents may use, and the codes they show with each."""

    fonts: dict[Key, Dictionary] = field(default_factory=dict)
    codes: defaultdict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    not_all: set[Key] = field(default_factory=set)
    """Fonts of which content was not read: they may show codes of which they say nothing."""
    whole: list[Any] = field(default_factory=list)
    """Fonts of which any letter may yet be needed: those of forms to fill in, those without a
    number of their own."""


def shown(pdf: pikepdf.Pdf, listed: Callable[[Dictionary], Collection[int]]) -> Shown:
    """Go through all content of `pdf`. Raises `Unsure`.

    `listed` gives the codes of which a font says something: once all of them were met, content
    that draws with no other font is not read (on most pages of a long document).
    """
    found = Shown()
    by_name: defaultdict[str, set[Key]] = defaultdict(set)
    elsewhere: defaultdict[str, set[bytes]] = defaultdict(set)
    left: dict[Key, set[int]] = {}
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary):
        found.whole += _fonts(form.get("/DR")).values()
    for holder, resources in _contents(pdf):
        own: dict[str, Any] = {}
        for name, font in _fonts(resources).items():
            if not font.is_indirect:
                found.whole.append(font)
                continue
            if font.objgen not in left:
                found.fonts[font.objgen] = font
                left[font.objgen] = set(listed(font))
            by_name[name].add(font.objgen)
            own[name] = font
        keys = {font.objgen for font in own.values()}
        if keys and not any(left[key] for key in keys):
            found.not_all |= keys
            continue
        for name, strings in strings_of(_data(holder)).items():
            if name not in own:
                elsewhere[name] |= strings
            else:
                codes = _codes(strings, own[name])
                found.codes[own[name].objgen] |= codes
                left[own[name].objgen] -= codes
    # Content without resources draws with those of what holds it: with any font of that name.
    for name, strings in elsewhere.items():
        for key in by_name[name]:
            found.codes[key] |= _codes(strings, found.fonts[key])
    return found


def is_wide(font: Dictionary) -> bool:
    """Whether a font's codes are two bytes long, and are its CIDs (9.7.5.2)."""
    return font.get("/Encoding") in (Name("/Identity-H"), Name("/Identity-V"))


def _codes(strings: set[bytes], font: Dictionary) -> set[int]:
    if font.get("/Subtype") != Name.Type0:
        return set().union(*strings)
    # All at once: one by one, the codes of a page took as long as reading it.
    data = b"".join(
        string if len(string) % 2 == 0 else b"%b\0%c" % (string[:-1], string[-1])
        for string in strings
    )
    return set(struct.unpack(f">{len(data) // 2}H", data))


def _fonts(resources: Any) -> dict[str, Any]:
    entries = resources.get("/Font") if isinstance(resources, Dictionary) else None
    if not isinstance(entries, Dictionary):
        return {}
    return {str(key)[1:]: font for key, font in entries.items() if isinstance(font, Dictionary)}


def _data(holder: Any) -> bytes:
    """The content of a page, or of a stream."""
    try:
        data = content.contents(holder) if isinstance(holder, pikepdf.Page) else holder.read_bytes()
    except BROKEN as error:
        raise Unsure from error
    if data is None:
        raise Unsure
    return bytes(data)


def _contents(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """Every page and content stream once, with the resources of its own, if it has any."""
    seen: set[Key] = set()
    for page in pdf.pages:
        resources = unused.inherited(page.obj)
        yield page, resources
        ahead = list(_led_to(resources))
        annots = page.obj.get("/Annots")
        for annot in annots if isinstance(annots, Array) else ():
            ahead += [
                (stream, stream.get("/Resources"))
                for stream in content.appearance_streams(annot, set())
            ]
        while ahead:
            stream, resources = ahead.pop()
            if stream.is_indirect:
                if stream.objgen in seen:
                    continue
                seen.add(stream.objgen)
            yield stream, resources
            ahead += _led_to(resources)


def _led_to(resources: Any) -> Iterator[tuple[Stream, Any]]:
    """The streams that resources name, each with the resources it draws with."""
    if not isinstance(resources, Dictionary):
        return
    for kind in ("/XObject", "/Pattern"):
        for stream in _values(resources.get(kind)):
            if isinstance(stream, Stream) and stream.get("/Subtype") != Name.Image:
                yield stream, stream.get("/Resources")
    for state in _values(resources.get("/ExtGState")):
        if not isinstance(state, Dictionary):
            continue
        if "/Font" in state:
            raise Unsure  # sets a font that no operator names
        mask = state.get("/SMask")
        group = mask.get("/G") if isinstance(mask, Dictionary) else None
        if isinstance(group, Stream):
            yield group, group.get("/Resources")
    for font in _values(resources.get("/Font")):
        for glyph in _values(font.get("/CharProcs") if isinstance(font, Dictionary) else None):
            if isinstance(glyph, Stream):
                yield glyph, font.get("/Resources")


def _values(holder: Any) -> list[Any]:
    return [value for _, value in holder.items()] if isinstance(holder, Dictionary) else []


_STATE = "q Q Tf Tj TJ ' \""


def strings_of(data: bytes) -> dict[str, set[bytes]]:
    """The strings that a content stream shows, by the name of their font. Raises `Unsure`."""
    found: defaultdict[str, set[bytes]] = defaultdict(set)
    font: str | None = None
    saved: list[str | None] = []
    try:
        with pikepdf.new() as scratch:
            program = pikepdf.parse_content_stream(Stream(scratch, data), _STATE)
    except (*BROKEN, TypeError, ValueError) as error:
        raise Unsure from error
    for step in program:
        operator, operands = str(step.operator), step.operands
        if operator == "Tf":
            if not operands or not isinstance(operands[0], Name):
                raise Unsure
            font = str(operands[0])[1:]
        elif operator == "q":
            saved.append(font)
        elif operator == "Q":
            font = saved.pop() if saved else font
        elif strings := _strings(operands):
            if font is None:
                raise Unsure  # the font is that of whatever draws this stream
            found[font] |= strings
    return found


def _strings(operands: Any) -> set[bytes]:
    return {
        bytes(item)
        for operand in operands
        for item in (operand if isinstance(operand, Array) else [operand])
        if isinstance(item, pikepdf.String)
    }
