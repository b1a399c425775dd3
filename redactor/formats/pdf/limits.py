"""Streams that unpack to more than any honest one: found before an engine unpacks them."""

import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Name

from redactor.formats.errors import TooLarge

MAX_UNPACKED = 1024**3
"""Bytes: of one stream that is no picture."""
_SUSPECT = 256 * 1024
"""Bytes, packed: deflate gains at most a factor of 1,032, so less cannot pass the limit in one
round."""
_CHUNK = 1 << 20


def check(pdf: pikepdf.Pdf) -> None:
    """Raises `TooLarge` where a stream unpacks beyond the limit."""
    objects: list[Any] = list(pdf.objects)
    for value in objects:
        if not isinstance(value, pikepdf.Stream) or value.get("/Subtype") == Name.Image:
            continue
        filters = value.get("/Filter")
        chain = list(filters) if isinstance(filters, Array) else [filters]
        rounds = sum(one in (Name.FlateDecode, Name("/Fl")) for one in chain)
        if rounds > 2:
            raise TooLarge(what="filtres", limit=2)
        length: Any = value.get("/Length")
        # A length that is no number says nothing of the size: measured, not believed.
        long = not isinstance(length, int) or length >= _SUSPECT
        if rounds and (rounds > 1 or long):
            try:
                _measure(value.read_raw_bytes(), rounds)
            except pikepdf.PdfError:
                continue  # said where it is read


def _measure(data: bytes, rounds: int) -> None:
    machines = [zlib.decompressobj() for _ in range(rounds)]
    total = _pass(data, machines)
    if total > MAX_UNPACKED:
        raise TooLarge(what="octets", limit=MAX_UNPACKED)


def _pass(data: bytes, machines: list[Any]) -> int:
    """How much comes out of the last machine; never holds more than a chunk of any."""
    machine, *rest = machines
    total = 0
    try:
        while data and total <= MAX_UNPACKED:
            out = machine.decompress(data, _CHUNK)
            data = machine.unconsumed_tail
            total += _pass(out, rest) if rest and out else len(out)
            if not out:
                break
    except zlib.error:
        return total
    return total
