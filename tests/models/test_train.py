"""Training: small, but the real one, from the stock model."""

import json
import sys
from pathlib import Path

import pytest
from spacy.language import Language

from models import train
from models.documents import UNKNOWN
from models.synthesis import Annotated
from redactor.detect import model


@pytest.fixture(scope="module")
def nlp() -> Language:
    return model.load(model.stock())


def run(monkeypatch: pytest.MonkeyPatch, out: Path) -> dict[str, object]:
    arguments = ["train", "--texts", "300", "--windows", "60", "--out", str(out), "--seed", "5"]
    monkeypatch.setattr(sys, "argv", arguments)
    train.main()
    facts: dict[str, object] = json.loads((out / "training.json").read_text("utf-8"))
    return facts


@pytest.mark.slow
def test_the_same_seed_gives_the_same_weights(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = run(monkeypatch, tmp_path / "one")
    two = run(monkeypatch, tmp_path / "two")
    assert one == two
    assert model.load(tmp_path / "one").get_pipe("ner").labels


def test_places_that_the_stock_model_sees_are_kept(nlp: Language) -> None:
    text = "La mairie de Quimper a reçu M. Durfort."
    item = Annotated(text, ((31, 38, "PER"),))
    assert text[31:38] == "Durfort"
    (kept,) = train.with_stock(nlp, [item])
    labels = {text[s:e]: label for s, e, label in kept.spans}
    assert labels["Durfort"] == "PER"
    assert "LOC" in labels.values() or "ORG" in labels.values()


def test_rehearsal_leaves_the_civility_out(nlp: Language) -> None:
    text = "Mme Anne-Laure d'Hauteville est venue."
    assert "Mme" in [e.text.split()[0] for e in nlp(text).ents]  # the stock model's habit
    (item,) = train.rehearsed(nlp, [(text, True)])
    assert [text[s:e] for s, e, _ in item.spans] == ["Anne-Laure d'Hauteville"]


def test_rehearsal_of_a_law_names_nobody(nlp: Language) -> None:
    text = "Angela Merkel est nommée."
    assert any(e.label_ == "PER" for e in nlp(text).ents)
    (item,) = train.rehearsed(nlp, [(text, False)])
    assert item.spans == ()


def entities(item: Annotated, nlp: Language) -> list[str]:
    return [token.ent_type_ or token.ent_iob_ for token in train.example(nlp, item).reference]


def test_a_span_that_cuts_a_word_teaches_nothing_about_it(nlp: Language) -> None:
    assert entities(Annotated("Mme Durfortaise", ((4, 11, "PER"),)), nlp) == ["O", ""]
    assert entities(Annotated("Durfort, agent", ((0, 7, "PER"),)), nlp) == ["PER", "O", "O"]


def test_what_nobody_decided_is_left_open(nlp: Language) -> None:
    assert entities(Annotated("vu par KD", ((7, 9, UNKNOWN),)), nlp) == ["O", "O", ""]
