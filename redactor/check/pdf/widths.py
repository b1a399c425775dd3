"""Boxes whose width singles out some of the names that could stand under them.

What is drawn over or taken out of a line leaves the hidden text's own width between the words
beside it: few names of a list have it.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import pymupdf

from redactor.check.finding import Finding, Hole, Kind, Severity
from redactor.text.flow import Channel

#: Points: how far a name's width may be from the box's, the room that hands leave included.
_ROOM = 2.0
#: Points: the width to which a gap between two words is exact.
_EXACT = 0.6


def widths(holes: Sequence[Hole], names: Sequence[str]) -> Iterator[Finding]:
    """The holes that few of `names`, given as candidates, have the width of."""
    for hole in holes:
        room = _EXACT + 0.2 * hole.size if hole.exact else _ROOM
        fitting = [name for name in names if abs(_width(name, hole) - hole.width) <= room]
        if not fitting or len(fitting) > max(3, len(names) // 3):
            continue
        few = len(fitting) <= max(1, len(names) // 10)
        certainty = min(0.8 if hole.exact else 0.4, 1 / len(fitting))
        severity = Severity.WARNING if few else Severity.INFO
        yield _finding(hole, fitting, len(names), severity, certainty, "finding.gap-width")


def seen_elsewhere(holes: Sequence[Hole], names: Sequence[str]) -> Iterator[Finding]:
    """The holes that a single one of `names`, read in the batch, has the width of.

    Only exact ones: whoever is named elsewhere need not stand here, and a chance fit is said of
    nobody for a box drawn by hand.
    """
    if len(names) < _FEWEST:
        return
    for hole in holes:
        if hole.exact:
            fitting = [n for n in names if abs(_width(n, hole) - hole.width) <= _EXACT]
            if len(fitting) == 1:
                yield _finding(
                    hole, fitting, len(names), Severity.INFO, 0.4, "finding.gap-width-batch"
                )


#: Names of a batch from which one that fits alone tells something.
_FEWEST = 3


def _finding(
    hole: Hole, fitting: Sequence[str], of: int, severity: Severity, certainty: float, message: str
) -> Finding:
    return Finding(
        Kind.GAP_WIDTH,
        severity,
        certainty,
        message,
        hole.page,
        hole.box,
        Channel.BODY,
        " ; ".join(fitting[:10]),
        facts={"count": len(fitting), "of": of},
    )


def _width(name: str, hole: Hole) -> float:
    return length(name, hole.font, hole.size)


def length(text: str, font: str, size: float) -> float:
    """Points that a text takes in a font of such a name, as far as the usual fonts tell."""
    low = font.casefold()
    face = "tiro" if "times" in low or "serif" in low or "roman" in low else "helv"
    if "bold" in low:
        face = {"tiro": "tibo", "helv": "hebo"}[face]
    # The engine's own table of widths has accented letters wrong: « Béranger » lacks 3.7 points.
    return float(_font(face).text_length(text, size))


@cache
def _font(name: str) -> pymupdf.Font:
    return pymupdf.Font(name)
