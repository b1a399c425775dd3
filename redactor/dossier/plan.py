"""What is asked of a release, and what goes of each document: spans, areas and pages.

Plain values: the window builds plans of a dossier, the command builds them in memory
(`redactor.dossier.planning`), and both copies are made from the same plan (DESIGN, invariants
3 and 4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from redactor.dossier.records import Box
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.law.profile import Profile
from redactor.text.flow import Channel, Flow, Span


class Origin(StrEnum):
    """Who or what says that a text goes."""

    REDACT = "redact"
    """``--redact TEXT``."""
    PERSON = "person"
    """A decision, in the window or in a file of decisions."""
    PROFILE = "profile"
    ACCEPT = "accept"
    """``--accept all``."""
    UNDECIDED = "undecided"
    """Nobody decided, and what is undecided goes."""


class Accept(StrEnum):
    """Which proposals are followed."""

    PROPOSED = "proposed"
    ALL = "all"
    NONE = "none"


class Undecided(StrEnum):
    """What becomes of mentions on which a person should choose."""

    OCCULT = "occult"
    KEEP = "keep"
    REFUSE = "refuse"


# --- what is asked ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A decision on a mention, known by its id or else by its span."""

    id: str
    decision: Decision
    """`REVIEW` says nothing: the profile applies."""
    ground: str = ""
    note: str = ""
    span: Span | None = None
    text: str = ""
    """What the span is thought to hold; a decision on other characters is not applied."""
    category: Category = Category.CUSTOM
    by: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class ToldPassage:
    """A passage disjoined."""

    span: Span
    ground: str = ""
    note: str = ""
    id: str = ""
    by: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class ToldArea:
    """A rectangle whose content goes."""

    page: int
    box: Box
    ground: str = ""
    note: str = ""
    category: Category = Category.IMAGE
    part: str = ""
    id: str = ""
    by: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class ToldPage:
    """A page disjoined."""

    page: int
    ground: str = ""
    note: str = ""
    id: str = ""
    by: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Instructions:
    """What was decided of one document, beside the profile."""

    mentions: tuple[Told, ...] = ()
    passages: tuple[ToldPassage, ...] = ()
    areas: tuple[ToldArea, ...] = ()
    pages: tuple[ToldPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """A document as planning sees it."""

    document: str
    """Any id of the caller's."""
    flows: Sequence[Flow]
    mentions: Sequence[Mention]
    instructions: Instructions = Instructions()


@dataclass(frozen=True, slots=True)
class Choices:
    """How to decide, beside the instructions of each document.

    Precedence: `redact`, then the instructions, then `keep`, then `profile` as `accept` says.
    """

    profile: Profile
    accept: Accept = Accept.PROPOSED
    undecided: Undecided = Undecided.OCCULT
    redact: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


# --- what goes -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PlannedOccultation:
    """Characters that go. Those of one document never overlap."""

    id: str
    span: Span
    text: str
    category: Category
    ground: str
    """Every ground that applies, ``L.311-6 1°, L.311-6 3°``; empty where none was given."""
    channel: Channel
    page: int | None
    label: str
    """What the reader meets in its place: ``[nom]``; empty for a plain box."""
    note: str
    """What the audit copy says: category and ground."""
    origin: Origin
    by: str = ""
    """Who decided, and when, where a person did."""
    when: str = ""
    merged: tuple[str, ...] = ()
    """The ids of all that overlapped and became this one, its own among them."""
    detector: str = ""
    """What proposed it; empty where nothing did."""


@dataclass(frozen=True, slots=True)
class PlannedArea:
    """A rectangle whose content goes."""

    id: str
    page: int
    box: Box
    category: Category
    ground: str
    label: str
    note: str
    part: str = ""
    by: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page out of scope; `notice` stands in its place."""

    id: str
    page: int
    ground: str
    notice: str
    note: str
    by: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPlan:
    """What goes of one document."""

    document: str
    occultations: tuple[PlannedOccultation, ...] = ()
    """In the order of the flows, then of the characters."""
    areas: tuple[PlannedArea, ...] = ()
    removed_pages: tuple[PlannedPage, ...] = ()
    absorbed: tuple[PlannedOccultation, ...] = ()
    """Those that stand on a removed page, which takes them with it."""
    undecided: tuple[str, ...] = ()
    """Ids of mentions on which a person should still choose, signals included."""
    unplaced: tuple[str, ...] = ()
    """Ids of decisions whose characters are not where they should be: not applied."""


@dataclass(frozen=True, slots=True)
class Planned:
    """The plans of a release."""

    documents: tuple[DocumentPlan, ...]
    not_found: tuple[str, ...] = ()
    """`redact` texts found in no flow of any document."""
    refused: bool = False
    """Something is undecided, and the caller asked to refuse then."""


def options(profile: Profile) -> Mapping[str, str]:
    """A profile's choices as formats know them (`redactor.formats.base.Plan.options`)."""
    options = profile.options
    chosen = {
        "mark": options.mark.value,
        "colour": options.colour.value,
        "tracked_changes": options.changes.value,
        "unknown_parts": options.unknown_parts.value,
        "mail": options.mail.value,
    }
    if "attachment" not in options.dropped:
        chosen["keep_attachments"] = "yes"
    if "comment" in options.dropped:
        chosen["comments"] = "remove"
    if "metadata" in options.dropped:
        chosen["properties"] = "drop"
    if options.ground_comments:
        chosen["audit_notes"] = "comments"
    return chosen
