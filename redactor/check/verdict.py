"""The verdict on a document or a batch, and what a person set aside of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from redactor.check.finding import Kind, Report, Severity
from redactor.check.report import Aside


def without(report: Report, set_aside: Mapping[Aside, str]) -> Report:
    """A report less the findings that a person set aside; never less what is unread."""
    left = [
        f for f in report.findings if (report.path, f) not in set_aside or f.kind is Kind.UNREAD
    ]
    return replace(report, findings=tuple(left))


def verdict(reports: Sequence[Report]) -> str:
    """One sentence: what was found. What was not read is never called clean."""
    findings = [finding for report in reports for finding in report.findings]
    leaks = sum(f.severity is Severity.LEAK for f in findings)
    warnings = sum(f.severity is Severity.WARNING for f in findings)
    unread = sum(len(report.unread) for report in reports)
    if not findings:
        return "Rien à signaler."
    sentence = f"{leaks} fuite(s), {warnings} avertissement(s)."
    return f"{sentence} {unread} partie(s) n’ont pas pu être lues." if unread else sentence
