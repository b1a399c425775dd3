"""Words that a page or a column cuts: « Kermar- » ends one flow, « rec » begins another.

Each cut is a small flow of its own, with what stands before and after it, in which the word is
whole. What is found there over the cut is given as two spans, one in each flow: spans never
cross.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from redactor.text.flow import Channel, Flow, Span

_READ = frozenset({Channel.BODY, Channel.OCR})
# Characters kept on each side: the sentence, for whoever detects.
_AROUND = 300
# Flows of a page among which the text goes on: headers stand before it.
_NEAR = 4
# Characters on each side of a page's end: as many as a phrase that is looked for may have.
_PHRASE = 120
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
        yield _bridge(first, second, _AROUND)


def page_ends(flows: Sequence[Flow]) -> Iterator[Bridge]:
    """Every way in which a text without a hyphen may go on over the end of a page, past a foot
    and a header: for a phrase that someone looks for, which these alone seldom make up."""
    read = [flow for flow in flows if flow.page is not None and flow.channel in _READ]
    pages = [list(group) for _, group in groupby(read, lambda flow: flow.page)]
    for here, there in pairwise(pages):
        if (here[0].page or 0) + 1 == there[0].page:
            for first in here[-_NEAR:]:
                yield from (_bridge(first, second, _PHRASE) for second in there[:_NEAR])


def _bridge(first: Flow, second: Flow, around: int) -> Bridge:
    start = max(len(first.text) - around, 0)
    start += len(first.text[start:]) - len(first.text[start:].lstrip()) if start else 0
    text = first.text[start:] + "\n" + second.text[:around]
    flow = Flow(f"{first.id}+{second.id}", text, first.channel, first.page)
    return Bridge(first, second, flow, start)


def _after(read: Sequence[Flow], at: int) -> Iterator[Flow]:
    """Where a text may go on: in the next flow, or among the first of the next page, if what is
    left of its own page is its foot."""
    page = read[at].page
    same = [flow for flow in read[at + 1 : at + 1 + _NEAR] if flow.page == page]
    yield from same[:1]
    if len(same) < _NEAR:
        later = read[at + 1 + len(same) :]
        yield from (flow for flow in later[:_NEAR] if flow.page == (page or 0) + 1)
