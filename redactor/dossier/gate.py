"""What holds a release back: each reason with the places of its cure (DESIGN, invariant 4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from redactor.dossier.dossier import Dossier
from redactor.dossier.records import AreaRow, DocumentRow, State, Verdict
from redactor.law.decisions import Decision
from redactor.law.profile import Profile


class Reason(StrEnum):
    """Why a dossier should not go out as it stands."""

    NOT_ANALYSED = "not_analysed"
    FAILED = "failed"
    """The document could not be read at all."""
    UNREAD = "unread"
    """A part of it could not."""
    UNDECIDED = "undecided"
    SIGNAL = "signal"
    """A sentence that nobody has judged."""
    NO_GROUND = "no_ground"
    """It goes, and no ground in law is stated."""
    UNSEEN = "unseen"
    """Pages that nobody has looked at."""
    RETURNED = "returned"
    """The second reader returned it, and it was not decided again."""
    NOT_CONFIRMED = "not_confirmed"
    """The profile asks for a second reader, who has not signed the dossier as it stands."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A reason, and where to go to cure it."""

    reason: Reason
    document: str = ""
    mentions: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    """Of unread parts: where they are."""

    @property
    def count(self) -> int:
        if self.reason is Reason.UNREAD:
            return len(self.places)
        return len(self.mentions) + len(self.areas) + len(self.pages) or 1


def holds(dossier: Dossier) -> list[Hold]:
    """Every reason to hold a release, by document; none when it may go out."""
    found = [
        hold
        for row in dossier.documents()
        if not row.excluded
        for hold in _of_document(dossier, row)
    ]
    if dossier.profile.options.second_reader and not _confirmed(dossier):
        found.append(Hold(Reason.NOT_CONFIRMED))
    return found


def _of_document(dossier: Dossier, row: DocumentRow) -> Iterator[Hold]:
    if row.state in (State.TO_ANALYSE, State.ANALYSING):
        yield Hold(Reason.NOT_ANALYSED, row.id)
        return
    if row.state is State.FAILED:
        yield Hold(Reason.FAILED, row.id)
        return
    removed = {each.page for each in dossier.removed_pages(row.id)}
    unread = [each for each in dossier.unread(row.id) if each.page not in removed]
    if unread:
        pages = tuple(sorted({each.page for each in unread if each.page}))
        places = tuple(each.where for each in unread)
        yield Hold(Reason.UNREAD, row.id, pages=pages, places=places)
    yield from _of_mentions(dossier, row, removed)
    if dossier.profile.options.pages_seen and row.pages:
        unseen = set(range(1, row.pages + 1)) - dossier.proceedings.seen(row.id) - removed
        if unseen:
            yield Hold(Reason.UNSEEN, row.id, pages=tuple(sorted(unseen)))


def _of_mentions(dossier: Dossier, row: DocumentRow, removed: set[int]) -> Iterator[Hold]:
    readings = dossier.readings()
    undecided: list[str] = []
    signals: list[str] = []
    groundless: list[str] = []
    returned: list[str] = []
    for each in dossier.mentions(row.id):
        if each.mention.page in removed:
            continue
        stands = dossier.effective(each)
        if stands.undecided:
            (signals if each.mention.is_signal else undecided).append(each.id)
        elif stands.occulted and not stands.ground:
            groundless.append(each.id)
        reading = readings.get(each.id)
        if reading is not None and reading.verdict is Verdict.RETURNED:
            answered = stands.ruling is not None and stands.ruling.at > reading.at
            returned += [] if answered else [each.id]
    areas = [each for each in dossier.areas(row.id) if each.page not in removed]
    waiting = tuple(each.id for each in areas if not each.ruling.decided)
    bare = tuple(each.id for each in areas if _bare(each, dossier.profile))
    if undecided or waiting:
        yield Hold(Reason.UNDECIDED, row.id, tuple(undecided), waiting)
    if signals:
        yield Hold(Reason.SIGNAL, row.id, tuple(signals))
    if groundless or bare:
        yield Hold(Reason.NO_GROUND, row.id, tuple(groundless), bare)
    if returned:
        yield Hold(Reason.RETURNED, row.id, tuple(returned))


def _bare(area: AreaRow, profile: Profile) -> bool:
    goes = area.ruling.decision in (Decision.OCCULT, Decision.DISJOIN)
    row = profile.rows.get(area.category.value)
    return goes and not area.ruling.ground and not (row and row.ground)


def _confirmed(dossier: Dossier) -> bool:
    """Whether someone who decided nothing has signed the dossier as it stands."""
    word = dossier.proceedings.signed_off()
    return word is not None and word.by not in dossier.deciders()
