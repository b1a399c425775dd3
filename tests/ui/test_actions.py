"""The rest of the actions, each through the real window: the list of `redactor.ui.commands` less
what the other files of this folder drive."""

import json
import zipfile
from functools import partial
from pathlib import Path

import docx
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QMessageBox

from redactor.dossier import Dossier
from redactor.dossier.errors import DossierProtected
from redactor.dossier.records import State
from redactor.law.decisions import Decision
from redactor.ui.document_model import Stage
from redactor.ui.export_dialog import Choice
from redactor.ui.main_window import MainWindow
from redactor.ui.view_switch import View
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver
from tests.ui.test_loop import act, asked, exporting
from tests.ui.test_window import ELODIE, text_of


def released(driver: Driver, window: MainWindow, out: Path) -> None:
    assert window.desk.dossier is not None
    window.releasing.start(window.desk.dossier, Choice(out, True, True, "essai"), {})
    driver.until(lambda: not window.releasing.busy)
    assert (out / "manifest.json").exists()
    window.back()


# --- documents ----------------------------------------------------------------------------


def test_a_document_that_is_not_communicable_stays_behind_with_its_ground(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    other = make_pdf(tmp_path / "avis.pdf", [["Projet d’avis, document préparatoire."]])
    driver.open(letter, other)
    window.showing.show("d2")
    act(window, "exclude")
    question = asked(window)
    combo = question.findChildren(QComboBox)[-1]
    combo.setCurrentIndex(combo.findText("L.311-2", Qt.MatchFlag.MatchStartsWith))
    assert combo.currentData()
    question.accept()
    out = tmp_path / "sortie"
    released(driver, window, out)
    assert [each.name for each in (out / "communicable").iterdir()] == ["lettre.pdf"]
    window.showing.show("d2")
    act(window, "include")
    row = window.desk.documents.get("d2")
    assert row is not None
    assert not row.excluded


def test_documents_are_turned_moved_and_removed(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter, make_pdf(tmp_path / "note.pdf", [["Une"], ["Deux"]]))
    window.showing.show("d1")
    act(window, "next-document")
    assert window.shown == "d2"
    canvas = window.pane.canvas
    act(window, "next-page")
    driver.until(lambda: canvas.page == 2)
    act(window, "previous-page")
    driver.until(lambda: canvas.page == 1)
    zoom = canvas.zoom
    act(window, "zoom-in")
    assert canvas.zoom > zoom
    act(window, "zoom-out")
    act(window, "fit-width")
    act(window, "previous-document")
    assert window.shown == "d1"
    act(window, "move-down")
    assert [row.id for row in window.desk.documents.rows] == ["d2", "d1"]
    act(window, "remove")
    assert [row.id for row in window.desk.documents.rows] == ["d2"]
    act(window, "undo")
    driver.settled()
    assert {row.id for row in window.desk.documents.rows} == {"d1", "d2"}


def test_a_file_that_was_cured_is_read_when_one_tries_again(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"%PDF-1.7\nrien")
    driver.open(path)
    row = window.desk.documents.rows[0]
    assert row.stage is Stage.FAILED
    make_pdf(path, [["Monsieur Yann Cadiou"]])
    window.showing.show(row.id)
    driver.until(window.actions_by_name["try-again"].isEnabled)
    act(window, "try-again")
    driver.settled()
    assert window.desk.documents.rows[0].stage is Stage.REVIEW


def test_the_focus_goes_where_one_says(driver: Driver, window: MainWindow, letter: Path) -> None:
    driver.open(letter)
    for name, widget in (
        ("documents", window.documents),
        ("page", window.pane.canvas),
        ("list", window.review.list),
    ):
        act(window, name)
        assert widget.hasFocus(), name


# --- pictures inside a Word file ----------------------------------------------------------


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    """A Word file with a picture of one colour, so that a blanked part shows."""
    picture = tmp_path / "photo.png"
    Image.new("RGB", (320, 240), (200, 30, 30)).save(picture)
    path = tmp_path / "constat.docx"
    document = docx.Document()
    document.add_paragraph("Constat du 3 février.")
    document.add_picture(str(picture))
    document.save(str(path))
    return path


def test_an_area_of_a_picture_inside_a_word_file_is_blanked(
    driver: Driver, window: MainWindow, pictured: Path, tmp_path: Path
) -> None:
    driver.open(pictured)
    images = window.pane.images
    driver.until(lambda: window.pane.switch.buttons[View.PICTURES].isVisible())
    window.pane.switch.buttons[View.PICTURES].click()
    driver.until(lambda: images.page_count == 1)
    act(window, "area")
    images.area_drawn.emit(1, (40.0, 40.0, 160.0, 120.0))
    (row,) = window.desk.places.areas("d1").values()
    assert row.part
    assert row.page == 0
    assert images.areas.name == row.id
    out = tmp_path / "sortie"
    released(driver, window, out)
    with zipfile.ZipFile(out / "communicable" / "constat.docx") as parts:
        (name,) = [each for each in parts.namelist() if "media/" in each]
        with parts.open(name) as file, Image.open(file) as copy:
            colours = copy.convert("RGB")
            assert max(colours.getpixel((100, 80))) < 60  # type: ignore[arg-type]
            assert colours.getpixel((300, 200))[0] > 150  # type: ignore[index]


# --- the dossier's file -------------------------------------------------------------------


def test_a_protected_dossier_saved_elsewhere_stays_protected(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    act(window, "protect")
    question = asked(window)
    for line in question.findChildren(QLineEdit):
        line.setText("l'étang gelé")
    question.accept()
    driver.until(lambda: window.desk.dossier is not None and window.desk.dossier.protected)
    driver.settled()
    copy = tmp_path / "copie.redactor"
    driver.until(window.actions_by_name["save-as"].isEnabled)
    act(window, "save-as")
    chosen = window.findChildren(QFileDialog)[-1]
    chosen.fileSelected.emit(str(copy))
    chosen.close()
    driver.until(lambda: window.desk.dossier is not None and window.desk.dossier.path == copy)
    driver.settled()
    assert driver.item(ELODIE)
    window.close_dossier()
    assert "Tréguier".encode() not in copy.read_bytes()
    with pytest.raises(DossierProtected):
        Dossier.open(copy)


def test_a_purge_is_confirmed_and_keeps_what_was_released(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    released(driver, window, tmp_path / "sortie")
    assert window.desk.dossier is not None
    path = window.desk.dossier.path
    for answer, gone in (("Annuler", False), ("Purger", True)):
        act(window, "purge")
        box = window.findChildren(QMessageBox)[-1]
        next(each for each in box.buttons() if each.text().strip("&") == answer).click()
        driver.until(partial(lambda gone: (window.desk.dossier is None) is gone, gone))
    with Dossier.open(path) as purged:
        assert not purged.documents()
        (release,) = purged.proceedings.releases()
        assert Path(release.folder).name == "sortie"


def test_a_released_dossier_goes_out_a_second_time(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    released(driver, window, tmp_path / "une")
    dossier = window.desk.dossier
    assert dossier is not None
    path = dossier.path
    window.close_dossier()
    driver.open(path)
    assert window.desk.documents.rows[0].released
    item = driver.item("Yann Cadiou")
    window.desk.decisions.decide([item.id], Decision.KEEP)
    dialog = exporting(driver, window)
    assert "Communication 2" in dialog._summary()
    dialog.reject()
    released(driver, window, tmp_path / "deux")
    dossier = window.desk.dossier
    assert dossier is not None
    assert [row.number for row in dossier.proceedings.releases()] == [1, 2]
    assert dossier.documents()[0].state is State.RELEASED
    first, second = (text_of(tmp_path / d / "communicable/lettre.pdf") for d in ("une", "deux"))
    assert "Yann Cadiou" not in first
    assert "Yann Cadiou" in second
    assert json.loads((tmp_path / "deux" / "manifest.json").read_text())["documents"]


# --- the sentence under the window --------------------------------------------------------


def test_a_sentence_goes_with_the_step_and_the_screen_that_it_spoke_of(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    window.desk.places.add_area("d1", 1, (50, 50, 90, 90))
    assert "Ctrl+Z" in window.status.said
    window.desk.decisions.decide([driver.items()[0].id], Decision.KEEP)
    assert not window.status.said, "Ctrl+Z would take back another step now"
    window.desk.decisions.decide([item.id for item in driver.items()], Decision.OCCULT)
    assert "Ctrl+Z" in window.status.said
    window.screens.setCurrentWidget(window.result)
    assert not window.status.said
    window.back()


def test_nothing_acts_on_the_dossier_behind_the_check(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    driver.until(lambda: driver.items())
    window.review.decide(Decision.OCCULT)
    driver.settled()
    of_dossier = ("export", "preview", "undo", "remove", "occult", "next", "close", "properties")
    actions = window.actions_by_name
    assert [name for name in of_dossier if not actions[name].isEnabled()] == []
    window.show_check()
    driver.settled()
    assert [name for name in of_dossier if actions[name].isEnabled()] == []
    window.back()
    driver.settled()
    assert actions["export"].isEnabled()
