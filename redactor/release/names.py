"""The names of copies: the input's own, without occulted text, and each one once."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from redactor.text.flow import Span
from redactor.text.fold import Finder

#: Takes the place of an occulted text in a file's name.
BLANK = "_"
#: Characters that Windows refuses, and control characters.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def without_spans(name: str, spans: Iterable[Span]) -> str:
    """`name` with each span replaced by `_`. The suffix, which is the format's, stays."""
    stem_end = len(name) - len(PurePath(name).suffix)
    for span in sorted(spans, reverse=True):
        end = min(span.end, stem_end)
        if span.start < end:
            name = name[: span.start] + BLANK + name[end:]
            stem_end -= end - span.start - 1
    return name


def without_texts(words: str, occulted: Iterable[str]) -> str:
    """What a person wrote of a release, for its reader: every text that it occults left out."""
    finder = Finder({str(number): text for number, text in enumerate(occulted)})
    for _, start, end in sorted(finder.find(words), key=lambda found: found[1], reverse=True):
        words = f"{words[:start]}[occulté]{words[end:]}"
    return words


def safe(name: str) -> str:
    """`name` as every system accepts it: no refused character, no device, no hidden file."""
    name = _REFUSED.sub(BLANK, name).rstrip(" .").lstrip(" ")
    if not name or name.startswith(".") or _DEVICES.match(name):
        name = BLANK + name
    return name


def distinct(names: Iterable[str]) -> list[str]:
    """The names in their order, a name met again becoming `NAME-2`, `NAME-3`, …

    Compared without case: Windows and macOS see `A.pdf` and `a.pdf` as one file.
    """
    given: set[str] = set()
    result = []
    for name in names:
        path = PurePath(name)
        candidate, number = name, 1
        while candidate.casefold() in given:
            number += 1
            candidate = f"{path.stem}-{number}{path.suffix}"
        given.add(candidate.casefold())
        result.append(candidate)
    return result


def with_suffix(name: str, written: str | None) -> str:
    """`name` with the suffix that the copy's format asks for, if it changes."""
    return name if written is None else PurePath(name).stem + written
