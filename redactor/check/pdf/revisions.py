"""Earlier revisions that the file still carries, and what they said.

A PDF saved incrementally keeps what it was: the bytes up to an earlier ``%%EOF`` are the earlier
file (ISO 32000-2, 7.5.6).
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pymupdf

from redactor.check.finding import Finding, Kind, Severity
from redactor.text.flow import Channel

#: Earlier revisions read at most: the latest ones, and the first.
_MOST = 6
#: Pages of an earlier revision read at most.
_PAGES = 2000
_END = re.compile(rb"startxref\s+\d+\s+%%EOF[\r\n]*")


def ends(data: bytes) -> list[int]:
    """Where each earlier revision ends, oldest first."""
    found = [match.end() for match in _END.finditer(data)]
    if found and b"/Linearized" in data[:2048]:
        found = found[1:]  # The first table of a linearised file is of the same revision.
    return found[:-1]


def findings(data: bytes, current: Any, password: str | None) -> Iterator[Finding]:
    """What earlier revisions hold that the current one does not show."""
    earlier = ends(data)
    if len(earlier) > _MOST:
        earlier = [earlier[0], *earlier[1 - _MOST :]]
    said: set[str] = set()
    differs = False
    now: list[Counter[str]] | None = None
    for number, end in enumerate(earlier, 1):
        try:
            with pymupdf.open(stream=data[:end], filetype="pdf") as old:
                if old.needs_pass and not (password and old.authenticate(password)):
                    continue
                if old.is_repaired:
                    continue
                if now is None:
                    now = [_words(page) for page in current]
                everywhere: Counter[str] = Counter()
                for words in now:
                    everywhere.update(words)
                for page in range(min(old.page_count, _PAGES)):
                    here = now[page] if page < len(now) else Counter()
                    order = _list(old[page])
                    gone = Counter(order) - here
                    fresh = [w for w in order if gone[w] > 0 and not _moved(w, gone, everywhere)]
                    text = " ".join(dict.fromkeys(fresh))
                    if not text or text in said:
                        continue
                    said.add(text)
                    yield Finding(
                        Kind.REVISION,
                        Severity.LEAK,
                        0.9,
                        "finding.revision",
                        page + 1,
                        None,
                        Channel.REVISION,
                        text[:2000],
                        facts={"number": number, "count": len(earlier) + 1},
                    )
                differs = True
        except (RuntimeError, ValueError):
            continue
    if differs and not said:
        yield Finding(
            Kind.REVISION,
            Severity.INFO,
            0.9,
            "finding.revision-same",
            None,
            None,
            Channel.REVISION,
            facts={"count": len(earlier) + 1},
        )


def _moved(word: str, gone: Counter[str], everywhere: Counter[str]) -> bool:
    """Whether the word still stands as often somewhere in the current document."""
    return everywhere[word] >= gone[word] and everywhere[word] > 0


def _list(page: Any) -> list[str]:
    return [_kept(word[4]) for word in page.get_text("words")]


def _words(page: Any) -> Counter[str]:
    return Counter(_list(page))


def _kept(word: str) -> str:
    """A word as read, but for what differs from one extraction to the next."""
    return word if any(char.isalnum() for char in word) else ""
