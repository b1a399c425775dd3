"""Tesseract, one picture at a time."""

import hashlib
import os
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from PIL import Image

from redactor.boxes import union
from redactor.formats.base import NOWHERE, Box
from redactor.formats.ocr import data
from redactor.formats.ocr.cache import Cache
from redactor.formats.ocr.letters import letter_boxes
from redactor.formats.ocr.paper import is_blank, prepared
from redactor.formats.ocr.turning import level, sideways, skew, slanted, turned, turned_back
from redactor.formats.ocr.words import Line, Recognised, Word

CACHE = "REDACTOR_OCR_CACHE"
_VERSION = "7"
"""Changes when this package reads the same pixels otherwise."""
_SECONDS = 60
"""A picture that takes longer is not read."""
_KEPT = 64
"""Pictures remembered: a logo comes back on each page."""
_TURN_AGAIN = 0.6
"""Mean confidence under which the picture may be upside down (a page that is, is read with
0.33; upright, with 0.92)."""
_BAND = 0.25
"""Part of the picture that is read upside down before all of it is."""
_BETTER = 1.5
"""Times the merit of the same band as it lies: print has over three times as much."""
_PASTED = 0.5
"""Mean confidence under which a block of a page that was read may be set upside down in it, or
turned the other way (read wrongly it has 0.25 to 0.31, a block of the page 0.92 and more)."""
_RIM = 8
"""Pixels around a block."""
_NOISE = 0.5
"""Confidence under which a « word » of marks alone is a speck or a rule."""


class Reader:
    """Reads pictures of French text. One process, one picture at a time."""

    def __init__(self, tessdata: Path, cache: Path | None = None) -> None:
        self._tessdata = tessdata
        self._cache = Cache(cache) if cache else None
        self._known: OrderedDict[str, Recognised | None] = OrderedDict()
        self._api: Any = None

    def read(self, picture: Image.Image, dpi: int) -> Recognised | None:
        """The text of an 8-bit grey picture, boxes in its pixels; None: it took too long."""
        key = self._key(picture, dpi)
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        found = self._cache.get(key) if self._cache else None
        if found is None:
            found = self._read(picture, dpi)
            if found is not None and self._cache:
                self._cache.put(key, found)
        self._known[key] = found
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return found

    def close(self) -> None:
        if self._api is not None:
            self._api.End()
            self._api = None

    def _key(self, picture: Image.Image, dpi: int) -> str:
        named = f"{_VERSION} {data.digest(self._tessdata)} {picture.size} {dpi} ".encode()
        return hashlib.sha256(named + picture.tobytes()).hexdigest()

    def _read(self, picture: Image.Image, dpi: int) -> Recognised | None:
        if is_blank(picture):
            return Recognised(blank=True)
        best: Recognised | None = None
        picture = prepared(picture, dpi)
        first = 1 if sideways(picture) else 0
        for quarters in (first, first + 2):
            if best is not None and not self._says_more(picture, best, quarters, dpi):
                break
            found = self._turned(picture, quarters, dpi)
            if found is not None and quarters == 1 and _lies(found):
                # A few words of print have the profile of columns: it was upright after all.
                found = self._turned(picture, 0, dpi)
            if found is None:
                continue
            if best is None or _merit(found) > _merit(best):
                best = found
            if best.confidence >= _TURN_AGAIN:
                return self._blocks_turned(picture, best, dpi)
        return best

    def _says_more(self, picture: Image.Image, found: Recognised, quarters: int, dpi: int) -> bool:
        """Whether a band of the picture is read better that way: handwriting is read badly
        either way, and takes up to a minute."""
        middles = [(_middle(word.box), word) for word in found.words()]
        if not middles:
            return True
        wide, high = picture.size
        across = quarters % 2 == 0
        length = high if across else wide
        middle = sorted(at[across] for at, _ in middles)[len(middles) // 2]
        low = int(min(max(middle - _BAND * length / 2, 0), (1 - _BAND) * length))
        end = int(low + _BAND * length)
        band = (0, low, wide, end) if across else (low, 0, end, high)
        before = Recognised(
            tuple(Line((word,), 0) for at, word in middles if low <= at[across] <= end)
        )
        after = self._turned(picture.crop(band), quarters, dpi)
        return after is not None and _merit(after) > _BETTER * _merit(before)

    def _blocks_turned(self, picture: Image.Image, found: Recognised, dpi: int) -> Recognised:
        """The blocks that could not be read, the other way up where that says more: a slip laid
        on the glass beside the letter, a picture inside a page."""
        lines: list[Line] = []
        for _, each in groupby(found.lines, lambda line: line.block):
            block = Recognised(tuple(each))
            lines += self._other_way_up(picture, block, dpi).lines
        return replace(found, lines=tuple(lines))

    def _other_way_up(self, picture: Image.Image, block: Recognised, dpi: int) -> Recognised:
        if block.confidence >= _PASTED or sum(1 for _ in block.words()) < 2:
            return block
        x0, y0, x1, y1 = union([line.box for line in block.lines])
        left, top = max(int(x0) - _RIM, 0), max(int(y0) - _RIM, 0)
        crop = picture.crop(
            (left, top, min(int(x1) + _RIM, picture.width), min(int(y1) + _RIM, picture.height))
        )
        ways = (1, 3) if block.lines[0].turn % 2 else (2,)
        read = [found for way in ways if (found := self._turned(crop, way, dpi))]
        other = max(read, key=_merit, default=block)
        if _merit(other) <= _merit(block):
            return block
        number = block.lines[0].block
        placed = other.placed(1.0, left, top)
        return Recognised(tuple(replace(line, block=number) for line in placed.lines))

    def _turned(self, picture: Image.Image, quarters: int, dpi: int) -> Recognised | None:
        """What is read after so many quarter turns, boxes in the picture as it is."""
        upright = turned(picture, quarters)
        angle = skew(upright)
        found = self._recognise(level(upright, angle), dpi)
        if found is None:
            return None
        return turned_back(slanted(found, angle, *upright.size), quarters, *picture.size)

    def _recognise(self, picture: Image.Image, dpi: int) -> Recognised | None:
        api = self._engine()
        api.SetImage(picture)
        api.SetSourceResolution(dpi)
        try:
            with _silence():
                done = api.Recognize(_SECONDS * 1000)
            if not done:
                return None
            return Recognised(tuple(_lines(api.GetIterator(), picture)))
        except RuntimeError:  # nothing recognised
            return Recognised()
        finally:
            api.Clear()

    def _engine(self) -> Any:
        if self._api is None:
            # More threads on one page cost more than they bring, with two cores.
            os.environ.setdefault("OMP_THREAD_LIMIT", "1")
            import tesserocr

            self._api = tesserocr.PyTessBaseAPI(
                path=str(self._tessdata),
                lang=data.LANGUAGE,
                psm=tesserocr.PSM.AUTO,
                oem=tesserocr.OEM.LSTM_ONLY,
                variables={"debug_file": os.devnull},
            )
        return self._api


def reader(cache: Path | None = None) -> Reader | None:
    """A reader, or None where the engine or its data are not installed.

    `cache` is a folder of what was recognised, or `NOWHERE`; without one, what `CACHE` names in
    the environment, which processes inherit.
    """
    tessdata = data.folder()
    if cache is None and (named := os.environ.get(CACHE)):
        cache = Path(named)
    return Reader(tessdata, None if cache == NOWHERE else cache) if tessdata else None


@contextmanager
def _silence() -> Iterator[None]:
    """The engine's own library writes on the process's standard error what nobody asked."""
    try:
        kept = os.dup(2)
    except OSError:  # a windowed program has none
        yield
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)


def _lies(found: Recognised) -> bool:
    """Whether most words stand along the width of the picture as it is."""
    long = [word for word in found.words() if len(word.text) > 2]
    flat = sum(word.box[2] - word.box[0] > word.box[3] - word.box[1] for word in long)
    return 2 * flat > len(long)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _merit(found: Recognised) -> float:
    """Two readings of one picture: the one with more sure letters is right."""
    return sum(len(word.text) * word.confidence**2 for word in found.words())


def _lines(iterator: Any, picture: Image.Image) -> Iterator[Line]:
    import tesserocr

    level = tesserocr.RIL
    if iterator is None:
        return
    words: list[Word] = []
    symbols: list[tuple[str, Box]] = []
    whole: Box = (0, 0, 0, 0)
    sure = 0.0
    block = turn = 0
    base: Box = (0, 0, 0, 0)

    def word() -> None:
        text = "".join(char for char, _ in symbols)
        noise = sure < _NOISE and not any(char.isalnum() for char in text)
        if text and not noise:
            words.append(Word(text, _letters(picture, symbols, whole, turn), sure))
        symbols.clear()

    for each in tesserocr.iterate_level(iterator, level.SYMBOL):
        if each.IsAtBeginningOf(level.WORD):
            word()
            box = each.BoundingBox(level.WORD)
        if each.IsAtBeginningOf(level.TEXTLINE):
            if words:
                yield Line(tuple(words), block, turn, base)
                words = []
            turn = int(each.Orientation()[0])
            (bx0, by0), (bx1, by1) = each.Baseline(level.TEXTLINE)
            base = (float(bx0), float(by0), float(bx1), float(by1))
        if each.IsAtBeginningOf(level.BLOCK):
            block += 1
        if each.IsAtBeginningOf(level.WORD):
            whole = box
            sure = each.Confidence(level.WORD) / 100
        text = each.GetUTF8Text(level.SYMBOL)
        if text and text.strip():
            symbols.append((text, each.BoundingBox(level.SYMBOL)))
    word()
    if words:
        yield Line(tuple(words), block, turn, base)


def _letters(
    picture: Image.Image, symbols: list[tuple[str, Box]], whole: Box, turn: int
) -> tuple[Box, ...]:
    """One box a character. Each is as high as its word, and together they are as wide."""
    places = letter_boxes(picture, symbols, whole) if turn == 0 else _even(symbols, whole, turn)
    return tuple(
        (float(x0), float(y0), float(x1), float(y1))
        for (text, _), (x0, y0, x1, y1) in zip(symbols, places, strict=True)
        for _ in text
    )


def _even(symbols: list[tuple[str, Box]], whole: Box, turn: int) -> list[Box]:
    """Letters of a word that the engine found turned on an upright page: as wide as each other."""
    x0, y0, x1, y1 = whole
    step = ((y1 - y0) if turn % 2 else (x1 - x0)) / len(symbols)
    places: list[Box] = []
    for number in range(len(symbols)):
        at = number if turn == 1 else len(symbols) - 1 - number
        if turn % 2:
            places.append((x0, y0 + step * at, x1, y0 + step * (at + 1)))
        else:
            places.append((x0 + step * at, y0, x0 + step * (at + 1), y1))
    return places
