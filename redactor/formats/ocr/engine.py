"""Tesseract, one picture at a time."""

import hashlib
import os
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from redactor.formats.base import Box
from redactor.formats.ocr import data
from redactor.formats.ocr.cache import Cache
from redactor.formats.ocr.turning import sideways, turned, turned_back
from redactor.formats.ocr.words import Line, Recognised, Word

_VERSION = "1"
"""Changes when this package reads the same pixels otherwise."""
_SECONDS = 60
"""A picture that takes longer is not read."""
_KEPT = 64
"""Pictures remembered: a logo comes back on each page."""
_TURN_AGAIN = 0.6
"""Mean confidence under which the picture may be upside down (a page that is, is read with
0.33; upright, with 0.92)."""
_INK = 64
"""Levels by which ink differs from its paper."""
_BLANK = 2e-5
"""Part of the pixels that dust takes: a full stop on A4 is 1e-5."""
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
        first = 1 if sideways(picture) else 0
        for quarters in (first, first + 2):
            found = self._recognise(turned(picture, quarters), dpi)
            if found is None:
                continue
            found = turned_back(found, quarters, *picture.size)
            if best is None or _merit(found) > _merit(best):
                best = found
            if best.confidence >= _TURN_AGAIN:
                break
        return best

    def _recognise(self, picture: Image.Image, dpi: int) -> Recognised | None:
        api = self._engine()
        api.SetImage(picture)
        api.SetSourceResolution(dpi)
        try:
            if not api.Recognize(_SECONDS * 1000):
                return None
            return Recognised(tuple(_lines(api.GetIterator())))
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
    """A reader, or None where the engine or its data are not installed."""
    tessdata = data.folder()
    return Reader(tessdata, cache) if tessdata else None


def is_blank(picture: Image.Image) -> bool:
    """Whether nothing but paper and dust is seen: pixels far from the paper's own level."""
    counts = picture.histogram()
    paper = max(range(256), key=lambda level: counts[level])
    ink = sum(count for level, count in enumerate(counts) if abs(level - paper) > _INK)
    return ink <= _BLANK * picture.width * picture.height


def _merit(found: Recognised) -> float:
    """Two readings of one picture: the one with more sure letters is right."""
    return sum(len(word.text) * word.confidence**2 for word in found.words())


def _lines(iterator: Any) -> Iterator[Line]:
    import tesserocr

    level = tesserocr.RIL
    if iterator is None:
        return
    words: list[Word] = []
    symbols: list[tuple[str, Box]] = []
    whole: Box = (0, 0, 0, 0)
    sure = 0.0
    block = turn = 0

    def word() -> None:
        text = "".join(char for char, _ in symbols)
        noise = sure < _NOISE and not any(char.isalnum() for char in text)
        if text and not noise:
            words.append(Word(text, _letters(symbols, whole, turn), sure))
        symbols.clear()

    for each in tesserocr.iterate_level(iterator, level.SYMBOL):
        if each.IsAtBeginningOf(level.WORD):
            word()
            box = each.BoundingBox(level.WORD)
        if each.IsAtBeginningOf(level.TEXTLINE):
            if words:
                yield Line(tuple(words), block, turn)
                words = []
            turn = int(each.Orientation()[0])
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
        yield Line(tuple(words), block, turn)


def _letters(symbols: list[tuple[str, Box]], whole: Box, turn: int) -> tuple[Box, ...]:
    """One box a character. Each is as high as its word, and together they are as wide: boxes of
    characters are the engine's guess, boxes of words are measured on the ink."""
    boxes: list[Box] = []
    for number, (text, (x0, y0, x1, y1)) in enumerate(symbols):
        first, last = number == 0, number == len(symbols) - 1
        if turn % 2:
            x0, x1 = whole[0], whole[2]
            start, end = (whole[1], whole[3]) if turn == 1 else (whole[3], whole[1])
            if first:
                y0, y1 = (start, y1) if turn == 1 else (y0, start)
            if last:
                y0, y1 = (y0, end) if turn == 1 else (end, y1)
        else:
            y0, y1 = whole[1], whole[3]
            left, right = (first, last) if turn == 0 else (last, first)
            x0 = whole[0] if left else x0
            x1 = whole[2] if right else x1
        boxes += [(float(x0), float(y0), float(x1), float(y1))] * len(text)
    return tuple(boxes)
