"""What the papers of a release say of the request, taken from its dossier."""

from redactor.dossier.dossier import Dossier
from redactor.dossier.records import DocumentRow
from redactor.law.decisions import Decision
from redactor.release.account import Case, Refused
from redactor.release.names import safe, without_spans
from redactor.text.flow import FILENAME_FLOW


def case_of(dossier: Dossier) -> Case:
    """The request of a dossier, with the documents that do not go at all."""
    info = dossier.info
    return Case(
        info.title,
        info.reference,
        info.requesters,
        info.received,
        tuple(
            Refused(_public_name(dossier, row), row.excluded, row.excluded_note)
            for row in dossier.documents()
            if row.excluded
        ),
    )


def _public_name(dossier: Dossier, row: DocumentRow) -> str:
    """The name of a document that nobody released, and perhaps nobody reviewed: what stands in
    it is left out unless someone, or the profile, keeps it."""
    spans = [
        each.mention.span
        for each in dossier.mentions(row.id)
        if each.mention.span.flow == FILENAME_FLOW
        and dossier.effective(each).decision is not Decision.KEEP
    ]
    return safe(without_spans(row.name, spans))
