"""The desk: the open dossier, what is decided in it, and what the window must redraw.

It holds no widget. Every decision is committed before the list shows it; every bulk action is
one step, which undo takes back.
"""

import getpass
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from redactor.detect.context import Context
from redactor.dossier import Dossier
from redactor.dossier.records import MentionRow, Original, StepRow
from redactor.formats.base import Box
from redactor.jobs.analyse import Analysis, Batch
from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision, Default
from redactor.law.mention import Mention
from redactor.problem import Problem
from redactor.text.flow import Flow, Span, Unread
from redactor.text.fold import Finder
from redactor.ui.background import Background
from redactor.ui.document_model import DocumentModel, DocumentRow, Stage
from redactor.ui.feed import Feed
from redactor.ui.file_desk import FileDesk
from redactor.ui.geometry import moved_by_word
from redactor.ui.intake import Intake, Reading
from redactor.ui.linking import Entities, Linking
from redactor.ui.opening import READ, Content, Loaded, content_of, load, originals
from redactor.ui.place_desk import PlaceDesk
from redactor.ui.review import Item, Review
from redactor.ui.words import say, state_name

# Characters of the sentence kept on each side of a mention.
CONTEXT = 90
# Mentions turned into items at once.
CHUNK = 200
# Milliseconds between two listings while documents are read, at least.
LISTING = 250
SUFFIX = ".redactor"

Found = list[tuple[str, Span]]
"""Occurrences of a text: document and span."""


class Desk(QObject):
    """What the window asks for, and what it is told."""

    mentions_listed = Signal()
    """Mentions came or went; at most a few times a second."""
    mentions_changed = Signal(object)
    """A tuple of ids: their decision, ground, category or role."""
    document_ready = Signal(str)
    """A document was opened and has an id."""
    flows_read = Signal(str, object)
    areas_changed = Signal(str)
    history_changed = Signal()
    opening = Signal(bool)
    """Whether a dossier is being opened."""
    opened = Signal()
    """A dossier is open, or none is any more."""
    return_to = Signal(str)
    """The mention at which one was."""
    said = Signal(str)
    failed = Signal(object)
    """A `Problem` that a person must be told of."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder`: where new dossiers are kept."""
        super().__init__(parent)
        self._folder = folder
        self.dossier: Dossier | None = None
        self.review = Review()
        self.documents = DocumentModel(self)
        self.feed = Feed(self)
        self.background = Background(self)
        self.intake = Intake(self.documents, self.feed, self)
        self.passwords: dict[str, str] = {}
        self._flows: dict[str, dict[str, Flow]] = {}
        self._by_number: dict[int, str] = {}
        self._positions: dict[str, int] = {}
        self._gather = False
        self.person = _person()
        self.files = FileDesk(self)
        self.places = PlaceDesk(self)
        self.linking = Linking(self.intake.job)
        self.frozen = False
        """While a release is prepared from it, the dossier is only read."""
        self.is_opening = False
        self._later: list[Path] = []
        """Files given while a dossier was being opened."""
        self._listed = QTimer(self)
        self._listed.setSingleShot(True)
        self._listed.setInterval(LISTING)
        self._listed.timeout.connect(self._tell_listed)
        self.intake.opened.connect(self._opened)
        self.intake.batch.connect(self._batch)
        self.intake.mentions.connect(self._final_mentions)
        self.intake.finished.connect(self._finished)
        self.intake.failed.connect(self._could_not_read)
        self.intake.idle.connect(self._all_read)

    def close(self) -> None:
        """Let go of the dossier and end the processes."""
        self.feed.clear()
        self.intake.close()
        self.background.wait()
        if self.dossier is not None:
            self.dossier.close()
            self.dossier = None

    @property
    def waiting_to_list(self) -> bool:
        """Whether `mentions_listed` is about to be told."""
        return self._listed.isActive()

    # --- files ----------------------------------------------------------------------------

    def open_files(self, paths: Iterable[Path]) -> None:
        """Add files to the dossier, in a new one if none is open; open a dossier by its file."""
        files = []
        for path in paths:
            if path.suffix == SUFFIX and path.is_file():
                self.open_dossier(path)
            elif path.is_dir():
                files += sorted(each for each in path.iterdir() if each.is_file())
            else:
                files.append(path)
        if files and self.is_opening:
            self._later += files
        elif files:
            self.intake.context = self.context()
            self._ensure_dossier()
            self.intake.add(files)

    def open_dossier(self, path: Path) -> None:
        """Open a dossier where one left it. What was cut short is read again."""
        if self.dossier is not None and self.dossier.path == path.resolve():
            return
        self.close_dossier()
        self.is_opening = True
        self.opening.emit(True)
        self.background.run(partial(load, path.resolve()), self._loaded)

    def _loaded(self, loaded: Loaded | Problem) -> None:
        self.is_opening = False
        self.opening.emit(False)
        if isinstance(loaded, Problem):
            self._later.clear()
            self.failed.emit(loaded)
            return
        self.use(loaded.dossier)
        for row in loaded.documents:
            self._restore(row.id, loaded.contents.get(row.id))
        if mention := self.left():
            self.feed.add(partial(self.return_to.emit, mention))
        self.history_changed.emit()
        later, self._later = self._later, []
        if later:
            self.open_files(later)
        self.look_at_originals()

    def look_at_originals(self) -> None:
        """Notice originals that moved or changed."""
        if self.dossier is None:
            return
        dossier = self.dossier
        rows = [row for row in dossier.documents() if row.state in READ]

        def told(found: dict[str, Original]) -> None:
            if dossier is self.dossier:
                for document, state in found.items():
                    self.documents.change(document, original=state)

        self.background.run(partial(originals, rows), told)

    def leave(self, mention: str) -> None:
        """Remember where one is, so that the dossier opens there again."""
        if self.dossier is not None and not self.frozen and mention:
            with suppress(Problem):
                self.dossier.proceedings.leave("mention", mention)

    def left(self) -> str:
        """The mention at which one was when the dossier was put away; empty for none."""
        return "" if self.dossier is None else self.dossier.proceedings.left("mention")

    def close_dossier(self) -> None:
        """Put the dossier away; the next file begins another. It stays on the disk."""
        self.intake.clear()
        self.feed.clear()
        if self.dossier is not None:
            self.dossier.close()
            self.dossier = None
        self._empty()
        self._tell_listed()
        self.history_changed.emit()
        self.opened.emit()

    def _empty(self) -> None:
        for row in list(self.documents.rows):
            self.documents.remove(row.id)
        self.review.clear()
        self._by_number.clear()
        self._flows.clear()
        self._positions.clear()
        self.places.forget()
        self.linking.forget()

    def unlock(self, document: str, password: str) -> None:
        """Try a password on a file that needs one."""
        row = self.documents.get(document)
        if row is not None:
            self.passwords[row.path] = password
            self.intake.again(row, password)

    def remove(self, document: str) -> None:
        """Take a document out of the dossier; undo brings it back."""
        self.intake.forget(document)
        if self.dossier is not None and document in self._flows:
            self.dossier.remove_document(document)
            self.history_changed.emit()
        self._forget(document)

    def _forget(self, document: str) -> None:
        self.documents.remove(document)
        self.forget_content(document)

    def forget_content(self, document: str) -> None:
        """What was read of a document is to be read again."""
        gone = [item.id for item in self.review.items.values() if item.document == document]
        self.review.drop(gone)
        self._flows.pop(document, None)
        self._tell_listed()

    def follow_order(self) -> None:
        """The documents were put in another order."""
        assert self.dossier is not None
        rows = self.dossier.documents()
        self._positions.update((row.id, row.position) for row in rows)
        self.documents.arrange([row.id for row in rows])
        every = self.dossier.mentions()
        for start in range(0, len(every), CHUNK):
            self.feed.add(partial(self._put, every[start : start + CHUNK]))
        self.feed.add(self._tell_listed)
        self.history_changed.emit()

    def _ensure_dossier(self) -> Dossier:
        if self.dossier is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            stem = datetime.now().astimezone().strftime("%Y-%m-%d %Hh%M")
            self.use(Dossier.create(free_path(self._folder / f"{stem}{SUFFIX}")))
        assert self.dossier is not None
        return self.dossier

    def use(self, dossier: Dossier) -> None:
        if self.dossier is not None:
            self.dossier.close()
        self._empty()
        dossier.person = self.person
        self.dossier = dossier
        self.opened.emit()

    def _restore(self, document: str, content: Content | None = None) -> None:
        """Show a document of the dossier as it was left."""
        assert self.dossier is not None
        row = self.dossier.document(document)
        listed = DocumentRow(
            document, row.name, str(row.path), pages=row.pages, excluded=row.excluded
        )
        self.documents.add(listed)
        self._positions[document] = row.position
        if row.state not in READ:
            self.intake.context = self.context()
            self.intake.again(listed)
            return
        content = content or content_of(self.dossier, document)
        self._flows[document] = content.flows
        unread = tuple(_say_unread(each) for each in content.unread)
        self.documents.change(document, stage=Stage.REVIEW, unread=unread)
        for start in range(0, len(content.rows), CHUNK):
            self.feed.add(partial(self._put, content.rows[start : start + CHUNK]))
        self.feed.add(self._tell_listed)
        self.document_ready.emit(document)

    def context(self) -> Context:
        """What the dossier knows before its documents are read."""
        if self.dossier is None:
            return Context()
        info = self.dossier.info
        return Context(info.requesters, info.interested, info.always, info.never)

    # --- what is read ---------------------------------------------------------------------

    def _opened(self, reading: Reading) -> None:
        dossier, opened = self.dossier, reading.opened
        if dossier is None or opened is None:
            return
        row = dossier.add_document(reading.path, sha256=opened.sha256)
        if row.id != reading.row and self.documents.get(row.id):
            # The same bytes under another name: listed once.
            self.documents.remove(reading.row)
        self.documents.change(reading.row, id=row.id, pages=opened.pages, stage=Stage.READING)
        reading.row = row.id
        if reading.password:
            self.passwords[str(reading.path)] = reading.password
        self._positions[row.id] = row.position
        self._flows[row.id] = {}
        dossier.begin_analysis(row.id)
        self.document_ready.emit(row.id)

    def _batch(self, reading: Reading, batch: Batch) -> None:
        if self.dossier is None or reading.row not in self._flows:
            return
        self._flows[reading.row].update((flow.id, flow) for flow in batch.flows)
        fresh = self.dossier.append_analysis(reading.row, batch.flows, batch.unread, batch.mentions)
        if batch.unread:
            reading.unread += [_say_unread(each) for each in batch.unread]
            self.documents.change(reading.row, unread=tuple(reading.unread))
        self._put([self.dossier.mention(mention) for mention in fresh])
        self.flows_read.emit(reading.row, batch.flows)
        if fresh:
            self._listed.start()

    def _final_mentions(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        if self.dossier is None or reading.row not in self._flows:
            return
        fresh = self.dossier.append_analysis(reading.row, mentions=mentions, final=True)
        self._put([self.dossier.mention(mention) for mention in fresh])
        self._listed.start()

    def _finished(self, reading: Reading, analysis: Analysis) -> None:
        if self.dossier is None or reading.row not in self._flows or reading.opened is None:
            return
        gone = self.dossier.finish_analysis(
            reading.row, reading.opened.pages, analysis.warnings, reading.opened.format
        )
        self.review.drop(gone)
        self.documents.change(reading.row, stage=Stage.REVIEW, progress=1.0)
        self._gather = True
        if self.intake.remaining <= 1 and len(self._flows) < 2:
            self._link()
        self._tell_listed()
        self.history_changed.emit()

    def _could_not_read(self, reading: Reading, problem: Problem) -> None:
        if self.dossier is not None and reading.opened is not None:
            self.dossier.fail(reading.row, problem.key, problem.facts)

    def _link(self) -> None:
        """Tell persons apart and together over all documents, apart from the window."""
        if self.dossier is None or not self.review.items:
            return
        items = list(self.review.items.values())

        def linked(entities: Entities) -> None:
            for start in range(0, len(items), CHUNK):
                part = {
                    item.id: entity
                    for item in items[start : start + CHUNK]
                    if (entity := _entity(item, entities)) and entity != item.mention.entity
                }
                if part:
                    self.feed.add(partial(self._regroup, part))

        self.linking.link(items, linked)

    def _all_read(self) -> None:
        """Look for the names of each document in the others, once all are read."""
        dossier = self.dossier
        rows = [] if dossier is None else [r for r in dossier.documents() if r.state in READ]
        if dossier is None or len(rows) < 2 or not self._gather:
            return
        self._gather = False
        stored = {row.id: (row.sha256, dossier.packed_flows(row.id)) for row in rows}

        def gathered(found: Mapping[str, tuple[Mention, ...]]) -> None:
            if dossier is not self.dossier:
                return
            for document, mentions in found.items():
                for start in range(0, len(mentions), CHUNK):
                    part = mentions[start : start + CHUNK]
                    self.feed.add(partial(self._gathered, document, part))
            self.feed.add(self._link)

        items = list(self.review.items.values())
        self.linking.gather(stored, items, self.context(), gathered)

    def _gathered(self, document: str, mentions: Sequence[Mention]) -> None:
        if self.dossier is None or document not in self._flows:
            return
        fresh = self.dossier.append_analysis(document, mentions=mentions)
        self._put([self.dossier.mention(mention) for mention in fresh])
        self._listed.start()

    def _regroup(self, entities: dict[str, str]) -> None:
        if self.dossier is None:
            return
        known = {key: value for key, value in entities.items() if key in self.review.items}
        changed = self.dossier.regroup(known)
        if changed:
            self._put([self.dossier.mention(mention) for mention in changed])
            self._listed.start()

    def _tell_listed(self) -> None:
        self._listed.stop()
        start = perf_counter()
        self._count()
        self.mentions_listed.emit()
        # Listing anew takes longer as a dossier grows: it must not fill the time of reading.
        self._listed.setInterval(max(LISTING, round(15_000 * (perf_counter() - start))))

    def _count(self) -> None:
        """How each document stands."""
        for row in self.documents.rows:
            tally = self.review.tally(row.id)
            self.documents.change(row.id, mentions=tally.total, undecided=tally.undecided)
            if row.stage is Stage.REVIEW:
                self.places.tell_unseen(row.id)

    # --- items ----------------------------------------------------------------------------

    def _put(self, rows: Iterable[MentionRow]) -> None:
        items = [self._item(row) for row in rows]
        for item, row in zip(items, rows, strict=True):
            self._by_number[row.number] = item.id
        self.review.put(items)

    def _item(self, row: MentionRow) -> Item:
        assert self.dossier is not None
        found = self.dossier.effective(row)
        mention = row.mention
        before = after = ""
        flow = self._flows.get(row.document, {}).get(mention.span.flow)
        if flow is not None:
            start, end = mention.span.start, mention.span.end
            before = _flat(flow.text[max(start - CONTEXT, 0) : start])
            after = _flat(flow.text[end : end + CONTEXT])
        return Item(
            mention,
            row.document,
            found.decision,
            found.decided,
            found.ground,
            (self._positions.get(row.document, 0), row.place, mention.span.start),
            before,
            after,
        )

    def flows(self, document: str) -> Sequence[Flow]:
        return tuple(self._flows.get(document, {}).values())

    def default_of(self, mention: str) -> Default:
        """What the profile says of a mention."""
        assert self.dossier is not None
        return self.dossier.effective(mention).default

    # --- decisions ------------------------------------------------------------------------

    def decide(self, ids: Sequence[str], decision: Decision) -> None:
        """Decide mentions, as one step. `REVIEW` takes decisions back."""
        dossier = self._ensure_dossier()
        said = None if decision is Decision.REVIEW else decision
        self._did(partial(dossier.decide, ids, said), ids)
        if len(ids) > 1:
            reach = self.review.reach(ids)
            self.said.emit(
                self.tr("{state} : %n mention(s) (Ctrl+Z pour annuler)", "", reach.mentions).format(
                    state=state_name(decision).capitalize()
                )
            )

    def set_ground(self, ids: Sequence[str], ground: str) -> None:
        self._did(partial(self._ensure_dossier().change, ids, ground=ground), ids)

    def set_category(self, ids: Sequence[str], category: Category) -> None:
        self._did(partial(self._ensure_dossier().change, ids, category=category), ids)

    def set_role(self, ids: Sequence[str], role: Role) -> None:
        self._did(partial(self._ensure_dossier().change, ids, role=role), ids)

    def move_end(self, mention: str, step: int, *, start: bool = False) -> None:
        """Move the end of a mention, or its start, by a word."""
        item = self.review.items.get(mention)
        if item is None:
            return
        span = item.mention.span
        flow = self._flows.get(item.document, {}).get(span.flow)
        if flow is None:
            return
        low, high = span.start, span.end
        if start:
            low = moved_by_word(flow.text, low, step)
        else:
            high = moved_by_word(flow.text, high, step)
        if low < high and (low, high) != (span.start, span.end):
            moved = Span(span.flow, low, high)
            self._did(partial(self._ensure_dossier().change, [mention], span=moved), [mention])

    def _did(self, action: Callable[[], StepRow | None], ids: Sequence[str]) -> None:
        if self.frozen:
            return
        try:
            step = action()
        except Problem as problem:
            self.failed.emit(problem)
            return
        if step is not None:
            self.refresh(ids)
            self.history_changed.emit()

    def refresh(self, ids: Iterable[str]) -> None:
        """Show what became of mentions: at once, or a slice at a time where they are many."""
        ids = tuple(ids)
        self._refresh_slice(ids[:CHUNK])
        rest = [ids[start : start + CHUNK] for start in range(CHUNK, len(ids), CHUNK)]
        self.feed.add(*(partial(self._refresh_slice, part) for part in rest))

    def _refresh_slice(self, ids: tuple[str, ...]) -> None:
        if self.dossier is None:
            return
        changed = []
        for mention in ids:
            row, old = self.dossier.mention(mention), self.review.items.get(mention)
            if old is not None and old.mention == row.mention:
                found = self.dossier.effective(row)
                changed.append(old.now(found.decision, found.decided, found.ground))
            else:
                changed.append(self._item(row))
                self._by_number[row.number] = mention
        self.review.put(changed)
        self._count()
        self.mentions_changed.emit(ids)

    # --- adding ---------------------------------------------------------------------------

    def add(self, document: str, spans: Iterable[Span], category: Category) -> list[str]:
        """Make mentions of spans and occult them, as one step. Gives their ids."""
        return self._add([(document, span) for span in spans], category)

    def _add(self, places: Found, category: Category) -> list[str]:
        dossier = self._ensure_dossier()
        mentions = []
        for document, span in places:
            flow = self._flows[document][span.flow]
            text = flow.text[span.start : span.end]
            mention = Mention(
                "",
                span,
                text,
                category,
                channel=flow.channel,
                page=flow.page,
                detector="person",
            )
            mentions.append((document, mention))
        try:
            ids = dossier.add_mentions(mentions)
        except Problem as problem:
            self.failed.emit(problem)
            return []
        self._put([dossier.mention(mention) for mention in ids])
        self._tell_listed()
        self.history_changed.emit()
        self.said.emit(self.tr("%n mention(s) ajoutée(s) et occultée(s)", "", len(ids)))
        return ids

    def show_new(self, ids: Sequence[str]) -> None:
        """Mentions were added: list them."""
        if self.dossier is not None:
            self._put([self.dossier.mention(mention) for mention in ids])
            self._tell_listed()
            self.history_changed.emit()

    def find(self, text: str, then: Callable[[Found], None]) -> None:
        """Look for a text in every flow of the dossier, apart from the window."""
        flows = [
            (document, flow)
            for document, each in self._flows.items()
            for flow in tuple(each.values())
        ]
        self.background.run(partial(_find, text, flows), then)

    def add_everywhere(
        self, text: str, category: Category, then: Callable[[list[str]], None]
    ) -> None:
        """Occult a text wherever it stands; what covers it already is not doubled."""

        def found(places: Found) -> None:
            if ids := self._add(places, category):
                then(ids)

        self.find(text, found)

    def add_area(self, document: str, page: int, box: Box) -> None:
        """Occult a rectangle of a page."""
        try:
            self._ensure_dossier().add_area(document, page, box)
        except Problem as problem:
            self.failed.emit(problem)
            return
        self.areas_changed.emit(document)
        self.history_changed.emit()
        self.said.emit(self.tr("Zone ajoutée et occultée (Ctrl+Z pour annuler)"))

    # --- undo -----------------------------------------------------------------------------

    def undo(self) -> None:
        if self.dossier is not None and not self.frozen:
            self._moved(self.dossier.undo(), self.tr("Annulé"))

    def redo(self) -> None:
        if self.dossier is not None and not self.frozen:
            self._moved(self.dossier.redo(), self.tr("Rétabli"))

    def _moved(self, step: StepRow | None, word: str) -> None:
        if step is None or self.dossier is None:
            return
        touched: set[int] = set()
        tables = set()
        for change in self.dossier.changes(step.number):
            tables.add(change.table)
            if change.table in ("mention", "ruling"):
                touched.update(change.keys)
        alive = {number: row.id for number, row in self.dossier.numbered(touched).items()}
        gone = [self._by_number[key] for key in touched if key not in alive]
        kept = [alive[key] for key in touched if key in alive]
        fresh = [mention for mention in kept if mention not in self.review.items]
        self.review.drop(gone)
        self.refresh([mention for mention in kept if mention not in fresh])
        if gone or fresh:
            self._put([self.dossier.mention(mention) for mention in fresh])
            self._tell_listed()
        if "document" in tables:
            self._resync_documents()
        if "info" in tables:
            self.refresh(tuple(self.review.items))
            self.opened.emit()
        self.places.follow(tables)
        if "area" in tables:
            for row in self.documents.rows:
                self.areas_changed.emit(row.id)
        self.history_changed.emit()
        self.said.emit(self.tr("{word} : %n élément(s)", "", step.count).format(word=word))

    def _resync_documents(self) -> None:
        assert self.dossier is not None
        alive = {row.id for row in self.dossier.documents()}
        for row in list(self.documents.rows):
            if row.id in self._flows and row.id not in alive:
                self._forget(row.id)
        for document in alive:
            if self.documents.get(document) is None:
                self._restore(document)
            self.documents.change(document, excluded=self.dossier.document(document).excluded)
        self.follow_order()


def _entity(item: Item, entities: Entities) -> str:
    mention = item.mention
    return entities.get((item.document, mention.category.value, mention.text), "")


def free_path(path: Path) -> Path:
    """The path, or the first « name (2) » that does not exist yet."""
    free, number = path, 2
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free


def _find(text: str, flows: Sequence[tuple[str, Flow]]) -> Found:
    finder = Finder({"": text})
    return [
        (document, Span(flow.id, start, end))
        for document, flow in flows
        for _, start, end in finder.find(flow.text)
    ]


def _flat(text: str) -> str:
    """Text on one line; a space at its ends stays, since it joins a mention to its sentence."""
    return " ".join(text.replace("\n", " ").split(" "))


def _say_unread(unread: Unread) -> str:
    return f"{unread.where} : {say(unread.why)}"


def _person() -> str:
    try:
        return getpass.getuser()
    except OSError:
        return ""
