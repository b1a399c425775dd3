"""A Word file without the bookmarks and the list that its full copy added. The yellow stays: a
colour is no text, and nothing is compared but text."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from redactor.formats.package import Package, write_package
from redactor.formats.xml import parse, serialise

#: How the names of added bookmarks begin; see `redactor.release.restore.pdf` for why it is
#: stated anew.
MARK = b"_Redactor_"
_MARK, _LIST = "_Redactor_", "_Redactor_list"


def restore(audit: Path, out: Path) -> None:
    with Package(audit) as package:
        write_package(out, ((name, _unmarked(name, package.part(name))) for name in package.names))


def _unmarked(name: str, data: bytes) -> bytes:
    if not name.endswith(".xml") or MARK not in data:
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
        if not called.startswith(_MARK) or end is None:
            continue
        if called == _LIST and start.getparent() is end.getparent():
            for between in _between(start, end):
                between.getparent().remove(between)
    for number, start in starts.items():
        if _attribute(start, "name").startswith(_MARK):
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
