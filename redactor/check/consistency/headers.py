"""Names and addresses side by side, as e-mail headers have them: one masked, one in clear."""

import re
from collections.abc import Iterator, Sequence

from redactor.check import personal
from redactor.check.consistency.evidence import Evidence, Locate, Place, places, spot
from redactor.check.consistency.masks import is_masked
from redactor.check.finding import Finding, Kind, Severity
from redactor.text.fold import fold

#: « Solange Béranger <solange.beranger@exemple.fr> », over a line end too.
_PAIR = re.compile(
    r"(?P<name>[^<>\n:;]{2,80}?)[ \t]*\n?[ \t]*[<\[(](?:mailto:)?"
    r"(?P<address>[^<>\s()\[\]@]*@[^<>\s()\[\]]+)[>\])]"
)
#: The same in a header's line, where printing has lost the brackets.
_HEADER = re.compile(
    r"^[ \t>*]*(?:De|À|A|Cc|Cci|From|To|Exp[ée]diteur|Destinataires?)[ \t*]*:[ \t*]*"
    r"(?P<name>[^\n]{2,80}?)[ \t]+[<\[(]?(?P<address>[^\s<>()\[\]]*@[^\s<>()\[\]]+)[>\])]?[ \t]*$",
    re.M,
)
_WORDS = re.compile(r"[^\W\d_]{2,}")


def findings(evidence: Sequence[Evidence], document: str, locate: Locate) -> Iterator[Finding]:
    """The pairs of `document` of which one half gives the other away."""
    addresses: dict[str, Place] | None = None
    for owner, flow in places([e for e in evidence if e.document == document]):
        if "@" not in flow.text:
            continue
        for match in _pairs(flow.text):
            name = Place(owner, flow, *_trimmed(match, "name"))
            address = Place(owner, flow, *match.span("address"))
            name_masked, address_masked = is_masked(name.text), is_masked(address.text)
            if name_masked == address_masked:
                continue
            if name_masked:
                yield _finding("finding.name-masked", name, [address], document, locate, 0.85)
                continue
            if not _is_name(name.text):
                continue
            if addresses is None:
                addresses = _addresses(evidence)
            others = [place for text, place in addresses.items() if _belongs(text, name.text)]
            yield _finding(
                "finding.address-masked-known" if others else "finding.address-masked",
                address,
                [name, *others[:3]],
                document,
                locate,
                0.9 if others else 0.7,
            )


def _pairs(text: str) -> Iterator[re.Match[str]]:
    """The pairs of a text, each address once."""
    seen: set[int] = set()
    for pattern in (_HEADER, _PAIR):
        for match in pattern.finditer(text):
            if match.end("address") not in seen:
                seen.add(match.end("address"))
                yield match


def _finding(
    message: str,
    masked: Place,
    clear: list[Place],
    document: str,
    locate: Locate,
    certainty: float,
) -> Finding:
    return Finding(
        Kind.INCONSISTENT,
        Severity.LEAK,
        certainty,
        message,
        masked.flow.page,
        locate(masked.flow, masked.start, masked.end),
        masked.flow.channel,
        masked.text,
        masked.flow.place,
        also=tuple(spot(place, document, locate) for place in clear),
    )


def _trimmed(match: re.Match[str], group: str) -> tuple[int, int]:
    start, end = match.span(group)
    text = match.group(group)
    start += len(text) - len(text.lstrip(" \t\"'«*"))
    end -= len(text) - len(text.rstrip(" \t\"'»*"))
    return (start, end) if start < end else match.span(group)


def _is_name(text: str) -> bool:
    """« DURAND Paul », « Paul Durand »: two words or more, one of them known or in capitals."""
    words = _WORDS.findall(text)
    if not 2 <= len(words) <= 5:
        return False
    return bool(personal.people(text)) or any(w.isupper() and len(w) > 2 for w in words)


def _belongs(address: str, name: str) -> bool:
    """Whether an address is made of the words of a name."""
    local = fold(address.partition("@")[0])
    words = [fold(word) for word in _WORDS.findall(name)]
    return len(words) >= 2 and all(word in local for word in words)


def _addresses(evidence: Sequence[Evidence]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for document, flow in places(evidence):
        for match in personal.EMAIL.finditer(flow.text):
            if not is_masked(match.group()):
                found.setdefault(match.group().casefold(), Place(document, flow, *match.span()))
    return found
