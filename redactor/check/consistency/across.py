"""The consistency of a batch: each document's own, and what the others give away."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from redactor.check import personal
from redactor.check.consistency import headers, partial, twins, values
from redactor.check.consistency.evidence import Evidence, Locate
from redactor.check.finding import Finding, Report, in_order
from redactor.check.released import as_decided
from redactor.text.flow import VISIBLE_CHANNELS

#: Names of a batch that a hole's width is compared with.
_NAMES = 500


def across(reports: Sequence[Report], locate_in: Callable[[str], Locate]) -> tuple[Report, ...]:
    """The reports with the findings that only all documents together show.

    `locate_in` gives, for a document's path, what says where its characters stand.
    """
    evidence = [Evidence(report.path, report.flows) for report in reports]
    done = []
    for report in reports:
        if not report.flows:
            done.append(report)
            continue
        locate = locate_in(report.path)
        # Of two places that give a value, the nearer: its own before another document's.
        near = sorted(evidence, key=lambda each: each.document != report.path)
        found = [
            *headers.findings(near, report.path, locate),
            *partial.findings(near, report.path, locate),
            *values.findings(near, report.findings, report.path, locate),
            *twins.findings(near, report.path, locate, report.holes),
            *_by_width(report, reports),
        ]
        if report.released:
            found = list(as_decided(found))
        done.append(replace(report, findings=in_order([*report.findings, *found])))
    return tuple(done)


def _by_width(report: Report, reports: Sequence[Report]) -> Iterator[Finding]:
    """The holes of a document that have the width of one name of the batch."""
    if not report.holes:
        return
    names = dict.fromkeys(
        name
        for each in reports
        for flow in each.flows
        if flow.channel in VISIBLE_CHANNELS
        for name in personal.people(flow.text)
    )
    from redactor.check.pdf.widths import seen_elsewhere

    yield from seen_elsewhere(report.holes, [" ".join(name.split()) for name in names][:_NAMES])
