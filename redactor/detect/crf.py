"""The second model: reads people, addresses, births and secrets by where they stand.

The first (`ner`) knows words by their vectors and sees little of a page; this one sees lines,
columns and signs, and misses other things. A conditional random field whose weights
`models/train_crf.py` trains; here they are arrays, and numpy sums the paths.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from redactor.detect.crf_features import END, OFFSETS, Features, around, in_a_row, tokens
from redactor.detect.found import Found
from redactor.detect.lexicon import Lexicon
from redactor.law.categories import Category
from redactor.paths import weights

Scores: TypeAlias = NDArray[np.float32]
K = TypeVar("K", bound=Hashable)

DETECTOR = "ner:crf"
_WHY = "reconnu par le modèle, à sa place dans la page"
#: From which probability on what the model sees is proposed, and the form that it must have. What
#: it sees of e-mail addresses, NIR, IBAN and IP addresses is left to patterns, which miss none.
TRUSTED: dict[str, tuple[float, re.Pattern[str]]] = {
    "person": (
        0.5,
        re.compile(r"(?!(?:I|II|III|IV|VI*|IX|X)(?:er|e)?(?!\w)).*[^\W\d_]{2}.*", re.S),
    ),
    "address": (0.5, re.compile(r"(?=(?:\W*\w){6}).*[^\W\d_]{2}.*", re.S)),
    "birth_date": (
        0.6,
        re.compile(
            r".*(?:\d|janv|f[ée]vr|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c).*",
            re.I | re.S,
        ),
    ),
    "secret": (0.6, re.compile(r"(?=[^\n]*\d)(?=[^\n]*[^\W\d_])[^\n]{4,}")),
    # « /petition/trente-hectares-de-foret »: a title
    "url_token": (0.5, re.compile(r"(?!\S*[a-z]{3,}-\S*[a-z]{3,}-)\S{6,}")),
    # « AVGAS 100LL » is a fuel
    "licence_plate": (0.5, re.compile(r"(?=.*\d)(?=.*[^\W\d_])(?!.*[^\W\d_]{4}).{4,15}")),
    "phone": (0.6, re.compile(r"(?:\D*\d){8,15}\D*")),
    "account_id": (0.7, re.compile(r".*\d.*")),
}
#: A word whose best label lies this far under « nothing » is nothing, whatever stands beside it.
_HOPELESS = 6.0
#: Beside a word that is likely enough, one that is as likely as this belongs to the same thing.
_BESIDE = 0.3
#: The highest confidence: what a rule or the first model sees too is told by them, who say more.
_MOST_SURE = 0.8
#: Signs that part things, and belong to none.
_AROUND = " \t\n,;:|<>\"'«»“”–—"
#: Runs of words whose paths are summed at once.
_TOGETHER = 16
#: Words, and runs of five, whose scores are kept.
_MOST_KEPT = 20_000
_NO_WORD = ""


@dataclass(frozen=True)
class Reading:
    """What the model gives each word of a text."""

    text: str
    spans: list[tuple[int, int]]
    shares: dict[str, tuple[Scores, Scores]]
    """By label: the probabilities that a word begins such a thing, and that it goes on with one."""

    def beside_people(self) -> Iterator[Found]:
        """What is neither a person nor an address."""
        for label in TRUSTED:
            if label not in ("person", "address"):
                yield from self.of(label)

    def of(self, label: str) -> Iterator[Found]:
        """The runs of words that the model takes for such a thing, where it is trusted."""
        if label not in self.shares:
            return
        least, form = TRUSTED[label]
        first, rest = self.shares[label]
        share = first + rest
        run: list[int] = []
        for index in (*np.flatnonzero(share >= min(least, _BESIDE)).tolist(), -1):
            if run and (index != run[-1] + 1 or first[index] > 0.5):
                start, end = self._bare(self.spans[run[0]][0], self.spans[run[-1]][1])
                if share[run].max() >= least and form.fullmatch(self.text, start, end):
                    sure = min(float(share[run].mean()), _MOST_SURE)
                    yield Found(start, end, Category(label), DETECTOR, _WHY, sure)
                run = []
            run.append(index)

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        """Without the signs around."""
        told = self.text[start:end]
        low = start + len(told) - len(told.lstrip(_AROUND))
        high = max(low, start + len(told.rstrip(_AROUND)))
        if self.text[high - 1 : high] == ")" and "(" not in self.text[low:high]:
            high -= 1
        return low, high

    def share(self, label: str, start: int, end: int) -> float:
        """The highest probability among the words between two characters."""
        low = bisect_right(self.spans, start, key=lambda span: span[1])
        high = bisect_left(self.spans, end, key=lambda span: span[0])
        if label not in self.shares or low >= high:
            return 0.0
        first, rest = self.shares[label]
        return float((first[low:high] + rest[low:high]).max())


class _Table(Generic[K]):
    """Scores worked out once for each thing met; forgets all when it is full."""

    def __init__(self, work_out: Callable[[K], Scores]) -> None:
        self._work_out = work_out
        self._number: dict[K, int] = {}
        self._rows: list[Scores] = []

    def __call__(self, things: Iterable[K]) -> Scores:
        """The scores of each thing, one row each."""
        if len(self._rows) > _MOST_KEPT:
            self._number.clear()
            self._rows.clear()
        numbers = []
        for thing in things:
            number = self._number.get(thing)
            if number is None:
                number = self._number[thing] = len(self._rows)
                self._rows.append(self._work_out(thing))
            numbers.append(number)
        return np.stack([self._rows[number] for number in numbers])


class Reader:
    """The weights, and the scores of what was met so far."""

    def __init__(self, lexicon: Lexicon, folder: Path | None = None) -> None:
        with np.load((folder or weights("crf")) / "crf.npz", allow_pickle=False) as stored:
            labels = bytes(stored["labels"]).decode().split("\n")
            attributes = bytes(stored["attributes"]).decode().split("\n")
            self._weights = np.zeros((len(attributes), len(labels)), np.float32)
            self._weights[stored["row"], stored["column"]] = stored["weight"]
            self._between: Scores = np.exp(stored["transitions"])
        self._row = {attribute: row for row, attribute in enumerate(attributes)}
        self._columns = {
            label: (labels.index(f"B-{label}"), labels.index(f"I-{label}"))
            for label in TRUSTED
            if f"I-{label}" in labels
        }
        self._features = Features(lexicon)
        self._of_words = _Table(self._of_word)
        self._of_runs = _Table(self._of_run)

    def read(self, text: str) -> Reading:
        spans = tokens(text)
        words = [text[start:end] for start, end in spans]
        shares = self._shares(self._scores(words)) if words else np.zeros((0, 1), np.float32)
        by_label = {
            label: (shares[:, begins], shares[:, goes_on])
            for label, (begins, goes_on) in self._columns.items()
            if words
        }
        return Reading(text, spans, by_label)

    def _scores(self, words: Sequence[str]) -> Scores:
        """How much each word, its neighbours, its line and its column speak for each label."""
        size, reach = len(words), OFFSETS[-1]
        beside = self._of_words([*[_NO_WORD] * reach, *words, *[_NO_WORD] * reach])
        scores = np.tile(self._sum(["any"]), (size, 1))
        for place in range(len(OFFSETS)):
            scores += beside[place : place + size, place]
        keys = [self._features.key(word) for word in words]
        padded = [END, END, *keys, END, END]
        scores += self._of_runs(zip(*(padded[n : n + size] for n in range(5)), strict=True))
        for low, high, told in around(words, keys):
            scores[low:high] += self._sum(told)
        return scores

    def _of_word(self, word: str) -> Scores:
        """What a word says to itself and to each of its neighbours."""
        return np.stack(
            [
                self._sum(self._features.at(word, offset) if word else [f"{offset}:{END}"])
                for offset in OFFSETS
            ]
        )

    def _of_run(self, keys: tuple[str, ...]) -> Scores:
        return self._sum(in_a_row(keys))

    def _sum(self, attributes: Iterable[str]) -> Scores:
        known = [self._row[attribute] for attribute in attributes if attribute in self._row]
        total: Scores = self._weights[known].sum(axis=0)
        return total

    def _shares(self, scores: Scores) -> Scores:
        """The probability of each label for each word, worked out only around words that may be
        something: most are not."""
        shares = np.zeros_like(scores)
        shares[:, 0] = 1
        # those of about one length together, so that a long one makes no room for many short ones
        spans = sorted(_hopeful(scores), key=lambda span: span[1] - span[0])
        for first in range(0, len(spans), _TOGETHER):
            some = spans[first : first + _TOGETHER]
            pieces = probabilities([scores[start:end] for start, end in some], self._between)
            for (start, end), piece in zip(some, pieces, strict=True):
                shares[start:end] = piece
        return shares


def _hopeful(scores: Scores) -> Iterator[tuple[int, int]]:
    """The runs of words that may be something, with one more on each side."""
    hope = np.flatnonzero(scores[:, 1:].max(axis=1) > scores[:, 0] - _HOPELESS).tolist()
    start = end = 0
    for index in hope:
        if index > end:
            if end:
                yield start, end
            start = max(index - 1, 0)
        end = min(index + 2, len(scores))
    if end:
        yield start, end


def probabilities(pieces: Sequence[Scores], between: Scores) -> Iterator[Scores]:
    """Of each label for each word of some runs, by what the words and the pairs speak for.

    Forward and backward sums (Rabiner 1989) of all runs at once: forward from a common
    start, backward from a common end; what lies beyond a shorter one is not looked at.
    """
    longest = max(map(len, pieces))
    ahead = np.ones((longest, len(pieces), len(between)), np.float32)
    behind = np.ones_like(ahead)
    for number, piece in enumerate(pieces):
        own = np.exp(piece - piece.max(axis=1, keepdims=True))
        ahead[: len(piece), number] = own
        behind[longest - len(piece) :, number] = own
    for index in range(1, longest):
        sums = (ahead[index - 1] @ between) * ahead[index]
        ahead[index] = sums / sums.sum(axis=1, keepdims=True)
    after = np.ones_like(ahead[0])
    for index in range(longest - 1, -1, -1):
        own = behind[index] * after
        behind[index] = after
        after = own @ between.T
        after /= after.sum(axis=1, keepdims=True)
    for number, piece in enumerate(pieces):
        shares = ahead[: len(piece), number] * behind[longest - len(piece) :, number]
        yield shares / shares.sum(axis=1, keepdims=True)
