"""Verify a redacted package (Word, OpenDocument, Excel): every part, at any depth.

XML is read twice, by expat and by its bare markup; everything else as bytes in every encoding.
The writer's parser is not used.
"""

import html
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from xml.parsers import expat

from redactor.formats.base import READ_ALL, Plan, ReadOptions
from redactor.formats.errors import Damaged
from redactor.release.verify import binary, letters, nested, zip_raw
from redactor.release.verify.illustrations import Illustrations, part_of
from redactor.release.verify.kept import Kept, spans_by_flow
from redactor.release.verify.marks import Marks
from redactor.release.verify.needles import WALL, Hit, Needles, Reading, squeeze
from redactor.release.verify.office_words import NOT_TEXT, is_programs_own, part_words
from redactor.release.verify.report import Change, Leak, Place, Report
from redactor.release.verify.xml_text import Hostile, XmlText, read_xml
from redactor.text.flow import Flow, Unread

#: Formats that are zip packages of XML parts.
#: The last three as what is made of them.
FORMATS = frozenset({"docx", "odt", "ods", "odp", "xlsx", "pptx", "doc", "rtf", "xls"})
#: No honest part unpacks to more.
_MOST = 512 * 1024 * 1024
#: The parts that a reader of the document reads.
_STORY = re.compile(
    r"word/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml|content\.xml"
    r"|xl/sharedStrings\.xml"
)
#: What an OpenDocument package says of its own kind, and nothing else.
_MIMETYPE = re.compile(r"(?:.*!)?mimetype")
_OPENDOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.[a-z-]{1,40}")
_SHORT = 5
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A part at any depth, ``outer.xlsx!xl/workbook.xml``."""

    name: str
    data: bytes


@dataclass
class Text:
    """What one engine read in a part, in one kind of place."""

    part: str
    channel: str
    engine: str
    pieces: list[str]
    exact: bool = True
    """Whether positions in it are worth comparing: false for bytes read by guess."""
    echo: bool = False
    """A second reading of what another engine has read."""
    detail: str = ""


@dataclass
class _Reader:
    marks: Marks
    unread: list[Unread] = field(default_factory=list)
    parts: int = 0

    def read(self, path: Path) -> Iterator[Text]:
        try:
            with zipfile.ZipFile(path) as package:
                yield Text("package", "outside", "zip", [zip_raw.text(package.comment)], False)
                for name, data in _parts(package, self.unread, ""):
                    self.parts += 1
                    yield Text(name, "filename", "zip", [part_words(name)])
                    yield from self.part(name, data)
        except (zipfile.BadZipFile, OSError, EOFError) as error:
            raise Damaged(where=path.name) from error
        for where, found in zip_raw.outside_parts(path):
            yield Text(where, "outside", "bytes", [found], False)

    def part(self, name: str, data: bytes, depth: int = 0) -> Iterator[Text]:
        if not data or (_MIMETYPE.fullmatch(name) and _OPENDOCUMENT.fullmatch(data)):
            return
        if binary.is_markup(data):
            yield from self._xml(name, data)
        elif name.lower().endswith((".odttf", ".ttf", ".otf", ".ttc")):
            return
        elif data.startswith(b"PK\x03\x04") and depth < _DEPTH:
            yield from self._package(name, data, depth)
        else:
            texts = list(nested.texts(data, self.unread))
            yield Text(name, "embedded", "bytes", texts, False)

    def _package(self, name: str, data: bytes, depth: int) -> Iterator[Text]:
        """A package in a package: its parts are read as its own are."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                yield Text(name, "outside", "zip", [zip_raw.text(package.comment)], False)
                for inner, content in _parts(package, self.unread, f"{name}!"):
                    self.parts += 1
                    yield Text(inner, "filename", "zip", [part_words(inner.rpartition("!")[2])])
                    yield from self.part(inner, content, depth + 1)
        except (zipfile.BadZipFile, OSError, EOFError):
            self.unread.append(Unread(name, "unread.embedded"))

    def _xml(self, name: str, data: bytes) -> Iterator[Text]:
        markup = _markup(data)
        try:
            xml = read_xml(data)
        except (expat.ExpatError, Hostile):
            self.unread.append(Unread(name, "unread.damaged-object"))
            yield Text(name, "body", "markup", [_bare(markup)], False)
            return
        if name.endswith(".rels") or name in ("[Content_Types].xml", "META-INF/manifest.xml"):
            yield Text(name, "link", "expat", [_target(value) for _, value in xml.attributes])
            return
        yield Text(name, "body", "expat", xml.paragraphs)
        if xml.accepted:
            yield Text(name, "body", "expat without deletions", xml.accepted, echo=True)
        for where, value in xml.attributes:
            if is_programs_own(where, value):
                continue  # no flow says it
            yield Text(name, "attribute", "expat", [value], detail=where)
        if xml.aside:
            yield Text(name, "comment", "expat", xml.aside)
        yield Text(name, "body", "markup", [_bare(markup)], echo=True)


def _parts(
    package: zipfile.ZipFile, unread: list[Unread], prefix: str
) -> Iterator[tuple[str, bytes]]:
    for info in package.infolist():
        name = prefix + info.filename
        if info.is_dir():
            yield name, b""
            continue
        if info.flag_bits & 1 or info.file_size > _MOST:
            unread.append(Unread(name, "unread.embedded"))
            continue
        try:
            yield name, package.read(info)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError):
            unread.append(Unread(name, "unread.embedded"))


def _markup(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    declared = re.match(rb"""<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)""", data)
    try:
        return data.decode(declared.group(1).decode("ascii") if declared else "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


_PARAGRAPH_END = re.compile(r"</?(?:\w+:)?(?:p|h|txbxContent|tc|table-cell|si|is)(?:\s[^<>]*)?>")
_SPACE_TAG = re.compile(r"<(?:\w+:)?(?:tab|br|cr|s|line-break)(?:\s[^<>]*)?/>")
_CODE = re.compile(r"(?s)<(?:\w+:)?(?:instrText|delInstrText)\b[^<>]*>[^<]*<")
_SILENT = re.compile(rf"(?s)<((?:\w+:)?(?:{'|'.join(sorted(NOT_TEXT))}))\b[^<>]*>[^<]*</\1>")
_TAG = re.compile(r"(?s)<!--.*?-->|<!\[CDATA\[|\]\]>|<[^<>]*>")


def _bare(markup: str) -> str:
    """The text of markup without reading it as XML: a paragraph each."""
    ends = r"\1" if _PARAGRAPH_END.search(markup) else WALL
    text = _SILENT.sub(" ", _CODE.sub(f"{WALL}<", markup))
    text = _PARAGRAPH_END.sub(WALL, _SPACE_TAG.sub(" ", text))
    text = _TAG.sub("" if ends != WALL else WALL, text)
    return html.unescape(text)


def _target(value: str) -> str:
    """What a relation or a manifest names, without the format's own words."""
    if re.match(r"\w+:", value):
        if re.match(r"https?://(?:schemas\.|purl\.)|application/|text/|image/", value):
            return ""
        return value
    if re.match(r"(?:application|image|text|audio|video)/[\w.+-]+$", value):
        return ""
    return part_words(value)


class _Verification:
    def __init__(
        self,
        original: Path,
        copy: Path,
        flows: Sequence[Flow],
        plan: Plan,
        reading: ReadOptions,
    ) -> None:
        self.original, self.copy, self.plan = original, copy, plan
        self.needles = Needles.of(flows, plan)
        self.illustrations = Illustrations(flows, plan, self.needles, reading)
        written = [flow for flow in flows if not part_of(flow)]
        self.kept = Kept(written, spans_by_flow(plan), self.needles)
        self.marks = Marks(plan)

    def run(self) -> Report:
        reader = _Reader(self.marks)
        leaks: list[Leak] = []
        checked: Counter[str] = Counter(
            texts=len(self.needles.ids), unsearchable=self.needles.unsearchable
        )
        groups: dict[str, list[tuple[Hit, Text]]] = {}
        words: dict[str, list[str]] = {}
        for text in reader.read(self.copy):
            together = self.marks.hide(WALL.join(text.pieces))
            checked["characters"] += len(together)
            hits = self._hits(text)
            if not hits:
                continue
            # The two readings of the same XML are accounted for apart, each in full.
            group = text.engine if text.echo else ""
            groups.setdefault(group, []).extend((hit, text) for hit in hits)
            words.setdefault(group, []).append(together)
        for group, found in groups.items():
            reading = Reading(WALL.join(words[group]))
            places = {id(hit): text for hit, text in found}
            exact = _Exact(self, group)
            for hit in self.kept.unexplained([hit for hit, _ in found], reading, exact):
                text = places[id(hit)]
                value = squeeze(WALL.join(text.pieces)).replace(WALL, "")
                if text.channel == "attribute" and value in self.kept.values:
                    continue
                place = Place(
                    self.needles.safe(text.part),
                    None,
                    text.channel,
                    text.engine,
                    self.needles.safe(text.detail),
                )
                leaks.append(Leak(self.needles.occultations(hit.key), place, hit.kind))
        leaks += self.illustrations.leaks(self.copy)
        reader.unread += self.illustrations.unread
        checked["parts"] = reader.parts
        options = self.plan.options
        settles = options.get("tracked_changes") == "accept" or options.get("comments") == "remove"
        planned = self.kept.planned_text
        changes = _changes(self.original, self.copy, self.marks, planned, settles=settles)
        return Report(
            tuple(dict.fromkeys(leaks)),
            tuple(changes),
            tuple(
                dict.fromkeys(
                    Unread(self.needles.safe(each.where), each.why) for each in reader.unread
                )
            ),
            ("expat", "markup", "zip", "bytes"),
            dict(checked),
        )

    def _hits(self, text: Text) -> list[Hit]:
        if text.exact:
            return self.needles.find(Reading(self.marks.hide(WALL.join(text.pieces))))
        readings = [Reading(self.marks.hide(piece)) for piece in text.pieces]
        hits = self.needles.find_in_any(readings)
        return [hit for hit in hits if len(hit.key.removeprefix("<")) >= _SHORT]

    def counts_in_original(self, group: str) -> Counter[str]:
        """How often one group of readings finds each text in the original."""
        return Counter(
            hit.key
            for text in _Reader(self.marks).read(self.original)
            if (text.engine if text.echo else "") == group
            for hit in self._hits(text)
        )


@dataclass
class _Exact:
    """Whether a reading of the original finds a text as often as its flows have it."""

    verification: _Verification
    group: str

    @cached_property
    def _there(self) -> Counter[str]:
        return self.verification.counts_in_original(self.group)

    def __call__(self, key: str) -> bool:
        kept = self.verification.kept
        expected = len(kept.slots.get(key, ())) + len(kept.planned.get(key, ()))
        return self._there[key] == expected


def verify(
    original: Path,
    copy: Path,
    flows: Sequence[Flow],
    plan: Plan,
    reading: ReadOptions = READ_ALL,
) -> Report:
    return _Verification(original, copy, flows, plan, reading).run()


def _story(path: Path) -> dict[str, XmlText]:
    result: dict[str, XmlText] = {}
    with zipfile.ZipFile(path) as package:
        for info in package.infolist():
            if _STORY.fullmatch(info.filename) and info.file_size <= _MOST:
                try:
                    result[info.filename] = read_xml(package.read(info))
                except (expat.ExpatError, Hostile, zipfile.BadZipFile, zlib.error):
                    continue
    return result


def _visible(xml: XmlText) -> list[str]:
    """Paragraphs without tracked deletions and without field codes."""
    return [text for text, deleted in zip(xml.paragraphs, xml.deleted, strict=True) if not deleted]


def _settled(xml: XmlText) -> list[str]:
    """The text once its tracked changes are accepted, which join paragraphs, and without the
    comments that stand inside them: all as one."""
    return ["".join(xml.settled)]


def _changes(
    original: Path, copy: Path, marks: Marks, planned: Iterable[str], *, settles: bool
) -> list[Change]:
    said = _settled if settles else _visible
    changes: list[Change] = []
    before, after = _story(original), _story(copy)
    left = Counter(letters.bare("".join(planned)))
    for part, xml in before.items():
        place = Place(part, None, "body", "expat")
        if part not in after:
            changes.append(Change(place, "part"))
            continue
        old = [letters.bare(marks.hide(text)) for text in said(xml)]
        new = [letters.bare(marks.hide(text)) for text in said(after[part])]
        for what, lost in _paragraph_changes(old, new):
            if lost - left:
                changes.append(Change(place, what))
                break
            left -= lost
    return changes


def _paragraph_changes(old: list[str], new: list[str]) -> Iterator[tuple[str, Counter[str]]]:
    """What differs between two lists of paragraphs, with the letters that are gone."""
    old, new = [text for text in old if text], [text for text in new if text]
    position = 0
    for text in old:
        if position < len(new) and new[position] == text:
            position += 1
            continue
        if position < len(new) and letters.is_within(new[position], text):
            lost = Counter(text)
            lost.subtract(new[position])
            yield "missing", +lost
            position += 1
        else:
            yield "missing", Counter(text)
    if position < len(new):
        # A paragraph that is like none of the original's: let nothing account for it.
        yield "added", Counter({WALL: 1})


def same_text(original: Path, audit: Path) -> list[Change]:
    """Every paragraph of the original is in the audit copy, in order; a list may follow it."""
    changes: list[Change] = []
    before, after = _story(original), _story(audit)
    for part, xml in before.items():
        place = Place(part, None, "body", "expat")
        if part not in after:
            changes.append(Change(place, "part"))
            continue
        old = letters.bare("".join(_visible(xml)))
        new = letters.bare("".join(_visible(after[part])))
        if not new.startswith(old):
            changes.append(Change(place, "text"))
    return changes
