"""A justified line with so few words that the engine makes a line of each.

The words of such a line stand evenly from margin to margin. Where that leaves more than 0.8 type
size between them the engine ends the line (MuPDF 1.28), and each word was a cell of a table:
« VERCASTREL Yann » became two people.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from redactor.formats.pdf.glyphs import Line

_FEWEST = 3
"""Words; two say nothing of being even."""
_EVEN = 0.12
"""Type sizes by which the gaps of one line differ at most."""
_WIDEST = 2.5
"""Type sizes of a gap, beyond which columns are likelier."""
_MARGIN = 0.2
"""Type sizes by which lines of a paragraph may miss its right margin."""
_INDENT = 4.0
"""Type sizes by which a paragraph's first line may be set in."""


def joined(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, the words of a stretched one glued by spaces."""
    for _, block in groupby(lines, key=lambda line: line.block):
        whole = list(block)
        for row in _rows(whole):
            if _is_stretched(row, whole):
                yield row[0]
                yield from (replace(word, glue=" ") for word in row[1:])
            else:
                yield from row


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in lines:
        if row and not _beside(row[-1], line):
            yield row
            row = []
        row.append(line)
    yield row


def _beside(one: Line, two: Line) -> bool:
    return (
        two.glue is None
        and one.direction == two.direction == (1.0, 0.0)
        and (one.hidden, one.invisible) == (two.hidden, two.invisible)
        and abs(one.base - two.base) < 0.1 * two.size
        and 0 < two.box[0] - one.box[2] < _WIDEST * two.size
    )


def _is_stretched(row: Sequence[Line], block: Sequence[Line]) -> bool:
    if len(row) < _FEWEST or any(len(word.text.split()) != 1 for word in row):
        return False
    size = row[0].size
    gaps = [two.box[0] - one.box[2] for one, two in pairwise(row)]
    if max(gaps) - min(gaps) > _EVEN * size:
        return False
    left, right = row[0].box[0], row[-1].box[2]
    return any(
        " " in line.text.strip()
        and abs(line.base - row[0].base) > size / 2
        and line.box[2] < right + _MARGIN * size
        and abs(line.box[0] - left) < _INDENT * size
        for line in block
    )
