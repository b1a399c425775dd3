"""An OpenDocument file without the bookmarks, the yellow and the list that its full copy added."""

from pathlib import Path

from lxml import etree

from redactor.formats.odf.names import attribute, full, name
from redactor.formats.package import Package, write_package
from redactor.formats.xml import parse, serialise

_MARK, _STYLE = "_Redactor_", "Redactor_yellow"
_LIST = "Mentions occultées hors du texte affiché"
_BOOKMARKS = ("text:bookmark-start", "text:bookmark-end")


def restore(audit: Path, out: Path) -> None:
    with Package(audit) as package:
        write_package(out, ((part, _unmarked(part, package.part(part))) for part in package.names))


def _unmarked(part: str, data: bytes) -> bytes:
    if not part.endswith(".xml") or not (_STYLE.encode() in data or _LIST.encode() in data):
        return data
    root = parse(data, part)
    _take_list(root)
    for mark in [e for e in root.iter(*map(full, _BOOKMARKS)) if _named(e).startswith(_MARK)]:
        _unwrap(mark)
    for span in [e for e in root.iter(full("text:span")) if _style(e) == _STYLE]:
        _unwrap(span)
    for cell in root.iter(full("table:table-cell")):
        used = attribute(cell, "table:style-name")
        if used.startswith(f"{_STYLE}_"):
            cell.set(full("table:style-name"), used.removeprefix(f"{_STYLE}_"))
    for style in list(root.iter(full("style:style"))):
        if attribute(style, "style:name").startswith(_STYLE):
            _unwrap(style, keep=False)
    return serialise(root)


def _take_list(root: etree._Element) -> None:
    """The last table of that title goes; in a text, with its heading and the line after it."""
    tables = [e for e in root.iter(full("table:table")) if attribute(e, "table:name") == _LIST]
    if not tables:
        return
    table = tables[-1]
    before, after = table.getprevious(), table.getnext()
    if before is not None and name(before) == "text:p" and before.text == _LIST:
        _unwrap(before, keep=False)
        if after is not None and name(after) == "text:p" and not len(after) and not after.text:
            _unwrap(after, keep=False)
    _unwrap(table, keep=False)


def _unwrap(element: etree._Element, *, keep: bool = True) -> None:
    """Put in an element's place what it holds, or, without `keep`, nothing."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    inside = list(element) if keep else []
    _add_text(parent, at, (element.text or "") if keep else "")
    tail = element.tail or ""
    element.tail = None
    parent.remove(element)
    parent[at:at] = inside
    _add_text(parent, at + len(inside), tail)


def _add_text(parent: etree._Element, at: int, text: str) -> None:
    """Add text before the child that stands at `at`, or at the end."""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _named(element: etree._Element) -> str:
    return attribute(element, "text:name")


def _style(element: etree._Element) -> str:
    return attribute(element, "text:style-name")
