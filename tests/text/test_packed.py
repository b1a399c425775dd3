"""Packed values are those that were packed, wherever one looks."""

import pickle
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from redactor.text.flow import Cell, Channel, Flow, Kind
from redactor.text.packed import Packed

FLOWS = st.builds(
    Flow,
    id=st.text(),
    text=st.text(),
    channel=st.sampled_from(Channel),
    page=st.none() | st.integers(1, 9),
    kind=st.sampled_from(Kind),
    level=st.integers(0, 9),
    cell=st.none() | st.builds(Cell, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
    place=st.text(),
    joined=st.text(),
    beside=st.text(),
    walls=st.lists(st.integers(0, 99)).map(tuple),
)


@given(st.lists(FLOWS, max_size=5).map(lambda some: some * 40))
def test_what_is_packed_comes_out(flows: list[Flow]) -> None:
    packed: Sequence[Flow] = Packed(iter(flows))
    assert list(packed) == list(packed) == flows
    assert pickle.loads(pickle.dumps(flows)) == flows


@given(
    st.integers(0, 200),
    st.none() | st.integers(-300, 300),
    st.none() | st.integers(-300, 300),
    st.integers(-3, 3).filter(bool),
)
def test_it_is_sliced_and_indexed_as_a_tuple(
    length: int, start: int | None, stop: int | None, step: int
) -> None:
    values = tuple(range(length))
    packed = Packed(values)
    assert len(packed) == length
    assert packed[start:stop:step] == values[start:stop:step]
    assert [packed[at] for at in range(-length, length)] == [*values, *values]


def test_long_texts_of_one_kind_are_held_in_a_fifth() -> None:
    flows = [Flow(f"p1.{n}", f"Le présent avis n° {n} est notifié. " * 9) for n in range(500)]
    packed = pickle.dumps(Packed(flows))
    assert len(packed) < sum(len(flow.text) for flow in flows) / 5
