"""What the checking screen says of findings, documents and batches."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from redactor.check.finding import Finding, Kind, Report, Severity, Spot
from redactor.ui.place_words import place_name
from redactor.ui.words import channel_name, say

_translate = QCoreApplication.translate


def sentence(finding: Finding) -> str:
    """What a finding means."""
    return say(finding.message, dict(finding.facts))  # type: ignore[arg-type]


def where(finding: Finding) -> str:
    """Where it stands: its page, or its part of the file."""
    if finding.page:
        return f"p. {finding.page}"
    return place_name(finding.place) or channel_name(finding.channel)


def other_place(spot: Spot) -> str:
    """Another place that a finding speaks of."""
    parts = (
        Path(spot.document).name if spot.document else "",
        _translate("check", "page {page}").format(page=spot.page) if spot.page else "",
        channel_name(spot.channel),
    )
    return ", ".join(part for part in parts if part)


def severity_name(severity: Severity) -> str:
    return {
        Severity.LEAK: _translate("check", "Fuites : un texte caché se lit encore"),
        Severity.WARNING: _translate("check", "Avertissements"),
        Severity.INFO: _translate("check", "Pour information"),
    }[severity]


def of_document(findings: Iterable[Finding]) -> str:
    """A document's verdict, in a few words. What was not read is never called clean."""
    every = list(findings)
    leaks = sum(each.severity is Severity.LEAK for each in every)
    unread = sum(each.kind is Kind.UNREAD for each in every)
    if leaks:
        return _translate("check", "%n fuite(s)", "", leaks)
    if unread:
        return _translate("check", "%n partie(s) non lue(s)", "", unread)
    warnings = sum(each.severity is Severity.WARNING for each in every)
    if warnings:
        return _translate("check", "%n avertissement(s)", "", warnings)
    return _translate("check", "rien à signaler")


def of_batch(reports: Iterable[Report]) -> str:
    """The batch's verdict, in a sentence."""
    every = [finding for report in reports for finding in report.findings]
    leaks = sum(each.severity is Severity.LEAK for each in every)
    unread = sum(each.kind is Kind.UNREAD for each in every)
    if leaks:
        return _translate("check", "%n fuite(s) : ne diffusez pas ces fichiers.", "", leaks)
    if unread:
        return _translate(
            "check", "Aucune fuite vue, mais %n partie(s) n’ont pas pu être lues.", "", unread
        )
    if any(each.severity is Severity.WARNING for each in every):
        return _translate("check", "Aucune fuite ; des points demandent un regard.")
    return _translate("check", "Rien d’occulté ne se lit dans ces fichiers.")
