"""Names and addresses side by side, as e-mail headers have them: one masked, one in clear."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

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


class Addresses:
    """The addresses in clear of all documents. Read when first asked for."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self._evidence = evidence

    def of(self, name: str, own: Evidence) -> list[Place]:
        """Where addresses made of the words of a name stand, those of its own document first."""
        words = [fold(word) for word in _WORDS.findall(name)]
        if len(words) < 2:
            return []
        given = dict[str, Place]()
        for local, text, places_of in self._known:
            if all(word in local for word in words):
                given[text] = places_of.get(own.document) or next(iter(places_of.values()))
        return sorted(given.values(), key=lambda place: place.document != own.document)

    @cached_property
    def _known(self) -> list[tuple[str, str, dict[str, Place]]]:
        """What stands before the @, the address, and its first place in each document."""
        found: dict[str, dict[str, Place]] = {}
        for document, flow in places(self._evidence):
            for match in personal.EMAIL.finditer(flow.text):
                if not is_masked(match.group()):
                    place = Place(document, flow, *match.span())
                    found.setdefault(match.group().casefold(), {}).setdefault(document, place)
        return [(fold(text.partition("@")[0]), text, at) for text, at in found.items()]


def findings(own: Evidence, addresses: Addresses, locate: Locate) -> Iterator[Finding]:
    """The pairs of a document of which one half gives the other away."""
    document = own.document
    for owner, flow in places([own]):
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
            others = addresses.of(name.text, own)
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
