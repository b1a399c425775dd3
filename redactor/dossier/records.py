"""What a dossier holds, as plain values."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from redactor.boxes import Box as Box
from redactor.law.categories import Category
from redactor.law.decisions import Decision, Default
from redactor.law.mention import Mention
from redactor.law.profile import AS_PROFILE, Copies


class State(StrEnum):
    """Where a document stands in the work."""

    TO_ANALYSE = "to_analyse"
    ANALYSING = "analysing"
    TO_REVIEW = "to_review"
    REVIEWED = "reviewed"
    FAILED = "failed"
    RELEASED = "released"


class Original(StrEnum):
    """Whether the file that a document was read from is still the same."""

    SAME = "same"
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Info:
    """What a request is about."""

    title: str = ""
    reference: str = ""
    requesters: tuple[str, ...] = ()
    """The *demandeurs*: their own data stay for them."""
    interested: tuple[str, ...] = ()
    """The persons concerned (profile `interesse`)."""
    always: tuple[str, ...] = ()
    """Texts to look for and occult in every document."""
    never: tuple[str, ...] = ()
    """Texts not to propose: public figures, the administration's own names."""
    received: date | None = None
    deadline: date | None = None
    """Its own where set, else one month after reception: see `due`."""
    profile: str = "tiers"
    """The name of a profile, or the path of one's file."""
    changed_rows: Mapping[str, Decision] = field(default_factory=dict)
    """Rows on which this dossier departs from its profile."""
    changed_why: str = ""
    """Why it departs: the register carries it."""
    copies: Copies = AS_PROFILE
    """What it says itself of how its copies are written."""
    scope: str = ""

    @property
    def due(self) -> date | None:
        """When silence becomes an implied refusal: one month (CRPA R.*311-12, R.311-13)."""
        if self.deadline or self.received is None:
            return self.deadline
        return a_month_after(self.received)


def a_month_after(day: date) -> date:
    """The same day of the next month, or its last day where it is shorter."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the dossier. Its original stays where it is, known by its hash."""

    id: str
    path: Path
    name: str
    sha256: str
    size: int
    position: int
    format: str = ""
    pages: int | None = None
    state: State = State.TO_ANALYSE
    warnings: tuple[str, ...] = ()
    """Message keys."""
    error: str = ""
    """The message key of why it could not be read."""
    error_facts: Mapping[str, str | int] = field(default_factory=dict)
    removed: bool = False
    excluded: str = ""
    """The ground on which the whole document is out: out of scope, or not communicable."""
    excluded_note: str = ""
    ocr_again: bool = False
    """Its scans are read from their pixels, whatever text layer they have."""
    ocr_pages: frozenset[int] = frozenset()
    """Pages of which that is so, where it is not so of all."""
    proposer: str = ""
    """What read it last: see `redactor.versions.Proposer`. Empty before version 3 of the file."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person said of a mention or an area."""

    decision: Decision | None = None
    """None where only the ground was chosen."""
    ground: str = ""
    note: str = ""
    by: str = ""
    at: str = ""
    """UTC, ISO 8601."""

    @property
    def decided(self) -> bool:
        """Whether nothing is left to choose."""
        return self.decision not in (None, Decision.REVIEW)


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention in its document, as persons left it. `mention.id` is unique in the dossier."""

    mention: Mention
    document: str
    place: int
    """Which flow of its document it stands in, counted from the start: the reading order."""
    number: int
    """Unique in the dossier, grows in the order of addition."""
    added: bool = False
    """A person added it; no detector saw it."""
    edited: frozenset[str] = frozenset()
    """Fields of the mention that a person corrected: a later analysis leaves them."""
    gone: bool = False
    """A later analysis no longer saw it, and nobody had decided it."""

    @property
    def id(self) -> str:
        return self.mention.id


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A rectangle of a page whose content would go."""

    id: str
    document: str
    page: int
    box: Box
    category: Category = Category.IMAGE
    part: str = ""
    suggested: bool = False
    """Suggested by the program: nothing goes before a person said so."""
    ruling: Ruling = Ruling()
    kind: str = ""
    """Of a suggestion: ``handwritten_signature``, ``stamp``, ``photograph``, ``qr_code``,
    ``data_matrix``, ``machine_readable_zone``."""
    confidence: float = 1.0
    """Of a suggestion, 0 to 1."""
    why: str = ""
    """What a suggestion was told by, in French."""

    @property
    def waits(self) -> bool:
        """Whether it is a suggestion that nobody has judged."""
        return self.suggested and not self.ruling.decided

    @property
    def dismissed(self) -> bool:
        """Whether it is a suggestion that a person turned down."""
        return self.suggested and self.ruling.decision is Decision.KEEP


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rectangle that the program suggests, before the dossier knows it."""

    page: int
    box: Box
    category: Category
    kind: str
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class RemovedPageRow:
    """A page out of scope."""

    id: str
    document: str
    page: int
    ground: str
    note: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class FlagRow:
    """« Come back to this », with a note, on a mention or on a page."""

    id: str
    document: str
    note: str
    mention: str = ""
    page: int | None = None
    by: str = ""
    at: str = ""


class Verdict(StrEnum):
    """What a second reader says."""

    CONFIRMED = "confirmed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A second reader's word on a mention."""

    verdict: Verdict
    note: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """A person's word that the dossier may go out, as it stood then."""

    by: str
    at: str
    note: str
    step: int
    """The last step of the journal that it covers."""


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A release that was made of the dossier."""

    number: int
    at: str
    by: str
    folder: str
    profile: str
    note: str
    manifest: str
    step: int
    """The last step of the journal that it holds."""


@dataclass(frozen=True, slots=True)
class Effective:
    """What would be done with a mention now, and who says so."""

    decision: Decision
    ground: str
    default: Default
    ruling: Ruling | None = None

    @property
    def decided(self) -> bool:
        """Whether a person said so; otherwise the profile does."""
        return self.ruling is not None and self.ruling.decided

    @property
    def undecided(self) -> bool:
        """Whether a person still has to choose."""
        return self.decision is Decision.REVIEW

    @property
    def occulted(self) -> bool:
        return self.decision in (Decision.OCCULT, Decision.DISJOIN)


@dataclass(frozen=True, slots=True)
class StepRow:
    """One action of a person: what undo takes back at once."""

    number: int
    action: str
    """``decide``, ``change``, ``add``, ``area``, ``passage``, ``page``, ``exclude``, …"""
    count: int
    """How many records it touched."""
    by: str
    at: str
    facts: Mapping[str, str] = field(default_factory=dict)
    """What it did: ``decision``, ``ground``, … never document text."""


class Event(StrEnum):
    """What the journal says happened to a step."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A line of the journal, which only grows."""

    number: int
    event: Event
    step: StepRow
    by: str
    at: str
