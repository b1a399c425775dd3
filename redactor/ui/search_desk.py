"""Texts looked for in the dossier, and mentions made of them by a person."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from redactor.law.categories import Category
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Span
from redactor.text.fold import Finder

if TYPE_CHECKING:
    from redactor.ui.desk import Desk

Found: TypeAlias = list[tuple[str, Span]]
"""Occurrences of a text: document and span."""


class SearchDesk(QObject):
    """Finds, and adds what was found or selected."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def find(self, text: str, then: Callable[[Found], None]) -> None:
        """Look for a text in every flow of the dossier, apart from the window."""
        listing = self._desk.listing
        flows = [
            (document, flow) for document in listing.documents for flow in listing.flows(document)
        ]
        self._desk.background.run(partial(_find, text, flows), then)

    def add(self, places: Iterable[tuple[str, Span]], category: Category) -> list[str]:
        """Make mentions of spans and occult them, as one step. Gives their ids."""
        desk, dossier = self._desk, self._desk.ensure_dossier()
        mentions = []
        for document, span in places:
            flow = desk.listing.flow(document, span.flow)
            if flow is not None:
                text = flow.text[span.start : span.end]
                mention = Mention(
                    "", span, text, category,
                    channel=flow.channel, page=flow.page, detector="person",
                )  # fmt: skip
                mentions.append((document, mention))
        ids: list[str] = []
        if not mentions or not desk.attempt(lambda: ids.extend(dossier.add_mentions(mentions))):
            return []
        desk.listing.show_new(ids)
        desk.said.emit(self.tr("%n mention(s) ajoutée(s) et occultée(s)", "", len(ids)))
        return ids

    def add_everywhere(
        self, text: str, category: Category, then: Callable[[list[str]], None]
    ) -> None:
        """Occult a text wherever it stands; what covers it already is not doubled."""

        def found(places: Found) -> None:
            if ids := self.add(places, category):
                then(ids)

        self.find(text, found)


def _find(text: str, flows: Sequence[tuple[str, Flow]]) -> Found:
    finder = Finder({"": text})
    return [
        (document, Span(flow.id, start, end))
        for document, flow in flows
        for _, start, end in finder.find(flow.text)
    ]
