"""The redacted copy of a message."""

import base64
import quopri
from collections.abc import Sequence
from email.message import Message
from email.utils import encode_rfc2231
from pathlib import PurePosixPath

from redactor.formats import embedded, images, markup
from redactor.formats.base import Box, Occultation, Plan, ReadOptions
from redactor.formats.errors import CannotRedact
from redactor.formats.images import is_raster
from redactor.formats.leftover import holds
from redactor.formats.mail import attachments, headers
from redactor.formats.mail.message import (
    Home,
    Letter,
    Part,
    Placed,
    charset,
    content,
    file_name,
    is_body,
    text,
)
from redactor.formats.pictures import notes, strip
from redactor.formats.slots import MARK, NAME_MARK
from redactor.formats.splice import Edit, edits, splice

Place = tuple[Occultation, Placed]


def redact(
    letter: Letter, places: Sequence[Place], plan: Plan, options: ReadOptions | None
) -> set[str]:
    """Take the occultations out of `letter`. Returns the words for what was dropped.

    Raises CannotRedact where a part that no format reads holds an occulted text.
    """
    texts = {p.flow.text[o.span.start : o.span.end] for o, p in places}
    by_part: dict[int, list[Place]] = {}
    for place in places:
        by_part.setdefault(place[1].part, []).append(place)
    dropped: set[str] = set()
    if letter.root.get_unixfrom():
        letter.root.set_unixfrom("")
        dropped.add("envelope")
    dropped |= _drop_signatures(letter)
    sought = texts | set(plan.sought)
    for number, part in enumerate(letter.parts):
        if number in letter.signatures:
            continue
        own = by_part.get(number, [])
        if not part.is_multipart():
            dropped |= _content(part, letter.names[number], own, plan, options, texts)
        _around(part, own)
        _file_name(part, own)
        _headers(part, own)
        _between(part, number, own, sought)
        dropped |= _drop_proofs(part)
    return dropped


def _of(places: Sequence[Place], home: Home) -> list[Place]:
    return [place for place in places if place[1].home is home]


def _headers(part: Part, places: Sequence[Place]) -> None:
    changes: dict[int, list[Edit]] = {}
    for each, place in _of(places, Home.HEADER):
        mark = each.label or MARK
        changes.setdefault(place.number, []).append(Edit(each.span.start, each.span.end, mark))
    described: dict[int, list[Edit]] = {}
    for each, place in _of(places, Home.DESCRIPTION):
        own = edits(place.ranges, each.span.start, each.span.end, NAME_MARK)
        described.setdefault(place.number, []).extend(own)
    if not changes and not described:
        return
    items = [(key, str(raw)) for key, raw in part.raw_items()]
    for number, own_edits in described.items():
        items[number] = items[number][0], splice(items[number][1], own_edits)
    # What was added meanwhile (a charset) stands at the end: numbers hold.
    for number, edited in changes.items():
        key, raw = items[number]
        items[number] = key, headers.edited(key, headers.read(raw), edited)
    _set(part, items)


def _set(part: Part, items: Sequence[tuple[str, str]]) -> None:
    for key in set(part.keys()):
        del part[key]
    for key, raw in items:
        part.set_raw(key, raw)


def _replace(part: Part, key: str, value: str) -> None:
    """Set a header where it stands, or at the end."""
    items = [(k, str(raw)) for k, raw in part.raw_items()]
    for number, (known, _) in enumerate(items):
        if known.lower() == key.lower():
            items[number] = known, value
            break
    else:
        items.append((key, value))
    _set(part, items)


def _drop_proofs(part: Part) -> set[str]:
    items = [(key, str(raw)) for key, raw in part.raw_items()]
    kept = [item for item in items if not headers.PROOFS.fullmatch(item[0])]
    if len(kept) == len(items):
        return set()
    _set(part, kept)
    return {"signature"}


def _between(part: Part, number: int, places: Sequence[Place], sought: set[str]) -> None:
    boundary = part.get_boundary() or ""
    if _of(places, Home.BOUNDARY) or holds(boundary.encode("utf-8", "replace"), sought):
        part.set_boundary(f"----=_Part_{number}")


def _drop_signatures(letter: Letter) -> set[str]:
    dropped: set[str] = set()
    proofs = {id(letter.parts[number]) for number in letter.signatures}
    for part in letter.parts:
        if not part.is_multipart():
            continue
        children = part.get_payload()
        kept: list[Message[str, str] | str] = [
            c for c in children if isinstance(c, Message) and id(c) not in proofs
        ]
        if len(kept) == len(children):
            continue
        part.set_payload(kept)
        dropped.add("signature")
        if part.get_content_type() == "multipart/signed":
            boundary = part.get_boundary() or ""
            _replace(part, "Content-Type", f'multipart/mixed; boundary="{boundary}"')
    return dropped


def _around(part: Part, places: Sequence[Place]) -> None:
    for which, name in enumerate(("preamble", "epilogue")):
        changes = [
            Edit(o.span.start, o.span.end, NAME_MARK)
            for o, place in _of(places, Home.AROUND)
            if place.number == which
        ]
        if changes:
            setattr(part, name, splice(headers.clean(getattr(part, name) or ""), changes))


def _file_name(part: Part, places: Sequence[Place]) -> None:
    changes = [Edit(o.span.start, o.span.end, NAME_MARK) for o, _ in _of(places, Home.FILE_NAME)]
    if changes:
        _call(part, splice(file_name(part), changes))


def _call(part: Part, name: str) -> None:
    """Give the file of a part a name, wherever the part says it."""
    for key, param in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        if part.get(key) is None or part.get_param(param, None, key) is None:
            continue
        value = str(part.get(key)).partition(";")[0].strip()
        kept = [
            (k, v)
            for k, v in (part.get_params([], key) or [])[1:]
            if k.lower().partition("*")[0] not in ("filename", "name")
        ]
        said = [f'{k}="{_quoted(v)}"' for k, v in kept if isinstance(v, str)]
        if name.isascii():
            said.append(f'{param}="{_quoted(name)}"')
        else:
            said.append(f"{param}*={encode_rfc2231(name, 'utf-8')}")
        _replace(part, key, "; ".join([value, *said]))


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def _content(
    part: Part,
    name: str,
    places: Sequence[Place],
    plan: Plan,
    options: ReadOptions | None,
    texts: set[str],
) -> set[str]:
    if is_body(part):
        return _body(part, name, places, plan)
    data = content(part)
    if not data:
        return set()
    if is_raster(data):
        return _picture(part, data, name, places, plan, texts)
    prefix = f"{name}!"
    inner = attachments.inner_plan(plan, [o for o, _ in places], prefix)
    made = attachments.copy(
        file_name(part),
        data,
        options,
        lambda source, out: source.write_redacted(out, inner),
        lambda adapter: adapter.redacted_suffix,
    )
    if made is None:
        _refuse(data, texts, file_name(part) or name)
        return set()
    copy, suffix, written = made
    _put(part, copy)
    if suffix is not None and file_name(part):
        _call(part, str(PurePosixPath(file_name(part)).with_suffix(suffix)))
    return set(written.dropped)


def _picture(
    part: Part, data: bytes, name: str, places: Sequence[Place], plan: Plan, texts: set[str]
) -> set[str]:
    boxes = boxes_of(name, places, plan)
    try:
        painted = images.blank(data, boxes) if boxes else data
    except ValueError as error:
        raise CannotRedact(where=file_name(part) or name) from error
    stripped = strip(painted)
    _refuse(stripped, texts, name)
    if stripped != data:
        _put(part, stripped)
    return {"image-metadata"} if stripped != painted or (boxes and notes(data)) else set()


def boxes_of(name: str, places: Sequence[Place], plan: Plan) -> list[Box]:
    """What goes of the picture that is the part `name`: areas, and letters that were read."""
    boxes = [area.box for area in plan.areas if area.part == name]
    for each, place in _of(places, Home.PICTURE):
        boxes += images.strip_of(place.letters, each.span.start, each.span.end)
    return boxes


def _refuse(data: bytes, texts: set[str], where: str) -> None:
    if holds(data, texts):
        raise CannotRedact(where=where or "message")


def embedded_boxes(name: str, places: Sequence[Place], plan: Plan) -> dict[str, list[Box]]:
    """What goes of the pictures in the body that is the part `name`, by their names."""
    boxes: dict[str, list[Box]] = {}
    for area in plan.areas:
        if area.part.startswith(f"{name}!"):
            boxes.setdefault(area.part, []).append(area.box)
    for each, place in _of(places, Home.EMBEDDED):
        own = images.strip_of(place.letters, each.span.start, each.span.end)
        boxes.setdefault(place.flow.place, []).extend(own)
    return boxes


def _body(part: Part, name: str, places: Sequence[Place], plan: Plan) -> set[str]:
    source = text(part)
    changes: list[Edit] = []
    dropped: set[str] = set()
    for each, place in _of(places, Home.TEXT):
        mark = each.label or MARK
        if place.ranges:
            changes += edits(place.ranges, each.span.start, each.span.end, mark)
        else:
            changes.append(Edit(each.span.start, each.span.end, mark))
    for each, place in _of(places, Home.HTML):
        mark = markup.mark_in(each.label or MARK, plain=place.plain)
        changes += edits(place.ranges, each.span.start, each.span.end, mark)
    if part.get_content_subtype() == "html":
        pixels = markup.pixels(source)
        changes += [Edit(start, end, "") for start, end in pixels]
        if pixels:
            dropped.add("tracking-pixel")
        boxes = embedded_boxes(name, places, plan)
        for edit, had_notes in embedded.redacted(source, f"{name}!", boxes):
            changes.append(edit)
            dropped |= {"image-metadata"} if had_notes else set()
    if changes:
        _say(part, splice(source, changes))
    return dropped


def _say(part: Part, said: str) -> None:
    """Set the text of a body, in its charset if that holds it."""
    name = charset(part)
    try:
        data = said.encode(name)
        if data.decode(name) != said:
            raise UnicodeError
        declared = part.get_param("charset") is not None or said.isascii()
    except (UnicodeError, LookupError):
        declared = False
    if not declared:
        name, data = "utf-8", said.encode("utf-8", "replace")
        subtype = part.get_content_subtype()
        others = "".join(
            f'; {k}="{_quoted(v)}"'
            for k, v in (part.get_params([]) or [])[1:]
            if isinstance(v, str) and k.lower() != "charset"
        )
        _replace(part, "Content-Type", f'text/{subtype}; charset="{name}"{others}')
    _put(part, data, readable=True)


def _put(part: Part, data: bytes, readable: bool = False) -> None:
    """Set the bytes of a part. Text that can be is left readable in the file."""
    was = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if readable and was != "base64":
        lines = data.replace(b"\r\n", b"\n")
        if lines.isascii() and all(len(line) < 900 for line in lines.split(b"\n")):
            if was == "quoted-printable":
                _replace(part, "Content-Transfer-Encoding", "7bit")
            part.set_payload(lines.decode("ascii"))
            return
        _replace(part, "Content-Transfer-Encoding", "quoted-printable")
        part.set_payload(quopri.encodestring(lines).decode("ascii"))
        return
    _replace(part, "Content-Transfer-Encoding", "base64")
    part.set_payload(base64.encodebytes(data).decode("ascii"))
