"""An OpenDocument package as flows mapped to its trees."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Self

from lxml import etree

from redactor.formats.base import Box
from redactor.formats.errors import Damaged, NeedsPassword
from redactor.formats.ocr import Reader
from redactor.formats.odf.crops import cropped
from redactor.formats.odf.margins import margins
from redactor.formats.odf.names import attribute, full, name, short
from redactor.formats.odf.story import Story
from redactor.formats.odf.styles import Styles
from redactor.formats.package import Package, pack
from redactor.formats.parts import NOTHING, UNREAD, Parts
from redactor.formats.slots import Manner, Mapped
from redactor.formats.xml import parse
from redactor.text.flow import Channel, Unread

MIMETYPE = "mimetype"
MANIFEST = "META-INF/manifest.xml"
CONTENT = "content.xml"
STYLES = "styles.xml"
META = "meta.xml"

#: Parts that never enter a redacted copy, by name: no reader sees them, and what they hold
#: cannot be rewritten.
_DROPPED = (
    (re.compile(r"Thumbnails/.*"), "thumbnail"),
    (re.compile(r"(Basic|Dialogs|Scripts)/.*"), "macros"),
    (re.compile(r"(Versions/.*|VersionList\.xml)"), "versions"),
    (re.compile(r"META-INF/.*signatures.*"), "signature"),
    (re.compile(r"layout-cache"), "layout-cache"),
    (re.compile(r"Configurations2/(?!$).*"), "custom-interface"),
    (re.compile(r"(.*/)?Configurations2/.*"), "custom-interface"),
)
_ALWAYS = frozenset({MIMETYPE, MANIFEST, CONTENT, STYLES, META, "settings.xml"})
#: A part that the manifest does not list: a leftover of an earlier state.
ORPHAN = "orphan-part"
#: Pictures of objects, in formats that hold their text. The program draws them anew.
_REPLACEMENT = re.compile(r"(.*/)?ObjectReplacements/(.+)")
_SILENT = re.compile(r"(.*/)?Fonts/.*")
_MEDIA = re.compile(r"(.*/)?(Pictures|Media|Fonts|ObjectReplacements)/.*")
_USUAL_NAME = re.compile(
    r"(content|styles|meta|settings|manifest)\.(xml|rdf)|mimetype|Object \d+|[0-9A-Fa-f-]{16,}"
    r"|(image|video|audio|media|font|Table)?\d*|current\.xml|TablePreview\d*",
    re.IGNORECASE,
)
#: What the first bytes of an object that only another program can read are.
_OLE = b"\xd0\xcf\x11\xe0"


class Document(Parts):
    """The parts of one package. See `Parts`."""

    def __init__(
        self, package: Package, prefix: str = "", depth: int = 0, reader: Reader | None = None
    ) -> None:
        """Raises Damaged, NeedsPassword."""
        super().__init__(package, prefix, depth, reader)
        if CONTENT not in package:
            raise Damaged(where=CONTENT)
        self.listed: dict[str, str] = {}
        """The parts that the manifest names, with their types; empty where there is none."""
        if MANIFEST in package:
            manifest = self._parsed(MANIFEST)
            for entry in manifest.iter(full("manifest:file-entry")):
                path = attribute(entry, "manifest:full-path")
                self.listed[path] = attribute(entry, "manifest:media-type")
            if next(manifest.iter(full("manifest:encryption-data")), None) is not None:
                raise NeedsPassword

    @property
    def type(self) -> str:
        """The media type that the package gives itself."""
        if MIMETYPE in self.names:
            return self.data(MIMETYPE).decode("ascii", "replace").strip()
        return self.listed.get("/", "")

    def fate(self, part: str, unwanted: frozenset[str] = NOTHING) -> str:
        for pattern, word in _DROPPED:
            if pattern.fullmatch(part):
                return word
        if part in self._unread:
            return UNREAD
        if part == META and "properties" in unwanted:
            return "properties"
        replacement = _REPLACEMENT.fullmatch(part)
        if replacement:
            folder = (replacement.group(1) or "") + replacement.group(2)
            if f"{folder}/{CONTENT}" in self.names:
                return "object-preview"
        if self._is_ole(part):
            return "ole-object"
        is_listed = part in self.listed or not self.listed or part in _ALWAYS
        return "" if is_listed else ORPHAN

    def _is_ole(self, part: str) -> bool:
        return (
            not part.endswith(".xml")
            and _MEDIA.fullmatch(part) is None
            and part in self.names
            and self.data(part).startswith(_OLE)
        )

    def _is_silent(self, part: str) -> bool:
        return _SILENT.fullmatch(part) is not None

    def cropped(self) -> Mapping[str, Sequence[Box]]:
        sizes = {part: self.data(part) for part in self.pictures}
        return cropped(self.trees, sizes)

    def _inside(self, package: Package, prefix: str) -> Self:
        return type(self)(package, prefix, self._depth + 1, self._reader)

    def _follow_renames(self) -> None:
        for part, root in self.trees.items():
            for element in root.iter("{*}*"):
                for key, value in element.attrib.items():
                    if short(str(key)) in ("xlink:href", "manifest:full-path"):
                        now = self.renamed.get(str(value).removeprefix("./"))
                        if now is not None:
                            element.set(key, now)
                            self.edited.add(part)

    def packed(self, touched: set[str], added: Sequence[tuple[str, bytes]] = ()) -> bytes:
        """Its type comes first and as it is (ODF 1.3, part 2, § 3.3)."""
        every = sorted([*self.parts(touched), *added], key=lambda part: part[0] != MIMETYPE)
        return pack(every, stored=frozenset({MIMETYPE}))

    def mapped(self) -> Iterator[Mapped | Unread]:
        for part in self.names:
            self._take(part)
        styles = Styles(self.trees[part] for part in (STYLES, CONTENT) if part in self.trees)
        told: list[Story] = []
        for part in self._in_order():
            story = Story(
                self.prefix + part, self.trees[part], self._channel(part), styles, self._next_table
            )
            if part in (CONTENT, STYLES) or posixpath.basename(part) in (CONTENT, STYLES):
                gone = bool(self.fate(part))
                for each in story.flows():
                    yield _dropped(each) if gone else each
            told.append(story)
        for story in told:
            gone = bool(self.fate(story.part.removeprefix(self.prefix)))
            for each in (
                *story.aside,
                *margins(story.part, story.root, story.channel, story.claimed),
            ):
                yield _dropped(each) if gone else each
        yield from self._part_names()
        yield from self._picture_flows()
        yield from self._dropped_flows()
        for document in self.inner.values():
            yield from document.mapped()
        for part in self.opaque:
            if not self._is_silent(part):
                yield Unread(self.prefix + part, "unread.part")

    def _take(self, part: str) -> None:
        """Parse a part that is XML, open a package inside; note what is neither. Once."""
        if part in self.trees or part == MIMETYPE or self.fate(part) not in ("", ORPHAN):
            return
        data = self.data(part)
        if not data:
            return
        if data.startswith(b"PK\x03\x04"):
            self._open_inner(part, data)
        elif self._is_xml(part, data):
            self.trees[part] = self._parsed(part)
        else:
            self._take_bytes(part, data)

    def _is_xml(self, part: str, data: bytes) -> bool:
        named = part.endswith((".xml", ".rdf")) or self.listed.get(part, "").endswith("xml")
        return named or data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml")

    def _parsed(self, part: str) -> etree._Element:
        return parse(_without_plain_doctype(self.data(part)), self.prefix + part)

    def _in_order(self) -> list[str]:
        """The parsed parts in the order of reading."""
        order = [CONTENT, STYLES, "meta.xml", "settings.xml"]

        def rank(part: str) -> tuple[int, str]:
            if part in order:
                return (0 if part in (CONTENT, STYLES) else 2), f"{order.index(part)}"
            return (1 if posixpath.basename(part) == CONTENT else 3), part

        return sorted((part for part in self.trees if part != MANIFEST), key=rank)

    def _channel(self, part: str) -> Channel:
        if self.prefix or (posixpath.basename(part) in (CONTENT, STYLES) and "/" in part):
            return Channel.EMBEDDED
        if self.fate(part):
            return Channel.HIDDEN
        if part == CONTENT:
            return Channel.BODY
        if part in (STYLES, "meta.xml", "settings.xml", "manifest.rdf"):
            return Channel.METADATA
        return Channel.HIDDEN

    def _part_names(self) -> Iterator[Mapped]:
        """Names of parts that a person gave: the usual programs number theirs."""
        for part in self.names:
            base = posixpath.basename(part)
            stem = base.partition(".")[0]
            usual = _USUAL_NAME.fullmatch(base) or _USUAL_NAME.fullmatch(stem)
            if not self.fate(part) and not usual and part not in (MIMETYPE, MANIFEST):
                yield self._part_name(part)


def _dropped(mapped: Mapped) -> Mapped:
    mapped.manner = Manner.DROPPED
    return mapped


#: OpenOffice 1 and 2 wrote one before formulas and manifests; nothing can be declared in it.
_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE\s+[\w:.-]+(\s+(PUBLIC|SYSTEM)[^<>\[\]]*)?>")


def _without_plain_doctype(data: bytes) -> bytes:
    """`data` without a document type that only names a vocabulary. One that declares entities
    stays, and is refused by the parser."""
    found = _PLAIN_DOCTYPE.search(data[:2048])
    return data[: found.start()] + data[found.end() :] if found else data


def is_declared(root: etree._Element, body: str) -> bool:
    """Whether the body of a content part is of a kind: ``office:text``."""
    return any(name(child) == body for holder in root for child in holder)
