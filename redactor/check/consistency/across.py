"""The consistency of a batch: each document's own, and what the others give away."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

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
    # What the documents say is gathered once for all of them: the time grows with the batch.
    addresses = headers.Addresses(evidence)
    masks = partial.Batch(evidence)
    covered = values.Batch(evidence, {report.path: report.findings for report in reports})
    pages = twins.Batch(evidence)
    names = _Names(reports)
    done = []
    for report, own in zip(reports, evidence, strict=True):
        if not report.flows:
            done.append(report)
            continue
        locate = locate_in(report.path)
        found = [
            *headers.findings(own, addresses, locate),
            *partial.findings(own, masks, locate),
            *values.findings(own, covered, locate),
            *twins.findings(own, pages, locate, report.holes),
            *_by_width(report, names),
        ]
        if report.released:
            found = list(as_decided(found))
        done.append(replace(report, findings=in_order([*report.findings, *found])))
    return tuple(done)


class _Names:
    """Who is named in the documents of a batch. Read when first asked for."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports

    @cached_property
    def first(self) -> list[str]:
        """The first of them, each once."""
        found = (
            " ".join(name.split())
            for report in self._reports
            for flow in report.flows
            if flow.channel in VISIBLE_CHANNELS
            for name in personal.people(flow.text)
        )
        return list(islice(dict.fromkeys(found), _NAMES))


def _by_width(report: Report, names: _Names) -> Iterator[Finding]:
    """The holes of a document that have the width of one name of the batch."""
    if report.holes:
        from redactor.check.pdf.widths import seen_elsewhere

        yield from seen_elsewhere(report.holes, names.first)
