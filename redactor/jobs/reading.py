"""How the documents of a dossier are read: the same for showing, writing and verifying them."""

from dataclasses import replace

from redactor.dossier import Dossier
from redactor.formats.base import NOWHERE, ReadOptions


def reading(dossier: Dossier, document_id: str = "") -> ReadOptions:
    """The options for a document, or for one that is not in the dossier yet.

    What is recognised in a page is kept in the dossier's folder by whichever process meets it
    first: the page on the screen is read at once, and never again. Beside a protected dossier,
    nothing is kept: each process reads for itself.
    """
    options = ReadOptions(ocr=True, ocr_cache=dossier.recognised or NOWHERE)
    if not document_id:
        return options
    row = dossier.document(document_id)
    return replace(options, ocr_again=row.ocr_again, ocr_pages=row.ocr_pages)
