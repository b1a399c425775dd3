"""Tracked changes and comments taken for good, where a profile asks for it.

After the redaction: what was occulted is already gone from what is accepted.
"""

from lxml import etree

from redactor.formats.docx.names import name
from redactor.formats.slots import unmake

_TAKEN = frozenset({"w:ins", "w:moveTo"})
_REFUSED = frozenset({"w:del", "w:moveFrom"})
#: What only says that something changed: former properties, ends of moves, inserted cells.
_NOTES = frozenset(
    "w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:tcPrChange w:trPrChange "
    "w:tblPrExChange w:tblGridChange w:numberingChange w:cellIns w:cellMerge "
    "w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd "
    "w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart "
    "w:customXmlDelRangeEnd w:customXmlMoveFromRangeStart w:customXmlMoveFromRangeEnd "
    "w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd".split()
)
#: Where ranges begin and end that may go over what is deleted.
_EDGES = frozenset(
    "w:bookmarkStart w:bookmarkEnd w:commentRangeStart w:commentRangeEnd w:permStart "
    "w:permEnd".split()
)
_COMMENT_MARKS = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"})

#: Kinds of parts that hold comments and who wrote them.
COMMENT_KINDS = frozenset(
    {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"}
)


def accept(root: etree._Element) -> bool:
    """Accept every tracked change of a part. Returns whether there was one."""
    found = False
    for element in list(root.iter("{*}*")):
        what = name(element)
        parent = element.getparent()
        if parent is None:
            continue
        if what in _NOTES:
            unmake(element)
        elif what in _TAKEN and name(parent) in ("w:rPr", "w:trPr", "w:ctrlPr"):
            unmake(element)  # the mark of a paragraph or a row that was inserted
        elif what in _TAKEN:
            _unwrap(element)
        elif what in _REFUSED and name(parent) == "w:trPr":
            _remove_row(parent)
        elif what in _REFUSED and name(parent) == "w:rPr":
            _join(element)
        elif what in _REFUSED:
            for edge in [each for each in element.iter("{*}*") if name(each) in _EDGES]:
                element.addprevious(edge)
            unmake(element)
        else:
            continue
        found = True
    if found:
        _drop_lone_edges(root)
    return found


def remove_comment_marks(root: etree._Element) -> bool:
    """Take out where comments are tied to the text. Returns whether there was one."""
    marks = [e for e in root.iter("{*}*") if name(e) in _COMMENT_MARKS]
    for mark in marks:
        run = mark.getparent()
        unmake(mark)
        if run is not None and name(run) == "w:r" and all(name(c) == "w:rPr" for c in run):
            unmake(run)
    return bool(marks)


def _drop_lone_edges(root: etree._Element) -> None:
    """Ranges whose other end went with a row: Word asks to repair such a file."""
    edges: dict[tuple[str, str], list[etree._Element]] = {}
    for element in root.iter("{*}*"):
        what = name(element)
        if what in _EDGES:
            id_ = next((str(v) for k, v in element.items() if str(k).endswith("}id")), "")
            edges.setdefault((what.removesuffix("Start").removesuffix("End"), id_), []).append(
                element
            )
    for ends in edges.values():
        if len(ends) == 1:
            unmake(ends[0])


def _unwrap(element: etree._Element) -> None:
    for child in list(element):
        element.addprevious(child)
    unmake(element)


def _remove_row(properties: etree._Element) -> None:
    row = properties.getparent()
    table = row.getparent() if row is not None else None
    if row is None or table is None:
        return
    unmake(row)
    if not any(name(child) == "w:tr" for child in table):
        unmake(table)


def _join(mark: etree._Element) -> None:
    """A deleted paragraph mark: the paragraph goes on with the text of the next one."""
    paragraph = next((a for a in mark.iterancestors() if name(a) == "w:p"), None)
    unmake(mark)
    if paragraph is None:
        return
    following = paragraph.getnext()
    if following is None or name(following) != "w:p":
        return
    for child in list(following):
        if name(child) != "w:pPr":
            paragraph.append(child)
    unmake(following)
