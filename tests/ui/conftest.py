"""The real window with real workers, offscreen. One window serves the whole run: the model is
loaded once, and every test begins with an empty desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog

from redactor.ui import app as application
from redactor.ui.furnishing import furnished
from redactor.ui.main_window import MainWindow
from redactor.ui.palette import Appearance
from tests.ui.driving import Driver


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> QSettings:
    folder = tmp_path_factory.mktemp("settings")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    return QSettings(str(folder / "redactor.ini"), QSettings.Format.IniFormat)


@pytest.fixture(scope="session")
def session_window(
    qapp: QApplication, settings: QSettings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    application.prepare(qapp)
    window = furnished(MainWindow(settings), tmp_path_factory.mktemp("dossiers"))
    window.set_appearance(Appearance.LIGHT)
    window.start()
    window.resize(1366, 768)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def window(session_window: MainWindow) -> Iterator[MainWindow]:
    session_window.show()
    session_window.activateWindow()
    yield session_window
    open_ = [each for each in session_window.findChildren(QDialog) if each.isVisible()]
    for dialog in open_:
        dialog.reject()
    session_window.close_dossier()
    # What stays open takes the keys of every test that follows.
    assert not open_, [type(each).__name__ for each in open_]


@pytest.fixture
def driver(window: MainWindow, qtbot: object) -> Driver:
    return Driver(window, qtbot)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A page that names two invented people."""
    return make_pdf(
        tmp_path / "lettre.pdf",
        [
            [
                "Commune de Saint-Aubin-les-Marais",
                "Madame Élodie Tréguier a déposé une plainte le 3 février.",
                "Son adresse : elodie.treguier@courriel.example",
                "Monsieur Yann Cadiou, voisin, confirme les faits.",
            ],
            ["Mme Élodie Tréguier a été reçue le 12 mars en mairie."],
        ],
    )


def make_pdf(path: Path, pages: list[list[str]]) -> Path:
    import pymupdf

    with pymupdf.open() as document:
        for lines in pages:
            page = document.new_page()
            for number, line in enumerate(lines):
                page.insert_text((72, 90 + 24 * number), line, fontsize=12)
        document.save(path)
    return path
