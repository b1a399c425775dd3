"""From the window: an audit copy that needs its password, and the package for its recipients."""

import zipfile
from pathlib import Path

import pymupdf
import pytest

from redactor.law.decisions import Decision
from redactor.ui import release_actions
from redactor.ui.export_dialog import Choice, ExportDialog, Standing
from redactor.ui.main_window import MainWindow
from redactor.ui.pack_dialog import PackDialog
from tests.ui.driving import Driver


def test_the_password_is_typed_twice_alike(window: MainWindow, tmp_path: Path) -> None:
    dialog = ExportDialog(Standing(2, 3, 0, pdfs=1), tmp_path, window)
    assert dialog.export.isEnabled()
    dialog.protect.setChecked(True)
    assert not dialog.export.isEnabled()
    dialog.password.setText("marronnier")
    dialog.again.setText("maronnier")
    assert not dialog.export.isEnabled()
    dialog.again.setText("marronnier")
    assert dialog.export.isEnabled()
    assert dialog.choice().audit_password == "marronnier"
    assert "marronnier" not in repr(dialog.choice())
    dialog.protect.setChecked(False)
    assert not dialog.choice().audit_password
    dialog.deleteLater()


def test_a_release_is_packed_for_its_two_recipients(
    driver: Driver,
    window: MainWindow,
    letter: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver.open(letter)
    window.desk.decisions.decide([item.id for item in driver.items()], Decision.OCCULT)
    assert window.desk.dossier is not None
    out = tmp_path / "communication"
    choice = Choice(out, True, True, "essai", audit_password="marronnier")
    window.releasing.start(window.desk.dossier, choice, {})
    driver.until(lambda: not window.releasing.busy)
    with pymupdf.open(out / "integrale" / "lettre.pdf") as audit:
        assert audit.needs_pass
        assert audit.authenticate("marronnier")

    opened: list[Path] = []
    monkeypatch.setattr(release_actions, "open_folder", opened.append)
    window.result.package_wanted.emit(out)
    dialog = window.findChildren(PackDialog)[-1]
    dialog.password.setText("noisetier")
    assert not dialog.make.isEnabled()
    dialog.again.setText("noisetier")
    folder = dialog.chosen
    dialog.accept()
    assert window.screens.currentWidget() is window.progress
    driver.until(lambda: opened)
    assert opened == [folder]
    assert window.screens.currentWidget() is window.result
    names = zipfile.ZipFile(folder / "demandeur.zip").namelist()
    assert "communicable/lettre.pdf" in names
    assert not any(name.startswith("integrale") for name in names)
    assert (folder / "cada.zip").stat().st_size


def test_a_cancelled_package_leaves_nothing(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    window.desk.decisions.decide([item.id for item in driver.items()], Decision.OCCULT)
    assert window.desk.dossier is not None
    out = tmp_path / "communication"
    window.releasing.start(window.desk.dossier, Choice(out, True, True, "essai"), {})
    driver.until(lambda: not window.releasing.busy)
    window.result.package_wanted.emit(out)
    dialog = window.findChildren(PackDialog)[-1]
    folder = dialog.chosen
    dialog.accept()
    window.progress.cancel_wanted.emit()
    assert window.screens.currentWidget() is window.result
    assert not folder.exists()
    assert not window.release._packing.busy
