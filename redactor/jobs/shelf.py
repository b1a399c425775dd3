"""The review dossiers of a batch: what waits for a person, forty documents a dossier."""

from collections.abc import Sequence
from pathlib import Path

from redactor.detect.document import Context
from redactor.dossier import Dossier
from redactor.dossier.errors import DossierExists
from redactor.jobs.analyse import Analysis, Batch, Opened
from redactor.law.profile import Profile

#: What a person reviews at one sitting, and the window opens without a wait.
MOST = 40
FOLDER = "a-relire"
_CHUNK = 2000


class Shelf:
    """Puts documents into dossiers. Used under its owner's lock."""

    def __init__(self, folder: Path, title: str, profile: str, context: Context) -> None:
        self._folder = folder
        self._title = title
        self._profile = profile
        self._context = context
        self._open: tuple[str, Dossier] | None = None
        there = (folder / FOLDER).glob("*.redactor")
        self._last = max((int(path.stem) for path in there if path.stem.isdigit()), default=0)

    def place(self, earlier: str = "") -> str:
        """The dossier for the next document: `earlier` if it was to go there already."""
        if earlier:
            return earlier
        if not self._last or len(self._dossier(_name(self._last)).documents()) >= MOST:
            self._last += 1
        return _name(self._last)

    def put(self, where: str, path: Path, parts: Sequence[object]) -> None:
        """Store what was read of a document, as the window would have."""
        dossier = self._dossier(where)
        opened, result = parts[0], parts[-1]
        assert isinstance(opened, Opened)
        assert isinstance(result, Analysis)
        row = dossier.add_document(path, sha256=opened.sha256)
        dossier.begin_analysis(row.id)
        for part in parts:
            if isinstance(part, Batch):
                dossier.append_analysis(row.id, part.flows, part.unread, suggested=part.suggested)
        mentions = result.mentions
        for start in range(0, max(len(mentions), 1), _CHUNK):
            dossier.append_analysis(row.id, mentions=mentions[start : start + _CHUNK], final=True)
        dossier.finish_analysis(row.id, opened.pages, result.warnings, opened.format)

    def close(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None

    def _dossier(self, where: str) -> Dossier:
        if self._open is not None and self._open[0] == where:
            return self._open[1]
        self.close()
        path = self._folder / where
        path.parent.mkdir(exist_ok=True)
        try:
            dossier = Dossier.create(path, f"{self._title} ({path.stem})", self._profile)
            dossier.set_info(
                requesters=self._context.requesters,
                interested=self._context.interested,
                always=self._context.always,
                never=self._context.never,
            )
        except DossierExists:
            dossier = Dossier.open(path)
        self._open = where, dossier
        return dossier


def profile_name(profile: Profile, given: str) -> str:
    """A profile as a dossier remembers it: a file by its whole path."""
    path = Path(given)
    return str(path.resolve()) if path.suffix == ".toml" else profile.name


def _name(number: int) -> str:
    return f"{FOLDER}/{number:03}.redactor"
