"""Verify a redacted text or e-mail: its bytes in every encoding, its parts decoded."""

import email
import email.policy
import re
from collections import Counter
from collections.abc import Sequence
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

from redactor.formats.base import Plan
from redactor.release.verify import binary, letters, nested
from redactor.release.verify.kept import Kept, spans_by_flow
from redactor.release.verify.marks import Marks
from redactor.release.verify.needles import WALL, Hit, Needles, Reading
from redactor.release.verify.report import Change, Leak, Place, Report
from redactor.text.flow import Flow, Unread

_SHORT = 5
#: The longest mark that may stand where something was taken out.
_LONGEST_MARK = 400


def verify(original: Path, copy: Path, flows: Sequence[Flow], plan: Plan) -> Report:
    needles = Needles.of(flows, plan)
    kept = Kept(flows, spans_by_flow(plan), needles)
    marks = Marks(plan)
    data, before = copy.read_bytes(), original.read_bytes()
    unread: list[Unread] = []
    leaks: list[Leak] = []
    characters = 0
    for engine, where, text in _texts(data, unread):
        hidden = marks.hide(text)
        characters += len(hidden)
        reading = Reading(hidden)
        hits = [hit for hit in needles.find(reading) if engine == "text" or _is_long(hit)]
        if not hits:
            continue
        there = Counter[str]()
        for other, place, old in _texts(before, []):
            if (other, place) == (engine, where):
                there.update(hit.key for hit in needles.find(Reading(marks.hide(old))))

        def exact(key: str, there: Counter[str] = there) -> bool:
            slots, planned = kept.slots.get(key, ()), kept.planned.get(key, ())
            return there[key] == len(slots) + len(planned)

        for hit in kept.unexplained(hits, reading, exact):
            place_found = Place(where, None, "body", engine)
            leaks.append(Leak(needles.occultations(hit.key), place_found, hit.kind))
    changes = _changes(data, flows, kept, marks)
    checked = {
        "texts": len(needles.ids),
        "unsearchable": needles.unsearchable,
        "characters": characters,
    }
    return Report(
        tuple(dict.fromkeys(leaks)),
        tuple(changes),
        tuple(unread),
        ("text", "bytes", "mime"),
        checked,
    )


def _is_long(hit: Hit) -> bool:
    return len(hit.key.removeprefix("<")) >= _SHORT


def _texts(data: bytes, unread: list[Unread]) -> list[tuple[str, str, str]]:
    """Engine, place and text of each reading."""
    main = binary.decode(data)
    texts = [("text", "text", main)]
    for encoding, text in binary.readings(data):
        # UTF-16 at both alignments finds what was pasted into a file of another encoding.
        if text != main and encoding.startswith("utf-16"):
            texts.append(("bytes", encoding, text))
    texts += [
        ("bytes", "hex", "\n".join(text for _, text in binary.readings(run)))
        for run in binary.hex_runs(data)
    ]
    if "<" in main and ">" in main:
        texts.append(("markup", "markup", _Stripped.of(main)))
    if re.match(rb"(?:[\w-]+:.*(?:\r?\n[ \t].*)*\r?\n){2}", data):
        texts += _mail(data, unread)
    return texts


def _mail(data: bytes, unread: list[Unread]) -> list[tuple[str, str, str]]:
    texts: list[tuple[str, str, str]] = []
    message = email.message_from_bytes(data, policy=email.policy.default)
    for number, part in enumerate(message.walk()):
        where = f"part {number}"
        assert isinstance(part, EmailMessage)
        headers = WALL.join(f"{name}: {value}" for name, value in _headers(part))
        texts.append(("mime", f"{where} headers", headers))
        if part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and part.get("content-transfer-encoding", "7bit") not in (
            "7bit",
            "8bit",
        ):
            texts += [("mime", where, text) for text in nested.texts(payload, unread)]
    return texts


def _headers(part: EmailMessage) -> list[tuple[str, str]]:
    try:
        return [(name, str(value)) for name, value in part.items()]
    except (ValueError, LookupError, AttributeError, IndexError):
        # Headers that break the standard's parser are read as they stand.
        return [(name, str(value)) for name, value in part.raw_items()]


class _Stripped(HTMLParser):
    """The text of a page without its tags; breaks between blocks only."""

    _BLOCKS = frozenset("p div td th tr li h1 h2 h3 h4 h5 h6 br pre title section table".split())

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    @classmethod
    def of(cls, markup: str) -> str:
        parser = cls()
        parser.feed(markup)
        parser.close()
        return "".join(parser.pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in self._BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def _changes(data: bytes, flows: Sequence[Flow], kept: Kept, marks: Marks) -> list[Change]:
    """For a text, which is one flow: every piece between the spans, in order, and marks only."""
    if len(flows) != 1:
        return []
    text = binary.decode(data)
    place = Place("text", None, "body", "text")
    position = 0
    pieces = [piece for piece in kept.text_pieces if piece]
    for piece in pieces:
        found = text.find(piece, position)
        if found < 0:
            return [Change(place, "missing")]
        if not _is_mark(text[position:found], marks):
            return [Change(place, "added")]
        position = found + len(piece)
    return [] if _is_mark(text[position:], marks) else [Change(place, "added")]


def _is_mark(text: str, marks: Marks) -> bool:
    return len(text) <= _LONGEST_MARK and not re.search(r"\w", marks.hide(text).replace(WALL, ""))


def same_text(audit: Path, flows: Sequence[Flow]) -> list[Change]:
    """The audit page shows the original's text, whole."""
    if len(flows) != 1:
        return []
    page = binary.decode(audit.read_bytes())
    shown = page if page == flows[0].text else _Stripped.of(page)
    if letters.bare(flows[0].text) in letters.bare(shown):
        return []
    return [Change(Place("text", None, "body", "markup"), "text")]
