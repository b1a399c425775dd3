"""Dates that follow name after name in one manner: a list of births without a word that says so.

« 2. BOUVARD Maxence, 3-9-2013. Allergie » or a table of which each cell became a line. What tells
them from dates of events is that they stand apart by years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from redactor.detect.dates import DATE, year_of
from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER
from redactor.law.categories import Category

# Between a name and its date, with what marks a list's manner.
_FOLLOWS = re.compile(
    rf"[ ]{{0,3}}(?P<mark>[,;|\t\n]|[ ]-[ ]|[ ]–[ ]|[ ]/[ ]|(?=[ ]))[ ]{{0,3}}(?P<date>{DATE})"
    r"(?=[ ]*(?:[.,;|\t\n)]|$|[ ][–/-]))",
    re.I,
)
#: Fewer dates than this in one manner make no list.
_LEAST = 3
#: Years between the first and the last from which on dates are of births, whatever they are.
_APART = 8
#: Where the last is as old as this, one year between them is enough: pupils of a class.
_PAST = 2018
#: What dates are of, when they are of no birth.
OF_EVENTS = re.compile(
    r"(?<!\w)(?:entrée|sortie|arrivée|départ|embauche|recrutement|nomination|promotion|échéance|"
    r"signature|décès|mariage|séance|audience|visite|dépôt|réception|facture|échelon|début|fin|"
    r"validité|obtention|adhésion|inscription|ancienneté|concours|diplôme)",
    re.I,
)
# « Eden (5/5/22), Jasmin (22/11/21), Pia (16/4/21) »
_LISTED = re.compile(
    rf"(?:(?<![\w-])[{UPPER}][a-zà-ÿœ'-]{{1,15}}(?:[ ][{UPPER}]\.?)?[ ]\({DATE}\)"
    r"(?:,?[ ]et[ ]|[,;]?[ \n]|$)){3,}"
)
_NAME = re.compile(rf"(?<![\w-])(?P<name>[{UPPER}][a-zà-ÿœ'-]+(?:[ ][{UPPER}]\.?)?)[ ]\(\d")
#: Characters before the first name in which a heading may say that the dates are of something else.
_HEADING = 300


@dataclass(slots=True)
class _Manner:
    dates: list[re.Match[str]] = field(default_factory=list)
    years: list[int] = field(default_factory=list)


def dated_names(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """First names, each with its date in brackets: three or more, of which half are known."""
    for some in _LISTED.finditer(text):
        names = list(_NAME.finditer(text, *some.span()))
        known = [lexicon.of(name["name"].split()[0]) for name in names]
        firsts = sum(Known.FIRST in one for one in known)
        towns = sum(Known.PLACE in one for one in known)
        if 2 * firsts >= len(names) and towns < firsts:
            for name in names:
                yield Found(
                    *name.span("name"), Category.PERSON, "rule:dated-list",
                    "dans une liste de prénoms et de dates", 0.85,
                )  # fmt: skip


def birthdays(text: str, people: Iterable[Found]) -> Iterator[Found]:
    """The dates of such lists, after the names of `people`."""
    manners: dict[str, _Manner] = {}
    for person in people:
        match = _FOLLOWS.match(text, person.end)
        year = match and year_of(match["date"])
        if match and year:
            manner = manners.setdefault(match["mark"], _Manner())
            manner.dates.append(match)
            manner.years.append(year)
    for manner in manners.values():
        apart = max(manner.years) - min(manner.years)
        if len(manner.dates) < _LEAST or not (
            apart >= _APART or (apart and max(manner.years) <= _PAST)
        ):
            continue
        first = manner.dates[0].start()
        if OF_EVENTS.search(text, max(first - _HEADING, 0), first):
            continue
        for match in manner.dates:
            yield Found(
                *match.span("date"), Category.BIRTH_DATE, "pattern:birth-list",
                "date juste après un nom, dans une liste de dates éloignées", 0.75,
            )  # fmt: skip
