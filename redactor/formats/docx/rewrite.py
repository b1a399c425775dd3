"""From a document's trees to the parts of a copy."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote, unquote

from redactor.formats.docx.changes import accept, remove_comment_marks
from redactor.formats.docx.document import Document
from redactor.formats.docx.names import name, short
from redactor.formats.opc import CONTENT_TYPES, owner_of, relationships, rels_name
from redactor.formats.package import pack
from redactor.formats.pictures import strip
from redactor.formats.slots import NAME_MARK, unmake
from redactor.formats.xml import serialise
from redactor.text.flow import Span

#: Elements that are nothing without the dropped part they point to.
_POINTERS = frozenset({"o:OLEObject", "w:control", "w:printerSettings", "w:recipientData"})
#: A compressed copy of a drawing that Word keeps beside it and makes again when it needs it.
_CACHE = "o:gfxdata"


def prune(document: Document, unwanted: Mapping[str, str]) -> set[str]:
    """Take out what no redacted copy keeps and the `unwanted` kinds of parts (kind → word for
    it), with all that points to them.

    Returns the words for what went. To be done before the edits.
    """
    words = {part: word for part in document.names if (word := document.fate(part, unwanted))}
    low = {part.lower() for part in words}
    document.gone |= set(words)
    for part in words:
        document.trees.pop(part, None)
        document.inner.pop(part, None)
    for node in list(document.trees[CONTENT_TYPES]):
        if unquote(node.get("PartName") or "").lstrip("/").lower() in low:
            unmake(node)
            document.edited.add(CONTENT_TYPES)
    for rels in [part for part in document.trees if part.endswith(".rels")]:
        for each in list(relationships(document.trees[rels], rels)):
            if not each.external and each.target.lower() in low:
                unmake(each.node)
                document.edited.add(rels)
                _forget(document, owner_of(rels), each.id)
    dropped = set(words.values())
    for part in document.pictures:
        if part not in document.gone:
            data = document.data(part)
            stripped = strip(data)
            if stripped != data:
                document.replaced[part] = stripped
                dropped.add("image-metadata")
    if _drop_caches(document):
        dropped.add("drawing-cache")
    for inner in document.inner.values():
        dropped |= prune(inner, unwanted)
    return dropped


def rename(document: Document, spans: Mapping[str, Sequence[Span]]) -> None:
    """Take spans out of names of parts, given by the flows' ids; what points to a part follows."""
    for inner in document.inner.values():
        rename(inner, spans)
    taken = {part.lower() for part in document.names}
    for part in document.names:
        gone = spans.get(f"{document.prefix}{part}#name")
        if gone and part not in document.gone:
            folder, base = posixpath.split(part)
            for span in sorted(gone, reverse=True):
                base = base[: span.start] + NAME_MARK + base[span.end :]
            stem, suffix = posixpath.splitext(base)
            name_, number = posixpath.join(folder, base), 1
            while name_.lower() in taken:
                number += 1
                name_ = posixpath.join(folder, f"{stem}{number}{suffix}")
            taken.add(name_.lower())
            document.renamed[part] = name_
            if rels_name(part) in document.trees:
                document.renamed[rels_name(part)] = rels_name(name_)
    if document.renamed:
        _follow_renames(document)


def _follow_renames(document: Document) -> None:
    low = {part.lower(): called for part, called in document.renamed.items()}
    for node in document.trees[CONTENT_TYPES]:
        called = low.get(unquote(node.get("PartName") or "").lstrip("/").lower())
        if called is not None:
            node.set("PartName", f"/{quote(called)}")
            document.edited.add(CONTENT_TYPES)
    for rels in [part for part in document.trees if part.endswith(".rels")]:
        for each in relationships(document.trees[rels], rels):
            called = None if each.external else low.get(each.target.lower())
            if called is not None:
                each.node.set("Target", f"/{quote(called)}")
                document.edited.add(rels)


def settle(document: Document, options: Mapping[str, str]) -> set[str]:
    """Accept tracked changes and unbind comments where `options` say so. After the edits.

    Returns the words for what the copy no longer has.
    """
    dropped: set[str] = set()
    for part, root in document.trees.items():
        if part in document.texts or not name(root).startswith("w:"):
            continue
        if options.get("tracked_changes") == "accept" and accept(root):
            document.edited.add(part)
            dropped.add("tracked-changes")
        if options.get("comments") == "remove" and remove_comment_marks(root):
            document.edited.add(part)
    for inner in document.inner.values():
        dropped |= settle(inner, options)
    return dropped


def parts(document: Document, touched: set[str]) -> Iterator[tuple[str, bytes]]:
    """The parts of the copy in their order; those not touched keep their bytes."""
    for part in document.names:
        if part in document.gone:
            continue
        called = document.renamed.get(part, part)
        inner = document.inner.get(part)
        if inner is not None and _is_changed(inner, touched):
            yield called, pack(parts(inner, touched))
        elif part in document.replaced:
            yield called, document.replaced[part]
        elif document.prefix + part in touched or part in document.edited:
            yield called, _data(document, part)
        else:
            yield called, document.data(part)


def _data(document: Document, part: str) -> bytes:
    decoded = document.texts.get(part)
    if decoded is not None:
        return decoded.encode(document.trees[part].text or "")
    return serialise(document.trees[part])


def _is_changed(document: Document, touched: set[str]) -> bool:
    """Whether a part of this package or of one inside it changed."""
    return (
        bool(document.edited or document.gone or document.replaced or document.renamed)
        or any(name.startswith(document.prefix) for name in touched)
        or any(_is_changed(inner, touched) for inner in document.inner.values())
    )


def _forget(document: Document, part: str, relationship: str) -> None:
    """Take out of `part` what pointed to a relationship that went."""
    root = document.trees.get(part)
    for element in list(root.iter("{*}*")) if root is not None else ():
        for key, value in list(element.attrib.items()):
            if value == relationship and short(str(key)).startswith("r:"):
                document.edited.add(part)
                if name(element) in _POINTERS:
                    unmake(element)
                else:
                    del element.attrib[key]


def _drop_caches(document: Document) -> bool:
    found = False
    for part, root in document.trees.items():
        if part in document.texts:
            continue
        for element in root.iter("{urn:schemas-microsoft-com:vml}*"):
            for key in [key for key in element.attrib if short(str(key)) == _CACHE]:
                del element.attrib[key]
                document.edited.add(part)
                found = True
    return found
