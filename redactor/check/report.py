"""The report to send: findings as rows in plain French words, values masked unless asked for."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TypeAlias

from redactor.check.finding import Finding, Kind, Report, Severity, Spot
from redactor.check.guide import sections
from redactor.messages import say
from redactor.problem import Problem
from redactor.text.flow import Channel

#: What to ask of the administration, by kind, and the articles that apply.
_ASK: dict[Kind, tuple[str, str]] = {
    Kind.OVER_REDACTION: (
        "Demander le motif de chaque occultation, ou la communication du passage.",
        "CRPA L.311-7, L.311-14, L.211-5",
    ),
    Kind.UNREAD: ("Demander le document dans un format ouvert et lisible.", "CRPA L.300-4"),
    Kind.INCONSISTENT: (
        "Signaler que la même valeur est masquée ici et lisible là ; une seule décision s’impose.",
        "CRPA L.311-6, L.311-7",
    ),
    Kind.METADATA: (
        "Signaler la propriété, à retirer avant toute communication.",
        "CRPA L.311-6 1°",
    ),
}
_USUAL = (
    "Signaler la donnée encore lisible, sans la diffuser, et demander un document corrigé.",
    "CRPA L.311-6, L.311-7",
)
_SEVERITIES = {
    Severity.LEAK: "fuite",
    Severity.WARNING: "avertissement",
    Severity.INFO: "information",
}
COLUMNS = (
    "Document",
    "Page ou endroit",
    "Autre endroit",
    "Constat",
    "Gravité",
    "Certitude",
    "Ce que cela veut dire",
    "Valeur",
    "À demander",
    "Articles",
    "Écarté parce que",
)


Aside: TypeAlias = tuple[str, Finding]
"""A finding that a person set aside, with its document's path."""


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in words, in the order of `COLUMNS`."""

    cells: tuple[str, ...]


def rows(
    reports: Sequence[Report],
    *,
    reveal: bool = False,
    set_aside: Mapping[Aside, str] | None = None,
) -> Iterator[Row]:
    """The findings of a batch. `set_aside`: those that a person set aside, with the reason."""
    aside = set_aside or {}
    names = short_names([report.path for report in reports])
    for report in reports:
        for finding in report.findings:
            ask, articles = _ASK.get(finding.kind, _USUAL)
            if finding.severity is Severity.INFO and finding.kind not in _ASK:
                ask, articles = "", ""
            yield Row(
                (
                    names[report.path],
                    _place(finding),
                    " ; ".join(_other(spot, names) for spot in finding.also),
                    f"{sections()[finding.kind].title} ({finding.kind.value})",
                    _SEVERITIES[finding.severity],
                    f"{round(100 * finding.certainty)} %",
                    say(finding.message, "fr", **finding.facts),
                    finding.text if reveal else masked(finding.text),
                    ask,
                    articles,
                    aside.get((report.path, finding), ""),
                )
            )


def as_csv(
    reports: Sequence[Report],
    *,
    reveal: bool = False,
    set_aside: Mapping[Aside, str] | None = None,
) -> str:
    """A table for a French Excel or LibreOffice: write it as UTF-8 with its BOM."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(reports, reveal=reveal, set_aside=set_aside):
        writer.writerow([_harmless(cell) for cell in row.cells])
    return "\ufeff" + stream.getvalue()


def write(
    path: Path,
    reports: Sequence[Report],
    *,
    reveal: bool = False,
    set_aside: Mapping[Aside, str] | None = None,
) -> Path:
    """Write the report of a batch, as a table where the name ends in ``.csv``, else as a PDF.

    Raises OutputNotWritable.
    """
    try:
        if path.suffix.lower() == ".csv":
            text = as_csv(reports, reveal=reveal, set_aside=set_aside)
            path.write_text(text, "utf-8", newline="")
        else:
            from redactor.check import report_pdf

            report_pdf.write(path, reports, reveal=reveal, set_aside=set_aside)
    except (OSError, RuntimeError) as error:
        raise OutputNotWritable(folder=str(path), why=str(error)) from error
    return path


class OutputNotWritable(Problem):
    """The report cannot be written. Facts: ``folder``, ``why``."""

    key = "problem.output-not-writable"


def masked(text: str) -> str:
    """A value with its letters and digits hidden but for the first of each word."""
    return " ".join(word[:1] + "•" * min(len(word) - 1, 8) for word in text.split()[:12])


def short_names(paths: Sequence[str]) -> dict[str, str]:
    """What to call each file: its name, with its folders where another has the same name."""
    names: dict[str, str] = {}
    alike, depth = list(dict.fromkeys(paths)), 1
    while alike:
        named: dict[str, list[str]] = {}
        for path in alike:
            named.setdefault("/".join(PurePath(path).parts[-depth:]), []).append(path)
        # Two of one name go one folder up, as far as there are folders.
        clear = {name for name, of in named.items() if len(of) == 1 or depth > _DEEPEST}
        names.update((path, name) for name in clear for path in named[name])
        alike = [path for name, of in named.items() if name not in clear for path in of]
        depth += 1
    return names


#: Folders that a file's name is given with at most.
_DEEPEST = 12
#: Parts of files, as people call them. A property or a field has its own name.
_PARTS = {
    "word/document.xml": "corps du document",
    "content.xml": "corps du document",
    "styles.xml": "styles et en-têtes",
    "word/comments.xml": "commentaires",
    "docProps/core.xml": "propriétés du fichier",
    "docProps/app.xml": "propriétés du fichier",
    "meta.xml": "propriétés du fichier",
    "body": "corps du document",
}


def _place(finding: Finding) -> str:
    if finding.page is not None:
        return f"page {finding.page}"
    return _named(finding.place or finding.channel.value)


def _named(place: str) -> str:
    if place in _PARTS:
        return _PARTS[place]
    return say(f"channel.{place}").lower() if place in set(Channel) else place


def _other(spot: Spot, names: Mapping[str, str]) -> str:
    page = f"page {spot.page}" if spot.page is not None else _named(spot.channel.value)
    document = names.get(spot.document, PurePath(spot.document).name) if spot.document else ""
    return ", ".join(part for part in (document, page) if part)


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    line = " ".join(cell.split())
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
