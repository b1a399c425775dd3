"""What is reviewed: items, their order and their groups. No Qt, no widgets.

The order is set once and stays: an entity that was doubtful when it was first listed does not
jump away when its last mention is decided, since a list that moves under the hand makes
people decide the wrong row.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.text.fold import fold

# Folding costs 5 µs: over 20,000 mentions, a filter would take 100 ms.
_fold = lru_cache(maxsize=65536)(fold)


@dataclass(frozen=True, slots=True)
class Item:
    """A mention as the list shows it: where it is, what is decided, by whom."""

    mention: Mention
    document: str
    """The document's id in the dossier."""
    decision: Decision
    """What would be done with it now."""
    decided: bool
    """Whether a person said so; otherwise it is what the profile proposes."""
    ground: str
    order: tuple[int, int, int]
    """Its place in reading order: document, flow, character."""
    before: str = ""
    after: str = ""
    flagged: bool = False

    @property
    def id(self) -> str:
        return self.mention.id

    @property
    def undecided(self) -> bool:
        """Whether a person still has to choose."""
        return self.decision is Decision.REVIEW

    @property
    def group(self) -> str:
        """What it is listed under: its entity or, failing one, its own words."""
        mention = self.mention
        if mention.is_signal:
            return f"signal:{mention.category}"
        return mention.entity or f"{mention.category}:{_fold(mention.text)}"


class Show(StrEnum):
    """Which mentions the list shows."""

    ALL = "all"
    UNDECIDED = "undecided"
    OCCULT = "occult"
    KEEP = "keep"
    SIGNAL = "signal"


class Arrange(StrEnum):
    """How the list is ordered."""

    ENTITY = "entity"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to."""

    text: str = ""
    show: Show = Show.ALL
    document: str = ""
    """A document's id; empty for all."""
    category: Category | None = None
    arrange: Arrange = Arrange.ENTITY

    def admits(self, item: Item, folded_text: str) -> bool:
        """Whether the item is shown. `folded_text` is `fold(self.text)`."""
        if self.document and item.document != self.document:
            return False
        if self.category is not None and item.mention.category is not self.category:
            return False
        match self.show:
            case Show.UNDECIDED if not item.undecided:
                return False
            case Show.OCCULT if item.decision not in (Decision.OCCULT, Decision.DISJOIN):
                return False
            case Show.KEEP if item.decision is not Decision.KEEP:
                return False
            case Show.SIGNAL if not item.mention.is_signal:
                return False
        return not folded_text or folded_text in _fold(item.mention.text)


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of an entity's mentions."""

    key: str
    items: tuple[str, ...]
    """Ids of the mentions shown under it."""
    collapsed: bool = False


Row = Group | Item


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a bulk action goes, said before it is done."""

    mentions: int
    pages: int
    documents: int


@dataclass(slots=True)
class Review:
    """Every item of the dossier, and the order in which they are listed."""

    items: dict[str, Item] = field(default_factory=dict)
    _rank: dict[str, tuple[int, tuple[int, int, int]]] = field(default_factory=dict)

    def put(self, items: Iterable[Item]) -> None:
        """Add items, or replace those of the same id."""
        for item in items:
            self.items[item.id] = item
            doubtful = 0 if item.undecided else 1
            if item.mention.is_signal:
                doubtful = 2
            old = self._rank.get(item.group)
            rank = (doubtful, item.order)
            # A group keeps the best place it had: see the module's note.
            if old is None or rank < old:
                self._rank[item.group] = rank

    def drop(self, ids: Iterable[str]) -> None:
        for mention in ids:
            self.items.pop(mention, None)

    def clear(self) -> None:
        self.items.clear()
        self._rank.clear()

    def settle(self) -> None:
        """Forget the places: the next list puts what is doubtful now first."""
        self._rank.clear()
        self.put(tuple(self.items.values()))

    def rows(self, narrow: Filter, collapsed: frozenset[str] = frozenset()) -> list[Row]:
        """The list: headings and items, or items alone in reading order."""
        text = fold(narrow.text)
        shown = [item for item in self.items.values() if narrow.admits(item, text)]
        shown.sort(key=lambda item: item.order)
        if narrow.arrange is Arrange.READING:
            return list(shown)
        groups: dict[str, list[Item]] = {}
        for item in shown:
            groups.setdefault(item.group, []).append(item)
        rows: list[Row] = []
        for key in sorted(groups, key=lambda group: self._rank[group]):
            members = groups[key]
            closed = key in collapsed
            rows.append(Group(key, tuple(item.id for item in members), closed))
            if not closed:
                rows.extend(members)
        return rows

    def of_group(self, key: str) -> list[Item]:
        """Every item of a group, shown or not, in reading order."""
        return sorted(
            (item for item in self.items.values() if item.group == key),
            key=lambda item: item.order,
        )

    def reach(self, ids: Iterable[str]) -> Reach:
        """How many mentions, pages and documents a list of ids covers."""
        found = [self.items[mention] for mention in ids if mention in self.items]
        pages = {(item.document, item.mention.page) for item in found if item.mention.page}
        return Reach(len(found), len(pages), len({item.document for item in found}))

    def undecided(self) -> int:
        """How many mentions wait for a person; signals apart."""
        return sum(item.undecided and not item.mention.is_signal for item in self.items.values())

    def signals(self) -> int:
        """How many signals wait for a person."""
        return sum(item.undecided and item.mention.is_signal for item in self.items.values())


def title_of(items: Iterable[Item]) -> str:
    """The name of a group: its longest form that is not all capitals, else its longest."""
    texts = [" ".join(item.mention.text.split()) for item in items]
    plain = [text for text in texts if not text.isupper()] or texts
    return max(plain, key=len, default="")


def next_where(
    rows: list[Row], start: int, wanted: Callable[[Item], bool], step: int = 1
) -> int | None:
    """The next row after `start` that is wanted, going round once; None when there is none."""
    n = len(rows)
    for distance in range(1, n + 1):
        position = (start + step * distance) % n
        row = rows[position]
        if isinstance(row, Item) and wanted(row):
            return position
    return None


def counts(items: Iterable[Item]) -> Mapping[Decision, int]:
    """How many items stand at each decision."""
    result = dict.fromkeys(Decision, 0)
    for item in items:
        result[item.decision] += 1
    return result
