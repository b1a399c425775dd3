"""Reads annotated files and scores spans against them.

Coverage is the share of true spans of which every letter and digit lies in proposed spans of
the label: a half-covered name leaves the surname readable, so it is a miss. Precision is the
share of proposed spans of a label that touch a true span of it.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

#: (start, end, label), in code points, end exclusive.
Labelled = tuple[int, int, str]

_MARK = re.compile(r"\[\[(.*?)\]\](-NOT)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Item:
    """One text of an evaluation file with what should be proposed in it."""

    text: str
    spans: tuple[Labelled, ...]
    category: str
    optional: tuple[Labelled, ...] = ()
    """Spans that may be proposed or not: neither a miss nor an error."""


def read(path: Path) -> list[Item]:
    """`.jsonl`: a JSON object a line. Anything else: the `#category` and `[[…]]` notation.

    Raises ValueError that names the line.
    """
    lines = path.read_text("utf-8").splitlines()
    return list(_json_lines(lines) if path.suffix == ".jsonl" else _marked_lines(lines))


def _json_lines(lines: Iterable[str]) -> Iterator[Item]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            text = row["text"]
            spans = [(s["start"], s["end"], s["label"]) for s in row["spans"]]
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"line {number}: {error!r}") from error
        if any(not 0 <= start < end <= len(text) for start, end, _ in spans):
            raise ValueError(f"line {number}: a span outside its text")
        yield _item(text, spans, row.get("category", "all"))


def _marked_lines(lines: Iterable[str]) -> Iterator[Item]:
    category = "all"
    for line in lines:
        if line.startswith("#"):
            category = line[1:].strip()
        elif line.strip():
            yield _marked(line.replace("\\n", "\n").replace("\\t", "\t"), category)


def _marked(line: str, category: str) -> Item:
    """`[[x]]` is a person, `[[email:x]]` another label, `[[?email:x]]` may be proposed or not,
    `[[x]]-NOT` is a trap: nobody."""
    parts: list[str] = []
    spans: list[Labelled] = []
    length = position = 0
    for match in _MARK.finditer(line):
        before = line[position : match.start()]
        name, label = match[1], "person"
        kind = re.match(r"(\??[a-z_]+):(?!/)", name)
        if kind:
            label, name = kind[1], name[kind.end() :]
        parts += [before, name]
        start = length + len(before)
        length = start + len(name)
        if not match[2]:
            spans.append((start, length, label))
        position = match.end()
    parts.append(line[position:])
    return _item("".join(parts), spans, category)


def _item(text: str, spans: list[Labelled], category: str) -> Item:
    true = tuple(s for s in spans if not s[2].startswith("?"))
    optional = tuple((s, e, label[1:]) for s, e, label in spans if label.startswith("?"))
    return Item(text, true, category, optional)


@dataclass(slots=True)
class Tally:
    """Counts of one label in one category."""

    true: int = 0
    covered: int = 0
    proposed: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.true + other.true,
            self.covered + other.covered,
            self.proposed + other.proposed,
            self.right + other.right,
        )


@dataclass(slots=True)
class Score:
    """What a detector got right, by category and label, and where it was wrong."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)
    missed: list[tuple[Item, Labelled]] = field(default_factory=list)
    wrong: list[tuple[Item, Labelled]] = field(default_factory=list)

    def add(self, item: Item, proposed: Iterable[Labelled]) -> None:
        found = sorted(set(proposed))
        labels = {s[2] for s in item.spans} | {p[2] for p in found}
        for label in sorted(labels):
            tally = self.tallies.setdefault((item.category, label), Tally())
            mine = [p for p in found if p[2] == label]
            wanted = [s for s in item.spans if s[2] == label]
            allowed = wanted + [s for s in item.optional if s[2] == label]
            inside = {i for start, end, _ in mine for i in range(start, end)}
            for span in wanted:
                letters = (i for i in range(span[0], span[1]) if item.text[i].isalnum())
                hit = all(i in inside for i in letters)
                tally.true += 1
                tally.covered += hit
                if not hit:
                    self.missed.append((item, span))
            for span in mine:
                touches = any(span[0] < end and start < span[1] for start, end, _ in allowed)
                tally.proposed += 1
                tally.right += touches
                if not touches:
                    self.wrong.append((item, span))

    def total(self, label: str) -> Tally:
        return sum((t for (_, name), t in self.tallies.items() if name == label), Tally())

    def labels(self) -> list[str]:
        """Labels that the files hold, the most frequent first."""
        totals = {label: self.total(label) for _, label in self.tallies}
        kept = [label for label, tally in totals.items() if tally.true]
        return sorted(kept, key=lambda label: -totals[label].true)


def wilson(successes: int, trials: int, z: float = 1.959964) -> tuple[float, float]:
    """The 95 % interval of a proportion (Wilson 1927); (0, 1) without any trial."""
    if not trials:
        return 0.0, 1.0
    share = successes / trials
    scale = 1 + z * z / trials
    middle = (share + z * z / (2 * trials)) / scale
    half = z * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)
