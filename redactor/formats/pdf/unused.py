"""What a page lists and does not draw: forms, patterns, masks, property lists.

Producers share one list of resources between pages, and optimisers merge equal objects; so a
page may lead to a form that only its neighbour draws. Such a form keeps the text that the
neighbour lost, and no page shows it. The redacted copy lists what is drawn and no more.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Dictionary, Stream

from redactor.formats.pdf import content

#: The kinds of resources that may lead to text.
KINDS = ("/XObject", "/Pattern", "/ExtGState", "/Properties")
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]*)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


def prune(pdf: pikepdf.Pdf) -> None:
    """Take what is not drawn out of every list of resources."""
    seen: set[tuple[int, int]] = set()
    undrawn = [one for page in pdf.pages for one in listed(page, seen) if not one.drawn]
    # Once for all that a holder loses: 272 forms of one file list 272 each.
    for _, group in groupby(undrawn, lambda one: (one.holder.objgen, one.kind)):
        lost = list(group)
        holder, kind, names = lost[0].holder, lost[0].kind, {one.name for one in lost}
        own = holder.Resources if "/Resources" in holder else inherited(holder)
        # Lists are shared: each holder gets one of its own before it loses a name.
        own = Dictionary({key: own[key] for key in own.keys()})  # noqa: SIM118 - pikepdf's
        own[kind] = Dictionary({k: v for k, v in own[kind].items() if k not in names})
        holder.Resources = own


class Resource(NamedTuple):
    holder: Any
    """The page or stream whose list it is in."""
    kind: str
    name: str
    value: Any
    drawn: bool


def listed(page: pikepdf.Page, seen: set[tuple[int, int]]) -> Iterator[Resource]:
    """What a page and the streams it uses, not yet `seen`, list as resources."""
    resources = inherited(page.obj)
    if not _lists(resources):
        return
    data = content.contents(page)
    if data is None:
        return
    within = list(content.streams(resources, seen, 0))
    yield from _of(page.obj, resources, [data, *_without_own(page.obj, within)])
    # Asked once: the forms of some files list each other, 270 of them 270 each.
    lent = within and any("/Resources" not in one for one in content.streams(resources, set(), 0))
    for stream in within:
        resources = stream.get("/Resources")
        if isinstance(resources, Dictionary) and _lists(resources):
            data = content.bytes_of(stream)
            if data:
                nested = content.streams(resources, set(), 0) if lent else ()
                yield from _of(stream, resources, [data, *_without_own(None, nested)])


def inherited(page: Any) -> Any:
    """The resources of a page, which may stand in the tree above it (7.7.3.4)."""
    for _ in range(64):
        if not isinstance(page, Dictionary):
            return None
        if isinstance(page.get("/Resources"), Dictionary):
            return page.Resources
        page = page.get("/Parent")
    return None


def _lists(resources: Any) -> bool:
    if not isinstance(resources, Dictionary):
        return False
    return any(isinstance(resources.get(kind), Dictionary) for kind in KINDS)


def _of(holder: Any, resources: Any, data: list[bytes]) -> Iterator[Resource]:
    used: set[str] | None = None
    for kind in KINDS:
        entries = resources.get(kind)
        if not isinstance(entries, Dictionary):
            continue
        if used is None:
            used = {name for each in data for name in _names(each)}
        for name in sorted(entries.keys()):
            yield Resource(holder, kind, name, entries[name], name[1:] in used)


def _names(data: bytes) -> Iterator[str]:
    """Every name in a content stream; those inside its strings too, which does no harm."""
    for name in set(_NAME.findall(data)):
        raw = _ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode()), name)
        yield raw.decode("utf-8", "surrogateescape")


def _without_own(page: Any, streams: Any) -> Iterator[bytes]:
    """The content of forms and appearances that draw with the resources of what holds them."""
    appearances = (
        stream
        for annot in (page.get("/Annots", ()) if page is not None else ())
        for stream in content.appearance_streams(annot, set())
    )
    for stream in (*streams, *appearances):
        if isinstance(stream, Stream) and "/Resources" not in stream:
            yield content.bytes_of(stream)
