"""A document stored as one that was analysed, without analysing it."""

from collections.abc import Iterable, Sequence

from redactor.dossier import Dossier
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Unread


def store_analysis(
    dossier: Dossier,
    document: str,
    flows: Sequence[Flow],
    unread: Sequence[Unread],
    mentions: Iterable[Mention],
    pages: int | None = None,
    format: str = "",
) -> None:
    dossier.begin_analysis(document)
    dossier.append_analysis(document, flows, unread, mentions)
    dossier.finish_analysis(document, pages, format=format)
