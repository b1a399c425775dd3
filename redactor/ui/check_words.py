"""What the checking screen says of findings and their places."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from redactor.check.finding import Finding, Severity, Spot
from redactor.text.flow import Channel
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


def row(finding: Finding) -> str:
    """A finding in a line: where, and what it means."""
    told = translate("check", "{where} : {what}")
    return told.format(where=where(finding), what=sentence(finding))


def other_place(spot: Spot) -> str:
    """Another place that a finding speaks of."""
    plain = spot.channel is Channel.BODY and (spot.document or spot.page)
    parts = (
        Path(spot.document).name if spot.document else "",
        translate("check", "page {page}").format(page=spot.page) if spot.page else "",
        "" if plain else channel_name(spot.channel),
    )
    return ", ".join(part for part in parts if part)


#: Not colour alone, and short: before the name of a document.
SIGNS = {Severity.LEAK: "✗", Severity.WARNING: "!", Severity.INFO: "·"}


def severity_name(severity: Severity) -> str:
    return {
        Severity.LEAK: translate("check", "Fuites : un texte caché se lit encore"),
        Severity.WARNING: translate("check", "Avertissements"),
        Severity.INFO: translate("check", "Pour information"),
    }[severity]
