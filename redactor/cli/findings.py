"""Findings as the command prints them, for `check` and `compare`."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from redactor.check.finding import Finding, Report, Severity, Spot
from redactor.cli.speech import Speech
from redactor.formats.base import Box

_SIGNS = {Severity.LEAK: "✗", Severity.WARNING: "!", Severity.INFO: "·"}


def print_json(reports: Sequence[Report], speech: Speech) -> None:
    """One JSON document, as the contract says (DESIGN, « The command »)."""
    documents = [
        {
            "path": report.path,
            "findings": [_finding(each, speech) for each in report.findings],
            "unread": [{"where": u.place, "why": sentence(u, speech)} for u in report.unread],
        }
        for report in reports
    ]
    json.dump({"version": 1, "documents": documents}, sys.stdout, ensure_ascii=False, indent=1)
    print()


def print_text(reports: Sequence[Report], speech: Speech) -> None:
    """For a person at a terminal: the findings of each file, then how many of each severity."""
    for report in reports:
        print(report.path)
        for finding in report.findings:
            where = finding.place if finding.place and not finding.page else _where(finding, speech)
            message = sentence(finding, speech)
            print(f"  {_SIGNS[finding.severity]} {finding.kind.value:<20} {where:<12.24} {message}")
            if finding.text:
                print(f"      « {_short(finding.text)} »")
            for spot in finding.also:
                print(f"      ↔ {_other(spot, speech)} « {_short(spot.text)} »")
        if report.clean:
            print(f"  ✓ {speech.text('command.nothing-found')}")
    severities = Counter(finding.severity for report in reports for finding in report.findings)
    if severities:
        count = {severity.value: severities[severity] for severity in Severity}
        print(speech.text("command.findings", **count))


def sentence(finding: Finding, speech: Speech) -> str:
    """What a finding means, in the person's language."""
    return speech.text(finding.message, **finding.facts)


def _finding(finding: Finding, speech: Speech) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "certainty": round(finding.certainty, 2),
        "page": finding.page,
        "bbox": _box(finding.box),
        "channel": finding.channel.value,
        "text": finding.text,
        "message": sentence(finding, speech),
    }
    if finding.place:
        row["place"] = finding.place
    if finding.also:
        row["also"] = [
            {
                "document": spot.document,
                "page": spot.page,
                "bbox": _box(spot.box),
                "channel": spot.channel.value,
                "text": spot.text,
            }
            for spot in finding.also
        ]
    return row


def _box(box: Box | None) -> list[float] | None:
    return [round(float(value), 2) for value in box] if box else None


def _where(spot: Finding | Spot, speech: Speech) -> str:
    return f"p. {spot.page}" if spot.page else speech.text(f"channel.{spot.channel.value}")


def _other(spot: Spot, speech: Speech) -> str:
    place = _where(spot, speech)
    return f"{spot.document}, {place}" if spot.document else place


def _short(text: str, width: int = 100) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
