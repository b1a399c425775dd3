"""The characters of a page, with their places, as the engine that removes them sees them.

An extraction sees all text that a page draws: clipping off, layers all on, off the page,
invisible, in patterns, in Type 3 fonts (measured: the engine's default extraction misses
hidden layers, clipped and off-page text and patterns). ``ActualText`` is ignored: it is a
channel of its own, and what is removed are glyphs.

Lines come without their glyphs: those of a page take five times longer to fetch than its text,
those of one line a fiftieth of that, those of one word a fifth of a line's. They are fetched as
places are asked for, and all at once where most are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Box
from redactor.formats.pdf.letter import Glyph as Glyph

_EVERYTHING = (
    pymupdf.TEXT_PRESERVE_LIGATURES
    | pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_IGNORE_ACTUALTEXT
    | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
)
_STYLES = pymupdf.TEXT_COLLECT_STYLES
"""Says which text is painted. Only where it may matter: it makes the extraction of a page of
text 16 times slower (28 ms in place of 1.7)."""
_WORD_AND_PLACE = itemgetter(4, 0, 1, 3)
_BLOCK_AND_LINE = itemgetter(5, 6)
DISPLAYED = _EVERYTHING | pymupdf.TEXT_CLIP
_BANDS = 24
"""Lines of which the glyphs are fetched one line at a time; after that, all are."""
_PIECES = 100
"""Words of which the glyphs are fetched one word at a time; after that, line by line."""
_OF_WORD = re.compile("[^\x00-\x20\xa0\u202a-\u202e]+")
"""What the engine takes for a word."""
_THIN = 0.1
_FAR = 1e9
_SMALLEST = 1e-3
"""Points: the size of letters set at size 0, which extraction knows all the same."""
_PAINTED = 16 | 32
"""Bits of a span's ``char_flags``: filled, stroked. Neither: invisible (text mode 3)."""


Word: TypeAlias = tuple[str, float, float, float]
"""A word, its left edge, its top and its bottom."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one base line, in reading order."""

    text: str
    box: Box
    base: float
    """Height of the base line at its start."""
    direction: tuple[float, float]
    size: float
    block: int
    """Number of the engine's block: lines set close together."""
    number: int
    """Its place in the extraction; with `start`, the way to its glyphs."""
    start: int = 0
    hidden: bool = False
    invisible: bool = False
    false_spaces: frozenset[int] = frozenset()
    """Places in `text` of spaces that the engine inferred inside a word."""
    missing_spaces: frozenset[int] = frozenset()
    """Places in `text` before which it inferred none between two words."""
    glue: str | None = None
    """What parts it from the line before in one row of letters set apart: a space, or nothing."""


class Extraction:
    """What the engine says of one content; keeps it to answer for places."""

    def __init__(self, text: Any, styled: bool = False, page: Any = None) -> None:
        self._text = text
        self._styled = styled
        self._page = page
        self._known: dict[int, list[_Letter]] = {}
        self._pieces = 0

    @cached_property
    def drawn(self) -> "Extraction":
        """The same content, read again without the spaces that the engine infers from gaps."""
        return everything(self._page, drawn=True)

    def readings(self) -> Iterator["Extraction"]:
        """This one and, if it is asked for, `drawn`."""
        yield self
        yield self.drawn

    def text(self) -> str:
        """All its characters, quickly; white space is the engine's."""
        return self._joined

    @cached_property
    def _joined(self) -> str:
        return str(self._text.extractText())

    def xml(self) -> str:
        return str(self._text.extractXML())

    def words(self) -> list[Word]:
        return list(map(_WORD_AND_PLACE, self._all_words))

    @cached_property
    def _all_words(self) -> list[Any]:
        """(left, top, right, bottom, word, block, line, order) of each."""
        return list(self._text.extractWORDS())

    @cached_property
    def lines(self) -> list[Line]:
        """In the order of the content."""
        found: list[Line] = []
        number = 0
        for block_number, block in enumerate(_blocks(self._text, raw=False)):
            for line in block.get("lines", ()):
                spans = line["spans"]
                text = "".join(span["text"] for span in spans)
                if text:
                    painted = not self._styled or any(s["char_flags"] & _PAINTED for s in spans)
                    found.append(
                        Line(
                            text,
                            line["bbox"],
                            spans[0]["origin"][1],
                            line["dir"],
                            max(span["size"] for span in spans),
                            block_number,
                            number,
                            invisible=not painted,
                        )
                    )
                number += 1
        return found

    def glyphs(self, number: int, start: int = 0, end: int | None = None) -> list[Glyph]:
        """The glyphs of the line of that number, those from `start` to `end`."""
        letters = None
        if end is not None and number not in self._known and "_all" not in self.__dict__:
            letters = self._piece(number, start, end)
        if letters is None:
            letters = self._letters(number)[start:end]
        return [
            Glyph(
                char["c"],
                char["origin"][0],
                char["origin"][1],
                char["bbox"],
                0.0 if char["synthetic"] else max(size, _SMALLEST),
            )
            for char, size in letters
        ]

    def _piece(self, number: int, start: int, end: int) -> list["_Letter"] | None:
        """The letters of a few words of one level line, read between their edges alone; None
        where that does not give them and nothing else."""
        line = self._by_number.get(number)
        self._pieces += 1
        if line is None or self._pieces > _PIECES or line.direction != (1.0, 0.0):
            return None
        words = [
            (match.start(), match.end(), word)
            for match, word in zip(
                _OF_WORD.finditer(line.text), self._words_of.get(number, ()), strict=False
            )
            if match.start() < end and match.end() > start
        ]
        if not words or words[0][0] > start or words[-1][1] < end:
            return None
        (first, _, left), (_, last, right) = words[0], words[-1]
        middle = (line.box[1] + line.box[3]) / 2
        band = (left[0] + _THIN / 2, middle - _THIN, right[2] - _THIN / 2, middle + _THIN)
        found = [
            letter for other in _lines_in(self._within(band)) for letter in _letters(other["spans"])
        ]
        if "".join([char["c"] for char, _ in found]) != line.text[first:last]:
            return None
        return found[start - first : end - first]

    @cached_property
    def _words_of(self) -> dict[int, list[Any]]:
        """The words of each line, by its number; of those lines alone where both readings agree."""
        rows = [list(row) for _, row in groupby(self._all_words, _BLOCK_AND_LINE)]
        lines = [line for line in self.lines if _OF_WORD.search(line.text)]
        return {
            line.number: row
            for line, row in zip(lines, rows, strict=False)
            if [word[4] for word in row] == _OF_WORD.findall(line.text)
        }

    def _letters(self, number: int) -> list["_Letter"]:
        found = self._known.get(number)
        if found is None:
            line = self._by_number.get(number)
            if line is not None and "_all" not in self.__dict__ and len(self._known) < _BANDS:
                found = self._fetch(line)
            if found is None:
                found = _letters(self._all[number])
            self._known[number] = found
        return found

    def fetch_glyphs(self) -> None:
        """Fetch the glyphs of all lines at once: most will be asked for."""
        _ = self._all

    def _fetch(self, line: Line) -> list["_Letter"] | None:
        """The letters of one line, as a reading of its height alone gives them; None where that
        does not give the very same line."""
        _, top, _, bottom = line.box
        middle = (top + bottom) / 2
        for low, high in ((middle - _THIN, middle + _THIN), (top, bottom)):
            for other in _lines_in(self._within((-_FAR, low, _FAR, high))):
                if other["bbox"] == line.box and other["dir"] == line.direction:
                    letters = _letters(other["spans"])
                    if "".join([char["c"] for char, _ in letters]) == line.text:
                        return letters
        return None

    def _within(self, box: Box) -> Any:
        # The engine returns the letters that reach into the bounds of its reading.
        bounds = self._text.this.m_internal.mediabox
        before = bounds.x0, bounds.y0, bounds.x1, bounds.y1
        bounds.x0, bounds.y0, bounds.x1, bounds.y1 = box
        try:
            return _blocks(self._text, raw=True)
        finally:
            bounds.x0, bounds.y0, bounds.x1, bounds.y1 = before

    @cached_property
    def _by_number(self) -> dict[int, Line]:
        return {line.number: line for line in self.lines}

    @cached_property
    def _all(self) -> list[Any]:
        return [line["spans"] for line in _lines_in(_blocks(self._text, raw=True))]

    def all_glyphs(self) -> Iterator[Glyph]:
        self.fetch_glyphs()
        for number in range(len(self._all)):
            yield from self.glyphs(number)


def _blocks(text: Any, raw: bool) -> Any:
    """What `extractRAWDICT`, or else `extractDICT`, says of blocks: those also ask for the size of
    the page, which takes a third of the time for one line."""
    found: dict[str, Any] = {}
    text._getNewBlockList(found, raw)
    return found["blocks"]


def _lines_in(blocks: Any) -> Iterator[Any]:
    for block in blocks:
        yield from block.get("lines", ())


_Letter: TypeAlias = tuple[Any, float]
"""What the engine says of a character, and its size."""


_FLAT = 0.5
"""Height of a font in units of its size, under which the engine makes its letters' boxes as high as
the size: of Type 3 fonts, whose size says nothing (58 where letters are 9 points high)."""


def _letters(spans: Any) -> list[_Letter]:
    letters = []
    for span in spans:
        size, above, below = span["size"], span["ascender"], span["descender"]
        flat = 0 < above - below < _FLAT
        for char in span["chars"]:
            left, top, right, bottom = char["bbox"]
            # Where the line is level: the box of a letter that is turned is as wide as the size.
            if flat and abs(bottom - top - size) < size / 50:
                base = char["origin"][1]
                char["bbox"] = (left, base - above * size, right, base - below * size)
            letters.append((char, size * (above - below) if flat else size))
    return letters


def everything(page: Any, styled: bool = False, drawn: bool = False) -> Extraction:
    """All that the content of `page` draws, wherever and however.

    `drawn`: without the spaces that the engine infers from gaps.
    """
    flags = _EVERYTHING | (_STYLES if styled else 0)
    if drawn:
        flags |= pymupdf.TEXT_INHIBIT_SPACES
    return Extraction(extract(page, flags), styled, page)


def run(draw: Callable[[Any], None], flags: int = _EVERYTHING, rect: Any = None) -> Any:
    """The `pymupdf.TextPage` of what `draw` draws on the device it is given."""
    # Any finite bounds leave out text that takes no room: of size 0, or squeezed to nothing.
    bounds = (
        mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
        if rect is None
        else mupdf.FzRect(*map(float, rect))
    )
    text = mupdf.FzStextPage(bounds)
    device = mupdf.fz_new_stext_device(text, mupdf.FzStextOptions(flags))
    draw(device)
    mupdf.fz_close_device(device)
    return pymupdf.TextPage(text)


def text_of_stream(doc: Any, number: int) -> str:
    """What the content stream that is object `number` of `doc` says, wherever it is drawn."""
    pdf = mupdf.pdf_document_from_fz_document(doc.this)
    stream = mupdf.pdf_new_indirect(pdf, number, 0)

    def draw(device: Any) -> None:
        state, cookie = mupdf.PdfGstate(), mupdf.FzCookie()
        matrix, colours = mupdf.FzMatrix(), mupdf.FzDefaultColorspaces()
        processor = mupdf.pdf_new_run_processor(
            pdf, device, matrix, -1, "View", state, colours, cookie, state, state
        )
        resources = mupdf.pdf_dict_gets(stream, "Resources")
        mupdf.pdf_process_contents(processor, pdf, resources, stream, cookie)
        mupdf.pdf_close_processor(processor)

    try:
        return str(run(draw).extractText()).strip()
    except mupdf.FzErrorBase:
        return ""


def extract(page: Any, flags: int, rect: Any = None) -> Any:
    handle = page.this if isinstance(page.this, mupdf.FzPage) else page.this.super()

    def draw(device: Any) -> None:
        mupdf.fz_run_page_contents(handle, device, mupdf.FzMatrix(), mupdf.FzCookie())

    return run(draw, flags, rect)
