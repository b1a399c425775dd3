"""The profiles that one can choose: those that come with the program, and files of one's own."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from redactor.law.profile import Profile, load
from redactor.problem import Problem
from redactor.ui.translation import language
from redactor.ui.words import sentence

PROFILES = ("tiers", "publication", "accord", "interesse")
_ASK = "?"
"""The entry that asks for a file."""


class ProfileChoice(QComboBox):
    """Holds the name of a bundled profile, or the path of another."""

    refused = Signal(str)
    """What is wrong with a file that was chosen; empty once one is taken."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """`name`: the profile in use; without one, the first is offered."""
        super().__init__(parent)
        for each in dict.fromkeys((*PROFILES, name or PROFILES[0])):
            self.addItem(_title_of(each), each)
        self.addItem(self.tr("Un autre fichier de profil…"), _ASK)
        self.setCurrentIndex(max(self.findData(name), 0))
        self._before = self.currentIndex()
        self.activated.connect(self._chosen)

    @property
    def profile(self) -> str:
        """What is chosen: a name, or the path of a file."""
        return str(self.currentData())

    def _chosen(self) -> None:
        if self.profile != _ASK:
            self._before = self.currentIndex()
            return
        self.setCurrentIndex(self._before)
        chosen = QFileDialog(self, self.tr("Choisir un profil"), "", "TOML (*.toml)")
        chosen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen.fileSelected.connect(lambda name: self.take(Path(name)))
        chosen.open()

    def take(self, path: Path) -> None:
        """Offer and choose a profile of one's own; say what is wrong with one that is not."""
        try:
            profile = load(path)
        except Problem as problem:
            self.refused.emit(sentence(problem))
            return
        self.refused.emit("")
        at = self.findData(str(path))
        if at < 0:
            at = self.count() - 1
            self.insertItem(at, _title(profile), str(path))
        self.setCurrentIndex(at)
        self._before = at


def _title_of(name: str) -> str:
    try:
        return _title(load(name))
    except Problem:  # its file is gone: the dossier keeps its name
        return Path(name).stem


def _title(profile: Profile) -> str:
    return profile.english if language() == "en" else profile.title
