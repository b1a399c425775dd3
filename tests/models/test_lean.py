"""Leaning towards people: more of them, by the same network."""

import json
import sys
from pathlib import Path

import pytest

from models import lean
from models.scoring import read
from redactor.detect import model
from redactor.paths import weights


def test_more_people_are_seen() -> None:
    texts = [item.text for item in read(Path("models/eval/versements.txt"))][:8]
    nlp = model.load()

    def people() -> int:
        return sum(e.label_ == "PER" for text in texts for e in nlp(text).ents)

    before = people()
    assert before
    lean.lean(nlp, 2.0)
    assert people() > before


def test_other_actions_are_refused() -> None:
    nlp = model.bare()
    nlp.add_pipe("ner").add_label("PER")
    nlp.initialize()
    with pytest.raises(ValueError, match="other actions"):
        lean.lean(nlp, 1.0)


def test_the_weights_say_how_far_they_lean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    arguments = ["lean", str(weights("ner")), "--by", "0.5", "--out", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", arguments)
    lean.main()
    facts = json.loads((tmp_path / "training.json").read_text("utf-8"))
    ours = json.loads((weights("ner") / "training.json").read_text("utf-8"))
    assert facts["leant"] == ours["leant"] + 0.5
    assert facts["model_sha256"] != ours["model_sha256"]
