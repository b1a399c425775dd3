"""Signals: sentences that may speak of health, conduct, appraisal, … for a person to examine.

The expressions are data that a lawyer reads and edits: `resources/rules/signals/`.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick

from redactor.detect.found import Found
from redactor.detect.lexicon import fold_word
from redactor.law.categories import SIGNALS, Category
from redactor.paths import resource

_SENTENCE_END = re.compile(
    r"(?<![ .(][A-ZÀ-Þ])(?<!\bMM)(?<!\bM)(?<!\bart)(?<!\bcf)[.!?…]"
    r"(?=\s+[A-ZÀ-Þ«\-–•]|\s*\n\s*\n|\s*$)|\n[ ]*\n|\n(?=[ ]*[-–•▪])|\t"
)
_ABOUT_SOMEONE = re.compile(
    r"(?<!\w)(?:MM?\.|Mmes?|Mlle|Monsieur|Madame|Maître|Dr|l'intéressée?|l'agente?|"
    r"l'élève|l'enfant|le mineur|la mineure|cet(?:te)? agente?|"
    r"le salarié|la salariée|le patient|la patiente|le requérant|la requérante|"
    r"le demandeur|la demanderesse|le candidat|la candidate|"
    r"le voisin|la voisine|le stagiaire|la stagiaire|le locataire|la locataire|"
    r"l'étudiante?|l'assurée?|l'allocataire|je|j'ai|mon|ma|mes|m'a|le couple|les époux|"
    r"la victime|le témoin|le prévenu|(?:son|sa) (?:fils|fille|mère|père|frère|sœur)|"
    r"[A-ZÀ-Þ]\. [A-ZÀ-Þ]\w+)(?!\w)",
    re.I,
)
# A pronoun speaks of a person only where one was named shortly before.
_PRONOUN = re.compile(
    r"(?<!\w)(?:il|elle|son|sa|ses|lui|qu'il|qu'elle|s'il|celui-ci|celle-ci)(?!\w)", re.I
)
_SHORTLY = 400
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Signal:
    """One file: what to look for, and what it means."""

    category: Category
    title: str
    ground: str
    source: str
    person: bool
    expressions: tuple[str, ...]
    unless: re.Pattern[str] | None
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


def load_signals(folder: Path | None = None) -> tuple[Signal, ...]:
    """Every file of the folder. Raises ValueError naming a wrong one."""
    signals = []
    for path in sorted((folder or resource("rules") / "signals").glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            category = Category(data["category"])
            if category not in SIGNALS:
                raise ValueError(f"{category} is no signal")
            unless = [_expression(e) for e in data.get("unless", ())]
            signals.append(
                Signal(
                    category,
                    data["title"],
                    data["ground"],
                    data["source"],
                    bool(data["person"]),
                    tuple(data["expressions"]),
                    re.compile("|".join(unless)) if unless else None,
                    tuple(data["examples"]),
                    tuple(data["counter_examples"]),
                )
            )
        except (KeyError, ValueError, re.error) as error:
            raise ValueError(f"{path.name}: {error}") from error
    return tuple(signals)


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """Compiled when its first word is met: all of them cost a tenth of the start."""
    return re.compile(_expression(expression))


def _expression(text: str) -> str:
    """A lawyer's expression as a pattern over folded text."""
    words = []
    for word in fold_word(text).split():
        if word == "…":
            words.append(r"[^.!?\n]{0,90}?")
        else:
            stem = re.escape(word.rstrip("*"))
            ending = r"[\w'-]*" if word.endswith("*") else ""
            words.append(stem + ending)
    pattern = r"\s+".join(words).replace(r"\s+[^.!?\n]{0,90}?\s+", r"(?!\w)[^.!?\n]{0,90}?(?<!\w)")
    opening = r"(?<![\w-])" if re.match(r"\w", text) else ""
    return f"{opening}{pattern}" + (r"(?![\w-])" if re.search(r"[\w*]$", text) else "")


class Signals:
    """Finds the sentences that hold an expression of the files."""

    def __init__(self) -> None:
        self.signals = load_signals()
        # One pass over the text for the first word of every expression; patterns then confirm.
        self._first = ahocorasick.Automaton()
        entries: dict[str, list[tuple[Signal, str]]] = {}
        for signal in self.signals:
            for text in signal.expressions:
                stem = fold_word(text.split()[0]).rstrip("*")
                entries.setdefault(stem or "d'origine", []).append((signal, text))
        for stem, items in entries.items():
            self._first.add_word(stem, (len(stem), items))
        self._first.make_automaton()

    def find(
        self,
        text: str,
        people: Sequence[tuple[int, int]] = (),
        edges: Sequence[int] = (),
    ) -> Iterator[Found]:
        """One mention for each sentence and subject, with the expression that gave it.
        `people` are the names found in the text; no sentence crosses an edge, the place where
        a paragraph or a cell starts."""
        folded = _fold_same_length(text)
        seen: set[tuple[int, Category]] = set()
        for last, (length, items) in self._first.iter(folded):
            start = last - length + 1
            if start and folded[start - 1].isalnum():
                continue
            for signal, expression in items:
                if not _pattern(expression).match(folded, start):
                    continue
                low, high = _within(_sentence(text, start), start, edges)
                if (low, signal.category) in seen:
                    continue
                sentence = folded[low:high]
                if signal.person and not _of_someone(text, low, high, people):
                    continue
                if signal.unless and signal.unless.search(sentence):
                    continue
                seen.add((low, signal.category))
                yield Found(
                    low, high, signal.category, f"signal:{signal.category}",
                    f"{signal.title} : « {expression} » ({signal.ground})", 0.5,
                )  # fmt: skip


def _within(sentence: tuple[int, int], position: int, edges: Sequence[int]) -> tuple[int, int]:
    """What of a sentence lies in the paragraph of `position`."""
    index = bisect_right(edges, position)
    low = max(sentence[0], edges[index - 1]) if index else sentence[0]
    high = min(sentence[1], edges[index]) if index < len(edges) else sentence[1]
    return low, high


def _of_someone(text: str, low: int, high: int, people: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence speaks of a person: names one, or takes one up with a pronoun."""
    if _ABOUT_SOMEONE.search(text, low, high) or any(a < high and low < b for a, b in people):
        return True
    if not _PRONOUN.search(text, low, high):
        return False
    before = max(low - _SHORTLY, 0)
    return any(before <= a < low for a, _ in people) or bool(
        _ABOUT_SOMEONE.search(text, before, low)
    )


def _fold_same_length(text: str) -> str:
    """Small letters without accents, every character in its place."""
    table = {ord(c): f for c in set(text) if (f := fold_word(c)) != c and len(f) == 1}
    return text.translate(table)


def _sentence(text: str, position: int) -> tuple[int, int]:
    """The sentence about a position: its characters, white space left out."""
    low, high = max(position - _LONGEST, 0), min(position + _LONGEST, len(text))
    start = low
    for match in _SENTENCE_END.finditer(text, low, position):
        start = match.end()
    after = _SENTENCE_END.search(text, position, high)
    end = (
        after.end() if after and text[after.start()] in ".!?…" else after.start() if after else high
    )
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" \n\t-–•"))
    return start, start + len(text[start:end].rstrip())
