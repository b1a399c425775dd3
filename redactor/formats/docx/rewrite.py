"""What a redacted copy leaves out, and what is settled after the edits."""

from collections.abc import Mapping
from urllib.parse import unquote

from lxml import etree

from redactor.formats.docx.changes import accept, remove_comment_marks
from redactor.formats.docx.document import Document
from redactor.formats.docx.names import name, short
from redactor.formats.opc import CONTENT_TYPES, owner_of, relationships
from redactor.formats.slots import unmake

#: Elements that are nothing without the dropped part they point to.
_POINTERS = frozenset(
    "o:OLEObject w:control w:printerSettings w:recipientData a14:imgLayer w:embedRegular "
    "w:embedBold w:embedItalic w:embedBoldItalic".split()
)
#: A compressed copy of a drawing that Word keeps beside it and makes again when it needs it.
_CACHE = "o:gfxdata"


def prune(document: Document, unwanted: frozenset[str]) -> set[str]:
    """Take out what no redacted copy keeps and what is `unwanted` (see `Parts.fate`), with all
    that points to it.

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
    if _drop_caches(document):
        dropped.add("drawing-cache")
    if document.has_traces():
        document.is_traceless = True
        dropped.add("revision-ids")
    for inner in document.inner.values():
        dropped |= prune(inner, unwanted)
    return dropped


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


def _forget(document: Document, part: str, relationship: str) -> None:
    """Take out of `part` what pointed to a relationship that went."""
    root = document.trees.get(part)
    for element in list(root.iter("{*}*")) if root is not None else ():
        for key, value in list(element.attrib.items()):
            if value == relationship and short(str(key)).startswith("r:"):
                document.edited.add(part)
                if name(element) in _POINTERS:
                    unmake(_extension_of(element))
                else:
                    del element.attrib[key]


def _extension_of(element: etree._Element) -> etree._Element:
    """The extension that is nothing without `element`; the element where it is in none."""
    for above in element.iterancestors():
        if name(above) == "a:ext" and above.get("uri"):
            return above
    return element


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
