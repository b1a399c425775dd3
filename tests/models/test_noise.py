"""Whatever happens to a text, its spans stay on the letters that they were on."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import noise
from models.names.pools import fold
from models.synthesis import Annotated

ITEM = Annotated("Vu la demande de M. Éloi Pré-Lanvaux, agent.", ((20, 36, "PER"),))


def spans_of(item: Annotated) -> list[str]:
    return [item.text[s:e] for s, e, _ in item.spans]


def test_the_fixture_marks_the_name() -> None:
    assert spans_of(ITEM) == ["Éloi Pré-Lanvaux"]


@given(st.integers(0, 10_000))
def test_the_span_never_starts_or_ends_with_a_blank(seed: int) -> None:
    item = noise.disturb(ITEM, random.Random(seed))
    (name,) = spans_of(item)
    assert name == name.strip()
    assert item.spans[0][2] == "PER"


@pytest.mark.parametrize("step", [noise.upper, noise.lower, noise.bare, noise.curl, noise.unstop])
def test_a_step_that_keeps_letters_keeps_the_name(step: noise.Step) -> None:
    letters = step(noise.to_letters(ITEM), random.Random(1))
    (name,) = spans_of(noise.from_letters(letters, ["PER"]))
    assert fold(name) == "eloi pre-lanvaux"


def test_a_line_may_break_inside_a_name() -> None:
    broken = set()
    for seed in range(200):
        letters = noise.wrap(noise.to_letters(ITEM), random.Random(seed))
        broken |= {n for n in spans_of(noise.from_letters(letters, ["PER"])) if "\n" in n}
    assert {"Éloi\nPré-Lanvaux", "Éloi Pré-\nLanvaux"} <= broken


@given(
    st.text(min_size=1).flatmap(
        lambda t: st.tuples(
            st.just(t), st.integers(0, len(t) - 1), st.integers(1, len(t)), st.integers(0, 99)
        )
    )
)
def test_there_and_back_is_the_same(drawn: tuple[str, int, int, int]) -> None:
    text, start, size, _ = drawn
    item = Annotated(text, ((start, min(len(text), start + size), "PER"),))
    again = noise.from_letters(noise.to_letters(item), ["PER"])
    assert again.text == text
    if spans_of(again):  # a span of blanks alone is nothing
        assert spans_of(again)[0] == spans_of(item)[0].strip()
