"""From the open dossier to a release: the orders, then the process that carries them out."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from redactor.dossier import Dossier
from redactor.dossier.gate import holds
from redactor.dossier.history import now
from redactor.dossier.materials import materials
from redactor.dossier.plan import Choices, Material, Undecided
from redactor.dossier.planning import build
from redactor.dossier.records import State
from redactor.dossier.releases import recorded, since_last
from redactor.jobs.export import Release
from redactor.jobs.export import service as export_service
from redactor.jobs.reading import reading
from redactor.law.profile import load
from redactor.problem import Problem
from redactor.release.departures import Departures
from redactor.release.export import Order, Outcome
from redactor.release.manifest import NAME
from redactor.release.orders import order
from redactor.release.override import Override
from redactor.ui.export_dialog import Choice, Standing
from redactor.ui.making import Making
from redactor.versions import Proposer

_READ = (State.TO_REVIEW, State.REVIEWED, State.RELEASED)


class Unplaced(Problem):
    """Decisions whose text is no longer where they say would not be carried out. Facts:
    ``name``, ``count``."""

    key = "problem.unplaced"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is released, and how the dossier will remember it."""

    orders: tuple[Order, ...]
    plan: str
    """See `redactor.dossier.releases.recorded`."""


def orders(dossier: Dossier, choice: Choice, passwords: dict[str, str]) -> Prepared:
    """What to release, as decided: the documents that were read, and are not out as a whole."""
    undecided = Undecided.OCCULT if choice.occult_undecided else Undecided.KEEP
    ready = [each for each in materials(dossier) if dossier.document(each.document).state in _READ]
    planned = build(ready, Choices(dossier.profile, undecided=undecided))
    found = []
    for material, plan in zip(ready, planned.documents, strict=True):
        row = dossier.document(material.document)
        if plan.unplaced:
            raise Unplaced(name=row.name, count=len(plan.unplaced))
        found.append(
            order(
                row.path,
                row.sha256,
                row.format,
                tuple(material.flows),
                dossier.unread(row.id),
                plan,
                dossier.profile,
                password=passwords.get(str(row.path)),
                reading=reading(dossier, row.id),
                warnings=row.warnings,
                audit_password=choice.audit_password or None if row.format == "pdf" else None,
                proposed_by=Proposer.read(row.proposer),
            )
        )
    return Prepared(tuple(found), recorded(planned.documents))


class Releasing(Making):
    """One release at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(export_service, parent)
        self._released: tuple[Dossier, Choice, str] | None = None

    def start(self, dossier: Dossier, choice: Choice, passwords: dict[str, str]) -> None:
        """Begin a release of the dossier as it stands. Until `busy` is over, or cancelled, the
        dossier must not be written to: it is read in a thread."""
        override = Override(choice.reason, choice.held, dossier.person, now())
        facts = override.facts() if choice.reason else {}
        info = dossier.info
        departures = Departures.of_dossier(load(info.profile), info.changed_rows, info.changed_why)
        facts |= departures.facts() if departures else {}
        self._released = None

        def request() -> Release:
            prepared = orders(dossier, choice, passwords)
            self._released = (dossier, choice, prepared.plan)
            return Release(
                prepared.orders,
                choice.folder,
                dossier.profile.name,
                allow_unread=choice.allow_unread,
                facts=facts,
            )

        # The orders of 1,000 pages take seconds to build: nobody writes in the dossier meanwhile.
        self.make(request)

    def _done(self, made: Outcome) -> None:
        if made.published and self._released is not None:
            _record(*self._released, made)
        self._released = None
        super()._done(made)


def _record(dossier: Dossier, choice: Choice, plan: str, outcome: Outcome) -> None:
    """The dossier remembers what went out, so that a later release can say what it changes."""
    manifest = (outcome.folder / NAME).read_text("utf-8")
    dossier.proceedings.record_release(
        str(outcome.folder),
        dossier.profile.name,
        manifest,
        plan,
        by=dossier.person,
        note=choice.reason,
    )
    for row in dossier.documents():
        if row.state in _READ and not row.excluded:
            dossier.set_state(row.id, State.RELEASED)


def standing(dossier: Dossier) -> Standing:
    """Where the dossier stands before a release. Looks at every mention: not for the window's
    thread."""
    rows = [row for row in dossier.documents() if row.state in _READ and not row.excluded]
    read = {row.id for row in rows}
    ready = [each for each in materials(dossier) if each.document in read]
    decided = _going(dossier, ready, Undecided.KEEP)
    every = _going(dossier, ready, Undecided.OCCULT)
    return Standing(
        documents=len(rows),
        occulted=decided,
        kept=sum(dossier.counts(row.id).keep for row in rows),
        holds=tuple(holds(dossier)),
        names={row.id: row.name for row in dossier.documents()},
        since=since_last(dossier),
        pdfs=sum(row.format == "pdf" for row in rows),
        undecided=every - decided,
    )


def _going(dossier: Dossier, ready: list[Material], undecided: Undecided) -> int:
    """How many passages, areas and pages a release takes out, as its registers list them."""
    plans = build(ready, Choices(dossier.profile, undecided=undecided)).documents
    return sum(len(p.occultations) + len(p.areas) + len(p.removed_pages) for p in plans)
