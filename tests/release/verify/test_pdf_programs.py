"""What streams say that draw nothing themselves, and what lies behind a packed stream's end."""

import zlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from redactor.release.verify import verify_copy
from tests.release.verify import pdf_files as files
from tests.release.verify.pdf_files import FLOWS, NAME, OTHER, PLAN
from tests.release.verify.pdf_page_places import form_xobject, unicode_map


def profile_of_a_colour_space(pdf: pikepdf.Pdf, text: str) -> None:
    profile = Stream(pdf, b"\0\0\1\x9a" + b"acsp" * 30 + b"desc\0\0\0\0" + text.encode("latin-1"))
    profile.N = 3
    space = Array([Name.ICCBased, pdf.make_indirect(profile)])
    pdf.pages[0].obj.Resources.ColorSpace = Dictionary(C=space)


def profile_in_utf16(pdf: pikepdf.Pdf, text: str) -> None:
    profile_of_a_colour_space(pdf, text.encode("utf-16-be").decode("latin-1"))


def comment_of_a_function(pdf: pikepdf.Pdf, text: str) -> None:
    function = Stream(pdf, f"{{ % {text}\n 1 exch sub }}".encode("latin-1"))
    function.FunctionType, function.Domain, function.Range = 4, Array([0, 1]), Array([0, 1])
    state = Dictionary(TR=pdf.make_indirect(function))
    pdf.pages[0].obj.Resources.ExtGState = Dictionary(G=state)


def font_program(pdf: pikepdf.Pdf, text: str) -> None:
    program = Stream(pdf, b"\0\1\0\0" + bytes(range(128, 190)) + b"\0" + text.encode("utf-16-be"))
    program.Length1 = 200
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Helvetica, FontFile2=program)
    pdf.pages[0].obj.Resources.Font.Zz = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Helvetica,
                   FontDescriptor=pdf.make_indirect(descriptor))
    )  # fmt: skip


def code_that_stands_for_a_name(pdf: pikepdf.Pdf, text: str) -> None:
    table = pdf.make_indirect(Stream(pdf, unicode_map({1: text})))
    pdf.pages[0].obj.Resources.Font.Zz = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier, ToUnicode=table)
    )


def words_that_are_no_operator(pdf: pikepdf.Pdf, text: str) -> None:
    files.add_content(pdf, f"BX {text} EX")


def behind_the_end_of_a_packed_stream(pdf: pikepdf.Pdf, text: str) -> None:
    page = pdf.pages[0].obj
    packed = Stream(pdf, b"")
    packed.write(zlib.compress(b"q Q") + text.encode("latin-1"), filter=Name.FlateDecode)
    page.Contents = Array([page.Contents, pdf.make_indirect(packed)])


def name_of_a_form(pdf: pikepdf.Pdf, text: str) -> None:
    form_xobject(pdf, "Forme")
    pdf.pages[0].obj.Resources.XObject.Fx.Name = Name("/" + text)


CASES = (
    profile_of_a_colour_space, profile_in_utf16, comment_of_a_function, font_program,
    code_that_stands_for_a_name, words_that_are_no_operator, behind_the_end_of_a_packed_stream,
    name_of_a_form,
)  # fmt: skip


@pytest.mark.parametrize("inject", CASES, ids=lambda case: case.__name__)
def test_a_name_there_is_caught_and_its_twin_is_clean(tmp_path: Path, inject: files.Inject) -> None:
    original, copy = files.pair(tmp_path, inject, NAME)
    report = verify_copy(original, copy, FLOWS, PLAN, format="pdf")
    assert report.leaks
    assert "Quernec" not in repr(report)
    original, copy = files.pair(tmp_path, inject, OTHER)
    report = verify_copy(original, copy, FLOWS, PLAN, format="pdf")
    assert report.sound, report


def test_the_name_of_a_glyph_is_no_text() -> None:
    # « Macron » is a name, and what fonts call a sign.
    from redactor.formats.pdf import programs

    assert "macron" in programs.glyph_names()
    with pikepdf.new() as pdf:
        program = Stream(pdf, b"%!PS-AdobeFont-1.0\n/Notice (macron) def")
        program.Length1 = 30
        descriptor = Dictionary(Type=Name.FontDescriptor, FontFile=pdf.make_indirect(program))
        pdf.Root.Somewhere = pdf.make_indirect(descriptor)
        assert not programs.blank(pdf, ["Macron"])
        assert programs.blank(pdf, ["Notice", "Macron"]) is False  # a key of the language
