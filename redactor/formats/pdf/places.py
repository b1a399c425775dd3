"""Where a string of the file's objects has its home: channel, id, and the words for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf

from redactor.text.flow import Channel, Flow


@dataclass(frozen=True, slots=True)
class Place:
    """A flow that lies in the file's objects, and how to rewrite it."""

    flow: Flow
    write: Callable[[str], None]
    owner: Any = None
    """The annotation or field whose appearance shows this text, if any."""


def left_out(new: str) -> None:
    """Nothing to rewrite: no redacted copy has it, whatever is decided."""


@dataclass(frozen=True, slots=True)
class Node:
    """An object on the walk's way, and what is known of its place."""

    value: Any
    key: str
    parent: Any
    channel: Channel
    prefix: str
    place: str
    owner: Any = None


COMPOSITE = (pikepdf.String, pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)
PREFIXES = {
    Channel.METADATA: "meta.",
    Channel.BOOKMARK: "bookmark.",
    Channel.STRUCTURE: "struct.",
    Channel.LAYER: "layer.",
    Channel.FORM: "form.",
    Channel.ATTACHMENT: "attachment.",
    Channel.SCRIPT: "script.",
    Channel.LINK: "link.",
    Channel.ANNOTATION: "annot.",
}
_CHANNELS = {
    "/Outlines": Channel.BOOKMARK,
    "/Dests": Channel.BOOKMARK,
    "/StructTreeRoot": Channel.STRUCTURE,
    "/OCProperties": Channel.LAYER,
    "/OC": Channel.LAYER,
    "/AcroForm": Channel.FORM,
    "/XFA": Channel.FORM,
    "/EmbeddedFiles": Channel.ATTACHMENT,
    "/AF": Channel.ATTACHMENT,
    "/EF": Channel.ATTACHMENT,
    "/Collection": Channel.ATTACHMENT,
    "/JavaScript": Channel.SCRIPT,
    "/JS": Channel.SCRIPT,
    "/URI": Channel.LINK,
    "/Properties": Channel.STRUCTURE,
    "/PieceInfo": Channel.METADATA,
    "/Metadata": Channel.METADATA,
}
#: Where names are the format's own or a font's: glyphs, structure types, encodings.
NAMELESS = frozenset({"CharProcs", "Encoding", "Differences", "RoleMap", "Font", "PieceInfo"})
NAMELESS_KEYS = frozenset(
    {"/S", "/BaseFont", "/FontName", "/Type", "/Subtype", "/Filter", "/SubFilter", "/Encoding"}
    | {"/O", "/CMapName", "/Registry", "/Ordering", "/BaseEncoding", "/Version", "/Name"}
)
#: Root entries read after the others, so that shared objects are met where they belong.
LAST = {"/StructTreeRoot": 1, "/OpenAction": 1, "/AA": 1}


def channel_of(key: str, inherited: Channel) -> Channel:
    return _CHANNELS.get(key, inherited)


def stem_of(node: Node) -> str:
    """The speaking part of an id: the key, unless an array gives only a number."""
    if node.key.startswith("/"):
        key = "".join(char for char in node.key[1:].lower() if char.isascii() and char.isalnum())
        if node.channel is Channel.BOOKMARK and key == "title":
            return ""
        return key or "key"
    return "item"


def place_of(place: str, key: str) -> str:
    """The way to a string, the last three keys of it."""
    return "/".join([*place.split("/"), key[1:]][-3:]).lstrip("/")


def is_name(value: Any, name: str) -> bool:
    return isinstance(value, pikepdf.Name) and str(value) == name
