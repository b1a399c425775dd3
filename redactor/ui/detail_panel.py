"""What is known of the current mention, and what can be done with it."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from redactor.dossier.records import ReadingRow, Verdict
from redactor.law.categories import SIGNALS, Category, Role
from redactor.law.decisions import Decision, Default
from redactor.law.grounds import grounds
from redactor.ui.combo import Combo
from redactor.ui.commands import keyed_grounds
from redactor.ui.keys import spelled
from redactor.ui.reasons import reason, role_reason
from redactor.ui.review import Item, Reach
from redactor.ui.translation import language
from redactor.ui.words import category_name, detector_name, percent, role_name, state_name


class DetailPanel(QFrame):
    """Category, role, ground, the clue, and four buttons. Emits what a person asks for."""

    decided = Signal(Decision, bool)
    """A decision; true for every occurrence of the entity."""
    category_changed = Signal(Category)
    role_changed = Signal(Role)
    ground_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._state = _muted()
        self._why = _muted()
        self._law = _muted()
        self._note = _muted()
        self._note.setProperty("role", "danger")
        self._category = _combo(
            [(category_name(category), category) for category in _ordered_categories()]
        )
        self._role = _combo([(role_name(role), role) for role in Role])
        self._ground = _combo([])
        self._fill_grounds()
        for combo, name in (
            (self._category, self.tr("Catégorie")),
            (self._role, self.tr("Qualité de la personne")),
            (self._ground, self.tr("Motif de l’occultation")),
        ):
            combo.setAccessibleName(name)
            combo.setToolTip(name)
            combo.setMinimumHeight(30)
            combo.setPlaceholderText(self.tr("(plusieurs)"))
        self._category.activated.connect(
            lambda: self.category_changed.emit(Category(self._category.currentData()))
        )
        self._role.activated.connect(lambda: self.role_changed.emit(Role(self._role.currentData())))
        self._ground.activated.connect(
            lambda: self.ground_changed.emit(self._ground.currentData() or "")
        )
        self._buttons = {
            (Decision.OCCULT, False): QPushButton(self.tr("Occulter")),
            (Decision.KEEP, False): QPushButton(self.tr("Conserver")),
            (Decision.OCCULT, True): QPushButton(),
            (Decision.KEEP, True): QPushButton(),
        }
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(6)
        fields.addWidget(self._category, 0, 0)
        fields.addWidget(self._role, 0, 1)
        fields.addWidget(self._ground, 1, 0, 1, 2)
        fields.setColumnStretch(0, 1)
        fields.setColumnStretch(1, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for number, ((decision, every), button) in enumerate(self._buttons.items()):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAutoDefault(False)
            button.setMinimumHeight(30)
            button.clicked.connect(
                lambda _=False, decision=decision, every=every: self.decided.emit(decision, every)
            )
            grid.addWidget(button, number // 2, number % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(7)
        layout.addWidget(self._title)
        layout.addWidget(self._state)
        layout.addWidget(self._note)
        layout.addLayout(grid)
        layout.addLayout(fields)
        layout.addWidget(self._why)
        layout.addWidget(self._law)

    def show_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Say beside each button the key that does the same."""
        for key, name, tip in (
            ((Decision.OCCULT, False), "occult", self.tr("Retenir l’occultation de cette mention")),
            (
                (Decision.KEEP, False),
                "keep",
                self.tr("Écarter l’occultation : le texte reste lisible"),
            ),
            ((Decision.OCCULT, True), "occult-all", self.tr("Occulter tout cet ensemble")),
            ((Decision.KEEP, True), "keep-all", self.tr("Conserver tout cet ensemble")),
        ):
            named = spelled(keys.get(name, ())[:1])
            self._buttons[key].setToolTip(f"{tip} ({named})" if named else tip)
        for number, code in enumerate(keyed_grounds(), 1):
            row = self._ground.findData(code)
            named = spelled(keys.get(f"ground-{number}", ())[:1])
            text = self._ground.itemText(row).rpartition("\u2003")[2]
            self._ground.setItemText(row, f"{named}\u2003{text}" if named else text)

    # --- showing --------------------------------------------------------------------------

    def show_nothing(self) -> None:
        self.setEnabled(False)
        self._title.setText(self.tr("Aucune mention choisie"))
        self._state.setText(self.tr("Choisissez une mention dans la liste ou sur la page."))
        self._set(self._why, "")
        self._set(self._law, "")
        self._set(self._note, "")
        self._label_all(0)
        self._give_room()

    def show_item(self, item: Item, default: Default, reach: Reach) -> None:
        """A mention, what the profile says of it, and how far its entity goes."""
        self.setEnabled(True)
        mention = item.mention
        self._title.setText(_shortened(" ".join(mention.text.split())))
        by = self.tr("décidé") if item.decided else self.tr("proposé par le profil")
        state = state_name(item.decision)
        said = state if item.undecided else f"{state} ({by})"
        if reach.mentions > 1:
            said += "\n" + self.tr("Tout l’ensemble : {reach}").format(reach=self.say_reach(reach))
        self._state.setText(said)
        with QSignalBlocker(self._category):
            _choose(self._category, mention.category)
        with QSignalBlocker(self._role):
            _choose(self._role, mention.role)
        self._role.setEnabled(not mention.is_signal)
        with QSignalBlocker(self._ground):
            self._offer_ground(item.ground)
        self._set(self._why, self._reason(item))
        self._set(self._law, _law(default))
        self._set(self._note, "")
        self._label_all(reach.mentions)
        self._give_room()

    def show_note(self, flag: str | None, reading: ReadingRow | None) -> None:
        """What was flagged of the mention shown, and what the second reader says of it."""
        parts = []
        if flag is not None:
            parts.append(self.tr("À revoir : {note}").format(note=flag or self.tr("sans note")))
        if reading is not None:
            who = reading.by or self.tr("le second lecteur")
            if reading.verdict is Verdict.CONFIRMED:
                parts.append(self.tr("Confirmé par {who}").format(who=who))
            else:
                parts.append(
                    self.tr("Renvoyé par {who} : {note}").format(who=who, note=reading.note)
                )
        self._set(self._note, "\n".join(parts))
        self._give_room()

    def show_group(self, title: str, items: Sequence[Item], reach: Reach) -> None:
        """An entity: what its mentions have in common, and how far it goes."""
        self.setEnabled(True)
        self._title.setText(_shortened(title))
        self._state.setText(self.say_reach(reach))
        with QSignalBlocker(self._category):
            _choose(self._category, _common(item.mention.category for item in items))
        with QSignalBlocker(self._role):
            _choose(self._role, _common(item.mention.role for item in items))
        with QSignalBlocker(self._ground):
            ground = _common(item.ground for item in items)
            self._ground.setCurrentIndex(-1)
            if isinstance(ground, str):
                self._offer_ground(ground)
        self._set(self._why, "")
        self._set(self._law, "")
        self._set(self._note, "")
        self._label_all(reach.mentions)
        self._give_room()
        whole = len(items) == reach.mentions > 1
        for (_, every), button in self._buttons.items():
            if not every:
                button.setVisible(not whole)

    def say_reach(self, reach: Reach) -> str:
        """« 23 mentions, 9 pages, 3 documents »"""
        parts = [self.tr("%n mention(s)", "", reach.mentions)]
        if reach.pages:
            parts.append(self.tr("%n page(s)", "", reach.pages))
        if reach.documents > 1:
            parts.append(self.tr("%n document(s)", "", reach.documents))
        return ", ".join(parts)

    def _label_all(self, count: int) -> None:
        occult = self._buttons[Decision.OCCULT, True]
        keep = self._buttons[Decision.KEEP, True]
        occult.setText(self.tr("Occulter les {count}").format(count=count))
        keep.setText(self.tr("Conserver les {count}").format(count=count))
        for (_, every), button in self._buttons.items():
            button.setVisible(not every)
        occult.setVisible(count > 1)
        keep.setVisible(count > 1)

    def _set(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _give_room(self) -> None:
        """Long sentences wrap: a layout alone would squeeze the buttons instead."""
        margins = self.contentsMargins()
        width = self.width() - 26 - margins.left() - margins.right()
        for label in (self._title, self._state, self._note, self._why, self._law):
            # A label never asks for less than its minimum: that of the mention before.
            label.setMinimumHeight(0)
            label.setMinimumHeight(max(label.heightForWidth(max(width, 120)), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _reason(self, item: Item) -> str:
        """Why it is proposed, as one would say it."""
        mention = item.mention
        lines = []
        if mention.detector:
            saw = detector_name(mention.detector)
            why = reason(mention.why.strip(" ,;:"))
            both = self.tr("{saw} : {why}").format(saw=saw, why=why)
            lines.append(both if why else saw)
            if mention.confidence < 1.0:
                lines[0] += self.tr(" (sûr à {value})").format(value=percent(mention.confidence))
        if clue := mention.role_clue.strip(" ,;:"):
            lines.append(
                self.tr("{role}, d’après « {clue} »").format(
                    role=role_name(mention.role).capitalize(), clue=role_reason(clue)
                )
            )
        return "\n".join(lines)

    # --- fields ---------------------------------------------------------------------------

    def _fill_grounds(self) -> None:
        self._ground.addItem(self.tr("Sans motif"), "")
        offered = [ground for ground in grounds() if ground.passages]
        for ground in offered:
            title = ground.english if language() == "en" else ground.title
            self._ground.addItem(f"{ground.code} — {title}", ground.code)

    def _offer_ground(self, code: str) -> None:
        if self._ground.findData(code) < 0:
            self._ground.addItem(code, code)
        _choose(self._ground, code)

    def focus_category(self) -> None:
        self._category.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._category.showPopup()

    def focus_ground(self) -> None:
        self._ground.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ground.showPopup()


def _ordered_categories() -> list[Category]:
    plain = [category for category in Category if category not in SIGNALS]
    return plain + [category for category in Category if category in SIGNALS]


def _common(values: Iterable[object]) -> object:
    """The one value that all have; None where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _law(default: Default) -> str:
    parts = [default.comment, default.source]
    return " — ".join(part for part in parts if part)


def _shortened(text: str, longest: int = 180) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _muted() -> QLabel:
    label = QLabel()
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _combo(entries: Sequence[tuple[str, object]]) -> QComboBox:
    combo = Combo()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    for text, data in entries:
        combo.addItem(text, data)
    return combo


def _choose(combo: QComboBox, data: object) -> None:
    for row in range(combo.count()):
        if combo.itemData(row) == data:
            combo.setCurrentIndex(row)
            return
    combo.setCurrentIndex(-1)
