"""Identifiers known by their label, their shape, or the name before them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from redactor.detect.found import Found
from redactor.detect.rules import spaces
from redactor.law.categories import Category, Role
from redactor.paths import resource


@dataclass(frozen=True, slots=True)
class LabelRule:
    """One entry of `labels.toml`."""

    category: Category
    pattern: re.Pattern[str]
    why: str
    confidence: float
    any_value: bool
    digits: int
    """The fewest digits of a value."""
    examples: tuple[str, ...]
    counter: tuple[str, ...]


def load_labels() -> tuple[LabelRule, ...]:
    """The labels file, compiled. Raises ValueError naming a wrong entry."""
    with (resource("rules") / "labels.toml").open("rb") as file:
        entries = tomllib.load(file)["label"]
    rules = []
    for entry in entries:
        try:
            cues = "|".join(spaces(cue) for cue in entry["cues"])
            value = entry.get("value", r"[^\W_](?:[A-Za-z0-9]|[ ._/\-](?=[A-Z0-9])){2,28}")
            rules.append(
                LabelRule(
                    Category(entry["category"]),
                    re.compile(
                        rf"(?<![\w?&-])(?P<cue>(?i:{cues}))"
                        rf"(?i:[ ]*(?:\([^)\n]{{1,30}}\)|[ ]d[eu][ ][^\n:,.]{{1,20}}(?=[ ]*:))?"
                        rf"[ ]*(?:n°|numéro|no\.?)?[ ]*"
                        rf"(?:[:=#|][ ]*|\t+[ ]*|[ ](?:(?:c['’]est|est)(?:[ ]le)?[ ])?|\n)"
                        rf"[ ]*(?:n°[ ]*)?)(?P<value>{value})"
                    ),
                    entry["why"],
                    float(entry["confidence"]),
                    "value" in entry,
                    int(entry.get("digits", 3)),
                    tuple(entry["examples"]),
                    tuple(entry["counter"]),
                )
            )
        except (KeyError, ValueError, re.error) as error:
            raise ValueError(f"labels.toml, {entry.get('category')}: {error}") from error
    return tuple(rules)


@dataclass(frozen=True, slots=True)
class ShapeRule:
    """One `[[shape]]` of `labels.toml`: what gives the identifier away stands in the pattern."""

    pattern: re.Pattern[str]
    why: str
    examples: tuple[str, ...]
    counter: tuple[str, ...]


def load_shapes() -> tuple[ShapeRule, ...]:
    """The shapes of the labels file, compiled."""
    with (resource("rules") / "labels.toml").open("rb") as file:
        entries = tomllib.load(file)["shape"]
    return tuple(
        ShapeRule(re.compile(e["pattern"]), e["why"], tuple(e["examples"]), tuple(e["counter"]))
        for e in entries
    )


def shaped(text: str, rules: tuple[ShapeRule, ...]) -> Iterator[Found]:
    """Identifiers by their shape."""
    for rule in rules:
        for match in rule.pattern.finditer(text):
            yield Found(
                *match.span("value"), Category.ACCOUNT_ID, "shape:account_id", rule.why, 0.75
            )


# « KLEIN Solange (n° 23-0119) »
_OF_NAME = re.compile(
    r"[ ]?[(–|-][ ]?(?i:n[°º]|no|mat(?:r(?:icule)?)?\.?|id\.?)[ ]?:?[ ]?"
    r"(?P<value>[A-Z]{0,3}[ -]?\d[\d /.-]{2,14}[\dA-Z])(?!\w)"
)


def of_people(text: str, people: Iterable[Found]) -> Iterator[Found]:
    """Numbers that stand right after a name."""
    for person in people:
        if match := _OF_NAME.match(text, person.end):
            yield Found(
                *match.span("value"), Category.ACCOUNT_ID, "label:of-name",
                "numéro juste après un nom", 0.75,
            )  # fmt: skip


_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d\d){1,2}")
_DOCUMENT_NUMBER = re.compile(
    r"(?:19|20)\d{2}[-/]?\d{3,4}|(?:PC|PA|PD|DP|CU[ab]?|AT|DIA)[ ]?\d{3}.*"
)


def labelled(text: str, rules: tuple[LabelRule, ...]) -> Iterator[Found]:
    """Identifiers by their label."""
    for rule in rules:
        for match in rule.pattern.finditer(text):
            value = match["value"]
            start, end = match.span("value")
            if not rule.any_value:
                start, end = _identifier(value, start)
                value = text[start:end]
                if sum(map(str.isdigit, value)) < rule.digits or _DATE.fullmatch(value):
                    continue
            if rule.category is Category.CASE_ID and _DOCUMENT_NUMBER.fullmatch(value):
                continue
            cue = " ".join(match["cue"].split())
            yield Found(
                start, end, rule.category, f"label:{rule.category}", rule.why.format(cue=cue),
                rule.confidence, role=Role.UNKNOWN,
            )  # fmt: skip


def _identifier(value: str, start: int) -> tuple[int, int]:
    """Cut a value where words begin: « 45120 DUPONT » is 45120, « 1187340 V » has its key."""
    words = list(re.finditer(r"[^ ]+", value))
    numbers = [n for n, word in enumerate(words) if any(map(str.isdigit, word.group()))]
    if not numbers:
        return start, start
    last = numbers[0]
    if not all(re.fullmatch(r"[A-Z]{1,3}", word.group()) for word in words[:last]):
        return start, start  # « l'allocataire le 04/10/2021 »
    while last + 1 < len(words):
        letters = re.fullmatch(r"[A-Z]{1,2}", words[last + 1].group())
        key = letters and (last + 2 == len(words) or last + 2 in numbers)
        if last + 1 not in numbers and not key:
            break
        last += 1
    return start, start + words[last].end()
