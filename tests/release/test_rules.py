"""What may go out without a person: nothing, unless someone wrote that it may."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from redactor.dossier.plan import Choices, Material
from redactor.dossier.planning import build
from redactor.law.categories import Category, Role
from redactor.law.mention import Mention
from redactor.law.profile import load as load_profile
from redactor.release.rules import NOTHING, Facts, Reason, Rules, WrongRules, load, waits
from redactor.text.flow import Flow, Span

FLOW = Flow("text", "Mme Aela Kerouanton, en congé de maladie.")
PRIVATE = Mention(
    "m1", Span("text", 4, 19), "Aela Kerouanton", Category.PERSON, role=Role.PRIVATE, confidence=0.9
)
SIGNAL = Mention("m2", Span("text", 21, 40), "en congé de maladie", Category.HEALTH)
FACTS = Facts("accords/a.pdf", "0" * 64, "pdf", 10, 0)
OPEN = Rules(without_review=True)


def judged(rules: Rules, *mentions: Mention, facts: Facts = FACTS) -> tuple[Reason, ...]:
    profile = load_profile("accord")
    (plan,) = build([Material("d", [FLOW], mentions)], Choices(profile)).documents
    return waits(rules, facts, plan, mentions)


def test_without_rules_everything_waits() -> None:
    assert judged(NOTHING) == (Reason.NO_RULE,)
    assert judged(OPEN, PRIVATE) == ()


@pytest.mark.parametrize(
    ("rules", "facts", "reason"),
    [
        (replace(OPEN, paths=("deliberations/*",)), FACTS, Reason.PATH),
        (replace(OPEN, formats=("docx",)), FACTS, Reason.FORMAT),
        (replace(OPEN, most_pages=9), FACTS, Reason.PAGES),
        (replace(OPEN, least_confidence=0.95), FACTS, Reason.CONFIDENCE),
        (OPEN, replace(FACTS, unread=1), Reason.UNREAD),
        (replace(OPEN, sample=1.0), FACTS, Reason.SAMPLE),
    ],
)
def test_each_rule_holds_what_it_names(rules: Rules, facts: Facts, reason: Reason) -> None:
    assert judged(OPEN, PRIVATE) == ()
    assert judged(rules, PRIVATE, facts=facts) == (reason,)


def test_a_signal_waits_unless_the_rules_allow_it() -> None:
    assert judged(OPEN, PRIVATE, SIGNAL) == (Reason.SIGNALS,)
    assert judged(replace(OPEN, most_signals=1), PRIVATE, SIGNAL) == ()


def test_the_sample_is_a_share_and_the_same_each_time() -> None:
    rules = replace(OPEN, sample=0.25)
    digests = [sha256(str(number).encode()).hexdigest() for number in range(400)]
    drawn = [judged(rules, facts=replace(FACTS, sha256=digest)) for digest in digests]
    assert drawn == [judged(rules, facts=replace(FACTS, sha256=digest)) for digest in digests]
    assert 70 < drawn.count((Reason.SAMPLE,)) < 130
    assert set(drawn) == {(), (Reason.SAMPLE,)}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "most_pages = 3",
        "without_review = false",
        'without_review = "yes"',
        "without_review = true\nunknown = 1",
        "without_review = true\npaths = [1]",
        "without_review = true\nsample = 2",
        "without_review = true\nmost_undecided = true",
        "without_review =",
    ],
)
def test_a_wrong_file_is_refused_not_guessed(tmp_path: Path, content: str) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(content)
    with pytest.raises(WrongRules):
        load(file)


def test_a_file_of_rules_is_read(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text('without_review = true\npaths = ["a/*"]\nsample = 0\nmost_pages = 60\n')
    assert load(file) == Rules(True, ("a/*",), (), 60, sample=0.0)
