"""The grounds in law of an occultation, a disjonction or a refusal, from `grounds.toml`."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from redactor.paths import resource


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground as registers and letters state it."""

    code: str
    """As a decision carries it: ``L.311-6 1°``."""
    article: str
    """In full: ``CRPA, art. L.311-6, 1°``."""
    title: str
    english: str
    source: str
    """How it is known: ``[V]`` read in force, ``[V2]`` read in a commentary, ``[K]`` to confirm."""
    passages: bool = True
    """Whether it can justify taking out a passage."""
    documents: bool = False
    """Whether it can justify refusing a whole document."""


@cache
def grounds() -> tuple[Ground, ...]:
    """Every ground, in the order in which the interface offers them."""
    with (resource("law") / "grounds.toml").open("rb") as file:
        entries = tomllib.load(file)["ground"]
    return tuple(_ground(**entry) for entry in entries)


def ground(code: str) -> Ground | None:
    """The ground of a code, None for one that a person wrote themselves."""
    return next((each for each in grounds() if each.code == code), None)


def together(codes: Iterable[str]) -> str:
    """Several grounds of one passage as one text, each once, in the order given."""
    parts = (part.strip() for code in codes for part in code.split(","))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _ground(
    code: str, article: str, title: str, english: str, source: str, whole: str = ""
) -> Ground:
    return Ground(
        code, article, title, english, source, whole != "document", whole in ("both", "document")
    )
