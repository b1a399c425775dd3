"""Lists of names: « A, B et C », one a line with bullets, with or without civilities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.names import Name, Trust
from redactor.detect.reader import NameReader

_PAREN = (
    r"[ ]*(?:\([^()\n]{1,60}\)|(?:\d\d?[./]\d\d?[./])?(?:(?:19|20)\d\d|\d\d)(?=[ ]?[,;)]))?[ ]*"
)
_JOINT = r"(?:(?:et|ou|à|ainsi que|de même que)[ ]+){0,2}"
# Names on one line, or wrapped after a mark; and names one a line, under their cue.
_BETWEEN = re.compile(
    rf"{_PAREN}(?:(?:\bc/|\bcontre\b|\bvs\b\.?|[,;/&+]|\bet\b|\bou\b|[–-](?=[ ]))"
    rf"[ ]*\n?[ ]*)+{_JOINT}",
    re.I,
)
_BELOW = re.compile(rf"{_PAREN}(?:(?:[,;/&]|\bet\b|\bou\b|\n[ ]*[-•–*·]?)[ ]*)+{_JOINT}", re.I)
# « MM. Desmurs et Colas »
_LAST = re.compile(r"[ ]et[ ]")
_MARK = re.compile(r"[ ]*[-•–—*·▪]")
_BULLET = re.compile(r"[ ]*(?:[-•–—*·▪]|\d{1,3}[.)])?[ ]*")


def read_list(
    reader: NameReader,
    text: str,
    start: int,
    end: int,
    civility: re.Pattern[str],
    trust: Trust = Trust.STRONG,
    then: Trust = Trust.WEAK,
    *,
    plural: bool = False,
) -> Iterator[Name]:
    """The names of a list: « A, B et C », one a line with bullets, with or without civilities.

    `then`: how much the cue says of the names after the first, when it says most of that one.
    `plural`: the cue is the title of several people, of whom « et » announces the last.
    """
    position = start
    # « Présents :\n- A\n- B » goes on line by line; « Nom : A\nEnfants » does not
    between = (
        _BELOW if "\n" in text[max(start - 2, 0) : start] or _MARK.match(text, start) else _BETWEEN
    )
    while position < end:
        bullet = _BULLET.match(text, position, end)
        position = bullet.end() if bullet else position
        title = civility.match(text, position, end)
        if title:
            position = title.end()
        name = reader.read(text, position, end, Trust.STRONG if title else trust)
        if name is None and position > start:
            # « Rochedreux, Le Vaillant »: a capital article inside a list opens a name
            name = reader.read(text, position, end)
            if name and (name.tokens[0].kind != "particle" or len(name.tokens) < 2):
                name = None
        if name is None:
            return
        yield name
        trust = then if trust in (Trust.STRONG, Trust.FIRST) else trust
        gap = between.match(text, name.end, end)
        if not gap or gap.end() == name.end:
            return
        if plural and _LAST.fullmatch(gap.group()):
            trust = Trust.STRONG
        position = gap.end()
