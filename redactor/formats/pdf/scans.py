"""Text that a page shows only as a picture: what is recognised there, as flows with places.

Most pages cost nothing: a page whose own text accounts for its ink has no scan. Elsewhere the
pictures, or the whole page where it has no text at all, are drawn and read. What the page's
own text already says is left out: that text is exact, and the picture is its twin.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Any

import pymupdf
from PIL import Image, ImageDraw

from redactor.boxes import area, common, shared, union
from redactor.formats.base import Box
from redactor.formats.ocr import Line as Read
from redactor.formats.ocr import Reader, Recognised
from redactor.formats.ocr.paper import is_blank
from redactor.formats.pdf.glyphs import Extraction, Glyph, Line
from redactor.formats.pdf.pagetext import Placed, Scan, flows_of
from redactor.formats.pdf.pictured import pictures_of
from redactor.text.flow import Unread

_LOOK = 36
"""Dots an inch: enough to tell ink from text boxes."""
_UNSAID = 0.4
"""Part of a picture's ink that text boxes may leave bare, before its pixels are read."""
_SMALL = (40.0, 12.0)
"""Points: a picture narrower or lower than this holds no text worth reading."""
_DPI = (200, 300)
"""A scan is read at its own resolution within these."""
_PIXELS = 36_000_000
"""Pages of posters are read at a lower resolution."""
_MOST = 0.4
"""Part of a page that an unread picture may take without the page being called unread."""
_GAP = 2.0
"""Two words further apart than this many line heights stand in two columns or cells."""
_INK = 64
_DRAWN = 2
"""Levels of grey by which a page differs from bare paper; the reader looks closer."""
_PAD = 0.04
"""Of a word's height: boxes of words are tight, and pixels at their rim are grey."""
_TWIN = 0.5
_PRINT = 0.8
"""Confidence from which a word is print for sure, and no signature that looks like one."""
_RECOGNISED = re.compile(r"p\d+\.o\d+")
_DIRECTIONS = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))


class Letters(Extraction):
    """What was recognised on a page, in the shape of an extraction: lines and their glyphs."""

    def __init__(self, lines: Sequence[Read]) -> None:
        self._read = lines

    def text(self) -> str:
        return "\n".join(line.text for line in self._read)

    @property
    def sure(self) -> list[Box]:
        """Where words stand that were well read: print, and nothing else."""
        return [
            word.box
            for line in self._read
            for word in line.words
            if word.confidence >= _PRINT and len(word.text) > 2
        ]

    @cached_property
    def lines(self) -> list[Line]:
        sizes: dict[int, float] = {}
        for block in {line.block for line in self._read}:
            heights = [_height(line) for line in self._read if line.block == block]
            sizes[block] = median(heights)
        return [self._line(number, line, sizes) for number, line in enumerate(self._read)]

    def _line(self, number: int, line: Read, sizes: dict[int, float]) -> Line:
        size, usual = _height(line), sizes[line.block]
        # A line without capitals or tails is lower, and no other type.
        size = usual if 0.6 * usual < size < 1.5 * usual else size
        box = line.box
        return Line(
            line.text,
            box,
            line.base[1],
            _DIRECTIONS[line.turn],
            size,
            line.block,
            number,
            invisible=True,
        )

    def glyphs(self, number: int, start: int = 0, end: int | None = None) -> list[Glyph]:
        line = self._read[number]
        found: list[Glyph] = []
        for order, word in enumerate(line.words):
            if order:
                found.append(Glyph(" ", 0.0, 0.0, (0.0, 0.0, 0.0, 0.0), 0.0))
            found += [
                _glyph(char, box, line) for char, box in zip(word.text, word.letters, strict=True)
            ]
        return found[start:end]

    def all_glyphs(self) -> Iterator[Glyph]:
        for number in range(len(self._read)):
            yield from self.glyphs(number)


@dataclass(frozen=True, slots=True)
class _Region:
    box: Box
    dpi: int
    twins: tuple[Box, ...] = field(default=())
    """Boxes of lines that the page says itself."""


def read(
    page: Any,
    number: int,
    lines: Sequence[Line],
    reader: Reader | None,
    tables: Iterator[int],
    again: bool = False,
) -> tuple[tuple[Placed, ...], Scan | None]:
    """Read the pictures of page `number`, whose own text is `lines`.

    Without a `reader` nothing is recognised, and what would have been read is said unread.
    `again`: an invisible text layer counts for nothing, and is to be replaced.
    """
    shown = [line for line in lines if not line.hidden and line.text.strip()]
    replaced = tuple(line for line in shown if line.invisible) if again and reader else ()
    shown = [line for line in shown if line not in replaced]
    pictures = pictures_of(page)
    regions = list(_regions(page, shown, pictures))
    if not regions or (reader is None and not pictures):
        return (), None
    found: list[Read] = []
    why = ""
    if reader is None and not is_blank(_draw(page, tuple(page.rect), _LOOK * 3)):
        why = _unread(page, regions, "unread.image-only")
    for region in regions if reader else ():
        assert reader is not None
        recognised = _recognise(page, region, reader)
        if recognised is None:
            why = _unread(page, [region], "unread.ocr-too-long")
        elif not recognised.blank:
            block = max((line.block for line in found), default=0)
            kept = _without_twins(recognised, region.twins)
            found += [replace(line, block=line.block + block) for line in kept]
            if recognised.poor or (pictures and not shown and not recognised.lines):
                why = why or _unread(page, [region], "unread.ocr-poor")
    letters = Letters([part for line in found for part in _columns(line)])
    if not shown and found:
        # A block that the engine left out whole has no doubtful word to show for it.
        ink = _Ink(page, [_wider(line.box) for line in found])
        why = why or ("unread.ocr-poor" if ink.bare(tuple(page.rect)) > _UNSAID else "")
    placed = flows_of(number, letters, letters.lines, tables, image_page=True)
    unread = (Unread(f"page {number}", why, number),) if why else ()
    return (
        tuple(_renamed(number, order, item) for order, item in enumerate(placed, 1)),
        Scan(letters, not shown, replaced, unread, letters.sure),
    )


def _wider(box: Box) -> Box:
    """A line's box with its accents and tails."""
    pad = 0.3 * min(box[3] - box[1], box[2] - box[0])
    return box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad


def _unread(page: Any, regions: Sequence["_Region"], why: str) -> str:
    """`why`, unless the pictures are too small a part of the page to hold what it says."""
    seen = sum(area(region.box) for region in regions)
    return why if seen > _MOST * area(tuple(page.rect)) else ""


def is_recognised(flow: str) -> bool:
    """Whether the flow of that id was recognised in a picture, by us."""
    return _RECOGNISED.fullmatch(flow) is not None


def _renamed(page: int, order: int, item: Placed) -> Placed:
    """``p3.o1``: the first flow that was recognised on page 3."""
    return replace(item, flow=replace(item.flow, id=f"p{page}.o{order}"), picture=True)


def _regions(
    page: Any, lines: Sequence[Line], pictures: Sequence[tuple[Box, float]]
) -> Iterator[_Region]:
    whole: Box = tuple(page.rect)
    if not lines:
        ink = _Ink(page, ())
        if ink.there(whole):
            yield _Region(whole, _within(_dpi(pictures), whole))
        return
    boxes = [box for box, _ in pictures]
    large = [
        box
        for box in _merged(common(box, whole) for box in boxes)
        if box[2] - box[0] >= _SMALL[0] and box[3] - box[1] >= _SMALL[1]
    ]
    if not large:
        return
    texts = tuple(line.box for line in lines)
    ink = _Ink(page, texts)
    for box in large:
        if ink.bare(box) > _UNSAID:
            own = [(each, dpi) for each, dpi in pictures if shared(each, box)]
            yield _Region(
                box,
                _within(_dpi(own), box),
                tuple(text for text in texts if shared(text, box)),
            )


class _Ink:
    """How much of what a page shows its own text accounts for."""

    def __init__(self, page: Any, texts: Sequence[Box]) -> None:
        self._scale = _LOOK / 72
        self._shown = _draw(page, tuple(page.rect), _LOOK)
        self._rest = self._shown.copy()
        pencil = ImageDraw.Draw(self._rest)
        for box in texts:
            pencil.rectangle([edge * self._scale for edge in box], fill=self._paper)

    @cached_property
    def _paper(self) -> int:
        counts = self._shown.histogram()
        return max(range(256), key=lambda level: counts[level])

    def there(self, box: Box) -> bool:
        low, high = self._shown.crop(self._pixels(box)).getextrema()
        return bool(high - low > _DRAWN)  # type: ignore[operator]

    def bare(self, box: Box) -> float:
        """The part of the ink in `box` that no text covers; 0 where there is no ink."""
        ink = self._count(self._shown, box)
        return self._count(self._rest, box) / ink if ink else 0.0

    def _count(self, picture: Image.Image, box: Box) -> int:
        counts = picture.crop(self._pixels(box)).histogram()
        return sum(n for level, n in enumerate(counts) if abs(level - self._paper) > _INK // 2)

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        x0, y0, x1, y1 = (edge * self._scale for edge in box)
        return int(x0), int(y0), max(int(x1), int(x0) + 1), max(int(y1), int(y0) + 1)


def _recognise(page: Any, region: _Region, reader: Reader) -> Recognised | None:
    picture = _draw(page, region.box, region.dpi)
    found = reader.read(picture, region.dpi)
    return found and found.placed(region.dpi / 72, region.box[0], region.box[1])


def _draw(page: Any, box: Box, dpi: int) -> Image.Image:
    """A part of the page in grey, without its annotations: they have flows of their own."""
    scale = dpi / 72
    pixmap = page.get_pixmap(
        matrix=pymupdf.Matrix(scale, scale),
        colorspace=pymupdf.csGRAY,
        alpha=False,
        annots=False,
        clip=pymupdf.Rect(box),
    )
    return Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)


def _dpi(pictures: Sequence[tuple[Box, float]]) -> int:
    """The resolution of the largest picture, within limits."""
    low, high = _DPI
    if not pictures:
        return high
    _, own = max(pictures, key=lambda one: (one[0][2] - one[0][0]) * (one[0][3] - one[0][1]))
    return round(min(max(own, low), high))


def _within(dpi: int, box: Box) -> int:
    inches = area(box) / 72**2
    return dpi if dpi**2 * inches <= _PIXELS else max(int((_PIXELS / inches) ** 0.5), 1)


def _without_twins(found: Recognised, twins: Sequence[Box]) -> Iterator[Read]:
    for line in found.lines:
        words = tuple(w for w in line.words if not _is_said(w.box, twins))
        if words:
            yield replace(line, words=words)


def _is_said(box: Box, twins: Sequence[Box]) -> bool:
    whole = max((box[2] - box[0]) * (box[3] - box[1]), 1e-6)
    return any(shared(box, twin) > _TWIN * whole for twin in twins)


def _columns(line: Read) -> Iterator[Read]:
    """Cut a line where a wide gap parts two columns that the engine read as one."""
    start, height = 0, _height(line)
    for number, (one, two) in enumerate(pairwise(line.words), 1):
        if _gap(one.box, two.box, line.turn) > _GAP * height:
            yield replace(line, words=line.words[start:number])
            start = number
    yield replace(line, words=line.words[start:])


def _gap(one: Box, two: Box, turn: int) -> float:
    return (two[0] - one[2], two[1] - one[3], one[0] - two[2], one[1] - two[3])[turn]


def _height(line: Read) -> float:
    boxes = [word.box for word in line.words]
    tall = max((b[2] - b[0] if line.turn % 2 else b[3] - b[1]) for b in boxes)
    return float(tall)


def _glyph(char: str, box: Box, line: Read) -> Glyph:
    """A letter's place, a little wider than its ink, and its origin on the line's base."""
    x0, y0, x1, y1 = box
    upright = line.turn % 2 == 0
    tall = y1 - y0 if upright else x1 - x0
    pad = max(_PAD * tall, 0.4)
    box = (x0 - pad, y0 - pad, x1 + pad, y1 + pad)
    ax, ay, bx, by = line.base
    if upright:
        x = box[0] if line.turn == 0 else box[2]
        y = ay + (by - ay) * (x - ax) / (bx - ax) if abs(bx - ax) > 1 else ay
    else:
        y = box[1] if line.turn == 1 else box[3]
        x = ax + (bx - ax) * (y - ay) / (by - ay) if abs(by - ay) > 1 else ax
    return Glyph(char, x, y, box, max(tall + 2 * pad, 1.0))


def _merged(boxes: Any) -> list[Box]:
    """Pictures that touch are one: scanners store a page in strips."""
    merged: list[Box] = []
    for each in boxes:
        box = each
        if area(box) <= 0:
            continue
        while True:
            near = next(
                (m for m in merged if shared((m[0] - 2, m[1] - 2, m[2] + 2, m[3] + 2), box)), None
            )
            if near is None:
                break
            merged.remove(near)
            box = union([near, box])
        merged.append(box)
    return merged
