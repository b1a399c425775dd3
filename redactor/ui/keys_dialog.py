"""The keys: all of them at a glance, and the place where they are changed."""

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from redactor.ui.commands import Section, section_name
from redactor.ui.keys import FIXED, Keys, spelled

NAME = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """Every key, by what one wants to do."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keys = keys
        self.setWindowTitle(self.tr("Touches du clavier"))
        self.resize(940, 700)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.change = buttons.addButton(
            self.tr("Changer les touches…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.change.clicked.connect(lambda: KeysEditor(keys, self).open())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(buttons)
        keys.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(36)
        for sections in (
            (Section.DECIDE, Section.GROUND),
            (Section.MOVE, Section.FILE, Section.DOCUMENT, Section.VIEW, Section.HELP),
        ):
            column = QVBoxLayout()
            column.setSpacing(6)
            for section in sections:
                column.addWidget(_heading(_plain(section_name(section))))
                column.addLayout(self._section(section))
                column.addSpacing(10)
            column.addStretch(1)
            columns.addLayout(column, 1)
        page = QWidget()
        page.setLayout(columns)
        self._scroll.setWidget(page)

    def _section(self, section: Section) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        listed = [c for c in self._keys.commands if c.section is section and self._keys.of(c.name)]
        for row, command in enumerate(listed):
            key = QLabel(spelled(self._keys.of(command.name)))
            key.setProperty("role", "heading")
            key.setAlignment(Qt.AlignmentFlag.AlignTop)
            key.setMinimumWidth(110)
            what = QLabel(_plain(command.text))
            what.setWordWrap(True)
            grid.addWidget(key, row, 0)
            grid.addWidget(what, row, 1)
        # What room is left over goes under the last line, not between the lines.
        grid.setRowStretch(len(listed), 1)
        return grid


class KeysEditor(QDialog):
    """Gives a command another key, and says whose it is already."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keys = keys
        self.setWindowTitle(self.tr("Changer les touches"))
        self.resize(620, 560)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Touche")])
        self.tree.setAccessibleName(self.tr("Actions et leurs touches"))
        self.tree.setColumnWidth(0, 400)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("Nouvelle touche"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("role", "muted")
        self.give = QPushButton(self.tr("Attribuer"))
        self.none = QPushButton(self.tr("Sans touche"))
        self.restore = QPushButton(self.tr("Touche d’origine"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.restore_all = self._buttons.addButton(
            self.tr("Tout rétablir"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self._lay_out()
        for button in (self.give, self.none, self.restore, self.restore_all):
            button.setAutoDefault(False)
        self.edit.keySequenceChanged.connect(lambda _: self._judge())
        self.tree.currentItemChanged.connect(lambda *_: self._chosen())
        self.give.clicked.connect(lambda: keys.give(self._name(), self._key()))
        self.none.clicked.connect(lambda: keys.give(self._name(), ""))
        self.restore.clicked.connect(lambda: keys.restore(self._name()))
        self.restore_all.clicked.connect(keys.restore_all)
        self._buttons.rejected.connect(self.reject)
        keys.changed.connect(self._refresh)
        self._fill()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        label = QLabel(self.tr("Nouvelle touche"))
        label.setBuddy(self.edit)
        row.addWidget(label)
        row.addWidget(self.edit, 1)
        for button in (self.give, self.none, self.restore):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        layout.addWidget(self.said)
        layout.addWidget(self._buttons)

    def _fill(self) -> None:
        for section in Section:
            head = QTreeWidgetItem([_plain(section_name(section)), ""])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(head)
            for command in self._keys.commands:
                if command.section is section and command.name not in FIXED:
                    line = QTreeWidgetItem([_plain(command.text), ""])
                    line.setData(0, NAME, command.name)
                    head.addChild(line)
            head.setExpanded(True)
        self._refresh()
        self.tree.setCurrentItem(next(self._lines()))

    def _lines(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.tree.topLevelItemCount()):
            if head := self.tree.topLevelItem(number):
                lines = (head.child(row) for row in range(head.childCount()))
                yield from (line for line in lines if line is not None)

    def _refresh(self) -> None:
        for line in self._lines():
            name = line.data(0, NAME)
            line.setText(1, spelled(self._keys.of(name)))
            font = line.font(1)
            font.setBold(not self._keys.is_own(name))
            line.setFont(1, font)
        self._chosen()

    def _name(self) -> str:
        line = self.tree.currentItem()
        return str(line.data(0, NAME) or "") if line is not None else ""

    def _key(self) -> str:
        return self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def choose(self, name: str) -> None:
        """Make a command the one whose key is changed."""
        self.tree.setCurrentItem(next(x for x in self._lines() if x.data(0, NAME) == name))

    def _chosen(self) -> None:
        name = self._name()
        with QSignalBlocker(self.edit):
            first = self._keys.of(name)[:1] if name else ()
            self.edit.setKeySequence(QKeySequence(first[0] if first else ""))
        self._judge()

    def _judge(self) -> None:
        name, key = self._name(), self._key()
        owner = self._keys.owner(key) if key else ""
        taken = bool(owner) and owner != name
        fixed = owner in FIXED
        self.edit.setEnabled(bool(name))
        self.give.setEnabled(bool(name and key) and owner != name and not fixed)
        self.none.setEnabled(bool(name and self._keys.of(name)))
        self.restore.setEnabled(bool(name) and not self._keys.is_own(name))
        self.give.setText(self.tr("Attribuer quand même") if taken else self.tr("Attribuer"))
        if fixed:
            self.said.setText(self.tr("Cette touche annule la dernière action : on la garde."))
        elif taken:
            text = next(c.text for c in self._keys.commands if c.name == owner)
            self.said.setText(
                self.tr("C’est déjà la touche de « {action} », qui n’en aurait plus.").format(
                    action=_plain(text)
                )
            )
        else:
            self.said.setText(
                self.tr("Une lettre seule agit partout, sauf dans un champ où l’on écrit.")
            )


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label
