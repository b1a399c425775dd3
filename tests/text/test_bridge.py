"""Words that a page or a column cuts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text.bridge import bridges
from redactor.text.flow import Channel, Flow


def pages(*texts: tuple[int, str]) -> list[Flow]:
    return [Flow(f"p{page}.{n}", text, page=page) for n, (page, text) in enumerate(texts)]


CUT = pages(
    (1, "Commune de Kervent"),
    (1, "Le conseil entend M. Yann Kermar-"),
    (1, "Page 1 sur 2"),
    (2, "Commune de Kervent"),
    (2, "rec pour la réfection du lavoir."),
)


def test_a_word_is_whole_over_headers_and_footers() -> None:
    (bridge,) = bridges(CUT)
    start = bridge.flow.text.index("Kermar")
    parts = bridge.over(start, bridge.flow.text.index("rec") + 3)
    assert parts is not None
    first, second = parts
    assert CUT[1].text[first.start : first.end] == "Kermar-"
    assert CUT[4].text[second.start : second.end] == "rec"


def test_what_stands_on_one_side_is_no_cut() -> None:
    (bridge,) = bridges(CUT)
    assert bridge.over(0, 10) is None
    assert bridge.over(len(bridge.flow.text) - 5, len(bridge.flow.text)) is None


def test_capitals_go_on_in_capitals() -> None:
    (bridge,) = bridges(pages((1, "Mme KERMAR-"), (2, "Commune de Kervent"), (2, "REC, agent")))
    assert bridge.second.text == "REC, agent"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Le conseil entend M. Yann Kermar-", "Commune de Kervent"),
        ("Le conseil entend M. Yann Kermarrec", "et lui répond."),
        ("Ordre du jour –", "rapport annuel"),
        ("Le prix est de 12-", "quinze euros"),
    ],
)
def test_a_line_that_begins_anew_is_none(first: str, second: str) -> None:
    flows = pages((1, first), (2, second))
    found = [bridge.flow.text for bridge in bridges(flows)]
    assert not found or first.endswith("12-"), "a number may be a word's beginning"


def test_a_text_does_not_go_on_two_pages_later() -> None:
    assert not list(bridges(pages((1, "M. Yann Kermar-"), (3, "rec pour la réfection"))))


def test_a_column_goes_on_in_the_next_block_only() -> None:
    near = pages((1, "M. Yann Kermar-"), (1, "rec pour la réfection"), (1, "x"), (1, "y"), (1, "z"))
    assert len(list(bridges(near))) == 1
    far = pages((1, "M. Yann Kermar-"), (1, "Budget"), (1, "rec pour"), (1, "y"), (1, "z"))
    assert not list(bridges(far))


def test_hidden_places_have_no_pages_to_turn() -> None:
    assert not list(
        bridges([Flow("a", "Kermar-", Channel.METADATA), Flow("b", "rec", Channel.METADATA)])
    )


@given(
    st.text(max_size=700),
    st.text("abcdé", min_size=2, max_size=9),
    st.text("abcdé", min_size=1, max_size=9),
    st.text(max_size=700),
)
def test_spans_over_a_cut_are_in_their_flows(before: str, head: str, tail: str, after: str) -> None:
    flows = pages((1, f"{before} {head}-"), (2, f"{tail} {after}"))
    (bridge,) = bridges(flows)
    at = bridge.flow.text.index(f"{head}-\n{tail}")
    spans = bridge.over(at, at + len(head) + 2 + len(tail))
    assert spans is not None
    said = [flow.text[span.start : span.end] for flow, span in zip(flows, spans, strict=True)]
    assert said == [f"{head}-", tail]
