"""The list of an audit copy (`redactor.formats.rows`): after the last page of a text, on a sheet
of its own in a workbook."""

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from redactor.formats.odf.names import full, name
from redactor.formats.rows import HEADS, TITLE, Row, span_of
from redactor.formats.xml import legal
from redactor.text.flow import Span

#: What may follow the text of a document, or the sheets of a workbook.
_EPILOGUE = frozenset(
    "table:named-expressions table:database-ranges table:data-pilot-tables table:consolidation "
    "table:dde-links calcext:conditional-formats".split()
)


def append(content: etree._Element, rows: Sequence[Row], style: str) -> list[etree._Element]:
    """Add the list to the body of `content`. Returns the span of each row, in `style`."""
    body = next(b for holder in content if name(holder) == "office:body" for b in holder)
    spans: list[etree._Element] = []
    table = _make("table:table", **{"table:name": TITLE})
    table.append(_make("table:table-column", **{"table:number-columns-repeated": "3"}))
    table.append(_line([_paragraph(head) for head in HEADS]))
    for row in rows:
        shown = _paragraph(row.before)
        hidden = _make("text:span", **{"text:style-name": style})
        _fill(hidden, row.hidden)
        shown.append(hidden)
        after = _make("text:span")
        _fill(after, row.after)
        shown.append(after)
        spans.append(hidden)
        table.append(_line([_paragraph(row.where), shown, _paragraph(row.note)]))
    at = next((i for i, c in enumerate(body) if name(c) in _EPILOGUE), len(body))
    if name(body) == "office:spreadsheet":
        body.insert(at, table)
    else:
        body[at:at] = [_paragraph(TITLE), table, _make("text:p")]
    return spans


def read_row(span: etree._Element, texts: Mapping[str, str]) -> Span | None:
    """The span that a row's yellow text stands for; None where the yellow is not its text."""
    row = next((a for a in span.iterancestors() if name(a) == "table:table-row"), None)
    return span_of(_text(row[0]), _text(span), texts) if row is not None else None


def _text(element: etree._Element) -> str:
    said: list[str] = [element.text or ""]
    for child in element:
        what = name(child)
        if what == "text:s":
            said.append(" " * int(child.get(full("text:c")) or 1))
        elif what in ("text:tab", "text:line-break"):
            said.append("\t" if what == "text:tab" else "\n")
        else:
            said.append(_text(child))
        said.append(child.tail or "")
    return "".join(said)


def _make(called: str, **attributes: str) -> etree._Element:
    element = etree.Element(full(called))
    for key, value in attributes.items():
        element.set(full(key), value)
    return element


def _line(paragraphs: Sequence[etree._Element]) -> etree._Element:
    row = _make("table:table-row")
    for paragraph in paragraphs:
        cell = _make("table:table-cell", **{"office:value-type": "string"})
        cell.append(paragraph)
        row.append(cell)
    return row


def _paragraph(text: str) -> etree._Element:
    paragraph = _make("text:p")
    _fill(paragraph, text)
    return paragraph


def _fill(element: etree._Element, text: str) -> None:
    """Add text to an empty element; the format folds white space that is not written so."""
    last: etree._Element | None = None
    for piece in re.split(r"([\n\t]| {2,}|^ | $)", legal(text)):
        if not piece:
            continue
        if piece in ("\n", "\t"):
            last = _make("text:line-break" if piece == "\n" else "text:tab")
            element.append(last)
        elif piece.isspace() and set(piece) == {" "}:
            last = _make("text:s", **{"text:c": str(len(piece))})
            element.append(last)
        elif last is None:
            element.text = (element.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece
