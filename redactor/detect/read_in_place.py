"""What the second model sees, beside what rules know: whose an address is, where cells end, what
dates are of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from redactor.detect.birthdays import OF_EVENTS
from redactor.detect.crf import Reading
from redactor.detect.dates import BIRTH, year_of
from redactor.detect.found import Found
from redactor.detect.names import UPPER
from redactor.detect.segments import WORDS
from redactor.detect.whose import ADMINISTRATION, whose
from redactor.law.categories import SIGNALS, Category

# What parts the cells of a row, or the columns of a page.
_CELLS = re.compile(r"\"[ ]?,[ ]?\"|'[ ]?,[ ]?'|[\t;|]+|,(?=\S)|[ ]{3,}")
# The first of several lines, where no number stands.
_NO_NUMBER = re.compile(r"[^\d\n]+\n")
#: Characters before such lines in which a service may stand.
_ABOVE = 120
_CODE = re.compile(r"\d{5}")
_SAID = re.compile(rf"(?<!\w)(?:{WORDS['ways']}|{WORDS['places']})(?!\w)")
#: Characters after a person, and before one, in which what is said to be a home is his.
_BEFORE, _AFTER = 200, 100
# « 1er étage gauche | doit disparaître », « 29200 brest | maintenant »
_RUNS_ON = re.compile(
    r"(?:(?<![^\W_])(?:gauche|droite|face)(?=[ ])|(?=[ ](?:maintenant|depuis|mais|puis|qui)(?!\w)))"
    r"(?P<rest>(?:[ ][a-zà-ÿœ]+)+)$"
)
# « /xk29Lm0Pq7/plan.jpg »: where pictures and documents lie opens nothing
_A_FILE = re.compile(r"\S*\.(?:jpe?g|png|gif|svg|webp|css|js|pdf|docx?|odt|html?)(?!\w)", re.I)
# « dossier n° 2026-117 »: a case, which says nothing of a person by itself
_CASE = re.compile(
    r"(?<!\w)(?:dossiers?|objet|arrêté|décret|permanent|affaires?|réf(?:érence|\.)?s?|sinistre)"
    r"[ ]?(?:n°|:)?[ ]?$",
    re.I,
)
_BORN = re.compile(r"(?<!\w)(?:n[ée]{1,2}(?!\w)|naiss|ddn|[°*]|ans(?!\w)|birth)", re.I)
#: From which year on a date is a birth's only where a word says so.
_RECENT = 2004
#: As many dates that look like births are a list of children.
_LISTED = 3
_AS_NAMES = re.compile(rf"[{UPPER}]{{3,}}[ ][{UPPER}][a-zà-ÿœ-]+")
# « 75013 PARIS | (code B4571) », « du | 4 | ème étage »: what the model's words end and begin on
_OPENED = re.compile(r"[ ]*[(«,;:–-][ ]*$")
_NUMBER_CUT = re.compile(r"(?<!\w)\d{1,3}$")
# « 29-2-56 | / 1 | allée des Lilas »
_DATE_ENDS = re.compile(rf"(?:{BIRTH})(?=[ ]?/[ ])", re.I)
# « ABITBOL (412/10000) »: a name and its shares
_SHARED = re.compile(r"[^\W\d_]{3,}[ ]\(")
# « la redevance passe | de 600 à | 900 € », « démarrage | T4 2021 »
_IN_SENTENCE = re.compile(
    r"(?:de|du|à|par|en|le|la|les|pour)[ ].*|.*[ ](?:à|de|du|par|en|le|la|et)|"
    r"[TSQ][1-4][ ]?(?:19|20)\d\d.*"
)
#: Characters before a date in which a word may say what it is of.
_HEADING = 160


def _of_event(text: str, date: Found, dates: int) -> bool:
    """Whether a date is recent and one of few, or what stands before it speaks of an event; and
    of no birth."""
    before = text[max(date.start - _HEADING, 0) : date.start]
    if _BORN.search(before):
        return False
    year = year_of(text[date.start : date.end])
    return bool(OF_EVENTS.search(before)) or (
        dates < _LISTED and year is not None and year >= _RECENT
    )


def addresses(
    text: str,
    reading: Reading,
    found: Sequence[Found],
    people: Iterable[Found],
    is_town: Callable[[str], bool],
) -> Iterator[Found]:
    """The addresses that are, or may be, of people; one for each cell of a row that no rule
    read."""
    known = [(item.start, item.end) for item in found]
    people = list(people)
    near = [(item.start - _AFTER, item.end + _BEFORE) for item in people]
    named = [(item.start, item.end) for item in people if not item.detector.startswith("ner")]
    for item in reading.of("address"):
        told = text[item.start : item.end]
        verdict = whose(text, item.start, told)
        if verdict == "service":
            continue
        if not verdict and ADMINISTRATION.match(text, item.start):
            continue
        if verdict != "person" and ("cedex" in told.lower() or not _touches(item, [*known, *near])):
            continue  # nobody near
        if not any(sign.isdigit() or sign.isupper() for sign in told):
            continue
        if not any(map(str.isdigit, told)) and (
            is_town(told)
            or _touches(item, named)
            or _AS_NAMES.fullmatch(told)
            or _beside(text, item, known)
        ):
            continue  # « Plouha »; « CHEMIN Océane », in a list of names
        if not any(map(str.isdigit, told)) and not _SAID.search(told.lower()):
            line = text.rfind("\n", 0, item.start) + 1
            if not any(line <= person.start < item.end for person in people):
                continue  # a town or a hamlet, in a list of them
        if _NO_NUMBER.match(told) and ADMINISTRATION.search(
            text, max(item.start - _ABOVE, 0), item.start
        ):
            continue  # « Bâtiment Sud / 22580 PLOUHA », under a town hall
        cells = list(_cells(text, item))
        if len(cells) > 1 and (_touches(item, known) or not any(map(str.isdigit, told))):
            continue
        ours = [cell for cell in cells if not _touches(cell, named)]
        coded = any(_CODE.fullmatch(text, cell.start, cell.end) for cell in ours)
        if coded and len(ours) < len(cells) and len(ours) < 3:
            continue  # « Kerlann;29000;Quimper »: of which street, nobody told
        yield from cells


def _beside(text: str, item: Found, known: Sequence[tuple[int, int]]) -> bool:
    """Whether an address stands in the next column: « Place de l'Église     4 rue du Port »."""
    if not text.startswith("   ", item.end):
        return False
    ends = text.find("\n", item.end)
    return any(item.end < low and (ends < 0 or low < ends) for low, _ in known)


def _touches(item: Found, spans: Iterable[tuple[int, int]]) -> bool:
    return any(low < item.end and item.start < high for low, high in spans)


def _cells(text: str, item: Found) -> Iterator[Found]:
    start = item.start
    for gap in (*_CELLS.finditer(text, item.start, item.end), None):
        end = gap.start() if gap else item.end
        told = text[start:end]
        if more := _RUNS_ON.search(told):
            end = start + more.start("rest")
        opened = _OPENED.search(text, start, end)
        end = opened.start() if opened else end
        if told.strip():
            numbered = (
                _NUMBER_CUT.search(text, max(start - 4, 0), start) if told[0].isalpha() else None
            )
            yield item.moved(numbered.start() if numbered else start, end - told.endswith("."))
        if gap:
            start = gap.end()


def others(text: str, reading: Reading, found: Iterable[Found]) -> Iterator[Found]:
    """What else the model sees where nothing, or the same, was found by its form."""
    number = {category: at for at, category in enumerate(Category, 1)}
    free = {number[Category.PERSON], number[Category.ADDRESS], *map(number.__getitem__, SIGNALS), 0}
    taken = bytearray(len(text))
    for item in found:
        if (at := number[item.category]) not in free:
            taken[item.start : item.end] = bytes([at]) * (item.end - item.start)
    dates = sum(1 for _ in reading.of("birth_date"))
    for item in reading.beside_people():
        if not set(taken[item.start : item.end]) <= {number[item.category], *free}:
            continue
        if not _is_something_else(text, item, dates):
            yield _as_it_is(text, item)


def _is_something_else(text: str, item: Found, dates: int) -> bool:
    """Whether what the model takes for one thing is plainly another. `dates`: how many it takes
    for dates of birth."""
    before = text[max(item.start - 20, 0) : item.start]
    match item.category:
        case Category.URL_TOKEN:
            return _A_FILE.match(text, item.end) is not None
        case Category.SECRET:
            said = _IN_SENTENCE.fullmatch(text, item.start, item.end)
            return said is not None or _A_FILE.match(text, item.end) is not None
        case Category.ACCOUNT_ID:
            shared = _SHARED.match(text, item.start, item.end)
            return shared is not None or _CASE.search(before) is not None
        case Category.BIRTH_DATE:
            # the values of a query are read by its columns
            return before.endswith("'") or _of_event(text, item, dates)
    return False


def _as_it_is(text: str, item: Found) -> Found:
    """A date without what follows it in its row; a secret in a path, which is a link's."""
    if item.category is Category.BIRTH_DATE and (date := _DATE_ENDS.match(text, item.start)):
        return item.moved(item.start, min(item.end, date.end()))
    if item.category is Category.SECRET and text[item.start - 1 : item.start] == "/":
        return replace(item, category=Category.URL_TOKEN)  # « /auth/reset/f41c90bd7e »
    return item
