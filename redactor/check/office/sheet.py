"""Excel workbooks: hidden sheets, rows and columns, cells one cannot see, notes, caches."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.office import common
from redactor.check.office.word import properties
from redactor.check.options import Options
from redactor.check.pdf.said import Said
from redactor.formats.errors import Damaged, Hostile, TooLarge
from redactor.formats.opc import relationships
from redactor.formats.package import Package
from redactor.formats.xml import parse
from redactor.text.flow import Cell, Channel, Flow, Unread

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
#: Cells read of one workbook.
_MOST = 2_000_000
#: Letters of one workbook: shared strings let few bytes stand for many.
_LETTERS = 100_000_000


def inspect(
    path: Path,
    options: Options,  # noqa: ARG001
    progress: Callable[[float], None],
) -> Iterator[Finding | Flow | Unread]:
    """Everything to know of a workbook. Raises a `Problem`."""
    with Package(path, path.name) as package:
        yield from _Workbook(package).findings()
    progress(1.0)


class _Workbook:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._said = Said()
        self._strings = self._shared()
        self._unseen = self._formats()

    def findings(self) -> Iterator[Finding | Flow | Unread]:
        shown: list[str] = []
        found: list[Finding] = []
        formulas: list[tuple[str, str]] = []
        for number, (title, state, part) in enumerate(self._sheets()):
            try:
                root = parse(self._package.part(part), part)
            except (Damaged, Hostile, TooLarge):
                yield Unread(part, "unread.damaged-object")
                continue
            formulas += ((text, title) for text in _formulas(root))
            hidden: list[str] = []
            closed = _closed_columns(root)
            for row, column, text, style, in_closed_row in self._cells(root):
                flow = Flow(
                    f"s{number}.{row}.{column}", text, cell=Cell(number, row, column), place=title
                )
                yield flow
                if state != "visible":
                    hidden.append(text)
                elif in_closed_row or column in closed:
                    found.append(_finding(text, title, "finding.hidden-row"))
                elif style in self._unseen:
                    found.append(_finding(text, title, "finding.same-colour", *self._unseen[style]))
                else:
                    shown.append(text)
            if hidden:
                found.append(_finding("\n".join(hidden), title, "finding.hidden-sheet"))
        self._said.add(1, "\n".join(shown))
        yield from found
        for text, title in formulas:
            yield from common.formula(text, self._said, title)
        yield from self._others()

    def _root(self, name: str) -> etree._Element | None:
        return common.root(self._package, name)

    def _shared(self) -> list[str]:
        root = self._root("xl/sharedStrings.xml")
        if root is None:
            return []
        return ["".join(t.text or "" for t in item.iter(f"{_S}t")) for item in root]

    def _formats(self) -> dict[int, tuple[Kind, float]]:
        """Cell formats in which nothing is seen."""
        root = self._root("xl/styles.xml")
        if root is None:
            return {}
        fonts = [_colour(font.find(f"{_S}color")) for font in root.iterfind(f"{_S}fonts/{_S}font")]
        fills = [_fill(fill) for fill in root.iterfind(f"{_S}fills/{_S}fill")]
        blank = {
            int(code.get("numFmtId", "-1"))
            for code in root.iter(f"{_S}numFmt")
            if code.get("formatCode", "").strip() == ";;;"
        }
        unseen: dict[int, tuple[Kind, float]] = {}
        for number, format in enumerate(root.iterfind(f"{_S}cellXfs/{_S}xf")):
            ink = _at(fonts, format.get("fontId"))
            ground = _at(fills, format.get("fillId"))
            if int(format.get("numFmtId", "0")) in blank:
                unseen[number] = (Kind.HIDDEN_TEXT, 0.9)
            elif common.dark(ground) and (ink is None or common.dark(ink)):
                unseen[number] = (Kind.HIGHLIGHT_ONLY, 0.9 if ink else 0.7)
            elif ink and common.hides(ink, ground or "FFFFFF"):
                unseen[number] = (Kind.HIDDEN_TEXT, 0.8)
        return unseen

    def _sheets(self) -> Iterator[tuple[str, str, str]]:
        book = self._root("xl/workbook.xml")
        rels = self._root("xl/_rels/workbook.xml.rels")
        if book is None or rels is None:
            return
        targets = {r.id: r.target for r in relationships(rels, "xl/_rels/workbook.xml.rels")}
        for sheet in book.iter(f"{_S}sheet"):
            part = targets.get(sheet.get(f"{_R}id", ""), "")
            if part in self._package:
                yield sheet.get("name", ""), sheet.get("state", "visible"), part

    def _cells(self, root: etree._Element) -> Iterator[tuple[int, int, str, int, bool]]:
        count = size = 0
        for row in root.iter(f"{_S}row"):
            closed = row.get("hidden") in ("1", "true")
            for cell in row.iter(f"{_S}c"):
                count += 1
                if count > _MOST:
                    return
                text = self._text(cell)
                size += len(text)
                if size > _LETTERS:
                    raise TooLarge(what="xlsx", limit=f"{_LETTERS // 1_000_000} M caractères")
                match = _REFERENCE.fullmatch(cell.get("r", ""))
                if text.strip() and match:
                    yield (
                        int(match.group(2)),
                        _column(match.group(1)),
                        text,
                        int(cell.get("s", "0")),
                        closed,
                    )

    def _text(self, cell: etree._Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(t.text or "" for t in cell.iter(f"{_S}t"))
        value = cell.findtext(f"{_S}v") or ""
        if kind == "s":
            return (
                self._strings[int(value)]
                if value.isdigit() and int(value) < len(self._strings)
                else ""
            )
        return value

    def _others(self) -> Iterator[Finding]:
        values: list[tuple[str, str, bool]] = []
        for name in self._package.names:
            low = name.lower()
            if low.startswith("xl/embeddings/"):
                yield common.embedded(name)
            elif low.startswith("docprops/thumbnail"):
                yield common.thumbnail(name, self._said)
            elif low.startswith("xl/revisions/") and "headers" not in low and low.endswith(".xml"):
                yield from self._revision(name)
            elif low.startswith("xl/externallinks/") and low.endswith(".xml"):
                yield from self._left(name, f"{_S}v", "finding.cached")
            elif low.startswith("docprops/") and low.endswith(".xml"):
                values += properties(self._root(name))
            elif re.search(r"comments?\d*\.xml$", low) and (root := self._root(name)) is not None:
                yield from _comments(name, root)
            elif "pivotcacherecords" in low or "pivotcachedefinition" in low:
                yield from self._left(name, f"{_S}s", "finding.pivot")
            elif low.endswith(".rels") and (root := self._root(name)) is not None:
                for each in relationships(root, name):
                    if each.external:
                        yield from common.link(each.target, self._said, name)
            elif (
                "/drawings/" in low
                and low.endswith(".xml")
                and (root := self._root(name)) is not None
            ):
                yield from self._drawing(name, root)
        yield from common.properties(values, self._said)

    def _drawing(self, name: str, root: etree._Element) -> Iterator[Finding]:
        """What stands over the cells: alternative texts, cropped pictures, dark shapes."""
        for element in root.iter("{*}cNvPr"):
            yield from common.alternative(element.get("descr", ""), self._said, name)
        for element in root.iter("{*}srcRect"):
            if sum(abs(int(element.get(side, "0"))) for side in "ltrb") > 5000:
                yield common.cropped(name)
        for shape in root.iter("{*}sp"):
            colour = next((c.get("val") for c in shape.iterfind("{*}spPr/{*}solidFill/*")), None)
            text = "".join(t.text or "" for t in shape.iter("{*}t"))
            if common.dark(colour) and not text.strip():
                yield common.finding(
                    Kind.COVERED_TEXT,
                    Severity.LEAK,
                    0.5,
                    "finding.shape-over",
                    Channel.BODY,
                    "",
                    name,
                )

    def _revision(self, name: str) -> Iterator[Finding]:
        """The log of a shared workbook: what cells held before (ECMA-376, 18.11)."""
        root = self._root(name)
        texts = [
            "".join(t.text or "" for t in old.iter(f"{_S}t", f"{_S}v"))
            for old in (root.iter(f"{_S}oc") if root is not None else ())
        ]
        gone = [text for text in texts if text.strip() and not self._said.has(text)]
        if gone:
            yield common.finding(
                Kind.REVISION,
                Severity.LEAK,
                0.9,
                "finding.version-kept",
                Channel.REVISION,
                "\n".join(gone),
                name,
            )

    def _left(self, name: str, tag: str, message: str) -> Iterator[Finding]:
        """Values that a part keeps and no sheet shows: `s` of a pivot cache, `v` of a link."""
        root = self._root(name)
        if root is None:
            return
        texts = {e.get("v") or e.text or "" for e in root.iter(tag)}
        left = sorted(
            text for text in texts if any(c.isalpha() for c in text) and not self._said.has(text)
        )
        if left:
            yield common.finding(
                Kind.ORPHAN_TEXT, Severity.LEAK, 0.8, message, Channel.HIDDEN, "\n".join(left), name
            )


def _comments(name: str, root: etree._Element) -> Iterator[Finding]:
    authors = [a.text or "" for a in root.iter(f"{_S}author")]
    for comment in root.iter(f"{_S}comment", "{*}threadedComment"):
        text = "".join(t.text or "" for t in comment.iter(f"{_S}t", "{*}text") if t.text)
        author = _at(authors, comment.get("authorId")) or ""
        if text.strip():
            yield common.finding(
                Kind.COMMENT,
                Severity.WARNING,
                1.0,
                "finding.comment",
                Channel.COMMENT,
                f"{author} : {text}" if author and not text.startswith(author) else text,
                name,
            )


def _finding(
    text: str, title: str, message: str, kind: Kind = Kind.HIDDEN_TEXT, certainty: float = 0.9
) -> Finding:
    return common.finding(kind, Severity.LEAK, certainty, message, Channel.HIDDEN, text, title)


def _formulas(root: etree._Element) -> Iterator[str]:
    """What computes, validates and colours cells (ECMA-376, 18.3.1.40, 18.3.1.32, 18.3.1.43)."""
    for name in ("f", "formula1", "formula2", "formula"):
        for element in root.iter(f"{{*}}{name}"):
            if element.text:
                yield element.text


def _closed_columns(root: etree._Element) -> set[int]:
    closed: set[int] = set()
    for column in root.iter(f"{_S}col"):
        if column.get("hidden") in ("1", "true"):
            first, last = int(column.get("min", "1")), int(column.get("max", "1"))
            closed.update(range(first, min(last, first + 16_384) + 1))
    return closed


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _colour(element: etree._Element | None) -> str | None:
    """A font's colour; theme 0 is the window's white, theme 1 the text's black."""
    if element is None:
        return None
    if element.get("rgb"):
        return element.get("rgb", "")[-6:]
    if element.get("tint") is None:
        return {"0": "FFFFFF", "1": "000000"}.get(element.get("theme", ""))
    return None


def _fill(fill: etree._Element) -> str | None:
    pattern = fill.find(f"{_S}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return None
    return _colour(pattern.find(f"{_S}fgColor"))


def _at(values: list[str | None] | list[str], number: str | None) -> str | None:
    if number is None or not number.isdigit() or int(number) >= len(values):
        return None
    return values[int(number)]
