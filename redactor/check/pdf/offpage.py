"""Text set off the page, or too small to be read."""

from collections.abc import Iterator, Sequence

from redactor.boxes import common, shared, union
from redactor.check import personal
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.letters import means_something
from redactor.check.pdf.paint import Difference
from redactor.check.pdf.sight import INVISIBLE, Letter, PageView, TextOp
from redactor.formats.base import Box
from redactor.text.flow import Channel

#: Points: text smaller than this is no one's to read.
TINY = 1.6


def outside(box: Box, page: Box) -> bool:
    return box[2] <= page[0] or box[0] >= page[2] or box[3] <= page[1] or box[1] >= page[3]


def clipped(box: Box, page: Box) -> Box:
    return common(box, page) if shared(box, page) else box


def off_page(view: PageView, texts: Sequence[TextOp]) -> Iterator[Finding]:
    letters: list[Letter] = []
    for op in texts:
        x0, y0, x1, y1 = op.box
        if x0 >= 0 and y0 >= 0 and x1 <= view.box[2] and y1 <= view.box[3]:
            continue
        letters += [letter for letter in op.letters if outside(letter.box, view.box)]
        letters.append(Letter(" ", op.box))
    text = " ".join("".join(letter.char for letter in letters).split())
    if means_something(text):
        box = union(letter.box for letter in letters if not letter.char.isspace())
        slug = _printers(text) and not personal.names_someone(text)
        yield Finding(
            Kind.OFF_PAGE_TEXT,
            Severity.INFO if slug else Severity.LEAK,
            0.5 if slug else 0.8,
            "finding.off-page",
            view.number,
            box,
            Channel.HIDDEN,
            text[:2000],
        )


def _printers(text: str) -> bool:
    """Whether it looks like what printers write beside a sheet."""
    low = text.casefold()
    return any(word in low for word in (".indd", ".qxd", ".qxp", "pantone", "cyan", "trim"))


def tiny(view: PageView, texts: Sequence[TextOp]) -> Iterator[Finding]:
    small = [
        op
        for op in texts
        if op.mode != INVISIBLE
        and max(op.box[2] - op.box[0], op.box[3] - op.box[1]) > 0
        and min(op.box[2] - op.box[0], op.box[3] - op.box[1]) < TINY
        and _height(op) < TINY
        and not outside(op.box, view.box)
        and not _drawn_larger(view, op)
    ]
    text = " ".join(" ".join(op.text for op in small).split())
    if (
        small
        and not view.is_scan
        and means_something(text)
        and any(len(word) > 2 for word in text.split())
    ):
        yield Finding(
            Kind.HIDDEN_TEXT,
            Severity.WARNING if _is_code(text) else Severity.LEAK,
            0.4 if _is_code(text) else 0.7,
            "finding.tiny",
            view.number,
            union(op.box for op in small),
            Channel.HIDDEN,
            text[:2000],
        )


def _is_code(text: str) -> bool:
    """Whether it is one word of letters and digits, as programs sign pages: « YVer1f »."""
    return text.isalnum() and not text.isalpha() and not text.isdigit()


def _height(op: TextOp) -> float:
    box = op.letters[0].box
    return min(max(box[3] - box[1], 0.0), op.size or 1e9)


def _drawn_larger(view: PageView, op: TextOp) -> bool:
    """Whether its glyphs are drawn larger than its font's size says, as a Type 3 font may."""
    x0, y0, x1, y1 = op.letters[0].box
    wide = max(x1 - x0, y1 - y0)
    if wide < 2 * TINY:
        return False
    around = common((x0 - wide, y0 - wide, x1 + wide, y1 + wide), view.box)
    return Difference(view.page, around, frozenset((op.number,))).spread() > TINY
