"""The original as a full copy still holds it: the same file with the yellow taken off.

A package travels without its originals. What a reader needs to verify a redacted copy again is
in the full copy; only what the release added to it must not be taken for the document's own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.formats.errors import Damaged
from redactor.formats.package import Package, write_package
from redactor.formats.plain.audit import read_back
from redactor.formats.xml import parse, serialise

#: What the writers of full copies leave in them. Stated here too: a verification that asked the
#: writer what it wrote would believe it.
_PDF_SPAN, _PDF_AUTHOR = "/RDTR_Span", "Redactor"
_PDF_LIST = "Mentions occultées hors des pages".encode("cp1252").hex().encode()
_DOCX_MARK, _DOCX_LIST = "_Redactor_", "_Redactor_list"


@dataclass(frozen=True, slots=True)
class Places:
    """Ids that a PDF's full copy marks without a span: areas and whole pages."""

    ids: frozenset[str] = frozenset()


def can_restore(format: str) -> bool:
    """Whether `restore` knows the format."""
    return format in ("pdf", "docx", "text")


def restore(audit: Path, out: Path, format: str, password: str | None = None) -> Places:
    """Write to `out`, without a password, what `audit` was made from; `password` opens it.

    Raises Damaged, Hostile, TooLarge.
    """
    if format == "pdf":
        return _pdf(audit, out, password)
    if format == "docx":
        _docx(audit, out)
    else:
        _text(audit, out)
    return Places()


def own_marks(path: Path, format: str) -> int:
    """How many of our highlights a file carries: none, unless it is a full copy."""
    if format == "pdf":
        import pikepdf

        try:
            with pikepdf.open(path) as pdf:
                return sum(_is_ours(a) for page in pdf.pages for a in _annotations(page))
        except pikepdf.PdfError as error:
            raise Damaged(where=path.name) from error
    if format == "docx":
        package = Package(path)
        try:
            return sum(
                package.part(name).count(_DOCX_MARK.encode())
                for name in package.names
                if name.endswith(".xml")
            )
        finally:
            package.close()
    if path.suffix.lower() in (".html", ".htm"):
        found = read_back(path.read_text("utf-8", "replace"))
        return len(found[1]) if found else 0
    return 0


def _pdf(audit: Path, out: Path, password: str | None) -> Places:
    import pikepdf

    ids: set[str] = set()
    try:
        with pikepdf.open(audit, password=password or "") as pdf:
            while len(pdf.pages) > 1 and _is_list(pdf.pages[-1]):
                del pdf.pages[-1]
            for page in pdf.pages:
                ours = [a for a in _annotations(page) if _is_ours(a)]
                if not ours:
                    continue
                ids |= {str(a.NM) for a in ours if _PDF_SPAN not in a}
                kept = [a for a in _annotations(page) if not _is_ours(a)]
                if kept:
                    page.obj.Annots = pikepdf.Array(kept)
                else:
                    del page.obj.Annots
            pdf.save(out, encryption=False)
    except pikepdf.PdfError as error:
        raise Damaged(where=audit.name) from error
    return Places(frozenset(ids))


def _annotations(page: Any) -> list[Any]:
    import pikepdf

    found = page.obj.get("/Annots")
    if not isinstance(found, pikepdf.Array):
        return []
    return [each for each in found if isinstance(each, pikepdf.Dictionary)]


def _is_ours(annotation: Any) -> bool:
    if _PDF_SPAN in annotation:
        return True
    return (
        str(annotation.get("/Subtype", "")) == "/Highlight"
        and str(annotation.get("/T", "")) == _PDF_AUTHOR
        and "/NM" in annotation
    )


def _is_list(page: Any) -> bool:
    """Whether a page is one that the writer added: its title, and nothing but our marks."""
    import pikepdf

    content = page.obj.get("/Contents")
    marks = _annotations(page)
    return (
        isinstance(content, pikepdf.Stream)
        and _PDF_LIST in content.read_bytes()
        and bool(marks)
        and all(_PDF_SPAN in mark for mark in marks)
    )


def _docx(audit: Path, out: Path) -> None:
    package = Package(audit)
    try:
        write_package(out, ((name, _unmarked(name, package.part(name))) for name in package.names))
    finally:
        package.close()


def _unmarked(name: str, data: bytes) -> bytes:
    if not name.endswith(".xml") or _DOCX_MARK.encode() not in data:
        return data
    root = parse(data, name)
    starts: dict[str, Any] = {}
    ends: dict[str, Any] = {}
    for element in root.iter("{*}bookmarkStart", "{*}bookmarkEnd"):
        number = _attribute(element, "id")
        (starts if str(element.tag).endswith("Start") else ends)[number] = element
    for number, start in starts.items():
        called = _attribute(start, "name")
        end = ends.get(number)
        if not called.startswith(_DOCX_MARK) or end is None:
            continue
        if called == _DOCX_LIST and start.getparent() is end.getparent():
            for between in _between(start, end):
                between.getparent().remove(between)
    for number, start in starts.items():
        if _attribute(start, "name").startswith(_DOCX_MARK):
            for mark in (start, ends.get(number)):
                if mark is not None and mark.getparent() is not None:
                    mark.getparent().remove(mark)
    return serialise(root)


def _between(start: Any, end: Any) -> Iterable[Any]:
    parent = start.getparent()
    return list(parent)[parent.index(start) + 1 : parent.index(end)]


def _attribute(element: Any, local: str) -> str:
    for key, value in element.attrib.items():
        if re.sub(r"^\{.*\}", "", str(key)) == local:
            return str(value)
    return ""


def _text(audit: Path, out: Path) -> None:
    found = read_back(_as_written(audit))
    if found is None:
        raise Damaged(where=audit.name)
    out.write_bytes(found[0].encode("utf-8"))


def _as_written(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Damaged(where=path.name) from error
