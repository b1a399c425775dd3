"""Both files drawn and compared outside the marks: lines, pictures and backgrounds stay."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from PIL import Image, ImageChops, ImageDraw
from rapidfuzz.distance import Indel

from redactor.formats.base import Box
from redactor.release.verify.engines import Glyph, Pdfium

#: Pixels a point. Enough to see a rule, a picture or a box; text is compared as text.
SCALE = 1.0
#: Of 255. Engines draw the same glyph a little otherwise once its page was rewritten.
_TOLERANCE = 90
#: Of 255. What is lost or added differs more; an edge cut by a mark, less.
_CLEARLY = 130
#: Pixels that may differ, for edges cut by a mark: one for each mark where there are more, none of
#: them clearly. A page of 22 marks had nine, each barely beyond the tolerance.
_SPECKS = 8
#: Points around removed letters that their mark may cover.
_MARGIN = 3.0
#: The same, of the height of large letters.
_HIGHER = 0.15
#: Levels of grey of a mark, and between the pixels of bare ground.
_BLACK = 40
#: Heights: a mark of one width goes on so far beside its label.
_WIDEST = 7
#: Heights: what stands further apart on a line is no part of one mark. A mark of a fixed width
#: leaves this much on either side of a short label.
_SAME_LINE = 4


def differ(
    before: Pdfium, after: Pdfium, index: int, areas: Sequence[Box], own: Sequence[Box] = ()
) -> bool:
    """Whether something outside the marks looks otherwise.

    `own` are boxes in the page's own coordinates that may: annotations whose text goes.
    """
    one, two = before.picture(index, SCALE), after.picture(index, SCALE)
    if one.size != two.size:
        return True
    distant = _distant(one, two)
    if distant.getbbox() is None:
        return False
    draw = ImageDraw.Draw(distant)
    for box in areas:
        _erase(draw, tuple(value * SCALE for value in before.in_units(index, box)))
    old, new = moved(before, after, index)
    gone, come = before.boxes(index, old), after.boxes(index, new)
    for box in own:
        _erase(draw, before.to_picture(index, box, SCALE))
    # Of some Type 3 fonts the engine knows no letter's box.
    placed = bool(gone)
    marks = (*_lines(gone), *_lines(come))
    for box in marks:
        # Engines part on how high a letter's box is, the more the larger the type.
        height = min(box[2] - box[0], box[3] - box[1])
        there = before.to_picture(index, box, SCALE)
        _erase(draw, _with_mark(there, one, two, placed), max(_MARGIN, _HIGHER * height))
    rows = _with_neighbours(distant)
    if not rows:
        return False
    one, two, distant = (_only(rows, each) for each in (one, two, distant))
    unlike = ImageChops.lighter(_unlike(one, two), _unlike(two, one))
    left = ImageChops.darker(unlike, distant).histogram()
    clear, any_ = sum(left[_CLEARLY + 1 :]), sum(left[_TOLERANCE + 1 :])
    return clear > _SPECKS or any_ > max(_SPECKS, len(marks))


def _with_neighbours(distant: Image.Image) -> list[int]:
    """The rows of a picture that have white pixels, and those beside them. None where the pixels
    are too few."""
    if distant.histogram()[255] <= _SPECKS:
        return []
    _, lit = distant.getprojection()
    last = distant.height - 1
    return sorted(
        {min(max(y + beside, 0), last) for y in range(last + 1) if lit[y] for beside in (-1, 0, 1)}
    )


def _only(rows: Sequence[int], picture: Image.Image) -> Image.Image:
    """A picture of some rows of another: most of a page differs nowhere."""
    width, pixels = picture.width, picture.tobytes()
    some = b"".join(pixels[y * width : (y + 1) * width] for y in rows)
    return Image.frombytes("L", (width, len(rows)), some)


def _distant(one: Image.Image, two: Image.Image) -> Image.Image:
    """White where they differ, black elsewhere."""
    return ImageChops.difference(one, two).point(_BEYOND)


def _unlike(one: Image.Image, two: Image.Image) -> Image.Image:
    """How much each pixel of `one` differs from all of its neighbours in `two`.

    A rewritten page may place a word a fraction of a point aside: each of its letters' edges
    differs, but none by more than a pixel's way.
    """
    darkest, lightest = _around(two, ImageChops.darker), _around(two, ImageChops.lighter)
    return ImageChops.lighter(ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest))


def _around(
    picture: Image.Image, best: Callable[[Image.Image, Image.Image], Image.Image]
) -> Image.Image:
    """For each pixel, the darkest or lightest of it and its eight neighbours.

    Line by line and column by column: the library's own filter is thirty times slower. At the
    edges it takes the opposite ones for neighbours.
    """
    for x, y in ((1, 0), (0, 1)):
        beside = best(ImageChops.offset(picture, x, y), ImageChops.offset(picture, -x, -y))
        picture = best(picture, beside)
    return picture


_BEYOND = [255 if value > _TOLERANCE else 0 for value in range(256)]


def _erase(draw: ImageDraw.ImageDraw, box: Sequence[float], margin: float = _MARGIN) -> None:
    margin *= SCALE
    draw.rectangle((box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin), fill=0)


def _with_mark(box: Box, one: Image.Image, two: Image.Image, bare: bool) -> Box:
    """The box of a label with the mark around it: a mark of one width goes on over bare ground
    where the word ended its line. Ground with something drawn on it is no part of it, unless
    nothing says where the letters under the mark stood (not `bare`)."""
    x0, y0, x1, y1 = box
    low, high = round(y0 + 0.3 * (y1 - y0)), round(y1 - 0.3 * (y1 - y0))
    most = _WIDEST * (y1 - y0)

    if not 0 <= low < one.height:
        return box
    across = two.crop((0, low, two.width, low + 1)).tobytes()

    def is_mark(x: float) -> bool:
        at = int(x)
        if not 0 <= at < len(across) or across[at] >= _BLACK:
            return False  # most often, and quickly
        column = (at, low, at + 1, max(high, low + 1))
        dark, ground = two.crop(column).getextrema(), one.crop(column).getextrema()
        flat = ground[1] - ground[0] < _BLACK  # type: ignore[operator]
        return bool(dark[1] < _BLACK and (flat or not bare))  # type: ignore[operator]

    left, right = x0, x1
    while x0 - left < most and is_mark(left - 1):
        left -= 1
    while right - x1 < most and is_mark(right + 1):
        right += 1
    return left, y0, right, y1


def moved(before: Pdfium, after: Pdfium, index: int) -> tuple[list[Glyph], list[Glyph]]:
    """The characters of a page that the copy does not have in the same place, to a point, and
    those of the copy that the page does not have there.

    Where the same letters follow each other in both, and both ends of the row are in place, the
    row is: asking for every place would take as long as drawing the page.
    """
    old, new = before.codes(index), after.codes(index)
    doubtful_old: list[int] = []
    doubtful_new: list[int] = []
    rows: list[_Row] = []
    for block in Indel.opcodes(old, new):
        if block.tag == "equal":
            there = block.dest_start - block.src_start
            rows += [
                (row.start(), row.end(), there)
                for row in _ROW.finditer(old, block.src_start, block.src_end)
            ]
        else:
            doubtful_old += range(block.src_start, block.src_end)
            doubtful_new += range(block.dest_start, block.dest_end)
    for first, last, there in _out_of_place(before, after, index, rows):
        doubtful_old += range(first, last)
        doubtful_new += range(first + there, last + there)
    # In the order of the page again, by which boxes of one line are put together.
    one = before.glyphs(index, sorted(doubtful_old))
    two = after.glyphs(index, sorted(doubtful_new))
    return _missing_in(one, two), _missing_in(two, one)


_ROW = re.compile(r"\S(?:[^\r\n]*\S)?")
_Row: TypeAlias = tuple[int, int, int]
"""The first of its characters, the end, and how much further on the copy has them."""


def _out_of_place(
    before: Pdfium, after: Pdfium, index: int, rows: Sequence[_Row]
) -> Iterator[_Row]:
    """The rows of which an end does not stand where the copy's does."""
    olds = [end for first, last, _ in rows for end in (first, last - 1)]
    news = [end for first, last, there in rows for end in (first + there, last - 1 + there)]
    one = {glyph.number: glyph for glyph in before.glyphs(index, olds)}
    two = {glyph.number: glyph for glyph in after.glyphs(index, news)}
    for row in rows:
        first, last, there = row
        pairs = ((one.get(end), two.get(end + there)) for end in (first, last - 1))
        if not all(a and b and abs(a.x - b.x) < 1 and abs(a.y - b.y) < 1 for a, b in pairs):
            yield row


def _missing_in(one: Sequence[Glyph], two: Sequence[Glyph]) -> list[Glyph]:
    there = {(g.character, round(g.x), round(g.y)) for g in two}
    keys = [(g.character, round(g.x), round(g.y)) for g in one]
    return [
        glyph
        for glyph, key in zip(one, keys, strict=True)
        if key not in there and there.isdisjoint(_around_key(*key))
    ]


def _around_key(character: str, x: int, y: int) -> list[tuple[str, int, int]]:
    return [(character, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]


def _lines(boxes: list[Box]) -> list[Box]:
    """The boxes of one line made one, with what lies between them."""
    result: list[Box] = []
    for box in boxes:
        if result:
            last = result[-1]
            height = max(last[3] - last[1], box[3] - box[1])
            level = min(last[3], box[3]) - max(last[1], box[1]) > 0.5 * height
            upright = min(last[2], box[2]) - max(last[0], box[0]) > 0.5 * (last[2] - last[0])
            if (level and box[0] - last[2] < _SAME_LINE * height) or upright:
                result[-1] = (
                    min(last[0], box[0]), min(last[1], box[1]),
                    max(last[2], box[2]), max(last[3], box[3]),
                )  # fmt: skip
                continue
        result.append(box)
    return result
