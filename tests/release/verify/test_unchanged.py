"""A page is taken for unchanged only where every object that draws it is the same."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from redactor.formats.base import Plan
from redactor.release.verify import verify_audit, verify_both, verify_copy
from redactor.release.verify.objects import Objects
from redactor.release.verify.pdf_unchanged import Unchanged
from tests.release.verify import pdf_files
from tests.release.verify.pdf_files import FLOWS, PLAN
from tests.release.verify.test_changes import MARKED, highlighted

Edit = Callable[[pikepdf.Pdf], None]


def rich(path: Path) -> Path:
    """A page with a form in a form, an annotation with a look, a layer, inherited resources, and
    forms that lead to each other in a circle."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        page = pdf.pages[0].obj
        inner, outer = Stream(pdf, b"0 0 5 5 re f"), Stream(pdf, b"/Inner Do")
        for each in (inner, outer):
            each.Type, each.Subtype, each.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        inner, outer = pdf.make_indirect(inner), pdf.make_indirect(outer)
        outer.Resources = Dictionary(XObject=Dictionary(Inner=inner))
        inner.Resources = Dictionary(XObject=Dictionary(Outer=outer))
        page.Contents = Stream(pdf, b"/Outer Do (12 0 R) pop " * 20)
        del page["/Resources"]
        page.Parent.Resources = Dictionary(XObject=Dictionary(Outer=outer))
        look = Stream(pdf, b"0 0 3 3 re f")
        note = Dictionary(Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), P=page)
        note.AP = Dictionary(N=pdf.make_indirect(look))
        page.Annots = Array([pdf.make_indirect(note)])
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Fond"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([])))
        pdf.save(path)
    return path


@contextmanager
def compared(folder: Path, edit: Edit, **saving: Any) -> Iterator[Unchanged]:
    original, copy = rich(folder / "original.pdf"), folder / "copy.pdf"
    with pikepdf.open(original) as pdf:
        pdf.make_indirect(Dictionary())
        edit(pdf)
        pdf.save(copy, **saving)
    with Objects(original, None) as before, Objects(copy, None) as after:
        yield Unchanged(before, after)


def nothing(pdf: pikepdf.Pdf) -> None:
    """An edit that is none."""


def test_a_page_stored_in_other_words_is_the_same(tmp_path: Path) -> None:
    saving = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.all}
    with compared(tmp_path, nothing, **saving) as unchanged:
        packed = [file.page(0).Contents for file in (unchanged._before, unchanged._after)]
        assert packed[0].read_raw_bytes() != packed[1].read_raw_bytes()
        assert unchanged.content(0)
        assert unchanged.picture(0)


def test_where_an_annotation_leads_draws_nothing(tmp_path: Path) -> None:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Annots[0].A = Dictionary(S=Name.URI, URI="https://exemple.example")

    with compared(tmp_path, edit) as unchanged:
        assert unchanged.picture(0)


def deep_in_a_form(pdf: pikepdf.Pdf) -> None:
    outer = pdf.pages[0].resources.XObject.Outer
    outer.Resources.XObject.Inner.write(b"0 0 6 5 re f")


def in_a_string(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[0].Contents
    content.write(content.read_bytes().replace(b"12 0 R", b"13 0 R"))


def in_a_dictionary(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].resources.XObject.Outer.BBox[2] = 8


def in_what_is_inherited(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Parent.Rotate = 90


def one_resource_more(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].resources.Pattern = Dictionary()


@pytest.mark.parametrize(
    "edit", [deep_in_a_form, in_a_string, in_a_dictionary, in_what_is_inherited, one_resource_more]
)
def test_a_content_that_differs_anywhere(tmp_path: Path, edit: Edit) -> None:
    with compared(tmp_path, edit) as unchanged:
        assert not unchanged.content(0)
        assert not unchanged.picture(0)


def a_look(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].AP.N.write(b"0 0 4 3 re f")


def a_place(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].Rect[0] = 1


def an_annotation_more(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots.append(Dictionary(Subtype=Name.Square, Rect=Array([0, 0, 9, 9])))


def a_layer_put_out(pdf: pikepdf.Pdf) -> None:
    properties = pdf.Root.OCProperties
    properties.D.OFF.append(properties.OCGs[0])


@pytest.mark.parametrize("edit", [a_look, a_place, an_annotation_more, a_layer_put_out])
def test_a_picture_that_differs_beside_the_content(tmp_path: Path, edit: Edit) -> None:
    with compared(tmp_path, edit) as unchanged:
        assert unchanged.content(0)
        assert not unchanged.picture(0)


def test_a_difference_found_later_speaks_against_what_was_met_before(tmp_path: Path) -> None:
    with compared(tmp_path, deep_in_a_form) as unchanged:
        assert not unchanged.content(0)
        assert not unchanged.content(0)


# --- in a verification -------------------------------------------------------------------


def test_unchanged_pages_are_not_drawn(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    report = verify_copy(original, copy, FLOWS, PLAN, format="pdf")
    assert report.sound
    assert (report.checked["rendered"], report.checked["same"]) == (1, 1)


def test_a_copy_that_is_its_original(tmp_path: Path) -> None:
    original, _ = pdf_files.pair(tmp_path)
    report = verify_copy(original, original, FLOWS, Plan(), format="pdf")
    assert report.sound
    assert report.checked["same"] == 2
    assert not verify_copy(original, original, FLOWS, PLAN, format="pdf").sound


def test_both_copies_at_once_are_judged_as_one_by_one(tmp_path: Path) -> None:
    original, audit = highlighted(tmp_path, "habite")
    copy = original  # leaks, and the highlight is elsewhere
    both = verify_both(original, copy, audit, FLOWS, PLAN, MARKED, format="pdf")
    alone = (
        verify_copy(original, copy, FLOWS, PLAN, format="pdf"),
        verify_audit(original, audit, FLOWS, PLAN, MARKED, format="pdf"),
    )
    assert both == alone
    assert both[0].leaks
    assert both[1].changes


def test_an_audit_copy_with_a_page_less(tmp_path: Path) -> None:
    original, audit = highlighted(tmp_path, pdf_files.NAME)
    with pikepdf.open(audit, allow_overwriting_input=True) as pdf:
        del pdf.pages[1]
        pdf.save(audit)
    report = verify_both(original, original, audit, FLOWS, PLAN, MARKED, format="pdf")[1]
    assert [change.what for change in report.changes] == ["pages"]
