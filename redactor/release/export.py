"""Make a release: both copies of every document, verified, with register and manifest.

All or nothing: the folder appears whole once every copy has passed verification, and otherwise
nothing appears (DESIGN, invariants 1, 3 and 7).
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from redactor import own_copies
from redactor.formats.base import READ_ALL, Plan, ReadOptions, Written
from redactor.formats.files import reading
from redactor.formats.registry import adapter_named
from redactor.messages import say
from redactor.problem import Problem
from redactor.release import manifest, names, register
from redactor.release.departures import Departures
from redactor.release.errors import AuditUnprotected, OriginalChanged, OutputHoldsOriginal
from redactor.release.folder import staged
from redactor.release.override import Override
from redactor.release.register import Entry
from redactor.release.verify import Change, Leak, Report, verify_both
from redactor.text.flow import FILENAME_FLOW, Flow, Unread

REDACTED = "communicable"
AUDIT = "integrale"
REGISTER = "registre.csv"
FULL_REGISTER = f"{AUDIT}/registre-integral.csv"
#: Facts that a person wrote, and may have named someone in.
_WRITTEN = frozenset({"override", "departures_why"})


@dataclass(frozen=True, slots=True)
class Order:
    """One document to release: what was read of it, and what goes."""

    source: Path
    sha256: str
    format: str
    flows: Sequence[Flow]
    """Without the document's own name, which its copies do not hold."""
    plan: Plan
    entries: Sequence[Entry]
    """One for each occultation, area and removed page of the plan, with its id."""
    unread: tuple[Unread, ...] = ()
    password: str | None = None
    reading: ReadOptions = READ_ALL
    """How its flows were read: it is read again the same way."""
    warnings: tuple[str, ...] = ()
    """Message keys and sentences that the manifest carries: a text asked for and not found."""
    audit_password: str | None = None
    """Opens the audit copy. Raises AuditUnprotected where the format has no protection."""


@dataclass(frozen=True, slots=True)
class Held:
    """Why a document was not published."""

    document: str
    leaks: tuple[Leak, ...] = ()
    changes: tuple[Change, ...] = ()
    unread: tuple[Unread, ...] = ()
    audit: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Copied:
    """One document of a release."""

    name: str
    audit_name: str
    written: Written
    spans: int
    unread: tuple[Unread, ...]
    report: Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a release: published if `held` is empty."""

    folder: Path
    documents: tuple[Copied, ...]
    held: tuple[Held, ...] = ()

    @property
    def published(self) -> bool:
        return not self.held


Progress = Callable[[float, str], None]


def export(
    orders: Sequence[Order],
    folder: Path,
    *,
    profile: str,
    allow_unread: bool = False,
    facts: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Write the release into `folder`, or hold it and write nothing.

    `facts` are further entries of the manifest. Raises a `Problem` where a file cannot be read
    again, a part cannot be rewritten, or the folder cannot be written.
    """
    report = progress or _silent
    _keep_originals(orders, folder)
    copies: list[Copied] = []
    held: list[Held] = []
    try:
        with staged(folder, manifest.NAME, _only_ours) as stage:
            (stage / REDACTED).mkdir()
            (stage / AUDIT).mkdir()
            copy_names = _names(orders)
            for i, (order, name) in enumerate(zip(orders, copy_names, strict=True)):
                part = _Share(report, i / len(orders), 1 / len(orders), name)
                try:
                    copied, reasons = _copy(order, name, stage, allow_unread, part)
                except Problem as problem:
                    problem.facts.setdefault("document", name)
                    raise
                copies.append(copied)
                if reasons:
                    held.append(reasons)
            if held:
                raise _NotPublished
            _write_papers(stage, orders, copies, profile, facts or {})
            report(1.0, "")
    except _NotPublished:
        pass
    else:
        own_copies.note(folder / REDACTED / copied.name for copied in copies)
        own_copies.note(folder / AUDIT / copied.audit_name for copied in copies)
    return Outcome(folder, tuple(copies), tuple(held))


def _only_ours(folder: Path) -> bool:
    """Whether a folder holds what its manifest lists, and no file of anyone else's."""
    try:
        documents = json.loads((folder / manifest.NAME).read_text("utf-8"))["documents"]
        known = {each[copy] for each in documents for copy in ("redacted", "audit")}
    except (ValueError, KeyError, TypeError):
        return False
    known |= {manifest.NAME, REGISTER, FULL_REGISTER}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}
    return there <= known


class _NotPublished(Exception):
    """Something holds the release."""


def _silent(done: float, what: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class _Share:
    """One document's share of the whole progress."""

    report: Progress
    start: float
    width: float
    name: str

    def __call__(self, done: float) -> None:
        self.report(self.start + self.width * done, self.name)

    def between(self, low: float, high: float) -> "_Share":
        return replace(self, start=self.start + self.width * low, width=self.width * (high - low))


def _keep_originals(orders: Sequence[Order], folder: Path) -> None:
    folder = folder.resolve()
    for order in orders:
        if order.source.resolve().is_relative_to(folder):
            raise OutputHoldsOriginal(folder=str(folder))


def _names(orders: Sequence[Order]) -> list[str]:
    """The copies' names: the inputs' own, occulted text replaced, each name once."""
    return names.distinct(
        names.safe(
            names.without_spans(
                order.source.name,
                (o.span for o in order.plan.occultations if o.span.flow == FILENAME_FLOW),
            )
        )
        for order in orders
    )


def _copy(
    order: Order, name: str, stage: Path, allow_unread: bool, progress: _Share
) -> tuple[Copied, Held | None]:
    """Write and verify both copies of one document into the staged folder."""
    with reading():
        found = manifest.sha256(order.source)
    if found != order.sha256:
        raise OriginalChanged(name=name)
    adapter = adapter_named(order.format)
    plan = replace(
        order.plan,
        occultations=tuple(o for o in order.plan.occultations if o.span.flow != FILENAME_FLOW),
    )
    if order.audit_password and order.format != "pdf":
        raise AuditUnprotected()
    redacted_name = names.with_suffix(name, _suffix(order, adapter.redacted_suffix))
    audit_name = names.with_suffix(name, adapter.audit_suffix)
    redacted, audit = stage / REDACTED / redacted_name, stage / AUDIT / audit_name
    with adapter.open(order.source, order.password, order.reading) as source:
        written = source.write_redacted(redacted, plan, progress.between(0, 0.35))
        protected = {**plan.options, "audit_password": order.audit_password or ""}
        # The places of all others are asked for by nothing, and a long document has many.
        narrow = set(written.narrow)
        written = replace(written, applied=tuple(a for a in written.applied if a.id in narrow))
        source.write_audit(audit, replace(plan, options=protected), progress.between(0.35, 0.55))
    with adapter.open(audit, order.audit_password) as source:
        marked = source.marked()
    progress(0.6)
    verified, audited = verify_both(
        order.source,
        redacted,
        audit,
        order.flows,
        plan,
        marked,
        format=order.format,
        password=order.password,
        audit_password=order.audit_password,
        reading=order.reading,
        progress=progress.between(0.6, 1),
    )
    progress(1.0)
    still = tuple(each for each in order.unread if each.where not in written.removed)
    unread = still if not allow_unread else ()
    unverified = verified.unread if not allow_unread else ()
    copied = Copied(redacted_name, audit_name, written, len(order.entries), still, verified)
    if (
        verified.leaks
        or verified.changes
        or audited.changes
        or audited.leaks
        or unread
        or unverified
    ):
        return copied, Held(
            redacted_name,
            (*verified.leaks, *audited.leaks),
            verified.changes,
            (*unread, *unverified),
            audited.changes,
        )
    return copied, None


def _suffix(order: Order, usual: str | None) -> str | None:
    """What the redacted copy's name ends in, where not as the original's."""
    is_mail = order.format in ("eml", "msg")
    return ".pdf" if is_mail and order.plan.options.get("mail") == "pdf" else usual


def _write_papers(
    stage: Path,
    orders: Sequence[Order],
    copies: Sequence[Copied],
    profile: str,
    facts: Mapping[str, Any],
) -> None:
    if _WRITTEN & facts.keys():
        occulted = {entry.text for order in orders for entry in order.entries}
        facts = {
            name: names.without_texts(said, occulted) if name in _WRITTEN else said
            for name, said in facts.items()
        }
    whole = Override.of(facts), Departures.of(facts)
    register.write_register(stage / REGISTER, _entries(orders, copies), *whole)
    register.write_full_register(stage / FULL_REGISTER, _entries(orders, copies), *whole)
    documents = [
        _document(stage, order, copied) for order, copied in zip(orders, copies, strict=True)
    ]
    manifest.write(
        stage / manifest.NAME,
        {
            "version": manifest.VERSION,
            "program": manifest.program(),
            "profile": profile,
            **facts,
            "documents": documents,
            # A register put in another's place, or a file added later, must show: see `recheck`.
            "files": {name: manifest.sha256(stage / name) for name in (REGISTER, FULL_REGISTER)},
            "verification": {
                "engines": sorted({e for c in copies for e in c.report.engines}),
                "spans": sum(len(order.entries) for order in orders),
                "checked": {c.name: dict(c.report.checked) for c in copies},
                "leaks": 0,
                "changes": 0,
            },
        },
    )


def _entries(orders: Sequence[Order], copies: Sequence[Copied]) -> Iterator[Entry]:
    """The lines of the register, one after the other, as the copies really are."""
    for order, copied in zip(orders, copies, strict=True):
        narrow = set(copied.written.narrow)
        for entry in order.entries:
            yield replace(entry, document=copied.name, narrow=entry.id in narrow)


def _document(stage: Path, order: Order, copied: Copied) -> dict[str, Any]:
    redacted, audit = stage / REDACTED / copied.name, stage / AUDIT / copied.audit_name
    shown = _shown(order.plan)
    return {
        "source": copied.name,
        "sha256": order.sha256,
        "format": order.format,
        "reading": {
            "ocr": order.reading.ocr,
            "ocr_again": order.reading.ocr_again,
            "ocr_pages": sorted(order.reading.ocr_pages),
        },
        "redacted": f"{REDACTED}/{copied.name}",
        "redacted_sha256": manifest.sha256(redacted),
        "audit": f"{AUDIT}/{copied.audit_name}",
        "audit_sha256": manifest.sha256(audit),
        "unread": [{"where": u.where, "why": say(u.why)} for u in copied.unread],
        "dropped": list(copied.written.dropped),
        "warnings": [*order.warnings, *copied.written.warnings],
        "spans": [
            {
                "id": entry.id,
                "channel": entry.channel,
                "page": entry.page,
                "category": entry.category.value,
                "ground": entry.ground,
                **shown(entry.id),
            }
            for entry in order.entries
        ],
    }


def _shown(plan: Plan) -> Callable[[str], dict[str, Any]]:
    """What the redacted copy shows in the place of an entry, by its id: to verify it again, one
    must know its marks from its text."""
    labels = {o.id: o.label for o in plan.occultations}
    labels |= {p.id: p.notice for p in plan.removed_pages}
    areas = {
        a.id: {"label": a.label, "bbox": list(a.box), **({"part": a.part} if a.part else {})}
        for a in plan.areas
    }

    def shown(id: str) -> dict[str, Any]:
        return areas.get(id) or ({"label": labels[id]} if id in labels else {})

    return shown
