"""The page's own letters, told from those that a recognised page adds."""

import pytest

from redactor.release.verify.letters import without_layer

OWN, LAYER = "Journal du 14/01", "Rencontre avec le conseil"


@pytest.mark.parametrize("read", ["Rencontre avec le conseil", "conseil Rencontre le avec"])
def test_the_layer_is_taken_off_in_whatever_order_it_is_read(read: str) -> None:
    assert without_layer(f"{OWN}\n{read}", LAYER, OWN).strip() == OWN


def test_letters_that_an_engine_leaves_out_of_the_layer_are_no_change() -> None:
    assert without_layer(f"{OWN}\nRencontr ave le conseil", LAYER, OWN) == OWN


@pytest.mark.parametrize("read", ["Rencontre avec le conseiller", "Kencontre"])
def test_a_letter_more_is_not_the_layer(read: str) -> None:
    text = f"{OWN}\n{read}"
    assert without_layer(text, LAYER, OWN) == text
