"""Identifiers known by their label."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
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
            value = entry.get("value", r"[A-Z0-9](?:[A-Z0-9]|[ ._/\-](?=[A-Z0-9])){2,28}")
            rules.append(
                LabelRule(
                    Category(entry["category"]),
                    re.compile(
                        rf"(?<![\w-])(?P<cue>(?i:{cues}))"
                        rf"(?i:[ ]*(?:\([^)\n]{{1,30}}\))?[ ]*(?:n°|numéro|"
                        rf"no\.?)?[ ]*(?:[:=#|][ ]*|"
                        rf"\t+[ ]*|[ ]|\n)[ ]*(?:n°[ ]*)?)(?P<value>{value})"
                    ),
                    entry["why"],
                    float(entry["confidence"]),
                    "value" in entry,
                    tuple(entry["examples"]),
                    tuple(entry["counter"]),
                )
            )
        except (KeyError, ValueError, re.error) as error:
            raise ValueError(f"labels.toml, {entry.get('category')}: {error}") from error
    return tuple(rules)


_DOCUMENT_NUMBER = re.compile(r"(?:19|20)\d{2}[-/]?\d{3,4}")


def labelled(text: str, rules: tuple[LabelRule, ...]) -> Iterator[Found]:
    """Identifiers by their label."""
    for rule in rules:
        for match in rule.pattern.finditer(text):
            value = match["value"]
            start, end = match.span("value")
            if not rule.any_value:
                value, end = _identifier(value, start)
                if sum(map(str.isdigit, value)) < 3:
                    continue
            if rule.category is Category.CASE_ID and _DOCUMENT_NUMBER.fullmatch(value):
                continue
            cue = " ".join(match["cue"].split())
            yield Found(
                start, end, rule.category, f"label:{rule.category}", rule.why.format(cue=cue),
                rule.confidence, role=Role.UNKNOWN,
            )  # fmt: skip


def _identifier(value: str, start: int) -> tuple[str, int]:
    """Cut a value where words begin: « 45120 DUPONT » is 45120."""
    kept = 0
    for word in re.finditer(r"[^ ]+", value):
        if not any(map(str.isdigit, word.group())) and (kept or len(word.group()) > 3):
            break
        kept = word.end()
    return value[:kept], start + kept
