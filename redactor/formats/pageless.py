"""What sources of formats without pages have in common."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from redactor.closing import Closing
from redactor.formats.base import Applied, Occultation, PageLayout, Picture, Plan
from redactor.formats.errors import CannotRedact

_Place = TypeVar("_Place")


class Pageless(Closing):
    """A document without pages: nothing to lay out, nothing to draw."""

    pages: int | None = None
    warnings: Sequence[str] = ()

    def marked(self) -> Sequence[Applied]:
        return ()

    def layout(self, page: int) -> PageLayout:
        raise ValueError("no pages")

    def render(self, page: int, scale: float) -> Picture:
        raise ValueError("no pages")

    def close(self) -> None:
        """Nothing is held open."""


def refuse_pages(plan: Plan) -> None:
    """Raises CannotRedact where a plan takes out a page, or an area of one."""
    if plan.removed_pages or any(not area.part for area in plan.areas):
        raise CannotRedact(where="page")


def placed(
    plan: Plan, places: Mapping[str, _Place], lengths: Mapping[str, int]
) -> list[tuple[Occultation, _Place]]:
    """Each occultation with the place of its flow, by the flow's id.

    Raises CannotRedact for one that is not in the document.
    """
    found = []
    for each in plan.occultations:
        place = places.get(each.span.flow)
        if place is None or each.span.end > lengths[each.span.flow]:
            raise CannotRedact(where=each.span.flow)
        found.append((each, place))
    return found


def applied(occultations: Iterable[Occultation]) -> tuple[Applied, ...]:
    """Occultations that a copy without pages carries out."""
    return tuple(Applied(o.id, o.span, None) for o in occultations)


def silent(_: float) -> None:
    """Progress that nobody follows."""
