"""A place, its code and its town, alone in a cell of a row that names someone, or after a colon.

« CHEN Xiaoyu | x@poste.example | Le Pesquié, 09000 Serres-sur-Arget »: no street's word and no
word of dwelling tells such an address, only where it stands. What opens with a number and a way,
and what stands right after a name, is read elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from redactor.detect.address_forms import TOWN
from redactor.detect.found import Found
from redactor.detect.names import UPPER
from redactor.detect.whose import ADMINISTRATION
from redactor.law.categories import Category

# Read from the code on: most of a text holds none.
_CODE = re.compile(rf",[ ](?={TOWN}(?P<after>[ ]*(?:[\t|;\n]|[ ][–-][ ]|$)))", re.M)
# « 6 plan de la Croix, 30600 Vauvert », « 4, Le Bourg Nord / 33710 Tauriac »: a number, whatever
# its way is called
_NUMBERED = re.compile(
    rf"(?<![\w/.,'’-])(?<![°º][ ])\d{{1,4}}[ ]?(?:bis|ter|[A-Za-z](?!\w))?,?[ ](?=[^\W\d_]{{2}})"
    rf"[^\n,;:()|\t\d@]{{3,40}}(?:,[ ]|[ ]?\n[ ]{{0,4}}){TOWN}"
)
#: Characters before such an address in which a name ends.
_AFTER_NAME = 60
#: What parts the columns of a page.
_WIDE = "   "
_CELL = re.compile(r"(?:.*[\t|;]|.*:(?=[ ])|.*[ ][–-](?=[ ]))?[ ]*(?P<place>\S.*)$")
_PLACE = re.compile(rf"[{UPPER}«][\w'’«» -]{{2,40}}(?:,[ ][^\d,\t|;:@]{{3,40}}){{0,2}}")


def cell_homes(text: str, people: Iterable[Found]) -> Iterator[Found]:
    """The addresses of such cells."""
    ends = sorted(person.end for person in people)
    for match in _NUMBERED.finditer(text) if ends else ():
        index = bisect_left(ends, match.start() - _AFTER_NAME)
        named = index < len(ends) and ends[index] <= match.start()
        between = text[ends[index] : match.start()] if named else ""
        if "\n" in match.group() and _WIDE in between:
            continue  # a column of a page, whose next line is another's
        if named and not match["cedex"] and not ADMINISTRATION.search(between + match.group()):
            yield Found(
                match.start(), match.end("town"), Category.ADDRESS, "pattern:home",
                "numéro, code postal et commune, peu après un nom", 0.75,
            )  # fmt: skip
    for code in _CODE.finditer(text):
        line = text.rfind("\n", 0, code.start()) + 1
        cell = _CELL.match(text, line, code.start())
        if cell is None or not _PLACE.fullmatch(text, *cell.span("place")):
            continue
        start = cell.start("place")
        index = bisect_left(ends, line)
        named = index < len(ends) and ends[index] <= start
        if code["cedex"] or not named or ADMINISTRATION.search(text, line, code.end()):
            continue
        yield Found(
            start, code.end("town"), Category.ADDRESS, "pattern:home",
            "lieu, code postal et commune, dans la ligne d’un nom", 0.75,
        )  # fmt: skip
