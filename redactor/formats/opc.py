"""Open Packaging Conventions (ECMA-376 part 2): content types and relationships.

What Word, Excel and PowerPoint files share above the zip.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from redactor.formats.errors import Damaged
from redactor.formats.package import Package
from redactor.formats.xml import parse

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELS = "_rels/.rels"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class ContentTypes:
    """The content type of each part: by its name, or by its suffix."""

    def __init__(self, root: etree._Element) -> None:
        self._defaults = {
            e.get("Extension", "").lower(): e.get("ContentType", "")
            for e in root.iter(f"{_TYPES}Default")
        }
        self._overrides = {
            unquote(e.get("PartName", "")).lstrip("/").lower(): e.get("ContentType", "")
            for e in root.iter(f"{_TYPES}Override")
        }

    @property
    def overridden(self) -> frozenset[str]:
        """The parts that have a type of their own, in lower case."""
        return frozenset(self._overrides)

    def of(self, part: str) -> str:
        """The content type of `part`, empty where none is declared."""
        low = part.lower()
        suffix = posixpath.basename(low).rpartition(".")[2]
        return self._overrides.get(low) or self._defaults.get(suffix, "")


@dataclass(frozen=True, slots=True, eq=False)
class Relationship:
    """One line of a `.rels` part."""

    id: str
    kind: str
    """The last word of its type: ``hyperlink``, ``image``, ``officeDocument``."""
    target: str
    """The full name of a part, or the address of an external target as it is written."""
    external: bool
    node: etree._Element


def rels_name(part: str) -> str:
    """The part that holds the relationships of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def owner_of(rels: str) -> str:
    """The part whose relationships `rels` holds; empty for the package's own."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def relationships(root: etree._Element, rels: str) -> Iterator[Relationship]:
    """The relationships of a parsed `.rels` part named `rels`."""
    base = posixpath.dirname(owner_of(rels))
    for node in root.iter(RELATIONSHIP):
        target = node.get("Target", "")
        external = node.get("TargetMode") == "External"
        if not external:
            target = unquote(target.partition("#")[0])
            target = posixpath.normpath(posixpath.join("/" + base, target)).lstrip("/")
        kind = node.get("Type", "").rpartition("/")[2]
        yield Relationship(node.get("Id", ""), kind, target, external, node)


def reachable(package: Package) -> Mapping[str, str]:
    """Every part that relationships lead to from the package, with the kind of the first one.

    In the order in which they are met. Raises Damaged.
    """
    names = {name.lower(): name for name in package.names}
    found: dict[str, str] = {}
    waiting = [PACKAGE_RELS]
    while waiting:
        rels = names.get(waiting.pop().lower())
        if rels is None:
            continue
        for each in relationships(parse(package.part(rels), rels), rels):
            part = names.get(each.target.lower())
            if each.external or part is None or part in found:
                continue
            found[part] = each.kind
            waiting.append(rels_name(part))
    return found


def content_types(package: Package) -> etree._Element:
    """The parsed list of content types. Raises Damaged where there is none."""
    if CONTENT_TYPES not in package:
        raise Damaged(where=CONTENT_TYPES)
    return parse(package.part(CONTENT_TYPES), CONTENT_TYPES)
