"""A dossier's file in use: opening and closing it, what the request is, undo and the journal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from redactor.closing import Closing
from redactor.dossier import codec
from redactor.dossier.analysis import Analysis
from redactor.dossier.changes import Change
from redactor.dossier.errors import DossierDamaged
from redactor.dossier.history import History
from redactor.dossier.memory import Memory
from redactor.dossier.proceedings import Proceedings
from redactor.dossier.records import (
    Info,
    JournalEntry,
    State,
    StepRow,
)
from redactor.dossier.store import Store, apply
from redactor.law.categories import Category, Role, Trait
from redactor.law.decisions import Default
from redactor.law.profile import Profile, load


class Opened(Closing):
    """An open dossier: its file, its request, what was done in it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._memory = Memory()
        try:
            self._memory.load(store)
        except (ValueError, KeyError, TypeError) as error:
            raise DossierDamaged(path=str(store.path), what=str(error)) from error
        self._history = History(store, self._memory)
        self._analysis = Analysis(store, self._memory, self._history)
        self.proceedings = Proceedings(store, self._history)
        """Pages seen, sign-offs and releases."""
        self.person = ""
        self._profile: Profile | None = None
        self._defaults: dict[tuple[Category, Role, frozenset[Trait]], Default] = {}

    @classmethod
    def create(
        cls, path: Path, title: str = "", profile: str = "tiers", *, passphrase: str = ""
    ) -> Self:
        """A new dossier, protected where a passphrase is given. Raises DossierExists, and
        ProfileError for a wrong profile."""
        load(profile)
        store = Store.create(path, passphrase)
        info = codec.info_columns(Info(title=title, profile=profile))
        try:
            with store.transaction() as db:
                apply(db, Change("info", (1,), None, info))
            return cls(store)
        except BaseException:
            store.close()
            raise

    @classmethod
    def open(cls, path: Path, passphrase: str = "") -> Self:
        """An existing dossier, as its last commit left it. Raises DossierProtected where it
        needs a passphrase, WrongPassphrase."""
        store = Store.open(path, passphrase)
        try:
            return cls(store)
        except BaseException:
            store.close()
            raise

    def copy(self, path: Path) -> None:
        """Write the dossier as it stands to another file. Raises DossierNotSaved."""
        self._store.copy(path)

    def close(self) -> None:
        """Let go of the file. Closing twice is fine."""
        self._store.close()

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def protected(self) -> bool:
        """Whether a passphrase protects the file."""
        return self._store.protected

    @property
    def recognised(self) -> Path | None:
        """The folder of what was recognised in scans, beside the file: it holds document text,
        so that no page is read twice, and it is purged with it. None for a protected dossier,
        which leaves no text beside it."""
        if self.protected:
            return None
        return self.path.with_name(f"{self.path.name}-ocr")

    @property
    def info(self) -> Info:
        return self._memory.info

    def set_info(self, *, by: str = "", **changes: Any) -> StepRow | None:
        """Change fields of `Info`. A profile is loaded first: a wrong one raises ProfileError."""
        after = replace(self.info, **changes)
        profile = _profile_of(after)
        step = self._do("info", self._info_changes(after), by, {"fields": ", ".join(changes)})
        self._use(profile)
        return step

    @property
    def profile(self) -> Profile:
        """The dossier's profile, with the rows on which the dossier departs from it."""
        if self._profile is None:
            self._use(_profile_of(self.info))
        assert self._profile is not None
        return self._profile

    def undo(self, *, by: str = "") -> StepRow | None:
        """Take the last step back; what it was, None where there is none."""
        return self._moved(self._history.undo(by or self.person))

    def redo(self, *, by: str = "") -> StepRow | None:
        """Make again the last step taken back; what it was, None where there is none."""
        return self._moved(self._history.redo(by or self.person))

    def can_undo(self) -> StepRow | None:
        """What `undo` would take back."""
        return self._history.can_undo()

    def can_redo(self) -> StepRow | None:
        """What `redo` would make again."""
        return self._history.can_redo()

    def journal(self, limit: int | None = None) -> list[JournalEntry]:
        """Who did, undid and redid what, and when; the latest first."""
        return self._history.entries(limit)

    def changes(self, step: int) -> tuple[Change, ...]:
        """What a step of the journal changed, before and after."""
        return self._history.changes(step)

    def _do(
        self,
        action: str,
        changes: Sequence[Change],
        by: str = "",
        facts: Mapping[str, str] | None = None,
    ) -> StepRow | None:
        changes = [*changes, *self._reopened(changes)]
        return self._history.do(action, changes, by or self.person, facts or {})

    def _reopened(self, changes: Sequence[Change]) -> Sequence[Change]:
        """A released document of which something is decided anew is to be reviewed again; undo
        takes that back too."""
        documents = self._memory.documents.records
        released = {key for key, row in documents.items() if row.state is State.RELEASED}
        if not released:
            return ()
        touched: set[int] = set()
        for change in changes:
            if change.table in _DECIDED:
                touched |= {self._memory.home(change, key) for key in change.keys}
        before, after = ({"state": each.value} for each in (State.RELEASED, State.TO_REVIEW))
        keys = tuple(sorted(touched & released))
        return [Change("document", keys, before, after)] if keys else ()

    def _moved(self, step: StepRow | None) -> StepRow | None:
        self._profile = None
        return step

    def _use(self, profile: Profile) -> None:
        self._profile = profile
        self._defaults.clear()

    def _info_changes(self, after: Info) -> list[Change]:
        before, new = codec.info_columns(self.info), codec.info_columns(after)
        names = [name for name in new if new[name] != before[name]]
        if not names:
            return []
        return [
            Change(
                "info",
                (1,),
                {name: before[name] for name in names},
                {name: new[name] for name in names},
            )
        ]


_DECIDED = frozenset({"mention", "ruling", "area", "removed_page"})


def _profile_of(info: Info) -> Profile:
    profile = load(info.profile).given(info.copies)
    return profile.changed(info.changed_rows) if info.changed_rows else profile
