"""The consistency of a batch: each document's own, and what the others give away."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from redactor.check.consistency import headers, partial, twins, values
from redactor.check.consistency.evidence import Evidence, Locate
from redactor.check.finding import Report, in_order


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
        found = [
            *report.findings,
            *headers.findings(evidence, report.path, locate),
            *partial.findings(evidence, report.path, locate),
            *values.findings(evidence, report.findings, report.path, locate),
            *twins.findings(evidence, report.path, locate),
        ]
        done.append(replace(report, findings=in_order(found)))
    return tuple(done)
