"""A PDF without the highlights and the list that its full copy added."""

from pathlib import Path
from typing import Any

from redactor.formats.errors import Damaged

#: What the writer of full copies leaves in them. Stated here too: a verification that asked the
#: writer what it wrote would believe it.
_SPAN, _AUTHOR = "/RDTR_Span", "Redactor"
_LIST = "Mentions occultées hors des pages".encode("cp1252").hex().encode()


def restore(audit: Path, out: Path, password: str | None) -> frozenset[str]:
    """Returns the ids of the marks without a span: areas and whole pages."""
    import pikepdf

    from redactor.formats.pdf import saving

    ids: set[str] = set()
    try:
        with pikepdf.open(audit, password=password or "") as pdf:
            while len(pdf.pages) > 1 and _is_list(pdf.pages[-1]):
                del pdf.pages[-1]
            for page in pdf.pages:
                ours = [a for a in _annotations(page) if _is_ours(a)]
                if not ours:
                    continue
                ids |= {str(a.NM) for a in ours if _SPAN not in a}
                kept = [a for a in _annotations(page) if not _is_ours(a)]
                if kept:
                    page.obj.Annots = pikepdf.Array(kept)
                else:
                    del page.obj.Annots
            saving.save(pdf, out, encryption=False)
    except pikepdf.PdfError as error:
        raise Damaged(where=audit.name) from error
    return frozenset(ids)


def _annotations(page: Any) -> list[Any]:
    import pikepdf

    found = page.obj.get("/Annots")
    if not isinstance(found, pikepdf.Array):
        return []
    return [each for each in found if isinstance(each, pikepdf.Dictionary)]


def _is_ours(annotation: Any) -> bool:
    if _SPAN in annotation:
        return True
    return (
        str(annotation.get("/Subtype", "")) == "/Highlight"
        and str(annotation.get("/T", "")) == _AUTHOR
        and "/NM" in annotation
    )


def _is_list(page: Any) -> bool:
    """Whether a page is one that the writer added: its title, and nothing but our marks."""
    import pikepdf

    content = page.obj.get("/Contents")
    marks = _annotations(page)
    return (
        isinstance(content, pikepdf.Stream)
        and _LIST in content.read_bytes()
        and bool(marks)
        and all(_SPAN in mark for mark in marks)
    )


def marks(path: Path) -> int:
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            return sum(_is_ours(a) for page in pdf.pages for a in _annotations(page))
    except pikepdf.PdfError as error:
        raise Damaged(where=path.name) from error
