"""The guide's page on findings: for each kind its French name and its explanation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from redactor.check.finding import Kind
from redactor.paths import resource

_HEADING = re.compile(r"^## (?P<kind>[a-z-]+) — (?P<title>.+)$", re.M)


@dataclass(frozen=True, slots=True)
class Section:
    """What the guide says of a kind of finding."""

    title: str
    """In French, a few words."""
    text: str
    """Markdown."""


@cache
def sections() -> Mapping[Kind, Section]:
    """Every kind with its section."""
    text = (resource("guide") / "constats.md").read_text("utf-8")
    headings = list(_HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    return {
        Kind(heading["kind"]): Section(heading["title"], text[heading.end() : end].strip())
        for heading, end in zip(headings, ends, strict=True)
    }
