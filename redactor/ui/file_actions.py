"""The actions of the menus « Fichier » and « Document »: what is asked before each."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QFileDialog, QMenu

from redactor.dossier.documents import OUT_OF_SCOPE
from redactor.dossier.records import Info, Original
from redactor.formats.registry import suffixes
from redactor.problem import Problem
from redactor.ui.ask import Question, code_of, confirm
from redactor.ui.defaults_dialog import DefaultsDialog
from redactor.ui.document_model import Stage
from redactor.ui.dossier_dialog import Answer, DossierDialog
from redactor.ui.opening import SUFFIX, free_path
from redactor.ui.profile_choice import ProfileChoice
from redactor.ui.recent import recent, remember
from redactor.ui.words import sentence

if TYPE_CHECKING:
    from redactor.ui.main_window import MainWindow


class FileActions(QObject):
    """Asks, then has the desk do it."""

    def __init__(self, window: "MainWindow", folder: Path, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._folder = folder
        self._settings = settings
        self._desk.opened.connect(self._remember)
        self._desk.passphrase_wanted.connect(self.ask_passphrase)
        self._desk.profile_wanted.connect(self.ask_profile)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "new": self.new,
            "remove": self.remove,
            "properties": self.properties,
            "defaults": self.defaults,
            "save-as": self.save_as,
            "protect": self.protect,
            "purge": self.purge,
            "move-up": lambda: self._desk.files.move(self._window.shown, -1),
            "move-down": lambda: self._desk.files.move(self._window.shown, 1),
            "exclude": self.exclude,
            "include": lambda: self._desk.files.exclude(self._window.shown, ""),
            "relocate": self.relocate,
            "read-again": self.read_again,
            "read-scans": self.read_scans,
            "read-page": self.read_page,
            "try-again": lambda: self._desk.files.try_again(self._window.shown),
        }

    def ask_files(self) -> None:
        """Let a person choose files."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Ouvrir des fichiers"),
            str(self._settings.value("folder", "")),
            self.tr("Documents ({patterns});;Dossiers Redactor ({dossiers});;Tous (*)").format(
                patterns=patterns, dossiers=f"*{SUFFIX}"
            ),
        )
        if chosen:
            self._settings.setValue("folder", str(Path(chosen[0]).parent))
            self._window.open_paths([Path(name) for name in chosen])

    def remove(self) -> None:
        """Take the document shown out of the dossier."""
        if document := self._window.shown:
            self._window.showing.nothing()
            self._desk.remove(document)

    def update(self) -> None:
        """What can be done with the document shown."""
        act = self._window.actions_by_name
        open_ = (
            self._desk.dossier is not None
            and not self._desk.frozen
            and self._window.available.has_dossier_in_view
        )
        at_work = open_ and self._window.available.at_work
        row = self._desk.documents.get(self._window.shown)
        stored = at_work and row is not None and row.stage is not Stage.FAILED
        for name in ("properties", "defaults", "save-as", "protect", "purge"):
            act[name].setEnabled(open_)
        act["remove"].setEnabled(at_work and bool(self._window.shown))
        for name in ("move-up", "move-down", "relocate", "read-again"):
            act[name].setEnabled(stored)
        act["read-scans"].setEnabled(
            at_work
            and row is not None
            and row.stage is Stage.REVIEW
            and Path(row.path).suffix.lower() == ".pdf"
        )
        act["read-page"].setEnabled(act["read-scans"].isEnabled())
        act["exclude"].setEnabled(stored and row is not None and not row.excluded)
        act["include"].setEnabled(stored and row is not None and bool(row.excluded))
        act["try-again"].setEnabled(at_work and row is not None and row.stage is Stage.FAILED)

    # --- recent ---------------------------------------------------------------------------

    def _remember(self) -> None:
        if self._desk.dossier is not None:
            remember(self._settings, self._desk.dossier.path)
        self._window.welcome.offer_recent(recent(self._settings))

    def fill_recent(self, menu: QMenu) -> None:
        """List the recent dossiers in a menu."""
        menu.clear()
        for path in recent(self._settings):
            action = menu.addAction(path.stem)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self._window.open_paths([path]))
        menu.setEnabled(bool(menu.actions()))

    # --- the dossier ----------------------------------------------------------------------

    def new(self) -> None:
        """Ask what the request is, then begin its dossier."""
        dialog = DossierDialog(Info(), self._desk.person, self._window, new=True)
        dialog.setWindowTitle(self.tr("Nouveau dossier"))
        dialog.answered.connect(self._create)
        dialog.open()

    def _create(self, answer: Answer) -> None:
        name = answer.changes.get("reference") or answer.changes.get("title") or ""
        stem = "".join(c if c.isalnum() or c in " -_.," else "_" for c in name).strip(" .")
        stem = stem[:80] or self.tr("Dossier")
        path = free_path(self._folder / f"{stem}{SUFFIX}")

        def made() -> None:
            self._desk.files.set_info(answer.changes, answer.person)
            self._window.back()

        self._desk.files.new(path, made, answer.passphrase)

    def properties(self) -> None:
        """Show and change what the request is."""
        if self._desk.dossier is None:
            return
        dialog = DossierDialog(self._desk.dossier.info, self._desk.person, self._window)
        dialog.answered.connect(lambda a: self._desk.files.set_info(a.changes, a.person))
        dialog.open()

    def defaults(self) -> None:
        """Show and change what this dossier proposes otherwise than its profile."""
        dossier = self._desk.dossier
        if dossier is None:
            return
        dialog = DefaultsDialog(dossier.info, self._desk.review.items.values(), self._window)
        dialog.answered.connect(lambda c: self._desk.files.set_info(c, self._desk.person))
        dialog.open()

    def save_as(self) -> None:
        """Ask for another file for the dossier."""
        if self._desk.dossier is None:
            return
        chosen = QFileDialog(self._window, self.tr("Enregistrer le dossier sous"))
        chosen.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chosen.setDefaultSuffix(SUFFIX.lstrip("."))
        chosen.selectFile(str(self._desk.dossier.path))
        chosen.fileSelected.connect(lambda name: self._desk.files.save_as(Path(name)))
        chosen.open()

    def ask_passphrase(self, path: Path, wrong: bool) -> None:
        """Ask for the passphrase of a dossier that is being opened."""
        sentence = self.tr("{name} est protégé.").format(name=path.stem)
        if wrong:
            sentence = self.tr(
                "Ce n’est pas la phrase de passe de {name}, ou ce n’est pas un dossier de Redactor."
            ).format(name=path.stem)
        question = Question(self.tr("Dossier protégé"), sentence, self.tr("Ouvrir"), self._window)
        phrase = question.secret(self.tr("Phrase de passe"))
        question.then(lambda: self._desk.opener.open(path, phrase.text()))

    def ask_profile(self, path: Path, passphrase: str, problem: Problem) -> None:
        """A dossier's own profile is lost or wrong: ask for the one to go on with."""
        question = Question(
            self.tr("Un autre profil"),
            self.tr(
                "{name} : son profil ne peut pas être lu ; choisissez-en un autre pour le rouvrir,"
                " ce qui est décidé reste décidé."
            ).format(name=path.stem)
            + f"\n\n{sentence(problem)}",
            self.tr("Rouvrir"),
            self._window,
        )
        choice = ProfileChoice()
        question.field(self.tr("Profil"), choice)
        choice.refused.connect(self._window.say)
        question.then(lambda: self._desk.opener.open(path, passphrase, choice.profile))

    def protect(self) -> None:
        """Ask for the dossier's next passphrase, twice."""
        dossier = self._desk.dossier
        if dossier is None:
            return
        question = Question(
            self.tr("Phrase de passe du dossier"),
            self.tr(
                "Sans elle, personne ne rouvre le dossier, vous non plus. Elle protège le fichier"
                " du dossier ; vos originaux et les copies exportées restent lisibles. Un dossier"
                " qui n’était pas protégé peut avoir laissé des traces sur le disque."
            ),
            self.tr("Enregistrer"),
            self._window,
        )
        first = question.secret(self.tr("Nouvelle phrase de passe (vide : aucune)"))
        second = question.secret(self.tr("La même, encore une fois"))

        def judge() -> None:
            same = first.text() == second.text()
            question.action.setEnabled(same and (bool(first.text()) or dossier.protected))

        first.textChanged.connect(judge)
        second.textChanged.connect(judge)
        judge()
        question.then(lambda: self._desk.files.protect(first.text()))

    def purge(self) -> None:
        """Ask before everything goes."""
        confirm(
            self._window,
            self.tr("Purger ce dossier ?"),
            self.tr(
                "Les textes, les mentions, les décisions et les noms quittent le fichier pour de"
                " bon. Reste la trace de ce qui a été communiqué, quand et par qui. Vos originaux"
                " et les copies exportées ne sont pas touchés."
            ),
            self.tr("Purger"),
            self._desk.files.purge,
        )

    # --- the document ---------------------------------------------------------------------

    def exclude(self) -> None:
        """Ask on what ground a whole document stays behind."""
        document = self._window.shown
        row = self._desk.documents.get(document)
        if row is None:
            return
        question = Question(
            self.tr("Ne pas communiquer ce document"),
            self.tr(
                "{name} ne sera pas exporté ; le bordereau dira pourquoi. Ses décisions sont"
                " gardées, et Ctrl+Z le rétablit."
            ).format(name=row.name),
            self.tr("Écarter le document"),
            self._window,
        )
        ground = question.grounds(self.tr("Motif"), OUT_OF_SCOPE, whole=True)
        note = question.line(self.tr("Note (facultative)"))
        question.then(
            lambda: self._desk.files.exclude(document, code_of(ground), note.text().strip())
        )

    def relocate(self) -> None:
        """Ask where the original is now."""
        document = self._window.shown
        self._choose(
            self.tr("Retrouver l’original"), lambda path: self._desk.files.relocate(document, path)
        )

    def read_again(self) -> None:
        """Ask for the version to read; what was decided in the old one is lost."""
        document = self._window.shown
        row = self._desk.documents.get(document)
        if row is None:
            return

        def reread(path: Path) -> None:
            self._window.showing.nothing()
            self._desk.files.read_again(document, path)

        def read(path: Path) -> None:
            confirm(
                self._window,
                self.tr("Relire {name} ?").format(name=path.name),
                self.tr(
                    "Les décisions prises dans l’ancienne version de ce document seront perdues :"
                    " leurs places n’y sont plus. Les autres documents ne changent pas."
                ),
                self.tr("Relire"),
                lambda: reread(path),
            )

        if row.original is Original.CHANGED:
            read(Path(row.path))
        else:
            self._choose(self.tr("Choisir la version à lire"), read)

    def read_scans(self) -> None:
        """Ask before scanned pages are read from their pixels, or by their own text again."""
        document, dossier = self._window.shown, self._desk.dossier
        row = self._desk.documents.get(document)
        if dossier is None or row is None or not self._recognises():
            return
        by_pixels = not dossier.document(document).ocr_again
        if by_pixels:
            said = self.tr(
                "Le texte que le numériseur a joint à {name} est mauvais, ou absent ? Redactor"
                " peut le lire lui-même dans l’image des pages, en quelques secondes par page. Le"
                " reste du document ne change pas."
            )
        else:
            said = self.tr(
                "Les pages numérisées de {name} ont été lues dans leur image. Redactor peut"
                " revenir au texte que le fichier leur joint."
            )
        question = Question(
            self.tr("Relire les pages numérisées"),
            f"{said.format(name=row.name)}\n\n{self._what_is_kept()}",
            self.tr("Lire dans l’image") if by_pixels else self.tr("Revenir au texte du fichier"),
            self._window,
        )

        def read() -> None:
            self._window.showing.nothing()
            self._desk.rereading.read_scans(document, by_pixels=by_pixels)

        question.then(read)

    def read_page(self) -> None:
        """Ask before the page shown, alone, is read from its pixels or by its own text again."""
        window, document, dossier = self._window, self._window.shown, self._desk.dossier
        if dossier is None or not window.pane.paged or not self._recognises():
            return
        row, page = dossier.document(document), window.pane.canvas.page
        if row.ocr_again:
            window.say(self.tr("Toutes les pages numérisées sont déjà lues dans leur image."))
            return
        by_pixels = page not in row.ocr_pages
        if by_pixels:
            said = self.tr(
                "Si la page {page} est numérisée, Redactor la lit lui-même dans son image. Les"
                " autres pages ne changent pas."
            )
        else:
            said = self.tr(
                "La page {page} a été lue dans son image. Redactor peut revenir au texte que le"
                " fichier lui joint."
            )
        question = Question(
            self.tr("Relire une page numérisée"),
            f"{said.format(page=page)}\n\n{self._what_is_kept()}",
            self.tr("Lire dans l’image") if by_pixels else self.tr("Revenir au texte du fichier"),
            window,
        )

        def read() -> None:
            window.showing.nothing()
            self._desk.rereading.read_page(document, page)

        question.then(read)

    def _what_is_kept(self) -> str:
        return self.tr(
            "Ce qui est décidé est gardé partout où le texte reste le même ; ailleurs, c’est"
            " à reprendre."
        )

    def _recognises(self) -> bool:
        """Whether characters can be recognised here; says so where they cannot."""
        from redactor.formats.ocr import data

        if data.folder() is not None:
            return True
        self._window.say(
            self.tr("La reconnaissance de caractères n’est pas installée sur ce poste.")
        )
        return False

    def _choose(self, title: str, then: Callable[[Path], object]) -> None:
        chosen = QFileDialog(self._window, title)
        chosen.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen.fileSelected.connect(lambda name: then(Path(name)))
        chosen.open()
