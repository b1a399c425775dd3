"""What the checks of office files share: colours, properties, links, embedded files."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml import etree

from redactor.check import personal
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.said import Said
from redactor.formats.errors import Damaged, Hostile, TooLarge
from redactor.formats.package import Package
from redactor.formats.xml import parse
from redactor.text.flow import Channel

#: Names that Word and LibreOffice give colours (ECMA-376, 17.18.40), as RGB.
_NAMED = {
    "black": "000000",
    "darkblue": "000080",
    "darkcyan": "008080",
    "darkgreen": "008000",
    "darkmagenta": "800080",
    "darkred": "800000",
    "darkyellow": "808000",
    "darkgray": "808080",
    "lightgray": "C0C0C0",
    "white": "FFFFFF",
    "windowtext": "000000",
    "tx1": "000000",
    "dk1": "000000",
    "bg1": "FFFFFF",
    "lt1": "FFFFFF",
}
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})(?:[0-9A-Fa-f]{2})?")
_LOCAL = re.compile(r"(?i)^(?:file:|[a-z]:[\\/]|\\\\|/users/|/home/)")


def luminance(colour: str | None) -> float | None:
    """How light a colour is, 0 to 1; None for « auto », none or an unknown one."""
    if not colour:
        return None
    match = _HEX.fullmatch(_NAMED.get(colour.strip().casefold(), colour.strip()))
    if match is None:
        return None
    red, green, blue = (int(match.group(1)[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def hides(ink: str | None, ground: str | None) -> bool:
    """Whether text of colour `ink` cannot be told from its `ground`."""
    one, two = luminance(ink), luminance(ground)
    return one is not None and two is not None and abs(one - two) < 0.08


def dark(colour: str | None) -> bool:
    """Whether a ground is dark enough to hide black text."""
    light = luminance(colour)
    return light is not None and light < 0.2


def root(package: Package, name: str) -> etree._Element | None:
    """The tree of a part; None where there is none, or the reading has said that it is damaged."""
    try:
        return parse(package.part(name), name) if name in package else None
    except (Damaged, Hostile, TooLarge):
        return None


def finding(
    kind: Kind,
    severity: Severity,
    certainty: float,
    message: str,
    channel: Channel,
    text: str,
    place: str = "",
) -> Finding:
    return Finding(
        kind,
        severity,
        certainty,
        message,
        None,
        None,
        channel,
        " ".join(text.split())[:2000],
        place,
    )


def properties(values: Iterable[tuple[str, str, bool]], said: Said) -> Iterator[Finding]:
    """Findings of properties: name, value, and whether the property asks for a person.

    Whom the text names in clear, a property does not give away.
    """
    seen: set[str] = set()
    for name, value, asks in values:
        value = value.strip()
        if value in seen or not any(c.isalpha() for c in value) or personal.nobody(value):
            continue
        seen.add(value)
        named = personal.of_author(value) if asks else personal.names_someone(value)
        named = named and not said.has(value)
        yield finding(
            Kind.METADATA,
            Severity.WARNING if named else Severity.INFO,
            (0.9 if asks else 0.6) if named else 1.0,
            "finding.metadata-person" if named else "finding.metadata",
            Channel.METADATA,
            value,
            name,
        )


def data(text: str, said: Said, place: str) -> Iterator[Finding]:
    """A value kept for programs that names someone the page does not."""
    kind, channel = Kind.METADATA, Channel.METADATA
    return _naming(kind, Severity.WARNING, 0.8, "metadata-person", channel, text, said, place)


def _naming(
    kind: Kind,
    severity: Severity,
    certainty: float,
    message: str,
    channel: Channel,
    text: str,
    said: Said,
    place: str,
) -> Iterator[Finding]:
    """A finding where `text` names someone the page does not."""
    if personal.names_someone(text) and not said.has(text):
        yield finding(kind, severity, certainty, f"finding.{message}", channel, text, place)


def link(target: str, said: Said, place: str = "") -> Iterator[Finding]:
    """What a link's target tells that the text does not."""
    plain = unquote(target)
    for address in personal.EMAIL.findall(plain):
        if not said.has(address):
            yield finding(
                Kind.LINK, Severity.LEAK, 0.9, "finding.link-address", Channel.LINK, plain, place
            )
            return
    if _LOCAL.match(plain):
        yield finding(
            Kind.LINK, Severity.WARNING, 0.7, "finding.link-local", Channel.LINK, plain, place
        )
    elif any(not said.has(n) for n in personal.people(re.sub(r"[_+./=&?#-]+", " ", plain))):
        yield finding(
            Kind.LINK, Severity.WARNING, 0.6, "finding.link-name", Channel.LINK, plain, place
        )


_QUOTED = re.compile(r'"((?:[^"]|"")+)"')


def formula(text: str, said: Said, place: str) -> Iterator[Finding]:
    """What a formula or a list of allowed values says between quotes, where it names someone."""
    kind, channel = Kind.HIDDEN_TEXT, Channel.HIDDEN
    for quoted in _QUOTED.findall(text):
        yield from _naming(kind, Severity.LEAK, 0.8, "formula", channel, quoted, said, place)


def alternative(text: str, said: Said, place: str) -> Iterator[Finding]:
    """An alternative text that names someone the page does not."""
    kind, channel = Kind.STRUCTURE_TEXT, Channel.STRUCTURE
    return _naming(kind, Severity.LEAK, 0.9, "structure", channel, text, said, place)


def thumbnail(name: str, said: Said) -> Finding:
    """A picture of the first page, as the program that saved the file last drew it.

    Every file of some programs has one; beside masks it may show what they replaced.
    """
    return finding(
        Kind.METADATA,
        Severity.WARNING if said.masked else Severity.INFO,
        0.5,
        "finding.thumbnail-file",
        Channel.METADATA,
        "",
        name,
    )


def cropped(name: str) -> Finding:
    """A picture of which a part is not shown, and is in the file."""
    return finding(
        Kind.COVERED_IMAGE, Severity.INFO, 0.6, "finding.cropped", Channel.BODY, "", name
    )


def embedded(name: str) -> Finding:
    """A file inside the file."""
    return finding(
        Kind.ATTACHMENT,
        Severity.WARNING,
        1.0,
        "finding.embedded",
        Channel.EMBEDDED,
        name.rpartition("/")[2],
        name,
    )
