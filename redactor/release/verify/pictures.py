"""Both files drawn and compared outside the marks: lines, pictures and backgrounds stay."""

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from redactor.formats.base import Box
from redactor.release.verify.engines import Glyph, Pdfium

#: Pixels a point. Enough to see a rule, a picture or a box; text is compared as text.
SCALE = 1.0
#: Of 255. Engines draw the same glyph a little otherwise once its page was rewritten.
_TOLERANCE = 90
#: Pixels that may differ, for edges cut by a mark.
_SPECKS = 8
#: Points around removed letters that their mark may cover.
_MARGIN = 3.0
#: Heights: what stands further apart on a line is no part of one mark. A mark of a fixed width
#: leaves this much on either side of a short label.
_SAME_LINE = 4
#: All pages of a document are compared up to this many, then this many spread over it.
MOST = 60


def sample(count: int, always: set[int]) -> set[int]:
    """The pages to draw (from zero): all of a short document, an even spread of a long one."""
    if count <= MOST:
        return set(range(count))
    return {round(i * (count - 1) / (MOST - 1)) for i in range(MOST)} | always


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
    old, new = before.glyphs(index), after.glyphs(index)
    gone = before.boxes(index, _missing_in(old, new))
    come = after.boxes(index, _missing_in(new, old))
    for box in (*_lines(gone), *_lines(come), *own):
        _erase(draw, before.to_picture(index, box, SCALE))
    rest = distant.getbbox()
    if rest is None:
        return False
    # One pixel more on each side, for what is compared with its neighbours.
    crop = (rest[0] - 1, rest[1] - 1, rest[2] + 1, rest[3] + 1)
    one, two = one.crop(crop), two.crop(crop)
    unlike = ImageChops.lighter(_unlike(one, two), _unlike(two, one))
    return ImageChops.darker(unlike, distant.crop(crop)).histogram()[255] > _SPECKS


def _distant(one: Image.Image, two: Image.Image) -> Image.Image:
    return ImageChops.difference(one, two).point(_beyond)


def _unlike(one: Image.Image, two: Image.Image) -> Image.Image:
    """The pixels of `one` that are like none of their neighbours in `two`.

    A rewritten page may place a word a fraction of a point aside: each of its letters' edges
    differs, but none by more than a pixel's way.
    """
    darkest, lightest = two.filter(ImageFilter.MinFilter(3)), two.filter(ImageFilter.MaxFilter(3))
    return ImageChops.lighter(
        ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest)
    ).point(_beyond)


def _beyond(value: int) -> int:
    return 255 if value > _TOLERANCE else 0


def _erase(draw: ImageDraw.ImageDraw, box: Sequence[float]) -> None:
    margin = _MARGIN * SCALE
    draw.rectangle((box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin), fill=0)


def _missing_in(one: Sequence[Glyph], two: Sequence[Glyph]) -> list[Glyph]:
    """The characters of `one` that `two` does not have in the same place, to a point."""
    there = {(g.character, round(g.x), round(g.y)) for g in two}
    near = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    suspects = [g for g in one if (g.character, round(g.x), round(g.y)) not in there]
    return [
        g
        for g in suspects
        if not any((g.character, round(g.x) + dx, round(g.y) + dy) in there for dx, dy in near)
    ]


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
