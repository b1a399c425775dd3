"""From instructions and a profile to the plan of each document: pure functions over values."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from redactor.dossier.pieces import Piece, merge
from redactor.dossier.plan import (
    Accept,
    Choices,
    DocumentPlan,
    Material,
    Origin,
    Planned,
    PlannedArea,
    PlannedOccultation,
    PlannedPage,
    Told,
    ToldArea,
    ToldPage,
    Undecided,
)
from redactor.law.categories import Category, Role, Trait
from redactor.law.decisions import Decision, Default
from redactor.law.mention import Mention
from redactor.law.profile import Mark
from redactor.law.words import name
from redactor.text.bridge import bridges
from redactor.text.flow import Flow, Span
from redactor.text.fold import Finder


def build(documents: Iterable[Material], choices: Choices) -> Planned:
    """The plans of documents, in their order."""
    planner = _Planner(choices)
    plans = tuple(planner.plan(each) for each in documents)
    missing = tuple(text for i, text in enumerate(choices.redact) if str(i) not in planner.found)
    refused = choices.undecided is Undecided.REFUSE and any(plan.undecided for plan in plans)
    return Planned(plans, missing, refused)


class _Planner:
    """Applies one set of choices to document after document."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._profile = choices.profile
        self._redact = Finder({str(i): text for i, text in enumerate(choices.redact)})
        self._keep = Finder({str(i): text for i, text in enumerate(choices.keep)})
        self._defaults: dict[tuple[Category, Role, frozenset[Trait]], Default] = {}
        self.found: set[str] = set()
        """Which `redact` texts were met."""

    def plan(self, material: Material) -> DocumentPlan:
        flows = {flow.id: flow for flow in material.flows}
        told, loose, unplaced = _match(material, flows)
        pieces = [*loose, *self._redacted(material)]
        undecided: list[str] = []
        lifted = self._lifted(material) if self._choices.keep else {}
        for mention in material.mentions:
            if not _holds(flows, mention.span, mention.text):
                unplaced.append(mention.id)
                continue
            piece, waits = self._decide(mention, told.get(mention.id), lifted)
            pieces += [piece] if piece else []
            undecided += [mention.id] if waits else []
        pages = [self._page(each) for each in material.instructions.pages]
        gone = {page.page for page in pages}
        order = {flow.id: i for i, flow in enumerate(material.flows)}
        planned = sorted(
            (self._occultation(*each, flows[each[0].span.flow]) for each in merge(pieces)),
            key=lambda one: (order[one.span.flow], one.span.start),
        )
        return DocumentPlan(
            document=material.document,
            occultations=tuple(one for one in planned if one.page not in gone),
            areas=tuple(
                self._area(material.document, each) for each in material.instructions.areas
            ),
            removed_pages=tuple(pages),
            absorbed=tuple(one for one in planned if one.page in gone),
            undecided=tuple(undecided),
            unplaced=tuple(unplaced),
        )

    def _decide(
        self, mention: Mention, told: Told | None, lifted: Mapping[str, Sequence[Span]]
    ) -> tuple[Piece | None, bool]:
        """What becomes of a mention, and whether a person should still choose."""
        default = self._default(mention)
        if told is not None and told.decision is not Decision.REVIEW:
            if told.decision is Decision.KEEP:
                return None, False
            # A file of decisions may say what detection had wrong.
            category = mention.category if told.category is Category.CUSTOM else told.category
            piece = Piece(
                mention.id, mention.span, category, "", Origin.PERSON, detector=mention.detector
            )
            return _decided(piece, told, told.ground or default.ground), False
        if any(mention.span.touches(span) for span in lifted.get(mention.span.flow, ())):
            return None, False
        origin, waits = self._proposed(mention, default)
        if origin is None:
            return None, waits
        ground = (told.ground if told else "") or default.ground or _only(default.suggestions)
        piece = Piece(
            mention.id, mention.span, mention.category, ground, origin, detector=mention.detector
        )
        return piece, waits

    def _proposed(self, mention: Mention, default: Default) -> tuple[Origin | None, bool]:
        """On whose word a mention goes that nobody decided, and whether someone should."""
        waits = default.decision is Decision.REVIEW
        if self._choices.accept is Accept.NONE:
            return None, False
        if mention.is_signal:
            return None, waits
        if self._choices.accept is Accept.ALL:
            return Origin.ACCEPT, False
        if waits:
            goes = self._choices.undecided is Undecided.OCCULT
            return (Origin.UNDECIDED if goes else None), True
        return (None if default.decision is Decision.KEEP else Origin.PROFILE), False

    def _default(self, mention: Mention) -> Default:
        # It depends on these three alone; 20,000 mentions share a few dozen.
        kind = (mention.category, mention.role, mention.traits)
        found = self._defaults.get(kind)
        if found is None:
            found = self._defaults[kind] = self._profile.default(mention)
        return found

    def _redacted(self, material: Material) -> Iterator[Piece]:
        by_flow: dict[str, list[Mention]] = {}
        for mention in material.mentions:
            by_flow.setdefault(mention.span.flow, []).append(mention)
        for flow in material.flows if self._choices.redact else ():
            for key, start, end in self._redact.find(flow.text):
                if flow.is_crossed(start, end):
                    continue
                self.found.add(key)
                span = Span(flow.id, start, end)
                yield self._named(material, span, by_flow.get(flow.id, ()))
        for bridge in bridges(material.flows) if self._choices.redact else ():
            for key, start, end in self._redact.find(bridge.flow.text):
                for span in bridge.over(start, end) or ():
                    self.found.add(key)
                    yield self._named(material, span, by_flow.get(span.flow, ()))

    def _named(self, material: Material, span: Span, mentions: Sequence[Mention]) -> Piece:
        """A text asked for, with the category of what detection saw around it."""
        around = [m for m in mentions if m.span.touches(span) and not m.is_signal]
        best = min(around, key=lambda m: (m.span.end - m.span.start, m.id), default=None)
        category = best.category if best else Category.CUSTOM
        ground = self._default(best).ground if best else ""
        custom = self._profile.rows["custom"].ground
        return Piece(_id("redact", material, span), span, category, ground or custom, Origin.REDACT)

    def _lifted(self, material: Material) -> Mapping[str, Sequence[Span]]:
        return {
            flow.id: [
                Span(flow.id, start, end)
                for _, start, end in found
                if not flow.is_crossed(start, end)
            ]
            for flow in material.flows
            if (found := self._keep.find(flow.text))
        }

    def _occultation(
        self, piece: Piece, parts: tuple[Piece, ...], flow: Flow
    ) -> PlannedOccultation:
        return PlannedOccultation(
            id=piece.id,
            span=piece.span,
            text=flow.text[piece.span.start : piece.span.end],
            category=piece.category,
            ground=piece.ground,
            channel=flow.channel,
            page=flow.page,
            label=self._label(piece.category, piece.ground),
            note=_note(piece.category, piece.ground, piece.note),
            origin=piece.origin,
            by=piece.by,
            when=piece.when,
            merged=tuple(part.id for part in parts),
            detector=piece.detector,
        )

    def _area(self, document: str, told: ToldArea) -> PlannedArea:
        row = self._profile.rows.get(told.category.value)
        ground = told.ground or (row.ground or _only(row.others) if row else "")
        return PlannedArea(
            id=told.id or _area_id(document, told),
            page=told.page,
            box=told.box,
            category=told.category,
            ground=ground,
            label=self._label(told.category, ground),
            note=_note(told.category, ground, told.note),
            part=told.part,
            by=told.by,
            when=told.when,
        )

    def _page(self, told: ToldPage) -> PlannedPage:
        ground = told.ground or self._profile.rows["out_of_scope"].ground
        return PlannedPage(
            id=told.id or f"page:{told.page}",
            page=told.page,
            ground=ground,
            notice=f"Page {told.page} disjointe ({ground})",
            note=_note(Category.OUT_OF_SCOPE, ground, told.note),
            by=told.by,
            when=told.when,
        )

    def _label(self, category: Category, ground: str) -> str:
        if self._profile.options.mark is Mark.BOX:
            return ""
        return self._profile.label(category, ground)


def _match(
    material: Material, flows: Mapping[str, Flow]
) -> tuple[dict[str, Told], list[Piece], list[str]]:
    """The decisions by mention; those that are spans of their own; those that have no place."""
    by_id = {mention.id: mention for mention in material.mentions}
    by_span = {(mention.span, mention.category): mention for mention in material.mentions}
    told: dict[str, Told] = {}
    loose: list[Piece] = []
    unplaced: list[str] = []
    for each in material.instructions.mentions:
        mention = by_id.get(each.id)
        if mention is None or (each.span is not None and mention.span != each.span):
            mention = by_span.get((each.span, each.category)) if each.span else None
        if mention is not None:
            told[mention.id] = each
        elif each.span is None or not _holds(flows, each.span, each.text):
            unplaced.append(each.id)
        elif each.decision in (Decision.OCCULT, Decision.DISJOIN):
            identifier = each.id or _id("span", material, each.span)
            piece = Piece(identifier, each.span, each.category, "", Origin.PERSON)
            loose.append(_decided(piece, each, each.ground))
    for passage in material.instructions.passages:
        span = passage.span
        if not _holds(flows, span, ""):
            unplaced.append(passage.id or f"passage:{span.flow}:{span.start}")
            continue
        identifier = passage.id or _id("passage", material, span)
        ground = passage.ground or "hors périmètre"
        category = Category.OUT_OF_SCOPE
        piece = Piece(identifier, span, category, ground, Origin.PERSON, passage.note)
        loose.append(replace(piece, by=passage.by, when=passage.when))
    return told, loose, unplaced


def _id(kind: str, material: Material, span: Span) -> str:
    """An id that can be published: neither the flow's own, which may be the name of a part that
    bears a person's name, nor the end, which would tell the length of what is hidden."""
    return f"{kind}-{_digest(material.document, span.flow, span.start)}"


def _area_id(document: str, told: ToldArea) -> str:
    where = _digest(document, told.part) if told.part else told.page
    return f"area:{where}:{','.join(f'{edge:g}' for edge in told.box)}"


def _digest(document: str, *what: object) -> str:
    # Keyed by the original, which the requester has no hash of: no guess can be confirmed.
    seed = "\0".join(map(str, what)).encode()
    return hashlib.blake2b(seed, digest_size=6, key=document.encode()[:64]).hexdigest()


def _decided(piece: Piece, told: Told, ground: str) -> Piece:
    return replace(
        piece, ground=ground, origin=Origin.PERSON, note=told.note, by=told.by, when=told.when
    )


def _only(suggestions: Sequence[str]) -> str:
    """The ground that goes without saying: the only one. Among several, a person chooses."""
    return suggestions[0] if len(suggestions) == 1 else ""


def _holds(flows: Mapping[str, Flow], span: Span, text: str) -> bool:
    flow = flows.get(span.flow)
    if flow is None or span.end > len(flow.text):
        return False
    return not text or flow.text[span.start : span.end] == text


@lru_cache(maxsize=4096)
def _note(category: Category, ground: str, note: str) -> str:
    return " — ".join(part for part in (name(category), ground, note) if part)
