"""What may still be read: the original's flows without the planned spans.

One unit is what an engine reads at once: a page's content, a package, the properties of a
document. What is found there of an occulted text must be what the unit's kept mentions account
for; one Martin may stay while another goes, and then it must be the right one that stays.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from redactor.formats.base import Plan
from redactor.release.verify.needles import WALL, Hit, Needles, Reading, Slot, squeeze
from redactor.text.flow import VISIBLE_CHANNELS, Flow, Span

#: Two sights of one place share at least this many letters around it, where there are as many.
_SAME_PLACE = 4


class Kept:
    """The kept text of some flows, and the places from which something was taken."""

    def __init__(
        self, flows: Iterable[Flow], spans: Mapping[str, Sequence[Span]], needles: Needles
    ) -> None:
        self.flows = tuple(flows)
        self._spans = spans
        self._needles = needles

    @cached_property
    def reading(self) -> Reading:
        pieces: list[str] = []
        for flow in self.flows:
            pieces += [without(flow, self._spans.get(flow.id, ())), WALL]
        return Reading("".join(pieces))

    @cached_property
    def text_pieces(self) -> list[str]:
        """The flows' text between the planned spans, in order."""
        return [
            piece
            for flow in self.flows
            for piece in without(flow, self._spans.get(flow.id, ())).split(WALL)
        ]

    @cached_property
    def slots(self) -> dict[str, list[Slot]]:
        """Kept occurrences of occulted texts."""
        slots: dict[str, list[Slot]] = {}
        for hit in self._needles.find(self.reading):
            slots.setdefault(hit.key, []).append(hit.slot)
        return slots

    @cached_property
    def planned(self) -> dict[str, list[Slot]]:
        """Where occulted texts stood."""
        slots: dict[str, list[Slot]] = {}
        for flow in self.flows:
            spans = self._spans.get(flow.id, ())
            groups = merged(spans)
            pieces = without(flow, spans).split(WALL) if groups else []
            number = 0
            for span in sorted(spans):
                while span.start >= groups[number].end:
                    number += 1
                key = squeeze(flow.text[span.start : span.end])
                slot = Slot.around(pieces[number], pieces[number + 1])
                slots.setdefault(key, []).append(slot)
        return slots

    @cached_property
    def planned_text(self) -> list[str]:
        return [
            flow.text[span.start : span.end]
            for flow in self.flows
            for span in merged(self._spans.get(flow.id, ()))
        ]

    @cached_property
    def values(self) -> frozenset[str]:
        """The whole texts of flows, squeezed, that are kept whole and never planned whole.

        One flow may speak for every place that holds the same value: an author's name stands
        on each of his tracked changes.
        """
        kept: set[str] = set()
        gone: set[str] = set()
        for flow in self.flows:
            if flow.channel in VISIBLE_CHANNELS:
                continue
            (gone if self._spans.get(flow.id) else kept).add(squeeze(flow.text))
        return frozenset(kept - gone - {""})

    @cached_property
    def planned_ids(self) -> bool:
        return any(self._spans.get(flow.id) for flow in self.flows)

    def is_all(self, reading: Reading) -> bool:
        """Whether a reading has the kept letters, all in their order, and no other: nothing in
        it is unaccounted for. Said of no text asked for by itself, which even kept letters
        may show, set apart."""
        return not self._needles.sought and reading.letters == self.reading.letters

    def unexplained(
        self, hits: Sequence[Hit], reading: Reading, exact: Callable[[str], bool]
    ) -> list[Hit]:
        """The occurrences that no kept mention accounts for.

        `exact` says whether the engine found, in the original, as many of a key as the flows
        have; it is asked only in doubt.
        """
        by_key: dict[str, list[Hit]] = {}
        for hit in hits:
            by_key.setdefault(hit.key, []).append(hit)
        leaks: list[Hit] = []
        for key, found in by_key.items():
            if key in self._needles.sought:
                # Where letters stand apart the text asked for was not matched, so its place is
                # among the kept ones: it accounts for nothing.
                leaks += [hit for hit in found if hit.is_scattered]
                found = [hit for hit in found if not hit.is_scattered]
            slots, planned = self.slots.get(key, []), self.planned.get(key, [])
            if not planned and len(found) <= len(slots):
                continue
            rest, free, suspects = _assign(found, slots, planned)
            leaks += suspects
            for hit in rest:
                in_pieces = len(hit.words) > 1 or "".join(hit.words) != key
                if in_pieces and self._words_account_for(hit, reading):
                    continue
                if free and exact(key):
                    free -= 1
                    continue
                leaks.append(hit)
        return leaks

    def _words_account_for(self, hit: Hit, reading: Reading) -> bool:
        """Whether each word is there no more often than it was kept.

        An engine may read two cells, or two words around a removed one, as one text. Then every
        word of it is a kept one; a hidden copy would make one word too many.
        """
        if hit.kind == "encoded":
            return False  # its words are not those of the reading
        kept = self.reading.words
        return all(reading.words[word] <= kept[word] for word in hit.words)


def _assign(
    found: Sequence[Hit], slots: Sequence[Slot], planned: Sequence[Slot]
) -> tuple[list[Hit], int, list[Hit]]:
    """Pair what was found with kept places and, where none is left, with planned ones.

    Returns what is paired with nothing, how many kept places are left, and what stands where
    something should have gone.
    """
    free = Counter(slots)
    rest: list[Hit] = []
    for hit in found:
        if free[hit.slot] > 0:
            free[hit.slot] -= 1
        else:
            rest.append(hit)
    open_slots = list(free.elements())
    if not rest or len(rest) * (len(open_slots) + len(planned)) > 1_000_000:
        return rest, len(open_slots), []
    # First every way to give each a kept place: boilerplate repeats itself, and « le présent
    # avis » of one paragraph may stand in words more like those of the one that went.
    holders = _matched(
        [[n for n, slot in enumerate(open_slots) if _same_place(hit, slot)] for hit in rest],
        len(open_slots),
    )
    homeless = [hit for index, hit in enumerate(rest) if index not in holders]
    suspects = [
        hit
        for hit in homeless
        if any(_same_place(hit, slot) and hit.slot.agreement(slot) for slot in planned)
    ]
    left = [hit for hit in homeless if hit not in suspects]
    return left, len(open_slots) - len(holders), suspects


def _same_place(hit: Hit, slot: Slot) -> bool:
    """Whether the letters around do not speak against it."""
    return hit.slot.agreement(slot) >= min(_SAME_PLACE, hit.slot.comparable(slot))


def _matched(choices: Sequence[Sequence[int]], places: int) -> set[int]:
    """Which of those who choose get a place, as many as can (augmenting paths)."""
    holder: list[int | None] = [None] * places

    def seat(chooser: int, tried: set[int]) -> bool:
        for place in choices[chooser]:
            if place in tried:
                continue
            tried.add(place)
            other = holder[place]
            if other is None or seat(other, tried):
                holder[place] = chooser
                return True
        return False

    for chooser in range(len(choices)):
        seat(chooser, set())
    return {chooser for chooser in holder if chooser is not None}


def spans_by_flow(plan: Plan) -> dict[str, tuple[Span, ...]]:
    spans: dict[str, list[Span]] = {}
    for occultation in plan.occultations:
        spans.setdefault(occultation.span.flow, []).append(occultation.span)
    return {flow: tuple(sorted(each)) for flow, each in spans.items()}


def merged(spans: Sequence[Span]) -> list[Span]:
    """The spans of one flow, those that touch made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start < result[-1].end:
            last = result.pop()
            span = Span(last.flow, last.start, max(last.end, span.end))
        result.append(span)
    return result


def without(flow: Flow, spans: Sequence[Span]) -> str:
    """A flow's text, each planned span made a wall."""
    return masked(flow.text, 0, len(flow.text), spans)


def masked(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    last = start
    for span in merged(spans):
        if span.end <= start or span.start >= end:
            continue
        pieces += [text[last : max(start, span.start)], WALL]
        last = min(end, span.end)
    pieces.append(text[last:end])
    return "".join(pieces)
