"""Outlook's own files (.msg) as the message that they hold, written as e-mail is.

The same file gives the same bytes. What e-mail has no place for (Outlook's categories, its
task dates) stands in headers beginning ``X-Outlook-``, so that it is read too.
"""

import codecs
import datetime as dt
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.generator import BytesGenerator
from email.header import Header
from email.message import EmailMessage, Message
from email.policy import SMTP
from email.utils import format_datetime
from io import BytesIO
from mimetypes import guess_type
from typing import Any, cast

import oxmsg
from oxmsg.domain import constants
from oxmsg.properties import Properties

from redactor.formats.errors import Damaged
from redactor.formats.mail import richtext
from redactor.formats.mail.headers import decode, read

#: Headers that are made anew from the message's parts.
_MADE = frozenset(
    {"content-type", "content-transfer-encoding", "mime-version", "content-disposition"}
)
#: Text properties that a person may be named in, by identifier ([MS-OXPROPS]).
_WORDS = {
    0x0042: "Represented-By",
    0x0065: "Represented-Address",
    0x0C1A: "Sender-Name",
    0x0C1F: "Sender-Address",
    0x5D01: "Sender-SMTP",
    0x5D02: "Represented-SMTP",
    0x0040: "Received-By",
    0x0044: "Received-For",
    0x0076: "Received-By-Address",
    0x0E02: "Display-Bcc",
    0x0E03: "Display-Cc",
    0x0E04: "Display-To",
    0x0070: "Topic",
    0x0E1D: "Normalised-Subject",
    0x3FF8: "Creator",
    0x3FFA: "Last-Modifier",
    0x1035: "Message-Id",
    0x1042: "In-Reply-To",
    0x1039: "References",
    0x0072: "Original-Bcc",
    0x0073: "Original-Cc",
    0x0074: "Original-To",
    0x0049: "Original-Subject",
    0x004D: "Original-Author",
}
_RICH_TEXT = 0x1009
#: What is written elsewhere: headers, subject and its parts, bodies.
_WRITTEN = frozenset({0x007D, 0x0037, 0x003D, 0x1000, 0x1013, 0x1008, *_WORDS})
#: A text, or one of several of one property: categories have no number that is the same in two
#: files ([MS-OXMSG] § 2.1.3, § 2.1.4.2).
_TEXT_STREAM = re.compile(
    r"__substg1\.0_(?P<id>[0-9A-F]{4})(?P<kind>001[EF]|101[EF](?=-))(?:-[0-9A-F]{8})?"
)
#: Classes, kinds of addresses, versions and numbers.
_PROGRAMS_OWN = re.compile(r"(?:IPM|REPORT)(?:\.\w+)*|SMTP|EX|[\W\d]*|[0-9A-F]{16,}|\w\w-\w\w")
#: [MS-OXMSG] § 2.2.2.1 and § 2.4.1.2.
_ATTACHED_STORAGE = "3701000D"
_ATTACHED_HEADER = 24
_BOUNDARY = "----=_Redactor_{}"


def to_eml(data: bytes) -> bytes:
    """The message in an Outlook file. Raises Damaged."""
    try:
        return _written(_message(cast(_Message, _Message.load(data))))
    except Damaged:
        raise
    except Exception as error:  # the reader of compound files raises whatever it meets
        raise Damaged(where="msg") from error


class _Properties(Properties):
    """Strings in whatever charset they are, where that is not the one that the file declares."""

    @property
    def body_encoding(self) -> str:
        return _codec(super().body_encoding)

    @property
    def _str_prop_encoding(self) -> str:
        return _codec(super()._str_prop_encoding)

    def str_prop_value(self, pid: int) -> str | None:
        try:
            return super().str_prop_value(pid)
        except UnicodeDecodeError as error:
            return decode(bytes(error.object), "utf-8")


def _codec(name: str) -> str:
    """The charset of that name, or the one that Windows numbers alike: ``windows-950``."""
    for each in (name, name.replace("windows-", "cp")):
        try:
            return codecs.lookup(each).name
        except LookupError:
            continue
    return "cp1252"


class _Message(oxmsg.Message):
    header = 32

    @property
    def properties(self) -> Properties:
        return _Properties(self._storage, properties_header_offset=self.header)


class _Attached(_Message):
    """A message that lies open inside another one's file."""

    header = _ATTACHED_HEADER


def _message(message: _Message) -> EmailMessage:
    made = EmailMessage(policy=SMTP.clone(refold_source="none"))
    said: set[str] = set()
    for key, value in _headers(message):
        made.set_raw(key, value)
        said.add(key.lower())
    known = " ".join(read(str(value)).text for value in made.values())
    for key, value in _words(message, known):
        if value not in known:
            made.set_raw(key, _encoded(value))
            known += f" {value}"
    signed = _signed(message)
    if signed is not None:
        for key in ("Content-Type", "Content-Transfer-Encoding"):
            if key in signed:
                made.set_raw(key, str(signed[key]))
        made.set_payload(signed.get_payload())
        return made
    body, page = message.body or "", _page(message)
    if body:
        made.set_content(_lines(body), cte="base64")
    if page:
        page = re.sub(r"(?i)(<meta[^>]+charset=)[\"']?[\w-]+", r"\1utf-8", page)
        if body:
            made.add_alternative(_lines(page), subtype="html", cte="base64")
        else:
            made.set_content(_lines(page), subtype="html", cte="base64")
    if not body and not page:
        _set_rich_text(made, message.properties.binary_prop_value(_RICH_TEXT))
    for attachment in message.attachments:
        _attach(made, attachment)
    return made


def _set_rich_text(made: EmailMessage, rich: bytes | None) -> None:
    """The words of a body that is rich text alone, in which no mark could be set."""
    try:
        said = richtext.text_of(rich) if rich else ""
        is_whole = not rich or not richtext.holds_objects(rich)
    except Damaged:
        said, is_whole = "", False
    made.set_content(_lines(said), cte="base64" if said else None)
    if rich and not is_whole:
        # Read by nothing here: it stands among the attachments, and is said unread.
        made.add_attachment(rich, "application", "octet-stream", filename="message.lzfu")


def _attached_message(attachment: Any) -> bytes | None:
    for storage in attachment._storage.storages:
        if storage.name.endswith(_ATTACHED_STORAGE):
            return _written(_message(_Attached(storage)))
    return None


def _written(made: EmailMessage) -> bytes:
    _set_boundaries(made)
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, policy=made.policy).flatten(made)
    return out.getvalue()


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _headers(message: oxmsg.Message) -> Iterator[tuple[str, str]]:
    transport = message._message_headers.items()  # a header may be there many times
    low = {key.lower() for key, _ in transport}
    for key, value in transport:
        if key.lower() not in _MADE:
            yield key, _encoded(str(value))
    if "from" not in low and message.sender:
        yield "From", _encoded(message.sender)
    if "to" not in low and message.recipients:
        yield (
            "To",
            ", ".join(_address(r.name, r.email_address) for r in message.recipients),
        )
    if "subject" not in low:
        yield "Subject", _encoded(message.subject or "")
    sent = message.sent_date
    if "date" not in low and isinstance(sent, dt.datetime):
        yield "Date", format_datetime(sent)


def _address(name: str, address: str) -> str:
    if not name or name == address:
        return _encoded(address)
    quoted = name.replace("\\", "").replace('"', "")
    return f'"{quoted}" <{address}>' if quoted.isascii() else f"{_encoded(quoted)} <{address}>"


def _encoded(value: str) -> str:
    value = " ".join(value.split())
    return value if value.isascii() else str(Header(value, "utf-8", maxlinelen=10_000).encode())


def _words(message: _Message, known: str) -> Iterator[tuple[str, str]]:
    """What the file says beside the headers that it came with, which are `known`."""
    properties = message.properties
    for pid, name in _WORDS.items():
        value = _bare(properties.str_prop_value(pid) or "")
        if value:
            yield f"X-Outlook-{name}", value
    for each in message.recipients:
        name, address = _bare(each.name), _bare(each.email_address)
        if name not in known or address not in known:
            yield "X-Outlook-Recipient", f'"{name}" <{address}>' if address else name
    for stream in cast(Any, message._storage).streams:
        found = _TEXT_STREAM.fullmatch(stream.name)
        if found is None or int(found["id"], 16) in _WRITTEN:
            continue
        wide = found["kind"].endswith("F")
        charset = "utf-16-le" if wide else properties._str_prop_encoding
        value = _bare(decode(stream.bytes_, charset))
        if not _PROGRAMS_OWN.fullmatch(value):
            yield f"X-Outlook-Property-{found['id']}", value


def _bare(value: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f]+", " ", value).split())


def _page(message: _Message) -> str:
    data = message.properties.binary_prop_value(constants.PID_HTML)
    if data:
        try:
            # Nothing else reads as it by chance, and the code page is often another's.
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return decode(data, message.properties.body_encoding)
    return message.properties.str_prop_value(constants.PID_BODY_HTML) or ""


def _signed(message: _Message) -> Message | None:
    """The whole of a signed message, which Outlook keeps as its only attachment
    ([MS-OXOSMIME] § 2.1.3.1)."""
    if not message.message_class.lower().endswith(".smime.multipartsigned"):
        return None
    data = next((each.file_bytes for each in message.attachments), None)
    entity = message_from_bytes(data, policy=SMTP) if data else None
    return entity if entity is not None and entity.is_multipart() else None


def _attach(made: EmailMessage, attachment: Any) -> None:
    name = attachment.file_name or "piece-jointe"
    kind = attachment.mime_type or guess_type(name)[0] or "application/octet-stream"
    data = attachment.file_bytes if attachment.attached_by_value else None
    inside = _attached_message(attachment)
    if inside is not None:
        data, kind = inside, "application/octet-stream"
        name = re.sub(r"(?i)\.msg$", "", name) + ".eml"
    if data is None:
        raise Damaged(where=name)
    main, _, sub = kind.partition("/")
    if not re.fullmatch(r"[\w.+-]+/[\w.+-]+", kind) or main in ("multipart", "message"):
        main, sub = "application", "octet-stream"
    content_id = attachment.properties.str_prop_value(constants.PID_ATTACH_CONTENT_ID)
    made.add_attachment(
        data,
        maintype=main,
        subtype=sub,
        filename=name,
        cid=f"<{content_id}>" if content_id else None,
        disposition="inline" if content_id else "attachment",
    )


def _set_boundaries(message: EmailMessage) -> None:
    """The library draws boundaries by lot: these are the same each time."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(_BOUNDARY.format(number))
