"""What streams that draw nothing themselves say of their makers: fonts, colour profiles, character
maps, functions, halftones.

A font's table of names, a profile's description or a comment may name someone. It is blanked in
its place, letter by letter, so that no offset of the program moves; the names of glyphs, by which
fonts work, stay.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Stream

from redactor.formats.pdf.broken import BROKEN
from redactor.text.fold import Finder

_FEWEST = 5
"""Letters: fewer are found by chance among bytes."""
_WORDS = rb"[A-Za-z\xc0-\xff][A-Za-z\xc0-\xff ',.()&-]{4,}"
_RUN = re.compile(rb"(?:[\x20-\x7e\xc0-\xff]\0){5,}|(?:\0[\x20-\x7e\xc0-\xff]){5,}|" + _WORDS)
_POSTSCRIPT = re.compile(rb"\s*(?:%!|/CIDInit|\{|%)")
_SAID = re.compile(rb"\((?:[^\\()]|\\.)*\)|%[^\r\n]*", re.DOTALL)
_LEADS = re.compile(
    rb"/(?:FontFile[23]?|ToUnicode|Encoding|UseCMap|ICCBased|DestOutputProfile|JBIG2Globals)"
    rb"\s+(\d+) (\d+) R"
)
_IS_ONE = re.compile(rb"/(?:FunctionType|HalftoneType|ShadingType|CMapName)\b")


def blank(pdf: pikepdf.Pdf, texts: Iterable[str]) -> bool:
    """Blank `texts` in the programs of `pdf`. Returns whether one has changed."""
    sought = {text: text for text in set(texts) if _is_sought(text)}
    if not sought:
        return False
    finder = Finder(sought)
    any_changed = False
    for stream in programs(pdf):
        try:
            data = stream.read_bytes()
        except BROKEN:
            continue
        changed = bytearray(data)
        for start, end in words_of(data):
            wide = b"\0" in data[start:end]
            first = start + (wide and not data[start])
            text = data[first : end : 2 if wide else 1].decode("latin-1")
            for _, low, high in finder.find(text):
                for at in range(low, high):
                    place = first + (2 * at if wide else at)
                    changed[place] = ord("x") if text[at].isalnum() else changed[place]
        if changed != data:
            stream.write(bytes(changed))
            any_changed = True
    return any_changed


def words_of(data: bytes) -> Iterator[tuple[int, int]]:
    """Where a program may say something: runs of letters; of PostScript, strings and comments."""
    for found in (_SAID if _POSTSCRIPT.match(data) else _RUN).finditer(data):
        yield found.span()


def programs(pdf: pikepdf.Pdf) -> Iterator[Stream]:
    """Each once."""
    led: set[tuple[int, int]] = set()
    for value in pdf.objects:
        if isinstance(value, Dictionary | Array | Stream):
            source = (value.stream_dict if isinstance(value, Stream) else value).unparse(
                resolved=True
            )
            if isinstance(value, Stream) and _IS_ONE.search(source):
                led.add(value.objgen)
            led |= {(int(number), int(kept)) for number, kept in _LEADS.findall(source)}
    for objgen in sorted(led):
        value = pdf.get_object(objgen)
        if isinstance(value, Stream):
            yield value


def _is_sought(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _FEWEST and text.casefold() not in glyph_names()


@cache
def glyph_names() -> frozenset[str]:
    """By which fonts find their glyphs (Adobe Glyph List): « macron », « section »."""
    from fontTools.agl import AGL2UV  # loaded where a font is looked into

    return frozenset(name.casefold() for name in AGL2UV)
