"""What a redacted copy leaves out, and what is settled after the edits."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from redactor.formats.odf.document import MANIFEST, Document
from redactor.formats.odf.names import attribute, full, name, short
from redactor.formats.odf.vocabulary import NAMING_SETTINGS
from redactor.formats.slots import NAME_MARK, SELF, TAIL, Manner, Mapped, unmake

#: Elements that hold running text; a text anywhere else in a paragraph is a field's result.
_RUNNING = frozenset({"text:p", "text:h", "text:span", "text:a", "text:meta", "text:ruby-base"})
#: Values that say again, for programs, what a cell or a field shows.
_TYPED = (
    "office:value office:date-value office:time-value office:boolean-value office:string-value "
    "office:currency table:formula calcext:value-type"
).split()
_CELLS = ("table:table-cell", "table:covered-table-cell")
_CHANGES = (
    "text:tracked-changes text:change text:change-start text:change-end table:tracked-changes"
).split()
_COMMENTS = ("office:annotation", "office:annotation-end")
#: Attributes that name a style.
_STYLE_USE = "style-name"


def prune(document: Document, unwanted: frozenset[str]) -> set[str]:
    """Take out what no redacted copy keeps and what is `unwanted` (see `Parts.fate`), with all
    that points to it.

    Returns the words for what went. To be done before the edits.
    """
    words = {part: word for part in document.names if (word := document.fate(part, unwanted))}
    document.gone |= set(words)
    for part in words:
        document.trees.pop(part, None)
        document.inner.pop(part, None)
    _unlist(document)
    dropped = set(words.values())
    for part, root in document.trees.items():
        if _forget(root, document.gone):
            document.edited.add(part)
        if posixpath.basename(part) == "settings.xml" and _drop_settings(root):
            document.edited.add(part)
            dropped.add("printer-settings")
        if "macros" in dropped and _drop_listeners(root):
            document.edited.add(part)
    for inner in document.inner.values():
        dropped |= prune(inner, unwanted)
    return dropped


def _unlist(document: Document) -> None:
    manifest = document.trees.get(MANIFEST)
    for entry in list(manifest) if manifest is not None else ():
        path = attribute(entry, "manifest:full-path")
        gone_folder = path.endswith("/") and path != "/" and _is_emptied(path, document)
        if path in document.gone or gone_folder:
            unmake(entry)
            document.edited.add(MANIFEST)


def _is_emptied(folder: str, document: Document) -> bool:
    inside = [part for part in document.names if part.startswith(folder)]
    return all(part in document.gone for part in inside)


def _forget(root: etree._Element, gone: Iterable[str]) -> bool:
    """Take out what draws an object or a preview that went; scripts' bindings too."""
    low = {part.lower() for part in gone}
    found = False
    for element in list(root.iter("{*}*")):
        target = attribute(element, "xlink:href").removeprefix("./").lower()
        if target and target in low and name(element) in ("draw:image", "draw:object-ole"):
            unmake(element)
            found = True
    return found


def _drop_settings(root: etree._Element) -> bool:
    items = [
        item
        for item in root.iter(full("config:config-item"))
        if attribute(item, "config:name") in NAMING_SETTINGS and item.text
    ]
    for item in items:
        unmake(item)
    return bool(items)


def _drop_listeners(root: etree._Element) -> bool:
    """What calls a macro that went."""
    listeners = list(root.iter(full("script:event-listener")))
    for listener in listeners:
        unmake(listener)
    return bool(listeners)


def drop_asides(document: Document, options: Mapping[str, str]) -> set[str]:
    """Accept tracked changes and take comments out where `options` say so. After the edits, which
    know what follows a comment by the comment. Returns the words for what the copy no longer has.

    What a change took out stands apart, with a mark at its place (OpenDocument 1.3 part 3, § 5.5).
    """
    unwanted: dict[str, str] = {}
    if options.get("tracked_changes") == "accept":
        unwanted |= dict.fromkeys(_CHANGES, "tracked-changes")
    if options.get("comments") == "remove":
        unwanted |= dict.fromkeys(_COMMENTS, "comments")
    dropped: set[str] = set()
    for part, root in document.trees.items():
        for element in list(root.iter(*map(full, unwanted))) if unwanted else ():
            dropped.add(unwanted[name(element)])
            document.edited.add(part)
            unmake(element)
    for inner in document.inner.values():
        dropped |= drop_asides(inner, options)
    return dropped


def settle(touched: Sequence[Mapped], document: Document) -> None:
    """Take out what would say a removed text again: the typed value of its cell or field, a
    field that the program would fill anew, the identifier of a style. After the edits."""
    for mapped in touched:
        if mapped.manner is Manner.DROPPED:
            continue
        for piece in mapped.pieces:
            node = piece.node
            holder = node.getparent() if piece.where in (TAIL, SELF) else node
            if holder is None or not isinstance(holder.tag, str):
                continue
            if piece.where in ("", TAIL, SELF):
                _untype(holder)
            elif short(piece.where).endswith(":display-name"):
                _rename_style(document, node)


def _untype(holder: etree._Element) -> None:
    chain = [holder, *holder.iterancestors()]
    for element in chain:
        what = name(element)
        if what in _CELLS:
            for called in _TYPED:
                element.attrib.pop(full(called), "")
            if element.get(full("office:value-type")):
                element.set(full("office:value-type"), "string")
            return
        if what in ("text:p", "text:h"):
            continue
        if what not in _RUNNING and what.startswith("text:") and _is_field(element):
            # The program would fill the field again: it becomes what it shows.
            element.tag = full("text:span")
            element.attrib.clear()


def _is_field(element: etree._Element) -> bool:
    parent = element.getparent()
    return (
        parent is not None
        and name(parent) in _RUNNING
        and name(element)
        not in ("text:note", "text:ruby", "text:tracked-changes", "text:meta-field")
    )


def _rename_style(document: Document, style: etree._Element) -> None:
    """Give a style whose shown name changed an identifier that says nothing, wherever used."""
    key = next((k for k in style.attrib if short(str(k)).endswith(":name")), None)
    if key is None:
        return
    was = style.get(key) or ""
    taken = {
        attribute(e, "style:name") for root in document.trees.values() for e in root.iter("{*}*")
    }
    number = 1
    while f"{NAME_MARK}{number}" in taken:
        number += 1
    for part, root in document.trees.items():
        for element in root.iter("{*}*"):
            for used, value in element.attrib.items():
                local = short(str(used)).rpartition(":")[2]
                is_use = local.endswith(_STYLE_USE) or local == "master-page-name"
                if value == was and (is_use or (element is style and used == key)):
                    element.set(used, f"{NAME_MARK}{number}")
                    document.edited.add(part)
