"""What is reviewed: items, their order and their groups. No Qt, no widgets.

The order is set once and stays: an entity that was doubtful when it was first listed does not
jump away when its last mention is decided, since a list that moves under the hand makes
people decide the wrong row.
"""

from bisect import insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from time import perf_counter
from typing import TypeAlias, TypeVar

from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.text.fold import fold

Order: TypeAlias = tuple[int, int, int]
_Key = TypeVar("_Key")


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
    order: Order
    """Its place in reading order: document, flow, character."""
    before: str = ""
    after: str = ""
    id: str = field(init=False)
    folded: str = field(init=False)
    """Its words, folded: folding 20,000 mentions at each filter would take 100 ms."""
    group: str = field(init=False)
    """What it is listed under: its entity or, failing one, its own words."""

    def __post_init__(self) -> None:
        mention = self.mention
        words = fold(mention.text)
        group = mention.entity or f"{mention.category}:{words}"
        if mention.is_signal:
            group = f"signal:{mention.category}"
        object.__setattr__(self, "id", mention.id)
        object.__setattr__(self, "folded", words)
        object.__setattr__(self, "group", group)

    @property
    def undecided(self) -> bool:
        """Whether a person still has to choose."""
        return self.decision is Decision.REVIEW

    def now(self, decision: Decision, decided: bool, ground: str) -> "Item":
        """The same mention, decided otherwise."""
        if (decision, decided, ground) == (self.decision, self.decided, self.ground):
            return self
        # Neither copied nor made anew, which takes 50 µs: thousands are undone at once.
        new = object.__new__(Item)
        for name in _FIELDS:
            object.__setattr__(new, name, getattr(self, name))
        object.__setattr__(new, "decision", decision)
        object.__setattr__(new, "decided", decided)
        object.__setattr__(new, "ground", ground)
        return new


_FIELDS = tuple(each.name for each in fields(Item))


class Show(StrEnum):
    """Which mentions the list shows."""

    ALL = "all"
    UNDECIDED = "undecided"
    OCCULT = "occult"
    KEEP = "keep"
    SIGNAL = "signal"
    MARKED = "marked"
    """Flagged, or returned by the second reader."""
    UNREAD = "unread"
    """Not confirmed by the second reader yet."""


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
    marked: frozenset[str] = frozenset()
    """Mentions that someone must come back to."""
    confirmed: frozenset[str] = frozenset()
    """Mentions that the second reader confirmed."""

    def test(self) -> Callable[[Item], bool] | None:
        """Whether an item is shown; None where all are.

        Made once a listing: asking every field of the filter of each of 20,000 items took 40 ms.
        """
        tests: list[Callable[[Item], bool]] = []
        match self.show:
            case Show.UNDECIDED:
                tests.append(lambda item: item.decision is Decision.REVIEW)
            case Show.OCCULT:
                gone = (Decision.OCCULT, Decision.DISJOIN)
                tests.append(lambda item: item.decision in gone)
            case Show.KEEP:
                tests.append(lambda item: item.decision is Decision.KEEP)
            case Show.SIGNAL:
                tests.append(lambda item: item.mention.is_signal)
            case Show.MARKED:
                tests.append(lambda item: item.id in self.marked)
            case Show.UNREAD:
                tests.append(lambda item: item.id not in self.confirmed)
        if self.document:
            tests.append(lambda item: item.document == self.document)
        if self.category is not None:
            tests.append(lambda item: item.mention.category is self.category)
        if text := fold(self.text):
            tests.append(lambda item: text in item.folded)
        if len(tests) < 2:
            return tests[0] if tests else None
        return lambda item: all(test(item) for test in tests)


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of an entity's mentions."""

    key: str
    items: tuple[str, ...]
    """Ids of the mentions shown under it."""
    collapsed: bool = False
    id: str = field(init=False)
    """The row's own, which no mention has."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", heading(self.key))


Row = Group | Item


def heading(key: str) -> str:
    """The id of a group's row."""
    return f"group/{key}"


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a bulk action goes, said before it is done."""

    mentions: int
    pages: int
    documents: int


@dataclass(slots=True)
class Tally:
    """How many mentions a document has, and how many wait for a person."""

    total: int = 0
    undecided: int = 0
    """Signals apart."""
    signals: int = 0

    def count(self, item: Item, step: int) -> None:
        """Add an item (step 1) or take it off (step -1)."""
        self.total += step
        if item.undecided:
            if item.mention.is_signal:
                self.signals += step
            else:
                self.undecided += step


class Review:
    """Every item of the dossier, by what it is asked for, kept up to date item by item.

    At 20,000 mentions nothing here may look at all of them because one was decided.
    """

    def __init__(self) -> None:
        self.items: dict[str, Item] = {}
        self._rank: dict[str, tuple[int, Order]] = {}
        self._groups: dict[str, dict[str, Item]] = {}
        self._sorted: dict[str, list[str]] = {}
        self._listed: dict[str, list[Row]] = {}
        """The rows of groups that are shown whole and have not changed since: 6,754 mentions of
        1,500 people took 13 ms to list again, four times a second while a document was read."""
        self._pages: dict[tuple[str, int], dict[str, Item]] = {}
        self._flows: dict[tuple[str, str], dict[str, Item]] = {}
        self._tallies: dict[str, Tally] = {}

    def put(self, items: Iterable[Item]) -> None:
        """Add items, or replace those of the same id."""
        for item in items:
            old = self.items.get(item.id)
            if old is item:
                continue
            if old is not None:
                if (
                    old.group != item.group
                    or old.mention.span != item.mention.span
                    or old.order != item.order
                ):
                    self._remove(old)
                else:
                    self._tally(old.document).count(old, -1)
            self._add(item)

    def drop(self, ids: Iterable[str]) -> None:
        """Forget items; unknown ids are passed over."""
        for mention in ids:
            if item := self.items.get(mention):
                self._remove(item)

    def clear(self) -> None:
        self.__init__()  # type: ignore[misc]

    def settle(self) -> None:
        """Forget the places: the next list puts what is doubtful now first."""
        self._rank.clear()
        for item in self.items.values():
            self._place(item)

    def _add(self, item: Item) -> None:
        mention = item.mention
        members = self._groups.setdefault(item.group, {})
        fresh = item.id not in members
        self._listed.pop(item.group, None)
        self.items[item.id] = members[item.id] = item
        listed = self._sorted.get(item.group)
        if fresh and listed is not None:
            # Sorting all groups anew at each listing took 80 ms of 20,000 mentions.
            insort(listed, item.id, key=lambda mention: self.items[mention].order)
        if mention.page:
            self._pages.setdefault((item.document, mention.page), {})[item.id] = item
        self._flows.setdefault((item.document, mention.span.flow), {})[item.id] = item
        self._tally(item.document).count(item, 1)
        self._place(item)

    def _remove(self, item: Item) -> None:
        mention = item.mention
        del self.items[item.id]
        self._sorted.pop(item.group, None)
        self._listed.pop(item.group, None)
        _discard(self._groups, item.group, item.id)
        if mention.page:
            _discard(self._pages, (item.document, mention.page), item.id)
        _discard(self._flows, (item.document, mention.span.flow), item.id)
        self._tally(item.document).count(item, -1)

    def _place(self, item: Item) -> None:
        """A group keeps the best place it had: see the module's note."""
        doubtful = 2 if item.mention.is_signal else 0 if item.undecided else 1
        rank = (doubtful, item.order)
        old = self._rank.get(item.group)
        if old is None or rank < old:
            self._rank[item.group] = rank

    def _tally(self, document: str) -> Tally:
        return self._tallies.setdefault(document, Tally())

    # --- what is asked --------------------------------------------------------------------

    def rows(self, narrow: Filter, collapsed: frozenset[str] = frozenset()) -> list[Row]:
        """The list: headings and items, or items alone in reading order."""
        admits = narrow.test()
        if narrow.arrange is Arrange.READING:
            every = self.items.values()
            listed = every if admits is None else filter(admits, every)
            return sorted(listed, key=lambda item: item.order)
        rows: list[Row] = []
        for key in sorted(self._groups, key=self._rank.__getitem__):
            whole = admits is None and key not in collapsed
            found = self._listed.get(key) if whole else None
            if found is None:
                found = self._of(key, admits, closed=key in collapsed)
                if whole:
                    self._listed[key] = found
            rows += found
        return rows

    def prepare(self, seconds: float) -> bool:
        """Make rows that the next listing of all groups will want; whether some are left."""
        until = perf_counter() + seconds
        for key in self._groups.keys() - self._listed.keys():
            self._listed[key] = self._of(key, None, closed=False)
            if perf_counter() > until:
                return True
        return False

    def _of(self, key: str, admits: Callable[[Item], bool] | None, *, closed: bool) -> list[Row]:
        """The rows of a group; none where the filter leaves none of its mentions."""
        ids = self._ordered(key)
        members = [self.items[mention] for mention in ids]
        if admits is not None:
            shown = list(filter(admits, members))
            if len(shown) < len(members):
                members, ids = shown, [item.id for item in shown]
        if not members:
            return []
        group = Group(key, tuple(ids), closed)
        return [group] if closed else [group, *members]

    def _ordered(self, key: str) -> list[str]:
        found = self._sorted.get(key)
        if found is None:
            members = sorted(self._groups.get(key, {}).values(), key=lambda item: item.order)
            found = self._sorted[key] = [item.id for item in members]
        return found

    def of_group(self, key: str) -> list[Item]:
        """Every item of a group, shown or not, in reading order."""
        return [self.items[mention] for mention in self._ordered(key)]

    def groups_of(self, category: Category) -> list[list[Item]]:
        """The groups of a category, each in reading order."""
        found = (self.of_group(key) for key in list(self._groups))
        return [items for items in found if items and items[0].mention.category is category]

    def on_page(self, document: str, page: int) -> Iterable[Item]:
        return self._pages.get((document, page), {}).values()

    def in_flow(self, document: str, flow: str) -> Iterable[Item]:
        return self._flows.get((document, flow), {}).values()

    def reach(self, ids: Iterable[str]) -> Reach:
        """How many mentions, pages and documents a list of ids covers."""
        found = [self.items[mention] for mention in ids if mention in self.items]
        pages = {(item.document, item.mention.page) for item in found if item.mention.page}
        return Reach(len(found), len(pages), len({item.document for item in found}))

    def tally(self, document: str) -> Tally:
        """How a document stands."""
        return replace(self._tally(document))

    def undecided(self) -> int:
        """How many mentions wait for a person; signals apart."""
        return sum(tally.undecided for tally in self._tallies.values())

    def signals(self) -> int:
        """How many signals wait for a person."""
        return sum(tally.signals for tally in self._tallies.values())


def _discard(index: dict[_Key, dict[str, Item]], key: _Key, mention: str) -> None:
    members = index.get(key)
    if members is not None:
        members.pop(mention, None)
        if not members:
            del index[key]


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
