"""ToUnicode tables (ISO 32000-2, 9.10.3): code → text, read and written."""

import re
from collections.abc import Mapping
from typing import TypeAlias

Table: TypeAlias = dict[int, str]

_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf(?:char|range)", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_MOST = 70_000
_BLOCK_SIZE = 100
"""Entries that one block may have, by the specification of CMaps."""


def parse(cmap: bytes) -> Table | None:
    """Code → text in hexadecimal UTF-16; None where the table is not all read so."""
    if re.search(rb"\busecmap\b", cmap) or not re.search(rb"\bbeginbf", cmap):
        return None
    found: Table = {}
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"char":
            found |= {int(_digits(code), 16): _digits(text) for code, text in _PAIR.findall(block)}
            continue
        for low, high, first, listed in _RANGE.findall(block):
            start, end = int(_digits(low), 16), int(_digits(high), 16)
            if not 0 <= end - start < _MOST:
                return None
            texts = [_digits(each) for each in _HEX.findall(listed)] if listed else []
            for number, code in enumerate(range(start, end + 1)):
                if not listed:
                    found[code] = _after(_digits(first), number)
                elif number < len(texts):
                    found[code] = texts[number]
        if len(found) > _MOST:
            return None
    return found


def _digits(raw: bytes) -> str:
    return b"".join(raw.split()).decode().upper()


def _after(text: str, number: int) -> str:
    """The text of a range's `number`-th code: its last unit counts on."""
    if not text:
        return ""
    unit = text[-4:]
    return text[:-4] + f"{(int(unit, 16) + number) % 16 ** len(unit):0{len(unit)}X}"


def write(table: Mapping[int, str], wide: bool) -> bytes:
    """A table of those codes, two bytes each if `wide`, else one."""
    digits = 4 if wide else 2
    lines = [f"<{code:0{digits}X}> <{text}>" for code, text in sorted(table.items())]
    blocks = [lines[at : at + _BLOCK_SIZE] for at in range(0, len(lines), _BLOCK_SIZE)]
    mapped = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'0' * digits}> <{'F' * digits}>\nendcodespacerange\n"
        f"{mapped}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
