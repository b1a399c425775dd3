"""What the checking screen says of findings and their places."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from redactor.check.finding import Finding, Severity, Spot
from redactor.ui.place_words import place_name
from redactor.ui.words import channel_name, say

translate = QCoreApplication.translate


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
        translate("check", "page {page}").format(page=spot.page) if spot.page else "",
        channel_name(spot.channel),
    )
    return ", ".join(part for part in parts if part)


def severity_name(severity: Severity) -> str:
    return {
        Severity.LEAK: translate("check", "Fuites : un texte caché se lit encore"),
        Severity.WARNING: translate("check", "Avertissements"),
        Severity.INFO: translate("check", "Pour information"),
    }[severity]
