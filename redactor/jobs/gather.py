"""What is known of one document, looked for in the others: names, and who is one person.

Served by the process of `redactor.jobs.analyse`, whose lists of names are loaded. Requests hold
tuples and stored blobs, not mentions: the window sends 20,000 of them in some 20 ms.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from redactor.detect.context import Context
from redactor.dossier.codec import unpacked_flows
from redactor.law.categories import Category
from redactor.law.mention import Mention
from redactor.text.flow import Span

if TYPE_CHECKING:
    from redactor.detect.reader import NameReader

Value: TypeAlias = tuple[str, str]
"""A category and the words of a mention: what entities are made of."""

Seen: TypeAlias = tuple[str, int, int, str, str, float, str]
"""Flow, start, end, category, text, confidence and detector of a mention."""


@dataclass(frozen=True, slots=True)
class Link:
    """Ask who is who over all documents."""

    values: Mapping[str, Sequence[Value]]
    """By document."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read: what its dossier stores of it."""

    document: str
    sha256: str
    flows: tuple[bytes, ...]
    """Stored batches of flows: see `redactor.dossier.codec`."""
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Gather:
    """Ask for the names of each document to be looked for in the others."""

    documents: tuple[Read, ...]
    context: Context | None = None


def linked(request: Link, reader: "NameReader | None" = None) -> dict[tuple[str, str, str], str]:
    """Document, category and text → entity. A mask is given one only where it joins a value."""
    from redactor.detect.entities import link

    place = Span("", 0, 1)
    found = link(
        {
            document: [Mention("", place, text, Category(kind)) for kind, text in values]
            for document, values in request.values.items()
        },
        reader,
    )
    addresses = {m.entity for each in found.values() for m in each if m.category is Category.EMAIL}
    return {
        (document, mention.category.value, mention.text): mention.entity
        for document, mentions in found.items()
        for mention in mentions
        if mention.category is not Category.MASK or mention.entity in addresses
    }


class Gathering:
    """Looks for names across documents; remembers which were looked for where."""

    def __init__(self) -> None:
        self._done: dict[str, set[str]] = {}

    def more(self, request: Gather, reader: "NameReader") -> dict[str, tuple[Mention, ...]]:
        """Document → the mentions that it lacked, with their roles."""
        from redactor.detect.lists import DossierLists
        from redactor.detect.pipeline import mention_id
        from redactor.detect.propagate import everywhere, names_of
        from redactor.detect.roles import Roles

        context = request.context or Context()
        never = DossierLists((), context.never)
        known = {
            each.document: [_mention(seen) for seen in each.seen] for each in request.documents
        }
        names = {document: names_of(found, reader) for document, found in known.items()}
        result: dict[str, tuple[Mention, ...]] = {}
        for each in request.documents:
            done = self._done.setdefault(f"{each.document}/{each.sha256}", set())
            wanted = {
                name
                for document, found in names.items()
                if document != each.document
                for name in found
            }
            wanted -= {*names[each.document], *done}
            done |= wanted
            if not wanted:
                continue
            flows = [flow for blob in each.flows for flow in unpacked_flows(blob)]
            more = [
                mention
                for mention in everywhere(flows, known[each.document], sorted(wanted), reader)
                if not never.spares(mention.text)
            ]
            roles = Roles(reader, context.requesters, context.interested)
            assigned = roles.assign(flows, more)
            result[each.document] = tuple(
                Mention(
                    mention_id(m.span, m.category), m.span, m.text, m.category, m.channel, m.page,
                    m.role, m.traits, "", m.confidence, m.detector, m.why, m.role_clue,
                )
                for m in assigned
            )  # fmt: skip
        return {document: found for document, found in result.items() if found}


def _mention(seen: Seen) -> Mention:
    flow, start, end, category, text, confidence, detector = seen
    return Mention(
        "", Span(flow, start, end), text, Category(category), confidence=confidence,
        detector=detector,
    )  # fmt: skip
