"""The lines of a page: those of its whole content, cut where shown and hidden words meet, and what
is known of the spaces that the engine infers.

One reading sees everything that the content draws; a second one, of the page as it is displayed,
tells which of it is hidden.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from redactor.boxes import union
from redactor.formats.pdf import spacing, tight
from redactor.formats.pdf.glyphs import DISPLAYED, Extraction, Glyph, Line, everything, extract

_WORD = re.compile(r"\S+")
_TEXT_MODE = re.compile(rb"\sTr\b")
_OTHER_MODES = frozenset((b"", b"1", b"2", b"3", b"4", b"5", b"6", b"7"))
"""Than 0: filled. Nothing: the number is too far away to be looked for."""


def lines_of(page: Any, bare: Any, pictures: bool) -> tuple[Extraction, list[Line]]:
    """Every line of text that `page` draws, and the extraction that knows their glyphs.

    `bare` is the same page of a document whose layers are all shown (`page` itself where the
    document has none); `pictures`: whether the page has images, and so perhaps a text layer.
    """
    styled = pictures or _sets_text_mode(page.read_contents())
    whole = everything(bare, styled)
    shown = Extraction(extract(page, DISPLAYED, page.rect))
    lines = whole.lines
    if whole.text() != shown.text():
        lines = list(_split_hidden(whole, shown))
    return whole, list(_rejoined(whole, list(_spaced(whole, lines))))


def _sets_text_mode(content: bytes) -> bool:
    """Whether text may be drawn otherwise than filled."""
    return any(
        content[max(0, found.start() - 8) : found.start()].rstrip()[-1:] in _OTHER_MODES
        for found in _TEXT_MODE.finditer(content)
    )


def _spaced(whole: Extraction, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with what is known of spaces too narrow for the engine."""

    def glyphs_of(number: int) -> list[Glyph]:
        line = lines[number]
        return whole.glyphs(line.number, line.start, line.start + len(line.text))

    missing = tight.gaps_of_tight_lines([line.text for line in lines], glyphs_of)
    for line, places in zip(lines, missing, strict=True):
        yield replace(line, missing_spaces=places) if places else line


def _rejoined(whole: Extraction, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with what is known of letters set apart."""
    row: list[Line] = []
    for line in lines:
        if row and not _beside(row[-1], line):
            yield from _joined(whole, row)
            row = []
        row.append(line)
    yield from _joined(whole, row)


def _beside(one: Line, two: Line) -> bool:
    gap = two.box[0] - one.box[2]
    return (
        spacing.is_short(one.text)
        and spacing.is_short(two.text)
        and one.direction == two.direction == (1.0, 0.0)
        and one.hidden == two.hidden
        and abs(one.base - two.base) < 0.1 * two.size
        and -0.1 * two.size < gap < spacing.PITCH * two.size
    )


def _joined(whole: Extraction, row: Sequence[Line]) -> Iterator[Line]:
    if not spacing.may_be_apart(" ".join(line.text for line in row)):
        yield from row
        return
    glyphs: list[Glyph] = []
    starts: list[int] = []
    for line in row:
        if glyphs:
            glyphs.append(spacing.SPACE)
        starts.append(len(glyphs))
        glyphs += whole.glyphs(line.number, line.start, line.start + len(line.text))
    false = spacing.false_spaces(glyphs)
    for line, start in zip(row, starts, strict=True):
        own = frozenset(at for at in range(len(line.text)) if start + at in false)
        if not start or not false:
            yield replace(line, false_spaces=own)
        else:
            glue = "" if start - 1 in false else " "
            yield replace(line, false_spaces=own, glue=glue, block=row[0].block)


def _split_hidden(whole: Extraction, shown: Extraction) -> Iterator[Line]:
    """Cut each line where shown and hidden words meet; a word seen in part is shown."""
    visible: Counter[tuple[str, int, int]] = Counter(
        _key(glyph) for glyph in shown.all_glyphs() if glyph.size
    )
    for line in whole.lines:
        start = 0
        hidden: bool | None = None
        glyphs = whole.glyphs(line.number)
        for word in _WORD.finditer("".join(glyph.char for glyph in glyphs)):
            now = True
            for glyph in glyphs[word.start() : word.end()]:
                key = _key(glyph)
                if visible[key] > 0:
                    visible[key] -= 1
                    now = False
            if hidden is not None and now != hidden:
                yield _part(line, glyphs, start, word.start(), hidden)
                start = word.start()
            hidden = now
        yield _part(line, glyphs, start, len(glyphs), bool(hidden))


def _key(glyph: Glyph) -> tuple[str, int, int]:
    return glyph.char, round(glyph.x * 4), round(glyph.y * 4)


def _part(line: Line, glyphs: list[Glyph], start: int, end: int, hidden: bool) -> Line:
    box = union(glyph.box for glyph in glyphs[start:end])
    return replace(line, text=line.text[start:end], box=box, start=start, hidden=hidden)
