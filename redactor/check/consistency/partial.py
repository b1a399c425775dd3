"""Masks that can be completed: by what was left of the value, by the words around it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from redactor.check.consistency.evidence import Evidence, Locate, Place, spot
from redactor.check.consistency.masks import Mask, joined, masks, tokens
from redactor.check.finding import Finding, Kind, Severity

_WORDS = re.compile(r"[^\W_]+")
#: Masks and values looked at: a hostile file repeats them without end.
_MOST = 2000
#: Masks of one length compared with each other.
_ALIKE = 50
_HEX = re.compile(r"[0-9a-f]+", re.I)
#: Words before or after that must be the same for a context to be one.
_CONTEXT = 3


def findings(evidence: Sequence[Evidence], document: str, locate: Locate) -> Iterator[Finding]:
    """The masks of `document` that this or another document completes."""
    mine = [e for e in evidence if e.document == document]
    found = list(_first(masks(mine), _MOST))
    if not found:
        return
    yield from _joined(found, evidence, document, locate)
    clear = _Clear(evidence)
    done: set[str] = set()
    for mask in found:
        if mask.tells:
            if mask.text.casefold() not in done:
                done.add(mask.text.casefold())
                yield from _partial(mask, clear, document, locate)
        elif mask.is_address:
            yield from _whole(mask, clear, document, locate)


def _joined(
    mine: Sequence[Mask], evidence: Sequence[Evidence], document: str, locate: Locate
) -> Iterator[Finding]:
    """Masks of `document` that another mask, here or elsewhere, completes in part."""
    by_length: dict[int, list[Mask]] = defaultdict(list)
    for mask in _first(masks(evidence), _MOST):
        if mask.tells and len(by_length[len(mask.text)]) < _ALIKE:
            by_length[len(mask.text)].append(mask)
    said: set[str] = set()
    for mask in mine:
        if not mask.tells or mask.text.casefold() in said:
            continue
        for other in by_length[len(mask.text)]:
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


class _Clear:
    """The tokens in clear of all documents."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self.by_text: dict[str, list[Place]] = defaultdict(list)
        for place in tokens(evidence):
            kept = self.by_text[place.text.casefold()]
            if len(kept) < 50:
                kept.append(place)
        self.addresses = [text for text in self.by_text if "@" in text]

    def completing(self, mask: Mask) -> tuple[list[Place], bool]:
        """Values that fit what is left of a mask, and whether they fit to the letter."""
        pool = self.addresses if mask.is_address else list(self.by_text)
        literal = max(re.split(r"[xX]{3,}|[█▇▆■▮●⬛*]+", mask.text.casefold()), key=len)
        for slack in (0, 2):
            fitting = [t for t in pool if literal in t and mask.matches(t, slack)]
            if fitting:
                return [self.by_text[text][0] for text in fitting[:5]], slack == 0
        return [], False


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
    for text in clear.addresses:
        if not _same_shape(mask.text, text):
            continue
        for value in clear.by_text[text]:
            words = _same_words(mask.place, value)
            if words >= _CONTEXT and (best is None or words > best[0]):
                best = (words, value)
        if best is None and mask.matches(text, 0) and len(mask.text) > 8:
            best = (0, clear.by_text[text][0])
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


def _same_shape(mask: str, clear: str) -> bool:
    """Whether the part before the @ has about the mask's length and the same dots."""
    one, two = mask.partition("@")[0], clear.partition("@")[0]
    if not one or one.count(".") != two.count("."):
        return False
    return all(
        abs(len(a) - len(b)) <= 1 for a, b in zip(one.split("."), two.split("."), strict=True)
    )


def _same_words(one: Place, two: Place) -> int:
    """How many words in a row are the same, before and after."""
    before = _run(_words(one.before)[::-1], _words(two.before)[::-1])
    after = _run(_words(one.after), _words(two.after))
    return before + after


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(text)]


def _run(one: list[str], two: list[str]) -> int:
    count = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        count += 1
    return count


def _first(items: Iterator[Mask], most: int) -> Iterator[Mask]:
    for _, item in zip(range(most), items, strict=False):
        yield item
