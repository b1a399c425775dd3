"""Values that one place hides, badly or well, and another gives."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from urllib.parse import unquote

from redactor.check import personal
from redactor.check.consistency.evidence import Evidence, Locate, Place, places, spot
from redactor.check.finding import Finding, Kind, Severity
from redactor.text.flow import Channel
from redactor.text.fold import Finder, fold

#: Kinds whose text somebody meant to hide.
_HIDDEN = frozenset(
    {
        Kind.COVERED_TEXT,
        Kind.SEE_THROUGH_COVER,
        Kind.UNAPPLIED_REDACTION,
        Kind.HIGHLIGHT_ONLY,
        Kind.REVISION,
    }
)
_MOST = 500


class Batch:
    """Where the texts that any document covers stand in clear, searched once for all."""

    def __init__(
        self, evidence: Sequence[Evidence], hidden: Mapping[str, Sequence[Finding]]
    ) -> None:
        """`hidden`: the findings of each document."""
        self.wanted = {document: list(_wanted(found)) for document, found in hidden.items()}
        owners: dict[str, set[str]] = {}
        for document, wanted in self.wanted.items():
            for value, _ in wanted:
                owners.setdefault(fold(value), set()).add(document)
        self._own: dict[tuple[str, str], list[Place]] = {}
        self._first: dict[str, list[Place]] = {}
        if not owners:
            return
        finder = Finder({form: form for form in owners})
        for document, flow in places(evidence):
            for form, start, end in _found(finder, flow.text):
                place = Place(document, flow, start, end)
                if document in owners[form]:
                    self._own.setdefault((form, document), []).append(place)
                first = self._first.setdefault(form, [])
                if len(first) < 2 and all(document != each.document for each in first):
                    first.append(place)

    def at(self, value: str, document: str) -> Iterator[Place]:
        """Where a value stands: in the document that covers it, then in another."""
        form = fold(value)
        yield from self._own.get((form, document), ())
        yield from (place for place in self._first.get(form, ()) if place.document != document)


def _wanted(hidden: Sequence[Finding]) -> Iterator[tuple[str, Finding]]:
    """What a document's findings say that somebody meant to hide."""
    found = (
        (value, finding)
        for finding in hidden
        if finding.kind in _HIDDEN
        for value in _values(finding)
    )
    return islice(found, _MOST)


def findings(own: Evidence, batch: Batch, locate: Locate) -> Iterator[Finding]:
    """Texts that a document covers and that stand in clear elsewhere."""
    document = own.document
    for value, finding in batch.wanted.get(document, ()):
        where = batch.at(value, document)
        place = next((p for p in where if not _is_itself(p, finding, document, locate)), None)
        if place is None:
            continue
        yield Finding(
            Kind.INCONSISTENT,
            Severity.LEAK,
            0.85,
            "finding.covered-elsewhere-clear",
            finding.page,
            finding.box,
            finding.channel,
            value,
            finding.place,
            also=(spot(place, document, locate),),
        )


def _found(finder: Finder, text: str) -> Iterator[tuple[str, int, int]]:
    """The values that a text says, as it is or percent-encoded: then in the whole of it."""
    yield from finder.find(text)
    if "%" in text and (plain := unquote(text)) != text:
        for key, *_ in finder.find(plain):
            yield key, 0, len(text)


def _values(finding: Finding) -> list[str]:
    """What of a hidden text is worth looking for: names and contacts, a short text whole."""
    text = finding.text
    values = [*personal.EMAIL.findall(text), *personal.people(text)]
    if not values and finding.kind is not Kind.REVISION and 4 <= len(fold(text)) <= 60:
        values = [text]
    return values


def _is_itself(place: Place, finding: Finding, document: str, locate: Locate) -> bool:
    """Whether the place is the covered one: an extraction sees what a box covers."""
    if place.document != document or place.flow.page != finding.page or not finding.box:
        return False
    box = locate(place.flow, place.start, place.end)
    if box is None:
        return place.flow.channel is Channel.BODY and place.flow.page is not None
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    outer = finding.box
    return outer[0] - 2 <= x <= outer[2] + 2 and outer[1] - 2 <= y <= outer[3] + 2
