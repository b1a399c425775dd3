"""Masks that can be completed: by what was left of the value, by the words around it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TypeAlias

from redactor.check.consistency.evidence import Evidence, Locate, Place, spot
from redactor.check.consistency.masks import Mask, joined, masks, tokens
from redactor.check.finding import Finding, Kind, Severity
from redactor.text.prefix import common_prefix

_WORDS = re.compile(r"[^\W_]+")
#: Masks and values looked at: a hostile file repeats them without end.
_MOST = 2000
#: Masks of one length compared with each other.
_ALIKE = 50
#: Places of one value looked at.
_PLACES = 50
_HEX = re.compile(r"[0-9a-f]+", re.I)
#: Words before or after that must be the same for a context to be one.
_CONTEXT = 3
_Beside: TypeAlias = tuple[list[str], list[str]]
"""The words before a place, the nearest first, and those after it."""
_Shape: TypeAlias = tuple[int, ...]
"""How long the parts are that dots make of what stands before the @."""


def findings(own: Evidence, batch: "Batch", locate: Locate) -> Iterator[Finding]:
    """The masks of a document that this or another document of the batch completes."""
    document = own.document
    found = list(islice(masks([own]), _MOST))
    if not found:
        return
    yield from _joined(found, batch, document, locate)
    clear = _Clear(batch, own)
    done: set[str] = set()
    for mask in found:
        if mask.tells:
            if mask.text.casefold() not in done:
                done.add(mask.text.casefold())
                yield from _partial(mask, clear, document, locate)
        elif mask.is_address:
            yield from _whole(mask, clear, document, locate)


def _joined(
    mine: Sequence[Mask], batch: "Batch", document: str, locate: Locate
) -> Iterator[Finding]:
    """Masks of `document` that another mask, here or elsewhere, completes in part."""
    own = _by_length(mine)
    said: set[str] = set()
    for mask in mine:
        if not mask.tells or mask.text.casefold() in said:
            continue
        length = len(mask.text)
        for other in (*own[length], *batch.masks[length]):
            if joined(mask, other) is not None:
                said.add(mask.text.casefold())
                place = mask.place
                yield Finding(
                    Kind.INCONSISTENT,
                    Severity.WARNING,
                    0.7,
                    "finding.partial-joined",
                    place.flow.page,
                    locate(place.flow, place.start, place.end),
                    place.flow.channel,
                    mask.text,
                    place.flow.place,
                    also=(spot(other.place, document, locate),),
                )
                break


def _by_length(found: Iterable[Mask]) -> dict[int, list[Mask]]:
    """The masks that leave something of their value, some of each length."""
    kept: dict[int, list[Mask]] = defaultdict(list)
    for mask in found:
        if mask.tells and len(kept[len(mask.text)]) < _ALIKE:
            kept[len(mask.text)].append(mask)
    return kept


def _by_text(found: Iterable[Place]) -> dict[str, list[Place]]:
    """Some places of each token."""
    kept: dict[str, list[Place]] = defaultdict(list)
    for place in found:
        some = kept[place.text.casefold()]
        if len(some) < _PLACES:
            some.append(place)
    return kept


class Batch:
    """The masks of all documents and their tokens in clear. Read when first asked for."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self._evidence = evidence
        self._fitting: dict[str, tuple[list[str], bool]] = {}
        self._beside: dict[tuple[str, str, int], _Beside] = {}

    @cached_property
    def masks(self) -> dict[int, list[Mask]]:
        """By length."""
        return _by_length(islice(masks(self._evidence), _MOST))

    @cached_property
    def clear(self) -> dict[str, list[Place]]:
        """Token → where it stands."""
        return _by_text(tokens(self._evidence))

    @cached_property
    def addresses(self) -> dict[_Shape, list[str]]:
        """By shape."""
        found: dict[_Shape, list[str]] = defaultdict(list)
        for text in self.clear:
            if "@" in text:
                found[_shape(text)].append(text)
        return found

    @cached_property
    def _pools(self) -> tuple[str, str]:
        """Every token, every address: a line each, for a search of the whole at once."""
        return (
            "\n".join(("", *self.clear, "")),
            "\n".join(("", *(text for some in self.addresses.values() for text in some), "")),
        )

    def fitting(self, mask: Mask) -> tuple[list[str], bool]:
        """Values that fit what is left of a mask, and whether they fit to the letter."""
        key = mask.text.casefold()
        if key not in self._fitting:
            self._fitting[key] = self._search(mask)
        return self._fitting[key]

    def beside(self, place: Place) -> _Beside:
        """The words around a place, split once."""
        key = (place.document, place.flow.id, place.start)
        if key not in self._beside:
            self._beside[key] = _beside(place)
        return self._beside[key]

    def _search(self, mask: Mask) -> tuple[list[str], bool]:
        literal = max(re.split(r"[xX]{3,}|[█▇▆■▮●⬛*]+", mask.text.casefold()), key=len)
        holding = list(_lines_with(literal, self._pools[mask.is_address]))
        for slack in (0, 2):
            fitting = [text for text in holding if mask.matches(text, slack)]
            if fitting:
                return fitting, slack == 0
        return [], False


def _lines_with(part: str, lines: str) -> Iterator[str]:
    at = lines.find(part)
    while at >= 0:
        start, end = lines.rfind("\n", 0, at) + 1, lines.find("\n", at)
        if start < end:
            yield lines[start:end]
        at = lines.find(part, end + 1) if end >= 0 else -1


class _Clear:
    """The tokens in clear of all documents as one of them sees them: its own come first."""

    def __init__(self, batch: Batch, own: Evidence) -> None:
        self._batch = batch
        self._document = own.document
        self.beside = batch.beside
        self._own = _by_text(tokens([own]))

    def at(self, text: str) -> list[Place]:
        own = self._own.get(text, [])
        others = (p for p in self._batch.clear[text] if p.document != self._document)
        return [*own, *others][:_PLACES]

    def completing(self, mask: Mask) -> tuple[list[Place], bool]:
        """Values that fit what is left of a mask, and whether they fit to the letter."""
        fitting, exact = self._batch.fitting(mask)
        return [self.at(text)[0] for text in self._near(fitting)[:5]], exact

    def shaped_as(self, mask: Mask) -> list[str]:
        """The addresses that could stand under a mask of an address."""
        shapes = self._batch.addresses
        alike = [
            text for shape in shapes if _alike(_shape(mask.text), shape) for text in shapes[shape]
        ]
        return self._near(alike)

    def _near(self, texts: list[str]) -> list[str]:
        return sorted(texts, key=lambda text: text not in self._own)


def _partial(mask: Mask, clear: _Clear, document: str, locate: Locate) -> Iterator[Finding]:
    """That a mask leaves something of its value; and, where a place gives the rest, that."""
    values, exact = clear.completing(mask)
    place = mask.place
    box = locate(place.flow, place.start, place.end)
    if values:
        certainty = (0.95 if exact else 0.75) / (1 if len(values) == 1 else 1.5)
        yield Finding(
            Kind.INCONSISTENT,
            Severity.LEAK,
            certainty,
            "finding.partial-completed",
            place.flow.page,
            box,
            place.flow.channel,
            mask.text,
            place.flow.place,
            also=tuple(spot(value, document, locate) for value in values),
        )
    possible = _possibilities(mask.text)
    yield Finding(
        Kind.PARTIAL_MASK,
        Severity.WARNING,
        0.6,
        "finding.partial-few" if possible else "finding.partial",
        place.flow.page,
        box,
        place.flow.channel,
        mask.text,
        place.flow.place,
        facts={"possible": possible} if possible else {},
    )


def _possibilities(text: str) -> int:
    """How many values a short mask at the end of a hexadecimal or decimal token leaves."""
    match = re.search(r"([0-9a-f]{3,})([xX]{3,5})(?![\w])", text, re.I)
    if match is None:
        return 0
    left, run = match.group(1), len(match.group(2))
    if left.isdigit():
        return int(10**run)
    return int(16**run) if _HEX.fullmatch(left) and any(c.isdigit() for c in left) else 0


def _whole(mask: Mask, clear: _Clear, document: str, locate: Locate) -> Iterator[Finding]:
    """An address wholly masked that stands in clear after the same words, with its shape."""
    best: tuple[int, Place] | None = None
    around = _beside(mask.place)
    for text in clear.shaped_as(mask):
        values = clear.at(text)
        for value in values:
            words = _same_words(around, clear.beside(value))
            if words >= _CONTEXT and (best is None or words > best[0]):
                best = (words, value)
        if best is None and mask.matches(text, 0) and len(mask.text) > 8:
            best = (0, values[0])
    if best is None:
        return
    words, value = best
    place = mask.place
    yield Finding(
        Kind.INCONSISTENT,
        Severity.LEAK if words else Severity.WARNING,
        min(0.9, 0.5 + 0.06 * words),
        "finding.masked-elsewhere-clear",
        place.flow.page,
        locate(place.flow, place.start, place.end),
        place.flow.channel,
        mask.text,
        place.flow.place,
        also=(spot(value, document, locate),),
    )


def _shape(address: str) -> _Shape:
    return tuple(len(part) for part in address.partition("@")[0].split("."))


def _alike(one: _Shape, two: _Shape) -> bool:
    """Whether they have the same dots and about the same length."""
    return (
        any(one)
        and len(one) == len(two)
        and all(abs(a - b) <= 1 for a, b in zip(one, two, strict=True))
    )


def _beside(place: Place) -> _Beside:
    return _words(place.before)[::-1], _words(place.after)


def _same_words(one: _Beside, two: _Beside) -> int:
    """How many words in a row are the same, before and after."""
    return sum(map(common_prefix, one, two))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(text)]
