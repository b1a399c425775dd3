"""After an export: what was written and verified, or what held it back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from redactor.release.export import Held, Outcome
from redactor.release.verify.report import Change, Leak
from redactor.ui.icons import image
from redactor.ui.palette import LIGHT, Theme
from redactor.ui.words import part_name, say

if TYPE_CHECKING:
    from redactor.release.package import Packaged

# Places of one document shown at once; the rest is counted.
SHOWN = 12


class ResultPage(QScrollArea):
    """A sentence first, then the facts, then where to go."""

    back = Signal()
    package_wanted = Signal(object)
    """The folder of the release that is to be packed for sending."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Résultat de l’export"))
        self._theme = LIGHT
        self._outcome: Outcome | None = None
        self._packaged: Packaged | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._outcome:
            self.show_outcome(self._outcome, self._packaged)

    def show_outcome(self, outcome: Outcome, packaged: "Packaged | None" = None) -> None:
        """Show what an export gave, and the package that was made of it."""
        self._outcome, self._packaged = outcome, packaged
        page = QWidget()
        around = QHBoxLayout(page)
        around.setContentsMargins(32, 32, 32, 32)
        column = QVBoxLayout()
        column.setSpacing(14)
        around.addStretch(1)
        around.addLayout(column, 6)
        around.addStretch(1)
        self._head(column, outcome)
        if packaged is not None:
            column.addWidget(self._sent(packaged))
        if outcome.published:
            self._published(column, outcome)
        else:
            for held in outcome.held:
                column.addWidget(self._held(held))
        column.addLayout(self._buttons(outcome))
        column.addStretch(1)
        self.setWidget(page)

    def _head(self, column: QVBoxLayout, outcome: Outcome) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        picture = QLabel()
        name, colour = (
            ("done", self._theme.keep) if outcome.published else ("warning", self._theme.danger)
        )
        picture.setPixmap(QPixmap.fromImage(image(name, colour, 40)))
        title = QLabel(
            self.tr("Les copies sont prêtes")
            if outcome.published
            else self.tr("Rien n’a été publié")
        )
        title.setProperty("role", "title")
        title.setWordWrap(True)
        row.addWidget(picture)
        row.addWidget(title, 1)
        column.addLayout(row)
        if outcome.published:
            said = self.tr(
                "Chaque copie a été relue : aucun texte occulté n’y est lisible, et tout le"
                " reste y est encore."
            )
        else:
            said = self.tr(
                "La relecture des copies a trouvé ce qui suit. Aucun fichier n’a été écrit ; vos"
                " décisions sont gardées. Revenez à la revue, occultez ou écartez ce qui est"
                " désigné, puis exportez de nouveau."
            )
        column.addWidget(_text(said))

    def _published(self, column: QVBoxLayout, outcome: Outcome) -> None:
        spans = sum(copied.spans for copied in outcome.documents)
        engines = sorted({name for copied in outcome.documents for name in copied.report.engines})
        facts = [
            self.tr("%n document(s) publié(s)", "", len(outcome.documents)),
            self.tr("%n occultation(s), les mêmes dans les deux versions", "", spans),
        ]
        if engines:
            said = {
                "bytes": self.tr("octets du fichier"),
                "markup": self.tr("balises"),
                "zip": self.tr("archive"),
            }
            facts.append(
                self.tr("Relu par {count} moyens indépendants : {names}").format(
                    count=len(engines), names=", ".join(said.get(each, each) for each in engines)
                )
            )
        card, inside = _card()
        for fact in facts:
            inside.addWidget(_text(f"✓  {fact}"))
        column.addWidget(card)
        card, inside = _card()
        inside.addWidget(_heading(self.tr("Ce que contient le dossier")))
        for name, what in (
            ("communicable/", self.tr("les versions occultées, à envoyer au demandeur")),
            (
                "integrale/",
                self.tr(
                    "les versions intégrales surlignées, pour la CADA ; à ne pas envoyer au"
                    " demandeur"
                ),
            ),
            ("registre.csv", self.tr("le registre des occultations, sans texte occulté")),
            (
                "manifest.json",
                self.tr("les empreintes des fichiers et la preuve de la vérification"),
            ),
        ):
            inside.addWidget(_text(f"{name}  —  {what}"))
        column.addWidget(card)
        for copied in outcome.documents:
            notes = [*copied.written.dropped]
            narrow = copied.written.narrow
            if not notes and not copied.unread and not narrow:
                continue
            card, inside = _card()
            inside.addWidget(_heading(copied.name))
            if notes:
                inside.addWidget(
                    _text(
                        self.tr("Retiré de la copie : {list}").format(
                            list=", ".join(part_name(n) for n in notes)
                        )
                    )
                )
            if narrow:
                pages = {each.page for each in copied.written.applied if each.id in narrow}
                where = ", ".join(str(page) for page in sorted(filter(None, pages)))
                inside.addWidget(_text(f"{say('warning.gap-width')} (p. {where})"))
            for unread in copied.unread:
                inside.addWidget(
                    _text(
                        self.tr("Non lu : {where} — {why}").format(
                            where=unread.where, why=say(unread.why)
                        )
                    )
                )
            column.addWidget(card)

    def _held(self, held: Held) -> QFrame:
        card, inside = _card()
        inside.addWidget(_heading(held.document))
        lines = [
            self.tr("Texte occulté encore lisible : {where}").format(where=_place(leak))
            for leak in held.leaks
        ]
        lines += [
            self.tr("Texte qui aurait dû rester : {where}").format(where=_place(change))
            for change in held.changes
        ]
        lines += [
            self.tr("La version intégrale diffère : {where}").format(where=_place(change))
            for change in held.audit
        ]
        lines += [
            self.tr("Non lu : {where} — {why}").format(where=unread.where, why=say(unread.why))
            for unread in held.unread
        ]
        for line in lines[:SHOWN]:
            inside.addWidget(_text(f"•  {line}"))
        if len(lines) > SHOWN:
            inside.addWidget(_text(self.tr("… et %n autre(s) endroit(s)", "", len(lines) - SHOWN)))
        return card

    def _sent(self, packaged: "Packaged") -> QFrame:
        card, inside = _card()
        inside.addWidget(_heading(self.tr("L’envoi est prêt")))
        for path, what in (
            (packaged.requester, self.tr("à envoyer au demandeur")),
            (packaged.cada, self.tr("pour la CADA ; à ne pas envoyer au demandeur")),
            (packaged.letter, self.tr("la lettre au demandeur, à compléter")),
        ):
            inside.addWidget(_text(f"{path.name}  —  {what}"))
        show = QPushButton(self.tr("Ouvrir le dossier de l’envoi"))
        show.clicked.connect(lambda: open_folder(packaged.folder))
        row = QHBoxLayout()
        row.addWidget(show)
        row.addStretch(1)
        inside.addLayout(row)
        return card

    def _buttons(self, outcome: Outcome) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        back = QPushButton(self.tr("Revenir à la revue"))
        back.clicked.connect(self.back)
        if outcome.published:
            pack = QPushButton(self.tr("Préparer l’envoi…"))
            pack.setProperty("primary", self._packaged is None)
            pack.setToolTip(
                self.tr("Un fichier pour le demandeur, un pour la CADA, une lettre à compléter")
            )
            pack.clicked.connect(lambda: self.package_wanted.emit(outcome.folder))
            show = QPushButton(self.tr("Ouvrir le dossier"))
            show.clicked.connect(lambda: open_folder(outcome.folder))
            row.addWidget(pack)
            row.addWidget(show)
        row.addWidget(back)
        row.addStretch(1)
        return row


def open_folder(folder: Path) -> None:
    """Show a folder in the desktop's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _place(found: Leak | Change) -> str:
    """Where something was found: a page and a place, never the text itself."""
    place = found.place
    parts = [f"p. {place.page}"] if place.page else []
    if place.where and not (place.page and place.where == f"page {place.page}"):
        parts.append(place.where)
    if place.channel:
        parts.append(part_name(place.channel))
    if place.detail:
        parts.append(place.detail)
    return ", ".join(parts)


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("card", True)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(18, 14, 18, 14)
    inside.setSpacing(6)
    return card, inside


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _heading(text: str) -> QLabel:
    label = _text(text)
    label.setProperty("role", "heading")
    return label
