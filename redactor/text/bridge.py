"""Words that a page or a column cuts: « Kermar- » ends one flow, « rec » begins another.

Each cut is a small flow of its own, with what stands before and after it, in which the word is
whole. What is found there over the cut is given as two spans, one in each flow: spans never
cross.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.text.flow import Channel, Flow, Span

_READ = frozenset({Channel.BODY, Channel.OCR})
# Characters kept on each side: the sentence, for whoever detects.
_AROUND = 300
# Flows of a page among which the text goes on: headers stand before it.
_NEAR = 4
_CUT = re.compile(r"(?P<word>\w{2,})[-\u2010\u2011\u00ad\u00ac]\s*$")
_SMALL, _CAPITALS = re.compile(r"\s*[a-zà-öø-ÿœæ]"), re.compile(r"\s*[A-ZÀ-ÖØ-ÞŒÆ]{2,}(?!\w)")


@dataclass(frozen=True, slots=True)
class Bridge:
    """A word's two halves."""

    first: Flow
    second: Flow
    flow: Flow
    """The end of `first`, a line break, the beginning of `second`."""
    start: int
    """Where `flow` begins in `first`."""

    @property
    def _break(self) -> int:
        return len(self.first.text) - self.start

    def over(self, start: int, end: int) -> tuple[Span, Span] | None:
        """What offsets of `flow` are in the two flows; None where they are on one side."""
        if not start < self._break < self._break + 1 < end:
            return None
        return (
            Span(self.first.id, self.start + start, len(self.first.text.rstrip())),
            Span(self.second.id, 0, end - self._break - 1),
        )


def bridges(flows: Sequence[Flow]) -> Iterator[Bridge]:
    """The words cut between flows of one page or of two, in order."""
    read = [flow for flow in flows if flow.page is not None and flow.channel in _READ]
    for at, first in enumerate(read):
        cut = _CUT.search(first.text, max(len(first.text) - 80, 0))
        if cut is None:
            continue
        goes_on = _CAPITALS if cut["word"].isupper() else _SMALL
        second = next(
            (flow for flow in _after(read, at) if goes_on.match(flow.text)),
            None,
        )
        if second is None:
            continue
        start = max(len(first.text) - _AROUND, 0)
        start += len(first.text[start:]) - len(first.text[start:].lstrip()) if start else 0
        yield Bridge(
            first,
            second,
            Flow(
                f"{first.id}+{second.id}",
                first.text[start:] + "\n" + second.text[:_AROUND],
                first.channel,
                first.page,
            ),
            start,
        )


def _after(read: Sequence[Flow], at: int) -> Iterator[Flow]:
    """Where a text may go on: in the next flow, or among the first of the next page, if what is
    left of its own page is its foot."""
    page = read[at].page
    same = [flow for flow in read[at + 1 : at + 1 + _NEAR] if flow.page == page]
    yield from same[:1]
    if len(same) < _NEAR:
        later = read[at + 1 + len(same) :]
        yield from (flow for flow in later[:_NEAR] if flow.page == (page or 0) + 1)
