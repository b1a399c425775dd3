"""Names in file names and in the paths of links: « dossier_kerlann_solenn.odt », « /s.kerlann »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.law.categories import Category

_CHUNK = re.compile(r"(?<![\w%~./:@-])[\w%~./:@-]{8,200}")
_FILE = re.compile(r"\.(?:pdf|docx?|od[tsp]|xlsx?|pptx?|jpe?g|png|msg|eml|zip|txt|csv)$", re.I)
_HOST = re.compile(r"https?://[^/]*/", re.I)
_SMALL = re.compile(r"[a-zà-ÿ]{3,20}")
_MARKS = frozenset("._-")
_COMMON = Known.WORD | Known.PLACE | Known.STOP


def handles(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Two small words joined by a mark, of which one is a first name and the other no word."""
    for chunk in _CHUNK.finditer(text):
        raw = chunk.group().rstrip(".")
        host = _HOST.match(raw)
        ending = _FILE.search(raw)
        if "@" in raw or not (host or ending):
            continue
        last = ending.start() if ending else len(raw)
        words = list(_SMALL.finditer(raw, host.end() if host else 0, last))
        for one, two in pairwise(words):
            joined = two.start() - one.end() == 1 and raw[one.end()] in _MARKS
            if joined and _is_name(lexicon.of(one.group()), lexicon.of(two.group())):
                yield Found(
                    chunk.start() + one.start(), chunk.start() + two.end(), Category.PERSON,
                    "rule:handle", "prénom et nom dans un nom de fichier ou un lien", 0.6,
                )  # fmt: skip


def _is_name(one: Known, two: Known) -> bool:
    for first, last in ((one, two), (two, one)):
        if Known.FIRST in first and Known.STOP not in first and not last & (_COMMON | Known.FIRST):
            return True
    return False
