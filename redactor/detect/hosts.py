"""People inside what was read as an address: who houses, whose bell it is, the next of a list.

« chez Mme Riou, 3 rue du Pont », « 3 rue du Pont, interphone RIOU »: the person is a mention by
himself, and the address what stands beside him.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redactor.detect.crf import DETECTOR
from redactor.detect.found import Found
from redactor.detect.names import UPPER

_TITLE = (
    r"(?:(?:m\.? (?:et|ou) mme|mm?|mr|mmes?|mlle|melle|me|dr|monsieur|madame|maître|"
    r"(?:la )?famille)\.?[ ]+)"
)
# What stands before a person in an address, and belongs to it no more.
_CUE = re.compile(
    r"(?:(?<![\w'’-])(?:(?:chez|c/o|p/c|s/c(?:[ ]de)?|h[ée]berg[ée]e?s?[ ]par|"
    r"aux[ ]bons[ ]soins[ ]de)[ ]+(?:(?:s(?:on|a|es)|m(?:on|a|es)|leurs?|une?|l[ea])"
    r"[ ][a-zà-ÿœ-]+,?[ ]+)?"
    rf"{_TITLE}?|"
    r"(?:interphone|sonnette|bo[iî]te(?:[ ]aux[ ]lettres)?|nom)(?:[ ]?n?°?[ ]?\d{1,4})?[ ]?:?[ ]+|"
    r"(?:et|/)[ ](?:m\.|mmes?|mlle|monsieur|madame)[ ]+|"
    r"(?:grand[- ])?(?:m[èe]re|p[èe]re|maman|papa|oncle|tante|tata|tonton|mamie|papi|sœur|fr[èe]re|"
    r"fils|fille|neveu|nièce|cousine?|voisine?s?)[ ](?:d[eu][ ]|d['’])?|n[ée]e[ ]|"
    r"voisine?s?[ ]du[ ]\d{1,3}[ ]les[ ]))$",
    re.I,
)
# « M. RIOU | 2 rue du Pont », across the cells of a row
_TITLE_ALONE = re.compile(_TITLE, re.I)
#: Characters before a person in which what announces him is looked for.
_REACH = 45
#: Characters of a title that an address stopped in: « Cubzac et M|. Riou ».
_TITLED = 10
_BETWEEN = " ,;:\n\t|–/-"
#: What bounds a cell.
_MARKS = frozenset(("", "\t", "\n", "|", ";"))
_HAMLET = re.compile(r"\s*\n\d{5}[ ]")
_NUMBERED = re.compile(r"\d{1,4}[ ]+")
#: A piece with fewer letters names no place.
_LEAST = 4
#: What the second model takes for a person with as much is none of a street: it reads both.
_READ_IN_PLACE = 0.8
#: A person found with more stands in a list; with less, what follows a house's number is a way.
_SURE = 0.9


# Of « chez sa sœur Maud Kerlann, 3 rue du Pont », « chez sa sœur » says nothing of where.
_SAYS_WHERE = re.compile(rf"\d|[{UPPER}]|\w+\W+\w+\W+\w")


def apart(text: str, addresses: Iterable[Found], people: Iterable[Found]) -> Iterator[Found]:
    """The addresses without the people who stand in them under a word that says so."""
    people = sorted(people, key=lambda person: person.start)
    for address in addresses:
        inside = [p for p in people if address.start <= p.start < address.end + _TITLED]
        if not inside:
            yield address
            continue
        cuts = [cut for person in inside if (cut := _cut(text, address, person))]
        if not cuts:
            yield address
            continue
        low = address.start
        for start, end in [*sorted(cuts), (address.end, address.end)]:
            piece = text[low:start].strip(_BETWEEN)
            if sum(map(str.isalpha, piece)) >= _LEAST and _SAYS_WHERE.search(piece):
                first = text.index(piece, low)
                yield address.moved(first, first + len(piece))
            low = max(low, end)


def _cut(text: str, address: Found, person: Found) -> tuple[int, int] | None:
    """What of an address a person takes, with the words that announce him; nothing where the
    name is the place's."""
    inside = address.start if person.start > address.start else 0
    cue = _CUE.search(text, max(inside, person.start - _REACH), person.start)
    if cue and cue.start() < address.end:
        # « Chez Kerlann | 87200 »: a hamlet
        start = max(cue.start(), address.start)
        return None if _HAMLET.match(text, person.end) else (start, person.end)
    if person.start >= address.end:
        return None
    if _TITLE_ALONE.fullmatch(text, address.start, person.start):
        return address.start, person.end
    if person.detector == DETECTOR and person.confidence >= _READ_IN_PLACE:
        return person.start, person.end
    if _NUMBERED.fullmatch(text, address.start, person.start):
        # « 112 KERLANN Maud », in a list
        alone = person.end == address.end and person.confidence > _SURE
        return (address.start, person.end) if alone else None
    if person.detector != "table:person":
        return None
    before, after = text[person.start - 1 : person.start], text[person.end : person.end + 1]
    return (person.start, person.end) if {before, after} <= _MARKS else None
