import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.release.names import distinct, safe, without_spans
from redactor.text.flow import Span


def test_occulted_text_in_a_name_becomes_a_blank() -> None:
    name = "Lettre Tréguier du 3 mars.pdf"
    assert without_spans(name, [Span("filename", 7, 15)]) == "Lettre _ du 3 mars.pdf"


def test_the_suffix_is_the_format_and_stays() -> None:
    name = "dossier.treguier"
    assert without_spans(name, [Span("filename", 8, 16)]) == name


def test_two_inputs_of_one_name_keep_their_order() -> None:
    assert distinct(["a.pdf", "b.pdf", "a.pdf", "A.PDF"]) == [
        "a.pdf",
        "b.pdf",
        "a-2.pdf",
        "A-3.PDF",
    ]


def test_a_name_already_numbered_is_not_taken_twice() -> None:
    assert distinct(["a.pdf", "a-2.pdf", "a.pdf"]) == ["a.pdf", "a-2.pdf", "a-3.pdf"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a:b?.pdf", "a_b_.pdf"),
        ("CON.pdf", "_CON.pdf"),
        (".pdf", "_.pdf"),
        ("..", "_"),
        ("a. ", "a"),
        ("a/../../b.pdf", "a_.._.._b.pdf"),
    ],
)
def test_a_name_is_made_one_that_every_system_accepts(name: str, expected: str) -> None:
    assert safe(name) == expected


@given(st.lists(st.sampled_from(["a.pdf", "A.pdf", "a-2.pdf", "b", "a-3.pdf"]), max_size=8))
def test_names_are_distinct_whatever_they_were(names: list[str]) -> None:
    given = distinct(names)
    assert len(given) == len({name.casefold() for name in given}) == len(names)
