"""Streams that unpack to more than any honest one: found before an engine unpacks them."""

import zlib
from typing import Any

from pymupdf import mupdf

from redactor.formats.errors import TooLarge

MAX_UNPACKED = 1024**3
"""Bytes: of one stream that is no picture."""
_SUSPECT = 256 * 1024
"""Bytes, packed: deflate gains at most a factor of 1,032, so less cannot pass the limit in one
round."""
_CHUNK = 1 << 20
_AT_ONCE = 1000
"""Objects after which those met are let go: an engine keeps 1.5 kB of each highlight of an audit
copy, the other one 4.7."""


def check(doc: Any) -> None:
    """Raises `TooLarge` where a stream of `doc` (a `pymupdf.Document`, not changed yet) unpacks
    beyond the limit."""
    pdf = mupdf.pdf_document_from_fz_document(doc.this)
    for number in range(1, doc.xref_length()):
        try:
            if mupdf.pdf_obj_num_is_stream(pdf, number):
                _check(pdf, number)
        except (mupdf.FzErrorBase, RuntimeError):
            continue  # said where it is read
        if not number % _AT_ONCE and not doc.is_repaired:  # what was repaired is kept there alone
            mupdf.pdf_clear_xref(pdf)


def _check(pdf: Any, number: int) -> None:
    value = mupdf.pdf_load_object(pdf, number)
    if mupdf.pdf_to_name(mupdf.pdf_dict_gets(value, "Subtype")) == "Image":
        return
    filters = mupdf.pdf_dict_gets(value, "Filter")
    chain = [mupdf.pdf_array_get(filters, at) for at in range(mupdf.pdf_array_len(filters))]
    rounds = sum(mupdf.pdf_to_name(one) in ("FlateDecode", "Fl") for one in (filters, *chain))
    if rounds > 2:
        raise TooLarge(what="filtres", limit=2)
    length = mupdf.pdf_dict_gets(value, "Length")
    # A length that is no number says nothing of the size: measured, not believed.
    long = not mupdf.pdf_is_int(length) or mupdf.pdf_to_int(length) >= _SUSPECT
    if rounds and (rounds > 1 or long):
        raw = mupdf.pdf_load_raw_stream_number(pdf, number)
        _measure(bytes(mupdf.fz_buffer_extract_copy(raw)), rounds)


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
