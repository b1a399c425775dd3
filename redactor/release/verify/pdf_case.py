"""What the steps of one verification of a PDF share: what must go, what may stay, and what
they found."""

from array import array
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from redactor.formats.base import Plan
from redactor.release.verify.kept import Kept, spans_by_flow
from redactor.release.verify.marks import Marks
from redactor.release.verify.needles import Hit, Needles
from redactor.release.verify.report import Change, Leak, Place, Report
from redactor.text.flow import Channel, Flow, Unread

#: Flows of these channels are not in a page's content; the walk over objects reads them.
ASIDE = frozenset(
    {
        Channel.ANNOTATION, Channel.FORM, Channel.LINK, Channel.COMMENT, Channel.SCRIPT,
        Channel.ATTACHMENT, Channel.EMBEDDED, Channel.FILENAME, Channel.METADATA,
        Channel.BOOKMARK, Channel.STRUCTURE, Channel.LAYER, Channel.REVISION,
    }
)  # fmt: skip


class Case:
    """One copy, the plan it is held against, and the verdict so far."""

    def __init__(
        self, original: Path, copy: Path, flows: Sequence[Flow], plan: Plan, password: str | None
    ) -> None:
        self.original, self.copy, self.plan, self.password = original, copy, plan, password
        self.spans = spans_by_flow(plan)
        self.needles = Needles.of(flows, plan)
        self.marks = Marks(plan)
        self.removed = {page.page: page for page in plan.removed_pages}
        self._flows = flows
        self._drawn: dict[int, array[int]] = {}
        """Places in `flows` of those drawn on pages, by page: the flows may be packed."""
        aside: list[Flow] = []
        for place, flow in enumerate(flows):
            if flow.page in self.removed:
                continue
            if flow.channel in ASIDE or flow.page is None:
                aside.append(flow)
            else:
                self._drawn.setdefault(flow.page, array("I")).append(place)
        self.aside = Kept(aside, self.spans, self.needles)
        self.leaks: list[Leak] = []
        self.changes: list[Change] = []
        self.unread: list[Unread] = []
        self.checked = Counter[str]()

    def drawn_on(self, page: int) -> list[Flow]:
        """The flows that a page draws."""
        return [self._flows[place] for place in self._drawn.get(page, ())]

    def kept_on(self, page: int) -> Kept:
        return Kept(self.drawn_on(page), self.spans, self.needles)

    def leak(self, hits: Sequence[Hit], place: Place) -> None:
        for hit in hits:
            self.leaks.append(Leak(self.needles.occultations(hit.key), place, hit.kind))

    def report(self, engines: tuple[str, ...]) -> Report:
        return Report(
            tuple(dict.fromkeys(self.leaks)),
            tuple(dict.fromkeys(self.changes)),
            tuple(self.unread),
            engines,
            dict(self.checked),
        )
