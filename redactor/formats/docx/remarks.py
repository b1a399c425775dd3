"""The grounds of an audit copy as Word comments beside the highlighted passages.

Word takes comments in the body alone: elsewhere the yellow stands without one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from redactor.formats.docx.document import Document
from redactor.formats.docx.maker import Maker
from redactor.formats.docx.names import attribute, name, qualified
from redactor.formats.opc import CONTENT_TYPES, RELATIONSHIP, rels_name
from redactor.formats.xml import serialise

_PART = "word/comments-redactor.xml"
_ID = "rIdRedactorComments"
_AUTHOR = "Redactor"
_RELATIONSHIPS = RELATIONSHIP.replace("}Relationship", "}Relationships")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
#: Where Word takes no comment.
_ELSEWHERE = frozenset({"w:txbxContent", "w:comment", "w:footnote", "w:endnote"})


@dataclass(frozen=True, slots=True, eq=False)
class Remark:
    """A note on the runs from `first` to `last`."""

    first: etree._Element
    last: etree._Element
    note: str


def remark(document: Document, remarks: Sequence[Remark]) -> Sequence[tuple[str, bytes]]:
    """Add the notes as comments. Returns the parts to add."""
    body = document.trees[document.main]
    taken = [r for r in remarks if r.note and _is_taken(r, body)]
    if not taken:
        return ()
    comments = next((t for t in document.trees.values() if name(t) == "w:comments"), None)
    is_new = comments is None
    if comments is None:
        comments = etree.Element(qualified(body, "comments"), nsmap={"w": _namespace(body)})
    used = [attribute(child, "id") for child in comments]
    number = max((int(id_) for id_ in used if id_.isdigit()), default=-1) + 1
    for each in taken:
        _tie(each, str(number))
        comments.append(_comment(body, str(number), each.note))
        number += 1
    document.edited.add(document.main)
    if is_new:
        return (*_enlist(document, body), (_PART, serialise(comments)))
    document.edited.add(next(p for p, t in document.trees.items() if t is comments))
    return ()


def _is_taken(each: Remark, body: etree._Element) -> bool:
    return (
        each.first.getroottree().getroot() is body
        and name(each.first) == name(each.last) == "w:r"
        and not any(name(a) in _ELSEWHERE for a in each.first.iterancestors())
    )


def _tie(each: Remark, number: str) -> None:
    make = Maker(each.first)
    each.first.addprevious(make("commentRangeStart", id=number))
    each.last.addnext(make("r", make("commentReference", id=number)))
    each.last.addnext(make("commentRangeEnd", id=number))


def _comment(body: etree._Element, number: str, note: str) -> etree._Element:
    make = Maker(body)
    said = make("p", make.run(note))
    return make("comment", said, id=number, author=_AUTHOR, initials="R")


def _enlist(document: Document, body: etree._Element) -> list[tuple[str, bytes]]:
    """Tell the package of its first part of comments. Returns the parts to add for it."""
    rels = rels_name(document.main)
    known = document.trees.get(rels)
    relations = etree.Element(_RELATIONSHIPS) if known is None else known
    relation = etree.SubElement(relations, RELATIONSHIP)
    strict = "purl.oclc.org" in _namespace(body)
    base = (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
        if strict
        else "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    )
    relation.set("Id", _ID)
    relation.set("Type", f"{base}/comments")
    relation.set("Target", f"/{_PART}")
    types = document.trees[CONTENT_TYPES]
    override = etree.SubElement(types, types.tag.rpartition("}")[0] + "}Override")
    override.set("PartName", f"/{_PART}")
    override.set("ContentType", _TYPE)
    document.edited.add(CONTENT_TYPES)
    if known is None:
        return [(rels, serialise(relations))]
    document.edited.add(rels)
    return []


def _namespace(element: etree._Element) -> str:
    return element.tag.rpartition("}")[0].removeprefix("{")
