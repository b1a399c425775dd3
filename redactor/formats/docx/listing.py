"""The list of an audit copy (`redactor.formats.rows`) as a table after the last page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from redactor.formats.docx.maker import Maker
from redactor.formats.docx.names import name
from redactor.formats.docx.runs import is_painted
from redactor.formats.rows import HEADS, TITLE, Row, span_of
from redactor.text.flow import Span

_WIDTHS = (3200, 3600, 2200)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What was added: its first and last block, and for each row the run of the span."""

    first: etree._Element
    last: etree._Element
    runs: tuple[etree._Element, ...]


def append(document: etree._Element, rows: Sequence[Row]) -> Table:
    """Add the table after the last paragraph of the body of `document`."""
    make = Maker(document)
    runs = []
    table = make("tbl")
    properties = make("tblPr", make("tblW", w=str(sum(_WIDTHS)), type="dxa"))
    borders = make("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(make(side, val="single", sz="4", space="0", color="808080"))
    properties.append(borders)
    table.append(properties)
    table.append(make("tblGrid", *(make("gridCol", w=str(w)) for w in _WIDTHS)))
    table.append(
        make(
            "tr",
            make("trPr", make("tblHeader")),
            *(make.cell(w, make.run(h, bold=True)) for w, h in zip(_WIDTHS, HEADS, strict=True)),
        )
    )
    for row in rows:
        hidden = make.run(row.hidden)
        cells = (
            [make.run(row.where)],
            [make.run(row.before), hidden, make.run(row.after)],
            [make.run(row.note)],
        )
        table.append(make("tr", *(make.cell(w, *r) for w, r in zip(_WIDTHS, cells, strict=True))))
        runs.append(hidden)
    title = make(
        "p", make("pPr", make("keepNext"), make("pageBreakBefore")), make.run(TITLE, bold=True)
    )
    last = make("p")
    # Some writers leave two bodies: Word shows both.
    body = next((child for child in reversed(document) if name(child) == "w:body"), document)
    end = next((i for i, c in enumerate(body) if name(c) == "w:sectPr"), len(body))
    body[end:end] = [title, table, last]
    return Table(title, last, tuple(runs))


def read_row(run: etree._Element, texts: Mapping[str, str]) -> Span | None:
    """The span that a row's yellow run stands for; None where the yellow is not its text."""
    row = next((a for a in run.iterancestors() if name(a) == "w:tr"), None)
    if row is None or not is_painted(run):
        return None
    cell = next(child for child in row if name(child) == "w:tc")
    return span_of(_text(cell), _text(run), texts)


def _text(element: etree._Element) -> str:
    signs = {"w:br": "\n", "w:tab": "\t"}
    return "".join(
        (e.text or "") if name(e) == "w:t" else signs.get(name(e), "") for e in element.iter()
    )
