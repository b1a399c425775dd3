"""OpenDocument texts and spreadsheets: the same questions, in the State's own format."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.office import common
from redactor.check.options import Options
from redactor.check.pdf.said import Said
from redactor.formats.errors import Damaged, Hostile, NeedsPassword, TooLarge
from redactor.formats.package import Package
from redactor.formats.xml import parse
from redactor.text.flow import Channel, Flow, Unread

_NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def _q(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{_NS[prefix]}}}{local}"


_UNSEEN = frozenset(
    {_q("office:annotation"), _q("text:tracked-changes"), _q("svg:title"), _q("svg:desc")}
)
_PARAGRAPHS = (_q("text:p"), _q("text:h"))
_ASIDE = frozenset(
    {
        _q("office:annotation"),
        _q("text:tracked-changes"),
        _q("table:tracked-changes"),
        _q("draw:frame"),
    }
)
_ASKING = frozenset({"creator", "initial-creator", "printed-by"})
_MACHINE = frozenset(
    "generator editing-cycles editing-duration creation-date date print-date template "
    "document-statistic language auto-reload hyperlink-behaviour meta document-meta".split()
)


@dataclass(frozen=True, slots=True)
class _Look:
    hidden: bool = False
    colour: str | None = None
    ground: str | None = None
    size: float = 12.0


def inspect(
    path: Path,
    options: Options,  # noqa: ARG001
    progress: Callable[[float], None],
) -> Iterator[Finding | Flow | Unread]:
    """Everything to know of an ODT or ODS file. Raises a `Problem`."""
    with Package(path, path.name) as package:
        yield from _OpenDocument(package).findings()
    progress(1.0)


class _OpenDocument:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._said = Said()
        self._styles: dict[str, _Look] = {}
        self._closed: set[str] = set()
        """Styles of sheets, rows and columns that are not displayed."""

    def findings(self) -> Iterator[Finding | Flow | Unread]:
        manifest = "META-INF/manifest.xml"
        if manifest in self._package and b"encryption-data" in self._package.part(manifest):
            raise NeedsPassword
        roots: dict[str, etree._Element] = {}
        for name in ("styles.xml", "content.xml"):
            if name not in self._package:
                continue
            try:
                roots[name] = parse(self._package.part(name), name)
            except (Damaged, Hostile, TooLarge):
                yield Unread(name, "unread.damaged-object")
        for root in roots.values():
            self._read_styles(root)
        shown: list[str] = []
        for name, root in roots.items():
            for number, paragraph in enumerate(root.iter(*_PARAGRAPHS)):
                text = _text(paragraph)
                aside = any(p.tag in _ASIDE for p in paragraph.iterancestors())
                if text.strip():
                    channel = Channel.COMMENT if aside else Channel.BODY
                    yield Flow(f"{name[0]}{number}", text, channel)
                    if not aside:
                        shown.append(text)
        self._said.add(1, "\n".join(shown))
        for name, root in roots.items():
            yield from self._part(name, root)
        yield from self._others()

    def _read_styles(self, root: etree._Element) -> None:
        for style in root.iter(_q("style:style")):
            key = style.get(_q("style:name"), "")
            look = self._styles.get(style.get(_q("style:parent-style-name"), ""), _Look())
            for tag in ("style:paragraph-properties", "style:table-cell-properties"):
                found = style.find(_q(tag))
                if found is not None and found.get(_q("fo:background-color")):
                    look = replace(look, ground=_ground(found))
            text = style.find(_q("style:text-properties"))
            if text is not None:
                look = _drawn(text, look)
            self._styles[key] = look
            for tag in ("style:table-properties", "style:table-row-properties"):
                found = style.find(_q(tag))
                if found is not None and found.get(_q("table:display")) == "false":
                    self._closed.add(key)

    def _part(self, name: str, root: etree._Element) -> Iterator[Finding]:
        for note in root.iter(_q("office:annotation")):
            author = "".join(e.text or "" for e in note.iter(_q("dc:creator")))
            text = "\n".join(_text(p) for p in note.iter(*_PARAGRAPHS))
            yield common.finding(
                Kind.COMMENT,
                Severity.WARNING,
                1.0,
                "finding.comment",
                Channel.COMMENT,
                f"{author} : {text}" if author else text,
                name,
            )
        for deletion in root.iter(_q("text:deletion"), _q("table:change-track-table-cell")):
            text = "\n".join(_text(p) for p in deletion.iter(*_PARAGRAPHS))
            if text.strip():
                yield common.finding(
                    Kind.TRACKED_CHANGE,
                    Severity.LEAK,
                    1.0,
                    "finding.deletion",
                    Channel.REVISION,
                    text,
                    name,
                )
        if next(root.iter(_q("text:insertion")), None) is not None:
            yield common.finding(
                Kind.TRACKED_CHANGE,
                Severity.WARNING,
                0.9,
                "finding.insertion",
                Channel.REVISION,
                "",
                name,
            )
        for paragraph in root.iter(*_PARAGRAPHS):
            if not any(p.tag in _ASIDE for p in paragraph.iterancestors()):
                yield from self._runs(name, paragraph)
        for tag in ("text:section", "text:hidden-text", "text:hidden-paragraph"):
            for element in root.iter(_q(tag)):
                hides = tag != "text:section" or element.get(_q("text:display")) == "none"
                text = _text(element) or element.get(_q("text:string-value"), "")
                if hides and text.strip():
                    yield _hidden(text, name, "finding.hidden-run")
        yield from self._tables(name, root)
        yield from self._values(name, root)
        for shape in root.iter(_q("draw:custom-shape"), _q("draw:rect")):
            yield from self._shape(name, shape)
        for look in root.iter(_q("style:graphic-properties")):
            clip = look.get(_q("fo:clip"), "")
            if any(float(n) > 0 for n in re.findall(r"\d+(?:\.\d+)?", clip)):
                yield common.cropped(name)
        for element in root.iter(_q("svg:title"), _q("svg:desc")):
            yield from common.alternative(element.text or "", self._said, name)
        for element in root.iter(_q("text:a")):
            yield from common.link(element.get(_q("xlink:href"), ""), self._said, name)

    def _runs(self, name: str, paragraph: etree._Element) -> Iterator[Finding]:
        base = self._styles.get(paragraph.get(_q("text:style-name"), ""), _Look())
        cell = next(paragraph.iterancestors(_q("table:table-cell")), None)
        if cell is not None:
            own = self._styles.get(cell.get(_q("table:style-name"), ""), _Look())
            base = replace(
                base,
                ground=base.ground or own.ground,
                colour=base.colour or own.colour,
                hidden=base.hidden or own.hidden,
            )
        spans = [(paragraph, base)] if base != _Look() else []
        spans += [
            (span, self._merged(base, span.get(_q("text:style-name"), "")))
            for span in paragraph.iter(_q("text:span"))
        ]
        for element, look in spans:
            text = _text(element) if element is not paragraph else _own_text(paragraph)
            if not any(char.isalnum() for char in text):
                continue
            if look.hidden:
                yield _hidden(text, name, "finding.hidden-run")
            elif common.dark(look.ground) and (look.colour is None or common.dark(look.colour)):
                yield common.finding(
                    Kind.HIGHLIGHT_ONLY,
                    Severity.LEAK,
                    0.9 if look.colour else 0.6,
                    "finding.highlight-only",
                    Channel.HIDDEN,
                    text,
                    name,
                )
            elif look.colour and common.hides(look.colour, look.ground or "FFFFFF"):
                yield _hidden(text, name, "finding.same-colour", 0.85)
            elif look.size <= 1.5:
                yield _hidden(text, name, "finding.tiny", 0.8)

    def _merged(self, base: _Look, key: str) -> _Look:
        own = self._styles.get(key, _Look())
        return _Look(
            own.hidden or base.hidden,
            own.colour or base.colour,
            own.ground or base.ground,
            own.size if own.size != 12.0 else base.size,
        )

    def _tables(self, name: str, root: etree._Element) -> Iterator[Finding]:
        for table in root.iter(_q("table:table")):
            if table.get(_q("table:style-name"), "") in self._closed:
                text = "\n".join(_text(p) for p in table.iter(*_PARAGRAPHS))
                if text.strip():
                    where = table.get(_q("table:name"), name)
                    yield _hidden(text, where, "finding.hidden-sheet", kind=Kind.HIDDEN_TEXT)
                continue
            for row in table.iter(_q("table:table-row")):
                if row.get(_q("table:visibility")) in ("collapse", "filter"):
                    text = " ".join(_text(p) for p in row.iter(*_PARAGRAPHS))
                    if text.strip():
                        yield _hidden(text, name, "finding.hidden-row", kind=Kind.HIDDEN_TEXT)
            yield from self._columns(name, table)

    def _values(self, name: str, root: etree._Element) -> Iterator[Finding]:
        """What cells hold beside what they show, and what formulas say."""
        for table in root.iter(_q("table:table")):
            title = table.get(_q("table:name"), name)
            for cell in table.iter(_q("table:table-cell")):
                value = cell.get(_q("office:string-value"), "")
                shown = "\n".join(_text(p) for p in cell.iter(*_PARAGRAPHS))
                if value.strip() and "".join(value.split()) != "".join(shown.split()):
                    yield _hidden(value, title, "finding.cell-value", 0.9, Kind.HIDDEN_TEXT)
                yield from common.formula(cell.get(_q("table:formula"), ""), self._said, title)
        for rule in root.iter(_q("table:content-validation")):
            yield from common.formula(rule.get(_q("table:condition"), ""), self._said, name)

    def _columns(self, name: str, table: etree._Element) -> Iterator[Finding]:
        closed: set[int] = set()
        number = 0
        for column in table.iter(_q("table:table-column")):
            count = min(int(column.get(_q("table:number-columns-repeated"), "1")), 2000)
            if column.get(_q("table:visibility")) in ("collapse", "filter"):
                closed.update(range(number, number + count))
            number += count
        if not closed:
            return
        texts: list[str] = []
        for row in table.iter(_q("table:table-row")):
            number = 0
            for cell in row.iterchildren():
                if number in closed:
                    texts += [_text(p) for p in cell.iter(*_PARAGRAPHS)]
                number += min(int(cell.get(_q("table:number-columns-repeated"), "1")), 2000)
        if any(text.strip() for text in texts):
            yield _hidden("\n".join(texts), name, "finding.hidden-row", kind=Kind.HIDDEN_TEXT)

    def _shape(self, name: str, shape: etree._Element) -> Iterator[Finding]:
        """A black or white shape without text, set over a paragraph."""
        if _text(shape).strip():
            return
        paragraph = next((p for p in shape.iterancestors(*_PARAGRAPHS)), None)
        fill = self._fill(shape.get(_q("draw:style-name"), ""))
        if paragraph is not None and fill and common.dark(fill):
            yield common.finding(
                Kind.COVERED_TEXT,
                Severity.LEAK,
                0.6,
                "finding.shape-over",
                Channel.BODY,
                _text(paragraph),
                name,
            )

    def _fill(self, key: str) -> str | None:
        for part in ("content.xml", "styles.xml"):
            if part not in self._package:
                continue
            root = parse(self._package.part(part), part)
            for style in root.iter(_q("style:style")):
                if style.get(_q("style:name")) == key:
                    found = style.find(_q("style:graphic-properties"))
                    if found is not None and found.get(_q("draw:fill")) == "solid":
                        return found.get(_q("draw:fill-color"))
        return None

    def _others(self) -> Iterator[Finding | Unread]:
        values: list[tuple[str, str, bool]] = []
        for name in self._package.names:
            if name == "meta.xml":
                try:
                    root = parse(self._package.part(name), name)
                except (Damaged, Hostile, TooLarge):
                    yield Unread(name, "unread.damaged-object")
                    continue
                for element in root.iter():
                    if isinstance(element.tag, str) and (element.text or "").strip():
                        key = etree.QName(element).localname
                        if key not in _MACHINE:
                            values.append((key, element.text or "", key in _ASKING))
            elif name == "Thumbnails/thumbnail.png":
                yield common.thumbnail(name, self._said)
            elif name.startswith("Versions/"):
                yield common.finding(
                    Kind.REVISION,
                    Severity.WARNING,
                    0.9,
                    "finding.version-kept",
                    Channel.REVISION,
                    name,
                    name,
                )
            elif name.startswith("Object ") and name.endswith("/content.xml"):
                yield common.embedded(name.partition("/")[0])
            elif name.startswith("Basic/") and name.endswith(".xml") and "script-l" not in name:
                yield common.embedded(name)
        yield from common.properties(values, self._said)


def _hidden(
    text: str, place: str, message: str, certainty: float = 1.0, kind: Kind = Kind.HIDDEN_RUN
) -> Finding:
    return common.finding(kind, Severity.LEAK, certainty, message, Channel.HIDDEN, text, place)


def _drawn(properties: etree._Element, base: _Look) -> _Look:
    size = properties.get(_q("fo:font-size"), "")
    colour = properties.get(_q("fo:color"))
    if properties.get(_q("style:use-window-font-color")) == "true":
        colour = None
    return _Look(
        base.hidden or properties.get(_q("text:display")) == "none",
        colour or base.colour,
        _ground(properties) or base.ground,
        float(size[:-2])
        if size.endswith("pt") and size[:-2].replace(".", "").isdigit()
        else base.size,
    )


def _ground(properties: etree._Element) -> str | None:
    colour = properties.get(_q("fo:background-color"))
    return None if colour in (None, "transparent") else colour


def _text(element: etree._Element) -> str:
    """The text of an element without its notes and comments."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if node.tag in _UNSEEN:
                continue
            if node.tag == _q("text:s"):
                pieces.append(" " * min(int(node.get(_q("text:c"), "1")), 100))
            elif node.tag == _q("text:tab"):
                pieces.append("\t")
            elif node.tag == _q("text:line-break"):
                pieces.append("\n")
            if not _in_note(node, element):
                pieces.append(node.text or "")
        elif node is not element and not _in_note(node.getparent(), element):
            pieces.append(node.tail or "")
    return "".join(pieces)


def _in_note(node: etree._Element | None, top: etree._Element) -> bool:
    while node is not None and node is not top:
        if node.tag == _q("office:annotation"):
            return True
        node = node.getparent()
    return False


def _own_text(paragraph: etree._Element) -> str:
    """The text of a paragraph outside its spans."""
    return "".join([paragraph.text or "", *(child.tail or "" for child in paragraph)])
