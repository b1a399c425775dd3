"""The outlines of a TrueType program, emptied where nothing shows them (OpenType, glyf and loca).

Glyphs keep their numbers: text finds them as before. The tables are edited as they are, since
the programs inside PDF files are often too short for a strict reader and drawn all the same.
"""

import struct
from bisect import bisect
from collections.abc import Collection, Iterator
from itertools import pairwise

_ARGS_ARE_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x1, 0x8, 0x20, 0x40, 0x80


def keep(tables: dict[str, bytes], wanted: Collection[int]) -> set[int]:
    """Empty every glyph of `tables` but those `wanted`, and those that they are made of.

    Returns the numbers of those kept.
    """
    long = struct.unpack(">h", tables["head"][50:52])[0]
    size, unit = (4, 1) if long else (2, 2)
    loca, glyf = tables["loca"], tables["glyf"]
    starts = [
        int.from_bytes(loca[at : at + size], "big") * unit for at in range(0, len(loca), size)
    ]
    # Some programs list their glyphs out of order (pdf.js, issue11131_reduced.pdf), and are drawn:
    # each goes on to where the next one in the table begins.
    ordered = sorted({*starts, len(glyf)})
    glyphs = [
        b"" if then == start else glyf[start : next(iter(ordered[bisect(ordered, start) :]), start)]
        for start, then in pairwise(starts)
    ]
    kept: set[int] = set()
    ahead = list(wanted)
    while ahead:
        number = ahead.pop()
        if number not in kept and 0 <= number < len(glyphs):
            kept.add(number)
            ahead += _parts(glyphs[number])
    pieces: list[bytes] = []
    places = [0]
    for number, glyph in enumerate(glyphs):
        if number in kept:
            pieces.append(glyph + bytes(-len(glyph) % 4))
        places.append(places[-1] + (len(pieces[-1]) if number in kept else 0))
    tables["glyf"] = b"".join(pieces)
    tables["loca"] = b"".join((place // unit).to_bytes(size, "big") for place in places)
    for header, metrics in (("hhea", "hmtx"), ("vhea", "vmtx")):
        if header in tables and metrics in tables:
            tables[metrics] = _metrics(tables[header], tables[metrics], kept)
    return kept


def _parts(glyph: bytes) -> Iterator[int]:
    """The glyphs that a composite one is made of."""
    if len(glyph) < 10 or glyph[0] < 0x80:
        return
    at, flags = 10, _MORE
    while flags & _MORE and at + 4 <= len(glyph):
        flags, number = struct.unpack(">HH", glyph[at : at + 4])
        yield number
        at += 8 if flags & _ARGS_ARE_WORDS else 6
        if flags & _SCALE:
            at += 2
        elif flags & _XY_SCALE:
            at += 4
        elif flags & _TWO_BY_TWO:
            at += 8


def _metrics(header: bytes, metrics: bytes, kept: Collection[int]) -> bytes:
    """Advances and bearings, 0 for glyphs that went: a width may name a letter."""
    count = struct.unpack(">H", header[34:36])[0]
    data = bytearray(metrics)
    # Glyphs after the last full entry have its advance: that one stays.
    for number in range(count - 1):
        if number not in kept:
            data[4 * number : 4 * number + 4] = bytes(min(4, max(len(data) - 4 * number, 0)))
    return bytes(data)
