"""Names that a space cuts in two, as OCR leaves them: « Véroni que », « Guil lard »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER
from redactor.law.categories import Category

_TORN_LETTER = re.compile(rf"(?<![\w'.-])(?P<one>[{UPPER}])[ ](?P<two>[a-zà-ÿœ]{{3,12}})(?![\w'-])")
_TORN = re.compile(
    rf"(?<![\w'.-])(?P<initials>(?:[{UPPER}]\.[ -]?)+)?(?P<one>[{UPPER}][a-zà-ÿœ]{{1,8}})[ ]"
    rf"(?P<two>[a-zà-ÿœ]{{2,8}})(?![\w'-])"
)


def torn(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Known names in two halves."""
    for match in _TORN_LETTER.finditer(text):
        rest = lexicon.of(match["two"])
        whole = lexicon.of(match["one"] + match["two"])
        if not rest and whole & Known.NAME:
            yield Found(
                *match.span(), Category.PERSON, "rule:torn", "nom connu, coupé par une espace",
                0.75,
            )  # fmt: skip
    for match in _TORN.finditer(text):
        one, two = (lexicon.of(match[g]) for g in ("one", "two"))
        whole = lexicon.of(match["one"] + match["two"])
        if not whole & Known.NAME or two & Known.LAST:
            continue
        common = one or (Known.WORD in whole and len(match["one"]) < 3)
        after_initials = match["initials"] and Known.LAST in whole and not one & Known.NAME
        if common and not after_initials:
            continue
        yield Found(
            match.start(), match.end(), Category.PERSON, "rule:torn",
            "nom connu, coupé par une espace", 0.8,
        )  # fmt: skip
