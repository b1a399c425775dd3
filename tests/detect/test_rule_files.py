"""Every rule of the data files finds its examples and leaves its counter-examples alone."""

import re
import tomllib
from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet

from redactor.detect.block import blocks
from redactor.detect.cells import ColumnRule, load_columns
from redactor.detect.pipeline import Detector
from redactor.detect.records import (
    LabelRule,
    ShapeRule,
    labelled,
    load_labels,
    load_shapes,
    shaped,
)
from redactor.detect.roles import RoleRule, load_roles
from redactor.detect.rules import PersonRule, load_rules
from redactor.detect.secret_rules import PHRASES, PLACES, SHAPES, SecretRule
from redactor.detect.secrets import secrets
from redactor.detect.signals import Signal, load_signals
from redactor.detect.tables import new_header
from redactor.law.categories import Category
from redactor.paths import resource
from redactor.text.flow import Flow
from tests.detect.asking import people

_MARKED = re.compile(r"\[\[(.*?)\]\]", re.S)


def unmark(text: str) -> tuple[str, list[str]]:
    """The text without its marks, and the marked names."""
    return _MARKED.sub(r"\1", text), _MARKED.findall(text)


def _cases(rules: Iterable[object], field: str) -> list[ParameterSet]:
    return [
        pytest.param(rule, text, id=f"{getattr(rule, 'id', '')}-{n}")
        for rule in rules
        for n, text in enumerate(getattr(rule, field))
    ]


@pytest.mark.parametrize(("rule", "example"), _cases(load_rules()[0], "examples"))
def test_person_rule_finds_its_example(rule: PersonRule, example: str, detector: Detector) -> None:
    text, names = unmark(example)
    assert names, "an example marks a name"
    found = [f for f in detector.rules.find(text) if f.detector == f"rule:{rule.id}"]
    clean = {text[f.start : f.end] for f in detector.people.clean(text, found)}
    # one cue may serve several rules: this one must find at least one of the marked names
    assert clean & set(names)
    assert clean <= set(names)


@pytest.mark.parametrize(("rule", "counter"), _cases(load_rules()[0], "counter"))
def test_person_rule_leaves_its_counter_example(
    rule: PersonRule, counter: str, detector: Detector
) -> None:
    found = [f for f in detector.rules.find(counter) if f.detector == f"rule:{rule.id}"]
    assert not [counter[f.start : f.end] for f in detector.people.clean(counter, found)]


@pytest.mark.parametrize(("rule", "example"), _cases(load_labels(), "examples"))
def test_label_finds_its_example(rule: LabelRule, example: str) -> None:
    text, values = unmark(example)
    assert {text[f.start : f.end] for f in labelled(text, (rule,))} == set(values)


@pytest.mark.parametrize(("rule", "counter"), _cases(load_labels(), "counter"))
def test_label_leaves_its_counter_example(rule: LabelRule, counter: str) -> None:
    assert not list(labelled(counter, (rule,)))


@pytest.mark.parametrize(("rule", "example"), _cases(load_shapes(), "examples"))
def test_shape_finds_its_example(rule: ShapeRule, example: str) -> None:
    text, values = unmark(example)
    assert [text[f.start : f.end] for f in shaped(text, (rule,))] == values != []


@pytest.mark.parametrize(("rule", "counter"), _cases(load_shapes(), "counter"))
def test_shape_leaves_its_counter_example(rule: ShapeRule, counter: str) -> None:
    assert not list(shaped(counter, (rule,)))


@pytest.mark.parametrize(("rule", "example"), _cases((*PHRASES, *SHAPES, *PLACES), "examples"))
def test_secret_rule_finds_its_example(rule: SecretRule, example: str) -> None:
    text, values = unmark(example)
    assert [m["value"] for m in rule.pattern.finditer(text)] == values != []
    assert values[0] in {text[f.start : f.end] for f in secrets(text)}


@pytest.mark.parametrize(("rule", "counter"), _cases((*PHRASES, *SHAPES, *PLACES), "counter"))
def test_secret_rule_leaves_its_counter_example(rule: SecretRule, counter: str) -> None:
    assert not rule.pattern.search(counter)
    assert not list(secrets(counter))


@pytest.mark.parametrize(("rule", "example"), _cases(load_roles()[0], "examples"))
def test_role_reads_its_clue(rule: RoleRule, example: str) -> None:
    match = _MARKED.search(example)
    assert match
    assert rule.clue(example[: match.start()], example[match.end() :])


@pytest.mark.parametrize(("rule", "example"), _cases(load_signals(), "examples"))
def test_signal_finds_its_example(rule: Signal, example: str, detector: Detector) -> None:
    found = [f for f in detector.signals.find(example) if f.category is rule.category]
    assert [example[f.start : f.end] for f in found] == [example]


@pytest.mark.parametrize(("rule", "counter"), _cases(load_signals(), "counter_examples"))
def test_signal_leaves_its_counter_example(rule: Signal, counter: str, detector: Detector) -> None:
    assert not [f for f in detector.signals.find(counter) if f.category is rule.category]


def _vetoes(field: str) -> list[ParameterSet]:
    with (resource("rules") / "vetoes.toml").open("rb") as file:
        entries = tomllib.load(file)["veto"]
    return [
        pytest.param(text, id=f"{e['id']}-{n}") for e in entries for n, text in enumerate(e[field])
    ]


@pytest.mark.parametrize("example", _vetoes("examples"))
def test_veto_sees_a_thing(example: str, detector: Detector) -> None:
    assert not people(detector, example)


@pytest.mark.parametrize("counter", _vetoes("counter"))
def test_veto_leaves_a_person(counter: str, detector: Detector) -> None:
    text, names = unmark(counter)
    assert names
    assert people(detector, text) == names


def _of_column(detector: Detector, rule: ColumnRule, text: str) -> list[str]:
    (block,) = blocks([Flow("f", text)])
    found = detector.tables.find(block, new_header())
    return [block.text[f.start : f.end] for f in found if f.category is rule.category]


@pytest.mark.parametrize(("rule", "example"), _cases(load_columns(), "examples"))
def test_column_finds_its_example(rule: ColumnRule, example: str, detector: Detector) -> None:
    text, values = unmark(example)
    assert values
    assert set(values) <= set(_of_column(detector, rule, text))


@pytest.mark.parametrize(("rule", "counter"), _cases(load_columns(), "counter"))
def test_column_leaves_its_counter_example(
    rule: ColumnRule, counter: str, detector: Detector
) -> None:
    found = _of_column(detector, rule, counter)
    assert found in ([], ["Kerdoncuff"])


def test_every_signal_has_its_file() -> None:
    files = {signal.category for signal in load_signals()}
    assert {Category.HEALTH, Category.APPRAISAL, Category.CONDUCT, Category.UNION} <= files
    assert len(files) == len(load_signals())
