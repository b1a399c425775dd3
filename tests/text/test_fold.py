import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text.fold import Finder, find_all, fold, folded, folded_text


def found(needle: str, text: str) -> list[str]:
    return [text[start:end] for start, end in find_all(needle, text)]


@pytest.mark.parametrize(
    "text",
    [
        "NOÉMIE LEVRAULT",
        "noemie levrault",
        "Noe\u0301mie Levrault",
        "Noémie\u00a0Levrault",
        "Noémie \n  Levrault",
        "No\u00adémie Lev\u200brault",
        "Noé-\nmie Levrault",
        "Noé\u00ad\nmie Lev\u00ad\n  rault",
        "No%C3%A9mie%20Levrault",
        "No%25C3%25A9mie%2520Levrault",
        "No%E9mie+Levrault",
        "No=C3=A9mie Lev=\nrault",
        "No&eacute;mie&#32;Levrault",
        r"No\u00e9mie Levrault",
    ],
)
def test_a_name_is_found_whole_however_it_is_written(text: str) -> None:
    assert found("Noémie Levrault", f"« {text} »") == [text]


@pytest.mark.parametrize("text", ["Levraultier", "xLevrault", "Levrault2", "éLevrault"])
def test_a_name_inside_a_word_is_another_word(text: str) -> None:
    assert found("Levrault", text) == []


@pytest.mark.parametrize("before", ["_", "-", ".", "@", "'", "’", ">", "("])
def test_marks_are_boundaries(before: str) -> None:
    assert found("Levrault", f"x{before}Levrault{before}x") == ["Levrault"]


def test_the_mark_of_a_note_is_no_part_of_the_name() -> None:
    assert fold("Levrault¹") == "levrault1", "the trap: a raised digit decomposes to a digit"
    assert found("Levrault", "Mme Levrault¹, ²Levrault") == ["Levrault", "Levrault"]
    assert found("Levrault", "Rene\u0301¹ Levrault¹².") == ["Levrault"]
    assert found("René Levrault", "René¹ Levrault¹².") == ["René¹ Levrault"]
    assert found("Levrault", "Levrault2") == []
    assert found("Levrault", "Levrault²bis") == []
    assert found("m2", "120 m²") == ["m²"]


def test_a_hyphen_at_a_line_end_is_read_both_ways() -> None:
    assert found("Jean-Pierre", "M. Jean-\nPierre") == ["Jean-\nPierre"]
    assert found("Jeanpierre", "M. Jean-\nPierre") == ["Jean-\nPierre"]
    assert found("Pierre", "M. Jean-\nPierre") == ["Pierre"]


def test_only_the_matched_part_of_an_address_goes() -> None:
    assert found("Levrault", "noemie.levrault@exemple.fr") == ["levrault"]


def test_base64_goes_by_whole_groups() -> None:
    token = base64.b64encode("Madame Levrault, présente".encode()).decode()
    (piece,) = found("Levrault", f"corps : {token}")
    assert b"Levrault" in base64.b64decode(piece + "=" * (-len(piece) % 4))


def test_ligatures_and_double_letters() -> None:
    assert found("Œuvrard", "OEUVRARD, œuvrard") == ["OEUVRARD", "œuvrard"]
    assert found("Lafite", "La\ufb01te") == ["La\ufb01te"]


def test_an_accent_written_apart_goes_with_its_letter() -> None:
    text = "Rene\u0301"
    assert found("René", text) == [text]


def test_letters_set_apart_are_a_word() -> None:
    assert found("Levrault", "Mme L e v r a u l t, L  E  V  R  A  U  L  T") == [
        "L e v r a u l t",
        "L  E  V  R  A  U  L  T",
    ]


def test_an_empty_needle_finds_nothing() -> None:
    assert find_all("", "x") == []
    assert find_all("\u00ad ", "x") == []


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", " \n \t\n  "])
def test_a_blank_line_ends_a_paragraph_and_a_name(gap: str) -> None:
    assert found("Noémie Levrault", f"Noémie\nLevrault, Noémie{gap}Levrault") == [
        "Noémie\nLevrault"
    ]
    assert found("Levrault", f"Noémie{gap}Levrault") == ["Levrault"]


def test_many_needles_in_one_pass_keep_their_keys() -> None:
    finder = Finder({"a": "Levrault", "b": "Noémie Levrault", "c": "absent"})
    assert finder.find("Noémie Levrault") == [("b", 0, 15), ("a", 7, 15)]


letters = st.text(
    st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=12
)
anything = st.text(max_size=40)


@given(anything)
def test_every_folded_character_has_an_origin(text: str) -> None:
    view = folded(text)
    assert len(view.text) == len(view.starts) == len(view.ends)
    assert all(0 <= s < e <= len(text) for s, e in zip(view.starts, view.ends, strict=True))
    assert list(view.starts) == sorted(view.starts)


@given(anything)
def test_the_quick_reading_is_the_one_with_places(text: str) -> None:
    assert folded_text(text) == folded(text).text


# A blank line folds to a line's end, which folds to a space: two texts that a person reads apart.
@given(anything.filter(lambda text: "\n" not in fold(text)))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(letters, anything, anything)
def test_what_stands_apart_is_found(needle: str, before: str, after: str) -> None:
    if not fold(needle):
        return
    text = f"{before} {needle} {after}"
    spans = find_all(needle, text)
    assert any(s <= len(before) + 1 and e >= len(before) + 1 + len(needle) for s, e in spans)


@given(
    st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=12),
    st.text("⁰¹²³⁴⁵⁶⁷⁸⁹", min_size=1, max_size=3),
    st.booleans(),
)
def test_the_mark_of_a_note_stays_where_the_name_goes(name: str, mark: str, first: bool) -> None:
    if not fold(name):
        return
    text = f"M. {mark}{name}, né" if first else f"M. {name}{mark}, né"
    start = text.index(name)
    assert (start, start + len(name)) in find_all(name, text)


@given(letters)
def test_percent_encoding_hides_nothing(needle: str) -> None:
    if not fold(needle):
        return
    text = f"https://exemple.fr/?q={quote(needle)}&x=1"
    start = text.index("q=") + 2
    assert (start, len(text) - 4) in find_all(needle, text)
