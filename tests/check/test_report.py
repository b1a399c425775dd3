"""The report: readable by a French spreadsheet, values masked unless asked for."""

import csv
import io
from pathlib import Path

import pymupdf
import pytest

from redactor.check import report_pdf
from redactor.check.finding import Finding, Kind, Report, Severity
from redactor.check.report import COLUMNS, as_csv, masked

NAME = "Solange Béranger"


def a_report(text: str = NAME) -> Report:
    finding = Finding(Kind.COVERED_TEXT, Severity.LEAK, 0.9, "finding.covered", 2, text=text)
    return Report("/x/lettre.pdf", (finding,))


def cells(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:]), delimiter=";"))


def test_a_row_says_where_what_and_what_to_ask() -> None:
    head, row = cells(as_csv([a_report()]))
    assert tuple(head) == COLUMNS
    assert row[:4] == ["lettre.pdf", "page 2", "Texte sous un cache (covered-text)", "fuite"]
    assert "L.311-6" in row[8]


def test_values_are_masked_unless_asked_for() -> None:
    assert NAME not in as_csv([a_report()])
    assert NAME in as_csv([a_report()], reveal=True)
    assert masked(NAME) == "S•••••• B•••••••"


def test_a_value_is_never_a_formula() -> None:
    row = cells(as_csv([a_report("=cmd|' /C calc'!A1")], reveal=True))[1]
    assert row[6].startswith("'=")


@pytest.mark.parametrize("reveal", [False, True])
def test_the_pdf_says_the_same(tmp_path: Path, reveal: bool) -> None:
    path = tmp_path / "rapport.pdf"
    report_pdf.write(path, [a_report(), Report("/x/propre.pdf")], reveal=reveal)
    with pymupdf.open(path) as doc:
        text = doc[0].get_text()
    assert ("Béranger" in text) is reveal
    assert "1 fuite(s)" in text
    assert "Rien à signaler." in text
