"""People, and whatever else, whose name the end of a page or a column cuts in two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from redactor.detect.pipeline import Detector, mention_id
from redactor.detect.propagate import everywhere
from redactor.law.mention import Mention
from redactor.text.bridge import Bridge, bridges
from redactor.text.flow import Flow


class Cuts:
    """The cuts of a document. Between `over` and `halved`, what stands over a cut is a mention of
    the cut's own flow, so that it is known for whom it names."""

    def __init__(self, flows: Sequence[Flow]) -> None:
        self._cuts: Mapping[str, Bridge] = {each.flow.id: each for each in bridges(flows)}

    def over(self, detector: Detector, names: Sequence[str]) -> Iterator[Mention]:
        """What detection finds over the cuts, and what of `names` stands there."""
        if not self._cuts:
            return
        flows = [bridge.flow for bridge in self._cuts.values()]
        found = list(detector.mentions(flows))
        found += everywhere(flows, found, names, detector.reader)
        for mention in found:
            crosses = self._cuts[mention.span.flow].over(mention.span.start, mention.span.end)
            if crosses and not mention.is_signal:
                yield mention

    def halved(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Each mention over a cut as two, in place of what its halves looked like by themselves."""
        halves = [half for mention in mentions for half in self._halves(mention)]
        rest = (
            mention
            for mention in mentions
            if mention.span.flow not in self._cuts
            and (mention.is_signal or not any(mention.span.touches(half.span) for half in halves))
        )
        return [*rest, *halves]

    def _halves(self, mention: Mention) -> Iterator[Mention]:
        bridge = self._cuts.get(mention.span.flow)
        spans = bridge.over(mention.span.start, mention.span.end) if bridge else None
        if bridge is None or spans is None:
            return
        for flow, span in zip((bridge.first, bridge.second), spans, strict=True):
            yield replace(
                mention,
                id=mention_id(span, mention.category),
                span=span,
                text=flow.text[span.start : span.end],
                channel=flow.channel,
                page=flow.page,
                why=f"{mention.why} ; coupé d’une page ou d’une colonne à l’autre",
            )
