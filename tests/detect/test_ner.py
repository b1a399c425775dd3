"""The model's two passes: what the first has seen is not read again."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from redactor.detect import model
from redactor.detect.lexicon import Lexicon
from redactor.detect.ner import people


class Counting:
    """Our model, which keeps what it was given to read."""

    def __init__(self) -> None:
        self.nlp = model.load()
        self.read: list[str] = []

    def pipe(self, texts: Iterable[str], batch_size: int) -> Iterator[Any]:
        given = list(texts)
        self.read += given
        return iter(self.nlp.pipe(given, batch_size=batch_size))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def seen(nlp: Counting, text: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    return [(f.detector, text[f.start : f.end]) for f in people(nlp, [text], lexicon)[0]]


def test_a_name_in_capitals_that_was_seen_is_not_read_again(lexicon: Lexicon) -> None:
    nlp = Counting()
    text = "La demande de Mme KERLANN Maud est rejetée."
    assert seen(nlp, text, lexicon) == [("ner", "KERLANN Maud")]
    assert nlp.read == [text]


def test_what_was_seen_over_two_lines_is_read_again(lexicon: Lexicon) -> None:
    text = (
        "Dossier PJ-0331\nVERNAZ ; Loris ; 03/11/2005 ; dossier PJ-0338\n"
        "BELLAÏCHE ; Noémie ; 17/06/2005 ; dossier PJ-0340\nTCHOUPA ; Wilson ; 02/10/2004"
    )
    found = seen(Counting(), text, lexicon)
    over = [name for detector, name in found if detector == "ner" and "\n" in name]
    assert over  # the trap: a number and the surname below, taken for one name
    assert {("ner:restored", name.rpartition("\n")[2]) for name in over} <= set(found)
