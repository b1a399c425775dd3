"""A zip package of XML parts as flows mapped to its trees: what Word, OpenDocument and Excel share.

Each part is parsed once. The trees are what a copy is made from: one object serves one reading
or one copy. Packages inside a package are read the same way.
"""

import itertools
import posixpath
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Self, cast

from lxml import etree

from redactor.formats import images, metafiles
from redactor.formats.base import Box, Illustration
from redactor.formats.errors import CannotRedact, Damaged, NeedsPassword, TooLarge
from redactor.formats.leftover import holds, words
from redactor.formats.metafiles import Stretch, is_metafile
from redactor.formats.ocr import Reader
from redactor.formats.package import Package, pack
from redactor.formats.pictures import notes, strip
from redactor.formats.rows import RECOGNISED
from redactor.formats.slots import NAME_MARK, Manner, Mapped
from redactor.formats.xml import serialise
from redactor.text.flow import Channel, Flow, Kind, Span, Unread

MAX_DEPTH = 3
NOTHING: frozenset[str] = frozenset()
#: The fate of a part that no reader knows, where the profile has such parts removed.
UNREAD = "unknown-part"
#: Why a part that no reader of ours reads is dropped, and the channel of the words in it.
_OPAQUE = {
    "ole-object": Channel.EMBEDDED,
    "activex": Channel.FORM,
    "macros": Channel.SCRIPT,
    "mail-merge-recipients": Channel.METADATA,
    "printer-settings": Channel.METADATA,
    "thumbnail": Channel.METADATA,
}


class Parts(ABC):
    """The parts of one package."""

    def __init__(self, package: Package, prefix: str, depth: int, reader: Reader | None) -> None:
        self._package = package
        self._depth = depth
        self._reader = reader
        self._tables = itertools.count()
        self.prefix = prefix
        """What the names of its parts begin with in places and ids, for one inside another."""
        self.names = package.names
        self.trees: dict[str, etree._Element] = {}
        """Parsed parts, complete once `mapped` is begun, like those that follow."""
        self.inner: dict[str, Self] = {}
        self.pictures: list[str] = []
        self.drawings: dict[str, list[Stretch]] = {}
        """Windows' drawings, with the letters that they draw."""
        self._unread: set[str] = set()
        self.opaque: list[str] = []
        """Parts that are neither read nor dropped."""
        self.gone: set[str] = set()
        self.edited: set[str] = set()
        self.replaced: dict[str, bytes] = {}
        self.renamed: dict[str, str] = {}
        """Of a copy being made: parts that go, whose tree, bytes or name changed."""

    @abstractmethod
    def mapped(self) -> Iterator[Mapped | Unread]:
        """Every flow: what the page shows in reading order, then the rest.

        Raises Damaged, Hostile, TooLarge.
        """

    @abstractmethod
    def fate(self, part: str, unwanted: frozenset[str] = NOTHING) -> str:
        """The word for why a redacted copy leaves `part` out, empty where it stays.

        `unwanted` are words for more that a profile leaves out: ``comments``, ``properties``.
        """

    @abstractmethod
    def _is_silent(self, part: str) -> bool:
        """Whether there is nothing to read in a part of this kind."""

    @abstractmethod
    def cropped(self) -> Mapping[str, Sequence[Box]]:
        """The pictures of which no place shows the whole: what is seen, in fractions."""

    @abstractmethod
    def _inside(self, package: Package, prefix: str) -> Self:
        """The package that is the part of this one with that prefix."""

    @abstractmethod
    def _follow_renames(self) -> None:
        """Let what points to the renamed parts follow."""

    def data(self, part: str) -> bytes:
        """The bytes of a part as they came. Raises Damaged."""
        return self._package.part(part)

    def take_out_unread(self) -> list[str]:
        """Let the parts that no reader knows have the fate `UNREAD`. Returns their names."""
        self._unread |= {part for part in self.opaque if not self._is_silent(part)}
        return sorted(self._unread)

    def roots(self) -> dict[int, str]:
        """The full name of each part by the `id` of its tree's root, inner packages included."""
        roots = {id(root): self.prefix + part for part, root in self.trees.items()}
        for document in self.inner.values():
            roots |= document.roots()
        return roots

    def every(self) -> Iterator[Self]:
        """This package and those inside it."""
        yield self
        for document in self.inner.values():
            yield from document.every()

    # --- reading --------------------------------------------------------------------------

    def _open_inner(self, part: str, data: bytes) -> None:
        if self._depth >= MAX_DEPTH:
            raise TooLarge(what=self.prefix + part, limit=f"{MAX_DEPTH} × zip")
        try:
            package = Package(data, self.prefix + part)
            inner = cast(Self, self._inside(package, f"{self.prefix}{part}!"))
            self.inner[part] = inner
        except (Damaged, NeedsPassword):
            # Of another format, or locked: it stays a part that is not read.
            self.opaque.append(part)

    def _take_bytes(self, part: str, data: bytes) -> None:
        """Note a part that is no XML and no package."""
        if images.is_raster(data):
            self.pictures.append(part)
            return
        drawn = metafiles.read(metafiles.unpacked(data)) if is_metafile(data) else None
        if drawn is not None:
            self.drawings[part] = drawn
        elif not self.fate(part):
            self.opaque.append(part)

    def _value(self, part: str, id_: str, text: str, channel: Channel, what: str = "") -> Flow:
        place = f"{self.prefix}{part}" + (f" · {what}" if what else "")
        return Flow(f"{self.prefix}{part}#{id_}", text, channel, kind=Kind.VALUE, place=place)

    def _part_name(self, part: str) -> Mapped:
        """The name of a part that a person gave."""
        flow = self._value(part, "name", posixpath.basename(part), Channel.FILENAME)
        return Mapped(flow, manner=Manner.RENAMED)

    def _picture_flows(self) -> Iterator[Mapped | Unread]:
        """What pictures show in letters, and what they say beside their pixels, which never
        enters a redacted copy."""
        for part, drawn in self.drawings.items():
            text = metafiles.text_of(drawn)
            if text and not self.fate(part):
                flow = self._value(part, "drawn", text, Channel.TEXTBOX)
                yield Mapped(flow, manner=Manner.DRAWN)
        for part in self.pictures:
            data = self.data(part)
            if not self.fate(part):
                yield from self._written(part, data)
            for number, (field, text) in enumerate(notes(data)):
                flow = self._value(part, str(number), text, Channel.METADATA, field)
                yield Mapped(flow, manner=Manner.DROPPED)

    def _dropped_flows(self) -> Iterator[Mapped]:
        """What is in the parts that no redacted copy keeps and no reader of ours reads."""
        for part in self.names:
            word = self.fate(part)
            if word in _OPAQUE:
                data = self.data(part)
                drawn = metafiles.read(metafiles.unpacked(data)) if is_metafile(data) else None
                text = words(data) if drawn is None else metafiles.text_of(drawn)
                if text and not images.is_raster(data):
                    flow = self._value(part, "words", text, _OPAQUE[word], word)
                    yield Mapped(flow, manner=Manner.DROPPED)

    def _written(self, part: str, data: bytes) -> Iterator[Mapped | Unread]:
        reading = images.read(data, self._reader)
        for number, block in enumerate(reading.blocks):
            flow = Flow(
                f"{self.prefix}{part}{RECOGNISED}{number}",
                block.text,
                Channel.OCR,
                place=self.prefix + part,
            )
            yield Mapped(flow, manner=Manner.PICTURED, letters=block.letters)
        if reading.why:
            yield Unread(self.prefix + part, reading.why)

    def _next_table(self) -> int:
        return next(self._tables)

    def illustrations(self) -> Iterator[Illustration]:
        """The pictures whose pixels can be taken away. After `mapped`."""
        for document in self.every():
            for part in document.pictures:
                found = None if document.fate(part) else images.size(document.data(part))
                if found is not None:
                    yield Illustration(document.prefix + part, *found)

    def picture(self, part: str) -> bytes:
        """The bytes of the picture of that full name. After `mapped`. Raises KeyError."""
        for document in self.every():
            for each in document.pictures:
                if document.prefix + each == part:
                    return document.data(each)
        raise KeyError(part)

    # --- writing --------------------------------------------------------------------------

    def paint(self, boxes: Mapping[str, Sequence[Box]], *, blank: bool) -> None:
        """Blank or highlight boxes of pictures, by their full names.

        Raises CannotRedact for a picture that is not here or not sound.
        """
        known = {d.prefix + p: (d, p) for d in self.every() for p in d.pictures}
        for full, own in boxes.items():
            if full not in known:
                raise CannotRedact(where=full)
            document, part = known[full]
            was = document.replaced.get(part) or document.data(part)
            try:
                document.replaced[part] = (images.blank if blank else images.highlight)(was, own)
            except ValueError as error:
                raise CannotRedact(where=full) from error

    def erase(self, spans: Mapping[str, Sequence[Span]]) -> None:
        """Take letters out of drawings; `spans` by the flows' ids."""
        for document in self.every():
            for part, drawn in document.drawings.items():
                own = [(s.start, s.end) for s in spans.get(f"{document.prefix}{part}#drawn", ())]
                if own and part not in document.gone:
                    data = document.data(part)
                    changed = metafiles.without(metafiles.unpacked(data), drawn, own)
                    document.replaced[part] = metafiles.packed_like(data, changed)

    def clean_pictures(self) -> set[str]:
        """Drop what pictures say beside their pixels, and the pixels that no place shows.

        Returns the words for what went.
        """
        dropped: set[str] = set()
        cropped = self.cropped()
        for part in self.pictures:
            if part in self.gone:
                continue
            data = self.replaced.get(part) or self.data(part)
            if part in cropped:
                data = self._without_cropped(part, data, cropped[part])
                dropped.add("cropped-pixels")
            stripped = strip(data)
            if stripped != data or (data is not self.data(part) and notes(self.data(part))):
                dropped.add("image-metadata")
            if part in self.replaced or part in cropped or stripped != data:
                self.replaced[part] = stripped
        for inner in self.inner.values():
            dropped |= inner.clean_pictures()
        return dropped

    def _without_cropped(self, part: str, data: bytes, seen: Sequence[Box]) -> bytes:
        try:
            return images.keep_only(data, seen)
        except ValueError as error:
            raise CannotRedact(where=self.prefix + part) from error

    def refuse_unread(self, texts: set[str]) -> None:
        """Raises CannotRedact where a part that is kept unread holds one of `texts`."""
        for document in self.every():
            for part in (*document.opaque, *document.pictures, *document.drawings):
                if part not in document.gone:
                    data = document.replaced.get(part) or document.data(part)
                    if holds(data, texts):
                        raise CannotRedact(where=document.prefix + part)

    def rename(self, spans: Mapping[str, Sequence[Span]]) -> None:
        """Take spans out of names of parts, given by the flows' ids; what points to a part
        follows."""
        for inner in self.inner.values():
            inner.rename(spans)
        taken = {part.lower() for part in self.names}
        for part in self.names:
            gone = spans.get(f"{self.prefix}{part}#name")
            if not gone or part in self.gone:
                continue
            folder, base = posixpath.split(part)
            for span in sorted(gone, reverse=True):
                base = base[: span.start] + NAME_MARK + base[span.end :]
            stem, suffix = posixpath.splitext(base)
            called, number = posixpath.join(folder, base), 1
            while called.lower() in taken:
                number += 1
                called = posixpath.join(folder, f"{stem}{number}{suffix}")
            taken.add(called.lower())
            self.renamed[part] = called
        if self.renamed:
            self._follow_renames()

    def parts(self, touched: set[str]) -> Iterator[tuple[str, bytes]]:
        """The parts of the copy in their order; those not touched keep their bytes."""
        for part in self.names:
            if part in self.gone:
                continue
            called = self.renamed.get(part, part)
            inner = self.inner.get(part)
            if inner is not None and inner.is_changed(touched):
                yield called, inner.packed(touched)
            elif part in self.replaced:
                yield called, self.replaced[part]
            else:
                is_new = self.prefix + part in touched or part in self.edited
                data = self._serialised(part) if is_new else self.data(part)
                yield called, self._finished(part, data)

    def packed(self, touched: set[str], added: Sequence[tuple[str, bytes]] = ()) -> bytes:
        """The bytes of the copy, with the parts that are new in it."""
        return pack(itertools.chain(self.parts(touched), added))

    def _finished(self, part: str, data: bytes) -> bytes:
        """The bytes of a part, as they enter the copy."""
        return data

    def _serialised(self, part: str) -> bytes:
        return serialise(self.trees[part])

    def is_changed(self, touched: set[str]) -> bool:
        """Whether a part of this package or of one inside it changed."""
        return (
            bool(self.edited or self.gone or self.replaced or self.renamed)
            or any(name.startswith(self.prefix) for name in touched)
            or any(inner.is_changed(touched) for inner in self.inner.values())
        )
