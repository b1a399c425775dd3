"""Texts looked for in the dossier, and mentions made of them by a person."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from redactor.dossier.search import seeker
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.law.profile import Profile
from redactor.text.bridge import Bridge, bridges, page_ends
from redactor.text.flow import Flow, Span
from redactor.ui.review import Item

if TYPE_CHECKING:
    from redactor.ui.desk import Desk

Found: TypeAlias = list[tuple[str, Span]]
"""Occurrences: document and span."""

# What has a form of its own, so that it is found without a word to look for.
FORMS = (
    Category.EMAIL,
    Category.PHONE,
    Category.NIR,
    Category.IBAN,
    Category.LICENCE_PLATE,
    Category.IP_ADDRESS,
)


class SearchDesk(QObject):
    """Finds, and adds what was found or selected."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def find(self, text: str, then: Callable[[Found], None], *, wild: bool = False) -> None:
        """Look for a text in every flow of the dossier, apart from the window. `wild`: `*` is
        the rest of a word, `?` a letter."""
        self._desk.background.run(partial(_find, text, self._flows(), wild), then)

    def find_form(self, category: Category, then: Callable[[Found], None]) -> None:
        """Look for everything that has the form of a category."""
        self._desk.background.run(partial(_find_form, category, self._flows()), then)

    def forms(self) -> list[Category]:
        """The forms of what the dossier's profile does not keep."""
        dossier = self._desk.dossier
        return [each for each in FORMS if dossier is None or _goes(dossier.profile, each)]

    def _flows(self) -> list[tuple[str, Sequence[Flow]]]:
        listing = self._desk.listing
        return [(document, listing.flows(document)) for document in listing.documents]

    def standing(self, document: str, span: Span) -> Item | None:
        """The mention that covers a span; one with its very ends before any other."""
        around = [
            item
            for item in self._desk.review.in_flow(document, span.flow)
            if item.mention.span.start <= span.start and span.end <= item.mention.span.end
            if not item.mention.is_signal
        ]
        return min(around, key=lambda i: i.mention.span.end - i.mention.span.start, default=None)

    def add(
        self, places: Iterable[tuple[str, Span]], category: Category, *, ground: str | None = None
    ) -> list[str]:
        """Make mentions of spans and occult them, as one step; those that stand are decided.
        Gives the ids of all."""
        desk, dossier = self._desk, self._desk.at_hand
        mentions = []
        for document, span in places:
            flow = desk.listing.flow(document, span.flow)
            if flow is None:
                continue
            stands = self.standing(document, span)
            same = stands is not None and stands.mention.span == span
            mention = Mention(
                "",
                span,
                flow.text[span.start : span.end],
                stands.mention.category if stands is not None and same else category,
                channel=flow.channel,
                page=flow.page,
                detector="person",
            )
            mentions.append((document, mention))
        ids: list[str] = []
        add = partial(dossier.add_mentions, mentions, ground=ground)
        if not mentions or not desk.attempt(lambda: ids.extend(add())):
            return []
        desk.listing.show_new(ids)
        desk.said.emit(
            self.tr("%n mention(s) ajoutée(s) et occultée(s) (Ctrl+Z pour annuler)", "", len(ids))
        )
        return ids

    def add_everywhere(
        self,
        text: str,
        category: Category,
        then: Callable[[list[str]], None],
        *,
        wild: bool = False,
    ) -> None:
        """Occult a text wherever it stands; what covers it already is not doubled."""

        def found(places: Found) -> None:
            if ids := self.add(places, category):
                then(ids)

        self.find(text, found, wild=wild)


def _find(text: str, read: Sequence[tuple[str, Sequence[Flow]]], wild: bool) -> Found:
    seek = seeker(text, wild=wild)
    phrase = " " in text.strip()
    return [(document, span) for document, flows in read for span in _spans(seek, flows, phrase)]


def _spans(
    seek: Callable[[str], list[tuple[int, int]]], flows: Sequence[Flow], phrase: bool
) -> list[Span]:
    """What is found, in order. What the end of a page or of a column cuts is two spans; only a
    phrase of several words is cut without a hyphen."""
    cuts = defaultdict[str, list[Bridge]](list)
    for bridge in (*bridges(flows), *(page_ends(flows) if phrase else ())):
        cuts[bridge.first.id].append(bridge)
    found: dict[Span, None] = {}
    for flow in flows:
        found |= {Span(flow.id, start, end): None for start, end in seek(flow.text)}
        for bridge in cuts.get(flow.id, ()):
            for start, end in seek(bridge.flow.text):
                found |= dict.fromkeys(bridge.over(start, end) or ())
    return list(found)


def _find_form(category: Category, read: Sequence[tuple[str, Sequence[Flow]]]) -> Found:
    # Imported here: the numbering plans take a quarter of a second to load.
    from redactor.detect.patterns import find

    found = [
        (document, Span(flow.id, each.start, each.end))
        for document, flows in read
        for flow in flows
        for each in find(flow.text)
        if each.category is category
    ]
    # One place may have two forms of the category.
    return list(dict.fromkeys(found))


def _goes(profile: Profile, category: Category) -> bool:
    mention = Mention("", Span("", 0, 1), "", category)
    return profile.default(mention).decision is not Decision.KEEP
