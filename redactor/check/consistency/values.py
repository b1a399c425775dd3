"""Values that one place hides, badly or well, and another gives."""

from collections.abc import Iterator, Sequence
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


def findings(
    evidence: Sequence[Evidence],
    hidden: Sequence[Finding],
    document: str,
    locate: Locate,
) -> Iterator[Finding]:
    """Texts that `document` covers (`hidden`: its findings) and that stand in clear elsewhere."""
    wanted: dict[str, tuple[str, Finding]] = {}
    for finding in hidden:
        if finding.kind in _HIDDEN:
            for value in _values(finding):
                wanted.setdefault(f"{len(wanted)}", (value, finding))
            if len(wanted) > _MOST:
                break
    if not wanted:
        return
    finder = Finder({key: value for key, (value, _) in wanted.items()})
    seen: dict[str, Place] = {}
    for owner, flow in places(evidence):
        for key, start, end in _found(finder, flow.text):
            place = Place(owner, flow, start, end)
            if key in seen or _is_itself(place, wanted[key][1], document, locate):
                continue
            seen[key] = place
    for key, place in seen.items():
        value, finding = wanted[key]
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
