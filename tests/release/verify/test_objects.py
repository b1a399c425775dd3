"""A file's pages are the same ones however often its objects are let go."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array

from redactor.release.verify.objects import _AT_ONCE, Objects


def numbered(path: Path, pages: int) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    for number in range(pages):
        pdf.add_blank_page()
        pdf.pages[number].obj.Order = number
    pdf.pages[0].obj.Parent.Rotate = 90
    pdf.save(path)
    return pdf


def test_objects_are_let_go_after_some_pages_and_read_again(tmp_path: Path) -> None:
    numbered(tmp_path / "a.pdf", 2 * _AT_ONCE)
    with Objects(tmp_path / "a.pdf", None) as file:
        first = file.pdf
        file.let_go(_AT_ONCE - 1)
        assert file.pdf is first
        file.let_go(_AT_ONCE)
        assert file.pdf is not first
        assert [int(file.page(n).Order) for n in range(2 * _AT_ONCE)] == [*range(2 * _AT_ONCE)]


def test_a_page_keeps_what_it_inherits_above_it(tmp_path: Path) -> None:
    numbered(tmp_path / "a.pdf", 1)
    with Objects(tmp_path / "a.pdf", None) as file:
        assert "/Rotate" not in file.page(0)


@pytest.mark.parametrize("how", ["twice", "in the tree itself"])
def test_a_page_that_the_file_gives_no_number_of_its_own_stays(tmp_path: Path, how: str) -> None:
    numbered(tmp_path / "whole.pdf", _AT_ONCE)
    with pikepdf.open(tmp_path / "whole.pdf", inherit_page_attributes=False) as pdf:
        tree = pdf.Root.Pages
        kids = list(tree.Kids)
        last = kids[0] if how == "twice" else pikepdf.Dictionary(kids[0])
        tree.Kids = Array([*kids[:-1], last])
        pdf.save(tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf", inherit_page_attributes=False) as pdf:
        kids = list(pdf.Root.Pages.Kids)
        assert not kids[-1].is_indirect or kids[-1].objgen == kids[0].objgen, "the trap is not set"
    with Objects(tmp_path / "a.pdf", None) as file:
        file.let_go(_AT_ONCE)
        assert [int(file.page(n).Order) for n in range(_AT_ONCE)] == [*range(_AT_ONCE - 1), 0]
