"""The characters of a page, with their places, as the engine that removes them sees them.

One extraction sees all text that a page draws: clipping off, layers all on, off the page,
invisible, in patterns, in Type 3 fonts (measured: the engine's default extraction misses
hidden layers, clipped and off-page text and patterns). A second one, with the page as it is
displayed, tells which of it is hidden. ``ActualText`` is ignored in both: it is a channel of
its own, and what is removed are glyphs.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Box

_EVERYTHING = (
    pymupdf.TEXT_PRESERVE_LIGATURES
    | pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_IGNORE_ACTUALTEXT
    | pymupdf.TEXT_COLLECT_STYLES
    | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
)
_DISPLAYED = _EVERYTHING | pymupdf.TEXT_CLIP
_FAR = 1e6
"""Points: a page box so large that no text lies outside it."""
_PAINTED = 16 | 32
"""Bits of a span's ``char_flags``: filled, stroked. Neither: invisible (text mode 3)."""


class Glyph(NamedTuple):
    """A character and its place, in points of the page as displayed."""

    char: str
    x: float
    """Origin, on the base line."""
    y: float
    box: Box
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs on one base line, in reading order. Synthetic spaces have no place (size 0)."""

    glyphs: tuple[Glyph, ...]
    box: Box
    direction: tuple[float, float]
    size: float
    block: int
    """Number of the engine's block: lines set close together."""
    hidden: bool = False
    invisible: bool = False


def lines_of(page: Any, bare: Any) -> list[Line]:
    """Every line of text that `page` draws.

    `bare` is the same page of a document whose layers are all shown (`page` itself where the
    document has none).
    """
    everything = _extract(bare, _EVERYTHING)
    shown = _extract(page, _DISPLAYED, page.rect)
    hidden = everything.extractText() != shown.extractText()
    lines = list(lines_in(everything))
    if hidden:
        lines = list(_split_hidden(lines, shown))
    return lines


def _extract(page: Any, flags: int, rect: Any = None) -> Any:
    handle = page.this if isinstance(page.this, mupdf.FzPage) else page.this.super()

    def draw(device: Any) -> None:
        mupdf.fz_run_page_contents(handle, device, mupdf.FzMatrix(), mupdf.FzCookie())

    return run(draw, flags, rect)


def run(draw: Callable[[Any], None], flags: int = _EVERYTHING, rect: Any = None) -> Any:
    """The `pymupdf.TextPage` of what `draw` draws on the device it is given."""
    bounds = (
        mupdf.FzRect(-_FAR, -_FAR, _FAR, _FAR) if rect is None else mupdf.FzRect(*map(float, rect))
    )
    text = mupdf.FzStextPage(bounds)
    device = mupdf.fz_new_stext_device(text, mupdf.FzStextOptions(flags))
    draw(device)
    mupdf.fz_close_device(device)
    return pymupdf.TextPage(text)


def lines_in(text: Any) -> Iterator[Line]:
    """The lines of an extraction, in the order of the content."""
    for number, block in enumerate(text.extractRAWDICT()["blocks"]):
        for line in block.get("lines", ()):
            glyphs: list[Glyph] = []
            size = 0.0
            painted = False
            for span in line["spans"]:
                size = max(size, span["size"])
                painted = painted or bool(span["char_flags"] & _PAINTED)
                points = span["size"]
                for char in span["chars"]:
                    x, y = char["origin"]
                    glyphs.append(
                        Glyph(char["c"], x, y, char["bbox"], 0.0 if char["synthetic"] else points)
                    )
            if glyphs:
                yield Line(
                    tuple(glyphs), line["bbox"], line["dir"], size, number, False, not painted
                )


def _split_hidden(lines: list[Line], shown: Any) -> Iterator[Line]:
    """Cut each line where shown and hidden glyphs meet."""
    visible: Counter[tuple[str, int, int]] = Counter(
        _key(glyph) for line in lines_in(shown) for glyph in line.glyphs if glyph.size
    )
    for line in lines:
        run: list[Glyph] = []
        hidden: bool | None = None
        for glyph in line.glyphs:
            if glyph.size:
                key = _key(glyph)
                now = visible[key] <= 0
                visible[key] -= 1
                if now != hidden and run and hidden is not None:
                    yield _part(line, run, hidden)
                    run = []
                hidden = now
            run.append(glyph)
        if run:
            yield _part(line, run, bool(hidden))


def _key(glyph: Glyph) -> tuple[str, int, int]:
    return glyph.char, round(glyph.x * 4), round(glyph.y * 4)


def _part(line: Line, glyphs: list[Glyph], hidden: bool) -> Line:
    boxes = [glyph.box for glyph in glyphs]
    box = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    return Line(tuple(glyphs), box, line.direction, line.size, line.block, hidden, line.invisible)
