"""An OpenDocument package as flows mapped to its trees."""

import itertools
import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from redactor.formats.errors import Damaged, NeedsPassword, TooLarge
from redactor.formats.odf.margins import margins
from redactor.formats.odf.names import attribute, full, name
from redactor.formats.odf.story import Story
from redactor.formats.odf.styles import Styles
from redactor.formats.package import Package
from redactor.formats.pictures import is_picture, notes
from redactor.formats.slots import Manner, Mapped
from redactor.formats.xml import parse
from redactor.text.flow import Channel, Flow, Kind, Unread

MIMETYPE = "mimetype"
MANIFEST = "META-INF/manifest.xml"
CONTENT = "content.xml"
STYLES = "styles.xml"

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
_ALWAYS = frozenset({MIMETYPE, MANIFEST, CONTENT, STYLES, "meta.xml", "settings.xml"})
#: A part that the manifest does not list: a leftover of an earlier state.
ORPHAN = "orphan-part"
#: Pictures of objects, in formats that hold their text. The program draws them anew.
_REPLACEMENT = re.compile(r"(.*/)?ObjectReplacements/(.+)")
_SILENT = re.compile(r"(.*/)?(Pictures|Media|Fonts|ObjectReplacements)/.*")
_USUAL_NAME = re.compile(
    r"(content|styles|meta|settings|manifest)\.(xml|rdf)|mimetype|Object \d+|[0-9A-Fa-f-]{16,}"
    r"|(image|video|audio|media|font|Table)?\d*|current\.xml|TablePreview\d*",
    re.IGNORECASE,
)
#: What the first bytes of an object that only another program can read are.
_OLE = b"\xd0\xcf\x11\xe0"
MAX_DEPTH = 3


class Document:
    """The parts of one package, each parsed once.

    Its trees are what a copy is made from: one Document serves one reading or one copy.
    """

    def __init__(self, package: Package, prefix: str = "", depth: int = 0) -> None:
        """Raises Damaged, NeedsPassword."""
        self._package = package
        self._depth = depth
        self._tables = itertools.count()
        self.prefix = prefix
        self.names = package.names
        if CONTENT not in package:
            raise Damaged(where=CONTENT)
        self.trees: dict[str, etree._Element] = {}
        """Parsed parts, complete once `mapped` is begun, like those that follow."""
        self.listed: dict[str, str] = {}
        """The parts that the manifest names, with their types; empty where there is none."""
        if MANIFEST in package:
            manifest = self.trees[MANIFEST] = self._parsed(MANIFEST)
            for entry in manifest.iter(full("manifest:file-entry")):
                path = attribute(entry, "manifest:full-path")
                self.listed[path] = attribute(entry, "manifest:media-type")
            if next(manifest.iter(full("manifest:encryption-data")), None) is not None:
                raise NeedsPassword
        self.inner: dict[str, Document] = {}
        self.pictures: list[str] = []
        self.opaque: list[str] = []
        """Parts that are neither read nor dropped."""
        self.gone: set[str] = set()
        self.edited: set[str] = set()
        self.replaced: dict[str, bytes] = {}
        self.renamed: dict[str, str] = {}
        """Of a copy being made: parts that go, whose tree, bytes or name changed."""

    @property
    def type(self) -> str:
        """The media type that the package gives itself."""
        if MIMETYPE in self.names:
            return self.data(MIMETYPE).decode("ascii", "replace").strip()
        return self.listed.get("/", "")

    def data(self, part: str) -> bytes:
        """The bytes of a part as they came. Raises Damaged."""
        return self._package.part(part)

    def fate(self, part: str) -> str:
        """The word for why a redacted copy leaves `part` out, empty where it stays."""
        for pattern, word in _DROPPED:
            if pattern.fullmatch(part):
                return word
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
            and _SILENT.fullmatch(part) is None
            and part in self.names
            and self.data(part).startswith(_OLE)
        )

    def roots(self) -> dict[int, str]:
        """The full name of each part by the `id` of its tree's root, inner packages included."""
        roots = {id(root): self.prefix + part for part, root in self.trees.items()}
        for document in self.inner.values():
            roots |= document.roots()
        return roots

    def mapped(self) -> Iterator[Mapped | Unread]:
        """Every flow: body, headers, objects, then what the page does not show.

        Raises Damaged, Hostile, TooLarge.
        """
        for part in self.names:
            self._take(part)
        styles = Styles(self.trees[part] for part in (STYLES, CONTENT) if part in self.trees)
        told: list[Story] = []
        for part in self._in_order():
            story = Story(
                self.prefix + part, self.trees[part], self._channel(part), styles, self._next_table
            )
            if part in (CONTENT, STYLES) or posixpath.basename(part) in (CONTENT, STYLES):
                for each in story.flows():
                    yield self._with_fate(each, part)
            told.append(story)
        for story in told:
            part = story.part.removeprefix(self.prefix)
            for each in (
                *story.aside,
                *margins(story.part, story.root, story.channel, story.claimed),
            ):
                yield self._with_fate(each, part)
        yield from self._part_names()
        yield from self._picture_notes()
        for document in self.inner.values():
            yield from document.mapped()
        for part in self.opaque:
            if not _SILENT.fullmatch(part):
                yield Unread(self.prefix + part, "unread.part")

    def _with_fate(self, mapped: Mapped, part: str) -> Mapped:
        if self.fate(part):
            mapped.manner = Manner.DROPPED
        return mapped

    def _take(self, part: str) -> None:
        """Parse a part that is XML, open a package inside; note what is neither. Once."""
        if part in self.trees or part == MIMETYPE or self.fate(part) not in ("", ORPHAN):
            return
        data = self.data(part)
        if not data:
            return
        if data.startswith(b"PK\x03\x04"):
            self._open_inner(part, data)
        elif part.endswith((".xml", ".rdf")) or self.listed.get(part, "").endswith("xml"):
            self.trees[part] = self._parsed(part)
        elif is_picture(data):
            self.pictures.append(part)
        elif data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
            self.trees[part] = self._parsed(part)
        else:
            self.opaque.append(part)

    def _open_inner(self, part: str, data: bytes) -> None:
        if self._depth >= MAX_DEPTH:
            raise TooLarge(what=self.prefix + part, limit=f"{MAX_DEPTH} × zip")
        try:
            package = Package(data, self.prefix + part)
            self.inner[part] = Document(package, f"{self.prefix}{part}!", self._depth + 1)
        except (Damaged, NeedsPassword):
            self.opaque.append(part)

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
                flow = Flow(
                    id=f"{self.prefix}{part}#name",
                    text=base,
                    channel=Channel.FILENAME,
                    kind=Kind.VALUE,
                    place=self.prefix + part,
                )
                yield Mapped(flow, manner=Manner.RENAMED)

    def _picture_notes(self) -> Iterator[Mapped]:
        """What pictures say beside their pixels. It never enters a redacted copy."""
        for part in self.pictures:
            for number, (field, text) in enumerate(notes(self.data(part))):
                flow = Flow(
                    id=f"{self.prefix}{part}#{number}",
                    text=text,
                    channel=Channel.METADATA,
                    kind=Kind.VALUE,
                    place=f"{self.prefix}{part} · {field}",
                )
                yield Mapped(flow, manner=Manner.DROPPED)

    def _next_table(self) -> int:
        return next(self._tables)


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
