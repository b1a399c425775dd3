"""The templates: enough, sound, readable by the generator, and apart from the evaluation."""

import random
import re
from pathlib import Path

import pytest

from models.names.build import excluded_words, words_of
from models.names.pools import WEIGHTS, fold, load_pools
from models.scoring import read
from models.synthesis import Style, Synthesis, load_styles

EVALUATION = Path("models/eval/documents.txt")
STYLES = load_styles()
NOBODY = {"negatifs", "choses", "machines", "eponymes", "entetes", "enumerations"}


def test_there_are_enough_and_none_twice() -> None:
    texts = [t.text for s in STYLES for t in s.templates]
    assert len(set(texts)) >= 400
    assert len(STYLES) >= 8
    twice = {t for t in texts if texts.count(t) > 1}
    assert not twice


@pytest.mark.parametrize("style", STYLES, ids=lambda s: s.name)
def test_every_template_can_be_filled(style: Style) -> None:
    synthesis = Synthesis(random.Random(1))
    for template in style.templates:
        item = synthesis.fill(template.text)
        assert not re.search(r"\{\w+\}|\[\[|\]\]", item.text), template.text
        people = [item.text[s:e] for s, e, label in item.spans if label == "PER"]
        if "*" not in template.text:
            assert len(people) == template.text.count("[["), template.text
        assert all(p.strip() == p and p for p in people), template.text


def test_the_negatives_name_nobody() -> None:
    negatives = [t for s in STYLES if s.name in NOBODY for t in s.templates]
    assert all("[[" not in t.text for t in negatives)
    assert len(negatives) > 200


def test_a_number_names_one_person_throughout() -> None:
    item = Synthesis(random.Random(3)).fill("[[{NOM1} {Prénom1}]] <{adel1}> et [[{Nom1}]]")
    whole, again = (item.text[s:e] for s, e, _ in item.spans)
    assert fold(again) in fold(whole)


def test_an_unknown_slot_is_an_error() -> None:
    with pytest.raises(KeyError):
        Synthesis(random.Random(1)).fill("{nimporte}")


def test_the_same_seed_gives_the_same_text() -> None:
    template = STYLES[0].templates[0].text
    one, two = (Synthesis(random.Random(9)).fill(template) for _ in range(2))
    assert one == two


def test_every_origin_has_names() -> None:
    pools = load_pools()
    for origin in WEIGHTS:
        if origin != "coined":
            assert len(pools[origin].first) > 20
            assert len(pools[origin].last) > 50


def test_no_surname_of_the_evaluation_is_in_the_lists() -> None:
    used = excluded_words([EVALUATION])
    assert "kervadec" in used
    for origin, pool in load_pools().items():
        assert not [n for n in pool.last if used & words_of(n)], origin


def test_no_evaluation_text_is_a_template() -> None:
    def shape(text: str) -> str:
        return re.sub(r"\W+", " ", re.sub(r"\[\[.*?\]\]|\{.*?\}", "", text)).strip().lower()

    templates = {shape(t.text.replace("\\n", "\n")) for s in STYLES for t in s.templates}
    for line in EVALUATION.read_text("utf-8").splitlines():
        bare = shape(line.replace("\\n", "\n"))
        assert len(bare) < 25 or bare not in templates, line


def test_the_second_evaluation_is_large() -> None:
    items = read(EVALUATION)
    assert sum(s[2] == "person" for i in items for s in i.spans) >= 300
    assert EVALUATION.read_text("utf-8").count("]]-NOT") >= 60
