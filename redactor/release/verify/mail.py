"""Verify a redacted e-mail or web page: every header's value and every part decoded, then its
bare bytes.

The standard's own parser reads it here (`email.policy.default`), the writer uses the tolerant
one; headers' names and those that only describe the format are not text.
"""

import base64
import email
import email.policy
import quopri
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.header import decode_header
from email.message import EmailMessage
from html import unescape
from pathlib import Path
from urllib.parse import unquote_to_bytes

from redactor.formats.base import READ_ALL, Plan, ReadOptions
from redactor.release.verify import binary, letters, nested
from redactor.release.verify.illustrations import Illustrations, part_of
from redactor.release.verify.kept import Kept, spans_by_flow
from redactor.release.verify.marks import Marks
from redactor.release.verify.needles import WALL, Hit, Needles, Reading
from redactor.release.verify.report import Change, Leak, Place, Report
from redactor.release.verify.xml_text import loose_text
from redactor.text.flow import Channel, Flow, Unread

_SHORT = 5
_DEPTH = 6
#: Headers whose values are the format's own; names of files in them are read apart.
_FORMAT = frozenset(
    "mime-version content-transfer-encoding content-type content-disposition".split()
)
#: What these say in the words of the standard; names of files and boundaries.
_OF_PROGRAMS = re.compile(
    r"(?i)^\s*(?:text|image|audio|video|font|multipart|message|model)/[\w.+-]+"
    r"|^\s*application/(?:(?:x-|vnd\.|pkcs|pgp)[\w.+-]*|(?:octet-stream|pdf|zip|json|xml|rtf|gzip"
    r"|msword|ms-?tnef|ics|calendar)\b)"
    r"|^\s*(?:attachment|inline|form-data|[78]bit|binary|base64|quoted-printable|1\.0)\b"
    r"|;\s*(?:boundary|(?:file)?name)[*\d]*\s*=\s*(?:\"(?:[^\"\\]|\\.)*\"|[^;\s]*)"
    r"|;\s*charset\s*=\s*\"?(?:utf-|us-|iso-|windows-|cp|koi8|big5|gb|euc|shift)[\w-]*\"?"
    r"|;\s*[\w-]+\s*="
)
_BOUNDARY = re.compile(rb"(?i)boundary\s*=\s*\"?([^\"\r\n;]+)")
#: What a bare message says for programs: names of headers, descriptions of parts.
_DESCRIBES = re.compile(
    rb"(?mi)^(?:content-(?:type|transfer-encoding|disposition)|mime-version):"
    rb".*(?:\r?\n[ \t].*)*|^[!-9;-~]+:"
)
_LETTERS = re.compile(rb"(?:=[89A-F][0-9A-F](?:=\r?\n)?)+")
_ENCODED = re.compile(r"=\?[^?\s]+\?[bBqQ]\?[^?]*\?=")
#: A file in an address (RFC 2397).
_ADDRESS = re.compile(r"(?i)data:[^,\"'<>\s]*;base64,((?:[A-Za-z0-9+/=%]|\r?\n[ \t]*)*)")
_COMMENT = re.compile(r"(?s)<!--(.*?)(?:-->|\Z)")
_WORDLESS = re.compile(r"(?is)<(script|style)\b.*?(?:</\1\s*>|\Z)|<[!?][^<>]*+>")
#: What a tag says, bounded: a page of nothing but open tags is read in one go.
_INSIDE = r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'){0,1000}+>"
_TAG = re.compile(rf"<[A-Za-z]{_INSIDE}")
_ANY_TAG = re.compile(rf"<[A-Za-z/]{_INSIDE}")
_BREAK = re.compile(
    r"(?i)</?(?:p|div|td|th|tr|li|h\d|br|pre|title|section|table|blockquote|ul|ol|hr|body)\b[^>]*>"
)


@dataclass(frozen=True, slots=True)
class _Text:
    where: str
    channel: str
    text: str
    exact: bool = True


def verify(
    original: Path,
    copy: Path,
    flows: Sequence[Flow],
    plan: Plan,
    format: str,
    reading: ReadOptions = READ_ALL,
) -> Report:
    needles = Needles.of(flows, plan)
    illustrations = Illustrations(flows, plan, needles, reading)
    kept = Kept([flow for flow in flows if not part_of(flow)], spans_by_flow(plan), needles)
    marks = Marks(plan)
    unread: list[Unread] = []
    data = copy.read_bytes()
    leaks: list[Leak] = []
    characters = 0
    groups = {engine: list(_read(data, format, engine, unread)) for engine in ("mime", "bytes")}
    for engine, texts in groups.items():
        hits: list[tuple[Hit, _Text]] = []
        together: list[str] = []
        for text in texts:
            hidden = marks.hide(text.text)
            characters += len(hidden)
            together.append(hidden)
            # Encoded parts are decoded by the other road; as bytes they are megabytes of noise.
            found = needles.find(Reading(hidden), decode=text.exact)
            hits += [
                (hit, text)
                for hit in found
                if text.exact or len(hit.key.removeprefix("<")) >= _SHORT
            ]
        if not hits:
            continue
        places = {id(hit): text for hit, text in hits}
        exact = _Exact(original, format, engine, needles, marks, kept)
        whole = Reading(WALL.join(together))
        for hit in kept.unexplained([hit for hit, _ in hits], whole, exact):
            text = places[id(hit)]
            place = Place(needles.safe(text.where), None, text.channel, engine)
            leaks.append(Leak(needles.occultations(hit.key), place, hit.kind))
    leaks += illustrations.leaks(copy)
    unread += illustrations.unread
    checked = {
        "texts": len(needles.ids),
        "unsearchable": needles.unsearchable,
        "characters": characters,
        "parts": len({text.where for text in groups["mime"]}),
    }
    return Report(
        tuple(dict.fromkeys(leaks)),
        tuple(_changes(flows, plan, groups["mime"], marks)),
        tuple(Unread(needles.safe(each.where), each.why) for each in dict.fromkeys(unread)),
        ("mime", "bytes"),
        checked,
    )


@dataclass
class _Exact:
    """Whether a reading of the original finds a text as often as its flows have it."""

    original: Path
    format: str
    engine: str
    needles: Needles
    marks: Marks
    kept: Kept
    counts: Counter[str] | None = None

    def __call__(self, key: str) -> bool:
        if self.counts is None:
            data = self.original.read_bytes()
            if self.format == "msg":
                # An Outlook file says the same in other ways: its message is what is compared.
                from redactor.formats.mail.outlook import to_eml

                data = to_eml(data)
            self.counts = Counter(
                hit.key
                for text in _read(data, self.format, self.engine, [])
                for hit in self.needles.find(
                    Reading(self.marks.hide(text.text)), decode=text.exact or self.engine == "mime"
                )
            )
        expected = len(self.kept.slots.get(key, ())) + len(self.kept.planned.get(key, ()))
        return self.counts[key] == expected


def _read(data: bytes, format: str, engine: str, unread: list[Unread]) -> Iterator[_Text]:
    """What an engine reads of a message, or of a web page."""
    if data.startswith(b"%PDF-"):
        yield from _paper(data, engine, unread)
    elif engine == "bytes":
        bare = binary.decode(data) if format == "html" else _bare(data)
        yield _Text("message", "outside", bare, False)
    elif format == "html":
        yield from _page_texts(binary.decode(data), "page", unread)
    else:
        yield from _decoded(data, unread)


def _paper(data: bytes, engine: str, unread: list[Unread]) -> Iterator[_Text]:
    """What pages made of a message show; then all that the file holds, attachments too."""
    if engine == "bytes":
        for text in nested.texts(data, unread):
            yield _Text("pdf", "outside", text, False)
        return
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document, 1):
            yield _Text(f"page {number}", "body", page.get_textpage().get_text_range())
    finally:
        document.close()


def _bare(data: bytes) -> str:
    """The bytes as they stand, without what describes the message."""
    for boundary in set(_BOUNDARY.findall(data)):
        data = re.sub(rb"(?m)^--" + re.escape(boundary) + rb"(?:--)?[ \t\r]*$", b"\x1a", data)
    # A letter in quoted-printable is one: « Martin=C3=A9 » holds no Martin.
    data = _LETTERS.sub(lambda found: quopri.decodestring(found.group()), data)
    return binary.decode(_DESCRIBES.sub(b"\x1a", data))


def _decoded(
    data: bytes, unread: list[Unread], prefix: str = "", depth: int = 0
) -> Iterator[_Text]:
    """Every value and every part, decoded."""
    if depth > _DEPTH:
        unread.append(Unread(prefix, "unread.too-deep"))
        return
    message = email.message_from_bytes(data, policy=email.policy.default)
    envelope = message.get_unixfrom()
    if envelope:
        yield _Text("mbox", "metadata", envelope)
    for number, part in enumerate(message.walk()):
        where = f"{prefix}part {number}"
        known: set[str] = set()
        for key, value in part.raw_items():
            low = key.lower()
            said = str(value)
            if low in _FORMAT and low not in known:
                known.add(low)
                said = _OF_PROGRAMS.sub(" ", said)
            yield _Text(f"{where} {key}", "header", _value(said))
        name = _file_name(part)
        if name:
            yield _Text(f"{where} name", "attachment", name)
        for around in (part.preamble, part.epilogue):
            if around and around.strip():
                yield _Text(where, "hidden", around)
        if not part.is_multipart():
            yield from _content(part, where, unread, depth)


def _content(part: EmailMessage, where: str, unread: list[Unread], depth: int) -> Iterator[_Text]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        return
    if part.get_content_maintype() == "text":
        text = _text(payload, str(part.get_content_charset() or "utf-8"))
        if part.get_content_subtype() in ("html", "enriched", "richtext"):
            yield from _page_texts(text, where, unread)
        else:
            yield _Text(where, "body", _unflowed(text, part))
    elif re.match(rb"(?:[\w-]+:.*(?:\r?\n[ \t].*)*\r?\n){2}", payload):
        yield from _decoded(payload, unread, f"{where} > ", depth + 1)
    else:
        for text in nested.texts(payload, unread):
            yield _Text(where, "attachment", text, False)


def _unflowed(text: str, part: EmailMessage) -> str:
    """A text whose lines end in a space, joined as readers show it (RFC 3676, § 4)."""
    said = {str(k).lower(): str(v).lower() for k, v in part.get_params([], "content-type")}
    if said.get("format") != "flowed":
        return text
    joined: list[str] = []
    depth = -1
    for line in text.splitlines():
        words = line.lstrip(">")
        quotes = len(line) - len(words)
        if quotes == depth:
            before = joined.pop()
            joined.append(
                (before[:-1] if said.get("delsp") == "yes" else before) + words.removeprefix(" ")
            )
        else:
            joined.append(line)
        depth = quotes if words.endswith(" ") and words != "-- " else -1
    return "\n".join(joined)


def _page_texts(text: str, where: str, unread: list[Unread]) -> Iterator[_Text]:
    for found in _ADDRESS.finditer(text):
        data = base64.b64decode(unquote_to_bytes(found[1]) + b"==")
        for said in nested.texts(data, unread):
            yield _Text(where, "attachment", said, False)
    text = _ADDRESS.sub("", text)
    yield _Text(where, "body", _page(text))
    for comment in _COMMENT.findall(text):
        yield _Text(where, "hidden", unescape(comment))
    scripts = [found.group() for found in _WORDLESS.finditer(text) if found.group(1)]
    tags = "".join(_TAG.findall(text))
    for value in (*loose_text(tags), *scripts):
        yield _Text(where, "attribute", unescape(value))


def _page(markup: str) -> str:
    text = _WORDLESS.sub(WALL, _COMMENT.sub("", markup))
    text = _BREAK.sub(WALL, re.sub(r"(?i)<br\b[^>]*>", " ", text))
    return unescape(_ANY_TAG.sub("", text))


def _text(data: bytes, charset: str) -> str:
    for name in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("latin-1")


def _value(raw: str) -> str:
    """A header's value, encoded words decoded, each by the standard's own road."""
    unfolded = re.sub(r"\s*\r?\n\s*", " ", raw)
    # White space between two encoded words is not text (RFC 2047, § 6.2).
    joined = re.sub(r"\?=\s+=\?", "?==?", unfolded)
    try:
        pieces = decode_header(_ENCODED.sub(lambda found: f" {found.group()} ", joined))
    except (ValueError, LookupError, UnicodeError):
        return unfolded
    said = ""
    for piece, charset in pieces:
        if isinstance(piece, bytes) and charset:
            said += _text(piece, charset)
            continue
        # The library keeps what stands beside an encoded word in an encoding of its own.
        bare = piece if isinstance(piece, str) else piece.decode("raw-unicode-escape", "replace")
        # Bytes of no declared encoding came as surrogates.
        said += _text(bare.encode("utf-8", "surrogateescape"), "utf-8")
    return said


def _file_name(part: EmailMessage) -> str:
    names: list[str] = []
    params = (("filename", "content-disposition"), ("name", "content-type"))
    for param, header in params:
        try:
            name = part.get_param(param, None, header)
        except (ValueError, LookupError, TypeError, AttributeError):
            continue
        if isinstance(name, tuple):
            name = name[2]
        if name and _value(str(name)) not in names:
            names.append(_value(str(name)))
    return WALL.join(names)


def _changes(
    flows: Sequence[Flow], plan: Plan, texts: Sequence[_Text], marks: Marks
) -> Iterator[Change]:
    """Every piece of what a reader sees, between the spans, is still there."""
    spans = spans_by_flow(plan)
    there = letters.bare("".join(marks.hide(text.text) for text in texts))
    shown = frozenset({Channel.BODY, Channel.HEADER})
    for flow in flows:
        if flow.channel not in shown:
            continue
        text = Kept([flow], spans, Needles({}))
        for piece in text.text_pieces:
            bare = letters.bare(piece)
            if bare and bare not in there:
                yield Change(Place(flow.place, None, flow.channel, "mime"), "missing")
                break


def same_text(audit: Path, flows: Sequence[Flow]) -> list[Change]:
    """The audit page shows every flow, whole and in order."""
    page = binary.decode(audit.read_bytes())
    shown = letters.bare(unescape(re.sub(r"<[^>]*>", "", page)))
    at = 0
    for flow in _as_shown(flows):
        bare = letters.bare(flow.text)
        found = shown.find(bare, at)
        if found < 0:
            place = Place(flow.place or flow.id, None, flow.channel, "markup")
            return [Change(place, "text")]
        at = found + len(bare)
    return []


def _as_shown(flows: Sequence[Flow]) -> Sequence[Flow]:
    return flows
