"""Opening a dossier beside the window: reading 20,000 mentions takes half a second."""

from dataclasses import dataclass
from pathlib import Path

from redactor.dossier import Dossier
from redactor.dossier.records import DocumentRow, MentionRow, Original, State
from redactor.problem import Problem
from redactor.text.flow import Flow, Unread

READ = frozenset({State.TO_REVIEW, State.REVIEWED, State.RELEASED})


@dataclass(frozen=True, slots=True)
class Content:
    """What a dossier holds of a document that was read."""

    flows: dict[str, Flow]
    unread: tuple[Unread, ...]
    rows: list[MentionRow]


@dataclass(frozen=True, slots=True)
class Loaded:
    """An open dossier, to be handed to the window's thread."""

    dossier: Dossier
    documents: list[DocumentRow]
    contents: dict[str, Content]


def load(path: Path) -> Loaded | Problem:
    """Open a dossier and read what the window shows of it. A problem is given, not raised."""
    try:
        dossier = Dossier.open(path)
    except Problem as problem:
        return problem
    try:
        rows = dossier.documents()
        contents = {row.id: content_of(dossier, row.id) for row in rows if row.state in READ}
        return Loaded(dossier, rows, contents)
    except Problem as problem:
        dossier.close()
        return problem


def content_of(dossier: Dossier, document: str) -> Content:
    """What is known of one document."""
    flows = {flow.id: flow for flow in dossier.flows(document)}
    return Content(flows, dossier.unread(document), dossier.mentions(document))


def originals(rows: list[DocumentRow]) -> dict[str, Original]:
    """Which originals moved or changed since they were read. Reads every file to its end."""
    from redactor.dossier.originals import check

    return {row.id: check(row.path, row.sha256) for row in rows}
