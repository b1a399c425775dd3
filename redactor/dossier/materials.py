"""What planning needs of an open dossier."""

from redactor.dossier.dossier import Dossier
from redactor.dossier.plan import (
    Choices,
    Instructions,
    Material,
    Planned,
    Told,
    ToldArea,
    ToldPage,
    Undecided,
)
from redactor.dossier.planning import build
from redactor.dossier.records import DocumentRow
from redactor.law.decisions import Decision


def materials(dossier: Dossier) -> list[Material]:
    """The documents that would be released, with what persons decided of them: neither those
    removed, nor those excluded as a whole."""
    return [_material(dossier, row) for row in dossier.documents() if not row.excluded]


def plan(dossier: Dossier, undecided: Undecided = Undecided.REFUSE) -> Planned:
    """What a release of the dossier, as it stands, would take out."""
    return build(materials(dossier), Choices(dossier.profile, undecided=undecided))


def _material(dossier: Dossier, document: DocumentRow) -> Material:
    rows = dossier.mentions(document.id)
    told = []
    for row in rows:
        ruling = dossier.effective(row).ruling
        if ruling is not None:
            decision = ruling.decision or Decision.REVIEW
            told.append(
                Told(
                    row.id,
                    decision,
                    ruling.ground,
                    ruling.note,
                    row.mention.span,
                    row.mention.text,
                    row.mention.category,
                    ruling.by,
                    ruling.at,
                )
            )
    areas = [
        ToldArea(
            row.page,
            row.box,
            row.ruling.ground,
            row.ruling.note,
            row.category,
            row.part,
            row.id,
            row.ruling.by,
            row.ruling.at,
        )
        for row in dossier.areas(document.id)
        if row.ruling.decision in (Decision.OCCULT, Decision.DISJOIN)
    ]
    pages = [
        ToldPage(row.page, row.ground, row.note, row.id, row.by, row.at)
        for row in dossier.removed_pages(document.id)
    ]
    return Material(
        document.id,
        dossier.flows(document.id),
        [row.mention for row in rows],
        Instructions(tuple(told), (), tuple(areas), tuple(pages)),
    )
