"""Word files: what is highlighted, hidden, struck out, noted, embedded, and still there."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import is_zipfile

from lxml import etree

from redactor.check import personal
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.office import common
from redactor.check.office.word_looks import Look, Verdict, cell_fill, fill, looks, verdict
from redactor.check.options import Options
from redactor.check.pdf.said import Said
from redactor.formats.opc import relationships
from redactor.formats.package import Package
from redactor.formats.registry import adapter_named
from redactor.text.flow import VISIBLE_CHANNELS, Channel, Flow, Unread

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
#: Endings of embedded files that are packages; other objects are never read, and never said to be.
_PACKAGES = (".xlsx", ".docx", ".pptx", ".xlsm")
_EMUS = 12700
"""English metric units a point."""
_ASKING = ("creator", "lastModifiedBy", "Manager", "Company")
_MACHINE = frozenset(
    "Template Application DocSecurity AppVersion TotalTime Pages Words Characters Lines "
    "Paragraphs CharactersWithSpaces created modified revision lastPrinted language "
    "TitlesOfParts HeadingPairs ScaleCrop LinksUpToDate SharedDoc HyperlinksChanged lpstr i4 "
    "contentStatus version category contentType identifier filetime bool vt vector variant".split()
)


def inspect(
    path: Path, options: Options, progress: Callable[[float], None]
) -> Iterator[Finding | Flow | Unread]:
    """Everything to know of a Word file. Raises a `Problem` where it cannot be opened."""
    said = Said()
    with adapter_named("docx").open(path, options.password) as source:
        shown: list[str] = []
        for item in source.read():
            yield item
            if isinstance(item, Flow) and item.channel in VISIBLE_CHANNELS:
                shown.append(item.text)
    said.add(1, "\n".join(shown))
    progress(0.5)
    with Package(path, path.name) as package:
        yield from _Word(package, said).findings()


class _Word:
    def __init__(self, package: Package, said: Said) -> None:
        self._package = package
        self._said = said
        styles = "word/styles.xml"
        self._styles = looks(common.root(package, styles))

    def findings(self) -> Iterator[Finding | Unread]:
        values: list[tuple[str, str, bool]] = []
        for name in self._package.names:
            low = name.lower()
            if low.startswith(("word/embeddings/", "word/activex/")):
                yield common.embedded(name)
                if low.endswith(_PACKAGES) and not is_zipfile(io.BytesIO(self._package.part(name))):
                    yield Unread(name, "unread.part")
            elif low.startswith("docprops/thumbnail"):
                yield common.thumbnail(name, self._said)
            elif low.startswith("docprops/") and low.endswith(".xml"):
                values += properties(common.root(self._package, name))
            elif low.endswith(".rels"):
                yield from self._links(name)
            elif low.startswith("customxml/") and low.endswith(".xml") and "props" not in low:
                yield from self._custom(name)
            elif low.startswith("word/") and low.endswith(".xml"):
                root = common.root(self._package, name)
                if root is not None:
                    yield from self._part(name, root)
        yield from common.properties(values, self._said)

    # --- stories --------------------------------------------------------------------------------

    def _part(self, name: str, root: etree._Element) -> Iterator[Finding]:
        if name.endswith("comments.xml"):
            yield from self._comments(name, root)
            return
        for paragraph in root.iter(f"{_W}p"):
            yield from self._changes(name, paragraph)
            yield from self._runs(name, paragraph)
        for anchor in root.iter(f"{_WP}anchor"):
            yield from self._shape(name, anchor)
        for shape in root.iter(f"{_V}rect", f"{_V}shape", f"{_V}roundrect"):
            yield from self._vml(name, shape)
        for element in root.iter(f"{_A}srcRect"):
            yield from self._crop(name, element)
        for element in root.iter(f"{_WP}docPr", f"{_A}tbl"):
            for key in ("descr", "title"):
                if element.get(key):
                    yield from common.alternative(element.get(key, ""), self._said, name)
        for text in root.iter(f"{_W}instrText"):
            if text.text and "@" in text.text:
                yield from common.link(text.text, self._said, name)
        for mark in root.iter(f"{_W}bookmarkStart"):
            title = mark.get(f"{_W}name", "")
            spaced = title.replace("_", " ")
            if personal.names_someone(spaced) and not self._said.has(title):
                yield common.finding(
                    Kind.BOOKMARK,
                    Severity.LEAK,
                    0.7,
                    "finding.bookmark",
                    Channel.BOOKMARK,
                    title,
                    name,
                )
        if name.endswith("settings.xml"):
            for variable in root.iter(f"{_W}docVar"):
                yield from common.data(variable.get(f"{_W}val", ""), self._said, name)

    def _comments(self, name: str, root: etree._Element) -> Iterator[Finding]:
        for comment in root.iter(f"{_W}comment"):
            author = comment.get(f"{_W}author", "")
            text = "\n".join(_text(p) for p in comment.iter(f"{_W}p"))
            said = f"{author} : {text}" if author else text
            yield common.finding(
                Kind.COMMENT,
                Severity.INFO if personal.was_redacted(text) else Severity.WARNING,
                1.0,
                "finding.comment",
                Channel.COMMENT,
                said,
                name,
            )

    def _changes(self, name: str, paragraph: etree._Element) -> Iterator[Finding]:
        """The insertions and deletions of a paragraph, each as one finding."""
        for tag, message in (
            (f"{_W}del", "finding.deletion"),
            (f"{_W}moveFrom", "finding.deletion"),
            (f"{_W}ins", "finding.insertion"),
        ):
            text = "".join(
                _text(change)
                for change in paragraph.iter(tag)
                if (parent := change.getparent()) is not None and parent.tag != f"{_W}rPr"
            )
            if text.strip():
                yield common.finding(
                    Kind.TRACKED_CHANGE,
                    _of_change(tag, text, self._said),
                    1.0,
                    message,
                    Channel.REVISION,
                    text,
                    name,
                )

    def _runs(self, name: str, paragraph: etree._Element) -> Iterator[Finding]:
        """Runs that are not seen, joined where they follow each other."""
        ppr = paragraph.find(f"{_W}pPr")
        base = Look()
        ground: str | None = None
        if ppr is not None:
            style = ppr.find(f"{_W}pStyle")
            if style is not None:
                base = self._styles.get(style.get(f"{_W}val", ""), base)
            ground = fill(ppr.find(f"{_W}shd"))
        ground = ground or cell_fill(paragraph)
        texts: list[str] = []
        last: Verdict | None = None
        for run in paragraph.iter(f"{_W}r"):
            if _owner(run) is not paragraph:
                continue  # of a text box, which is a paragraph of its own
            text = _text(run)
            if not text:
                continue
            seen = verdict(run, base, ground, self._styles) if text.strip() else last
            if seen != last:
                yield from _unseen(last, texts, name)
                texts = []
            last = seen
            texts.append(text)
        yield from _unseen(last, texts, name)

    def _shape(self, name: str, anchor: etree._Element) -> Iterator[Finding]:
        """A dark shape without text that floats over the text."""
        shape = next(anchor.iter(f"{_WPS}spPr"), None)
        if shape is None or anchor.get("behindDoc") == "1" or _boxed(anchor):
            return
        if anchor.find(f"{_WP}wrapNone") is None:
            return
        fill = shape.find(f"{_A}solidFill")
        colour = next((c.get("val") for c in fill), None) if fill is not None else None
        extent = anchor.find(f"{_WP}extent")
        height = int(extent.get("cy", "0")) / _EMUS if extent is not None else 0
        if _covers(colour) and 4 < height < 400:
            yield self._covered(name, anchor, colour)

    def _vml(self, name: str, shape: etree._Element) -> Iterator[Finding]:
        """The same as older Word writes it; the twin of a newer shape is said once."""
        if any(parent.tag == f"{_MC}Fallback" for parent in shape.iterancestors()):
            return
        style = shape.get("style", "").replace(" ", "")
        if "position:absolute" not in style or "z-index:-" in style or _boxed(shape):
            return
        colour = (shape.get("fillcolor") or "").partition(" ")[0]
        if shape.get("filled") not in ("f", "false") and _covers(colour):
            yield self._covered(name, shape, colour)

    def _covered(self, name: str, shape: etree._Element, colour: str | None) -> Finding:
        paragraph = next((p for p in shape.iterancestors(f"{_W}p")), None)
        text = _text(paragraph) if paragraph is not None else ""
        if (
            not text.strip()
            and paragraph is not None
            and next(paragraph.iter(_PICTURE), None) is not None
        ):
            return common.finding(
                Kind.COVERED_IMAGE,
                Severity.WARNING,
                0.6,
                "finding.covered-image",
                Channel.BODY,
                "",
                name,
            )
        return common.finding(
            Kind.COVERED_TEXT,
            Severity.LEAK if common.dark(colour) else Severity.WARNING,
            0.6,
            "finding.shape-over",
            Channel.BODY,
            text,
            name,
        )

    def _crop(self, name: str, element: etree._Element) -> Iterator[Finding]:
        cut = sum(abs(int(element.get(side, "0"))) for side in "ltrb") / 100_000
        if cut > 0.05:
            yield common.cropped(name)

    # --- links, data ----------------------------------------------------------------------------

    def _links(self, name: str) -> Iterator[Finding]:
        root = common.root(self._package, name)
        if root is None:
            return
        for each in relationships(root, name):
            if each.external and each.kind in (
                "hyperlink",
                "attachedTemplate",
                "image",
                "oleObject",
                "mailMergeSource",
            ):
                yield from common.link(each.target, self._said, name)

    def _custom(self, name: str) -> Iterator[Finding]:
        root = common.root(self._package, name)
        for element in root.iter() if root is not None else ():
            yield from common.data(element.text or "", self._said, name)


def _unseen(seen: Verdict | None, texts: list[str], name: str) -> Iterator[Finding]:
    text = "".join(texts)
    if seen is None or not any(char.isalnum() for char in text):
        return
    kind, message, certainty = seen
    yield common.finding(kind, Severity.LEAK, certainty, message, Channel.HIDDEN, text, name)


def _of_change(tag: str, text: str, said: Said) -> Severity:
    """A deleted text is no reader's to have, whatever masks stand elsewhere in the file."""
    moved = tag == f"{_W}moveFrom" and said.has(text)
    if tag == f"{_W}ins" or moved or personal.was_redacted(text):
        return Severity.INFO
    return Severity.LEAK if personal.names_someone(text) else Severity.WARNING


def _owner(run: etree._Element) -> etree._Element | None:
    return next((p for p in run.iterancestors(f"{_W}p")), None)


def _text(element: etree._Element) -> str:
    return "".join(
        (e.text or "") if e.tag in (f"{_W}t", f"{_W}delText") else " "
        for e in element.iter(f"{_W}t", f"{_W}delText", f"{_W}tab", f"{_W}br")
    )


def _boxed(shape: etree._Element) -> bool:
    """Whether a shape has text of its own: a text box, a banner."""
    return any(_text(box).strip() for box in shape.iter(f"{_W}txbxContent"))


def _covers(colour: str | None) -> bool:
    """Whether a fill is black or white, as covers are."""
    light = common.luminance(colour)
    return light is not None and (light < 0.25 or light > 0.97)


def properties(root: etree._Element | None) -> Iterator[tuple[str, str, bool]]:
    """The properties of a part of `docProps`, as `common.properties` takes them."""
    for element in root.iter() if root is not None else ():
        if not isinstance(element.tag, str) or not (element.text or "").strip():
            continue
        key = etree.QName(element).localname
        parent = element.getparent()
        if key == "lpwstr" and parent is not None and parent.get("name"):
            yield parent.get("name", ""), element.text or "", False
        elif key not in _MACHINE and key != "lpwstr":
            yield key, element.text or "", key in _ASKING
