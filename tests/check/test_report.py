"""The report: readable by a French spreadsheet, values masked unless asked for."""

import csv
import io
from pathlib import Path

import pymupdf
import pytest

from redactor.check import report_pdf
from redactor.check.finding import Finding, Kind, Report, Severity, Spot
from redactor.check.report import COLUMNS, as_csv, masked
from redactor.check.verdict import verdict
from redactor.messages import say
from redactor.text.flow import Channel

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
    assert row[:2] == ["lettre.pdf", "page 2"]
    assert row[3:5] == ["Texte sous un cache (covered-text)", "fuite"]
    assert "L.311-6" in row[9]


@pytest.mark.parametrize("channel", Channel)
def test_a_place_that_is_no_page_is_said_in_french(channel: Channel) -> None:
    """Bookmarks, annotations and layers stood in the report by their English code."""
    finding = Finding(Kind.HIDDEN_TEXT, Severity.LEAK, 0.9, "finding.covered", channel=channel)
    place = cells(as_csv([Report("a.docx", (finding,))]))[1][1]
    expected = "corps du document" if channel is Channel.BODY else say(f"channel.{channel.value}")
    assert place == expected.lower()


def test_both_places_are_said_and_files_of_one_name_told_apart() -> None:
    spot = Spot("/x/annexes/lettre.pdf", 3, None, Channel.BODY, NAME)
    finding = Finding(Kind.INCONSISTENT, Severity.LEAK, 0.9, "finding.covered", 2, also=(spot,))
    reports = [Report("/x/lettre.pdf", (finding,)), Report("/x/annexes/lettre.pdf")]
    row = cells(as_csv(reports))[1]
    assert row[:3] == ["x/lettre.pdf", "page 2", "annexes/lettre.pdf, page 3"]


def test_a_verdict_never_calls_clean_what_was_not_read() -> None:
    unread = Finding(Kind.UNREAD, Severity.WARNING, 1.0, "problem.damaged")
    assert verdict([Report("a.pdf")]) == "Rien à signaler."
    assert verdict([Report("a.pdf", (unread,))]) == (
        "Aucune fuite vue, mais 1 partie n’a pas pu être lue."
    )
    assert verdict([a_report(), Report("a.pdf", (unread, unread))]) == (
        "1 fuite, mais 2 parties n’ont pas pu être lues."
    )


def test_a_long_report_keeps_each_finding_on_one_page(tmp_path: Path) -> None:
    found = [
        Finding(Kind.COVERED_TEXT, Severity.LEAK, 0.9, "finding.covered", n, text=f"mot{n:03}")
        for n in range(1, 60)
    ]
    path = tmp_path / "rapport.pdf"
    report_pdf.write(path, [Report("/x/lettre.pdf", tuple(found))], reveal=True)
    with pymupdf.open(path) as doc:
        pages = [page.get_text() for page in doc]
    assert len(pages) > 3
    for each in found:
        page = next(text for text in pages if each.text in text)
        assert f"page {each.page} " in page.split(each.text)[0].rpartition("Fuite")[2]
    assert all(f"page {n} sur {len(pages)}" in text for n, text in enumerate(pages, 1))


def test_values_are_masked_unless_asked_for() -> None:
    assert NAME not in as_csv([a_report()])
    assert NAME in as_csv([a_report()], reveal=True)
    assert masked(NAME) == "S•••••• B•••••••"


def test_a_value_is_never_a_formula() -> None:
    row = cells(as_csv([a_report("=cmd|' /C calc'!A1")], reveal=True))[1]
    assert row[7].startswith("'=")


@pytest.mark.parametrize("reveal", [False, True])
def test_the_pdf_says_the_same(tmp_path: Path, reveal: bool) -> None:
    path = tmp_path / "rapport.pdf"
    report_pdf.write(path, [a_report(), Report("/x/propre.pdf")], reveal=reveal)
    with pymupdf.open(path) as doc:
        text = doc[0].get_text()
    assert ("Béranger" in text) is reveal
    assert "1 fuite." in text
    assert "Rien à signaler." in text
