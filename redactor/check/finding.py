"""Findings: what the checker reports of a received file. The values are part of the JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from redactor.formats.base import Box
from redactor.text.flow import Channel, Flow, Unread


class Kind(StrEnum):
    """What was found (DESIGN, « The command »)."""

    COVERED_TEXT = "covered-text"
    SEE_THROUGH_COVER = "see-through-cover"
    UNAPPLIED_REDACTION = "unapplied-redaction"
    HIDDEN_TEXT = "hidden-text"
    OFF_PAGE_TEXT = "off-page-text"
    COVERED_IMAGE = "covered-image"
    LAYER = "layer"
    STRUCTURE_TEXT = "structure-text"
    ANNOTATION = "annotation"
    FORM_VALUE = "form-value"
    ATTACHMENT = "attachment"
    BOOKMARK = "bookmark"
    LINK = "link"
    METADATA = "metadata"
    REVISION = "revision"
    ORPHAN_TEXT = "orphan-text"
    COMMENT = "comment"
    TRACKED_CHANGE = "tracked-change"
    HIDDEN_RUN = "hidden-run"
    HIGHLIGHT_ONLY = "highlight-only"
    INCONSISTENT = "inconsistent"
    PARTIAL_MASK = "partial-mask"
    GAP_WIDTH = "gap-width"
    OVER_REDACTION = "over-redaction"
    RESIDUAL = "residual"
    UNREAD = "unread"


class Severity(StrEnum):
    """How bad it is if it is so. How sure it is, is the certainty's business."""

    INFO = "info"
    WARNING = "warning"
    LEAK = "leak"


#: Worst first.
SEVERITIES = (Severity.LEAK, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Spot:
    """Another place that a finding speaks of: where the masked value stands in clear."""

    document: str
    """The other document's path; empty for the same document."""
    page: int | None
    box: Box | None
    channel: Channel
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know of a file."""

    kind: Kind
    severity: Severity
    certainty: float
    """0 to 1: how sure it is that this is what it says."""
    message: str
    """A key of `redactor.messages`, mostly below ``finding.``."""
    page: int | None = None
    """1-based."""
    box: Box | None = None
    channel: Channel = Channel.BODY
    text: str = ""
    """What it reveals. Interfaces hide it until one chooses to see it."""
    place: str = ""
    """Where it stands, for the reader: a part's name, a property, a field."""
    facts: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)
    """What the message's sentence asks for. Never document text."""
    also: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Hole:
    """A box in a line of text under which nothing is left: what stood there had its width."""

    page: int
    """1-based."""
    box: Box
    width: float
    """Points between the words beside it, blanks taken off; the box's where it stands alone."""
    exact: bool
    """Whether words stand on both sides, so that the width is the hidden text's own."""
    size: float
    """Points, of the words beside it."""
    font: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a file gave."""

    path: str
    findings: tuple[Finding, ...] = ()
    flows: tuple[Flow, ...] = field(default=(), repr=False)
    """Its text, for judging the consistency of a batch. Not part of what is reported."""
    holes: tuple[Hole, ...] = field(default=(), repr=False)
    """Where its pages hide something, for the same."""
    released: bool = False
    """Whether it is a copy that Redactor released for this person."""

    @property
    def unread(self) -> tuple[Finding, ...]:
        """What could not be read. It stands among the findings: a verdict never says clean
        of what nobody saw."""
        return tuple(finding for finding in self.findings if finding.kind is Kind.UNREAD)

    @property
    def clean(self) -> bool:
        """Nothing found and nothing unread."""
        return not self.findings


def unread_finding(unread: Unread) -> Finding:
    """What could not be read, as a finding."""
    return Finding(Kind.UNREAD, Severity.WARNING, 1.0, unread.why, unread.page, place=unread.where)


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Worst first, then by page and place; each finding once."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Finding] = []
    for finding in findings:
        key = (finding.kind, finding.page, finding.box, finding.text, finding.place)
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    kept.sort(
        key=lambda f: (
            SEVERITIES.index(f.severity),
            f.page if f.page is not None else 1 << 30,
            f.box[1] if f.box else 0.0,
            f.box[0] if f.box else 0.0,
        )
    )
    return tuple(kept)
