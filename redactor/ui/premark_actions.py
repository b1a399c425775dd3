"""What the authors of documents had marked, offered as decisions in one action."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox

from redactor.dossier.records import Box
from redactor.formats.base import Premarked
from redactor.jobs.premarks import FindMarks, Marked, Marks, service
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.problem import Problem
from redactor.ui.ask import Question, code_of
from redactor.ui.combo import Combo
from redactor.ui.document_model import Stage
from redactor.ui.workers import Calls, Job

if TYPE_CHECKING:
    from redactor.ui.main_window import MainWindow


class PremarkActions(QObject):
    """Has the files looked at in a process of its own, then asks what their marks mean."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._job: Job | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {"premarked": self.look}

    def look(self) -> None:
        """Look for highlights and for redactions that were never applied."""
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None or desk.frozen or self._job is not None:
            return
        rows = [row for row in desk.documents.rows if row.stage is Stage.REVIEW]
        documents = tuple(
            Marked(
                row.id,
                Path(row.path),
                dossier.document(row.id).format,
                desk.passwords.get(row.path),
                desk.reading(row.id),
            )
            for row in rows
        )
        self._window.say(self.tr("Recherche de ce que les auteurs avaient marqué…"))
        self._job = Job(service, self)
        self._job.ask(
            FindMarks(documents),
            Calls(
                done=partial(self._found, dossier.path),
                failed=self._failed,
            ),
        )

    def close(self) -> None:
        """The window closes."""
        self._end()

    def _failed(self, problem: Problem) -> None:
        self._end()
        self._desk.failed.emit(problem)

    def _end(self) -> None:
        if self._job is not None:
            self._job.close()
            self._job.deleteLater()
            self._job = None

    def _found(self, path: Path, marks: Marks) -> None:
        self._end()
        dossier = self._desk.dossier
        if dossier is None or dossier.path != path:
            return
        for _, problem in marks.failed[:1]:
            self._desk.failed.emit(problem)
        found = [(document, mark) for document, mark in marks.found if self._new(document, mark)]
        if not found:
            self._window.say(self.tr("Rien de marqué par les auteurs qui ne soit déjà décidé."))
            return
        self._ask(found)

    def _new(self, document: str, mark: Premarked) -> bool:
        """Whether something of it is still to be decided."""
        if mark.box is not None:
            return not any(
                area.page == mark.page and area.box == mark.box
                for area in self._desk.places.areas(document).values()
            )
        standing = (self._desk.search.standing(document, span) for span in mark.spans)
        return any(each is None or not each.decided for each in standing)

    def _ask(self, found: Sequence[tuple[str, Premarked]]) -> None:
        kinds = Counter(mark.kind for _, mark in found)
        documents = len({document for document, _ in found})
        said = [
            text
            for kind, text in (
                ("highlight", self.tr("%n passage(s) surligné(s)", "", kinds["highlight"])),
                (
                    "redaction",
                    self.tr("%n marque(s) de biffure non appliquée(s)", "", kinds["redaction"]),
                ),
            )
            if kinds[kind]
        ]
        question = Question(
            self.tr("Ce que l’auteur avait marqué"),
            self.tr("{marks} dans {documents}. Ctrl+Z reprend tout d’un coup.").format(
                marks=", ".join(said), documents=self.tr("%n document(s)", "", documents)
            ),
            self.tr("Reprendre"),
            self._window,
        )
        kept = {}
        if len(said) > 1:
            for kind, text in (
                ("highlight", self.tr("Les passages surlignés")),
                ("redaction", self.tr("Les marques de biffure")),
            ):
                kept[kind] = QCheckBox(text)
                kept[kind].setChecked(True)
                question.field("", kept[kind])
                kept[kind].setAccessibleName(text)
        meaning = Combo()
        meaning.addItem(self.tr("Les occulter"), Decision.OCCULT.value)
        meaning.addItem(self.tr("Les disjoindre : hors périmètre"), Decision.DISJOIN.value)
        meaning.addItem(self.tr("Les conserver lisibles"), Decision.KEEP.value)
        question.field(self.tr("Ce que ces marques veulent dire"), meaning)
        ground = question.grounds(self.tr("Motif"), "")

        def taken() -> None:
            chosen = [
                each for each in found if each[1].kind not in kept or kept[each[1].kind].isChecked()
            ]
            self._take(chosen, Decision(meaning.currentData()), code_of(ground))

        question.then(taken)

    def _take(
        self, found: Sequence[tuple[str, Premarked]], decision: Decision, ground: str
    ) -> None:
        """Make mentions and areas of marks and decide them, as one step."""
        desk, dossier = self._desk, self._desk.dossier
        if dossier is None:
            return
        mentions: list[tuple[str, Mention]] = []
        areas: list[tuple[str, int, Box]] = []
        for document, mark in found:
            if mark.box is not None and mark.page and decision is not Decision.KEEP:
                areas.append((document, mark.page, mark.box))
            for span in mark.spans:
                flow = desk.listing.flow(document, span.flow)
                if flow is None:
                    continue
                text = flow.text[span.start : span.end]
                stands = desk.search.standing(document, span)
                same = stands is not None and stands.mention.span == span
                category = Category.CUSTOM
                if decision is Decision.DISJOIN:
                    category = Category.OUT_OF_SCOPE
                elif stands is not None and same:
                    category = stands.mention.category
                mentions.append(
                    (
                        document,
                        Mention(
                            "",
                            span,
                            text,
                            category,
                            channel=flow.channel,
                            page=flow.page,
                            detector="author",
                        ),
                    )
                )
        ids: list[str] = []
        add = partial(
            dossier.add_mentions,
            mentions,
            decision=decision,
            ground=ground,
            areas=areas,
            action="premarked",
        )
        if desk.attempt(lambda: ids.extend(add())):
            desk.listing.show_new(ids)
            for document in {document for document, _, _ in areas}:
                desk.places.areas_changed.emit(document)
            self._window.say(
                self.tr("%n marque(s) reprise(s) (Ctrl+Z pour annuler)", "", len(ids) + len(areas))
            )
