"""What a copy that Redactor released for this person says that they decided to keep.

There, each text beside the pages was shown to a person and decided: an agent's name that a
property keeps was meant to stay. It is still said, for information; never so of what a box
covers. Whoever receives the copy gets the same findings at their full severity, since the copy is
not theirs: a manifest that came with it could have been written by anyone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.check.finding import Finding, Kind, Severity

_DECIDED = frozenset(
    {
        Kind.METADATA,
        Kind.COMMENT,
        Kind.ANNOTATION,
        Kind.BOOKMARK,
        Kind.LINK,
        Kind.FORM_VALUE,
        Kind.STRUCTURE_TEXT,
        Kind.ATTACHMENT,
        Kind.LAYER,
        Kind.TRACKED_CHANGE,
        Kind.OVER_REDACTION,
        Kind.PARTIAL_MASK,
        # White on white, off the page: a flow like a paragraph, shown and decided as one. What a
        # box, a veil or a marker hides stays a leak: there, someone meant it to go.
        Kind.HIDDEN_TEXT,
        Kind.HIDDEN_RUN,
        Kind.OFF_PAGE_TEXT,
    }
)


def as_decided(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a released copy: what a person decided to keep is information."""
    for each in findings:
        decided = each.kind in _DECIDED or (
            # Masks that the original had already, beside what a person decided to keep.
            each.kind is Kind.INCONSISTENT and each.message != "finding.covered-elsewhere-clear"
        )
        if decided and each.severity is not Severity.INFO:
            yield replace(each, severity=Severity.INFO)
        else:
            yield each
