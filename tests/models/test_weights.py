"""The trained weights: ours alone, quick to load, and they see what the stock model misses."""

import json
import subprocess
import sys

import pytest
from spacy.language import Language

from redactor.detect import model
from redactor.paths import weights


@pytest.fixture(scope="module")
def ours() -> Language:
    return model.load()


@pytest.fixture(scope="module")
def stock() -> Language:
    return model.load(model.stock())


def people(nlp: Language, text: str) -> list[str]:
    return [e.text for e in nlp(text).ents if e.label_ == "PER"]


def test_only_the_ner_is_stored() -> None:
    folder = weights("ner")
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    assert size < 8_000_000  # the word vectors alone would be 24 MB
    assert (folder / "training.json").exists()


def test_the_stored_model_is_the_one_that_its_card_names() -> None:
    import hashlib

    folder = weights("ner")
    facts = json.loads((folder / "training.json").read_text("utf-8"))
    digest = hashlib.sha256((folder / "ner" / "model").read_bytes()).hexdigest()
    assert digest == facts["model_sha256"]


def test_the_word_vectors_are_those_of_the_stock_package(ours: Language) -> None:
    assert ours.vocab["mairie"].has_vector


def test_the_slow_tokenizer_is_never_imported() -> None:
    # Compiling it takes four of the five seconds of loading: see redactor/detect/model.py.
    code = (
        "import sys; from redactor.detect import model; model.load();"
        "sys.exit('spacy.lang.fr' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_numpy_multiplies_but_in_training(ours: Language) -> None:
    def multipliers(nlp: Language) -> set[bool]:
        return {layer.ops.use_blis for layer in nlp.get_pipe("ner").model.walk()}

    assert multipliers(model.load(to_train=True)) == {True}  # a training is to be reproducible
    assert multipliers(ours) == {False}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PRÉSENTS : DURFORT, LANVAUX, QUERRIEN", "QUERRIEN"),
        ("QUERRIEN Maëlle\tBrest\t12,5", "QUERRIEN Maëlle"),
        ("NOM : DURFORT\nPRÉNOM : Éloi", "DURFORT"),
        ("ARRÊTÉ PLAÇANT MADAME ÉLOÏSE DURFORT EN DISPONIBILITÉ", "ÉLOÏSE DURFORT"),
    ],
)
def test_a_name_that_the_stock_model_misses(
    ours: Language, stock: Language, text: str, name: str
) -> None:
    assert name not in people(stock, text)  # the trap
    assert name in people(ours, text)


@pytest.mark.parametrize(
    "text",
    [
        "L'école Éloi Durfort est fermée.",
        "La réunion aura lieu 12 rue Éloi Durfort à Brest.",
        "Bonjour,",
        "Cordialement",
        "Nom\tPrénom\tDate de naissance",
        "Monsieur le Maire,",
        "Le marché est attribué à la SARL Durfort et Fils.",
    ],
)
def test_what_names_nobody_stays(ours: Language, text: str) -> None:
    assert people(ours, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Angela Merkel a rencontré le Premier ministre à Berlin.", "Angela Merkel"),
        ("Le roman de Victor Hugo paraît en 1862.", "Victor Hugo"),
    ],
)
def test_what_the_stock_model_knew_is_not_forgotten(
    ours: Language, stock: Language, text: str, name: str
) -> None:
    assert name in people(stock, text)
    assert name in people(ours, text)
