"""Text that a page holds and does not show: covered, in its background's colour, clipped,
transparent, tiny, off the page, or written invisibly where nothing is to be read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from redactor.boxes import area, common, shared, union
from redactor.check.finding import SEVERITIES, Finding, Kind, Severity
from redactor.check.geometry import Grid, core
from redactor.check.pdf.covers import Covers
from redactor.check.pdf.invisible import invisible as _written_invisibly
from redactor.check.pdf.letters import (
    Unseen,
    groups,
    is_piece,
    is_scrap,
    joined,
    means_something,
    text_of,
    with_ends,
)
from redactor.check.pdf.offpage import clipped, off_page, outside, tiny
from redactor.check.pdf.paint import Difference, Run
from redactor.check.pdf.sight import INVISIBLE, Boxes, Cover, PageView, TextOp
from redactor.formats.base import Box
from redactor.text.flow import Channel
from redactor.text.fold import fold

#: Difference of a pixel (of 255) below which a letter cannot be seen at all.
UNSEEN = 12
#: Part of its own contrast on white below which a covered letter is but a shadow.
SHADOW = 0.35
#: Letters of a line that is not set twice by chance.
_LINE = 4
#: Points: letters under this size are drawn `_FINE`, pixels a point; the others `_COARSE`.
_SMALL, _FINE, _COARSE = 9.0, 1.6, 1.1
#: Texts of a page looked at one by one.
_ALONE = 20


def findings(view: PageView) -> Iterator[Finding]:
    """Text of the page that is not seen."""
    texts = view.texts
    if not texts:
        return
    yield from off_page(view, texts)
    yield from tiny(view, texts)
    covers = Covers(view)
    suspects = [
        _Suspect(op, places)
        for op in texts
        if op.mode != INVISIBLE and (places := _to_look_at(op, view, covers))
    ]
    if suspects:
        yield from _unseen(view, suspects, covers)
    invisible = [op for op in texts if op.mode == INVISIBLE and not outside(op.box, view.box)]
    if invisible:
        yield from _written_invisibly(view, invisible, covers)


class _Suspect(NamedTuple):
    """A text of which some letters may be unseen."""

    op: TextOp
    places: Sequence[int]
    """Of the letters that a look at the pixels is worth its while for."""


def _to_look_at(op: TextOp, view: PageView, covers: Covers) -> Sequence[int]:
    """Most letters have nothing over them, and nothing else can hide them."""
    if _suspect_itself(op, view) or _same_colour_below(op, view, covers):
        return range(len(op.letters))
    return sorted(covers.above(op))


def _suspect_itself(op: TextOp, view: PageView) -> bool:
    """Whether it may be unseen without a cover: transparent, white, patterned over, clipped."""
    if op.opacity < 0.15 or min(op.colour) > 0.85 or view.patterned:
        return True
    return any(shared(box, op.box) for box in view.clipped)


def _same_colour_below(op: TextOp, view: PageView, covers: Covers) -> bool:
    if covers.first > op.number:
        return False
    for number in covers.grid.touching(op.box):
        cover = covers.all[number]
        if cover.number < op.number and cover.kind in ("fill-path", "stroke-path"):
            paint = view.paints.get(cover.number)
            if paint and paint.fill and _near(paint.fill, op.colour):
                return True
    return False


def _near(one: Sequence[float], two: Sequence[float]) -> bool:
    return len(one) == len(two) and all(abs(a - b) < 0.12 for a, b in zip(one, two, strict=True))


def _unseen(view: PageView, suspects: list[_Suspect], covers: Covers) -> Iterator[Finding]:
    fine = min(op.size for op, _ in suspects) < _SMALL
    difference = _difference(view, suspects, _FINE if fine else _COARSE)
    if difference is None:
        return
    letters = list(_looked_at(view, suspects, covers, difference))
    if not fine and any(each.cause != "covered" for each in letters):
        # Thin letters under a veil need more pixels to be told from it: « l » was lost.
        difference = _difference(view, suspects, _FINE) or difference
        letters = list(_looked_at(view, suspects, covers, difference))
    for group in groups(letters):
        finding = _finding(view, group, difference)
        if finding is not None:
            yield finding


def _difference(view: PageView, suspects: Sequence[_Suspect], scale: float) -> Difference | None:
    """The page with and without the suspects, where they stand on it."""
    asked = {id(op): places for op, places in suspects}
    boxes = (op.boxes[list(places)] for op, places in suspects)
    region = common(union(_around(each) for each in boxes), view.box)
    if not area(region):
        return None
    only = {
        op.number: [Run(len(run.letters), asked.get(id(run), ())) for run in view.runs[op.number]]
        for op, _ in suspects
    }
    return Difference(view.page, region, frozenset(only), scale, only)


def _around(boxes: Boxes) -> Box:
    x0, y0 = boxes[:, :2].min(0).tolist()
    x1, y1 = boxes[:, 2:].max(0).tolist()
    return x0, y0, x1, y1


def _looked_at(
    view: PageView, suspects: list[_Suspect], covers: Covers, difference: Difference
) -> Iterator[Unseen]:
    alone = 0
    by_place = Grid([each.op.box for each in suspects])
    for each in suspects:
        found = list(_unseen_of(each, view, covers, difference))
        near = (suspects[number].op for number in by_place.touching(each.op.box))
        if alone < _ALONE and _shares_its_place(each.op, near, covers):
            # What differs there may be the other text: look at this one by itself.
            alone += 1
            single = _difference(view, [each], _FINE)
            if single is not None:
                found = list(_unseen_of(each, view, covers, single))
        yield from with_ends(each.op, joined(found))


def _shares_its_place(op: TextOp, near: Iterable[TextOp], covers: Covers) -> bool:
    """Whether a later text is set over what covers this one: a page whitened and retyped."""
    return any(
        other.number > op.number
        and any(op.number < cover.number for cover in covers.under(other.box, other.number))
        for other in near
    )


def _unseen_of(
    suspect: _Suspect, view: PageView, covers: Covers, difference: Difference
) -> Iterator[Unseen]:
    op, places = suspect
    own = op.opacity * max(255 * (1 - value) for value in op.colour)
    above = covers.above(op)
    for number in places:
        letter = op.letters[number]
        if not letter.char.isalnum() or outside(letter.box, view.box):
            continue
        over = above.get(number, ())
        middle = core(letter.box)
        contrast = difference.contrast(middle)
        if contrast >= UNSEEN and not (over and contrast < SHADOW * own):
            continue
        darkest, lightest = difference.background(middle)
        dark = lightest < 110
        if over and contrast < UNSEEN:
            yield Unseen(number, letter, op, over[-1], "covered", dark)
        elif over:
            veils = [c for c in over if not c.is_image and not view.is_thin(c)]
            if veils and lightest - darkest < 100:
                yield Unseen(number, letter, op, veils[-1], "veiled", dark)
        elif op.opacity < 0.15:
            yield Unseen(number, letter, op, None, "transparent", dark)
        else:
            below = covers.under(letter.box, op.number)
            flat = lightest - darkest < 40
            if flat and abs(_grey(op.colour) - darkest) < 60:
                yield Unseen(number, letter, op, below[-1] if below else None, "background", dark)
            elif view.patterned and lightest < 180:
                yield Unseen(number, letter, op, None, "background", True)
            elif view.clipped:
                yield Unseen(number, letter, op, None, "clipped", dark)


def _grey(colour: tuple[float, float, float]) -> float:
    return 255 * (0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2])


def _finding(view: PageView, group: list[Unseen], difference: Difference) -> Finding | None:
    text = text_of(group)
    if not means_something(text) or _shown_again(view, group):
        return None
    finding = _said(view, group, difference, text)
    if finding is not None and is_scrap(group):
        # A picture or a stroke that crosses a word hides no word.
        severity = min(finding.severity, Severity.WARNING, key=SEVERITIES[::-1].index)
        return replace(finding, severity=severity, certainty=min(finding.certainty, 0.4))
    return finding


def _said(view: PageView, group: list[Unseen], difference: Difference, text: str) -> Finding | None:
    first = group[0]
    box = clipped(union(each.letter.box for each in group), view.box)
    cover = first.cover
    if first.cause == "veiled":
        if not any(len(word) > 2 for word in text.split()):
            return None
        return Finding(
            Kind.SEE_THROUGH_COVER,
            Severity.LEAK if first.dark else Severity.WARNING,
            0.85 if first.dark else 0.5,
            "finding.see-through",
            view.number,
            box,
            Channel.BODY,
            text,
        )
    if first.cause == "covered" and cover is not None:
        if cover.is_image and view.is_scan and _inked(group, difference):
            return None  # The text layer of a scan, set below the picture of the page.
        neutral = _neutral(view, cover)
        return Finding(
            Kind.COVERED_TEXT,
            Severity.LEAK if neutral else Severity.WARNING,
            0.95 if first.dark else (0.75 if neutral else 0.5),
            "finding.covered-image-over" if cover.is_image else "finding.covered",
            view.number,
            box,
            Channel.HIDDEN,
            text,
        )
    if first.cause == "background":
        if not first.dark and view.is_scan:
            return None  # a text layer in white: what a reader of characters left
        # Black on black is the marker pen of word processors; white on white merely hides.
        kind = Kind.COVERED_TEXT if first.dark else Kind.HIDDEN_TEXT
        key = "finding.same-dark" if first.dark else "finding.same-light"
        return Finding(kind, Severity.LEAK, 0.9, key, view.number, box, Channel.HIDDEN, text)
    # A text that its cell or field is too short for is cut within a word.
    cut = Severity.INFO if first.cause == "clipped" and is_piece(group) else Severity.WARNING
    return Finding(
        Kind.HIDDEN_TEXT,
        Severity.LEAK if first.cause == "transparent" else cut,
        0.8 if first.cause == "transparent" else 0.5,
        f"finding.{first.cause}",
        view.number,
        box,
        Channel.HIDDEN,
        text,
    )


def _neutral(view: PageView, cover: Cover) -> bool:
    """Whether the cover is black, white or grey, as what is meant to hide mostly is."""
    paint = view.paints.get(cover.number)
    if paint is None or paint.fill is None:
        return True
    return max(paint.fill) - min(paint.fill) < 0.15


def _inked(group: list[Unseen], difference: Difference) -> bool:
    """Whether something like letters is seen where the group stands."""
    inked = 0
    for each in group:
        darkest, lightest = difference.seen(each.letter.box)
        inked += lightest - darkest > 60
    return inked * 2 > len(group)


def _shown_again(view: PageView, group: list[Unseen]) -> bool:
    """Whether the same letters are set again on top, at the same place: shadows, bold by
    repetition, text redrawn over its cell's shading."""
    last = max(each.op.number for each in group)
    near = union(each.letter.box for each in group)
    if _retyped(view, group):
        return True
    shown: dict[tuple[str, int], list[Box]] = {}
    for op in view.texts_at(near):
        if op.number > last and op.mode != INVISIBLE:
            for letter in op.letters:
                shown.setdefault((letter.char, round(letter.box[1] / 4)), []).append(letter.box)
    return all(
        any(
            abs(box[0] - each.letter.box[0]) < 1.5 and abs(box[3] - each.letter.box[3]) < 3
            for row in (-1, 0, 1)
            for box in shown.get((each.letter.char, round(each.letter.box[1] / 4) + row), ())
        )
        for each in group
    )


def _retyped(view: PageView, group: list[Unseen]) -> bool:
    """Whether the lines are set again over what covers them, in other letter widths."""
    if group[0].cause not in ("covered", "veiled"):
        return False
    covers = [each.cover.number for each in group if each.cover is not None]
    hidden = {id(each.op): each.op for each in group}.values()
    above = "".join(
        op.text
        for op in view.texts_at(union(op.box for op in hidden))
        if op.number > max(covers) and op.mode != INVISIBLE
    )
    if not above:
        return False
    lines = [_bare(op.text) for op in hidden]
    return min(map(len, lines)) >= _LINE and all(line in _bare(above) for line in lines)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))
