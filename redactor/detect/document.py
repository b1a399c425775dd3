"""One document: what streams by, then what is known of the whole, looked for everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from redactor.detect import entities
from redactor.detect.context import Context
from redactor.detect.lists import DossierLists
from redactor.detect.pipeline import Detector, mention_id
from redactor.detect.propagate import everywhere, names_of
from redactor.detect.roles import Roles
from redactor.law.categories import Category
from redactor.law.mention import Mention
from redactor.text.flow import Flow

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
    wanted = [*names_of(found, detector.reader), *context.requesters, *context.interested, *names]
    more = [
        m for m in everywhere(flows, found, wanted, detector.reader) if not lists.spares(m.text)
    ]
    order = {flow.id: number for number, flow in enumerate(flows)}
    mentions = sorted(
        [*found, *more],
        key=lambda m: (order.get(m.span.flow, -1), m.span.start, m.span.end, m.category),
    )
    roles = Roles(detector.reader, context.requesters, context.interested)
    mentions = roles.assign(flows, mentions)
    mentions = [replace(m, id=mention_id(m.span, m.category)) for m in mentions]
    linked = entities.link({"": mentions}, detector.reader)[""]
    return _join_masks(flows, linked)


_WORDS = re.compile(r"\w+")


def _join_masks(flows: Sequence[Flow], mentions: list[Mention]) -> list[Mention]:
    """A wholly masked address joins the one that stands after the same words elsewhere."""
    texts = {flow.id: flow.text for flow in flows}
    owners: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.category is Category.EMAIL and (cue := _cue(texts, mention)):
            owners.setdefault(cue, set()).add(mention.entity)
    joined = {m.entity for m in mentions if m.category is Category.EMAIL}
    done = []
    for mention in mentions:
        if (
            mention.category is Category.MASK
            and "@" in mention.text
            and mention.entity not in joined
        ):
            twins = owners.get(_cue(texts, mention), set())
            if len(twins) == 1:
                why = "adresse masquée ; la même place, ailleurs, la donne en clair"
                mention = replace(mention, entity=next(iter(twins)), why=why)
        done.append(mention)
    return done


def _cue(texts: dict[str, str], mention: Mention) -> str:
    """The three words before an address and the length of its local part, which a mask keeps."""
    before = texts.get(mention.span.flow, "")[max(mention.span.start - 60, 0) : mention.span.start]
    words = _WORDS.findall(before.casefold())[-3:]
    local = mention.text.partition("@")[0]
    return " ".join([*words, str(len(local))]) if len(words) == 3 and len(local) > 2 else ""
