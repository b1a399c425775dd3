"""Letters that cannot be seen, gathered into what a reader would copy."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from redactor.check.pdf.sight import Cover, Letter, TextOp
from redactor.law.categories import Category
from redactor.law.words import mark

#: Letters by which a text can mean something; « x » alone under a box does not.
_FEWEST = 2
#: What programs write unseen, and what a box says of itself.
_OF_PROGRAMS = re.compile(
    r"powered by tcpdf \(www\.tcpdf\.org\)|\b(?:redacted|privileged?|confidential|occulté|"
    r"caviardé|anonymisé|masqué)\b"
)


@dataclass(frozen=True, slots=True)
class Unseen:
    """A letter that cannot be seen, and why."""

    number: int
    """Its place in its operation."""
    letter: Letter
    op: TextOp
    cover: Cover | None
    cause: str
    dark: bool
    begins: bool = False
    """Whether nothing before it on its operation's line is seen."""
    ends: bool = False


def with_ends(op: TextOp, found: list[Unseen]) -> list[Unseen]:
    """The same, knowing which stand at the beginning or at the end of a line."""
    letters = op.letters
    begins: set[int] = set()
    made = []
    for each in found:
        before, after = _beside(letters, each.number, -1), _beside(letters, each.number, 1)
        if before is None or not _level(letters[before], each.letter) or before in begins:
            begins.add(each.number)
        ends = after is None or not _level(each.letter, letters[after])
        made.append(replace(each, begins=each.number in begins, ends=ends))
    return made


def _beside(letters: Sequence[Letter], number: int, step: int) -> int | None:
    """The place of the next letter or digit in a direction."""
    number += step
    while 0 <= number < len(letters):
        if letters[number].char.isalnum():
            return number
        number += step
    return None


def joined(found: list[Unseen]) -> list[Unseen]:
    """The same, a letter alone among unseen ones of another cause taken with them: half a word
    is hidden by its background, and its last letter by the edge of a box beside it."""
    by_place = {each.number: each for each in found}
    made = []
    for each in found:
        near = [by_place[n] for n in (each.number - 1, each.number + 1) if n in by_place]
        if near and all(other.cause != each.cause for other in near):
            other = near[0]
            each = replace(each, cause=other.cause, cover=other.cover, dark=other.dark)
        made.append(each)
    return made


def _level(one: Letter, two: Letter) -> bool:
    return abs(one.box[3] - two.box[3]) < 0.5 * (one.box[3] - one.box[1] or 1.0)


def groups(letters: list[Unseen]) -> Iterator[list[Unseen]]:
    """Letters of one cause that follow each other, whatever number of covers hides them.

    What one sees between them, or more than a few lines, keeps two groups apart.
    """
    by_cause: dict[tuple[object, ...], list[Unseen]] = {}
    for each in letters:
        image = each.cover is not None and each.cover.is_image
        by_cause.setdefault((each.cause, each.dark, image), []).append(each)
    for group in by_cause.values():
        yield from neighbours(group)


def neighbours(group: list[Unseen]) -> Iterator[list[Unseen]]:
    run: list[Unseen] = []
    for each in group:
        if run and _apart(run[-1], each):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _apart(one: Unseen, two: Unseen) -> bool:
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


def text_of(group: list[Unseen]) -> str:
    """The unseen letters as read, with the signs and blanks that stand between them."""
    pieces: list[str] = []
    # By identity: one operation that changes font gives several pieces of one number.
    wanted: dict[int, tuple[TextOp, set[int]]] = {}
    for each in group:
        wanted.setdefault(id(each.op), (each.op, set()))[1].add(each.number)
    previous: TextOp | None = None
    for op, hits in wanted.values():
        letters = op.letters
        first, last = _widened(letters, min(hits), max(hits))
        piece = _spaced(letters, first, last, hits, op.size)
        if previous is not None:
            level = abs(op.box[3] - previous.box[3]) < 0.5 * max(op.size, 1)
            close = level and op.box[0] - previous.box[2] < 0.18 * op.size
            pieces.append("" if close else " " if level else "\n")
        pieces.append(piece)
        previous = op
    return " ".join("".join(pieces).split())[:2000]


def _widened(letters: Sequence[Letter], first: int, last: int) -> tuple[int, int]:
    """Take in a sign that belongs to what it touches: « M. », « (12) »."""
    while last + 1 < len(letters) and letters[last + 1].char in ".,)»":
        last += 1
    while first and letters[first - 1].char in "(«":
        first -= 1
    return first, last


def _spaced(letters: Sequence[Letter], first: int, last: int, hits: set[int], size: float) -> str:
    pieces: list[str] = []
    previous: Letter | None = None
    along = 1 if _upended(letters) else 0
    for number in range(first, last + 1):
        letter = letters[number]
        if letter.char.isalnum() and number not in hits:
            pieces.append(" ")
            previous = None
            continue
        if previous is not None:
            one, two = previous.box, letter.box
            across = abs(two[1 - along] - one[1 - along]) > 0.6 * size
            gap = max(two[along] - one[along + 2], one[along] - two[along + 2] if along else 0.0)
            if across or gap > 0.2 * size:
                pieces.append(" ")
        pieces.append(letter.char)
        previous = letter
    return "".join(pieces)


def _upended(letters: Sequence[Letter]) -> bool:
    """Whether a text runs up or down the page."""
    first, last = letters[0].box, letters[-1].box
    return abs(last[1] - first[1]) > abs(last[0] - first[0]) and abs(last[0] - first[0]) < 1


def is_piece(group: list[Unseen]) -> bool:
    """Whether it is but the end of a word of which as much is seen: what a cell cuts off."""
    first = group[0]
    before = first.op.letters[: first.number]
    seen = sum(1 for _ in takewhile(lambda letter: letter.char.isalnum(), reversed(before)))
    return seen >= len(group)


def is_scrap(group: list[Unseen]) -> bool:
    """Whether it is a letter or two of a word of which the rest is seen."""
    letters = group[0].op.letters
    places = {each.number for each in group}
    if len(places) > 2 or any(each.op is not group[0].op for each in group):
        return False
    around = {number + step for number in places for step in (-1, 1)} - places
    return all(letters[n].char.isalpha() for n in places) and any(
        0 <= n < len(letters) and letters[n].char.isalpha() for n in around
    )


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
