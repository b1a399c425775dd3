"""The rest of the actions, each through the real window: the list of `redactor.ui.commands` less
what the other files of this folder drive."""

import json
import zipfile
from functools import partial
from pathlib import Path

import docx
import pymupdf
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QMessageBox

from redactor.dossier import Dossier
from redactor.dossier.errors import DossierProtected
from redactor.dossier.gate import Reason
from redactor.dossier.records import State, Verdict
from redactor.law.decisions import Decision
from redactor.text.flow import Span, Unread
from redactor.ui.ask import Question
from redactor.ui.commands import keyed_grounds
from redactor.ui.document_model import Stage
from redactor.ui.dossier_dialog import DossierDialog
from redactor.ui.export_dialog import Choice
from redactor.ui.main_window import MainWindow
from redactor.ui.pack_dialog import PackDialog
from redactor.ui.review import Item, Show
from redactor.ui.view_switch import View
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver
from tests.ui.test_loop import act, asked, exporting
from tests.ui.test_window import ELODIE, text_of


def shown_ids(window: MainWindow) -> set[str]:
    return {row.id for row in window.review.model.rows if isinstance(row, Item)}


def released(driver: Driver, window: MainWindow, out: Path) -> None:
    assert window.desk.dossier is not None
    window.releasing.start(window.desk.dossier, Choice(out, True, True, "essai"), {})
    driver.until(lambda: not window.releasing.busy)
    assert (out / "manifest.json").exists()
    window.back()


# --- deciding -----------------------------------------------------------------------------


def test_each_of_the_nine_grounds_has_its_key(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    item = driver.item("elodie.treguier@courriel.example")
    assert len(keyed_grounds()) == 9
    for number, code in enumerate(keyed_grounds(), 1):
        window.review.go_to(item.id)
        window.review.list.setFocus()
        driver.press(str(number))
        assert window.desk.review.items[item.id].ground == code


def test_both_ends_of_a_mention_move_by_a_word(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    item = driver.item("Yann Cadiou")
    window.review.go_to(item.id)

    def after(action: str) -> str:
        act(window, action)
        return window.desk.review.items[item.id].mention.text

    assert after("shrink") == "Yann"
    assert after("grow") == "Yann Cadiou"
    assert after("shrink-start") == "Cadiou"
    assert after("grow-start") == "Yann Cadiou"
    assert after("grow").startswith("Yann Cadiou")


def test_a_mention_is_passed_and_reconsidered(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    act(window, "next")
    first = window.review.current
    act(window, "skip")
    assert window.review.current != first
    assert window.desk.review.items[first].undecided
    act(window, "previous")
    assert window.review.current == first
    act(window, "keep-all")
    assert window.desk.review.items[first].decision is Decision.KEEP
    window.review.go_to(first)
    act(window, "reconsider")
    assert window.desk.review.items[first].undecided


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("action", "field"), [("category", "_category"), ("ground", "_ground")])
def test_a_key_opens_the_choice_of_category_or_ground(
    driver: Driver, window: MainWindow, letter: Path, action: str, field: str
) -> None:
    driver.open(letter)
    window.review.go_to(driver.item(ELODIE).id)
    act(window, action)
    combo = getattr(window.review.detail, field)
    assert isinstance(combo, QComboBox)
    assert combo.hasFocus() or combo.view().hasFocus()
    combo.hidePopup()


def test_a_selection_is_added_here_or_everywhere(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    other = make_pdf(tmp_path / "note.pdf", [["Le goudron de la cour, puis le goudron du quai."]])
    driver.open(other, letter)
    window.showing.show("d1")
    canvas = window.pane.canvas
    driver.until(lambda: canvas.layout_of(1) is not None)
    flow = next(each for each in window.desk.flows("d1") if "goudron" in each.text)
    start = flow.text.index("goudron")

    def added() -> int:
        return sum(item.mention.text == "goudron" for item in driver.items())

    canvas.select(1, (Span(flow.id, start, start + 7),))
    act(window, "add")
    assert added() == 1
    canvas.select(1, (Span(flow.id, start, start + 7),))
    act(window, "add-all")
    driver.until(lambda: added() == 2)


# --- filters ------------------------------------------------------------------------------


def test_the_list_shows_what_is_to_be_seen_again_and_what_nobody_confirmed(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    places, items = window.desk.places, driver.items()
    flagged, returned, confirmed = (item.id for item in items[:3])
    places.flag("d1", "demander", mention=flagged)
    places.read([returned], Verdict.RETURNED, "nom public")
    places.read([confirmed], Verdict.CONFIRMED)
    window.review.filter.show_only(Show.MARKED)
    assert shown_ids(window) == {flagged, returned}
    window.review.filter.show_only(Show.UNREAD)
    assert shown_ids(window) == {item.id for item in items} - {confirmed}
    places.read([flagged], Verdict.CONFIRMED)
    assert flagged not in shown_ids(window), "the list follows the reading"


def test_what_the_filter_hides_is_reached_all_the_same(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    other = make_pdf(tmp_path / "autre.pdf", [["Monsieur Ewen Tanguy est venu."]])
    driver.open(letter, other)
    window.showing.show("d1")
    scope = window.review.filter._scope
    scope.setCurrentIndex(scope.findData(True))
    elsewhere = driver.item("Ewen Tanguy")
    assert elsewhere.id not in shown_ids(window)
    window.review.go_to(elsewhere.id)
    assert window.review.current == elsewhere.id
    assert window.shown == elsewhere.document


# --- the gate -----------------------------------------------------------------------------


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
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
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
    window.desk.person = dossier.person = "Seconde lectrice"
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
