"""The bordereau: which documents go, which go in part, which do not."""

from pathlib import Path

from redactor.law.grounds import together
from redactor.law.words import counted
from redactor.release.account import Account, Document, Outcome
from redactor.release.override import Override
from redactor.release.paper import Column, Paper
from redactor.release.register_pdf import write_grounds

TITLE = "Bordereau de communication"
_COLUMNS = (
    Column("N°", 4),
    Column("Document", 34),
    Column("Suite donnée", 18),
    Column("Occultations", 11),
    Column("Disjonctions", 11),
    Column("Motifs", 32),
)
#: What the names of dropped channels mean to a reader.
DROPPED = {
    "thumbnail": "vignettes",
    "revision": "versions antérieures",
    "signature": "signature électronique",
    "script": "scripts",
    "attachment": "pièces jointes",
    "metadata": "propriétés",
    "revision-ids": "identifiants de révision",
    "tracked-changes": "suivi des modifications",
    "drawing-cache": "copies de travail de dessins",
    "comment": "commentaires",
    "comments": "commentaires",
    "cropped-pixels": "parties rognées d’images",
    "image-metadata": "propriétés d’images",
    "printer-settings": "réglages d’imprimante",
    "envelope": "enveloppe du courriel",
    "tracking-pixel": "images de suivi",
    "macro": "macros",
}


def write(out: Path, account: Account) -> None:
    """Write the bordereau. It holds no occulted text."""
    case = account.case
    paper = Paper(TITLE, landscape=True)
    if case.requesters:
        paper.line(f"Demandeur : {', '.join(case.requesters)}")
    if case.reference:
        paper.line(f"Demande {case.reference}")
    if case.received:
        paper.line(f"Reçue le {case.received:%d/%m/%Y}")
    outcomes = [document.outcome for document in account.documents]
    outside = sum(each.out_of_scope for each in case.refused)
    paper.line(
        f"{counted(outcomes.count(Outcome.WHOLE), 'document(s) communiqué(s) intégralement')}, "
        f"{counted(outcomes.count(Outcome.PART), 'communiqué(s) partiellement')}, "
        f"{counted(len(case.refused) - outside, 'non communiqué(s)')}"
        + (f", {outside} hors du périmètre de la demande." if outside else ".")
    )
    paper.gap()
    rows = [_row(number, document) for number, document in enumerate(account.documents, 1)]
    for number, refused in enumerate(case.refused, len(rows) + 1):
        what = "hors périmètre de la demande" if refused.out_of_scope else Outcome.REFUSED.value
        rows.append([str(number), refused.name, what, "", "", refused.ground])
    paper.table(_COLUMNS, rows)
    write_grounds(
        paper, [p.ground for p in account.passages] + [each.ground for each in case.refused]
    )
    if account.departures:
        paper.heading("Règles propres à cette communication")
        paper.line(account.departures.said())
    if account.override:
        paper.heading("Communication décidée malgré ce qui la retenait")
        paper.line(_sentence(account.override))
    dropped = [document for document in account.documents if document.dropped]
    if dropped:
        paper.heading("Éléments que les copies n’emportent pas")
        for document in dropped:
            names = ", ".join(DROPPED.get(each, each) for each in document.dropped)
            paper.line(f"{document.name} : {names}")
    unread = [document for document in account.documents if document.unread]
    if unread:
        paper.heading("Parties communiquées sans avoir pu être lues par le programme")
        for document in unread:
            paper.line(f"{document.name} : {document.unread}")
    paper.save(out)


def _sentence(override: Override) -> str:
    held = f"{override.said()}. " if override.held else ""
    return f"{held}Raison : {override.reason}"


def _row(number: int, document: Document) -> list[str]:
    grounds = together(each.ground for each in document.passages)
    return [
        str(number),
        document.name,
        document.outcome.value,
        str(len(document.occulted) or ""),
        str(len(document.disjoined) or ""),
        grounds,
    ]
