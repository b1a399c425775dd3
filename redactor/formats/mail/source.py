"""E-mails: opened, read as flows, and written as their two copies.

A saved message (.eml) is edited in place: what is not occulted stays as it is in the file. An
Outlook file (.msg) is read as the message it holds, and its redacted copy is that message.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from redactor.formats import embedded, flow_page, images
from redactor.formats.base import (
    Applied,
    Illustration,
    Occultation,
    Picture,
    Plan,
    ReadOptions,
    Written,
)
from redactor.formats.errors import CannotRedact, TooLarge, WrongType
from redactor.formats.files import read_bytes, write_bytes
from redactor.formats.illustrated import Illustrated
from redactor.formats.images import is_raster
from redactor.formats.mail import attachments
from redactor.formats.mail.message import (
    Part,
    Placed,
    content,
    file_name,
    is_body,
    parse,
    placed,
    text,
)
from redactor.formats.mail.paper import to_pdf
from redactor.formats.mail.rewrite import Place, boxes_of, embedded_boxes, redact
from redactor.formats.pageless import Pageless, applied, refuse_pages, silent
from redactor.formats.pageless import placed as in_places
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


class MailSource(Illustrated):
    """A message, opened. See `redactor.formats.base.Source`."""

    def __init__(
        self, name: str, data: bytes, options: ReadOptions | None, original: bytes
    ) -> None:
        """`data` is the message as e-mail writes it, `original` the file. Raises Damaged,
        TooLarge."""
        super().__init__(options)
        self._name = name
        self._data = data
        self._original = original
        self._letter = parse(data)

    def read(self) -> Iterator[Flow | Unread]:
        for each in placed(self._letter, self._options, self._reader):
            yield each.flow if isinstance(each, Placed) else each

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or silent
        places = self._places(plan)
        tell(0.4)
        letter = parse(self._data)
        as_it_was = letter.root.as_bytes()
        dropped = redact(letter, places, plan, self._options)
        tell(0.9)
        if plan.options.get("mail") == "pdf":
            write_bytes(out, to_pdf(letter))
            tell(1.0)
            return Written(applied(plan.occultations), tuple(sorted(dropped | {"mail-routing"})))
        made = letter.root.as_bytes()
        # What nothing was taken from keeps its faults too, which the writer would mend.
        same = made == as_it_was and "envelope" not in dropped
        write_bytes(out, self._data if same else made)
        tell(1.0)
        return Written(applied(plan.occultations), tuple(sorted(dropped)))

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or silent
        places = self._places(plan)
        flows = [each for each in self.read() if isinstance(each, Flow)]
        tell(0.4)
        marks: dict[str, list[Occultation]] = {}
        for each, place in places:
            marks.setdefault(place.flow.id, []).append(each)
        page = flow_page.render(self._name, flows, marks, self._copies(places, plan))
        write_bytes(out, page.encode("utf-8", "replace"))
        tell(1.0)
        return Written(applied(plan.occultations))

    def illustrations(self) -> Sequence[Illustration]:
        found: list[Illustration] = []
        for part, name in self._files():
            data = content(part)
            if is_raster(data):
                size = images.size(data)
                found += [Illustration(name, *size)] if size else []
            else:
                inside = attachments.illustrations(f"{name}!", data, file_name(part), self._options)
                found += inside
        for part, name in self._pages():
            found += embedded.illustrations(text(part), f"{name}!")
        return found

    def illustration(self, part: str, most: int) -> Picture | None:
        own, _, inside = part.partition("!")
        pages = {name: each for each, name in self._pages()}
        if own in pages:
            return embedded.picture(text(pages[own]), part, most, f"{own}!")
        known = {name: each for each, name in self._files()}
        data = content(known[own])
        if not inside:
            return images.shown(data, most)
        return attachments.illustration(inside, most, data, file_name(known[own]), self._options)

    def _files(self) -> Iterator[tuple[Part, str]]:
        """The parts that are files that come with the message, with their names in places."""
        for part, name in zip(self._letter.parts, self._letter.names, strict=True):
            if not part.is_multipart() and not is_body(part):
                yield part, name

    def _pages(self) -> Iterator[tuple[Part, str]]:
        """The bodies that may hold pictures themselves."""
        for part, name in zip(self._letter.parts, self._letter.names, strict=True):
            if not part.is_multipart() and is_body(part) and part.get_content_subtype() == "html":
                yield part, name

    def _places(self, plan: Plan) -> list[Place]:
        refuse_pages(plan)
        files = {name for _, name in (*self._files(), *self._pages())}
        for area in plan.areas:
            if area.part.partition("!")[0] not in files:
                raise CannotRedact(where=area.part)
        known = {
            each.flow.id: each
            for each in placed(self._letter, self._options, self._reader)
            if isinstance(each, Placed)
        }
        return in_places(plan, known, {id_: len(each.flow.text) for id_, each in known.items()})

    def _copies(self, places: Sequence[Place], plan: Plan) -> list[flow_page.File]:
        """The message as it came, and the attachments with their own highlights."""
        files = [flow_page.File(self._name, self._original)]
        for part, name in self._files():
            made = self._highlighted(part, name, places, plan)
            if made is not None:
                copy, suffix = made
                stem, dot, was = (file_name(part) or f"piece-{name}").rpartition(".")
                called = f"{stem or was}{suffix or dot + was}" if dot or suffix else was
                files.append(flow_page.File(f"surligné-{called}", copy))
        for part, name in self._pages():
            own = [p for p in places if self._letter.names[p[1].part] == name]
            boxes = embedded_boxes(name, own, plan)
            seen = embedded.highlighted(text(part), f"{name}!", boxes)
            files += [flow_page.File(called, data) for called, data in seen]
        return files

    def _highlighted(
        self, part: Part, name: str, places: Sequence[Place], plan: Plan
    ) -> tuple[bytes, str | None] | None:
        data = content(part)
        if is_raster(data):
            boxes = boxes_of(
                name, [p for p in places if self._letter.names[p[1].part] == name], plan
            )
            return (images.highlight(data, boxes), None) if boxes else None
        inner = attachments.inner_plan(plan, [o for o, _ in places], f"{name}!")
        if not inner.occultations and not inner.areas:
            return None
        made = attachments.copy(
            file_name(part),
            data,
            self._options,
            lambda source, out: source.write_audit(out, inner),
            lambda adapter: adapter.audit_suffix,
        )
        return made[:2] if made is not None else None


class MarkedPage(Pageless):
    """The audit copy of a message, opened to read its marks back."""

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
    return flow_page.read_back(data.decode("utf-8", "replace"))


MAIL = MailAdapter()
OUTLOOK = OutlookAdapter()
