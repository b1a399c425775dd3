"""The right of the window: the filter, the list of mentions, the panel of the current one.

It knows where the reviewer is and moves on after a decision; what a decision does is the
desk's business.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from redactor.dossier.records import ReadingRow, Verdict
from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision, Default
from redactor.ui.commands import keyed_grounds
from redactor.ui.detail_panel import DetailPanel
from redactor.ui.filter_bar import FilterBar
from redactor.ui.mention_list import MentionList
from redactor.ui.mention_model import TITLE, MentionModel
from redactor.ui.palette import Theme
from redactor.ui.review import Filter, Group, Item, Review, Row, Show, next_where


class Decider(Protocol):
    """What the pane has done."""

    def decide(self, ids: Sequence[str], decision: Decision) -> None: ...

    def set_ground(self, ids: Sequence[str], ground: str) -> None: ...

    def set_category(self, ids: Sequence[str], category: Category) -> None: ...

    def set_role(self, ids: Sequence[str], role: Role) -> None: ...

    def default_of(self, mention: str) -> Default: ...


class ReviewPane(QWidget):
    """Where mentions are listed and decided."""

    went_to = Signal(str)
    """The id of the mention that became current; empty for none."""
    nothing_left = Signal()
    """Every mention is decided, and the next thing to decide was asked for."""
    said = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, review: Review, decisions: Decider, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._decisions = decisions
        self._current = ""
        self._begun = ""
        self._flags: Mapping[str, str] = {}
        self._readings: Mapping[str, ReadingRow] = {}
        self._marked: frozenset[str] = frozenset()
        self._confirmed: frozenset[str] = frozenset()
        self.model = MentionModel(review, self)
        self.list = MentionList(self.model)
        self.filter = FilterBar()
        self.detail = DetailPanel()
        self._empty = QLabel(self.tr("Aucune mention ne correspond au filtre."))
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.hide()
        self._lay_out()
        self.filter.changed.connect(self._filter)
        self.list.current_row.connect(self._moved)
        self.detail.decided.connect(self.decide)
        self.detail.ground_changed.connect(self.set_ground)
        self.detail.category_changed.connect(self.set_category)
        self.detail.role_changed.connect(self.set_role)

    def _lay_out(self) -> None:
        top = QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(10, 10, 10, 8)
        above.setSpacing(8)
        above.addWidget(self.filter)
        above.addWidget(self._empty)
        above.addWidget(self.list, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Mention choisie"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(10, 2, 10, 10)
        inside.addWidget(self.detail)
        inside.addStretch(1)
        scroll.setWidget(holder)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(top)
        split.addWidget(scroll)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setCollapsible(0, False)
        split.setSizes([380, 310])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    # --- where one is ---------------------------------------------------------------------

    @property
    def current(self) -> str:
        """The id of the current mention; empty on a heading."""
        return self._current

    def row(self) -> Row | None:
        return self.model.row_at(self.list.currentIndex())

    def go_to(self, mention: str) -> None:
        """Make a mention current, widening the filter if it hides it."""
        row = self.model.row_of(mention)
        if row is None and (item := self._review.items.get(mention)):
            self.model.toggle(item.group, closed=False)
            row = self.model.row_of(mention)
            if row is None:
                self.filter.clear()
                self._filter(self.filter.filter())
                row = self.model.row_of(mention)
        if row is not None:
            self.list.go_to_row(row)

    def next_undecided(self, step: int = 1) -> None:
        """Go to the next mention that waits for a person; say so when there is none."""
        start = self.list.currentIndex().row()
        row = next_where(self.model.rows, start, lambda item: item.undecided, step)
        if row is None:
            hidden = self._review.undecided() + self._review.signals()
            if hidden and self.model.narrow != Filter():
                self.said.emit(
                    self.tr(
                        "Plus rien à décider dans cette liste ; le filtre en cache encore %n.",
                        "",
                        hidden,
                    )
                )
            else:
                self.said.emit(self.tr("Tout est décidé."))
                self.nothing_left.emit()
            return
        self.list.go_to_row(row)

    def next_matching(self, wanted: Callable[[Item], bool]) -> None:
        """Go to the next mention of the list that is wanted, if there is one."""
        row = next_where(self.model.rows, self.list.currentIndex().row(), wanted)
        if row is not None:
            self.list.go_to_row(row)

    def skip(self) -> None:
        """Leave the current mention as it is and go on."""
        self.next_undecided()

    # --- deciding -------------------------------------------------------------------------

    def decide(self, decision: Decision, every: bool = False) -> None:
        """Decide the current mention, or all those of its entity; then move on."""
        row = self.row()
        if row is None:
            return
        ids = self._reach(row, every)
        if not ids:
            return
        follow = self._after(set(ids))
        self._decisions.decide(ids, decision)
        if follow is not None:
            self.go_to(follow)

    def set_ground(self, code: str) -> None:
        if ids := self._here():
            self._decisions.set_ground(ids, code)

    def set_ground_key(self, number: int) -> None:
        """The ground of key 1 to 9."""
        codes = keyed_grounds()
        if 0 < number <= len(codes):
            self.set_ground(codes[number - 1])

    def set_category(self, category: Category) -> None:
        if ids := self._here():
            self._decisions.set_category(ids, category)

    def set_role(self, role: Role) -> None:
        if ids := self._here():
            self._decisions.set_role(ids, role)

    def _here(self) -> list[str]:
        row = self.row()
        return self._reach(row, every=False) if row is not None else []

    def _reach(self, row: Row, every: bool) -> list[str]:
        """What an action on a row is about: one mention, or all of its entity.

        An entity's heading stands for what it lists; « all » reaches past the filter, and the
        panel says how many before.
        """
        if isinstance(row, Group) and not every:
            return list(row.items)
        key = row.key if isinstance(row, Group) else row.group
        if every:
            return [item.id for item in self._review.of_group(key)]
        return [row.id] if isinstance(row, Item) else []

    def _after(self, done: set[str]) -> str | None:
        """Where to go once these are decided: the next that waits, else the next in the list."""
        rows = self.model.rows
        start = self.list.currentIndex().row()
        wanted = next_where(rows, start, lambda item: item.undecided and item.id not in done)
        if wanted is None:
            wanted = next(
                (
                    number
                    for number in range(start + 1, len(rows))
                    if isinstance(row := rows[number], Item) and row.id not in done
                ),
                None,
            )
        if wanted is None:
            return None
        row = rows[wanted]
        return row.id if isinstance(row, Item) else None

    def show_notes(self, flags: Mapping[str, str], readings: Mapping[str, ReadingRow]) -> None:
        """What was flagged, and what the second reader says, by mention."""
        if (flags, readings) == (self._flags, self._readings):
            return
        self._flags, self._readings = flags, readings
        returned, confirmed = (
            frozenset(mention for mention, row in readings.items() if row.verdict is verdict)
            for verdict in (Verdict.RETURNED, Verdict.CONFIRMED)
        )
        self._marked, self._confirmed = frozenset(flags) | returned, confirmed
        self.model.mark(self._marked)
        if self.model.narrow.show in (Show.MARKED, Show.UNREAD):
            self._filter(self.filter.filter())
        self._show_current()

    # --- what changed ---------------------------------------------------------------------

    def mentions_listed(self) -> None:
        """Mentions came or went."""
        self.model.rebuild()
        self._say_empty()
        if self.model.rows and self._at_begin():
            first = next_where(self.model.rows, -1, lambda item: item.undecided)
            if first is not None or not self.list.currentIndex().isValid():
                self.list.go_to_row(first or 0)
                self._begun = self._current
        self._show_current()

    def _at_begin(self) -> bool:
        """Whether one is still where the list put one, though nothing is to be decided there:
        the first doubtful mention may come after the first mention."""
        row = self.row()
        if isinstance(row, Item):
            item = self._review.items.get(row.id, row)
            return item.id == self._begun and not (item.undecided or item.decided)
        return row is None

    def mentions_changed(self, ids: Sequence[str]) -> None:
        """Mentions were decided or changed."""
        if self.model.narrow.show is Show.ALL and not self._regrouped(ids):
            self.model.refresh(ids)
        else:
            self.model.rebuild()
        self._say_empty()
        self._show_current()

    def _regrouped(self, ids: Sequence[str]) -> bool:
        """Whether a change moves a mention to another heading."""
        for mention in ids:
            row, item = self.model.row_of(mention), self._review.items.get(mention)
            if row is None or item is None:
                return True
            old = self.model.rows[row]
            if isinstance(old, Item) and old.group != item.group:
                return True
        return False

    def _filter(self, narrow: Filter) -> None:
        if narrow.show in (Show.MARKED, Show.UNREAD):
            narrow = replace(narrow, marked=self._marked, confirmed=self._confirmed)
        self.model.set_filter(narrow)
        self._say_empty()
        if not self.list.currentIndex().isValid() and self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))

    def _say_empty(self) -> None:
        """Say so where the filter leaves nothing."""
        nothing = not self.model.rows and bool(self._review.items)
        self._empty.setVisible(nothing)
        self.list.setVisible(not nothing)

    def _moved(self, row: Row | None) -> None:
        self._show_current()
        mention = row.id if isinstance(row, Item) else ""
        if mention != self._current:
            self._current = mention
            if mention:
                self.went_to.emit(mention)
        if row is not None and self.list.hasFocus():
            event = QAccessibleAnnouncementEvent(self.list, self.model.spoken(row))
            QAccessible.updateAccessibility(event)

    def _show_current(self) -> None:
        row = self.row()
        known = self._review.items
        if row is None or (isinstance(row, Item) and row.id not in known):
            self.detail.show_nothing()
        elif isinstance(row, Group):
            items = [known[mention] for mention in row.items if mention in known]
            reach = self._review.reach(self._reach(row, every=True))
            title = self.model.data(self.list.currentIndex(), TITLE)
            self.detail.show_group(title, items, reach)
        else:
            reach = self._review.reach(self._reach(row, every=True))
            item = self._review.items.get(row.id, row)
            self.detail.show_item(item, self._decisions.default_of(row.id), reach)
            self.detail.show_note(self._flags.get(row.id), self._readings.get(row.id))
