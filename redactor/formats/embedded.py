"""Pictures that stand inside a page of HTML itself, in addresses ``data:`` (RFC 2397): read, shown,
taken away and highlighted like those that are files of their own."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from redactor.formats import images
from redactor.formats.base import Box, Illustration, Picture
from redactor.formats.errors import CannotRedact
from redactor.formats.images import is_raster
from redactor.formats.ocr import Reader
from redactor.formats.pictures import notes, strip
from redactor.formats.rows import RECOGNISED
from redactor.formats.splice import Edit
from redactor.text.flow import Channel, Flow, Kind, Unread

_ADDRESS = re.compile(
    r"(?i)data:(?P<type>[\w.+-]+/[\w.+-]+)?(?:;[\w-]+=[^;,\"'<>\s]*)*;base64,"
    r"(?P<said>(?:[A-Za-z0-9+/=%]|\r?\n[ \t]*)*)"
)
#: What has no words: shapes of letters.
_SILENT = re.compile(r"(?i)font/.*|application/(x-)?(font|vnd\.ms-fontobject).*")
NAME = "data-"
"""What the names of such pictures begin with: `Area.part`, after their page's own."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file in an address, and the place of its base64 in the page."""

    name: str
    type: str
    start: int
    end: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a picture: a flow, and its letters' places; none for what never enters a
    redacted copy."""

    flow: Flow
    of: Embedded
    letters: Sequence[Box | None] = ()


def files(source: str, prefix: str = "") -> Iterator[Embedded]:
    """The files in a page's addresses, under names that begin with `prefix`."""
    for number, found in enumerate(_ADDRESS.finditer(source)):
        try:
            data = base64.b64decode(unquote_to_bytes(found["said"]), validate=False)
        except (binascii.Error, ValueError):
            data = b""
        kind = (found["type"] or "text/plain").lower()
        yield Embedded(f"{prefix}{NAME}{number}", kind, *found.span("said"), data)


def pictures(source: str, prefix: str = "") -> Iterator[Embedded]:
    """Those whose pixels can be changed."""
    return (each for each in files(source, prefix) if is_raster(each.data))


def flows(source: str, prefix: str, reader: Reader | None) -> Iterator[Read | Unread]:
    """What the files in a page's addresses say, and which are not read."""
    for each in files(source, prefix):
        if not is_raster(each.data):
            if each.data and not _SILENT.fullmatch(each.type):
                yield Unread(f"{each.name} ({each.type})", "unread.part")
            continue
        reading = images.read(each.data, reader)
        for number, block in enumerate(reading.blocks):
            id_ = f"{each.name}{RECOGNISED}{number}"
            yield Read(Flow(id_, block.text, Channel.OCR, place=each.name), each, block.letters)
        for number, (word, said) in enumerate(notes(each.data)):
            place = f"{each.name} · {word}"
            id_ = f"{each.name}:note-{number}"
            yield Read(Flow(id_, said, Channel.METADATA, kind=Kind.VALUE, place=place), each)
        if reading.why:
            yield Unread(each.name, reading.why)


def redacted(
    source: str, prefix: str, boxes: Mapping[str, Sequence[Box]]
) -> Iterator[tuple[Edit, bool]]:
    """The edits that blank `boxes` (by the pictures' names) and drop what pictures say beside
    their pixels; whether such notes went. Raises CannotRedact for a picture that is not sound."""
    for each in pictures(source, prefix):
        own = boxes.get(each.name, ())
        try:
            painted = images.blank(each.data, own) if own else each.data
        except ValueError as error:
            raise CannotRedact(where=each.name) from error
        done = strip(painted)
        if done != each.data:
            said = base64.b64encode(done).decode("ascii")
            yield Edit(each.start, each.end, said), bool(notes(each.data))


def illustrations(source: str, prefix: str = "") -> Iterator[Illustration]:
    for each in pictures(source, prefix):
        size = images.size(each.data)
        if size is not None:
            yield Illustration(each.name, *size)


def picture(source: str, part: str, most: int, prefix: str = "") -> Picture | None:
    """The pixels of a picture by its name. Raises KeyError."""
    for each in pictures(source, prefix):
        if each.name == part:
            return images.shown(each.data, most)
    raise KeyError(part)


def highlighted(
    source: str, prefix: str, boxes: Mapping[str, Sequence[Box]]
) -> Iterator[tuple[str, bytes]]:
    """The pictures that `boxes` touch, seen through yellow, each with a name for its file."""
    for each in pictures(source, prefix):
        if each.name in boxes:
            suffix = each.type.partition("/")[2].partition("+")[0]
            called = f"surligné-{each.name.replace('!', '-')}.{suffix}"
            yield called, images.highlight(each.data, boxes[each.name])
