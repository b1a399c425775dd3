"""What a person decides of mentions, and how they are corrected."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from redactor.dossier.records import StepRow
from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision, Default
from redactor.text.flow import Span
from redactor.ui.geometry import moved_by_word, trimmed
from redactor.ui.words import state_name

if TYPE_CHECKING:
    from redactor.ui.desk import Desk


class DecisionDesk(QObject):
    """Every action is one step, committed before the list shows it."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def default_of(self, mention: str) -> Default:
        """What the profile says of a mention."""
        assert self._desk.dossier is not None
        return self._desk.dossier.effective(mention).default

    def decide(self, ids: Sequence[str], decision: Decision) -> None:
        """Decide mentions. `REVIEW` takes decisions back."""
        dossier = self._desk.at_hand
        said = None if decision is Decision.REVIEW else decision
        text = ""
        if len(ids) > 1:
            text = self.tr("{state} : %n mention(s) (Ctrl+Z pour annuler)", "", len(ids))
        state = state_name(decision).capitalize()
        self._do(partial(dossier.decide, ids, said), ids, text.format(state=state))

    def set_ground(self, ids: Sequence[str], ground: str) -> None:
        self._do(partial(self._desk.at_hand.change, ids, ground=ground), ids)

    def set_category(self, ids: Sequence[str], category: Category) -> None:
        self._do(partial(self._desk.at_hand.change, ids, category=category), ids)

    def set_role(self, ids: Sequence[str], role: Role) -> None:
        self._do(partial(self._desk.at_hand.change, ids, role=role), ids)

    def move_end(self, mention: str, step: int, *, start: bool = False) -> None:
        """Move the end of a mention, or its start, by a word."""
        item = self._desk.review.items.get(mention)
        if item is None:
            return
        span = item.mention.span
        flow = self._desk.listing.flow(item.document, span.flow)
        if flow is None:
            return
        low, high = span.start, span.end
        if start:
            low = moved_by_word(flow.text, low, step)
        else:
            high = moved_by_word(flow.text, high, step)
        low, high = trimmed(flow.text, low, high)
        if low < high and (low, high) != (span.start, span.end):
            moved = Span(span.flow, low, high)
            change = self._desk.at_hand.change
            self._do(partial(change, [mention], span=moved), [mention])

    def _do(self, action: Callable[[], StepRow | None], ids: Sequence[str], said: str = "") -> None:
        done: list[StepRow | None] = []

        def show() -> None:
            if done[0] is not None:
                self._desk.listing.refresh(ids)
                self._desk.history_changed.emit()
                if said:
                    self._desk.said.emit(said)

        self._desk.attempt_apart(lambda: done.append(action()), len(ids), show)
