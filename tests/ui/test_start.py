"""What the window loads before it is shown, and after."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from pytestqt.qtbot import QtBot

from redactor.jobs.process import Worker
from redactor.jobs.warm import service
from redactor.ui import app as application
from redactor.ui import furnishing
from redactor.ui.furnishing import furnish
from redactor.ui.main_window import MainWindow
from redactor.ui.palette import DARK, LIGHT

ENGINES = ("spacy", "pymupdf", "pikepdf", "pypdfium2", "lxml", "docx", "phonenumbers", "numpy")


def test_the_window_loads_no_engine_and_no_model() -> None:
    code = (
        f"import sys, redactor.ui.furnishing; print([m for m in {ENGINES!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


REST = ("redactor.dossier", "redactor.release", "redactor.detect", "redactor.ui.furnishing")


def test_the_first_page_is_shown_before_the_rest_is_loaded() -> None:
    code = (
        "import sys, redactor.cli, redactor.ui.app;"
        f" print([m for m in {REST!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_asked_of_the_first_page_is_done_once_the_rest_is_there(
    settings: QSettings, tmp_path: Path, qtbot: object
) -> None:
    window = MainWindow(settings)
    window.welcome.check_wanted.emit()
    assert window.screens.currentWidget() is window.welcome
    for _ in furnish(window, tmp_path):
        pass
    window.furnished()
    QCoreApplication.processEvents()
    assert window.screens.currentWidget() is window.check
    window.close()


def test_colours_chosen_while_the_rest_is_made_are_those_of_all_its_parts(
    settings: QSettings, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(settings)
    window.set_theme(LIGHT)
    steps = furnish(window, tmp_path)
    while not window.themed:
        next(steps)
    shown: list[object] = []
    monkeypatch.setattr(window.review, "set_theme", shown.append)
    window.set_theme(DARK)
    assert shown == [DARK]
    for _ in steps:
        pass
    window.furnished()
    window.close()


def test_a_window_closed_before_the_rest_is_made_starts_nothing(
    settings: QSettings, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "dossiers_folder", lambda: tmp_path)
    window, reader = MainWindow(settings), Worker(service)
    window.show()
    application._furnish(window, furnishing, reader)
    assert not hasattr(window, "documents")  # made at the next step
    window.close()
    qtbot.wait(200)
    assert not hasattr(window, "documents")


PREPARED = """
import sys
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication, QLabel
from redactor.ui import app as application
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
qt = QApplication([])
application.prepare(qt)
print(QLabel().font().pointSizeF())
QSettings().setValue("text-size", 150)
"""


def test_text_made_larger_is_as_large_at_the_next_start(tmp_path: Path) -> None:
    sizes = [
        float(subprocess.check_output([sys.executable, "-c", PREPARED, tmp_path], text=True))
        for _ in range(2)
    ]
    assert sizes[1] == sizes[0] * 1.5
