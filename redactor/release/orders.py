"""From a plan of decisions to an order: what the writers do and what the register says."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from redactor.dossier.plan import DocumentPlan, Origin, options
from redactor.formats.base import READ_ALL, Area, Occultation, Plan, ReadOptions, RemovedPage
from redactor.law.categories import Category
from redactor.law.profile import Profile
from redactor.release.export import Order
from redactor.release.register import Entry
from redactor.text.flow import FILENAME_FLOW, Channel, Flow, Span, Unread
from redactor.text.packed import Packed
from redactor.versions import Proposer, proposer

#: How the register says who or what decided.
ORIGINS = {
    Origin.PERSON: "décision",
    Origin.REDACT: "texte demandé",
    Origin.PROFILE: "profil",
    Origin.UNDECIDED: "non décidé, occulté par défaut",
    Origin.ACCEPT: "toutes les propositions",
}


def order(
    source: Path,
    sha256: str,
    format: str,
    flows: tuple[Flow, ...],
    unread: tuple[Unread, ...],
    planned: DocumentPlan,
    profile: Profile,
    *,
    password: str | None = None,
    reading: ReadOptions = READ_ALL,
    warnings: tuple[str, ...] = (),
    sought: tuple[str, ...] = (),
    audit_password: str | None = None,
    proposed_by: Proposer | None = None,
) -> Order:
    """The order that releases one document as `planned`; `sought` are the texts asked for,
    `proposed_by` what proposed its mentions (default: what is installed here)."""
    decided = ORIGINS[Origin.PERSON]
    note = lru_cache(_note)  # a long document says the same of thousands: each is held once
    plan = Plan(
        tuple(
            Occultation(o.id, o.span, o.label, note(o.note, ORIGINS[o.origin], o.by, o.when))
            for o in planned.occultations
        ),
        tuple(
            Area(a.id, a.page, a.box, a.label, note(a.note, decided, a.by, a.when), a.part)
            for a in planned.areas
        ),
        tuple(
            RemovedPage(p.id, p.page, p.notice, note(p.note, decided, p.by, p.when))
            for p in planned.removed_pages
        ),
        options(profile),
        sought,
    )
    return Order(
        source,
        sha256,
        format,
        Packed(flow for flow in flows if flow.id != FILENAME_FLOW),
        plan,
        Packed(_entries(planned, proposed_by or proposer(), Whereabouts(flows))),
        unread,
        password,
        reading,
        warnings,
        audit_password,
    )


def _note(note: str, *decision: str) -> str:
    """What a highlight of the audit copy says: category and ground, then who or what decided."""
    return " — ".join(part for part in (note, ", ".join(filter(None, decision))) if part)


class Whereabouts:
    """Says where a passage stands in the text of a document without pages."""

    def __init__(self, flows: Sequence[Flow]) -> None:
        body = [flow for flow in flows if flow.channel is Channel.BODY and flow.page is None]
        self._body = {flow.id: (number, flow) for number, flow in enumerate(body, 1)}

    def of(self, span: Span) -> str:
        """« tableau 1, ligne 2 », « paragraphe 12 »; a line of a text; empty where pages say it."""
        if span.flow not in self._body:
            return ""
        number, flow = self._body[span.flow]
        if flow.cell:
            return f"tableau {flow.cell.table + 1}, ligne {flow.cell.row + 1}"
        if len(self._body) == 1:
            return f"ligne {flow.text.count(chr(10), 0, span.start) + 1}"
        return f"paragraphe {number}"


def _entries(
    planned: DocumentPlan, proposed_by: Proposer, whereabouts: Whereabouts
) -> Iterator[Entry]:
    for o in planned.occultations:
        origin = ORIGINS[o.origin]
        yield Entry(
            o.id,
            "",
            o.page,
            o.channel.value,
            o.category,
            o.ground,
            origin,
            o.by,
            o.when,
            o.text,
            proposed_by=proposed_by.of(o.detector),
            where=whereabouts.of(o.span),
        )
    decision = ORIGINS[Origin.PERSON]
    for a in planned.areas:
        page, category = a.page or None, a.category
        yield Entry(a.id, "", page, "area", category, a.ground, decision, a.by, a.when)
    for p in planned.removed_pages:
        category = Category.OUT_OF_SCOPE
        yield Entry(p.id, "", p.page, "page", category, p.ground, decision, p.by, p.when)
