"""The second model's training: the same documents give the same weights; what it is told."""

from pathlib import Path

import pytest

from models import train_crf
from models.scoring import Item
from redactor.detect.crf import Reader
from redactor.detect.crf_features import tokens
from redactor.detect.lexicon import Lexicon

TEXT = "Mme Kerlann Maud habite 4 rue du Pont, 29200 Brest.\n"


def told(item: Item) -> list[str]:
    return train_crf.labels(item, tokens(item.text))


def test_a_thing_begins_once_and_goes_on() -> None:
    item = Item(TEXT, ((4, 16, "person"),), "all")
    assert TEXT[4:16] == "Kerlann Maud"
    assert told(item)[:4] == ["O", "B-person", "I-person", "O"]


def test_what_may_be_proposed_or_not_is_nothing_but_for_addresses() -> None:
    maybe = ((4, 16, "person"), (24, 50, "address"))
    assert TEXT[24:50] == "4 rue du Pont, 29200 Brest"
    labels = told(Item(TEXT, (), "all", maybe))
    assert set(labels) == {"O", "B-address", "I-address"}


def test_texts_of_nobody_name_nobody() -> None:
    items = list(train_crf.of_nobody(None))
    assert sum(len(item.text) for item in items) > 10_000
    assert not any(item.spans for item in items)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.txt"
    names = ("Kerlann", "Maud Riou", "Bosser", "Le Goff", "Madec", "Quéré")
    home = "[[address:4 rue du Pont, 29200 Brest]]"
    path.write_text("".join(f"Mme [[{name}]] habite {home}.\n" for name in names), "utf-8")
    return path


def test_the_same_documents_give_the_same_weights(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train_crf, "NOBODY", ())
    monkeypatch.setattr(train_crf, "LABELS", ("person", "address"))
    one, two = tmp_path / "one", tmp_path / "two"
    for out in (one, two):
        train_crf.train([small], None, out)
    assert (one / "crf.npz").read_bytes() == (two / "crf.npz").read_bytes()
    reading = Reader(Lexicon.load(), one).read("Mme Abgrall habite 4 rue du Pont, 29200 Brest.")
    assert [f"{item.start}-{item.end}" for item in reading.of("person")] == ["4-11"]
