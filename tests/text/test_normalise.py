"""The normalised view reads well, and every span found in it maps back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text.normalise import Normalised, restore_case

AWKWARD = st.text(
    st.sampled_from("aéÉzZ -\n\u00ad\u00a0\u202fﬁœŒ'’.@\u0301\u0300İß²½\u200b\ufeff1 c "),
    max_size=60,
)


@pytest.mark.parametrize(
    ("original", "view"),
    [
        ("Le\u00advain", "Levain"),
        ("recon-\nduction", "reconduction"),
        ("Jean-\nBaptiste", "Jean-Baptiste"),
        ("VANDER-\nMEERSCH", "VANDER-MEERSCH"),
        ("oﬃciel ﬁché", "officiel fiché"),
        ("Noe\u0301mie", "Noémie"),
        ("M.\u00a0Durand", "M. Durand"),
        ("c a d a @ c a d a . f r", "cada@cada.fr"),
        ("L E V A I N   N o é m i e", "LEVAIN Noémie"),
        ("d’Hauteville", "d'Hauteville"),
        ("\ufeffBonjour", "Bonjour"),
    ],
)
def test_reads_as_a_person_would(original: str, view: str) -> None:
    assert original != view
    assert Normalised.of(original).text == view


@pytest.mark.parametrize(
    "text", ["il y a un mois", "1 2 3 4 5 6", "a) b) c) d)", "5 m²", "- un\n- deux"]
)
def test_leaves_alone_what_is_no_spaced_word(text: str) -> None:
    assert Normalised.of(text).text == text


def test_a_broken_name_maps_to_all_its_characters() -> None:
    original = "de Mme Vander-\nmeersch, hier"
    view = Normalised.of(original)
    start = view.text.index("Vandermeersch")
    span = view.to_origin(start, start + len("Vandermeersch"))
    assert original[slice(*span)] == "Vander-\nmeersch"


@given(st.one_of(AWKWARD, st.text(max_size=40)))
def test_the_map_is_monotone_and_covers(text: str) -> None:
    view = Normalised.of(text)
    assert len(view.text) == len(view.starts) == len(view.ends)
    covered = 0
    previous = (0, 0)
    for start, end in view.origin:
        assert 0 <= start < end <= len(text)
        assert start >= previous[0]
        assert end >= previous[1]
        assert start <= covered, "a gap that no character of the view accounts for"
        covered, previous = max(covered, end), (start, end)
    if view.text:
        assert covered == len(text)


@given(st.text(max_size=60))
def test_restored_case_keeps_every_place(text: str) -> None:
    restored = restore_case(text)
    assert len(restored) == len(text)
    assert restored.casefold() == text.casefold() or not text.isascii()


def test_capitals_become_names() -> None:
    assert (
        restore_case("DÉCISION DE MME CHRISTELLE LE BIHAN") == "Décision De Mme Christelle Le Bihan"
    )
    assert restore_case("P. MORVAN et Mme Durand") == "P. Morvan et Mme Durand"
