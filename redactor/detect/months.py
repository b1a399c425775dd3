"""Surnames that are months: « JANVIER Désirée », « Roland Avril »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER
from redactor.law.categories import Category

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_FIRST = rf"[{UPPER}][a-zà-ÿœ]{{2,}}(?:-[{UPPER}][a-zà-ÿœ]+)?"
# No day before, no year after; in a sentence French months are written small.
_SURNAME = re.compile(
    rf"(?<!\D\d[ ])(?<!\D[0-3]\d[ ])(?<!\dER[ ])(?<![\w-])"
    rf"(?:(?:{_MONTHS.upper()}|FEVRIER|AOUT|DECEMBRE)[ ]"
    rf"(?P<after>{_FIRST})|(?P<before>{_FIRST})[ ](?:{_MONTHS.title()}))"
    r"(?![\w-]|[ ](?:19|20)\d\d)"
)
_CAMPAIGN = "OCTOBRE Rose"
_NO_FIRST = Known.WORD | Known.PLACE | Known.STOP


def named_like_months(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """A month beside a first name, which is nothing else where it stands before."""
    for match in _SURNAME.finditer(text):
        known = lexicon.of(match["after"] or match["before"])
        no_first = _NO_FIRST & ~Known.WORD if match["after"] else _NO_FIRST
        if Known.FIRST in known and not known & no_first and match.group() != _CAMPAIGN:
            yield Found(
                *match.span(), Category.PERSON, "rule:month",
                "prénom connu, à côté d’un mois qui est un nom", 0.8,
            )  # fmt: skip
