"""Names made whole by what stands beside them, or elsewhere in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER

# « Gourdin | de Kerville »: the second part of a surname.
_OF_PLACE = re.compile(
    rf"(?P<word>[{UPPER}][\w'-]+)"
    rf"(?P<rest>[ ](?:de[ ](?:la[ ]|l')?|du[ ]|des[ ]|d')[{UPPER}][\w'-]+)"
)


_HYPHEN_APART = re.compile(rf"[ ]-[ ](?P<second>[{UPPER}][a-zà-ÿœ]+)(?![\w'-]|[ ][{UPPER}])")
_CAPITALISED = re.compile(rf"[{UPPER}][\w'-]+")
_GIVEN = re.compile(
    rf",(?P<more>(?:[ ,]{{1,2}}[{UPPER}][a-zà-ÿœ]+(?:-[{UPPER}][a-zà-ÿœ]+)?){{1,4}})(?![\w'-])"
    r"[ ]?(?:,[ ]?|\n[ ]*)?(?=[nN][ée]e?[ ]|NÉE?[ ])"
)


def wholes(text: str, named: list[Found], lexicon: Lexicon) -> list[Found]:
    """The same people, each as long as its name."""
    named = [_hyphenated(text, item, lexicon) for item in named]
    return [*_joined_by_a(text, _as_whole_as_elsewhere(text, named)), *_given(text, named)]


def _hyphenated(text: str, item: Found, lexicon: Lexicon) -> Found:
    """« MAUMÉJEAN Jean | - Louis », where OCR set the hyphen of a known first name apart."""
    other = _HYPHEN_APART.match(text, item.end) if text.startswith(" - ", item.end) else None
    if other is None:
        return item
    first = text[item.start : item.end].rpartition(" ")[2]
    joined = Known.FIRST in lexicon.of(f"{first}-{other['second']}")
    return item.moved(item.start, other.end()) if joined else item


def _given(text: str, named: list[Found]) -> Iterator[Found]:
    """« LE KERLANN Gwénaël, | Marie | Né le 13 octobre »: the first names after the first."""
    for item in named:
        more = _GIVEN.match(text, item.end) if text.startswith(",", item.end) else None
        if more and " " in text[item.start : item.end]:
            for name in _CAPITALISED.finditer(text, *more.span("more")):
                yield replace(item, start=name.start(), end=name.end(), confidence=0.75)


def _joined_by_a(text: str, named: list[Found]) -> list[Found]:
    """« Moeata a Tetuanui »: a Polynesian name, whose « a » says whose child."""
    starts = {item.start: item for item in named}
    joined = []
    for item in named:
        after = starts.get(item.end + 3) if text.startswith(" a ", item.end) else None
        if after and text[item.start : after.end].count(" ") == 2:
            joined.append(replace(item, end=after.end))
    return named + joined


def _as_whole_as_elsewhere(text: str, named: list[Found]) -> list[Found]:
    """« E. Gourdin », which goes on « de Kerville » as the text names her in full elsewhere."""
    rests: dict[str, set[str]] = {}
    for item in named:
        for match in _OF_PLACE.finditer(text, item.start, item.end):
            if match.end() == item.end:
                rests.setdefault(match["word"], set()).add(match["rest"])
    if not rests:
        return named
    return [
        next(
            (
                item.moved(item.start, item.end + len(rest))
                for rest in rests.get(re.split(r"[ \n.]", text[item.start : item.end])[-1], ())
                if text.startswith(rest, item.end)
            ),
            item,
        )
        for item in named
    ]
