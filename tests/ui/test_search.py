"""Search and occult across the dossier, through the window."""

from pathlib import Path

from PySide6.QtCore import Qt

from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.ui.main_window import MainWindow
from redactor.ui.search_dialog import TEXT, WHERE, SearchDialog
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver


def opened(driver: Driver, window: MainWindow, *paths: Path) -> SearchDialog:
    driver.open(*paths)
    window.actions_by_name["find"].trigger()
    dialog = window.findChild(SearchDialog)
    assert dialog is not None
    return dialog


def search(driver: Driver, dialog: SearchDialog, text: str) -> list[str]:
    dialog.text.setText(text)
    dialog.search()
    driver.until(lambda: "…" not in dialog.said.text())
    return [hit.text for hit in dialog.hits.hits]


def test_what_is_found_is_listed_with_its_words_around(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    other = make_pdf(tmp_path / "note.pdf", [["Rien.", "La mairie de VOISIN-le-Haut répond."]])
    dialog = opened(driver, window, letter, other)
    assert search(driver, dialog, "mairie") == ["mairie", "mairie"]
    first, second = dialog.hits.hits
    assert first.where == "lettre.pdf, p. 2"
    assert first.before.endswith("reçue le 12 mars en ")
    assert (second.where, second.after[:4]) == ("note.pdf, p. 1", " de ")
    assert search(driver, dialog, "voisin*") == ["voisin", "VOISIN-le-Haut"]
    assert search(driver, dialog, "introuvable") == []
    assert not dialog.occult.isEnabled()
    dialog.reject()


def test_some_are_added_and_the_rest_stays(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    dialog = opened(driver, window, letter)
    assert search(driver, dialog, "m*i*") != []
    found = search(driver, dialog, "l?")
    assert found == ["le", "les", "le"] or len(found) >= 2
    count = len(dialog.hits.hits)
    dialog.nothing.click()
    driver.press_on(dialog.table, Qt.Key.Key_Space)
    assert len(dialog.hits.chosen) == 1
    before = len(driver.items())
    dialog.category.setCurrentIndex(dialog.category.findData(Category.CUSTOM))
    driver.until(lambda: all(window.pane.canvas.layout_of(page) for page in (1, 2)))
    dialog.table.setCurrentIndex(dialog.hits.index(1, WHERE))
    dialog.table.setCurrentIndex(dialog.hits.index(0, WHERE))
    assert window.pane.selecting.spans
    dialog.add()
    assert len(driver.items()) == before + 1
    assert not window.pane.selecting.spans
    driver.until(lambda: dialog.hits.hits and dialog.hits.hits[0].done)
    assert len(dialog.hits.chosen) == count - 1
    window.actions_by_name["undo"].trigger()
    assert len(driver.items()) == before
    dialog.reject()


def test_what_is_a_mention_already_is_decided_not_doubled(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    dialog = opened(driver, window, letter)
    search(driver, dialog, "yann cadiou")
    before = len(driver.items())
    assert [hit.state for hit in dialog.hits.hits] == ["à décider"]
    dialog.add()
    assert len(driver.items()) == before
    assert driver.decision(driver.item("Yann Cadiou")) is Decision.OCCULT
    dialog.reject()


def test_a_form_of_the_profile_is_looked_for_without_a_word(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    dialog = opened(driver, window, letter)
    at = dialog.form.findData(Category.EMAIL)
    assert at > 0
    dialog.form.setCurrentIndex(at)
    driver.until(lambda: dialog.hits.hits)
    assert [hit.text for hit in dialog.hits.hits] == ["elodie.treguier@courriel.example"]
    assert dialog.category.currentData() == Category.EMAIL
    dialog.reject()


def test_a_result_is_shown_on_its_page(driver: Driver, window: MainWindow, letter: Path) -> None:
    dialog = opened(driver, window, letter)
    driver.until(lambda: window.pane.canvas.layout_of(2) is not None)
    search(driver, dialog, "mairie")
    dialog.table.setCurrentIndex(dialog.hits.index(0, WHERE))
    driver.until(lambda: window.pane.canvas.page == 2)
    assert dialog.hits.data(dialog.hits.index(0, TEXT)) == "mairie"
    dialog.reject()


def test_a_name_that_the_end_of_a_page_cuts_is_found_in_its_two_halves(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    path = make_pdf(
        tmp_path / "coupe.pdf",
        [["Le conseil entend le rapport de Mme Kermar-"], ["rec, puis vote la subvention."]],
    )
    dialog = opened(driver, window, path)
    assert all("Kermarrec" not in flow.text for flow in window.desk.flows("d1"))
    assert search(driver, dialog, "kermarrec") == ["Kermar-", "rec"]
    dialog.add()
    halves = [item for item in driver.items() if item.mention.text in ("Kermar-", "rec")]
    assert [item.mention.page for item in halves] == [1, 2]
    assert {item.decision for item in halves} == {Decision.OCCULT}
    dialog.reject()


def test_a_phrase_that_the_end_of_a_page_cuts_without_a_hyphen_is_found(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    path = make_pdf(
        tmp_path / "tournee.pdf",
        [
            ["Le rapport a été lu par Mme Élodie", "Page 1 sur 2"],
            ["Commune de Saint-Aubin", "Tréguier, puis mis aux voix."],
        ],
    )
    dialog = opened(driver, window, path)
    assert all("Élodie Tréguier" not in " ".join(f.text.split()) for f in window.desk.flows("d1"))
    assert search(driver, dialog, "elodie treguier") == ["Élodie", "Tréguier"]
    assert search(driver, dialog, "voix") == ["voix"]
    dialog.reject()
