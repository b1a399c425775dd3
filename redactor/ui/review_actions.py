"""The actions on the current mention, its entity, the selection and the page shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QComboBox
from rapidfuzz import fuzz, process

from redactor.dossier.documents import OUT_OF_SCOPE
from redactor.dossier.records import Verdict
from redactor.text.fold import fold
from redactor.ui.ask import Question, code_of
from redactor.ui.combo import Combo
from redactor.ui.review import Group, Item, title_of

if TYPE_CHECKING:
    from redactor.ui.main_window import MainWindow

# Milliseconds that a page stays before the eye for it to be seen.
GLANCE = 900


class ReviewActions(QObject):
    """Asks what must be asked, then has the desk do it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._glance = QTimer(self)
        self._glance.setSingleShot(True)
        self._glance.setInterval(GLANCE)
        self._glance.timeout.connect(self.see)
        window.pane.page_changed.connect(lambda _: self._glance.start())
        window.pane.view_changed.connect(self._glance.start)
        self._at_flag = ""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "skip": self._window.review.skip,
            "flag": self.flag,
            "disjoin": self.disjoin,
            "disjoin-page": self.disjoin_page,
            "merge": self.merge,
            "split": self.split,
            "confirm": self.confirm,
            "return": self.give_back,
            "sign-off": self.sign_off,
            "next-unseen": self.next_unseen,
            "next-flag": self.next_flag,
        }

    # --- pages seen -----------------------------------------------------------------------

    def see(self) -> None:
        """The page before the eye was looked at."""
        pane = self._window.pane
        if pane.paged and pane.isVisible() and self._window.isActiveWindow():
            self._desk.places.see(self._window.shown, pane.canvas.page)

    def next_unseen(self) -> None:
        """The last sweep: go to the next page that nobody has looked at."""
        window = self._window
        page = window.pane.canvas.page if window.pane.paged else 0
        self.see()
        found = self._desk.places.next_unseen(window.shown, page)
        if found is None:
            window.say(self.tr("Toutes les pages ont été vues."))
            return
        document, number = found
        window.showing.show_page(document, number)
        window.say(self.tr("Page {page} à voir").format(page=number))

    # --- disjoining -----------------------------------------------------------------------

    def disjoin(self) -> None:
        """Put the selected passage out of scope."""
        spans, document = self._window.pane.selecting.spans, self._window.shown
        if not spans:
            self._window.say(self.tr("Sélectionnez d’abord le passage à disjoindre."))
            return
        question = Question(
            self.tr("Disjoindre un passage"),
            self.tr("Ce passage sort de la copie communiquée, avec son propre motif."),
            self.tr("Disjoindre"),
            self._window,
        )
        ground = question.grounds(self.tr("Motif"), OUT_OF_SCOPE)
        note = question.line(self.tr("Note (facultative)"))

        def done() -> None:
            self._window.pane.selecting.clear()
            self._desk.places.disjoin(document, spans, code_of(ground), note.text().strip())

        question.then(done)

    def disjoin_page(self) -> None:
        """Put the page shown out of scope, or back."""
        window = self._window
        if not window.pane.paged:
            return
        document, page = window.shown, window.pane.canvas.page
        if page in self._desk.places.removed(document):
            self._desk.places.restore_page(document, page)
            window.say(self.tr("Page {page} rétablie").format(page=page))
            return
        question = Question(
            self.tr("Disjoindre une page"),
            self.tr("La page {page} sera remplacée par un avis dans la copie communiquée.").format(
                page=page
            ),
            self.tr("Disjoindre la page"),
            window,
        )
        ground = question.grounds(self.tr("Motif"), OUT_OF_SCOPE)
        note = question.line(self.tr("Note (facultative)"))
        question.then(
            lambda: self._desk.places.remove_page(
                document, page, code_of(ground), note.text().strip()
            )
        )

    # --- flags ----------------------------------------------------------------------------

    def flag(self) -> None:
        """Mark the current mention, or else the page, to come back to."""
        window = self._window
        mention = window.review.current
        item = self._desk.review.items.get(mention)
        document = item.document if item else window.shown
        page = None if item or not window.pane.paged else window.pane.canvas.page
        if not document:
            return
        mine = [f for f in self._desk.places.flags() if mention and f.mention == mention]
        if mine:
            self._desk.places.unflag(mine[0].id)
            window.say(self.tr("Signalement levé"))
            return
        question = Question(
            self.tr("Signaler"),
            self.tr("À revoir plus tard, par vous ou par le second lecteur."),
            self.tr("Signaler"),
            window,
        )
        note = question.note(self.tr("Note"))
        question.then(
            lambda: self._desk.places.flag(
                document, note.toPlainText().strip(), mention=mention if item else "", page=page
            )
        )

    def next_flag(self) -> None:
        """Go to the next thing marked to come back to, and say its note."""
        flags = self._desk.places.flags()
        if not flags:
            self._window.say(self.tr("Rien n’est signalé."))
            return
        ids = [flag.id for flag in flags]
        at = ids.index(self._at_flag) + 1 if self._at_flag in ids else 0
        flag = flags[at % len(flags)]
        self._at_flag = flag.id
        if flag.mention:
            self._window.review.go_to(flag.mention)
        else:
            self._window.showing.show_page(flag.document, flag.page or 1)
        note = flag.note or self.tr("sans note")
        self._window.say(
            self.tr("Signalement {number} sur {count} : {note}").format(
                number=at % len(flags) + 1, count=len(flags), note=note
            )
        )

    # --- entities -------------------------------------------------------------------------

    def _members(self) -> list[Item]:
        """The mentions of the current row's entity; signals have none."""
        row = self._window.review.row()
        if row is None:
            return []
        key = row.key if isinstance(row, Group) else row.group
        items = self._desk.review.of_group(key)
        return [] if not items or items[0].mention.is_signal else items

    def merge(self) -> None:
        """Say that the current entity is another one."""
        items = self._members()
        if not items:
            return
        first = items[0]
        others = [
            group
            for group in self._desk.review.groups_of(first.mention.category)
            if group[0].group != first.group and group[0].mention.entity
        ]
        if not others:
            self._window.say(self.tr("Il n’y a pas d’autre entité de cette catégorie."))
            return
        question = Question(
            self.tr("Réunir deux entités"),
            self.tr("{name} : %n mention(s) rejoindront l’entité choisie.", "", len(items)).format(
                name=title_of(items)
            ),
            self.tr("Réunir"),
            self._window,
        )
        combo = Combo()
        for group in sorted(others, key=lambda group: title_of(group).casefold()):
            text = self.tr("{name} (%n mention(s))", "", len(group)).format(name=title_of(group))
            combo.addItem(text, group[0].mention.entity)
        combo.setCurrentIndex(_likest(title_of(items), combo))
        question.field(self.tr("Entité"), combo)
        ids = [item.id for item in items]
        question.then(lambda: self._desk.entities.merge(ids, str(combo.currentData())))

    def split(self) -> None:
        """Say that the current mention, or what is listed under a heading, is someone else."""
        row = self._window.review.row()
        items = self._members()
        if row is None or not items:
            return
        ids = list(row.items) if isinstance(row, Group) else [row.id]
        if len(ids) == len(items):
            self._window.say(self.tr("C’est déjà une entité à part."))
            return
        self._desk.entities.split(ids)
        self._window.say(self.tr("%n mention(s) à part (Ctrl+Z pour annuler)", "", len(ids)))

    # --- the second reader ----------------------------------------------------------------

    def _read_ids(self) -> list[str]:
        row = self._window.review.row()
        if row is None:
            return []
        return list(row.items) if isinstance(row, Group) else [row.id]

    def confirm(self) -> None:
        """The second reader agrees; on to the next mention that nobody read again."""
        if ids := self._read_ids():
            self._desk.places.read(ids, Verdict.CONFIRMED)
            self._window.say(self.tr("%n décision(s) confirmée(s)", "", len(ids)))
            readings = self._desk.places.readings()
            self._window.review.next_matching(lambda item: item.id not in readings)

    def give_back(self) -> None:
        """The second reader does not agree, and says why."""
        ids = self._read_ids()
        if not ids:
            return
        question = Question(
            self.tr("Renvoyer"),
            self.tr("%n décision(s) à reprendre. Que faut-il revoir ?", "", len(ids)),
            self.tr("Renvoyer"),
            self._window,
        )
        note = question.line(self.tr("Note"), needed=True)
        question.then(lambda: self._desk.places.read(ids, Verdict.RETURNED, note.text().strip()))

    def sign_off(self) -> None:
        """Sign the dossier as it stands."""
        if self._desk.dossier is None:
            return
        question = Question(
            self.tr("Signer le dossier"),
            self.tr(
                "{person} déclare que le dossier peut être communiqué tel qu’il est. Toute"
                " décision prise ensuite fait tomber la signature."
            ).format(person=self._desk.person),
            self.tr("Signer"),
            self._window,
        )
        note = question.line(self.tr("Note (facultative)"))

        def signed() -> None:
            self._desk.places.sign_off(note.text().strip())
            self._window.say(self.tr("Dossier signé par {person}").format(person=self._desk.person))

        question.then(signed)


def _likest(name: str, combo: QComboBox) -> int:
    """The row whose words are nearest to a name: mostly the same person, written otherwise."""
    rows = [fold(combo.itemText(row)) for row in range(combo.count())]
    found = process.extractOne(fold(name), rows, scorer=fuzz.token_set_ratio)
    return 0 if found is None else int(found[2])
