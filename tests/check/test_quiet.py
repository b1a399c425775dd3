"""What ordinary files hold and nobody hid."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from redactor.check import personal
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.inspection import check
from redactor.check.pdf.orphans import shown

from .build_pictures import compact


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


def test_the_colours_of_a_picture_are_no_text(tmp_path: Path) -> None:
    palette = bytes(range(0xC0, 0x100)) * 3
    path = _with(tmp_path, lambda pdf: pikepdf.Stream(pdf, palette))
    assert _of(path, Kind.ORPHAN_TEXT) == []


def test_the_program_of_a_glyph_is_no_text(tmp_path: Path) -> None:
    program = b"1000 0 0 0 750 750 d1\n% No explicit colour: the text around it says which one\nf"
    path = _with(tmp_path, lambda pdf: pikepdf.Stream(pdf, program))
    assert _of(path, Kind.ORPHAN_TEXT) == []


@pytest.mark.parametrize(
    ("author", "found"), [("Yann Le Gall", []), ("Yann Cadiou", ["Yann Cadiou"])]
)
def test_old_properties_tell_only_what_the_new_ones_do_not(
    tmp_path: Path, author: str, found: list[str]
) -> None:
    """A program that writes new properties leaves the old ones in the file."""
    path = tmp_path / "a.pdf"
    with pymupdf.open() as document:
        document.new_page()
        document.set_metadata({"author": "Yann Le Gall"})
        old = document.get_new_xref()
        document.update_object(old, f"<< /Author ({author}) /Producer (Distiller) >>")
        document.save(path, garbage=0)
    assert b"Distiller" in path.read_bytes(), "no trap"
    assert [f.text for f in _of(path, Kind.ORPHAN_TEXT)] == found


@pytest.mark.parametrize(
    ("text", "severity"), [(b"livre.indd  4", Severity.INFO), (b"Solange Beranger", Severity.LEAK)]
)
def test_what_printers_write_beside_the_sheet_is_information(
    tmp_path: Path, text: bytes, severity: Severity
) -> None:
    found = _drawn(tmp_path, b"BT /F 9 Tf 72 -20 Td (" + text + b") Tj ET")
    assert [f.severity for f in found if f.kind is Kind.OFF_PAGE_TEXT] == [severity]


def test_a_font_whose_glyphs_are_larger_than_its_size_is_not_tiny(tmp_path: Path) -> None:
    """A Type 3 font has a matrix of its own (ISO 32000-2, 9.6.4): 0.2 points drew 20 high."""
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        glyph = pdf.make_stream(b"50 0 0 0 50 100 d1 0 0 40 100 re f")
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type3,
            FontBBox=[0, 0, 0, 0],
            FontMatrix=[1, 0, 0, 1, 0, 0],
            CharProcs=pikepdf.Dictionary(a=glyph),
            Encoding=pikepdf.Dictionary(
                Type=pikepdf.Name.Encoding,
                Differences=[97, *(pikepdf.Name.a for _ in range(26))],
            ),
            FirstChar=97,
            LastChar=122,
            Widths=[50] * 26,
        )
        page = pdf.pages[0]
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = pdf.make_stream(b"BT /F 0.2 Tf 72 700 Td (beranger) Tj ET")
        pdf.save(path)
    with pymupdf.open(path) as document:
        assert document[0].get_texttrace()[0]["size"] < 1, "no trap"
    assert [f.message for f in check(path).findings if f.message == "finding.tiny"] == []


def test_faint_text_that_thin_lines_frame_is_no_covered_text(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), "KNOCKOUT", fontsize=22, color=(1, 0.85, 0), fill_opacity=0.3)
        page.draw_rect((60, 70, 300, 120), color=(0, 0, 0), width=0.5)
        document.save(path)
    assert _of(path, Kind.SEE_THROUGH_COVER) == []


@pytest.mark.parametrize(
    ("again", "found"), [("Solange Béranger, maire", False), ("Une personne, maire", True)]
)
def test_a_line_set_again_over_its_cover_hides_nothing(
    tmp_path: Path, again: str, found: bool
) -> None:
    path = tmp_path / "a.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), "Solange Béranger, maire", fontsize=14)
        page.draw_rect((60, 80, 300, 110), color=None, fill=(0, 0, 0))
        page.insert_text((74, 98), again, fontsize=11, color=(1, 1, 1))
        document.save(path)
    assert bool(_of(path, Kind.COVERED_TEXT)) is found


@pytest.mark.parametrize(
    ("text", "severity"), [("lt1", Severity.INFO), ("Béranger", Severity.WARNING)]
)
def test_what_a_reader_of_scans_saw_in_specks_is_information(
    tmp_path: Path, text: str, severity: Severity
) -> None:
    path = tmp_path / "a.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        grey = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 60, 80))
        grey.clear_with(250)
        page.insert_image(page.rect, pixmap=grey)
        page.insert_text((72, 100), text, render_mode=3)
        document.save(path)
    assert [f.severity for f in _of(path, Kind.HIDDEN_TEXT)] == [severity]


_XFA = """<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><items><text>Yann Cadiou</text>
</items></template><datasets><Agent>Solange Béranger</Agent></datasets></xdp:xdp>"""


def test_what_a_form_offers_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pdf.make_stream(_XFA.encode()))
        pdf.save(path)
    found = {f.text: f.severity for f in _of(path, Kind.FORM_VALUE)}
    assert found == {"Yann Cadiou": Severity.INFO, "Solange Béranger": Severity.LEAK}


def test_a_note_that_its_program_wrote_twice_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        note = page.add_text_annot((72, 100), "Voir avec Solange Béranger")
        note.set_popup((200, 100, 300, 200))
        document.save(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Annots[0].RichNote = pikepdf.Dictionary(Contents="Voir avec Solange Béranger")
        pdf.save()
    assert len([f for f in _of(path, Kind.ANNOTATION) if "Voir" in f.text]) == 1


def test_a_stencil_of_letters_is_read_like_any_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(compact())
    with pymupdf.open(path) as document:
        pictures = [pymupdf.Pixmap(document, entry[0]) for entry in document[0].get_images()]
        assert any(picture.colorspace is None for picture in pictures), "no trap"
    assert "unread.damaged-object" not in [f.message for f in check(path).findings]


def test_letters_of_a_stencil_behind_a_clip_are_still_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(compact(cut=True))
    assert "finding.cropped" in [f.message for f in check(path).findings]


def _of(path: Path, kind: Kind) -> list[Finding]:
    return [f for f in check(path).findings if f.kind is kind]


def _with(folder: Path, make: Callable[[pikepdf.Pdf], pikepdf.Object]) -> Path:
    """A file with an object that no page leads to but the catalogue."""
    path = folder / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Kept = make(pdf)
        pdf.save(path)
    return path


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
