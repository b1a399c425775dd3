"""What ordinary files hold and nobody hid."""

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from redactor.check import personal
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.inspection import check
from redactor.check.pdf.orphans import shown


@pytest.mark.parametrize(
    "title",
    ["Home Loan Interest Rates", "Alpha Transparency Test", "ISU Grand Prix 2012 Paris, FRA"],
)
def test_english_titles_name_nobody(title: str) -> None:
    assert personal.people(title) == []


def test_names_in_such_titles_are_still_read() -> None:
    assert personal.people("Loan of Solange Béranger") == ["Solange Béranger"]


def test_escaped_codes_are_read_as_letters() -> None:
    assert shown(rb"BT (B\351ranger \(chef\)) Tj ET") == "Béranger (chef)"


def test_codes_of_a_font_of_its_own_are_no_text() -> None:
    content = rb"BT (\007 \006 \022 \007) Tj (" + "™•¢†…™@ˆ‰ˆ`™".encode("cp1252") + b") Tj ET"
    assert shown(content) == ""


def test_a_text_cut_within_a_word_by_its_cell_is_information(tmp_path: Path) -> None:
    content = b"q 72 690 70 20 re W n BT /F 11 Tf 72 700 Td (departure airport) Tj ET Q"
    (found,) = [f for f in _drawn(tmp_path, content) if f.kind is Kind.HIDDEN_TEXT]
    assert (found.severity, found.message) == (Severity.INFO, "finding.clipped")


def test_a_whole_word_behind_a_clip_is_a_warning(tmp_path: Path) -> None:
    content = b"q 72 690 48 20 re W n BT /F 11 Tf 72 700 Td (departure Beranger) Tj ET Q"
    (found,) = [f for f in _drawn(tmp_path, content) if f.kind is Kind.HIDDEN_TEXT]
    assert (found.severity, found.text) == (Severity.WARNING, "Beranger")


def test_a_word_of_which_a_letter_is_left_is_a_warning(tmp_path: Path) -> None:
    content = b"q 72 690 57 20 re W n BT /F 11 Tf 72 700 Td (departure Beranger) Tj ET Q"
    (found,) = [f for f in _drawn(tmp_path, content) if f.kind is Kind.HIDDEN_TEXT]
    assert (found.severity, found.text) == (Severity.WARNING, "eranger")


@pytest.mark.parametrize(
    ("text", "severity"), [(b"YVer1f", Severity.WARNING), (b"Beranger", Severity.LEAK)]
)
def test_a_code_that_programs_sign_pages_with_is_no_leak(
    tmp_path: Path, text: bytes, severity: Severity
) -> None:
    found = _drawn(tmp_path, b"BT /F 1 Tf 72 700 Td (" + text + b") Tj ET")
    assert [f.severity for f in found if f.message == "finding.tiny"] == [severity]


def test_what_a_list_shows_for_its_value_is_no_secret(tmp_path: Path) -> None:
    """The value that a list exports is not what it shows (ISO 32000-2, 12.7.5.4)."""
    path = tmp_path / "a.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), "Votre commune : Rennes")
        document.save(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Ch,
                T=pikepdf.String("commune"),
                Opt=pikepdf.Array([pikepdf.Array(["exportC", "Rennes"])]),
                V=pikepdf.String("exportC"),
                Rect=pikepdf.Array([72, 600, 200, 620]),
            )
        )
        pdf.pages[0].Annots = pikepdf.Array([field])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        pdf.save()
    found = [f for f in check(path).findings if f.kind is Kind.FORM_VALUE]
    assert [f.severity for f in found if f.text == "exportC"] == [Severity.INFO]


def _drawn(folder: Path, content: bytes) -> list[Finding]:
    path = folder / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        page = pdf.pages[0]
        page.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(
                F=pikepdf.Dictionary(
                    Type=pikepdf.Name.Font,
                    Subtype=pikepdf.Name.Type1,
                    BaseFont=pikepdf.Name.Helvetica,
                    Encoding=pikepdf.Name.WinAnsiEncoding,
                )
            )
        )
        page.Contents = pdf.make_stream(content)
        pdf.save(path)
    return list(check(path).findings)
