"""The dossier as a file and as a request, through the window."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from redactor.dossier.records import Original
from redactor.law.decisions import Decision
from redactor.ui.ask import Question
from redactor.ui.document_model import Stage
from redactor.ui.dossier_dialog import DossierDialog
from redactor.ui.main_window import MainWindow
from redactor.ui.recent import recent
from redactor.ui.single import SingleInstance
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver

ELODIE = "Élodie Tréguier"


def answer(window: MainWindow, kind: type[Question] | type[DossierDialog]) -> None:
    dialog = window.findChild(kind)
    assert dialog is not None
    dialog.accept() if isinstance(dialog, Question) else dialog._answer()


def test_a_new_dossier_says_what_is_asked_by_whom_and_until_when(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    window.actions_by_name["new"].trigger()
    dialog = window.findChild(DossierDialog)
    assert dialog is not None
    dialog.title.setText("Sinistre du 3 février")
    dialog.reference.setText("2026/17")
    dialog.requesters.setPlainText("Yann Cadiou")
    dialog.has_received.setChecked(True)
    dialog._answer()
    driver.until(lambda: window.desk.dossier is not None)
    dossier = window.desk.dossier
    assert dossier is not None
    assert dossier.info.due is not None
    assert dossier.info.received == date.today()
    assert dossier.path.stem.startswith("2026_17")
    assert "Sinistre" in window.windowTitle()
    driver.open(letter)
    assert driver.item("Yann Cadiou").mention.role.value == "demandeur"
    assert dossier.path in recent(window.settings)


def test_a_list_occults_and_spares_at_once(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    listed = tmp_path / "liste.csv"
    listed.write_text("plainte;toujours\nYann Cadiou;jamais\n", "cp1252")
    window.actions_by_name["properties"].trigger()
    dialog = window.findChild(DossierDialog)
    assert dialog is not None
    dialog.import_csv(listed)
    dialog._answer()
    driver.settled()
    driver.until(lambda: any(item.mention.text == "plainte" for item in driver.items()))
    assert driver.decision(driver.item("plainte")) is Decision.OCCULT
    assert driver.decision(driver.item("Yann Cadiou")) is Decision.KEEP


def test_documents_are_ordered_left_out_and_taken_back(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    other = make_pdf(tmp_path / "note.pdf", [["Note de service."]])
    driver.open(letter, other)
    first, second = (row.id for row in window.desk.documents.rows)
    window.showing.show(second)
    window.actions_by_name["move-up"].trigger()
    assert [row.id for row in window.desk.documents.rows] == [second, first]
    window.actions_by_name["exclude"].trigger()
    answer(window, Question)
    row = window.desk.documents.get(second)
    assert row is not None
    assert row.excluded == "hors périmètre"
    window.actions_by_name["undo"].trigger()
    row = window.desk.documents.get(second)
    assert row is not None
    assert not row.excluded
    window.actions_by_name["undo"].trigger()
    assert [row.id for row in window.desk.documents.rows] == [first, second]


def test_an_original_that_moved_is_noticed_and_found_again(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    assert window.desk.dossier is not None
    path = window.desk.dossier.path
    window.close_dossier()
    moved = tmp_path / "ailleurs.pdf"
    letter.rename(moved)
    driver.open(path)
    document = window.desk.documents.rows[0].id
    driver.until(lambda: window.desk.documents.rows[0].original is Original.MISSING)
    window.desk.files.relocate(document, moved)
    row = window.desk.documents.rows[0]
    assert (row.original, row.name) == (Original.SAME, "ailleurs.pdf")
    make_pdf(moved, [["Madame Fatou Benali a écrit."]])
    window.desk.opener.look_at_originals()
    driver.until(lambda: window.desk.documents.rows[0].original is Original.CHANGED)
    window.showing.show(document)
    window.actions_by_name["read-again"].trigger()
    box = window.findChild(QMessageBox)
    assert box is not None
    next(button for button in box.buttons() if button.text() == "Relire").click()
    driver.settled()
    assert window.desk.documents.rows[0].stage is Stage.REVIEW
    assert {item.mention.text for item in driver.items()} >= {"Fatou Benali"}
    assert ELODIE not in {item.mention.text for item in driver.items()}


def test_save_as_goes_on_in_the_copy_and_purge_forgets_everyone(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    count = len(driver.items())
    copy = tmp_path / "copie.redactor"
    window.desk.files.save_as(copy)
    driver.settled()
    driver.until(lambda: len(driver.items()) == count)
    dossier = window.desk.dossier
    assert dossier is not None
    assert dossier.path == copy
    assert "Tréguier".encode() in _inside(copy, tmp_path)
    window.desk.files.purge()
    assert window.desk.dossier is None
    assert "Tréguier".encode() not in _inside(copy, tmp_path)


def _inside(path: Path, folder: Path) -> bytes:
    """The bytes of a dossier that may be open: of its file and its log."""
    log = path.with_name(f"{path.name}-wal")
    return b"".join(
        Path(shutil.copy(each, folder / "bytes")).read_bytes()
        for each in (path, log)
        if each.exists()
    )


def test_a_name_of_one_document_is_looked_for_in_the_others(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    other = make_pdf(tmp_path / "tableau.pdf", [["Suivi des courriers", "TREGUIER Élodie"]])
    driver.open(letter, other)
    driver.settled()
    forms = [item for item in driver.items() if item.mention.text == "TREGUIER Élodie"]
    assert forms
    assert forms[0].group == driver.item(ELODIE).group


def test_a_second_start_gives_its_files_to_the_first(
    qtbot: object, tmp_path: Path, letter: Path
) -> None:
    owner = QObject()
    first, second = SingleInstance(tmp_path, owner), SingleInstance(tmp_path, owner)
    assert not second.give([letter])
    assert first.listen()
    with qtbot.waitSignal(first.asked, timeout=5000) as asked:  # type: ignore[attr-defined]
        assert second.give([letter])
    assert asked.args == [[letter]]
    first.close()


@pytest.mark.parametrize("content", [b"\x00\x01", b"nom;peut-\xeatre\nautre;mal\n"])
def test_what_is_no_list_changes_nothing(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path, content: bytes
) -> None:
    driver.open(letter)
    file = tmp_path / "liste.csv"
    file.write_bytes(content)
    window.actions_by_name["properties"].trigger()
    dialog = window.findChild(DossierDialog)
    assert dialog is not None
    dialog.import_csv(file)
    assert not dialog.always.toPlainText()
    assert dialog._problem.text()
    dialog.reject()


def test_a_dossier_opens_at_the_mention_where_one_was(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    last = driver.items()[-1]
    window.review.go_to(last.id)
    assert window.desk.dossier is not None
    path = window.desk.dossier.path
    window.close_dossier()
    driver.open(path)
    assert window.review.current == last.id


def test_text_is_sized_and_the_list_follows(driver: Driver, window: MainWindow) -> None:
    header = window.review.list.verticalHeader()
    before = header.defaultSectionSize()
    window.actions_by_name["text-larger"].trigger()
    driver.until(lambda: header.defaultSectionSize() > before)
    window.actions_by_name["text-smaller"].trigger()
    driver.until(lambda: header.defaultSectionSize() == before)
