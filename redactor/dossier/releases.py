"""What a release took out, kept with the dossier, and what a later one changes.

After a CADA opinion a dossier goes out again: the reader must see which passages are shown now,
and which are hidden that were not.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from redactor.dossier.dossier import Dossier
from redactor.dossier.materials import plan as plan_of
from redactor.dossier.plan import DocumentPlan, Undecided
from redactor.text.flow import Span


@dataclass(frozen=True, slots=True)
class Difference:
    """Characters that one release hides and the other shows."""

    document: str
    span: Span
    hidden: bool
    """True where the later release hides them."""
    ground: str
    """On what ground they are, or were, hidden."""


@dataclass(frozen=True, slots=True)
class Since:
    """What the next release would change."""

    number: int
    """Of the last release, counted from 1; 0 where none was made."""
    at: str = ""
    differences: tuple[Difference, ...] = ()
    added: tuple[str, ...] = ()
    """Documents that go now and did not."""
    withdrawn: tuple[str, ...] = ()
    """Documents that went and go no more."""


NEVER = Since(0)


def since_last(dossier: Dossier) -> Since:
    """What a release of the dossier, as it stands, would change from the last one. Looks at
    every mention: not for the interface's own thread."""
    made = dossier.proceedings.releases()
    if not made:
        return NEVER
    earlier = dossier.proceedings.plan_of(made[-1].number)
    before = set(json.loads(earlier))
    plans = plan_of(dossier, Undecided.OCCULT).documents
    now = [each.document for each in plans]
    return Since(
        len(made),
        made[-1].at,
        tuple(differences(earlier, plans)),
        tuple(each for each in now if each not in before),
        tuple(sorted(before - set(now))),
    )


def recorded(plans: Iterable[DocumentPlan]) -> str:
    """The plans as a dossier keeps them (`Proceedings.record_release`): places, no text."""
    return json.dumps(
        {
            plan.document: [
                [one.span.flow, one.span.start, one.span.end, one.ground]
                for one in (*plan.occultations, *plan.absorbed)
            ]
            for plan in plans
        }
    )


def differences(earlier: str, later: Iterable[DocumentPlan]) -> list[Difference]:
    """What changes from a recorded release to other plans, in the order of the documents.

    Only documents that both hold are compared: one that was added or excluded changes as a whole.
    """
    before: Mapping[str, list[tuple[str, int, int, str]]] = json.loads(earlier)
    found: list[Difference] = []
    for plan in later:
        if plan.document not in before:
            continue
        old = _characters(
            (flow, start, end, why) for flow, start, end, why in before[plan.document]
        )
        new = _characters(
            (one.span.flow, one.span.start, one.span.end, one.ground)
            for one in (*plan.occultations, *plan.absorbed)
        )
        found += _runs(plan.document, {at: new[at] for at in new.keys() - old.keys()}, hidden=True)
        found += _runs(plan.document, {at: old[at] for at in old.keys() - new.keys()}, hidden=False)
    return found


def _characters(spans: Iterable[tuple[str, int, int, str]]) -> dict[tuple[str, int], str]:
    return {(flow, at): why for flow, start, end, why in spans for at in range(start, end)}


def _runs(
    document: str, characters: Mapping[tuple[str, int], str], *, hidden: bool
) -> list[Difference]:
    """Neighbouring characters with one ground as one difference."""
    runs: list[Difference] = []
    for (flow, at), ground in sorted(characters.items()):
        last = runs[-1] if runs else None
        if last and (last.span.flow, last.span.end, last.ground) == (flow, at, ground):
            span = Span(flow, last.span.start, at + 1)
            runs[-1] = Difference(document, span, hidden, ground)
        else:
            runs.append(Difference(document, Span(flow, at, at + 1), hidden, ground))
    return runs
