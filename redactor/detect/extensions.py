"""Extensions: the short number of someone's desk, which a switchboard puts through to.

« Carine Riou – poste 2214 », or a row of a directory: « Hubert Riou   directeur   41 00 ».
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from redactor.detect.found import Found
from redactor.law.categories import Category

# « poste 2214 », « Poste : 62 118 », « bip 5507 », « DECT 6 2218 »; a job's number has its sign
_NUMBER = re.compile(
    r"(?<!\w)(?:poste|bip|dect|interne)[ ]?(?::[ ]?)?"
    r"(?P<number>\d[ ]\d{3,4}|\d\d[ .]\d\d(?:[ .]\d\d)?|\d\d[ ]\d{3}|\d{3,5})"
    r"(?!\w|[.,/%-]\d|[ ]?[€%]|[ ]\d)",
    re.I,
)
_DIRECTORY = re.compile(r"(?<!\w)(?:annuaire|organigramme|trombinoscope|liste téléphonique)", re.I)
# In a directory, two pairs of digits: « 41 00 », « 63.14 »
_PAIRS = re.compile(r"(?<![\d.,/+][ ])(?<![\d.,/+])(?P<number>\d\d[ .]\d\d)(?![\d.,/%]|[ ]?[\d€%])")
#: Characters between a name and the extension that is its bearer's.
_NEAR = 60
# What parts one person's contact from another's.
_PARTED = re.compile(r";|\n[^\n]*\n")
_LINE_ENDS = re.compile(r"\n")


def extensions(text: str, people: Sequence[Found]) -> Iterator[Found]:
    """Extensions after a person's name, in its line or the next; in a directory, in its line."""
    ends = sorted(person.end for person in people if person.category is Category.PERSON)
    yield from _after(text, ends, _NUMBER, _PARTED)
    if _DIRECTORY.search(text):
        yield from _after(text, ends, _PAIRS, _LINE_ENDS)


def _after(
    text: str, ends: Sequence[int], numbers: re.Pattern[str], parted: re.Pattern[str]
) -> Iterator[Found]:
    for match in numbers.finditer(text):
        before = bisect_right(ends, match.start())
        near = before and match.start() - ends[before - 1] <= _NEAR
        if near and not parted.search(text, ends[before - 1], match.start()):
            yield Found(
                *match.span("number"), Category.PHONE, "pattern:extension",
                "numéro de poste, après un nom", 0.7,
            )  # fmt: skip
