"""The same page given twice: what one release hides and the other shows.

Pages are paired by the words they share, then read side by side. Between two runs of words that
both have, what only one has was hidden in the other: behind a typed mask, a box, or silently.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from redactor.check.consistency.evidence import Evidence, Locate, Place, spot
from redactor.check.consistency.masks import is_masked, literals
from redactor.check.finding import Finding, Hole, Kind, Severity
from redactor.formats.base import Box
from redactor.formats.slots import NAME_MARK
from redactor.text.flow import Channel, Flow

_WORD = re.compile(r"\S+")
_BARE = re.compile(r"[\W_]+")
#: Words in a row that make a print of a page, and prints that two pages must share.
_PRINT = 4
_SHARED = 0.5
#: Pages with one print: more of them have a letterhead in common, not a text.
_LETTERHEAD = 40
#: Words that may be missing between two common runs for it to be a redaction, not another text.
_LONGEST = 60
#: Words compared at most on a page: the comparison is not linear.
_MOST = 4000
_PAGES = frozenset({Channel.BODY, Channel.OCR})


@dataclass(frozen=True)
class Sheet:
    """A page of a document, or a whole document without pages, as words."""

    document: str
    page: int | None
    words: tuple[tuple[Flow, int, int], ...]
    bare: tuple[str, ...]
    prints: Counter[tuple[str, ...]]

    def place(self, start: int, end: int) -> Place | None:
        """The words `start` to `end` as one place; the part in the first word's flow."""
        if start >= end:
            return None
        flow, low, high = self.words[start]
        for other, _, last in self.words[start:end]:
            if other.id == flow.id:
                high = last
        return Place(self.document, flow, low, high)

    def text(self, start: int, end: int) -> str:
        return " ".join(flow.text[low:high] for flow, low, high in self.words[start:end])


def sheets(evidence: Evidence) -> list[Sheet]:
    """The pages of a document, in order."""
    by_page: dict[int | None, list[Flow]] = {}
    for flow in evidence.flows:
        if flow.channel in _PAGES or (flow.page is None and flow.channel.value in _TEXT):
            by_page.setdefault(flow.page, []).append(flow)
    made = []
    for page, flows in by_page.items():
        words = [
            (flow, match.start(), match.end())
            for flow in flows
            for match in _WORD.finditer(flow.text)
        ][:_MOST]
        bare = tuple(_BARE.sub("", f.text[a:b]).casefold() or "\u2588" for f, a, b in words)
        prints = Counter(bare[i : i + _PRINT] for i in range(len(bare) - _PRINT + 1))
        made.append(Sheet(evidence.document, page, tuple(words), bare, prints))
    return made


_TEXT = frozenset({"header", "footer", "footnote", "endnote", "textbox"})


class Batch:
    """The pages of all documents, by what is printed on them."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self._sheets: dict[str, list[Sheet]] = {}
        self._index: dict[tuple[str, ...], list[Sheet]] = {}
        for each in evidence:
            for sheet in sheets(each):
                self._sheets.setdefault(each.document, []).append(sheet)
                for one in sheet.prints:
                    self._index.setdefault(one, []).append(sheet)

    def of(self, own: Evidence) -> list[Sheet]:
        """The pages of a document."""
        return self._sheets.get(own.document, [])

    def like(self, sheet: Sheet) -> Iterator[Sheet]:
        """The pages that give the same text, those of its own document first."""
        shared: Counter[int] = Counter()
        known: dict[int, Sheet] = {}
        for one in sheet.prints:
            others = self._index[one]
            if len(others) > _LETTERHEAD:
                continue
            for other in others:
                if other is not sheet:
                    shared[id(other)] += 1
                    known[id(other)] = other
        nearest = sorted(
            known.values(), key=lambda s: (-shared[id(s)], s.document != sheet.document)
        )
        for other in nearest[:3]:
            fewest = min(len(sheet.prints), len(other.prints))
            if fewest >= 5 and shared[id(other)] >= _SHARED * fewest:
                yield other


def findings(
    own: Evidence, batch: Batch, locate: Locate, holes: Sequence[Hole] = ()
) -> Iterator[Finding]:
    """Pages of a document that it, or another document of the batch, gives with other masks.

    `holes`: the boxes in its lines, which hide without a sign in the text.
    """
    boxed = {hole.page for hole in holes}
    readable = frozenset(one for sheet in batch.of(own) for one in sheet.prints)
    for sheet in batch.of(own):
        masked = is_masked(sheet.text(0, len(sheet.words)))
        if not masked and sheet.page not in boxed:
            continue  # it hides nothing
        for other in batch.like(sheet):
            if masked:
                yield from masked_here(sheet, other, locate, readable)
            yield from _boxed_here(sheet, other, locate, holes)


def masked_here(
    sheet: Sheet,
    other: Sheet,
    locate: Locate,
    readable: Set[tuple[str, ...]],
) -> Iterator[Finding]:
    """What a typed mask hides on `sheet` and `other` shows.

    `readable`: what the document of `sheet` prints anywhere. A run of it stands elsewhere, on the
    next page or in another order, and is not what the mask hides.
    """
    for low, high, first, last in differences(sheet, other):
        hidden, shown = sheet.text(low, high), other.text(first, last)
        here, there = sheet.place(low, high), other.place(first, last)
        if here is None or there is None or not is_masked(hidden):
            continue
        if high - low > _LONGEST or last - first > _LONGEST:
            continue
        if all(bare == NAME_MARK for bare in other.bare[first:last]):
            continue  # what our copies show where only a word may stand: an address's name
        run = other.bare[first:last]
        if len(run) >= _PRINT and all(
            run[i : i + _PRINT] in readable for i in range(len(run) - _PRINT + 1)
        ):
            continue
        both = is_masked(shown)
        if both and (literals(hidden) == literals(shown) or not literals(shown)):
            continue  # the same is left of it, or nothing
        yield Finding(
            Kind.INCONSISTENT,
            Severity.WARNING if both else Severity.LEAK,
            0.6 if both else 0.85,
            "finding.masks-differ" if both else "finding.twin-pages",
            here.flow.page,
            locate(here.flow, here.start, here.end),
            here.flow.channel,
            hidden,
            here.flow.place,
            also=(spot(there, sheet.document, locate),),
        )


def _boxed_here(
    sheet: Sheet, other: Sheet, locate: Locate, holes: Sequence[Hole]
) -> Iterator[Finding]:
    """What `other` shows where `sheet` has nothing but a box."""
    boxes = [hole.box for hole in holes if hole.page == sheet.page]
    if not boxes:
        return
    for low, high, first, last in differences(sheet, other):
        there = other.place(first, last)
        if low != high or not low or there is None or last - first > _LONGEST:
            continue
        if is_masked(other.text(first, last)):
            continue
        before = sheet.place(low - 1, low)
        after = sheet.place(low, min(low + 1, len(sheet.words)))
        ends = [locate(p.flow, p.start, p.end) for p in (before, after) if p is not None]
        box = next((b for b in boxes if any(e and _beside(b, e) for e in ends)), None)
        if box is None:
            continue
        yield Finding(
            Kind.INCONSISTENT,
            Severity.LEAK,
            0.85,
            "finding.twin-pages-box",
            sheet.page,
            box,
            Channel.BODY,
            other.text(first, last),
            also=(spot(there, sheet.document, locate),),
        )


def _beside(box: Box, word: Box) -> bool:
    """Whether a word stands on the line of a box, right before or after it."""
    middle, near = (box[1] + box[3]) / 2, 1.5 * (word[3] - word[1])
    return word[1] <= middle <= word[3] and (
        abs(word[2] - box[0]) < near or abs(word[0] - box[2]) < near
    )


def differences(one: Sheet, two: Sheet) -> Iterator[tuple[int, int, int, int]]:
    """Word ranges (of `one`, of `two`) that differ between common runs."""
    matcher = SequenceMatcher(None, one.bare, two.bare, autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield low, high, first, last
