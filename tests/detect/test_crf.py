"""The second model: its arithmetic against every path, its features, what it alone sees."""

import hashlib
import itertools
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor import paths
from redactor.detect.crf import TRUSTED, Reader, Scores, probabilities
from redactor.detect.crf_features import Features, around, tokens
from redactor.detect.lexicon import Lexicon

LABELS = 3


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


def by_every_path(piece: Scores, between: Scores) -> Scores:
    """The probabilities by the definition: a sum over all paths."""
    shares = np.zeros_like(piece)
    for path in itertools.product(range(LABELS), repeat=len(piece)):
        weight = np.exp(sum(piece[i, label] for i, label in enumerate(path)))
        for before, after in itertools.pairwise(path):
            weight *= between[before, after]
        for index, label in enumerate(path):
            shares[index, label] += weight
    total: Scores = shares / shares.sum(axis=1, keepdims=True)
    return total


weight = st.floats(-4, 4, width=32)


@given(
    st.lists(
        st.lists(st.lists(weight, min_size=LABELS, max_size=LABELS), min_size=1, max_size=5),
        min_size=1,
        max_size=4,
    ),
    st.lists(weight, min_size=LABELS**2, max_size=LABELS**2),
)
def test_the_probabilities_are_those_of_the_sum_over_all_paths(
    rows: list[list[list[float]]], pairs: list[float]
) -> None:
    pieces = [np.array(piece, np.float32) for piece in rows]
    between = np.exp(np.array(pairs, np.float32).reshape(LABELS, LABELS))
    for piece, shares in zip(pieces, probabilities(pieces, between), strict=True):
        assert np.allclose(shares, by_every_path(piece, between), atol=1e-3)


@given(st.text(alphabet="aÉ1 \t\n;|,.'-\u2028", max_size=80))
def test_every_sign_belongs_to_one_word(text: str) -> None:
    spans = tokens(text)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    covered = {index for start, end in spans for index in range(start, end)}
    assert all(index in covered for index, sign in enumerate(text) if not sign.isspace())


@given(st.text(alphabet="aé1 \t\n;|,2950", max_size=120))
def test_what_lines_tell_is_told_to_words_that_exist(text: str) -> None:
    words = [text[start:end] for start, end in tokens(text)]
    features = Features(_EMPTY)
    keys = [features.key(word) for word in words]
    assert all(0 <= low < high <= len(words) for low, high, _ in around(words, keys))


_EMPTY = Lexicon(*(frozenset() for _ in range(6)))


def test_a_word_is_told_the_head_of_its_column() -> None:
    text = "Nom;Adresse;Reçu\nKerlann;Le Serre;oui\n"
    words = [text[start:end] for start, end in tokens(text)]
    told = {
        words[index]: attributes
        for low, high, attributes in around(words, [""] * len(words))
        for index in range(low, high)
        if attributes[0].startswith("col:")
    }
    assert told["Serre"] == ["col:adresse"]
    assert "Adresse" not in told


def test_what_was_met_before_changes_nothing(reader: Reader, lexicon: Lexicon) -> None:
    text = "Mme Kerlann Maud, 4 rue du Pont, 29200 Brest, née le 3 mai 1984"
    list(reader.read("KERLANN\tMaud\n" * 50).of("person"))
    met = [*reader.read(text).of("person"), *reader.read(text).of("address")]
    fresh = Reader(lexicon).read(text)
    assert met
    assert met == [*fresh.of("person"), *fresh.of("address")]


@pytest.mark.parametrize("text", ["", "\n", "…"])
def test_a_text_without_words_holds_nothing(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert not [*reading.of("person"), *reading.beside_people()]
    assert reading.share("person", 0, 1) < 0.5


def test_the_form_that_a_thing_must_have_is_asked(reader: Reader) -> None:
    """« Ier L. 311-2 » looked like a name at the head of a line of law."""
    _, form = TRUSTED["person"]
    assert form.fullmatch("Ba")
    assert not form.fullmatch("Ier L.")
    assert not form.fullmatch("B.-")


def test_the_weights_are_those_that_were_trained() -> None:
    folder = paths.weights("crf")
    told = json.loads((folder / "training.json").read_text("utf-8"))
    assert hashlib.sha256((folder / "crf.npz").read_bytes()).hexdigest() == told["model_sha256"]
