"""What may go out of a batch without a person. Without rules: nothing.

A file that a person writes and signs for, as TOML::

    without_review = true          # required: it says that someone meant it
    paths = ["accords/*.pdf"]      # where in the folder; everywhere when left out
    formats = ["pdf", "docx"]      # any when left out
    most_pages = 60
    most_undecided = 0             # mentions on which the profile asks a person
    most_signals = 0               # sentences that may speak of health, conduct, …
    least_confidence = 0.8         # of every mention proposed
    sample = 0.05                  # this share waits for a person all the same

Whatever the rules say, nothing goes out that could not be read, or that fails its verification.
"""

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from redactor.dossier.plan import DocumentPlan
from redactor.law.mention import Mention
from redactor.problem import Problem


class WrongRules(Problem):
    """A file of rules that cannot be used. Facts: ``file``, ``what``."""

    key = "problem.wrong-rules"


class Reason(StrEnum):
    """Why a document waits for a person. The values name the sentences (``batch.…``)."""

    NO_RULE = "no-rule"
    PATH = "path"
    FORMAT = "format"
    PAGES = "pages"
    UNDECIDED = "undecided"
    SIGNALS = "signals"
    CONFIDENCE = "confidence"
    SAMPLE = "sample"
    UNREAD = "unread"
    VERIFICATION = "verification"


@dataclass(frozen=True, slots=True)
class Rules:
    """What may go out without a person."""

    without_review: bool = False
    paths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    most_pages: int | None = None
    most_undecided: int = 0
    most_signals: int = 0
    least_confidence: float = 0.0
    sample: float = 0.0


#: Everything waits for a person.
NOTHING = Rules()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at of one document."""

    path: str
    """In the folder of the batch, with ``/``."""
    sha256: str
    format: str
    pages: int | None
    unread: int


def load(file: Path) -> Rules:
    """The rules of a file. Raises WrongRules."""
    try:
        given = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise WrongRules(file=str(file), what=str(error)) from error
    kinds: dict[str, Any] = {
        "without_review": bool, "paths": list, "formats": list, "most_pages": int,
        "most_undecided": int, "most_signals": int, "least_confidence": float, "sample": float,
    }  # fmt: skip
    values: dict[str, Any] = {}
    for name, value in given.items():
        kind = kinds.get(name)
        if kind is float and type(value) is int:
            value = float(value)
        texts = not isinstance(value, list) or all(isinstance(each, str) for each in value)
        if kind is None or type(value) is not kind or not texts:
            raise WrongRules(file=str(file), what=name)
        values[name] = tuple(value) if kind is list else value
    if not values.get("without_review"):
        raise WrongRules(file=str(file), what="without_review = true")
    for name in ("least_confidence", "sample"):
        if not 0 <= values.get(name, 0.0) <= 1:
            raise WrongRules(file=str(file), what=f"{name} : 0–1")
    assert {field.name for field in fields(Rules)} == kinds.keys()
    return Rules(**values)


def waits(
    rules: Rules, facts: Facts, plan: DocumentPlan, mentions: Sequence[Mention]
) -> tuple[Reason, ...]:
    """Why a document waits for a person; empty where it may go out."""
    if not rules.without_review:
        return (Reason.NO_RULE,)
    proposed = {part for one in plan.occultations for part in one.merged}
    signals = {mention.id for mention in mentions if mention.is_signal}
    undecided = set(plan.undecided)
    doubtful = (m for m in mentions if m.id in proposed and m.confidence < rules.least_confidence)
    said = {
        Reason.PATH: bool(rules.paths)
        and not any(fnmatchcase(facts.path, each) for each in rules.paths),
        Reason.FORMAT: bool(rules.formats) and facts.format not in rules.formats,
        Reason.PAGES: rules.most_pages is not None and (facts.pages or 0) > rules.most_pages,
        Reason.UNDECIDED: len(undecided - signals) > rules.most_undecided,
        Reason.SIGNALS: len(signals) > rules.most_signals,
        Reason.CONFIDENCE: any(True for _ in doubtful),
        Reason.UNREAD: facts.unread > 0,
        Reason.SAMPLE: _is_sampled(facts.sha256, rules.sample),
    }
    return tuple(reason for reason, holds in said.items() if holds)


def _is_sampled(sha256: str, share: float) -> bool:
    """Chosen by the document's own bytes: by chance, and the same when asked again."""
    draw = hashlib.sha256(f"sample {sha256}".encode()).digest()
    return int.from_bytes(draw[:8]) / 2**64 < share
