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
    unread = sum(each.kind is Kind.UNREAD for each in findings)
    leaks = sum(each.severity is Severity.LEAK for each in findings)
    warnings = sum(each.severity is Severity.WARNING for each in findings) - unread
    if not findings:
        return "Rien à signaler."
    found = [_counted(leaks, "fuite"), _counted(warnings, "avertissement")]
    told = " et ".join(each for each in found if each)
    if not unread:
        return f"{told}." if told else "Ni fuite ni avertissement."
    told = told or "Aucune fuite vue"
    not_read = "n’a pas pu être lue" if unread == 1 else "n’ont pas pu être lues"
    return f"{told}, mais {_counted(unread, 'partie')} {not_read}."


def _counted(count: int, noun: str) -> str:
    """« 2 fuites »; nothing for none."""
    return f"{count} {noun}{'s' if count > 1 else ''}" if count else ""
