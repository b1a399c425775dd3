"""What stands between a dossier and its release, through the real window."""

import zipfile
from functools import partial
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtWidgets import QLabel, QWidget

from redactor.dossier.gate import Hold, Reason
from redactor.law.decisions import Decision
from redactor.text.flow import Unread
from redactor.ui.ask import Question
from redactor.ui.dossier_dialog import DossierDialog
from redactor.ui.export_dialog import ExportDialog, Standing
from redactor.ui.main_window import MainWindow
from redactor.ui.pack_dialog import PackDialog
from redactor.ui.sample import sample_files
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver
from tests.ui.test_loop import act, asked, exporting


def test_the_gate_leads_to_the_pages_that_nobody_saw_or_read(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    driver.open(make_pdf(tmp_path / "long.pdf", [[f"Page {n}"] for n in range(1, 6)]))
    dossier, canvas = window.desk.dossier, window.pane.canvas
    assert dossier is not None
    dossier.append_analysis("d1", unread=[Unread("page 5", "unread.ocr-poor", 5)])
    for page in (1, 2, 3, 5):
        window.desk.places.see("d1", page)
    for reason, page in ((Reason.UNSEEN, 4), (Reason.UNREAD, 5)):
        dialog = exporting(driver, window)
        hold = next(each for each in dialog.gate.buttons if each.reason is reason)
        dialog.gate.buttons[hold].click()
        driver.until(partial(lambda page: canvas.page == page, page))


def test_a_profile_of_ones_own_asks_for_a_second_reader(
    driver: Driver,
    window: MainWindow,
    letter: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    profile = tmp_path / "deux-lecteurs.toml"
    profile.write_text(
        'extends = "tiers"\ntitle = "Deux lecteurs"\n[options]\nsecond_reader = true\n'
        "pages_seen = false\n",
        "utf-8",
    )
    wrong = tmp_path / "faux.toml"
    wrong.write_text("[decisions]\nlapin = 'occult'\n", "utf-8")
    driver.open(letter)
    window.desk.decisions.decide([item.id for item in driver.items()], Decision.OCCULT)
    act(window, "properties")
    dialog = window.findChildren(DossierDialog)[-1]
    dialog.profile.take(wrong)
    assert "lapin" in dialog._problem.text()
    assert dialog.profile.currentData() == "tiers"
    dialog.profile.take(profile)
    assert dialog.profile.currentText() == "Deux lecteurs"
    dialog._answer()
    driver.settled()

    def held() -> set[Reason]:
        dialog = exporting(driver, window)
        reasons = {hold.reason for hold in dialog.gate.buttons}
        dialog.reject()
        return reasons

    assert held() == {Reason.NOT_CONFIRMED}
    dossier = window.desk.dossier
    assert dossier is not None
    before = exporting(driver, window)
    (hold,) = before.gate.buttons
    before.gate.buttons[hold].click()
    asked(window).accept()
    assert held() == {Reason.NOT_CONFIRMED}, "who decided does not read a second time"
    monkeypatch.setattr(window.desk, "person", "Seconde lectrice")
    dossier.person = window.desk.person
    act(window, "sign-off")
    asked(window).accept()
    assert not held()
    window.desk.decisions.decide([driver.items()[0].id], Decision.KEEP)
    assert held() == {Reason.NOT_CONFIRMED}, "a later decision takes the signature down"

    path = dossier.path
    window.close_dossier()
    profile.unlink()
    window.open_paths([path])
    driver.until(lambda: window.findChildren(Question))
    assert str(profile) in " ".join(label.text() for label in asked(window).findChildren(QLabel))
    asked(window).reject()


def test_the_reason_of_an_override_is_in_the_papers_of_both_recipients(
    driver: Driver,
    window: MainWindow,
    letter: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("redactor.ui.release_actions.open_folder", lambda _: None)
    driver.open(letter)
    dialog = exporting(driver, window)
    out = tmp_path / "sortie"
    dialog.folder.setText(str(out))
    dialog.override.setChecked(True)
    dialog.reason.setText("Délai échu le 3 mars")
    dialog.accept()
    driver.until(lambda: window.screens.currentWidget() is window.result)
    window.result.package_wanted.emit(out)
    pack = window.findChildren(PackDialog)[-1]
    folder = pack.chosen
    pack.accept()
    driver.until(lambda: window.screens.currentWidget() is window.result)
    for part in ("demandeur.zip", "cada.zip"):
        with zipfile.ZipFile(folder / part) as files:
            names = files.namelist()
            bordereau = next(name for name in names if name.endswith("bordereau.pdf"))
            register = next(name for name in names if name.endswith("registre.csv"))
            with pymupdf.open(stream=files.read(bordereau), filetype="pdf") as paper:
                assert "Délai échu le 3 mars" in " ".join(paper[0].get_text().split())
            assert "Délai échu le 3 mars" in files.read(register).decode("utf-8-sig")


def test_what_the_export_announces_is_what_its_result_counts(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    driver.open(*sample_files())
    desk = window.desk
    desk.decisions.decide([item.id for item in driver.items()], Decision.OCCULT)
    driver.settled()
    dialog = exporting(driver, window)
    assert desk.dossier is not None
    announced = dialog._standing.occulted
    assert announced < desk.dossier.counts().occult, "the trap: mentions that overlap"
    assert f"{announced} occultations" in shown(dialog)
    out = tmp_path / "communication"
    dialog.folder.setText(str(out))
    dialog.override.setChecked(True)
    dialog.reason.setText("essai")
    dialog.export.click()
    driver.until(lambda: not window.releasing.busy)
    assert window.screens.currentWidget() is window.result
    assert f"{announced} occultations" in shown(window.result)


def test_the_export_announces_what_is_undecided_as_it_is_told_to(
    window: MainWindow, tmp_path: Path
) -> None:
    holds = (Hold(Reason.UNDECIDED, "d1", ("m1", "m2")),)
    dialog = ExportDialog(Standing(1, 7, 1, holds, undecided=2), tmp_path, window)
    assert "9 occultations" in shown(dialog)
    dialog.override.setChecked(True)
    dialog.undecided.setCurrentIndex(dialog.undecided.findData(False))
    assert "7 occultations" in shown(dialog)
    dialog.deleteLater()


def shown(widget: QWidget) -> str:
    """What its labels say, spaces made plain."""
    said = "\n".join(label.text() for label in widget.findChildren(QLabel))
    return said.replace("\u00a0", " ").replace("\u202f", " ")
