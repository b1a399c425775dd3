"""A Word package as flows mapped to its trees, and back to parts.

Also reads the packages inside it (workbooks behind charts, embedded documents): they are read,
redacted and packed again in their place.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from redactor.formats.docx.margins import margins
from redactor.formats.docx.names import name, short
from redactor.formats.docx.story import Story
from redactor.formats.docx.styles import Styles
from redactor.formats.errors import Damaged, NeedsPassword, TooLarge
from redactor.formats.opc import (
    CONTENT_TYPES,
    PACKAGE_RELS,
    ContentTypes,
    content_types,
    owner_of,
    reachable,
    relationships,
)
from redactor.formats.package import Package, pack
from redactor.formats.slots import Manner, Mapped, Piece, unmake
from redactor.formats.xml import parse, serialise
from redactor.text.flow import Channel, Flow, Kind, Unread

#: What the root element says of a part. Parts are read in this order, so that notes follow the
#: body, then come headers, footers and comments.
_STORIES = {
    "w:document": Channel.BODY,
    "w:footnotes": Channel.FOOTNOTE,
    "w:endnotes": Channel.ENDNOTE,
    "w:hdr": Channel.HEADER,
    "w:ftr": Channel.FOOTER,
    "dgm:dataModel": Channel.TEXTBOX,
    "c:chartSpace": Channel.TEXTBOX,
    "c:userShapes": Channel.TEXTBOX,
    "w:comments": Channel.COMMENT,
}
_PROPERTIES = frozenset({"cp:coreProperties", "ep:Properties", "op:Properties"})
_CHANNELS = {
    "w15:people": Channel.COMMENT,
    "w:settings": Channel.METADATA,
    "w:styles": Channel.METADATA,
    "w:numbering": Channel.STRUCTURE,
} | dict.fromkeys(_PROPERTIES, Channel.METADATA)

#: Parts that never enter a redacted copy, by the kind of the relationship that leads to them:
#: no reader sees them, and what they hold cannot be rewritten.
DROPPED = {
    "thumbnail": "thumbnail",
    "printerSettings": "printer-settings",
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "extensibility": "custom-interface",
    "origin": "signature",
    "signature": "signature",
    "certificate": "signature",
    "oleObject": "ole-object",
    "control": "activex",
    "activeXControlBinary": "activex",
    "recipientData": "mail-merge-recipients",
}
ORPHAN = "orphan-part"
#: Elements that are nothing without the dropped part they point to.
_POINTERS = frozenset({"o:OLEObject", "w:control", "w:printerSettings", "w:recipientData"})

#: Kinds of parts in which there is nothing to read but what their makers put beside the picture.
_PICTURES = frozenset({"image", "video", "audio", "media", "font", "hdphoto"})

#: A package inside, not a binary object: it is read and written like this one.
_OFFICE = "application/vnd.openxmlformats"

MAX_DEPTH = 3


class Document:
    """The parts of one package, each parsed once.

    Its trees are what a copy is made from: one Document serves one reading or one copy.
    """

    def __init__(self, package: Package, prefix: str = "", depth: int = 0) -> None:
        """Raises Damaged."""
        self._package = package
        self._prefix = prefix
        self._depth = depth
        types = content_types(package)
        self._types = ContentTypes(types)
        self._trees: dict[str, etree._Element] = {CONTENT_TYPES: types}
        self._inner: dict[str, Document] = {}
        self._tables = itertools.count()
        self._gone: set[str] = set()
        self._edited: set[str] = set()
        self.kinds = reachable(package)
        """The kind of relationship that leads to each part; parts without one are orphans."""
        self.opaque: list[str] = []
        """Parts that are neither read nor dropped: complete once `mapped` is exhausted."""
        if "officeDocument" not in self.kinds.values():
            raise Damaged(where=PACKAGE_RELS)

    def mapped(self) -> Iterator[Mapped | Unread]:
        """Every flow: body, notes, headers, comments, then what the page does not show.

        Raises Damaged, Hostile, TooLarge.
        """
        self._parse_all()
        styles = Styles(self._first("w:styles"))
        told: list[tuple[Story, Channel]] = []
        for part in self._in_order():
            root = self._trees[part]
            channel = _STORIES.get(name(root)) or _CHANNELS.get(name(root), Channel.HIDDEN)
            story = Story(self._prefix + part, root, channel, styles, self._next_table)
            if part not in self.kinds:
                # Nothing leads to it: a leftover, which no copy keeps.
                for each in (*story.flows(), *self._margins(story, Channel.HIDDEN)):
                    each.manner = Manner.DROPPED
                    yield each
                continue
            if name(root) in _STORIES:
                yield from story.flows()
                told.append((story, channel))
                continue
            for earlier, its_channel in told:
                yield from self._margins(earlier, its_channel)
            told = []
            yield from story.flows()
            yield from self._margins(story, channel)
        for earlier, its_channel in told:
            yield from self._margins(earlier, its_channel)
        yield from self._relations()
        yield from self._others()

    def roots(self) -> dict[int, str]:
        """The full name of each part by the `id` of its tree's root, inner packages included."""
        roots = {id(root): self._prefix + part for part, root in self._trees.items()}
        for document in self._inner.values():
            roots |= document.roots()
        return roots

    def data(self, part: str) -> bytes:
        """The bytes of a part as they came."""
        return self._package.part(part)

    def trees(self) -> Mapping[str, etree._Element]:
        """The parsed parts, inner packages not included."""
        return self._trees

    @property
    def main(self) -> str:
        """The part of the body."""
        return next(part for part, kind in self.kinds.items() if kind == "officeDocument")

    def drop(self) -> set[str]:
        """Take out what no redacted copy keeps, with all that points to it. Returns the words
        for what went. Before the edits: afterwards the trees are what they are."""
        words = {part: word for part in self._package.names if (word := self._dropped(part))}
        self._gone = set(words)
        low = {part.lower() for part in words}
        for part in words:
            self._trees.pop(part, None)
            self._inner.pop(part, None)
        for node in list(self._trees[CONTENT_TYPES]):
            if (node.get("PartName") or "").lstrip("/").lower() in low:
                unmake(node)
                self._edited.add(CONTENT_TYPES)
        for rels in [part for part in self._trees if part.endswith(".rels")]:
            for each in list(relationships(self._trees[rels], rels)):
                if not each.external and each.target.lower() in low:
                    unmake(each.node)
                    self._edited.add(rels)
                    self._forget(owner_of(rels), each.id)
        dropped = set(words.values())
        for document in self._inner.values():
            dropped |= document.drop()
        return dropped

    def parts(self, touched: set[str]) -> Iterator[tuple[str, bytes]]:
        """The parts of the copy in their order; those not touched keep their bytes."""
        for part in self._package.names:
            if part in self._gone:
                continue
            inner = self._inner.get(part)
            if inner is not None and inner.is_changed(touched):
                yield part, pack(inner.parts(touched))
            elif self._prefix + part in touched or part in self._edited:
                yield part, serialise(self._trees[part])
            else:
                yield part, self._package.part(part)

    def is_changed(self, touched: set[str]) -> bool:
        """Whether a part of this package or of one inside it changed."""
        return (
            bool(self._edited or self._gone)
            or any(name.startswith(self._prefix) for name in touched)
            or any(document.is_changed(touched) for document in self._inner.values())
        )

    def _parse_all(self) -> None:
        """Parse every part that is XML, open every package inside; note what is neither."""
        for part in self._package.names:
            if part in self._trees or self._dropped(part) not in ("", ORPHAN):
                continue
            data = self._package.part(part)
            if data.startswith(b"PK\x03\x04"):
                self._open_inner(part, data)
            elif _is_xml(part, data, self._types.of(part)):
                self._trees[part] = parse(data, self._prefix + part)
            elif self._dropped(part) != ORPHAN:
                self.opaque.append(part)

    def _open_inner(self, part: str, data: bytes) -> None:
        if self._depth >= MAX_DEPTH:
            raise TooLarge(what=self._prefix + part, limit=f"{MAX_DEPTH} × zip")
        try:
            package = Package(data, self._prefix + part)
            self._inner[part] = Document(package, f"{self._prefix}{part}!", self._depth + 1)
        except (Damaged, NeedsPassword):
            # Not an Office package, or one that is locked: it stays a part that is not read.
            self.opaque.append(part)

    def _dropped(self, part: str) -> str:
        """The word for why a redacted copy leaves `part` out, empty where it stays."""
        if part in (CONTENT_TYPES, PACKAGE_RELS):
            return ""
        owner = owner_of(part) if part.endswith(".rels") else part
        kind = self.kinds.get(owner)
        if kind is None:
            return ORPHAN
        is_package = kind == "oleObject" and self._types.of(part).startswith(_OFFICE)
        return "" if is_package else DROPPED.get(kind, "")

    def _forget(self, part: str, relationship: str) -> None:
        """Take out of `part` what pointed to a relationship that went."""
        root = self._trees.get(part)
        for element in list(root.iter()) if root is not None else ():
            for key, value in list(element.attrib.items()):
                if value == relationship and short(str(key)).startswith("r:"):
                    self._edited.add(part)
                    if name(element) in _POINTERS:
                        unmake(element)
                    else:
                        del element.attrib[key]

    def _in_order(self) -> list[str]:
        """The parsed parts but relationships and types, in the order of reading."""
        order = list(_STORIES)

        def rank(part: str) -> tuple[int, int]:
            root = name(self._trees[part])
            if root in _STORIES and part in self.kinds:
                return order.index(root), list(self.kinds).index(part)
            return len(order) + (root in _PROPERTIES) + 2 * (part not in self.kinds), 0

        parts = [p for p in self._trees if p != CONTENT_TYPES and not p.endswith(".rels")]
        return sorted(parts, key=lambda part: (rank(part), part))

    def _first(self, root: str) -> etree._Element | None:
        return next((tree for tree in self._trees.values() if name(tree) == root), None)

    def _margins(self, story: Story, channel: Channel) -> Iterator[Mapped]:
        yield from story.aside
        yield from margins(story.part, story.root, channel, story.claimed)

    def _relations(self) -> Iterator[Mapped]:
        """Addresses outside the file: links, templates, sources."""
        for rels in sorted(part for part in self._trees if part.endswith(".rels")):
            for each in relationships(self._trees[rels], rels):
                if each.external and each.target:
                    channel = Channel.LINK if each.kind == "hyperlink" else Channel.METADATA
                    flow = Flow(
                        id=f"{self._prefix}{rels}#{each.id}",
                        text=each.target,
                        channel=channel,
                        kind=Kind.VALUE,
                        place=f"{self._prefix}{owner_of(rels)} · {each.kind}",
                    )
                    yield Mapped(flow, (Piece(each.target, each.node, "Target"),), Manner.NAMED)

    def _others(self) -> Iterator[Mapped | Unread]:
        """Packages inside this one, and parts that could not be read."""
        for document in self._inner.values():
            for each in document.mapped():
                if isinstance(each, Mapped):
                    each.flow = replace(each.flow, channel=Channel.EMBEDDED)
                yield each
        for part in self.opaque:
            if self.kinds.get(part) not in _PICTURES:
                yield Unread(self._prefix + part, "unread.part")

    def _next_table(self) -> int:
        return next(self._tables)


def _is_xml(part: str, data: bytes, content_type: str) -> bool:
    if part.endswith((".xml", ".rels", ".vml")) or content_type.endswith(("+xml", "/xml")):
        return True
    return data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml")
