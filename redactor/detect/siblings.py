"""Names that their neighbours in a list vouch for: « Renard / Legrand », a line under others.

Nearly every surname is also a word or a town. Alone it is not proposed; in an enumeration of
people, in the same place and of the same form as they, it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER
from redactor.detect.vetoes import counts_votes, is_speakable
from redactor.law.categories import Category

_WORDS = (
    rf"(?:[dl]'|(?i:de|du|le|la|van|ben|el|da|dos|di)[ ])?"
    rf"[{UPPER}][\w'-]+(?:[ ][{UPPER}][\w'-]+){{0,2}}"
)
_TITLE = r"(?:(?:M\.|MM\.|Mmes?|Mlle|Me|Dr)[ ])?"
_CODE = r"(?:[A-Z]{0,3}\d{1,3}[ ]*[.):]?[ ]*|[^\W\d]{1,12}[ ]\d{1,3}[ ]*:?[ ]*)?"
_ITEM = re.compile(
    rf"(?P<lead>[ ]*{_CODE}{_TITLE})(?P<name>{_WORDS})(?:[ ](?:[{UPPER}]\.-?)+)?[ ]*"
)
_SEPARATOR = re.compile(r"[,;/+|()]|[ ](?:et|ou)[ ]|[ ][–-]{1,2}[ ]?|(?<=\w)[–-][ ]|:[ ]")
# A line that is a name, or opens on one: « - Colombe : standard ».
_LINE = re.compile(rf"[ ]*(?:[-•*·▪][ ]*)?{_TITLE}(?P<name>{_WORDS})[ ]*(?=$|[:(,–\t])")
# A row that opens on NOM Prénom: « 4 D'ALMEIDA Fidèle Voirie X », its columns parted by a space.
_ROW = re.compile(
    rf"[ ]*(?:\d{{1,8}}[ ]?[.)°|/-]?[ ]+)?(?:[-•*·▪][ ]*)?{_TITLE}"
    rf"(?P<name>(?:[DL]')?[{UPPER}][{UPPER}'-]+(?:[ ][{UPPER}][{UPPER}'-]+){{0,3}}"
    rf"[ ][{UPPER}][a-zà-ÿœ]+(?:-[{UPPER}][a-zà-ÿœ]+)?)(?=[ ])"
)
# « 2022-04 052 FAURE STEPHANIE 35,20 »: all in capitals, codes before, a number after.
_CAPITALS_ROW = re.compile(
    rf"[ ]*(?:[\d/.-]+[ ]+){{0,3}}"
    rf"(?P<name>[{UPPER}][{UPPER}'-]+(?:[ ][{UPPER}][{UPPER}'-]+){{1,3}})"
    r"(?=[ ]+[\d€-]|[ ]*$)"
)
_LINES = (_LINE, _ROW, _CAPITALS_ROW)
# « Présents : DURAND, PAGE »: what a list is of, not an item
_HEADS = re.compile(r"[ ]?:[ ]")
#: Lists shorter than this vouch for nobody.
_LEAST = 2


def siblings(text: str, named: Iterable[Found], lexicon: Lexicon) -> Iterator[Found]:
    """The items of lists of people that nothing else took for one."""
    spans = sorted((n.start, n.end) for n in named if n.category is Category.PERSON)
    if len(spans) < _LEAST:
        return
    for run in _runs(text, spans):
        if len(run) < _LEAST:
            continue
        people = [_touches(spans, start, end) for start, end in run]
        if not people[0] and _HEADS.match(text, run[0][1]):
            del run[0], people[0]
        if sum(people) < _LEAST or sum(people) * 2 < len(run):
            continue
        for (start, end), known in zip(run, people, strict=True):
            alone = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
            if counts_votes(text, start, end):
                continue
            item = text[start:end]
            half = known and not _is_whole(spans, start, end)
            surnamed = half and _is_surnamed(item, lexicon)
            cut = half and item[:2].isupper()
            if surnamed or ((cut or not (known or alone)) and _may_name(item, lexicon)):
                yield Found(
                    start, end, Category.PERSON, "rule:list", "dans une liste de noms", 0.65
                )


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, in order, lies over a range."""
    index = bisect_left(spans, (end, 0))
    return any(high > start for _, high in spans[max(index - 2, 0) : index])


def _is_whole(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans covers a range: « Rose Finances » leaves « PETIT » in clear."""
    return any(low <= start and end <= high for low, high in spans)


def _runs(text: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Items of one form that follow each other: in a line, then down the lines."""
    below: list[tuple[int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        bare = line.rstrip("\n")
        if _touches(spans, start, position) and _SEPARATOR.search(bare):
            yield from _across(text, start, start + len(bare))
        stop = start + len(bare)
        heads = next(filter(None, (p.match(text, start, stop) for p in _LINES)), None)
        if heads:
            below.append(heads.span("name"))
        elif bare.strip():
            yield below
            below = []
    yield below


def _across(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    run: list[tuple[int, int]] = []
    while start <= end:
        gap = _SEPARATOR.search(text, start, end)
        stop = gap.start() if gap else end
        item = _ITEM.fullmatch(text, start, stop)
        if item:
            run.append(item.span("name"))
        elif text[start:stop].strip():
            yield run
            run = []
        if not gap:
            break
        start = gap.end()
    yield run


def _is_surnamed(name: str, lexicon: Lexicon) -> bool:
    """« Jean-Paul TOUS »: a first name and a surname in capitals, whatever word it is."""
    first, _, last = name.partition(" ")
    known = lexicon.of(first)
    return (
        Known.FIRST in known
        and not known & (Known.WORD | Known.STOP)
        and first.istitle()
        and len(last) > 3
        and last.isupper()
        and last.isalpha()
    )


def _may_name(name: str, lexicon: Lexicon) -> bool:
    """Whether the words of an item can be a person's: names or of no list, no function."""
    words = [word for word in re.findall(r"[^\W\d_][\w'-]+", name) if word[0].isupper()]
    if not words:
        return False  # « l'IEN »
    if len(words) > 1 and words[0] in ("Le", "La", "Les"):
        words = words[1:]
    known = [lexicon.of(word) for word in words]
    if any(Known.STOP in k and (len(words) == 1 or not k & Known.NAME) for k in known):
        return False  # « Maire » under an elected person's name
    if len(name) < 3 or (name.isupper() and len(name) < 5):
        return False  # « Josiane Kerven (FO) »
    return any(k & Known.NAME for k in known) or all(
        not k and is_speakable(w) for k, w in zip(known, words, strict=True)
    )
