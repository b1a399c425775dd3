"""The text of a PDF that is not on its pages: every string that its objects hold.

A walk over all objects that the trailer reaches, rather than a list of known keys: custom
keys, private data and whatever a producer invents are met too. Each string becomes a flow
with its channel, and can be rewritten in place. The walk always goes over the same bytes in
the same order, so an id names the same string when the copies are written.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from redactor.formats.pdf import attached, embedded, names, strings, xmp
from redactor.formats.pdf.broken import BROKEN
from redactor.formats.pdf.embedded import signers
from redactor.formats.pdf.naming import Ids, Namer
from redactor.formats.pdf.opening import Opened
from redactor.formats.pdf.places import (
    COMPOSITE,
    LAST,
    NAMELESS,
    PREFIXES,
    Node,
    Place,
    channel_of,
    is_name,
    left_out,
    place_of,
    stem_of,
)
from redactor.formats.pdf.speaking import speaks
from redactor.formats.pdf.strings import readable
from redactor.formats.pdf.undrawn import Undrawn
from redactor.text.flow import Channel, Flow, Kind, Unread


@dataclass
class Walk:
    """One walk over the objects of a file: its pages in order, then the document."""

    pdf: pikepdf.Pdf
    opened: Opened | None = None
    """The same file as the engine that draws pages reads it: it knows what streams say. Without
    it, strings alone are met."""
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _pages: set[tuple[int, int]] = field(default_factory=set)
    _numbers: dict[tuple[int, int], int] = field(default_factory=dict)
    _attached: set[tuple[int, int]] = field(default_factory=set)
    _texts: set[str] = field(default_factory=set)
    """Strings that were met: an earlier revision has most of them too."""
    _ids: Ids = field(default_factory=Ids)

    def __post_init__(self) -> None:
        self._numbers = {page.obj.objgen: n for n, page in enumerate(self.pdf.pages, 1)}
        self._pages = set(self._numbers)
        self._namer = Namer(self.pdf, self._ids)
        self._undrawn = Undrawn(self.pdf, self.opened, self._ids, self._namer)

    def everything(self, strays: bool = False) -> Iterator[Place | Unread]:
        """The whole walk, in its one order; at its end, if asked, what nothing leads to."""
        for number in range(1, len(self.pdf.pages) + 1):
            yield from self.page(number)
        yield from self.document()
        if strays:
            yield from self.strays()

    def strays(self) -> Iterator[Place]:
        """What the file holds and nothing in it leads to. Asked for last."""
        yield from self._undrawn.strays(self._texts)

    def page(self, number: int) -> Iterator[Place | Unread]:
        """What hangs on page `number` (1-based): annotations, links, private data."""
        page = self.pdf.pages[number - 1].obj
        prefix = f"p{number}."
        annots = page.get("/Annots")
        if isinstance(annots, pikepdf.Array):
            for order, annot in enumerate(annots, 1):
                if isinstance(annot, pikepdf.Dictionary):
                    yield from self._annotation(annot, prefix, order, number)
        for key in sorted(page.keys()):
            if key in ("/Annots", "/Parent", "/Contents", "/B"):
                continue
            node = Node(page[key], key, page, channel_of(key, Channel.METADATA), prefix, key[1:])
            yield from self._walk(node, number)
        yield from self._undrawn.on_page(number)

    def document(self) -> Iterator[Place | Unread]:
        """What the document holds outside its pages, and what no page draws of what it lists."""
        yield from self._undrawn.by_no_page()
        info = self.pdf.trailer.get("/Info")
        if isinstance(info, pikepdf.Dictionary):
            for key in sorted(info.keys()):
                node = Node(info[key], key, info, Channel.METADATA, "meta.", key[1:])
                yield from self._walk(node, None)
            named = Node(info, "/Info", None, Channel.METADATA, "meta.", "Info")
            yield from self._namer.of(named, info, None)
        root = self.pdf.Root
        for name in names.destinations(root):
            yield self._namer.place(name, "bookmark.dest", Channel.BOOKMARK, None)
        for key in sorted(root.keys(), key=lambda key: (LAST.get(key, 0), key)):
            if key == "/Pages":
                continue
            channel = channel_of(key, Channel.METADATA)
            prefix = PREFIXES.get(channel, "meta.")
            yield from self._walk(Node(root[key], key, root, channel, prefix, key[1:]), None)
        for key in sorted(self.pdf.trailer.keys()):
            if key in ("/Root", "/Info", "/Encrypt", "/ID", "/Prev", "/Size", "/XRefStm"):
                continue
            trailer = self.pdf.trailer
            node = Node(trailer[key], key, trailer, Channel.METADATA, "meta.", key[1:])
            yield from self._walk(node, None)

    def _annotation(
        self, annot: pikepdf.Dictionary, prefix: str, order: int, page: int
    ) -> Iterator[Place | Unread]:
        kind = str(annot.get("/Subtype", ""))
        channel = {
            "/Link": Channel.LINK,
            "/Widget": Channel.FORM,
            "/FileAttachment": Channel.ATTACHMENT,
        }.get(kind, Channel.ANNOTATION)
        name = {Channel.LINK: "link", Channel.FORM: "form"}.get(channel, "annot")
        node = Node(
            annot, "", None, channel, f"{prefix}{name}.{order}.", kind.lstrip("/"), owner=annot
        )
        yield from self._walk(node, page)

    def _walk(self, start: Node, page: int | None) -> Iterator[Place | Unread]:
        stack = [start]
        while stack:
            node = stack.pop()
            value = node.value
            if isinstance(value, pikepdf.String):
                yield from self._string(node, page)
            elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
                if self._met(value):
                    continue
                if isinstance(value, pikepdf.Stream):
                    yield from self._stream(node, value, page)
                elif _is_signature(value):
                    yield from self._signers(node, value, page)
                elif "/EF" in value:
                    yield from self._inside(value)
                yield from self._namer.of(node, value, page)
                stack += reversed(list(self._children(node, value)))
            elif isinstance(value, pikepdf.Array):
                if self._met(value):
                    continue
                if len(value) and is_name(value[0], "/Indexed"):
                    continue  # a lookup table of colours, 8.6.6.3
                yield from self._namer.of(node, value, page)
                stack += reversed(
                    [
                        Node(
                            item,
                            str(index),
                            value,
                            node.channel,
                            node.prefix,
                            node.place,
                            node.owner,
                        )
                        for index, item in enumerate(value)
                        if isinstance(item, COMPOSITE)
                    ]
                )

    def _inside(self, spec: Any) -> Iterator[Place]:
        """What a file inside the file says."""
        if self.opened is None:
            return
        for name, stream in attached.streams(spec):
            if stream.objgen not in self._attached:
                self._attached.add(stream.objgen)
                yield from (Place(flow, left_out) for flow in attached.flows(name, stream))

    def _met(self, value: Any) -> bool:
        """Whether an indirect object was met before, or is a page: another walk's business."""
        if not value.is_indirect:
            return False
        key = value.objgen
        if key in self._seen or key in self._pages:
            return True
        self._seen.add(key)
        return False

    def _children(self, node: Node, value: Any) -> Iterator[Node]:
        kind = value.get("/Type")
        if is_name(kind, "/FontDescriptor") or is_name(kind, "/XRef"):
            return
        signature = _is_signature(value)
        # Its own strings first: a title before the titles below it.
        children = [(key, value[key]) for key in sorted(value.keys())]
        children.sort(key=lambda pair: not isinstance(pair[1], pikepdf.String))
        for key, child in children:
            if not isinstance(child, COMPOSITE) or child.objgen in self._seen:
                continue
            upward = key in ("/P", "/Pg", "/ParentTree", "/IDTree")
            if upward and isinstance(child, pikepdf.Dictionary):
                continue  # an array under /P lists a user's properties (14.7.6.4)
            if key == "/Limits":  # the first and last names of a branch, again
                continue
            if key == "/Contents" and signature:
                continue
            yield Node(
                child,
                key,
                value,
                channel_of(key, node.channel),
                node.prefix if channel_of(key, node.channel) == node.channel else "",
                place_of(node.place, key),
                node.owner,
            )

    def _page_of(self, element: Any) -> int | None:
        """The page that a structure element says it is on (14.7.2)."""
        shown = element.get("/Pg") if isinstance(element, pikepdf.Dictionary) else None
        return self._numbers.get(shown.objgen) if isinstance(shown, pikepdf.Dictionary) else None

    def _signers(self, node: Node, value: Any, page: int | None) -> Iterator[Place]:
        """Who signed, as the certificates say; the copy has no signature."""
        raw = value.get("/Contents")
        for text in signers(bytes(raw)) if isinstance(raw, pikepdf.String) else ():
            signer = replace(node, key="/Signer", place="Signature")
            yield Place(self._flow(signer, text, page), left_out)

    def _string(self, node: Node, page: int | None) -> Iterator[Place]:
        structure = node.channel is Channel.STRUCTURE
        named = structure and node.key == "/ID"
        text = readable("/T" if named else node.key, node.value)
        if text is None or (named and not speaks(text)):
            return
        if node.key in _RICH:
            text = strings.unmarked(text)
            if not text or text in map(str, _values(node.parent, _PLAIN)):
                return
            # The copy has none: it keeps the plain one, and what the annotation shows.
            yield Place(self._flow(node, text, page), left_out)
            return
        self._texts.add(text)
        if structure and page is None:
            page = self._page_of(node.parent)
        parent, key = node.parent, node.key

        def write(new: str) -> None:
            value = pikepdf.String(_ascii(new) if key == "/URI" else new)
            if named:
                names.rename_elements(self.pdf, bytes(node.value), bytes(value))
            if isinstance(parent, pikepdf.Array):
                parent[int(key)] = value
            else:
                parent[key] = value

        yield Place(self._flow(node, text, page), write, node.owner)

    def _stream(self, node: Node, value: Any, page: int | None) -> Iterator[Place | Unread]:
        """XML and scripts kept as streams. Content streams are the pages' business."""
        form = node.place.endswith("XFA")
        typed = is_name(value.get("/Type"), "/Metadata") or value.get("/Subtype") == "/XML"
        packet = typed or node.key == "/Metadata"
        if value.get("/Subtype") == "/Image":
            for name, text in embedded.notes(value):
                picture = replace(node, key="/Note", place=name, channel=Channel.METADATA)
                yield Place(self._flow(picture, text, page), left_out)
            return
        named = NAMELESS.isdisjoint(node.place.split("/"))
        private = named and not packet and not form and embedded.is_private(node.key, value)
        if not (packet or form or private or node.key in ("/JS", "/RC", "/DS")):
            return
        try:
            raw = value.read_bytes()
        except BROKEN:
            yield Unread(node.place, "unread.damaged-object", page)
            return
        if private and not embedded.is_text(raw):
            return
        if packet or form:
            try:
                yield from self._xml(node, value, xmp.Packet(raw), page)
                return
            except xmp.Malformed:
                pass  # read as the text it is: a fragment of a form, or broken XML
        text = embedded.unhexed(_decode(raw)) if private else _decode(raw)
        if text.strip():
            wide = raw.startswith((b"\xfe\xff", b"\xff\xfe"))

            def write(new: str) -> None:
                value.write(new.encode("utf-16" if wide else "utf-8"))

            yield Place(self._flow(node, text, page, Kind.SOURCE), write, node.owner)

    def _xml(self, node: Node, value: Any, packet: xmp.Packet, page: int | None) -> Iterator[Place]:
        for leaf in packet.leaves():

            def write(new: str, leaf: xmp.Leaf = leaf) -> None:
                leaf.write(new)
                value.write(packet.serialise())

            form = node.channel is Channel.FORM
            prefix = "form.xfa." if form else f"p{page}.xmp." if page else "meta.xmp."
            flow = Flow(
                f"{prefix}{self._ids.number(prefix)}",
                leaf.text,
                node.channel,
                page,
                Kind.VALUE,
                place=f"{'XFA' if form else 'XMP'} {leaf.name}",
            )
            yield Place(flow, write, node.owner)

    def _flow(self, node: Node, text: str, page: int | None, kind: Kind = Kind.VALUE) -> Flow:
        prefix = node.prefix or (f"p{page}." if page else "")
        if not node.prefix:
            prefix += PREFIXES.get(node.channel, "meta.")
        stem = f"{prefix}{stem_of(node)}"
        number = self._ids.number(stem)
        id = stem if number == 1 and not stem.endswith(".") else f"{stem.rstrip('.')}.{number}"
        return Flow(id, text, node.channel, page, kind, place=node.place)


_RICH = ("/RC", "/RV")
_PLAIN = ("/Contents", "/V")
"""Where rich text is said again without its mark-up (12.5.6.2 and 12.7.4.4)."""


def _values(holder: Any, keys: tuple[str, ...]) -> list[Any]:
    return [holder[key] for key in keys if isinstance(holder, pikepdf.Dictionary) and key in holder]


def _is_signature(value: Any) -> bool:
    return "/ByteRange" in value or is_name(value.get("/Type"), "/Sig")


def _decode(raw: bytes) -> str:
    for encoding in ("utf-16",) if raw[:2] in (b"\xfe\xff", b"\xff\xfe") else ("utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _ascii(text: str) -> str:
    """A URI is 7-bit text (12.6.4.8): what a label brings beyond it is dropped."""

    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
