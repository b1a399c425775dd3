"""E-mails, Outlook's own files too: what comes along with the message, what its HTML hides."""

import email
import email.policy
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from lxml import etree, html

from redactor.check import personal
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.office import common
from redactor.check.options import Options
from redactor.check.pdf.said import Said
from redactor.formats.errors import Damaged
from redactor.formats.files import read_bytes
from redactor.formats.mail.message import SEALED
from redactor.formats.mail.outlook import to_eml
from redactor.text.flow import Channel, Flow, Unread

#: Headers that every reader shows.
_SHOWN = frozenset({"from", "to", "cc", "subject", "date", "reply-to"})
#: Headers that name the people and machines of the way.
_TELLING = re.compile(
    r"(?i)^(?:bcc|sender|received|return-path|delivered-to|x-(?!.*message-?id$).*|thread-topic)$"
)
_HIDING = re.compile(
    r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|"
    r"mso-hide\s*:\s*all"
)
_STYLE = re.compile(r"(?i)(background(?:-color)?|color)\s*:\s*(#?\w+)")
_COLOUR = re.compile(r"(?i)(?<![\w-])(color)\s*:\s*(#?\w+)")
_PARTS = 2000
#: What only its addressee can open.
_LOCKED = SEALED | {"application/pgp-encrypted"}


def inspect(
    path: Path,
    options: Options,  # noqa: ARG001
    progress: Callable[[float], None],
) -> Iterator[Finding | Flow | Unread]:
    """Everything to know of a saved e-mail. Raises a `Problem`."""
    try:
        data = read_bytes(path)
        if path.suffix.lower() == ".msg":
            data = to_eml(data)
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = list(message.walk())[:_PARTS]
    except (ValueError, LookupError, RecursionError) as error:
        raise Damaged(where=path.name) from error
    assert isinstance(message, EmailMessage)
    said = Said()
    shown: list[str] = []
    hidden: list[Finding] = []
    for number, (name, value) in enumerate(_headers(message)):
        channel = Channel.HEADER if name.lower() in _SHOWN else Channel.METADATA
        yield Flow(f"h{number}", f"{name}: {value}", channel)
        if channel is Channel.HEADER:
            shown.append(value)
    for number, part in enumerate(parts):
        if part.is_multipart():
            continue
        file = part.get_filename()
        if part.get_content_type() in _LOCKED:
            yield Unread(file or part.get_content_type(), "unread.part")
        if file or part.get_content_disposition() == "attachment":
            hidden.append(
                common.finding(
                    Kind.ATTACHMENT,
                    Severity.WARNING,
                    1.0,
                    "finding.attachment",
                    Channel.ATTACHMENT,
                    file or part.get_content_type(),
                )
            )
            continue
        if part.get_content_maintype() != "text":
            continue
        text = _decoded(part)
        if text is None:
            yield Unread(f"MIME {number}", "unread.damaged-object")
        elif part.get_content_subtype() == "html":
            visible, found = _page(text, said)
            yield Flow(f"b{number}", visible)
            shown.append(visible)
            hidden += found
        else:
            yield Flow(f"b{number}", text)
            shown.append(text)
    said.add(1, "\n".join(shown))
    yield from hidden
    yield from _telling(message, said)
    progress(1.0)


def _headers(message: EmailMessage) -> Iterator[tuple[str, str]]:
    for name in message.keys():  # noqa: SIM118 - repeated headers each count
        try:
            for value in message.get_all(name, []):
                yield name, str(value)
        except (ValueError, LookupError, IndexError, AttributeError):
            continue


def _decoded(part: EmailMessage | email.message.Message) -> str | None:
    try:
        content = part.get_content()  # type: ignore[union-attr]
        return content if isinstance(content, str) else None
    except (LookupError, ValueError, KeyError):
        payload = part.get_payload(decode=True)
        return payload.decode("cp1252", "replace") if isinstance(payload, bytes) else None


def _telling(message: EmailMessage, said: Said) -> Iterator[Finding]:
    """Headers that no reader shows, and that name someone the message does not."""
    seen: set[str] = set()
    for name, value in _headers(message):
        if not _TELLING.match(name) or value in seen:
            continue
        seen.add(value)
        found = [*personal.EMAIL.findall(value), *personal.people(value)]
        if any(not said.has(each) for each in found):
            yield common.finding(
                Kind.METADATA,
                Severity.LEAK if name.lower() == "bcc" else Severity.WARNING,
                0.9,
                "finding.header",
                Channel.METADATA,
                value,
                name,
            )


def _page(source: str, said: Said) -> tuple[str, list[Finding]]:
    """The visible text of an HTML body, and what it hides."""
    found: list[Finding] = []
    try:
        root: Any = html.fromstring(source)
    except (ValueError, etree.ParserError):
        return re.sub(r"<[^>]{0,2000}>", " ", source), found
    for element in root.xpath("//script|//style|//head|//comment()"):
        if element.getparent() is not None:
            element.drop_tree()
    links = [element.get("href", "") for element in root.iter("a")]
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        style = element.get("style", "")
        text = " ".join(element.text_content().split())
        if not any(char.isalnum() for char in text):
            continue
        colours = {k.lower().partition("-")[0]: v for k, v in _STYLE.findall(style)}
        ink, ground = colours.get("color"), colours.get("background")
        hides = bool(_HIDING.search(style)) or element.get("hidden") is not None
        marked = common.dark(ground) and (ink is None or common.dark(ink)) and not _lit(element)
        same = bool(ink) and ground is not None and common.hides(ink, ground)
        white = bool(ink) and ground is None and (common.luminance(ink) or 0) > 0.97
        if white and any(_has_ground(parent) for parent in element.iterancestors()):
            white = False
        if marked or hides or same or white:
            kind = Kind.HIGHLIGHT_ONLY if marked else Kind.HIDDEN_TEXT
            key = "highlight-only" if marked else "hidden-run" if hides else "same-colour"
            certainty = 0.9 if marked or hides else 0.7
            found.append(
                common.finding(
                    kind, Severity.LEAK, certainty, f"finding.{key}", Channel.HIDDEN, text
                )
            )
            if hides and element.getparent() is not None:
                element.drop_tree()
    visible = "\n".join(" ".join(line.split()) for line in root.itertext() if line.strip())
    known = Said()
    known.add(1, visible)
    for target in links:
        found += common.link(target, known)
    said.add(2, visible)
    return visible, found


def _lit(element: Any) -> bool:
    """Whether what stands in an element has a light colour, or a ground, of its own."""
    return any(
        (ink := dict(_COLOUR.findall(inner.get("style", ""))).get("color", inner.get("color")))
        and (common.luminance(ink) or 0) > 0.4
        for inner in element.iterdescendants()
        if isinstance(inner.tag, str)
    )


def _has_ground(element: Any) -> bool:
    return bool(element.get("bgcolor") or "background" in element.get("style", ""))
