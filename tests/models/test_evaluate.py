"""The command: every file, every detector, with the do-nothing one beside."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from models import evaluate
from models.corpora import ChangedCorpus, listed, passages

Run = Callable[..., str]
"""The command, by its arguments; what it printed."""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*args: str) -> str:
        monkeypatch.setattr(sys, "argv", ["evaluate", *args])
        evaluate.main()
        return capsys.readouterr().out

    return command


def test_all_labels_of_json_lines_are_reported(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    spans = [{"start": 3, "end": 8, "label": "person"}, {"start": 10, "end": 17, "label": "email"}]
    path.write_text(json.dumps({"text": "Me Lanvo <a@b.fr>", "spans": spans}) + "\n", "utf-8")
    out = run(str(path), "--with", "nothing")
    assert "PERSON" in out
    assert "EMAIL" in out
    assert "0.000" in out


def test_our_people_are_scored_by_category(run: Run) -> None:
    out = run("models/eval/documents.txt", "--with", "ours")
    assert "nothing" in out
    assert "tableaux" in out


def test_a_text_without_people_gives_a_rate(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "loi.txt"
    path.write_text("Article L. 1 Le conseil municipal délibère.\n", "utf-8")
    assert "0 in 7 words: 0.00 per 10,000" in run("--nobody", str(path), "--with", "nothing")


def test_a_changed_corpus_is_refused(tmp_path: Path) -> None:
    import random

    first = listed()[0]
    (tmp_path / first.file).write_text("# text = Autre chose.\n", "utf-8")
    with pytest.raises(ChangedCorpus, match="not the file that is listed"):
        passages(tmp_path, random.Random(1), 10)


def test_an_absent_corpus_is_passed_over(tmp_path: Path) -> None:
    import random

    assert passages(tmp_path, random.Random(1), 10) == []


def test_every_corpus_has_a_free_licence() -> None:
    for corpus in listed():
        assert corpus.licence
        assert "NC" not in corpus.licence.replace("Licence", "")
        assert len(corpus.sha256) == 64
