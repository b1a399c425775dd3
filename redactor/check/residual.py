"""What detection still finds in clear, with the profile's view."""

from collections.abc import Iterator, Sequence

from redactor.check.consistency.evidence import Locate
from redactor.check.finding import Finding, Kind, Severity
from redactor.law import words
from redactor.law.decisions import Decision
from redactor.law.profile import load
from redactor.text.flow import Flow


def findings(flows: Sequence[Flow], profile: str, locate: Locate) -> Iterator[Finding]:
    """One finding a mention that the profile would occult or ask about."""
    from redactor.detect.document import Context, detect
    from redactor.detect.pipeline import Detector

    rules = load(profile)
    by_id = {flow.id: flow for flow in flows}
    for mention in detect(list(flows), Detector(), Context()):
        default = rules.default(mention)
        if default.decision not in (Decision.OCCULT, Decision.REVIEW) or mention.is_signal:
            continue
        flow = by_id[mention.span.flow]
        yield Finding(
            Kind.RESIDUAL,
            Severity.INFO,
            mention.confidence,
            "finding.residual",
            flow.page,
            locate(flow, mention.span.start, mention.span.end),
            flow.channel,
            mention.text,
            flow.place,
            facts={
                "category": words.name(mention.category, "fr"),
                "ground": default.ground or "—",
            },
        )
