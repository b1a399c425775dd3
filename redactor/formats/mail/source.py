"""E-mails: opened, read as flows, and written as their two copies.

A saved message (.eml) is edited in place: what is not occulted stays as it is in the file. An
Outlook file (.msg) is read as the message it holds, and its redacted copy is that message.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from redactor.formats.base import (
    Applied,
    Occultation,
    PageLayout,
    Picture,
    Plan,
    ReadOptions,
    Source,
    Written,
)
from redactor.formats.errors import CannotRedact, TooLarge, WrongType
from redactor.formats.files import read_bytes, write_bytes
from redactor.formats.mail import attachments, audit
from redactor.formats.mail.message import Letter, Placed, content, file_name, is_body, parse, placed
from redactor.formats.mail.rewrite import Place, redact
from redactor.text.flow import Flow, Unread

MAX_BYTES = 256 * 1024 * 1024
#: A header's line, of those that every message has one of.
_HEADERS = re.compile(
    rb"(?im)^(from|to|cc|bcc|subject|date|received|return-path|message-id|mime-version|sender"
    rb"|reply-to|delivered-to|x-[\w-]+|content-type)[ \t]*:"
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The stream of properties that every Outlook file has at its root.
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")


class MailSource:
    """A message, opened. See `redactor.formats.base.Source`."""

    pages: int | None = None
    warnings: Sequence[str] = ()

    def __init__(
        self, name: str, data: bytes, options: ReadOptions | None, original: bytes
    ) -> None:
        """`data` is the message as e-mail writes it, `original` the file. Raises Damaged,
        TooLarge."""
        self._name = name
        self._data = data
        self._original = original
        self._options = options
        self._letter = parse(data)

    def read(self) -> Iterator[Flow | Unread]:
        for each in placed(self._letter, self._options):
            yield each.flow if isinstance(each, Placed) else each

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or _silent
        places = self._places(plan)
        tell(0.4)
        letter = parse(self._data)
        dropped = redact(letter, places, plan, self._options)
        tell(0.9)
        write_bytes(out, letter.root.as_bytes())
        tell(1.0)
        return Written(_applied(places), tuple(sorted(dropped)))

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or _silent
        places = self._places(plan)
        flows = [each for each in self.read() if isinstance(each, Flow)]
        tell(0.4)
        marks: dict[str, list[Occultation]] = {}
        for each, place in places:
            marks.setdefault(place.flow.id, []).append(each)
        page = audit.render(self._name, flows, marks, self._files(places, plan))
        write_bytes(out, page.encode("utf-8", "replace"))
        tell(1.0)
        return Written(_applied(places))

    def marked(self) -> Sequence[Applied]:
        return ()

    def layout(self, page: int) -> PageLayout:
        raise ValueError("a message has no pages")

    def render(self, page: int, scale: float) -> Picture:
        raise ValueError("a message has no pages")

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _places(self, plan: Plan) -> list[Place]:
        """Each occultation with its flow. Raises CannotRedact for a place that is not here."""
        if plan.areas or plan.removed_pages:
            raise CannotRedact(where="page")
        known = {
            each.flow.id: each
            for each in placed(self._letter, self._options)
            if isinstance(each, Placed)
        }
        places = []
        for each in plan.occultations:
            place = known.get(each.span.flow)
            if place is None or each.span.end > len(place.flow.text):
                raise CannotRedact(where=each.span.flow)
            places.append((each, place))
        return places

    def _files(self, places: Sequence[Place], plan: Plan) -> list[audit.File]:
        """The message as it came, and the attachments with their own highlights."""
        files = [audit.File(self._name, self._original)]
        letter: Letter = self._letter
        for part, name in zip(letter.parts, letter.names, strict=True):
            if part.is_multipart() or is_body(part):
                continue
            data = content(part)
            inner = attachments.inner_plan(plan, [o for o, _ in places], f"{name}!")
            if not inner.occultations:
                continue

            def write(source: Source, out: Path, own: Plan = inner) -> Written:
                return source.write_audit(out, own)

            made = attachments.copy(
                file_name(part), data, self._options, write, lambda adapter: adapter.audit_suffix
            )
            if made is not None:
                copy, suffix, _ = made
                stem, dot, was = (file_name(part) or f"piece-{name}").rpartition(".")
                called = f"{stem or was}{suffix or dot + was}" if dot or suffix else was
                files.append(audit.File(f"surligné-{called}", copy))
        return files


class MarkedPage:
    """The audit copy of a message, opened to read its marks back."""

    pages: int | None = None
    warnings: Sequence[str] = ()

    def __init__(self, marks: Sequence[Applied]) -> None:
        self._marks = marks

    def read(self) -> Iterator[Flow | Unread]:
        return iter(())

    def marked(self) -> Sequence[Applied]:
        return self._marks

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        raise CannotRedact(where="audit")

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        raise CannotRedact(where="audit")

    def layout(self, page: int) -> PageLayout:
        raise ValueError("a message has no pages")

    def render(self, page: int, scale: float) -> Picture:
        raise ValueError("a message has no pages")

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _applied(places: Sequence[Place]) -> tuple[Applied, ...]:
    return tuple(Applied(o.id, o.span, None) for o, _ in places)


def _silent(_: float) -> None:
    """Progress that nobody follows."""


def _bytes(path: Path) -> bytes:
    if path.exists() and path.stat().st_size > MAX_BYTES:
        raise TooLarge(what=path.suffix, limit=f"{MAX_BYTES >> 20} Mo")
    return read_bytes(path)


class MailAdapter:
    """Messages saved as they were sent."""

    name = "eml"
    suffixes = frozenset({".eml"})
    paged = False
    redacted_suffix: str | None = None
    audit_suffix: str | None = ".html"

    def recognises(self, path: Path, head: bytes) -> bool:
        return len(_HEADERS.findall(head[:16384])) >= 2 and b"\0" not in head[:1024]

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> MailSource | MarkedPage:
        data = _bytes(path)
        marks = _marks(data)
        return (
            MarkedPage(marks) if marks is not None else MailSource(path.name, data, options, data)
        )


class OutlookAdapter:
    """Outlook's own files."""

    name = "msg"
    suffixes = frozenset({".msg"})
    paged = False
    redacted_suffix: str | None = ".eml"
    audit_suffix: str | None = ".html"

    def recognises(self, path: Path, head: bytes) -> bool:
        return head.startswith(_OLE) and _OUTLOOK in read_bytes(path)

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> MailSource | MarkedPage:
        # Loaded only here: its reader of compound files serves no other format.
        from redactor.formats.mail.outlook import to_eml

        data = _bytes(path)
        marks = _marks(data)
        if marks is not None:
            return MarkedPage(marks)
        if not data.startswith(_OLE):
            raise WrongType(expected="Outlook")
        return MailSource(path.name, to_eml(data), options, data)


def _marks(data: bytes) -> Sequence[Applied] | None:
    if not data.startswith(b"<!DOCTYPE html>"):
        return None
    return audit.read_back(data.decode("utf-8", "replace"))


MAIL = MailAdapter()
OUTLOOK = OutlookAdapter()
