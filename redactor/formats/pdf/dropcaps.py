"""A paragraph's first letter, set large over several lines: it begins the word beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.formats.pdf.glyphs import Line

_LARGER = 1.7
"""Times the type of the paragraph."""
_NEAR = 0.6
"""Type sizes of the letter between it and its word."""


def joined(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, a large first letter glued to the line that goes on with its word."""
    before: Line | None = None
    for line in lines:
        if before is not None and _begins(before, line):
            yield replace(before, block=line.block)
            before = replace(line, glue="")
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _begins(letter: Line, line: Line) -> bool:
    said = letter.text.strip()
    if len(said) != 1 or not said.isupper() or not line.text[:1].islower():
        return False
    middle = (line.box[1] + line.box[3]) / 2
    gap = line.box[0] - letter.box[2]
    return (
        letter.size >= _LARGER * line.size
        and letter.direction == line.direction == (1.0, 0.0)
        and letter.hidden == line.hidden
        and letter.box[1] <= middle <= letter.base
        and -0.1 * letter.size < gap < _NEAR * letter.size
    )
