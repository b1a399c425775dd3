"""Marks from boxes, places from points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.formats.base import PageLayout
from redactor.text.flow import Span
from redactor.ui.geometry import (
    caret_at,
    marks,
    marks_of,
    moved_by_word,
    spans_between,
    trimmed,
    visible_pages,
    word_at,
)


def line(text: str, x: float, y: float) -> list[tuple[float, float, float, float]]:
    return [(x + 6 * i, y, x + 6 * i + 6, y + 12) for i in range(len(text))]


LAYOUT = PageLayout(1, 600, 800, {"a": line("Noémie", 10, 10), "b": line("Yann", 10, 40)})


def test_letters_of_a_line_make_one_mark() -> None:
    assert marks_of(LAYOUT, Span("a", 0, 6)) == ((10, 10, 46, 22),)


def test_a_name_cut_by_the_end_of_a_line_makes_two_marks() -> None:
    assert len(marks([*line("Noémie", 400, 10), *line("Levain", 10, 24)])) == 2


def test_a_cell_far_away_on_the_same_line_is_another_mark() -> None:
    assert len(marks([*line("Levain", 10, 10), *line("Noémie", 300, 10)])) == 2


def test_characters_that_are_not_drawn_are_passed_over() -> None:
    assert marks([None, (0, 0, 5, 10), None, (5, 0, 10, 10)]) == ((0, 0, 10, 10),)


def test_text_turned_by_a_quarter_makes_one_mark() -> None:
    column = [(10.0, 100.0 - 6 * i, 22.0, 106.0 - 6 * i) for i in range(5)]
    assert marks(column) == ((10, 76, 22, 106),)


def test_the_caret_is_the_character_under_the_point() -> None:
    caret = caret_at(LAYOUT, 17, 15)
    assert caret is not None
    assert (caret.flow, caret.index) == ("a", 1)


def test_a_point_between_lines_belongs_to_the_nearer() -> None:
    caret = caret_at(LAYOUT, 12, 36)
    assert caret is not None
    assert caret.flow == "b"


def test_there_is_no_caret_far_from_any_character() -> None:
    assert caret_at(LAYOUT, 500, 700) is None


def test_a_selection_over_two_flows_is_two_spans() -> None:
    first, last = caret_at(LAYOUT, 29, 15), caret_at(LAYOUT, 17, 45)
    assert first is not None
    assert last is not None
    expected = (Span("a", 3, 6), Span("b", 0, 2))
    assert spans_between(LAYOUT, first, last) == expected
    assert spans_between(LAYOUT, last, first) == expected


@pytest.mark.parametrize(
    ("text", "index", "word"),
    [
        ("M. Jean-Paul d’Orsay.", 5, "Jean-Paul"),
        ("M. Jean-Paul d’Orsay.", 14, "d’Orsay"),
        ("à a.b@c.example, et", 4, "a.b@c.example"),
        ("fin.", 1, "fin"),
        ("a b", 1, " "),
    ],
)
def test_a_double_click_takes_the_word(text: str, index: int, word: str) -> None:
    start, end = word_at(text, index)
    assert text[start:end] == word


@given(st.text(max_size=40), st.data())
def test_what_is_trimmed_has_no_space_at_its_ends(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = trimmed(text, start, end)
    assert start <= low <= high <= end
    assert text[low:high] == text[start:end].strip()


@given(st.text(max_size=40), st.integers(0, 40))
def test_moving_by_a_word_stays_in_the_text(text: str, position: int) -> None:
    position = min(position, len(text))
    assert position <= moved_by_word(text, position, 1) <= len(text)
    assert 0 <= moved_by_word(text, position, -1) <= position


@given(st.lists(st.floats(10, 1000), min_size=1, max_size=30), st.floats(0, 5000))
def test_the_visible_pages_are_those_that_meet_the_band(heights: list[float], top: float) -> None:
    tops = [sum(heights[:i]) + 10 * i for i in range(len(heights))]
    bottom = top + 500
    expected = [
        i
        for i, (y, height) in enumerate(zip(tops, heights, strict=True))
        if y <= bottom and y + height >= top
    ]
    assert list(visible_pages(tops, heights, top, bottom)) == expected
