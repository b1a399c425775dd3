"""A file's pages are the same ones however often its objects are let go."""

from pathlib import Path

import pikepdf

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


def test_a_page_that_stands_twice_in_the_tree(tmp_path: Path) -> None:
    numbered(tmp_path / "a.pdf", _AT_ONCE)
    data = (tmp_path / "a.pdf").read_bytes()
    assert data.count(b" 22 0 R ]") == 1, "the last page"
    twice = data.replace(b" 22 0 R ]", b"  3 0 R ]")
    with Objects(twice, None) as file:
        file.let_go(_AT_ONCE)
        assert [int(file.page(n).Order) for n in range(_AT_ONCE)] == [*range(_AT_ONCE - 1), 0]
