"""Every object of a PDF: strings, names and decompressed streams, by qpdf (ISO 32000-1, 7.3).

The walk starts at the trailer, so that each thing is known by where it hangs; what hangs
nowhere is an orphan. Shown text of streams that no page engine reads (patterns, glyph
procedures, appearances) is decoded here with the fonts' own ToUnicode.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pikepdf

from redactor.formats.pdf.broken import BROKEN
from redactor.release.verify import binary, pdf_text, pdf_vocabulary
from redactor.release.verify.objects import Objects
from redactor.release.verify.xml_text import loose_text
from redactor.text.flow import Channel, Unread

Kind = Literal["shown", "string", "name", "file", "bytes", "program"]


@dataclass(frozen=True, slots=True)
class Said:
    """Text found in one object."""

    texts: tuple[str, ...]
    """Each apart: nothing is one text with its neighbour."""
    kind: Kind
    number: int
    """The object's number, 0 for the trailer."""
    home: str
    """``page``, ``annotation``, ``structure``, ``outline``, ``metadata``, ``layer``, ``file``,
    ``script``, ``orphan``."""
    page: int | None = None


#: The channels whose flows may account for what hangs at a home.
CHANNELS: Mapping[str, frozenset[Channel]] = {
    "page": frozenset({Channel.STRUCTURE, Channel.LAYER, Channel.METADATA}),
    "annotation": frozenset(
        {Channel.ANNOTATION, Channel.FORM, Channel.LINK, Channel.COMMENT, Channel.SCRIPT,
         Channel.ATTACHMENT}
    ),
    "structure": frozenset({Channel.STRUCTURE}),
    "outline": frozenset({Channel.BOOKMARK, Channel.LINK}),
    "metadata": frozenset({Channel.METADATA}),
    "layer": frozenset({Channel.LAYER}),
    "file": frozenset({Channel.ATTACHMENT, Channel.EMBEDDED, Channel.FILENAME}),
    "script": frozenset({Channel.SCRIPT, Channel.LINK}),
    "orphan": frozenset(),
}  # fmt: skip

_HOMES = {
    "/Outlines": "outline", "/Dests": "outline", "/Names": "file", "/AcroForm": "annotation",
    "/StructTreeRoot": "structure", "/OCProperties": "layer", "/OpenAction": "script",
    "/AA": "script", "/AF": "file", "/Collection": "file",
}  # fmt: skip
_NAMES_HOMES = {"/Dests": "outline", "/JavaScript": "script", "/EmbeddedFiles": "file"}


_PACKED = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")
#: No honest stream unpacks to more.
LIMIT = 512 * 1024 * 1024


@dataclass
class Walk:
    """One walk over a file, page after page, then the document, then the orphans."""

    file: Objects
    visited: set[tuple[int, int]] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)
    objects: int = 0
    _not_text: set[tuple[int, int]] = field(default_factory=set)
    _styles: set[str] = field(default_factory=set)
    _fonts: set[tuple[int, int]] = field(default_factory=set)
    """Dictionaries of fonts, whose keys are names of the producer's."""

    def __post_init__(self) -> None:
        self._styles = set(_role_names(self.file.pdf.Root))
        self.visited.update(self.file.pages)

    def __iter__(self) -> Iterator[Said]:
        for number in range(1, len(self.file.pages) + 1):
            yield from self.page(number)
        yield from self.document()

    def page(self, number: int) -> Iterator[Said]:
        """What hangs on a page and on no page before it."""
        if number <= len(self.file.pages):
            yield from self._page(self.file.page(number - 1), number)

    def document(self) -> Iterator[Said]:
        """What hangs on no page; to be asked for after the pages."""
        root = self.file.pdf.Root
        for key in root.keys():  # noqa: SIM118 - a pikepdf dictionary
            if key == "/Names" and isinstance(root[key], pikepdf.Dictionary):
                names = root[key]
                self.visited.add(names.objgen)
                for part in names.keys():  # noqa: SIM118 - a pikepdf dictionary
                    yield from self._value(names[part], _NAMES_HOMES.get(part, "metadata"), None)
            else:
                yield from self._value(root[key], _HOMES.get(key, "metadata"), None)
        yield from self._source(_dictionary_keys(root), 0, "metadata", None)
        self.visited.add(root.objgen)
        trailer = self.file.pdf.trailer
        for key in trailer.keys():  # noqa: SIM118 - a pikepdf dictionary
            if key not in ("/Root", "/ID", "/Encrypt", "/Prev", "/Size", "/XRefStm"):
                yield from self._value(trailer[key], "metadata", None)
        yield from self._source(_dictionary_keys(trailer), 0, "metadata", None)
        yield from self._orphans()

    def _page(self, page: Any, number: int) -> Iterator[Said]:
        self.objects += 1
        keys: list[str] = []
        for key in page.keys():  # noqa: SIM118 - a pikepdf dictionary
            if key == "/Parent":
                continue
            keys.append(key)
            if key == "/Annots":
                yield from self._value(page[key], "annotation", number)
            elif key == "/Contents":
                yield from self._contents(page[key], number)
            elif key in ("/PieceInfo", "/Metadata", "/LastModified", "/Thumb"):
                yield from self._value(page[key], "metadata", number)
            else:
                yield from self._value(page[key], "page", number)
        yield from self._names(" ".join(keys).encode("utf-8", "replace"), 0, "page", number)
        parent = page.get("/Parent")
        while isinstance(parent, pikepdf.Dictionary) and parent.objgen not in self.visited:
            self.visited.add(parent.objgen)
            for key in parent.keys():  # noqa: SIM118 - a pikepdf dictionary
                if key not in ("/Kids", "/Parent"):
                    yield from self._value(parent[key], "page", number)
            parent = parent.get("/Parent")

    def _contents(self, value: Any, number: int) -> Iterator[Said]:
        """A page's streams read as one, since a word may go on from one to the next."""
        streams = list(value) if isinstance(value, pikepdf.Array) else [value]
        if isinstance(value, pikepdf.Array):
            self.visited.add(value.objgen)
        data: list[bytes] = []
        first = 0
        for stream in streams:
            if not isinstance(stream, pikepdf.Stream) or stream.objgen in self.visited:
                continue
            self.visited.add(stream.objgen)
            self.objects += 1
            first = first or stream.objgen[0]
            source = stream.stream_dict.unparse(resolved=True)
            yield from self._source(source, stream.objgen[0], "page", number)
            yield from self._behind(stream, source, "page", number)
            content = self._bytes(stream)
            if content:
                data.append(content)
        if data:
            yield from self._shown(b"\n".join(data), None, first, "page", number)

    def _value(self, value: Any, home: str, page: int | None) -> Iterator[Said]:
        """What hangs on a value, by whatever number of references."""
        stack = [value]
        while stack:
            item = stack.pop()
            if not isinstance(item, pikepdf.Object):
                if isinstance(item, str):
                    yield from self._source(f"({item})".encode("utf-8", "replace"), 0, home, page)
                continue
            name = item.objgen
            if name != (0, 0):
                if name in self.visited:
                    continue
                self.visited.add(name)
                self.objects += 1
            is_stream = isinstance(item, pikepdf.Stream)
            source = (item.stream_dict if is_stream else item).unparse(resolved=True)
            self._note(source)
            if name not in self._fonts:
                yield from self._source(source, name[0], home, page)
            if is_stream:
                yield from self._stream(item, source, home, page)
            stack += [
                self.file.pdf.get_object(reference)
                for reference in pdf_text.references(source)
                if reference not in self.visited
            ]

    def _note(self, source: bytes) -> None:
        for groups in pdf_vocabulary.NOT_TEXT.findall(source):
            one, two, three, four = groups
            self._not_text.add((int(one or three), int(two or four)))
        for number, generation in pdf_vocabulary.FONT_DICTIONARY.findall(source):
            self._fonts.add((int(number), int(generation)))

    def _source(self, source: bytes, number: int, home: str, page: int | None) -> Iterator[Said]:
        """Strings and names of an object's source."""
        source = pdf_vocabulary.GLYPHS.sub(b" ", pdf_vocabulary.RANDOM.sub(b" ", source))
        if b"(" in source or b"<" in source.replace(b"<<", b""):
            texts = tuple(
                text
                for string in pdf_text.strings(source)
                for written in pdf_text.texts_of(string)
                for text in (loose_text(written) if _is_rich(written) else (written,))
                if text and not pdf_vocabulary.PROGRAMS.fullmatch(text)
            )
            if texts:
                yield Said(texts, "string", number, home, page)
        yield from self._names(source, number, home, page)

    def _names(self, source: bytes, number: int, home: str, page: int | None) -> Iterator[Said]:
        source = pdf_vocabulary.FONT_KEYS.sub(b" ", pdf_vocabulary.FONT_NAMES.sub(b" ", source))
        if not pdf_vocabulary.NAMED_AT_WILL.search(source):
            source = pdf_vocabulary.OWN_NAME.sub(b" ", source)
        if b"/" in source:
            own = pdf_vocabulary.standard_names()
            names = {
                name
                for name in pdf_text.names(source)
                if len(name) > 2 and name not in own and name not in self._styles
            }
            if names:
                yield Said(tuple(sorted(names)), "name", number, home, page)

    def _stream(self, stream: Any, source: bytes, home: str, page: int | None) -> Iterator[Said]:
        number = stream.objgen[0]
        yield from self._behind(stream, source, home, page)
        kind = str(stream.get("/Subtype", ""))
        if stream.objgen in self._not_text or pdf_vocabulary.BINARY_DICT.search(source):
            said = tuple(pdf_text.said_by_program(self._bytes(stream) or b""))
            if said:
                yield Said(said, "program", number, home, page)
            return
        if kind == "/Image":
            yield from _said(_picture_text(stream), "bytes", number, home, page)
            return
        data = self._bytes(stream)
        if data is None:
            return
        if kind == "/Form" or "/PatternType" in stream or _is_content(data):
            yield from self._shown(data, _fonts(stream), number, home, page)
        elif stream.get("/Type") == "/EmbeddedFile":
            yield from _said([data], "file", number, "file", page)
        elif stream.get("/Type") in ("/ObjStm", "/XRef"):
            return
        elif binary.is_markup(data):
            texts = [
                text
                for text in loose_text(binary.decode(data))
                if not pdf_vocabulary.PROGRAMS.fullmatch(text.strip())
            ]
            yield Said(tuple(texts), "string", number, home, page)
        else:
            yield from _said([data], "bytes", number, home, page)

    def _shown(
        self,
        data: bytes,
        fonts: Mapping[str, Mapping[bytes, str]] | None,
        number: int,
        home: str,
        page: int | None,
    ) -> Iterator[Said]:
        text, aside, names = pdf_text.shown_text(data, fonts)
        if text:
            yield Said((text,), "shown", number, home, page)
        if aside:
            yield Said(tuple(aside), "string", number, home, page)
        own = pdf_vocabulary.standard_names()
        names = [n for n in set(names) if len(n) > 2 and n not in own and n not in self._styles]
        if names:
            yield Said(tuple(names), "name", number, home, page)

    def _behind(self, stream: Any, source: bytes, home: str, page: int | None) -> Iterator[Said]:
        """Bytes of a stream beyond the end of what is packed in it, which no reader unpacks."""
        if not _PACKED.search(source):
            return
        try:
            rest = pdf_text.behind_packed(stream.read_raw_bytes())
        except BROKEN:
            return  # said unread where its content is asked for
        if rest:
            yield from _said([rest], "bytes", stream.objgen[0], home, page)

    def _bytes(self, stream: Any) -> bytes | None:
        try:
            data: bytes = stream.read_bytes()
        except (pikepdf.PdfError, NotImplementedError, ValueError):
            try:
                data = stream.read_raw_bytes()
            except BROKEN:
                self.unread.append(Unread(f"object {stream.objgen[0]}", "unread.damaged-object"))
                return None
        return data[:LIMIT]

    def _orphans(self) -> Iterator[Said]:
        items: list[Any] = list(self.file.pdf.objects)
        for item in items:
            if not isinstance(item, pikepdf.Object):
                continue  # a number or a truth value: no text
            if item.objgen in self.visited:
                continue
            if isinstance(item, pikepdf.Stream) and item.get("/Type") in ("/ObjStm", "/XRef"):
                continue
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Pages":
                continue
            yield from self._value(item, "orphan", None)


def _is_rich(text: str) -> bool:
    """Whether a string is text with mark-up, as notes and fields have it (ISO 32000-2, 12.7.4)."""
    return text.lstrip().startswith("<") and "</" in text


def _said(
    pieces: list[bytes], kind: Kind, number: int, home: str, page: int | None
) -> Iterator[Said]:
    for data in pieces:
        if kind == "file":
            # Nested files are read by what they are: see `nested`.
            yield Said((data.decode("latin-1"),), "file", number, home, page)
            continue
        texts = tuple(text for _, text in binary.any_text(data))
        if texts:
            yield Said(texts, kind, number, home, page)


def _dictionary_keys(value: Any) -> bytes:
    return " ".join(value.keys()).encode("utf-8", "replace")


def _role_names(root: Any) -> Iterator[str]:
    """Structure types of the producer's own: names of styles."""
    tree = root.get("/StructTreeRoot")
    roles = tree.get("/RoleMap") if isinstance(tree, pikepdf.Dictionary) else None
    if isinstance(roles, pikepdf.Dictionary):
        for key in roles.keys():  # noqa: SIM118 - a pikepdf dictionary
            yield key[1:]
            yield str(roles[key])[1:]


def _is_content(data: bytes) -> bool:
    return bool(re.search(rb"\bBT\b.*?\bT[jJ*]|\bd[01]\s", data[:65536], re.DOTALL))


def _picture_text(stream: Any) -> list[bytes]:
    filters = str(stream.get("/Filter", ""))
    if "DCTDecode" not in filters and "JPXDecode" not in filters:
        return []
    try:
        raw = stream.read_raw_bytes()
    except BROKEN:
        return []
    found = binary.picture_metadata(raw)
    return [found] if found else []


def _fonts(stream: Any) -> dict[str, Mapping[bytes, str]]:
    """ToUnicode maps of a stream's fonts, by resource name."""
    maps: dict[str, Mapping[bytes, str]] = {}
    try:
        fonts = stream["/Resources"]["/Font"]
        for name in fonts.keys():  # noqa: SIM118 - a pikepdf dictionary
            cmap = fonts[name].get("/ToUnicode")
            if isinstance(cmap, pikepdf.Stream):
                found = pdf_text.to_unicode(cmap.read_bytes())
                if found:
                    maps[name[1:]] = found
    except (KeyError, AttributeError, TypeError, ValueError, pikepdf.PdfError):
        return maps
    return maps
