"""The loop beyond deciding: flags, entities, disjonctions, the last sweep, the second reader,
and the gate, each through the window."""

import json
from pathlib import Path

import pytest

from redactor.dossier.gate import Reason
from redactor.law.decisions import Decision
from redactor.text.flow import Span
from redactor.ui.ask import Question
from redactor.ui.export_dialog import ExportDialog
from redactor.ui.main_window import MainWindow
from redactor.ui.review import Item
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver
from tests.ui.test_window import ELODIE, text_of


def asked(window: MainWindow) -> Question:
    found = window.findChildren(Question)
    assert found
    return found[-1]


def act(window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()


def exporting(driver: Driver, window: MainWindow) -> ExportDialog:
    def shown() -> list[ExportDialog]:
        return [each for each in window.findChildren(ExportDialog) if each.isVisible()]

    act(window, "export")
    driver.until(shown)
    return shown()[-1]


def test_a_flag_is_found_again_with_its_note(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    item = driver.item(ELODIE)
    window.review.go_to(item.id)
    act(window, "flag")
    from PySide6.QtWidgets import QPlainTextEdit

    note = asked(window).findChild(QPlainTextEdit)
    assert note is not None
    note.setPlainText("Demander au service.")
    asked(window).accept()
    assert "Demander au service." in window.review.detail._note.text()
    assert "à revoir" in window.review.model.spoken(item)
    window.review.list.go_to_row(0)
    act(window, "next-flag")
    assert window.review.current == item.id
    act(window, "flag")
    assert not window.desk.places.flags()
    act(window, "undo")
    assert len(window.desk.places.flags()) == 1


def test_entities_are_split_and_reunited(driver: Driver, window: MainWindow, letter: Path) -> None:
    driver.open(letter)
    first, second = [item for item in driver.items() if item.mention.text == ELODIE]
    assert first.group == second.group
    window.review.go_to(second.id)
    act(window, "split")
    driver.settled()
    items = window.desk.review.items
    assert items[first.id].group != items[second.id].group
    window.review.go_to(second.id)
    act(window, "merge")
    from PySide6.QtWidgets import QComboBox

    combo = asked(window).findChild(QComboBox)
    assert combo is not None
    combo.setCurrentIndex(combo.findData(items[first.id].mention.entity))
    asked(window).accept()
    driver.settled()
    assert items[first.id].group == items[second.id].group
    act(window, "undo")
    act(window, "undo")
    assert items[first.id].group == items[second.id].group


def test_a_passage_and_a_page_are_disjoined(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    canvas = window.pane.canvas
    driver.until(lambda: canvas.layout_of(1) is not None)
    flow = next(f for f in window.desk.flows("d1") if "Commune" in f.text)
    canvas.select(1, (Span(flow.id, 0, 7),))
    act(window, "disjoin")
    asked(window).accept()
    passage = next(item for item in driver.items() if item.mention.text == "Commune")
    assert (passage.decision, passage.ground) == (Decision.DISJOIN, "hors périmètre")
    canvas.go_to(2)
    act(window, "disjoin-page")
    asked(window).accept()
    assert window.desk.places.removed("d1") == {2: "hors périmètre"}
    act(window, "undo")
    assert not window.desk.places.removed("d1")


def test_the_last_sweep_goes_to_pages_that_nobody_saw(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    driver.open(make_pdf(tmp_path / "long.pdf", [[f"Page {n}"] for n in range(1, 5)]))
    canvas = window.pane.canvas
    driver.until(lambda: canvas.layout_of(1) is not None and canvas.layout_of(2) is not None)
    canvas.go_to(1)
    window.desk.places.see("d1", 1)
    window.desk.places.see("d1", 3)
    act(window, "next-unseen")
    driver.until(lambda: canvas.page == 2)
    window.desk.places.see("d1", 2)
    row = window.desk.documents.rows[0]
    assert row.unseen == 1
    act(window, "next-unseen")
    driver.until(lambda: canvas.page == 4)


def test_the_gate_says_each_reason_and_leads_to_its_cure(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    for page in (1, 2):
        window.desk.places.see("d1", page)
    dialog = exporting(driver, window)
    assert not dialog.export.isEnabled()
    hold = next(hold for hold in dialog.gate.buttons if hold.reason is Reason.UNDECIDED)
    dialog.gate.buttons[hold].click()
    row = window.review.row()
    assert isinstance(row, Item)
    assert row.id == hold.mentions[0]


def test_an_override_needs_a_reason_which_is_kept(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    dialog = exporting(driver, window)
    out = tmp_path / "sortie"
    dialog.folder.setText(str(out))
    dialog.override.setChecked(True)
    assert not dialog.export.isEnabled()
    dialog.reason.setText("Délai échu")
    assert dialog.export.isEnabled()
    dialog.accept()
    driver.until(lambda: (out / "manifest.json").exists() and not window.releasing.busy)
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["override"] == "Délai échu"
    assert any(held.startswith("undecided:") for held in manifest["held"])
    assert "Tréguier" not in text_of(out / "communicable" / "lettre.pdf")
    assert window.desk.dossier is not None
    release = window.desk.dossier.proceedings.releases()[0]
    assert (release.note, release.folder) == ("Délai échu", str(out))
    assert window.desk.dossier.documents()[0].state.value == "released"


def test_a_second_reader_confirms_returns_and_signs(
    driver: Driver, window: MainWindow, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.open(letter)
    item = driver.item(ELODIE)
    window.desk.decisions.decide([item.id], Decision.OCCULT)
    assert window.desk.dossier is not None
    monkeypatch.setattr(window.desk, "person", "Seconde lectrice")
    window.desk.dossier.person = window.desk.person
    window.review.go_to(item.id)
    act(window, "return")
    from PySide6.QtWidgets import QLineEdit

    question = asked(window)
    assert not question.action.isEnabled()
    line = question.findChild(QLineEdit)
    assert line is not None
    line.setText("Nom déjà public")
    question.accept()
    assert "Nom déjà public" in window.review.detail._note.text()
    act(window, "confirm")
    assert window.desk.places.readings()[item.id].verdict.value == "confirmed"
    act(window, "sign-off")
    asked(window).accept()
    word = window.desk.dossier.proceedings.signed_off()
    assert word is not None
    assert word.by == "Seconde lectrice"


def test_an_area_gets_a_ground_and_goes_away(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    window.desk.places.add_area("d1", 1, (50, 50, 200, 100))
    dossier = window.desk.dossier
    assert dossier is not None
    (area,) = dossier.areas("d1")
    window.pane.mention_clicked.emit(area.id)
    window.pane.areas.bar.ground_chosen.emit("L.311-6 2°")
    assert dossier.areas("d1")[0].ruling.ground == "L.311-6 2°"
    window.pane.areas.bar.removed.emit()
    assert not dossier.areas("d1")
    act(window, "undo")
    assert len(dossier.areas("d1")) == 1
