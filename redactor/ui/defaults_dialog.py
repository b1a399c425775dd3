"""What a dossier proposes otherwise than its profile does, kind by kind, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from redactor.dossier.records import Info
from redactor.law.categories import SIGNALS, Category, Role, Trait
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.law.profile import (
    AS_PROFILE,
    Changes,
    Comments,
    Copies,
    Mail,
    Profile,
    Row,
    load,
)
from redactor.law.rows import row_of
from redactor.text.flow import Span
from redactor.ui.review import Item
from redactor.ui.translation import language

OFFERED = (Decision.OCCULT, Decision.KEEP, Decision.REVIEW)


class DefaultsDialog(QDialog):
    """One line a kind of mention: what the profile proposes, and what this dossier does."""

    answered = Signal(object)
    """The fields of `Info` that differ."""

    def __init__(self, info: Info, items: Iterable[Item], parent: QWidget | None = None) -> None:
        """`items`: the mentions of the dossier, so that one sees what a choice changes."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Règles propres à ce dossier"))
        self.resize(720, 600)
        self._info = info
        self._profile = load(info.profile)
        self._open = Counter(
            (item.mention.category, item.mention.role, item.mention.traits)
            for item in items
            if not item.decided and not item.mention.is_signal
        )
        self.choices: dict[str, QComboBox] = {}
        self.copies: dict[str, QComboBox] = {}
        self.why = QLineEdit(info.changed_why)
        self.why.setAccessibleName(self.tr("Raison, portée au registre"))
        self.why.setPlaceholderText(self.tr("Pourquoi ce dossier s’écarte du profil"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("role", "muted")
        self.back = QPushButton(self.tr("Revenir au profil"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self._back_to_profile)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(
            self.tr("Enregistrer"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.addButton(self.back, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self._answer)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.why.textChanged.connect(self._judge)
        self._judge()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        title = self._profile.english if language() == "en" else self._profile.title
        lead = QLabel(
            self.tr(
                "Profil : {profile}. Ce que vous changez ici vaut pour ce dossier seul ; les"
                " mentions déjà décidées par une personne ne changent pas."
            ).format(profile=title)
        )
        lead.setWordWrap(True)
        lead.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(lead)
        layout.addWidget(self._table(), 1)
        name = QLabel(self.tr("Raison, portée au registre"))
        name.setBuddy(self.why)
        layout.addWidget(name)
        layout.addWidget(self.why)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def _table(self) -> QScrollArea:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        kinds = (
            (self.tr("Personnes"), [n for n in adjustable() if n.startswith("person:")]),
            (self.tr("Coordonnées"), [n for n in adjustable() if n.startswith("contact:")]),
            (self.tr("Autres mentions"), [n for n in adjustable() if ":" not in n]),
        )
        at = 0
        for title, rows in kinds:
            head = QLabel(title)
            head.setProperty("role", "heading")
            head.setContentsMargins(0, 10 if at else 0, 0, 0)
            grid.addWidget(head, at, 0, 1, 2)
            for name in rows:
                at += 1
                row = self._profile.rows[name]
                choice = self.choices[name] = self._choice(row)
                label = QLabel(_title(row))
                label.setWordWrap(True)
                label.setBuddy(choice)
                label.setToolTip(row.comment)
                grid.addWidget(label, at, 0)
                grid.addWidget(choice, at, 1)
            at += 1
        self._add_copies(grid, at)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Ce que le dossier propose"))
        area.setWidget(page)
        page.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def _add_copies(self, grid: QGridLayout, at: int) -> None:
        head = QLabel(self.tr("Version occultée"))
        head.setProperty("role", "heading")
        head.setContentsMargins(0, 10, 0, 0)
        grid.addWidget(head, at, 0, 1, 2)
        options, said = self._profile.options, self._info.copies
        lines: tuple[tuple[str, str, StrEnum, StrEnum | None, Mapping[Any, str]], ...] = (
            (
                "changes",
                self.tr("Suivi des modifications (Word, OpenDocument)"),
                options.changes,
                said.changes,
                {
                    Changes.KEEP: self.tr("conservé, occulté"),
                    Changes.ACCEPT: self.tr("accepté après occultation"),
                },
            ),
            (
                "comments",
                self.tr("Commentaires"),
                options.comments,
                said.comments,
                {
                    Comments.KEEP: self.tr("conservés, occultés"),
                    Comments.REMOVE: self.tr("retirés"),
                },
            ),
            (
                "mail",
                self.tr("Courriels"),
                options.mail,
                said.mail,
                {
                    Mail.EML: self.tr("en courriel (.eml)"),
                    Mail.PDF: self.tr("en PDF"),
                },
            ),
        )
        for name, title, now, chosen, offered in lines:
            at += 1
            combo = self.copies[name] = _Choice()
            combo.addItem(self.tr("Comme le profil : {what}").format(what=offered[now]), None)
            for value, words in offered.items():
                if value is not now:
                    combo.addItem(words[:1].upper() + words[1:], value)
            combo.setCurrentIndex(max(combo.findData(chosen), 0) if chosen else 0)
            combo.setAccessibleName(title)
            combo.setMinimumWidth(250)
            combo.currentIndexChanged.connect(self._judge)
            label = QLabel(title)
            label.setWordWrap(True)
            label.setBuddy(combo)
            grid.addWidget(label, at, 0)
            grid.addWidget(combo, at, 1)

    def _choice(self, row: Row) -> QComboBox:
        combo = _Choice()
        proposes = self._profile.decisions[row.name]
        combo.addItem(
            self.tr("Comme le profil : {decision}").format(decision=self._verb(proposes)), None
        )
        for decision in OFFERED:
            if decision is not proposes:
                combo.addItem(self._verb(decision).capitalize(), decision.value)
        chosen = self._info.changed_rows.get(row.name)
        if chosen is not None:
            combo.setCurrentIndex(max(combo.findData(chosen.value), 0))
        combo.setAccessibleName(_title(row))
        combo.setAccessibleDescription(row.comment)
        combo.setMinimumWidth(250)
        combo.currentIndexChanged.connect(self._judge)
        return combo

    def _verb(self, decision: Decision) -> str:
        return {
            Decision.OCCULT: self.tr("occulter"),
            Decision.KEEP: self.tr("conserver"),
            Decision.REVIEW: self.tr("faire examiner"),
            Decision.DISJOIN: self.tr("disjoindre"),
        }[decision]

    @property
    def changed(self) -> dict[str, Decision]:
        """The rows on which the dossier would depart from its profile."""
        return {
            name: Decision(combo.currentData())
            for name, combo in self.choices.items()
            if combo.currentData()
        }

    @property
    def written(self) -> Copies:
        """How the copies would be written otherwise than the profile says."""
        said = {name: combo.currentData() for name, combo in self.copies.items()}
        return Copies(
            Changes(said["changes"]) if said["changes"] else None,
            Comments(said["comments"]) if said["comments"] else None,
            Mail(said["mail"]) if said["mail"] else None,
        )

    def _back_to_profile(self) -> None:
        for combo in (*self.choices.values(), *self.copies.values()):
            combo.setCurrentIndex(0)
        self.why.clear()

    def _judge(self) -> None:
        changed = self.changed
        self.back.setEnabled(bool(changed) or self.written != AS_PROFILE)
        self.why.setEnabled(bool(changed))
        self.save.setEnabled(not changed or bool(self.why.text().strip()))
        for combo in (*self.choices.values(), *self.copies.values()):
            font = combo.font()
            font.setBold(bool(combo.currentData()))
            combo.setFont(font)
        now = self._profile.changed(self._info.changed_rows)
        moved = differing(self._open, now, self._profile.changed(changed))
        said = self.tr("%n mention(s) non décidée(s) change(nt) de proposition.", "", moved)
        if changed and not self.why.text().strip():
            said = self.tr("Dites pourquoi : le registre porte cette raison.") + " " + said
        self.said.setText(said)

    def _answer(self) -> None:
        changed = self.changed
        # A row that is no longer offered here stays as it was.
        kept = {n: d for n, d in self._info.changed_rows.items() if n not in self.choices}
        after = {
            "changed_rows": {**kept, **changed},
            "changed_why": self.why.text().strip() if kept or changed else "",
            "copies": self.written,
        }
        self.answered.emit(
            {name: value for name, value in after.items() if value != getattr(self._info, name)}
        )
        self.accept()


class _Choice(QComboBox):
    """Scrolling the list of kinds must not change one on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


Kind = tuple[Category, Role, frozenset[Trait]]


def differing(open_: Mapping[Kind, int], before: Profile, after: Profile) -> int:
    """How many of the mentions that nobody decided would be proposed otherwise."""
    return sum(
        count
        for kind, count in open_.items()
        if before.default(_mention(*kind)).decision is not after.default(_mention(*kind)).decision
    )


@cache
def adjustable() -> tuple[str, ...]:
    """The rows that decide of some mention: signals are always examined by a person."""
    traits = (frozenset[Trait](), *(frozenset({each}) for each in Trait))
    reached = {
        row_of(_mention(category, role, each))
        for category, role, each in product(Category, Role, traits)
        if category not in SIGNALS
    }
    return tuple(name for name in load("tiers").rows if name in reached)


def _mention(category: Category, role: Role, traits: frozenset[Trait]) -> Mention:
    return Mention("", Span("", 0, 1), "", category, role=role, traits=traits)


def _title(row: Row) -> str:
    title = row.english if language() == "en" and row.english else row.french
    return title[:1].upper() + title[1:]
