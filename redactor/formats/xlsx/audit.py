"""The audit copy of a workbook: cells in yellow, and a last sheet that lists every passage.

The format cannot colour a few letters' ground: the cell is yellow, and the list gives the exact
passage, the place and the ground. A row is read back only if its cell is yellow.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from redactor.formats.base import Applied, Area, Occultation
from redactor.formats.docx.names import name, qualified
from redactor.formats.opc import CONTENT_TYPES, RELATIONSHIP, relationships, rels_name
from redactor.formats.rows import HEADS, of_area, of_occultation, span_of
from redactor.formats.slots import Mapped
from redactor.formats.xlsx.workbook import Workbook
from redactor.formats.xml import XML_SPACE, legal, serialise

PART = "xl/worksheets/redactor-mentions.xml"
_TITLE = "Mentions occultées"
_ID = "rIdRedactorMentions"
_YELLOW = "FFFFFF00"
_HEADS = ("Repère", *HEADS)
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

Place = tuple[Occultation, Mapped]


def highlight(
    book: Workbook, places: Sequence[Place], areas: Sequence[Area] = ()
) -> Iterator[tuple[str, bytes]]:
    """Colour the cells of `places` in the trees of `book`, and list them with the `areas` of
    pictures. Yields the parts to add."""
    if not places and not areas:
        return
    painted: dict[str, str] = {}
    for _, mapped in places:
        home = book.cells.get(mapped.flow.id)
        if home is not None:
            part, cell = home
            style = cell.get("s", "0")
            if style not in painted and style not in painted.values():
                painted[style] = _yellow(book, style)
            cell.set("s", painted.get(style, style))
            book.edited.add(part)
    _enlist(book)
    main = book.trees[book.main]
    yield PART, _list(main, places, areas)


def read_back(book: Workbook) -> list[Applied]:
    """The spans that the list gives and the yellow of cells confirms."""
    flows = {m.flow.id: m.flow.text for m in book.mapped() if isinstance(m, Mapped)}
    root = book.trees.get(PART)
    yellow = _yellow_styles(book)
    found: list[Applied] = []
    for row in root.iter("{*}row") if root is not None else ():
        said = ["".join(t.text or "" for t in cell.iter("{*}t")) for cell in row]
        span = span_of(said[1], said[2], flows) if len(said) == len(_HEADS) else None
        home = book.cells.get(span.flow) if span is not None else None
        if span is not None and (home is None or home[1].get("s", "0") in yellow):
            found.append(Applied(said[0], span, None))
    return found


def _styles(book: Workbook) -> tuple[str, etree._Element] | None:
    return next(
        ((part, root) for part, root in book.trees.items() if name(root) == "x:styleSheet"), None
    )


def _yellow(book: Workbook, style: str) -> str:
    """The number of a cell format like `style` on a yellow ground."""
    home = _styles(book)
    if home is None:
        return style
    part, sheet = home
    fills = next((e for e in sheet if name(e) == "x:fills"), None)
    formats = next((e for e in sheet if name(e) == "x:cellXfs"), None)
    if fills is None or formats is None or not len(formats):
        return style
    number = next((i for i, fill in enumerate(fills) if _is_yellow(fill)), None)
    if number is None:
        fill = etree.SubElement(fills, qualified(sheet, "fill"))
        pattern = etree.SubElement(fill, qualified(sheet, "patternFill"))
        pattern.set("patternType", "solid")
        etree.SubElement(pattern, qualified(sheet, "fgColor")).set("rgb", _YELLOW)
        number = len(fills) - 1
        fills.set("count", str(len(fills)))
    at = int(style) if style.isdigit() and int(style) < len(formats) else 0
    own = deepcopy(formats[at])
    own.set("fillId", str(number))
    own.set("applyFill", "1")
    formats.append(own)
    formats.set("count", str(len(formats)))
    book.edited.add(part)
    return str(len(formats) - 1)


def _is_yellow(fill: etree._Element) -> bool:
    pattern = next(iter(fill), None)
    return (
        pattern is not None
        and pattern.get("patternType") == "solid"
        and any(c.get("rgb") == _YELLOW for c in pattern if name(c) == "x:fgColor")
    )


def _yellow_styles(book: Workbook) -> set[str]:
    home = _styles(book)
    if home is None:
        return {"0"}
    sheet = home[1]
    fills = next((e for e in sheet if name(e) == "x:fills"), ())
    yellow = {str(i) for i, fill in enumerate(fills) if _is_yellow(fill)}
    formats = next((e for e in sheet if name(e) == "x:cellXfs"), ())
    return {str(i) for i, each in enumerate(formats) if each.get("fillId") in yellow}


def _enlist(book: Workbook) -> None:
    """Tell the package of the new sheet."""
    main = book.trees[book.main]
    sheets = next(e for e in main if name(e) == "x:sheets")
    numbers = [int(e.get("sheetId", "0")) for e in sheets if e.get("sheetId", "").isdigit()]
    titles = {e.get("name", "").casefold() for e in sheets}
    title = _TITLE
    while title.casefold() in titles:
        title += "_"
    rels = rels_name(book.main)
    kinds = {each.kind: each.node.get("Type", "") for each in relationships(book.trees[rels], rels)}
    relation = etree.SubElement(book.trees[rels], RELATIONSHIP)
    relation.set("Id", _ID)
    relation.set("Type", kinds["worksheet"])
    relation.set("Target", f"/{PART}")
    sheet = etree.SubElement(sheets, qualified(main, "sheet"))
    sheet.set("name", title)
    sheet.set("sheetId", str(max(numbers, default=0) + 1))
    namespace = kinds["worksheet"].rpartition("/")[0]
    sheet.set(f"{{{namespace}}}id", _ID)
    types = book.trees[CONTENT_TYPES]
    override = etree.SubElement(types, types.tag.rpartition("}")[0] + "}Override")
    override.set("PartName", f"/{PART}")
    override.set("ContentType", _TYPE)
    book.edited |= {book.main, rels, CONTENT_TYPES}


def _list(like: etree._Element, places: Sequence[Place], areas: Sequence[Area]) -> bytes:
    root = etree.Element(qualified(like, "worksheet"))
    data = etree.SubElement(root, qualified(like, "sheetData"))
    rows: list[Sequence[str]] = [_HEADS]
    for each, mapped in places:
        said = of_occultation(each, mapped.flow)
        rows.append((each.id, said.where, said.hidden, said.note))
    rows += [(area.id, of_area(area).where, "", area.note) for area in areas]
    for number, row in enumerate(rows, 1):
        line = etree.SubElement(data, qualified(like, "row"))
        line.set("r", str(number))
        for column, text in zip("ABCD", row, strict=True):
            cell = etree.SubElement(line, qualified(like, "c"))
            cell.set("r", f"{column}{number}")
            cell.set("t", "inlineStr")
            holder = etree.SubElement(cell, qualified(like, "is"))
            words = etree.SubElement(holder, qualified(like, "t"))
            words.text = legal(text)
            words.set(XML_SPACE, "preserve")
    return serialise(root)
