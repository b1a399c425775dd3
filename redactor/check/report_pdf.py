"""The report as a PDF: a verdict by document, then each finding in plain words."""

import html
from collections.abc import Sequence
from pathlib import Path, PurePath

import pymupdf

from redactor.check.finding import Report, Severity
from redactor.check.report import rows

_PAGE = pymupdf.paper_rect("a4")
_INNER = pymupdf.Rect(50, 50, _PAGE.width - 50, _PAGE.height - 50)
_STYLE = """
body { font-family: sans-serif; font-size: 10pt; }
h1 { font-size: 17pt; } h2 { font-size: 13pt; margin-top: 14pt; }
.leak { color: #9b1c1c; font-weight: bold; } .warning { color: #7a4b00; font-weight: bold; }
p { margin: 3pt 0; } .small { color: #444; font-size: 9pt; }
"""


def write(path: Path, reports: Sequence[Report], *, reveal: bool = False) -> None:
    """Write the report of a batch to `path`. Values are masked unless `reveal`."""
    story = pymupdf.Story(_page(reports, reveal), user_css=_STYLE)
    writer = pymupdf.DocumentWriter(str(path))
    more = 1
    while more:
        device = writer.begin_page(_PAGE)
        more, _ = story.place(_INNER)
        story.draw(device)
        writer.end_page()
    writer.close()


def _page(reports: Sequence[Report], reveal: bool) -> str:
    parts = ["<h1>Vérification de documents reçus</h1>", f"<p>{html.escape(verdict(reports))}</p>"]
    for report in reports:
        parts.append(f"<h2>{html.escape(PurePath(report.path).name)}</h2>")
        parts.append(f"<p>{html.escape(verdict([report]))}</p>")
        for finding, row in zip(report.findings, rows([report], reveal=reveal), strict=True):
            _, place, kind, severity, certainty, meaning, value, ask, articles, _ = (
                html.escape(cell) for cell in row.cells
            )
            parts.append(
                f'<p><span class="{finding.severity.value}">{severity}</span> · {place} · {kind} · '
                f"certitude {certainty}<br/>{meaning}</p>"
            )
            aside = (value, f"{ask} ({articles})" if ask else "")
            parts += [f'<p class="small">{text}</p>' for text in aside if text]
    return "".join(parts)


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
