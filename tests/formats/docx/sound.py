"""What makes Word ask to repair a file: looked for in a package, without Word.

Each check is a reason seen in files that Word refused or repaired. It reads the package anew,
by its own walk.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from redactor.formats.docx.names import attribute, name, short
from redactor.formats.opc import (
    CONTENT_TYPES,
    ContentTypes,
    content_types,
    owner_of,
    relationships,
    rels_name,
)
from redactor.formats.package import Package
from redactor.formats.xml import parse

#: Ranges whose two ends must both be there, by the name of the first.
_PAIRS = {
    "w:bookmarkStart": "w:bookmarkEnd",
    "w:commentRangeStart": "w:commentRangeEnd",
    "w:moveFromRangeStart": "w:moveFromRangeEnd",
    "w:moveToRangeStart": "w:moveToRangeEnd",
    "w:permStart": "w:permEnd",
}
#: References to notes and comments: the part that holds them and their element.
_REFERENCES = {
    "w:footnoteReference": ("w:footnotes", "w:footnote"),
    "w:endnoteReference": ("w:endnotes", "w:endnote"),
    "w:commentReference": ("w:comments", "w:comment"),
}
_BLOCKS = frozenset({"w:p", "w:tbl", "w:sdt", "w:customXml", "w:altChunk"})
#: The order of a run's properties, as far as our writers touch it (ECMA-376-1, § 17.3.2.28).
_RUN_ORDER = (
    "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline "
    "w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing "
    "w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText "
    "w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath w:rPrChange"
).split()


def problems(path: Path) -> list[str]:
    """What is not sound in a Word file, one line each; empty for a sound one.

    Raises as `Package` and `parse` do.
    """
    with Package(path) as package:
        trees = {
            part: parse(package.part(part), part)
            for part in package.names
            if part == CONTENT_TYPES or part.endswith((".xml", ".rels"))
        }
        return sorted(
            [
                *_types(package, ContentTypes(content_types(package))),
                *_relations(package, trees),
                *_references(trees),
                *(problem for part, root in trees.items() for problem in _part(part, root)),
            ]
        )


def _types(package: Package, types: ContentTypes) -> Iterator[str]:
    for part in package.names:
        if part != CONTENT_TYPES and not types.of(part):
            yield f"{part}: no content type"
    low = {part.lower() for part in package.names}
    for override in types.overridden:
        if override not in low:
            yield f"{override}: a content type without its part"


def _relations(package: Package, trees: Mapping[str, etree._Element]) -> Iterator[str]:
    low = {part.lower() for part in package.names}
    ids: dict[str, set[str]] = {}
    for rels in (part for part in trees if part.endswith(".rels")):
        owner = owner_of(rels)
        if owner and owner.lower() not in low:
            yield f"{rels}: relationships of a part that is not there"
        seen: Counter[str] = Counter()
        for each in relationships(trees[rels], rels):
            seen[each.id] += 1
            if not each.external and each.target.lower() not in low:
                yield f"{rels}: {each.id} leads to {each.target}, which is not there"
        yield from (f"{rels}: {id_} twice" for id_, count in seen.items() if count > 1)
        ids[owner] = set(seen)
    for part, root in trees.items():
        if part.endswith(".rels"):
            continue
        known = ids.get(part, set())
        for element in root.iter("{*}*"):
            for key, value in element.items():
                if short(str(key)).startswith("r:") and value and value not in known:
                    where = f"{part}: {name(element)}"
                    yield f"{where} points to {str(value)!r}, not in {rels_name(part)}"


def _references(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    held: dict[str, set[str]] = {}
    for root in trees.values():
        for holder, wanted in _REFERENCES.values():
            if name(root) == holder:
                numbers = [attribute(child, "id") for child in root if name(child) == wanted]
                held.setdefault(holder, set()).update(numbers)
                for number, count in Counter(numbers).items():
                    if count > 1:
                        yield f"{holder}: {number} twice"
    for part, root in trees.items():
        for element in root.iter("{*}*"):
            reference = _REFERENCES.get(name(element))
            if reference and attribute(element, "id") not in held.get(reference[0], set()):
                yield f"{part}: {name(element)} {attribute(element, 'id')} leads nowhere"


def _part(part: str, root: etree._Element) -> Iterator[str]:
    ends: dict[str, list[str]] = {}
    bookmarks: Counter[str] = Counter()
    fields = 0
    for element in root.iter("{*}*"):
        what = name(element)
        if what in _PAIRS or what in _PAIRS.values():
            ends.setdefault(what, []).append(attribute(element, "id"))
        if what == "w:bookmarkStart":
            bookmarks[attribute(element, "name").casefold()] += 1
        elif what == "w:tc":
            blocks = [name(child) for child in element if name(child) in _BLOCKS]
            if not blocks or blocks[-1] != "w:p":
                yield f"{part}: a cell that does not end with a paragraph"
        elif what == "w:fldChar":
            kind = attribute(element, "fldCharType")
            fields += {"begin": 1, "end": -1}.get(kind, 0)
            if fields < 0:
                yield f"{part}: a field that ends before it begins"
        elif what == "w:rPr":
            known = [_RUN_ORDER.index(n) for n in map(name, element) if n in _RUN_ORDER]
            if known != sorted(known):
                yield f"{part}: properties of a run out of order"
        elif what == "w:r" and any(name(child) == "w:rPr" for child in list(element)[1:]):
            yield f"{part}: properties of a run that are not first"
    if fields:
        yield f"{part}: a field that does not end"
    for start, end in _PAIRS.items():
        starts = Counter(ends.get(start, ()))
        yield from (f"{part}: {start} {id_} twice" for id_, n in starts.items() if n > 1)
        if starts != Counter(ends.get(end, ())):
            yield f"{part}: {start} and {end} do not pair"
    yield from (f"{part}: bookmark {called!r} twice" for called, n in bookmarks.items() if n > 1)
