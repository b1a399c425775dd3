"""The same words in two readings of a document: its own flows, and those of its pages as an
office suite lays them out."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from redactor.text.flow import Flow, Span
from redactor.text.prefix import common_prefix

# Letters on each side that tell one occurrence of a word from another; occurrences compared.
AROUND, MOST = 60, 400


class Reading:
    """The letters and digits of flows, one after the other: what two readings have in common
    whatever their lines, their hyphens and their spaces."""

    def __init__(self, flows: Sequence[Flow]) -> None:
        self._flows = flows
        self._number = {flow.id: number for number, flow in enumerate(flows)}
        self._kept = [
            [index for index, letter in enumerate(flow.text) if letter.isalnum()] for flow in flows
        ]
        self._starts = list(accumulate((len(kept) for kept in self._kept), initial=0))
        self.letters = "".join(
            "".join(flow.text[index] for index in kept)
            for flow, kept in zip(flows, self._kept, strict=True)
        )

    def range(self, span: Span) -> tuple[int, int]:
        """Where the letters of a span are; equal ends where it has none here."""
        number = self._number.get(span.flow)
        if number is None:
            return 0, 0
        kept, start = self._kept[number], self._starts[number]
        first = bisect_right(kept, span.start - 1)
        last = bisect_right(kept, span.end - 1)
        return start + first, start + last

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans that hold some letters: one a flow."""
        found = []
        number = bisect_right(self._starts, start) - 1
        while number < len(self._flows) and self._starts[number] < end:
            kept, offset = self._kept[number], self._starts[number]
            low, high = max(start - offset, 0), min(end - offset, len(kept))
            if low < high:
                found.append(Span(self._flows[number].id, kept[low], kept[high - 1] + 1))
            number += 1
        return tuple(found)


def matched(span: Span, one: Reading, other: Reading) -> tuple[Span, ...]:
    """The words of a span of `one` in `other`: the occurrence with the most alike around it.
    None where they do not stand there."""
    start, end = one.range(span)
    words = one.letters[start:end]
    if not words:
        return ()
    left, right = one.letters[max(start - AROUND, 0) : start], one.letters[end : end + AROUND]
    best, at, likest = -1, other.letters.find(words), -1
    for _ in range(MOST):
        if at < 0:
            break
        before = other.letters[max(at - AROUND, 0) : at]
        after = other.letters[at + len(words) : at + len(words) + AROUND]
        length = common_prefix(left[::-1], before[::-1]) + common_prefix(right, after)
        if length > likest:
            best, likest = at, length
        at = other.letters.find(words, at + 1)
    return () if best < 0 else other.spans(best, best + len(words))
