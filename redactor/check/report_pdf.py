"""The report as a PDF: a verdict, a line a document, then each finding in plain words."""

import html
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pymupdf

from redactor import __version__
from redactor.check.finding import Finding, Kind, Report, Severity
from redactor.check.guide import sections
from redactor.check.report import Aside, Row, rows, short_names
from redactor.check.verdict import verdict, without

_PAGE = pymupdf.paper_rect("a4")
_INNER = pymupdf.Rect(56, 56, _PAGE.width - 56, _PAGE.height - 64)
#: Points between two blocks, and under which no block is begun on a page.
_GAP, _ROOM = 7.0, 40.0
_STYLE = """
body { font-family: sans-serif; font-size: 10pt; line-height: 1.35; margin: 0; }
h1 { font-size: 18pt; margin: 0 0 4pt 0; }
h2 { font-size: 13pt; margin: 10pt 0 2pt 0; }
p { margin: 2pt 0; }
td { padding: 2pt 10pt 2pt 0; }
.verdict { font-size: 12pt; font-weight: bold; }
.leak { color: #9b1c1c; font-weight: bold; } .warning { color: #7a4b00; font-weight: bold; }
.info { color: #33415c; font-weight: bold; }
.small { color: #444444; font-size: 9pt; }
.finding { margin-left: 12pt; }
"""


def write(
    path: Path,
    reports: Sequence[Report],
    *,
    reveal: bool = False,
    set_aside: Mapping[Aside, str] | None = None,
) -> None:
    """Write the report of a batch to `path`. Values are masked unless `reveal`."""
    stream = io.BytesIO()
    _lay_out(_blocks(reports, reveal, set_aside or {}), stream)
    with pymupdf.open("pdf", stream.getvalue()) as document:
        for number, page in enumerate(document, 1):
            told = f"page {number} sur {document.page_count}"
            at = (_INNER.x1 - pymupdf.get_text_length(told, fontsize=8), _PAGE.height - 36)
            page.insert_text(at, told, fontsize=8, color=(0.3, 0.3, 0.3))
        document.set_metadata({"title": "Vérification de documents reçus"})
        document.set_language("fr")
        document.save(path, garbage=3, deflate=True)


def _lay_out(blocks: Iterator[str], stream: io.BytesIO) -> None:
    """Set blocks below each other; one that does not fit goes to the next page whole."""
    writer = pymupdf.DocumentWriter(stream)
    device, top = writer.begin_page(_PAGE), _INNER.y0
    for block in blocks:
        more, filled, story = _placed(block, top)
        if more and top > _INNER.y0:
            writer.end_page()
            device = writer.begin_page(_PAGE)
            more, filled, story = _placed(block, _INNER.y0)
        story.draw(device)
        while more:
            writer.end_page()
            device = writer.begin_page(_PAGE)
            more, filled = story.place(_INNER)
            story.draw(device)
        top = filled[3] + _GAP
        if top > _INNER.y1 - _ROOM:
            writer.end_page()
            device, top = writer.begin_page(_PAGE), _INNER.y0
    writer.end_page()
    writer.close()


def _placed(block: str, top: float) -> tuple[int, tuple[float, float, float, float], pymupdf.Story]:
    story = pymupdf.Story(block, user_css=_STYLE)
    more, filled = story.place(pymupdf.Rect(_INNER.x0, top, _INNER.x1, _INNER.y1))
    return more, filled, story


def _blocks(
    reports: Sequence[Report], reveal: bool, set_aside: Mapping[Aside, str]
) -> Iterator[str]:
    names = short_names([report.path for report in reports])
    left = [without(report, set_aside) for report in reports]
    today = date.today().strftime("%d/%m/%Y")
    count = f"{len(reports)} fichier{'s' if len(reports) > 1 else ''}"
    yield (
        "<h1>Vérification de documents reçus</h1>"
        f'<p class="small">{count} · le {today} · Redactor {__version__}</p>'
        f'<p class="verdict">{html.escape(verdict(left))}</p>'
    )
    if len(reports) > 1:
        for report in left:
            name = html.escape(names[report.path])
            yield f"<p>{name} : <b>{html.escape(verdict([report]))}</b></p>"
    every = rows(reports, reveal=reveal, set_aside=set_aside)
    for report, rest in zip(reports, left, strict=True):
        head = f"<h2>{html.escape(names[report.path])}</h2>"
        head += f"<p>{html.escape(verdict([rest]))}</p>"
        for finding in report.findings:
            yield head + _finding(finding, next(every))
            head = ""
        if head:
            yield head
    yield from _kinds(reports)


def _finding(finding: Finding, row: Row) -> str:
    _, place, other, kind, severity, certainty, meaning, value, ask, articles, why = (
        html.escape(cell) for cell in row.cells
    )
    sure = "" if finding.kind is Kind.UNREAD else f" · sûr à {certainty}"
    label = severity if finding.severity is not Severity.INFO else "pour information"
    small = (
        ("Ce qui se lit", value),
        ("Aussi", other),
        ("À demander", f"{ask} ({articles})" if ask else ""),
        ("Écarté par la personne qui vérifie", why),
    )
    told = "".join(f'<p class="small">{what} : {text}</p>' for what, text in small if text)
    label = f'<span class="{finding.severity.value}">{label.capitalize()}</span>'
    return (
        f'<div class="finding"><p>{label} · {place} · {kind}{sure}</p><p>{meaning}</p>{told}</div>'
    )


def _kinds(reports: Sequence[Report]) -> Iterator[str]:
    kinds = dict.fromkeys(finding.kind for report in reports for finding in report.findings)
    head = "<h2>Ce que veulent dire ces constats</h2>"
    for each in kinds:
        section = sections()[each]
        text = section.text.replace("*", "")
        yield f"{head}<p><b>{html.escape(section.title)}.</b> {html.escape(text)}</p>"
        head = ""
