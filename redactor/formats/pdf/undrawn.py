"""What content holds and no page shows as its text: property lists, comments, tags, words in the
glyphs of a font, soft masks, forms that nothing draws; and what nothing in the file leads to."""

import re
from collections.abc import Callable, Container, Iterator
from functools import partial

import pikepdf

from redactor.formats.pdf import content, pointless, stray, unused
from redactor.formats.pdf.glyphs import text_of_stream
from redactor.formats.pdf.naming import Ids, Namer
from redactor.formats.pdf.opening import Opened
from redactor.formats.pdf.places import Place, left_out
from redactor.text.flow import Channel, Flow, Kind

_WIDTH = re.compile(rb"[-+.\d\s]*\bd[01]\b")
_Key = tuple[int, int]


class Undrawn:
    """Goes along with one walk over a file's pages, and remembers what it met."""

    def __init__(self, pdf: pikepdf.Pdf, opened: Opened | None, ids: Ids, namer: Namer) -> None:
        self._pdf, self._opened, self._ids, self._namer = pdf, opened, ids, namer
        self._streams: set[_Key] = set()
        self._listed: set[_Key] = set()
        self._masks: set[_Key] = set()
        self._aside: set[_Key] = set()
        """Streams that a page draws, or that were read."""
        self._waiting: dict[_Key, tuple[pikepdf.Stream, int]] = {}
        """Forms that a page lists and does not draw: another page may."""

    def on_page(self, number: int) -> Iterator[Place]:
        page = self._pdf.pages[number - 1]
        for one in content.carried(self._pdf, page, self._streams):
            if one.name == "tag":
                yield from self._namer.tag(one.text, number)
                continue
            comment = one.name == "comment"
            stem = f"p{number}.{'comment' if comment else 'struct.' + one.name.lower()}"
            channel = Channel.HIDDEN if comment else Channel.STRUCTURE
            flow = Flow(self._ids.of(stem), one.text, channel, number, Kind.VALUE, place=one.name)
            yield Place(flow, one.write)
        yield from self._unseen(page, number)

    def _unseen(self, page: pikepdf.Page, number: int) -> Iterator[Place]:
        for one in unused.listed(page, self._listed):
            if isinstance(one.value, pikepdf.Stream):
                if one.drawn:
                    self._aside.add(one.value.objgen)
                else:
                    self._waiting.setdefault(one.value.objgen, (one.value, number))
        if self._opened is None:
            return
        resources = page.obj.get("/Resources")
        for glyph in content.glyph_programs(resources):
            if glyph.objgen not in self._aside:
                self._aside.add(glyph.objgen)
                yield from self._said("type3", glyph, number, partial(_blank, glyph))
        for mask in content.masks(resources, self._masks):
            # Drawn through it or not, its words are taken out where the page is rewritten.
            yield from self._said("mask", mask, number, left_out)
        data = content.contents(page)
        drawn = [data or b"", *map(content.bytes_of, content.streams(resources, set(), 0))]
        if any(map(pointless.may_be_in, drawn)):
            text = pointless.text_of(self._opened.doc[number - 1])
            write = partial(_pointless, self._pdf, page)
            yield from self._hidden("pointless", text, number, write)

    def by_no_page(self) -> Iterator[Place]:
        """Forms that pages list and none draws. Asked for once all pages were met."""
        for objgen, (stream, number) in self._waiting.items():
            if objgen not in self._aside and stream.get("/Subtype") != "/Image":
                yield from self._said("unused", stream, number, left_out)

    def strays(self, known: Container[str]) -> Iterator[Place]:
        """What the file holds and nothing in it leads to; `known` are the strings that it does
        lead to, of which an earlier revision has most."""
        if self._opened is None:
            return
        text_of, path = partial(text_of_stream, self._opened.doc), self._opened.path
        found = [*stray.orphans(self._pdf, text_of), *stray.outside(path)]
        if self._pdf.trailer.get("/Prev") is not None:
            found += stray.revisions(path, self._opened.doc, known.__contains__)
        for one in found:
            id = f"stray.{one.kind}.{self._ids.number(f'stray.{one.kind}')}"
            flow = Flow(id, one.text, one.channel, one.page, Kind.VALUE, place=one.kind)
            yield Place(flow, left_out)

    def _said(
        self, kind: str, stream: pikepdf.Stream, number: int, write: Callable[[str], None]
    ) -> Iterator[Place]:
        if self._opened is not None:
            text = text_of_stream(self._opened.doc, stream.objgen[0])
            yield from self._hidden(kind, text, number, write)

    def _hidden(
        self, kind: str, text: str, number: int, write: Callable[[str], None]
    ) -> Iterator[Place]:
        if text:
            id = f"p{number}.{kind}.{self._ids.number(f'p{number}.{kind}')}"
            yield Place(Flow(id, text, Channel.HIDDEN, number, place=kind), write)


def _blank(glyph: pikepdf.Stream, new: str) -> None:  # noqa: ARG001
    """Leave of a glyph's program its width: words in it are drawn wherever the letter is."""
    width = _WIDTH.match(glyph.read_bytes())
    glyph.write(width[0] if width else b"")


def _pointless(pdf: pikepdf.Pdf, page: pikepdf.Page, new: str) -> None:  # noqa: ARG001
    pointless.drop(pdf, page)
