"""A Word package as flows mapped to its trees.

Also reads the packages inside it (workbooks behind charts, embedded documents), the imported
texts and the pictures' notes.
"""

import itertools
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Self
from urllib.parse import quote, unquote

from lxml import etree

from redactor.formats.base import Box
from redactor.formats.docx.changes import COMMENT_KINDS
from redactor.formats.docx.crops import cropped
from redactor.formats.docx.margins import margins
from redactor.formats.docx.names import name
from redactor.formats.docx.story import Story
from redactor.formats.docx.stylenames import style_names
from redactor.formats.docx.styles import Styles
from redactor.formats.docx.traces import embeds_subsets, without_traces
from redactor.formats.docx.unseen import Unseen
from redactor.formats.errors import Damaged
from redactor.formats.ocr import Reader
from redactor.formats.opc import (
    CONTENT_TYPES,
    PACKAGE_RELS,
    ContentTypes,
    content_types,
    owner_of,
    reachable,
    relationships,
    rels_name,
)
from redactor.formats.package import Package
from redactor.formats.parts import NOTHING, UNREAD, Parts
from redactor.formats.plain.encoding import Decoded, decode
from redactor.formats.slots import MARK, Manner, Mapped, Piece
from redactor.formats.xml import legal, parse
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
_DROPPED = {
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
    "hdphoto": "picture-original",
}
#: A part that nothing leads to: a leftover of an earlier state.
ORPHAN = "orphan-part"
_OLE_TYPE = "oleObject"
_OLE = b"\xd0\xcf\x11\xe0"
_EMBEDDED = frozenset({"oleObject", "package"})

#: Kinds of parts in which there is nothing to read.
_SILENT = frozenset({"font"})
#: Types of imported parts that are text as they stand.
_TEXTS = ("text/html", "text/plain", "application/xhtml+xml")

#: Names that Office and its likes give to parts.
_USUAL_NAME = re.compile(
    r"(document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes"
    r"|endnotes|header|footer|comments|commentsExtended|commentsIds|commentsExtensible|people"
    r"|theme|image|media|chart|colors|style|data|drawing|layout|quickStyle|item|itemProps|core"
    r"|app|custom|thumbnail|oleObject|font|printerSettings|vbaProject|vbaData|activeX|afchunk"
    r"|Microsoft_(Office_)?(Excel|Word|PowerPoint)\w*|workbook|sheet|sharedStrings|calcChain"
    r"|table|slide|vmlDrawing|hdphoto|keyMapCustomizations|customizations|attachedToolbars"
    r"|LabelInfo|features?|featurePropertyBag|person|metadata|glossary)[\d_-]*(\.\w+)?",
    re.IGNORECASE,
)

#: Kinds of parts that a profile may leave out, by the word for it.
_OPTIONAL = dict.fromkeys(COMMENT_KINDS, "comments") | dict.fromkeys(
    ("core-properties", "extended-properties", "custom-properties"), "properties"
)


class Document(Parts):
    """The parts of one package. See `Parts`."""

    def __init__(
        self, package: Package, prefix: str = "", depth: int = 0, reader: Reader | None = None
    ) -> None:
        """Raises Damaged."""
        super().__init__(package, prefix, depth, reader)
        types = content_types(package)
        self._types = ContentTypes(types)
        self.kinds = reachable(package)
        """The kind of relationship that leads to each part; parts without one are orphans."""
        if "officeDocument" not in self.kinds.values():
            raise Damaged(where=PACKAGE_RELS)
        self.trees[CONTENT_TYPES] = types
        self._parsed = {CONTENT_TYPES}
        self.texts: dict[str, Decoded] = {}
        """Parts that are plain text; the tree of each is one element that holds it."""
        self.is_traceless = False
        """Whether the copy being made is rid of what ties it to its author's other files."""
        self._unseen = Unseen(None)
        self._commented: dict[str, str] = {}

    def is_word(self) -> bool:
        """Whether the main part is a Word text: as it is declared, else by what it says."""
        if "wordprocessingml" in self._types.of(self.main):
            return True
        return name(parse(self.data(self.main), self.main)) == "w:document"

    @property
    def main(self) -> str:
        """The part of the body."""
        return next(part for part, kind in self.kinds.items() if kind == "officeDocument")

    def fate(self, part: str, unwanted: frozenset[str] = NOTHING) -> str:
        if part in (CONTENT_TYPES, PACKAGE_RELS):
            return ""
        owner = owner_of(part) if part.endswith(".rels") else part
        kind = self.kinds.get(owner)
        if kind is None:
            return ORPHAN
        if owner in self._unread:
            return UNREAD
        if kind in _EMBEDDED and not self._types.of(owner).endswith(_OLE_TYPE):
            # A package is read; a file of older programs is not.
            return "ole-object" if self.data(owner).startswith(_OLE) else ""
        if kind == "font" and self._embeds_subsets:
            return "embedded-fonts"
        word = _OPTIONAL.get(kind, "")
        return _DROPPED.get(kind) or (word if word in unwanted else "")

    @cached_property
    def _embeds_subsets(self) -> bool:
        settings = (part for part, kind in self.kinds.items() if kind == "settings")
        return any(embeds_subsets(self.data(part)) for part in settings)

    def has_traces(self) -> bool:
        """Whether a part says what ties the file to others of its author."""
        xml = (part for part in self.trees if part not in self.texts)
        return any(without_traces(data) != data for data in map(self.data, xml))

    def is_changed(self, touched: set[str]) -> bool:
        return super().is_changed(touched) or (self.is_traceless and self.has_traces())

    def _finished(self, part: str, data: bytes) -> bytes:
        is_xml = part in self.trees and part not in self.texts
        return without_traces(data) if self.is_traceless and is_xml else data

    def _is_silent(self, part: str) -> bool:
        return self.kinds.get(part) in _SILENT

    def cropped(self) -> Mapping[str, Sequence[Box]]:
        return cropped(self.trees, self.pictures)

    def _inside(self, package: Package, prefix: str) -> Self:
        return type(self)(package, prefix, self._depth + 1, self._reader)

    def _follow_renames(self) -> None:
        for part, called in list(self.renamed.items()):
            if rels_name(part) in self.trees:
                self.renamed[rels_name(part)] = rels_name(called)
        low = {part.lower(): called for part, called in self.renamed.items()}
        for node in self.trees[CONTENT_TYPES]:
            now = low.get(unquote(node.get("PartName") or "").lstrip("/").lower())
            if now is not None:
                node.set("PartName", f"/{quote(now)}")
                self.edited.add(CONTENT_TYPES)
        for rels in [part for part in self.trees if part.endswith(".rels")]:
            for each in relationships(self.trees[rels], rels):
                now = None if each.external else low.get(each.target.lower())
                if now is not None:
                    each.node.set("Target", f"/{quote(now)}")
                    self.edited.add(rels)

    def _serialised(self, part: str) -> bytes:
        decoded = self.texts.get(part)
        if decoded is not None:
            return decoded.encode(self.trees[part].text or "")
        return super()._serialised(part)

    def mapped(self) -> Iterator[Mapped | Unread]:
        self._parse(self.main)
        for part, kind in self.kinds.items():
            if kind == "styles":
                self._parse(part)
        styles = Styles(self._first("w:styles"))
        self._unseen = Unseen(self._first("w:styles"))
        # The body is told before the rest is parsed: it is the first screen.
        told = [self._story(self.main, styles)]
        yield from told[0].flows()
        for part in self.names:
            self._parse(part)
        for part in self._in_order():
            story = self._story(part, styles)
            if part in self.kinds and name(story.root) in _STORIES:
                yield from story.flows()
                told.append(story)
                continue
            yield from self._margins(told)
            for each in itertools.chain(story.flows(), self._margins([story])):
                if part not in self.kinds:
                    each.manner = Manner.DROPPED
                yield each
        yield from self._margins(told)
        yield from style_names(self.prefix, self.trees)
        yield from self._relations()
        yield from self._part_names()
        yield from self._imported()
        yield from self._picture_flows()
        yield from self._dropped_flows()
        yield from self._others()

    def _parse(self, part: str) -> None:
        """Parse a part that is XML, open a package inside; note what is neither. Once."""
        if part in self._parsed or self.fate(part) not in ("", ORPHAN):
            return
        self._parsed.add(part)
        data = self.data(part)
        content_type = self._types.of(part)
        if data.startswith(b"PK\x03\x04"):
            self._open_inner(part, data)
        elif content_type in _TEXTS and self._take_text(part, data):
            return
        elif _is_xml(part, data, content_type):
            self.trees[part] = parse(data, self.prefix + part)
        else:
            self._take_bytes(part, data)

    def _take_text(self, part: str, data: bytes) -> bool:
        decoded = decode(data)
        if decoded is None or legal(decoded.text) != decoded.text:
            return False
        self.texts[part] = decoded
        self.trees[part] = etree.Element("text")
        self.trees[part].text = decoded.text
        return True

    def _in_order(self) -> list[str]:
        """The parsed parts but relationships, types and texts, in the order of reading."""
        order = list(_STORIES)
        kinds = list(self.kinds)

        def rank(part: str) -> tuple[int, int, str]:
            root = name(self.trees[part])
            if part not in self.kinds:
                return len(order) + 2, 0, part
            if root in _STORIES:
                return order.index(root), kinds.index(part), part
            return len(order) + (root in _PROPERTIES), 0, part

        return sorted(
            (
                part
                for part in self.trees
                if part not in (CONTENT_TYPES, self.main)
                and part not in self.texts
                and not part.endswith(".rels")
            ),
            key=rank,
        )

    def _first(self, root: str) -> etree._Element | None:
        return next((tree for tree in self.trees.values() if name(tree) == root), None)

    def _story(self, part: str, styles: Styles) -> Story:
        root = self.trees[part]
        channel = _STORIES.get(name(root)) or _CHANNELS.get(name(root), Channel.HIDDEN)
        channel = channel if part in self.kinds else Channel.HIDDEN
        return Story(
            self.prefix + part,
            root,
            channel,
            styles,
            self._next_table,
            self._unseen,
            self._commented,
        )

    def _margins(self, told: list[Story]) -> Iterator[Mapped]:
        """What the page does not show of the parts told so far; each once."""
        while told:
            story = told.pop(0)
            yield from story.aside
            yield from margins(story.part, story.root, story.channel, story.claimed)

    def _relations(self) -> Iterator[Mapped]:
        """Addresses outside the file (links, templates, sources), and names of its places."""
        for rels in sorted(part for part in self.trees if part.endswith(".rels")):
            for each in relationships(self.trees[rels], rels):
                target = each.target if each.external else each.node.get("Target", "")
                if target and (each.external or target.startswith("#")):
                    channel = Channel.LINK if each.kind == "hyperlink" else Channel.METADATA
                    flow = Flow(
                        id=f"{self.prefix}{rels}#{each.id}",
                        text=target,
                        channel=channel,
                        kind=Kind.VALUE,
                        place=f"{self.prefix}{owner_of(rels)} · {each.kind}",
                    )
                    yield Mapped(flow, (Piece(target, each.node, "Target"),), Manner.NAMED)

    def _part_names(self) -> Iterator[Mapped]:
        """Names of parts that a person gave: Word's own writers number theirs."""
        for part in self.names:
            base = posixpath.basename(part)
            if part in self.kinds and not _USUAL_NAME.fullmatch(base):
                yield self._part_name(part)

    def _imported(self) -> Iterator[Mapped]:
        """Texts of another format that Word shows as part of the body."""
        for part, decoded in self.texts.items():
            root = self.trees[part]
            flow = Flow(
                id=f"{self.prefix}{part}#0",
                text=decoded.text,
                kind=Kind.SOURCE,
                place=self.prefix + part,
            )
            manner = Manner.MARKED if decoded.can_hold(MARK) else Manner.NAMED
            yield Mapped(flow, (Piece(decoded.text, root),), manner)

    def _others(self) -> Iterator[Mapped | Unread]:
        """Packages inside this one, and parts that could not be read."""
        for document in self.inner.values():
            for each in document.mapped():
                if isinstance(each, Mapped):
                    each.flow = replace(each.flow, channel=Channel.EMBEDDED)
                yield each
        for part in self.opaque:
            if not self._is_silent(part):
                yield Unread(self.prefix + part, "unread.part")


def _is_xml(part: str, data: bytes, content_type: str) -> bool:
    if part.endswith((".xml", ".rels", ".vml")) or content_type.endswith(("+xml", "/xml")):
        return True
    return data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml")
