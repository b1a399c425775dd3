"""The worked examples of CONTRIBUTING work."""

import re
from pathlib import Path

import pytest

from redactor.detect import records
from redactor.law.decisions import Decision
from redactor.law.profile import load

PAGE = Path(__file__).parents[2] / "CONTRIBUTING.md"


def example(name: str) -> str:
    found = re.search(
        rf"<!-- example: {name} -->\n```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S
    )
    assert found
    return found[1]


def test_the_label_finds_its_examples_and_leaves_its_counter_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "labels.toml").write_text(example("label"), "utf-8")
    monkeypatch.setattr(records, "resource", lambda _: tmp_path)
    (rule,) = records.load_labels()
    for text in rule.examples:
        (marked,) = re.findall(r"\[\[(.*?)\]\]", text)
        plain = re.sub(r"\[\[(.*?)\]\]", r"\1", text)
        (found,) = records.labelled(plain, (rule,))
        assert plain[found.start : found.end] == marked
    assert [list(records.labelled(text, (rule,))) for text in rule.counter] == [[]]


def test_the_profile_is_read_and_states_only_its_differences(tmp_path: Path) -> None:
    path = tmp_path / "ministere.toml"
    path.write_text(example("profile"), "utf-8")
    mine, publication = load(path), load("publication")
    changed = {row for row in mine.decisions if mine.decisions[row] != publication.decisions[row]}
    assert changed == {"person:agent"}
    assert mine.decisions["person:agent"] is Decision.OCCULT
    assert mine.options.second_reader
