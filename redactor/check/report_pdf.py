"""The report as a PDF: a verdict by document, then each finding in plain words."""

import html
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

import pymupdf

from redactor.check.finding import Report
from redactor.check.guide import sections
from redactor.check.report import Aside, rows
from redactor.check.verdict import verdict, without

_PAGE = pymupdf.paper_rect("a4")
_INNER = pymupdf.Rect(50, 50, _PAGE.width - 50, _PAGE.height - 50)
_STYLE = """
body { font-family: sans-serif; font-size: 10pt; }
h1 { font-size: 17pt; } h2 { font-size: 13pt; margin-top: 14pt; }
.leak { color: #9b1c1c; font-weight: bold; } .warning { color: #7a4b00; font-weight: bold; }
p { margin: 3pt 0; } .small { color: #444; font-size: 9pt; }
"""


def write(
    path: Path,
    reports: Sequence[Report],
    *,
    reveal: bool = False,
    set_aside: Mapping[Aside, str] | None = None,
) -> None:
    """Write the report of a batch to `path`. Values are masked unless `reveal`."""
    story = pymupdf.Story(_page(reports, reveal, set_aside or {}), user_css=_STYLE)
    writer = pymupdf.DocumentWriter(str(path))
    more = 1
    while more:
        device = writer.begin_page(_PAGE)
        more, _ = story.place(_INNER)
        story.draw(device)
        writer.end_page()
    writer.close()


def _page(reports: Sequence[Report], reveal: bool, set_aside: Mapping[Aside, str]) -> str:
    left = [without(report, set_aside) for report in reports]
    parts = ["<h1>Vérification de documents reçus</h1>", f"<p>{html.escape(verdict(left))}</p>"]
    for report in reports:
        parts.append(f"<h2>{html.escape(PurePath(report.path).name)}</h2>")
        parts.append(f"<p>{html.escape(verdict([without(report, set_aside)]))}</p>")
        every = rows([report], reveal=reveal, set_aside=set_aside)
        for finding, row in zip(report.findings, every, strict=True):
            _, place, kind, severity, certainty, meaning, value, ask, articles, why = (
                html.escape(cell) for cell in row.cells
            )
            parts.append(
                f'<p><span class="{finding.severity.value}">{severity}</span> · {place} · {kind} · '
                f"certitude {certainty}<br/>{meaning}</p>"
            )
            aside = (
                value,
                f"{ask} ({articles})" if ask else "",
                f"Écarté par la personne qui vérifie : {why}" if why else "",
            )
            parts += [f'<p class="small">{text}</p>' for text in aside if text]
    kinds = dict.fromkeys(finding.kind for report in reports for finding in report.findings)
    if kinds:
        parts.append("<h2>Ce que veulent dire ces constats</h2>")
    for each in kinds:
        section = sections()[each]
        text = section.text.replace("*", "")
        parts.append(f"<p><b>{html.escape(section.title)}.</b> {html.escape(text)}</p>")
    return "".join(parts)
