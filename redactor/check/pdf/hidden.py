"""Text that a page holds and does not show: covered, in its background's colour, clipped,
transparent, tiny, off the page, or written invisibly where nothing is to be read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.geometry import Grid, area, common, core, union
from redactor.check.pdf.paint import Difference
from redactor.check.pdf.sight import INVISIBLE, Cover, Letter, PageView, TextOp, words
from redactor.formats.base import Box
from redactor.law.categories import Category
from redactor.law.words import mark
from redactor.text.flow import Channel

#: Difference of a pixel (of 255) below which a letter cannot be seen at all.
UNSEEN = 12
#: Part of its own contrast on white below which a covered letter is but a shadow.
SHADOW = 0.35
#: Points: text smaller than this is no one's to read.
TINY = 1.6
#: Texts of a page looked at one by one.
_ALONE = 20
#: Letters by which a text can mean something; « x » alone under a box does not.
_FEWEST = 2
#: What programs write unseen, and what a box says of itself.
_OF_PROGRAMS = re.compile(
    r"powered by tcpdf \(www\.tcpdf\.org\)|\b(?:redacted|privileged?|confidential|occulté|"
    r"caviardé|anonymisé|masqué)\b"
)


@dataclass(frozen=True, slots=True)
class _Unseen:
    """A letter that cannot be seen, and why."""

    letter: Letter
    op: TextOp
    cover: Cover | None
    cause: str
    dark: bool
    begins: bool = False
    """Whether nothing before it on its operation's line is seen."""
    ends: bool = False


def findings(view: PageView) -> Iterator[Finding]:
    """Text of the page that is not seen."""
    texts = view.texts
    if not texts:
        return
    yield from _off_page(view, texts)
    yield from _tiny(view, texts)
    covers = Covers(view)
    suspects = [op for op in texts if op.mode != INVISIBLE and _suspect(op, view, covers)]
    if suspects:
        yield from _unseen(view, suspects, covers)
    invisible = [op for op in texts if op.mode == INVISIBLE and not _outside(op.box, view.box)]
    if invisible:
        yield from _invisible(view, invisible, covers)


class Covers:
    """The covers of a page, found by place."""

    def __init__(self, view: PageView) -> None:
        self.all: Sequence[Cover] = view.covers
        self._grid: Grid | None = None
        self.last = max((c.number for c in self.all), default=-1)
        self.first = min((c.number for c in self.all), default=1 << 60)

    @property
    def grid(self) -> Grid:
        if self._grid is None:
            self._grid = Grid([c.box for c in self.all])
        return self._grid

    def over(self, box: Box, number: int) -> list[Cover]:
        """What is drawn after operation `number` at the middle of `box`, lowest first."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return [self.all[n] for n in self.grid.at(x, y) if self.all[n].number > number]

    def under(self, box: Box, number: int) -> list[Cover]:
        """The same for what is drawn before."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return [self.all[n] for n in self.grid.at(x, y) if self.all[n].number < number]


def _suspect(op: TextOp, view: PageView, covers: Covers) -> bool:
    """Whether a look at the pixels is worth its while."""
    if op.opacity < 0.15 or min(op.colour) > 0.85 or view.patterned:
        return True
    if any(area(common(box, op.box)) for box in view.clipped):
        return True
    if covers.last > op.number:
        near = [n for n in covers.grid.touching(op.box) if covers.all[n].number > op.number]
        if near and any(
            _holds(covers.all[n].box, letter.box) for n in near for letter in op.letters
        ):
            return True
    return covers.first < op.number and _same_colour_below(op, view, covers)


def _same_colour_below(op: TextOp, view: PageView, covers: Covers) -> bool:
    box = op.box
    for number in covers.grid.touching(box):
        cover = covers.all[number]
        if cover.number < op.number and cover.kind in ("fill-path", "stroke-path"):
            paint = view.paints.get(cover.number)
            if paint and paint.fill and _near(paint.fill, op.colour):
                return True
    return False


def _near(one: Sequence[float], two: Sequence[float]) -> bool:
    return len(one) == len(two) and all(abs(a - b) < 0.12 for a, b in zip(one, two, strict=True))


def _holds(box: Box, letter: Box) -> bool:
    x, y = (letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _unseen(view: PageView, suspects: list[TextOp], covers: Covers) -> Iterator[Finding]:
    region = common(union(op.box for op in suspects), view.box)
    if not area(region):
        return
    difference = Difference(view.page, region, frozenset(op.number for op in suspects))
    letters: list[_Unseen] = []
    alone = 0
    for op in suspects:
        found = list(_unseen_of(op, view, covers, difference))
        if alone < _ALONE and _shares_its_place(op, suspects, covers):
            # What differs there may be the other text: look at this one by itself.
            alone += 1
            box = common(op.box, view.box)
            if area(box):
                single = Difference(view.page, box, frozenset((op.number,)))
                found = list(_unseen_of(op, view, covers, single))
        letters += _with_ends(op, found)
    for group in _groups(letters):
        finding = _finding(view, group, difference)
        if finding is not None:
            yield finding


def _shares_its_place(op: TextOp, suspects: list[TextOp], covers: Covers) -> bool:
    """Whether a later text is set over what covers this one: a page whitened and retyped."""
    return any(
        other.number > op.number
        and area(common(other.box, op.box)) > 0
        and any(op.number < cover.number for cover in covers.under(other.box, other.number))
        for other in suspects
    )


def _unseen_of(
    op: TextOp, view: PageView, covers: Covers, difference: Difference
) -> Iterator[_Unseen]:
    own = max(255 * (1 - value) for value in op.colour)
    for letter in op.letters:
        if not letter.char.isalnum() or _outside(letter.box, view.box):
            continue
        middle = core(letter.box)
        contrast = difference.contrast(middle)
        over = covers.over(letter.box, op.number)
        if contrast >= UNSEEN and not (over and contrast < SHADOW * own):
            continue
        darkest, lightest = difference.background(middle)
        dark = lightest < 110
        if over and contrast < UNSEEN:
            yield _Unseen(letter, op, over[-1], "covered", dark)
        elif over:
            veils = [c for c in over if not c.is_image]
            if veils and lightest - darkest < 100:
                yield _Unseen(letter, op, veils[-1], "veiled", dark)
        elif op.opacity < 0.15:
            yield _Unseen(letter, op, None, "transparent", dark)
        else:
            below = covers.under(letter.box, op.number)
            flat = lightest - darkest < 40
            if flat and abs(_grey(op.colour) - darkest) < 60:
                yield _Unseen(letter, op, below[-1] if below else None, "background", dark)
            elif view.patterned and lightest < 180:
                yield _Unseen(letter, op, None, "background", True)
            elif view.clipped:
                yield _Unseen(letter, op, None, "clipped", dark)


def _with_ends(op: TextOp, found: list[_Unseen]) -> list[_Unseen]:
    """The same, knowing which stand at the beginning or at the end of a line."""
    if not found:
        return found
    solid = [letter for letter in op.letters if letter.char.isalnum()]
    gone = {each.letter.box for each in found}
    begins: set[Box] = set()
    ends: set[Box] = set()
    for number, letter in enumerate(solid):
        if letter.box not in gone:
            continue
        before = solid[number - 1] if number else None
        after = solid[number + 1] if number + 1 < len(solid) else None
        if before is None or not _level(before, letter) or before.box in begins:
            begins.add(letter.box)
        if after is None or not _level(letter, after):
            ends.add(letter.box)
    return [
        replace(each, begins=each.letter.box in begins, ends=each.letter.box in ends)
        for each in found
    ]


def _level(one: Letter, two: Letter) -> bool:
    return abs(one.box[3] - two.box[3]) < 0.5 * (one.box[3] - one.box[1] or 1.0)


def _grey(colour: tuple[float, float, float]) -> float:
    return 255 * (0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2])


def _groups(letters: list[_Unseen]) -> Iterator[list[_Unseen]]:
    """Letters of one cause that follow each other, whatever number of covers hides them.

    What one sees between them, or more than a few lines, keeps two groups apart.
    """
    by_cause: dict[tuple[object, ...], list[_Unseen]] = {}
    for each in letters:
        image = each.cover is not None and each.cover.is_image
        by_cause.setdefault((each.cause, each.dark, image), []).append(each)
    for group in by_cause.values():
        yield from _neighbours(group)


def _neighbours(group: list[_Unseen]) -> Iterator[list[_Unseen]]:
    run: list[_Unseen] = []
    for each in group:
        if run and _apart(run[-1], each):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _apart(one: _Unseen, two: _Unseen) -> bool:
    """Whether two unseen letters, in the order of the content, belong to two findings."""
    a, b, size = one.letter.box, two.letter.box, max(two.op.size, 4.0)
    if b[1] - a[3] > 2.5 * size or a[1] - b[3] > 2.5 * size:
        return True
    same_cover = (
        one.cover is not None and two.cover is not None and (one.cover.number == two.cover.number)
    )
    level = abs(a[3] - b[3]) < 0.6 * size
    if same_cover:
        return False
    if level:
        return abs(b[0] - a[2]) > 2.5 * size
    # The next line: the first must be hidden to its end, the second from its beginning.
    return not (one.ends and two.begins)


def _finding(view: PageView, group: list[_Unseen], difference: Difference) -> Finding | None:
    text = _text(group)
    if not means_something(text) or _shown_again(view, group):
        return None
    first = group[0]
    box = _clipped(union(each.letter.box for each in group), view.box)
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
    return Finding(
        Kind.HIDDEN_TEXT,
        Severity.LEAK if first.cause == "transparent" else Severity.WARNING,
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


def _inked(group: list[_Unseen], difference: Difference) -> bool:
    """Whether something like letters is seen where the group stands."""
    inked = 0
    for each in group:
        darkest, lightest = difference.seen(each.letter.box)
        inked += lightest - darkest > 60
    return inked * 2 > len(group)


def _shown_again(view: PageView, group: list[_Unseen]) -> bool:
    """Whether the same letters are set again on top, at the same place: shadows, bold by
    repetition, text redrawn over its cell's shading."""
    last = max(each.op.number for each in group)
    near = union(each.letter.box for each in group)
    shown: dict[tuple[str, int], list[Box]] = {}
    for op in view.texts:
        if op.number > last and op.mode != INVISIBLE and area(common(op.box, near)):
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


def _text(group: list[_Unseen]) -> str:
    """The unseen letters as read, with the signs and blanks that stand between them."""
    pieces: list[str] = []
    wanted: dict[int, set[Box]] = {}
    order: list[TextOp] = []
    for each in group:
        if each.op.number not in wanted:
            order.append(each.op)
        wanted.setdefault(each.op.number, set()).add(each.letter.box)
    previous: TextOp | None = None
    for op in order:
        boxes = wanted[op.number]
        letters = op.letters
        hits = sorted(number for box in boxes for number in op.order[box])
        first, last = _widened(letters, hits[0], hits[-1])
        piece = _spaced(letters, first, last, set(hits), op.size)
        if previous is not None:
            level = abs(op.box[3] - previous.box[3]) < 0.5 * max(op.size, 1)
            close = level and op.box[0] - previous.box[2] < 0.18 * op.size
            pieces.append("" if close else " " if level else "\n")
        pieces.append(piece)
        previous = op
    return " ".join("".join(pieces).split())[:2000]


def _widened(letters: list[Letter], first: int, last: int) -> tuple[int, int]:
    """Take in a sign that belongs to what it touches: « M. », « (12) »."""
    while last + 1 < len(letters) and letters[last + 1].char in ".,)»":
        last += 1
    while first and letters[first - 1].char in "(«":
        first -= 1
    return first, last


def _spaced(letters: list[Letter], first: int, last: int, hits: set[int], size: float) -> str:
    pieces: list[str] = []
    previous: Letter | None = None
    for number in range(first, last + 1):
        letter = letters[number]
        if letter.char.isalnum() and number not in hits:
            pieces.append(" ")
            previous = None
            continue
        if previous is not None:
            down = abs(letter.box[1] - previous.box[1]) > 0.6 * size
            gap = letter.box[0] - previous.box[2] > 0.2 * size
            if down or gap:
                pieces.append(" ")
        pieces.append(letter.char)
        previous = letter
    return "".join(pieces)


def means_something(text: str) -> bool:
    """Whether a reader would learn something: not one letter, not « xxxx », not « ____ »."""
    text = _OF_PROGRAMS.sub("", text.casefold())
    if " ".join(text.split()).strip("[] ") in _marks():
        return False
    letters = [char for char in text if char.isalnum()]
    return len(letters) >= _FEWEST and len(set(letters)) > 1


@cache
def _marks() -> frozenset[str]:
    """What redactions of our own write in the place of a text: « nom », « adresse »."""
    return frozenset(mark(category).strip("[]").casefold() for category in Category)


# --- off the page, tiny -------------------------------------------------------------------------


def _outside(box: Box, page: Box) -> bool:
    return box[2] <= page[0] or box[0] >= page[2] or box[3] <= page[1] or box[1] >= page[3]


def _clipped(box: Box, page: Box) -> Box:
    return common(box, page) if area(common(box, page)) else box


def _off_page(view: PageView, texts: Sequence[TextOp]) -> Iterator[Finding]:
    letters: list[Letter] = []
    for op in texts:
        x0, y0, x1, y1 = op.box
        if x0 >= 0 and y0 >= 0 and x1 <= view.box[2] and y1 <= view.box[3]:
            continue
        letters += [letter for letter in op.letters if _outside(letter.box, view.box)]
        letters.append(Letter(" ", op.box))
    text = " ".join("".join(letter.char for letter in letters).split())
    if means_something(text):
        box = union(letter.box for letter in letters if not letter.char.isspace())
        yield Finding(
            Kind.OFF_PAGE_TEXT,
            Severity.WARNING if _printers(text) else Severity.LEAK,
            0.5 if _printers(text) else 0.8,
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


def _tiny(view: PageView, texts: Sequence[TextOp]) -> Iterator[Finding]:
    small = [
        op
        for op in texts
        if op.mode != INVISIBLE
        and max(op.box[2] - op.box[0], op.box[3] - op.box[1]) > 0
        and min(op.box[2] - op.box[0], op.box[3] - op.box[1]) < TINY
        and _height(op) < TINY
        and not _outside(op.box, view.box)
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
            Severity.LEAK,
            0.7,
            "finding.tiny",
            view.number,
            union(op.box for op in small),
            Channel.HIDDEN,
            text[:2000],
        )


def _height(op: TextOp) -> float:
    box = op.letters[0].box
    return min(max(box[3] - box[1], 0.0), op.size or 1e9)


# --- invisible: the text layer of scans, or a text that hides -----------------------------------


def _invisible(view: PageView, texts: list[TextOp], covers: Covers) -> Iterator[Finding]:
    """Invisible text is right where the picture of the same words lies at its place."""
    region = common(union(op.box for op in texts), view.box)
    if not area(region):
        return
    seen = Difference(view.page, region, frozenset(), scale=1.0)
    hidden: list[tuple[Letter, TextOp, bool]] = []
    for op in texts:
        for word in words(op):
            letters = [
                each for each in word if each.char.isalnum() and not _outside(each.box, view.box)
            ]
            flat = [each for each in letters if seen.flat(each.box)]
            if letters and 2 * len(flat) > len(letters):
                dark = sum(seen.seen(core(each.box))[1] < 110 for each in flat)
                hidden += [(each, op, 2 * dark > len(flat)) for each in letters]
    for dark in (True, False):
        group = [
            _Unseen(letter, op, None, "invisible", dark) for letter, op, d in hidden if d is dark
        ]
        for run in _neighbours(group):
            text = _text(run)
            if len(run) < 3 or not means_something(text):
                continue
            scan = bool(covers.under(run[0].letter.box, run[0].op.number)) or view.is_scan
            if not dark and scan:
                severity, certainty = Severity.WARNING, 0.4
            else:
                severity, certainty = Severity.LEAK, 0.9
            yield Finding(
                Kind.COVERED_TEXT if dark else Kind.HIDDEN_TEXT,
                severity,
                certainty,
                "finding.scan-covered" if dark else "finding.invisible",
                view.number,
                _clipped(union(u.letter.box for u in run), view.box),
                Channel.HIDDEN,
                text,
            )
