"""What is said of places: pages seen and disjoined, passages, areas, flags, second readings."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from redactor.dossier.records import AreaRow, FlagRow, ReadingRow, Verdict
from redactor.formats.base import Box
from redactor.law.categories import Category
from redactor.problem import Problem
from redactor.text.flow import Span

if TYPE_CHECKING:
    from redactor.ui.desk import Desk


class PlaceDesk(QObject):
    """Works on the dossier that the desk holds; every action is one step that undo takes back."""

    pages_changed = Signal(str)
    """A document of which pages were disjoined or taken back."""
    areas_changed = Signal(str)
    """A document of which rectangles came, went or changed."""
    marks_changed = Signal()
    """Flags or second readings changed."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._seen: dict[str, set[int]] = {}

    # --- pages ----------------------------------------------------------------------------

    def see(self, document: str, page: int) -> None:
        """A person has looked at a page."""
        seen = self.seen(document)
        dossier = self._desk.dossier
        if dossier is None or page in seen or self._desk.frozen or page < 1:
            return
        seen.add(page)
        try:
            dossier.proceedings.see(document, [page], by=dossier.person)
        except Problem as problem:
            self._desk.failed.emit(problem)
        self.tell_unseen(document)

    def seen(self, document: str) -> set[int]:
        """The pages of a document that someone has looked at."""
        if document not in self._seen and self._desk.dossier is not None:
            self._seen[document] = set(self._desk.dossier.proceedings.seen(document))
        return self._seen.setdefault(document, set())

    def tell_unseen(self, document: str) -> None:
        """How many pages nobody has looked at."""
        row = self._desk.documents.get(document)
        if row is not None and row.pages:
            unseen = row.pages - len(self.seen(document))
            self._desk.documents.change(document, unseen=max(unseen, 0))

    def next_unseen(self, document: str, page: int) -> tuple[str, int] | None:
        """The next page that nobody has looked at, after this one, going round the dossier."""
        rows = [row for row in self._desk.documents.rows if row.pages and not row.excluded]
        at = next((n for n, row in enumerate(rows) if row.id == document), 0)
        for row in [*rows[at:], *rows[:at]]:
            out = self.removed(row.id)
            first = page + 1 if row.id == document else 1
            for number in range(first, (row.pages or 0) + 1):
                if number not in self.seen(row.id) and number not in out:
                    return row.id, number
        for number in range(1, page):
            if number not in self.seen(document) and number not in self.removed(document):
                return document, number
        return None

    def removed(self, document: str) -> dict[int, str]:
        """The pages that are disjoined, with their ground."""
        dossier = self._desk.dossier
        if dossier is None or not document.startswith("d"):
            return {}
        return {row.page: row.ground for row in dossier.removed_pages(document)}

    def remove_page(self, document: str, page: int, ground: str, note: str = "") -> None:
        """Disjoin a page."""
        dossier = self._desk.dossier
        if dossier and self._try(partial(dossier.remove_page, document, page, ground, note=note)):
            self.pages_changed.emit(document)

    def restore_page(self, document: str, page: int) -> None:
        """A page is in scope again."""
        dossier = self._desk.dossier
        if dossier and self._try(partial(dossier.restore_page, document, page)):
            self.pages_changed.emit(document)

    def disjoin(self, document: str, spans: Sequence[Span], ground: str, note: str = "") -> None:
        """Disjoin a passage."""
        dossier = self._desk.dossier
        ids: list[str] = []
        if dossier and self._try(
            lambda: ids.extend(dossier.add_passage(document, spans, ground, note=note))
        ):
            self._desk.listing.show_new(ids)

    # --- areas ----------------------------------------------------------------------------

    def add_area(self, document: str, page: int, box: Box, part: str = "") -> str:
        """Occult a rectangle of a page, or of a picture inside the document (`part`), on the
        profile's ground. Its id; empty where it could not be added."""
        dossier = self._desk.at_hand
        added: list[str] = []

        def add() -> None:
            ground = dossier.default_of(Category.IMAGE).ground
            added.append(dossier.add_area(document, page, box, part=part, ground=ground).id)

        if self._try(add):
            self.areas_changed.emit(document)
            self._desk.said.emit(self.tr("Zone ajoutée et occultée (Ctrl+Z pour annuler)"))
        return added[0] if added else ""

    def waiting(self, document: str) -> list[AreaRow]:
        """The suggested areas of a document that nobody has judged, page by page."""
        dossier = self._desk.dossier
        if dossier is None or not self._desk.listing.holds(document):
            return []
        return dossier.suggestions(document)

    def waiting_in_all(self) -> int:
        """How many suggested areas wait in the dossier."""
        dossier = self._desk.dossier
        return 0 if dossier is None else len(dossier.suggestions())

    def judge(self, document: str, areas: Sequence[str], *, occult: bool) -> None:
        """Occult what suggestions cover, or turn them down, as one step."""
        dossier = self._desk.dossier
        if dossier and self._try(partial(dossier.judge_suggestions, areas, occult=occult)):
            self.areas_changed.emit(document)

    def ground_of(self, area: AreaRow) -> str:
        """The ground on which an area goes, or would."""
        dossier = self._desk.dossier
        if area.ruling.ground or dossier is None:
            return area.ruling.ground
        return dossier.default_of(area.category).ground

    def areas(self, document: str) -> dict[str, AreaRow]:
        """The rectangles of a document, by id."""
        dossier = self._desk.dossier
        if dossier is None or not self._desk.listing.holds(document):
            return {}
        return {row.id: row for row in dossier.areas(document)}

    def change_area(self, document: str, area: str, **changes: Any) -> None:
        """Move, size or decide a rectangle."""
        dossier = self._desk.dossier
        if dossier and self._try(partial(dossier.change_area, area, **changes)):
            self.areas_changed.emit(document)

    def remove_area(self, document: str, area: str) -> None:
        """Take a rectangle away."""
        dossier = self._desk.dossier
        if dossier and self._try(partial(dossier.remove_area, area)):
            self.areas_changed.emit(document)

    # --- flags ----------------------------------------------------------------------------

    def flags(self) -> list[FlagRow]:
        """What was marked to come back to, in the order of the documents."""
        dossier = self._desk.dossier
        return [] if dossier is None else dossier.flags()

    def flag(self, document: str, note: str, *, mention: str = "", page: int | None = None) -> None:
        """Mark a mention or a page to come back to."""
        dossier = self._desk.dossier
        if dossier and self._try(partial(dossier.flag, document, note, mention=mention, page=page)):
            self.marks_changed.emit()

    def unflag(self, flag: str) -> None:
        """The flag is dealt with."""
        dossier = self._desk.dossier
        if dossier and self._try(partial(dossier.unflag, flag)):
            self.marks_changed.emit()

    # --- the second reader ----------------------------------------------------------------

    def readings(self) -> dict[str, ReadingRow]:
        """Mention → what the second reader says of it."""
        dossier = self._desk.dossier
        return {} if dossier is None else dossier.readings()

    def read(self, ids: Sequence[str], verdict: Verdict, note: str = "") -> None:
        """The second reader confirms decisions, or returns them with a note."""
        dossier = self._desk.dossier
        if dossier and self._try(partial(dossier.read, ids, verdict, note=note)):
            self.marks_changed.emit()

    def sign_off(self, note: str) -> None:
        """The dossier may go out as it stands, says who is at the desk."""
        dossier = self._desk.dossier
        if dossier and self._try(lambda: dossier.proceedings.sign_off(dossier.person, note)):
            self.marks_changed.emit()

    def follow(self, tables: set[str]) -> None:
        """A step was taken back or made again."""
        for row in self._desk.documents.rows:
            if "removed_page" in tables:
                self.pages_changed.emit(row.id)
            if "area" in tables:
                self.areas_changed.emit(row.id)
        if tables & {"flag", "reading"}:
            self.marks_changed.emit()

    def forget(self) -> None:
        """Another dossier is opened."""
        self._seen.clear()

    def _try(self, action: Callable[[], object]) -> bool:
        done = self._desk.attempt(action)
        if done:
            self._desk.history_changed.emit()
        return done
