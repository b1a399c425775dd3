"""Files inside a PDF: what they say, and their own redacted copies where they are kept.

A redacted copy has no attachment unless it is asked for; then each is redacted by its own
format, and one that no format reads goes all the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Stream

from redactor.formats.base import Plan, Source, Written
from redactor.formats.mail import attachments
from redactor.formats.pdf.broken import BROKEN
from redactor.problem import Problem
from redactor.text.flow import Flow

MAX_BYTES = 256 * 1024**2
"""Of one attachment, unpacked."""
_DEPTH = 3
"""Attachments in attachments."""
_STREAMS = ("/UF", "/F", "/DOS", "/Mac", "/Unix")


def streams(spec: Any) -> Iterator[tuple[str, Stream]]:
    """(name, stream) of the files that a file specification embeds (7.11.4), each once."""
    holder = spec.get("/EF")
    met = set()
    for key in _STREAMS if isinstance(holder, Dictionary) else ():
        stream = holder.get(key)
        if isinstance(stream, Stream) and stream.objgen not in met:
            met.add(stream.objgen)
            name = spec.get("/UF", spec.get("/F", ""))
            yield str(name) if isinstance(name, pikepdf.String) else "", stream


def prefix_of(stream: Stream) -> str:
    """Of the ids of the flows of an attachment: ``attachment.12/p1.3``."""
    return f"attachment.{stream.objgen[0]}/"


def flows(name: str, stream: Stream) -> Iterator[Flow]:
    """What an attachment says, where its format is read."""
    prefix, number, place = prefix_of(stream), stream.objgen[0], name or "pièce jointe"
    with _deeper() as allowed:
        data = _data(stream) if allowed else None
        found = [] if data is None else attachments.flows(prefix, place, number, data, name, None)
        # What is not read is not in the copy, so nobody need be told.
        read = [one for one in found if isinstance(one, Flow)]
    yield from read


def keep(pdf: pikepdf.Pdf, plan: Plan) -> bool:
    """Put in place of each attachment its redacted copy. Whether one had to go: no format reads
    it, or it cannot be redacted."""
    gone = False
    done: set[tuple[int, int]] = set()
    for spec in _specs(pdf):
        for name, stream in list(streams(spec)):
            if stream.objgen in done:
                continue
            new = _redacted(name, stream, plan)
            if new is None:
                gone = True
                del spec.EF
                break
            done.add(stream.objgen)
            stream.write(new)
            if "/Params" in stream:  # its size, its sum and its dates were the original's
                del stream.Params
    return gone


def _specs(pdf: pikepdf.Pdf) -> list[Dictionary]:
    """Every file specification that embeds a file, direct ones of annotations among them."""
    found = []
    for value in pdf.objects:
        if isinstance(value, Dictionary):
            inner = value.get("/FS")
            found += [one for one in (value, inner) if isinstance(one, Dictionary) and "/EF" in one]
        elif isinstance(value, Array):
            found += [
                one
                for one in value
                if isinstance(one, Dictionary) and not one.is_indirect and "/EF" in one
            ]
    return found


def _redacted(name: str, stream: Stream, plan: Plan) -> bytes | None:
    data = _data(stream)
    if data is None:
        return None
    inner = attachments.inner_plan(plan, plan.occultations, prefix_of(stream))
    with suppress(Problem):
        copy = attachments.copy(
            name, data, None, partial(_write, inner), lambda adapter: adapter.redacted_suffix
        )
        # A copy of another format would belie its name.
        if copy is not None and copy[1] is None:
            return copy[0]
    return None


def _write(plan: Plan, source: Source, out: Path) -> Written:
    return source.write_redacted(out, plan)


def _data(stream: Stream) -> bytes | None:
    try:
        data = bytes(stream.read_bytes())
    except BROKEN:
        return None
    return data if len(data) <= MAX_BYTES else None


_nesting: ContextVar[int] = ContextVar("nesting", default=0)


@contextmanager
def _deeper() -> Iterator[bool]:
    """Whether attachments may be read here: a file may hold itself, packed."""
    depth = _nesting.get()
    token = _nesting.set(depth + 1)
    try:
        yield depth < _DEPTH
    finally:
        _nesting.reset(token)
