"""The application: what is set once, before the window."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from redactor import __version__
from redactor.jobs.process import Worker
from redactor.ui import translation
from redactor.ui.appearance import apply_text_size, apply_theme
from redactor.ui.background import Background
from redactor.ui.collecting import collect_later, collect_out_of_the_way
from redactor.ui.crash import CrashGuard
from redactor.ui.icons import icon
from redactor.ui.main_window import MainWindow
from redactor.ui.palette import LIGHT, Appearance, theme_of
from redactor.ui.single import SingleInstance


def main(paths: Sequence[Path | str], reader: Worker) -> int:
    """Open the window on files, or on nothing; `reader` is the process that will read them (see
    `redactor.ui.ahead`). Returns the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    settings = prepare(app)
    given = [Path(path) for path in paths]
    single = SingleInstance(dossiers_folder())
    if single.give(given):
        return 0
    window = MainWindow(settings)
    window.set_theme(theme_of(Appearance(str(settings.value("appearance", "system")))))
    guard = CrashGuard(app)
    guard.install()
    app.styleHints().colorSchemeChanged.connect(
        lambda _: window.set_appearance(Appearance(str(settings.value("appearance", "system"))))
    )
    window.show()
    window.open_paths(given)
    collect_later()
    apart = Background(window)
    apart.run(_load, lambda loaded: _furnish(window, loaded, reader))
    single.asked.connect(window.come_forward)
    single.listen()
    code = app.exec()
    apart.wait()
    guard.uninstall()
    single.close()
    return code


def _load() -> ModuleType | Exception:
    """What the rest of the window needs: half a second during which its first page is alive."""
    try:
        return import_module("redactor.ui.furnishing")
    except Exception as error:  # noqa: BLE001 - told in the window's thread
        return error


def _furnish(window: MainWindow, loaded: Any, reader: Worker) -> None:
    if isinstance(loaded, Exception):
        raise loaded
    steps = loaded.furnish(window, dossiers_folder())

    def go_on() -> None:
        if not window.isVisible():
            return  # closed meanwhile: who would end what is started now?
        for _ in steps:
            QTimer.singleShot(0, window, go_on)
            return
        window.desk.intake.job.adopt(reader)
        window.start()
        window.furnished()
        QTimer.singleShot(0, window, collect_out_of_the_way)

    go_on()


def prepare(app: QApplication) -> QSettings:
    """Name, style and language of the application."""
    app.setApplicationName("Redactor")
    app.setApplicationDisplayName("Redactor")
    app.setOrganizationName("Redactor")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("redactor")
    settings = QSettings()
    language = os.environ.get("REDACTOR_LANG") or str(settings.value("language", "fr"))
    translation.install(app, language)
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(icon("redactor", LIGHT.accent)))
    # Before there is a widget: given to a whole window, a style sheet cost 0.12 s of a start of
    # 1.5, and it keeps the font that it met first.
    apply_text_size(int(str(settings.value("text-size", 100))))
    apply_theme(theme_of(Appearance(str(settings.value("appearance", "system")))))
    return settings


def dossiers_folder() -> Path:
    """Where dossiers are kept: the user's own data, never beside the originals."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(base) / "dossiers"
