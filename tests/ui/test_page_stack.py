"""Pages under one another: guessed sizes are put right without losing the place."""

from redactor.ui.page_stack import GAP, PageStack

A4, A3 = (595.0, 842.0), (842.0, 1191.0)


def test_the_first_size_learnt_stands_for_all() -> None:
    stack = PageStack([A4] * 3)
    assert stack.learn(2, A3)
    assert [stack.size(page) for page in (1, 2, 3)] == [A3] * 3


def test_later_sizes_are_each_page_s_own() -> None:
    stack = PageStack([A4] * 3)
    assert not stack.learn(1, A4)
    assert stack.learn(2, A3)
    assert [stack.size(page) for page in (1, 2, 3)] == [A4, A3, A4]
    assert stack.top(3) == stack.top(2) + A3[1] + GAP
    assert stack.width == A3[0]


def test_the_pages_near_a_band_end_with_the_document() -> None:
    stack = PageStack([A4] * 3)
    assert list(stack.near(0, 100, 1)) == [1, 2]
    assert list(stack.near(stack.top(3), stack.bottom, 1)) == [2, 3]
    assert stack.at(stack.top(2), stack.top(2) + 10) == 2
