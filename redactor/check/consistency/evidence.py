"""What the consistency of a batch is judged by: every document's flows, and where they stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from redactor.check.finding import Spot
from redactor.formats.base import Box
from redactor.text.flow import Flow

Locate: TypeAlias = Callable[[Flow, int, int], Box | None]
"""Where characters of a flow stand on their page; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document's text, in whatever flows its inspection had at hand."""

    document: str
    """Its path."""
    flows: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Characters `start` to `end` of a flow of a document."""

    document: str
    flow: Flow
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.flow.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands before it in its flow, some words' worth."""
        return self.flow.text[max(0, self.start - 120) : self.start]

    @property
    def after(self) -> str:
        return self.flow.text[self.end : self.end + 120]

    def overlaps(self, other: "Place") -> bool:
        return (
            self.document == other.document
            and self.flow.id == other.flow.id
            and self.start < other.end
            and other.start < self.end
        )


def spot(place: Place, document: str, locate: Locate) -> Spot:
    """A place as a finding of `document` shows it."""
    return Spot(
        "" if place.document == document else place.document,
        place.flow.page,
        locate(place.flow, place.start, place.end) if place.document == document else None,
        place.flow.channel,
        place.text,
    )


def places(evidence: Sequence[Evidence]) -> Iterator[tuple[str, Flow]]:
    """Every flow with its document."""
    for each in evidence:
        for flow in each.flows:
            yield each.document, flow
