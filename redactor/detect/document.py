"""One document: what streams by, then what is known of the whole, looked for everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from redactor.detect import entities
from redactor.detect.again import again
from redactor.detect.carry import carry
from redactor.detect.context import Context
from redactor.detect.contradictions import reconcile
from redactor.detect.cuts import Cuts
from redactor.detect.elsewhere import Elsewhere
from redactor.detect.lists import DossierLists
from redactor.detect.pipeline import Detector, mention_id
from redactor.detect.propagate import everywhere, names_of
from redactor.detect.roles import Roles
from redactor.detect.twins import join_masks
from redactor.law.categories import Category
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Span

__all__ = ["Context", "complete", "detect"]


def detect(
    flows: Sequence[Flow], detector: Detector, context: Context | None = None
) -> list[Mention]:
    """Every mention of a document, in the order of its flows, with role and entity."""
    context = context or Context()
    lists = DossierLists(context.always, context.never)
    found = list(detector.mentions(flows, lists))
    return complete(flows, found, detector, context)


def complete(
    flows: Sequence[Flow],
    found: Sequence[Mention],
    detector: Detector,
    context: Context | None = None,
    names: Iterable[str] = (),
) -> list[Mention]:
    """What streaming found, completed: names found anywhere, or given in `names` (people
    of other documents), looked for everywhere; roles; entities of this document."""
    context = context or Context()
    lists = DossierLists((), context.never)
    found = [*found, *(m for m in again(flows, found) if not lists.spares(m.text))]
    elsewhere = Elsewhere(flows, found, detector.reader)
    found = elsewhere.persons(found)
    wanted = [*names_of(found, detector.reader), *context.requesters, *context.interested, *names]
    seen = elsewhere.persons(everywhere(flows, found, wanted, detector.reader))
    more = [m for m in seen if not lists.spares(m.text)]
    found = _but_halves(found, more)
    cuts = Cuts(flows)
    over = [m for m in cuts.over(detector, wanted) if not lists.spares(m.text)]
    roles = Roles(detector.reader, context.requesters, context.interested)
    mentions = [*roles.assign(flows, _in_order(flows, [*found, *more])), *over]
    mentions = [replace(m, id=mention_id(m.span, m.category)) for m in mentions]
    linked = _in_order(flows, cuts.halved(entities.link({"": mentions}, detector.reader)[""]))
    return join_masks(flows, carry(flows, reconcile(flows, linked)))


def _but_halves(found: Sequence[Mention], wholes: Sequence[Mention]) -> list[Mention]:
    """What was found, but for the halves of names that are known whole from another place."""
    by_flow: dict[str, list[Span]] = {}
    for whole in wholes:
        by_flow.setdefault(whole.span.flow, []).append(whole.span)

    def is_half(mention: Mention) -> bool:
        span = mention.span
        return mention.category is Category.PERSON and any(
            whole.start <= span.start and span.end <= whole.end
            for whole in by_flow.get(span.flow, ())
        )

    return [mention for mention in found if not is_half(mention)]


def _in_order(flows: Sequence[Flow], mentions: Sequence[Mention]) -> list[Mention]:
    order = {flow.id: number for number, flow in enumerate(flows)}
    return sorted(
        mentions,
        key=lambda m: (order.get(m.span.flow, -1), m.span.start, m.span.end, m.category),
    )
