"""The register as a paper: for the requester without any text, for CADA with it."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from redactor.law.grounds import ground, together
from redactor.law.words import counted
from redactor.release.account import Account, Passage, in_full
from redactor.release.paper import Column, Paper

TITLE = "Registre des occultations"
_PUBLIC = (
    Column("N°", 4),
    Column("Page", 5),
    Column("Emplacement", 18),
    Column("Catégorie", 22),
    Column("Motif", 32),
    Column("Décision", 22),
)
_FULL = (
    Column("N°", 4),
    Column("Page", 5),
    Column("Emplacement", 13),
    Column("Catégorie", 15),
    Column("Motif", 20),
    Column("Décision", 21),
    Column("Texte occulté", 38),
)


def write(out: Path, account: Account, *, full: bool) -> None:
    """Write the register; `full`: with the occulted texts, and who decided."""
    paper = Paper(f"{TITLE} (version intégrale)" if full else TITLE, landscape=True)
    if account.case.reference:
        paper.line(f"Demande {account.case.reference}")
    passages = counted(len(account.passages), "passage(s)")
    paper.line(f"{passages} dans {counted(len(account.documents), 'document(s)')}.")
    if account.departures:
        paper.line(f"Règles propres au dossier : {account.departures.said()}")
    if account.override:
        paper.line(f"{account.override.row()[4]} ; {account.override.row()[5]}.")
    for line in _proposers(account):
        paper.line(line)
    number = 0
    for document in account.documents:
        paper.heading(document.name)
        if not document.passages:
            paper.line("Communiqué sans occultation.")
            continue
        rows = []
        for passage in document.passages:
            number += 1
            rows.append(_row(number, passage, full=full))
        paper.table(_FULL if full else _PUBLIC, rows)
    write_grounds(paper, (passage.ground for passage in account.passages))
    paper.save(out)


def write_grounds(paper: Paper, codes: Iterable[str]) -> None:
    """What each ground that a paper names by its code stands for."""
    known = [code for code in together(codes).split(", ") if ground(code)]
    if known:
        paper.heading("Les motifs")
    for code in sorted(known):
        paper.line(f"{code} : {in_full(code)}.")


def _proposers(account: Account) -> list[str]:
    """« Proposés par Redactor 0.1.0, modèle ner c772bb50 : 12 passages. »"""
    times = Counter(each.proposed_by for each in account.passages if each.proposed_by)
    return [
        f"Proposés par {who} : {counted(count, 'passage(s)')}."
        for who, count in times.most_common()
    ]


def _row(number: int, passage: Passage, *, full: bool) -> list[str]:
    cells = [
        str(number),
        "" if passage.page is None else str(passage.page),
        passage.place,
        passage.category,
        passage.ground or "sans motif indiqué",
        decided(passage, full=full),
    ]
    return [*cells, passage.text] if full else cells


def decided(passage: Passage, *, full: bool) -> str:
    """How it was decided, and when; by whom only in the full version: the requester is told
    nobody's name, and the day, not the minute."""
    when = passage.when.replace("T", " ")[:16] if full else passage.when[:10]
    parts = [passage.origin, passage.by if full else "", when]
    return ", ".join(part for part in parts if part)
