"""A message as flows, each with its place: a header, a body, a name of a file, an attachment."""

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.message import Message
from enum import Enum, auto
from typing import Any, TypeAlias

from redactor.formats import embedded, images, markup
from redactor.formats.base import Box, ReadOptions
from redactor.formats.errors import Damaged, TooLarge
from redactor.formats.images import is_raster
from redactor.formats.mail import attachments, described, flowed, headers
from redactor.formats.ocr import Reader
from redactor.formats.pictures import notes
from redactor.formats.rows import RECOGNISED
from redactor.formats.splice import Range
from redactor.text.flow import Channel, Flow, Kind, Unread

Part: TypeAlias = "Message[Any, Any]"

#: Keeps headers and bodies as they stand in the file.
_POLICY = email.policy.compat32.clone(max_line_length=None)
#: Texts with tags in them, which may stand inside a name.
MARKED_UP = frozenset({"html", "enriched", "richtext"})
_MAX_PARTS = 5_000
_MAX_DEPTH = 50

#: What a program says before the parts of a message, for readers older than MIME.
_PREAMBLE = re.compile(r"(?is)\s*(this is a (cryptographically signed )?(multi-?part )?message"
                       r"( in mime format)?|ceci est un message au format mime|this is an opengpg"
                       r"|this message is in mime format).{0,200}")  # fmt: skip
_SIGNATURES = frozenset(
    "application/pkcs7-signature application/x-pkcs7-signature application/pgp-signature".split()
)
SEALED = frozenset("application/pkcs7-mime application/x-pkcs7-mime".split())
#: What programs make the letters of boundaries of: their own words, then hexadecimal digits.
_USUAL_LETTERS = re.compile(
    r"(?i)(next|part|apple|mail|boundary|mime|mixed|alt(ernative)?|related|signed|report|multi"
    r"|message|java|outlook|mozilla|thunderbird|redactor|content|section|frontier|border)*[a-f]*"
)
_ALPHANUMERIC = re.compile(r"[^\W_]+")


class Home(Enum):
    """What of a part a flow is."""

    HEADER = auto()
    DESCRIPTION = auto()
    """Words in a header that is for programs."""
    TEXT = auto()
    HTML = auto()
    FILE_NAME = auto()
    AROUND = auto()
    """The text before or after the parts of a message."""
    PICTURE = auto()
    EMBEDDED = auto()
    """A picture in a body itself: its name there is the flow's place."""
    ATTACHED = auto()
    BOUNDARY = auto()
    """The line between the parts of a message."""
    DROPPED = auto()
    """What never enters a redacted copy."""


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A flow and where its characters stand."""

    flow: Flow
    home: Home
    part: int
    number: int = 0
    """Of a header among those of its part; 0 for the preamble, 1 for the epilogue."""
    ranges: tuple[Range, ...] = ()
    plain: bool = False
    letters: Sequence[Box | None] = ()
    """Of a text read in a picture: the place of each character."""


@dataclass(slots=True)
class Letter:
    """A parsed message, with its parts in order."""

    root: Part
    parts: list[Part] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """What each part is called in places: ``2.1``."""
    signatures: set[int] = field(default_factory=set)
    """The numbers of the parts that only prove who sent the others."""


def parse(data: bytes) -> Letter:
    """Raises Damaged, TooLarge."""
    newline = "\r\n" if b"\r\n" in data[:65536] else "\n"
    try:
        root = email.message_from_bytes(data, policy=_POLICY.clone(linesep=newline))
    except (ValueError, LookupError, RecursionError) as error:
        raise Damaged(where="message") from error
    if not root.keys():
        raise Damaged(where="message")
    letter = Letter(root)
    _collect(root, "", letter, 0)
    return letter


def _collect(part: Part, name: str, letter: Letter, depth: int) -> None:
    if len(letter.parts) >= _MAX_PARTS or depth > _MAX_DEPTH:
        raise TooLarge(what="MIME", limit=f"{_MAX_PARTS}, {_MAX_DEPTH}")
    letter.parts.append(part)
    letter.names.append(name)
    if part.get_content_type() in _SIGNATURES:
        letter.signatures.add(len(letter.parts) - 1)
    if part.is_multipart():
        is_signed = part.get_content_type() == "multipart/signed"
        for number, child in enumerate(part.get_payload(), 1):
            if isinstance(child, Message):
                if is_signed and number > 1:
                    # Whatever it says it is (RFC 1847, § 2.1).
                    letter.signatures.add(len(letter.parts))
                _collect(child, f"{name}.{number}".lstrip("."), letter, depth + 1)


def placed(
    letter: Letter, options: ReadOptions | None, reader: Reader | None = None
) -> Iterator[Placed | Unread]:
    """Every flow: what a reader shows first, then the rest of the headers and the attachments."""
    aside: list[Placed | Unread] = []
    for number, part in enumerate(letter.parts):
        name = letter.names[number]
        for each in _headers(part, number, name):
            if each.flow.channel is Channel.HEADER:
                yield each
            else:
                aside.append(each)
        if number in letter.signatures:
            aside += _signature(part, number, name)
            continue
        if part.is_multipart():
            aside += _between(part, number, name)
            aside += _around(part, number, name)
            continue
        for item in _content(part, number, name, options, reader):
            shown = isinstance(item, Placed) and item.flow.channel in (
                Channel.BODY,
                Channel.ATTACHMENT,
                Channel.OCR,
            )
            if shown:
                yield item
            else:
                aside.append(item)
    unix = letter.root.get_unixfrom()
    if unix:
        flow = Flow("from", unix, Channel.METADATA, kind=Kind.VALUE, place="mbox")
        aside.append(Placed(flow, Home.DROPPED, 0))
    yield from aside


def _headers(part: Part, number: int, name: str) -> Iterator[Placed]:
    counts: dict[str, int] = {}
    for index, (key, raw) in enumerate(part.raw_items()):
        low = key.lower()
        count = counts[low] = counts.get(low, -1) + 1
        if low in headers.FORMAT:
            for n, (start, end) in enumerate(described.stretches(str(raw), is_first=not count)):
                flow = Flow(
                    id=f"{name or 'message'}:{low}-{count}.{n}",
                    text=headers.clean(str(raw)[start:end]),
                    channel=Channel.METADATA,
                    kind=Kind.VALUE,
                    place=f"{name} · {key}".strip(" ·"),
                )
                ranges = tuple((at, at + 1) for at in range(start, end))
                yield Placed(flow, Home.DESCRIPTION, number, index, ranges)
            continue
        text = headers.read(str(raw)).text
        if not any(c.isalnum() for c in text):
            continue
        channel = Channel.HEADER if low in headers.SHOWN else Channel.METADATA
        flow = Flow(
            id=f"{name or 'message'}:{low}-{count}",
            text=text,
            channel=channel,
            kind=Kind.VALUE,
            place=f"{name} · {key}" if name else key,
        )
        home = Home.DROPPED if headers.PROOFS.fullmatch(key) else Home.HEADER
        yield Placed(flow, home, number, index)


def _signature(part: Part, number: int, name: str) -> Iterator[Placed]:
    place = file_name(part) or f"{name} {part.get_content_type()}".strip()
    flow = Flow(f"{name}:signature", place, Channel.METADATA, kind=Kind.VALUE, place=place)
    yield Placed(flow, Home.DROPPED, number)


def _between(part: Part, number: int, name: str) -> Iterator[Placed]:
    boundary = part.get_boundary() or ""
    if not all(map(_is_usual, _ALPHANUMERIC.findall(boundary))):
        flow = Flow(f"{name}:boundary", boundary, Channel.METADATA, place=f"{name} MIME".strip())
        yield Placed(flow, Home.BOUNDARY, number)


def _is_usual(run: str) -> bool:
    """Whether a run of letters and digits in a boundary is a program's: noise has a digit."""
    is_noise = run.isascii() and any(c.isdigit() for c in run)
    return is_noise or _USUAL_LETTERS.fullmatch(run) is not None


def _around(part: Part, number: int, name: str) -> Iterator[Placed]:
    for which, text in enumerate((part.preamble, part.epilogue)):
        text = headers.clean(text or "")
        if text.strip() and not _PREAMBLE.fullmatch(text):
            flow = Flow(f"{name}:around-{which}", text, Channel.HIDDEN, place=name or "MIME")
            yield Placed(flow, Home.AROUND, number, which)


def _content(
    part: Part, number: int, name: str, options: ReadOptions | None, reader: Reader | None
) -> Iterator[Placed | Unread]:
    kind = part.get_content_type()
    file = file_name(part)
    place = file or f"{name} {kind}".strip()
    if file:
        flow = Flow(f"{name}:file", file, Channel.ATTACHMENT, kind=Kind.VALUE, place=place)
        yield Placed(flow, Home.FILE_NAME, number)
    if is_body(part):
        yield from _body(part, number, name, reader)
        return
    data = content(part)
    if kind in SEALED:
        yield Unread(place, "unread.part")
    elif is_raster(data):
        yield from _picture(data, number, name, place, reader)
    elif data:
        prefix = f"{name}!"
        for each in attachments.flows(prefix, place, number + 1, data, file or "", options):
            yield each if isinstance(each, Unread) else Placed(each, Home.ATTACHED, number)


def _picture(
    data: bytes, number: int, name: str, place: str, reader: Reader | None
) -> Iterator[Placed | Unread]:
    reading = images.read(data, reader)
    for index, block in enumerate(reading.blocks):
        flow = Flow(f"{name}{RECOGNISED}{index}", block.text, Channel.OCR, place=place)
        yield Placed(flow, Home.PICTURE, number, letters=block.letters)
    for index, (word, said) in enumerate(notes(data)):
        flow = Flow(f"{name}:note-{index}", said, Channel.METADATA, place=f"{place} · {word}")
        yield Placed(flow, Home.DROPPED, number)
    if reading.why:
        yield Unread(place, reading.why)


def _body(part: Part, number: int, name: str, reader: Reader | None) -> Iterator[Placed | Unread]:
    source = text(part)
    if part.get_content_subtype() in MARKED_UP:
        for flow, found in markup.flows(source, name, whole=True):
            yield Placed(flow, Home.HTML, number, 0, tuple(found.ranges), found.plain)
        for each in embedded.flows(source, f"{name}!", reader):
            if isinstance(each, Unread):
                yield each
            else:
                home = Home.EMBEDDED if each.letters else Home.DROPPED
                yield Placed(each.flow, home, number, letters=each.letters)
    elif source.strip():
        said, ranges = flowed.read(source, part)
        flow = Flow(f"{name}:text", said, kind=Kind.SOURCE, place=name or "texte")
        yield Placed(flow, Home.TEXT, number, 0, ranges)


def is_body(part: Part) -> bool:
    """Whether a part is what the sender wrote, not a file that comes with it."""
    attached = part.get_content_disposition() == "attachment" or bool(file_name(part))
    return part.get_content_maintype() == "text" and not (
        attached and part.get_content_subtype() not in ("html", "plain")
    )


def content(part: Part) -> bytes:
    """The bytes of a part, its transfer encoding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def text(part: Part) -> str:
    """The text of a body, line ends as they are."""
    return headers.decode(content(part), charset(part))


def charset(part: Part) -> str:
    """The charset that a part declares."""
    return str(part.get_content_charset() or "utf-8")


def file_name(part: Part) -> str:
    """The name that a part gives its file, decoded."""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        name = str(part.get_param("filename", "", "content-disposition"))
    return headers.read(str(name)).text if name else ""
