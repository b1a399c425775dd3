"""After a CADA opinion: a released dossier is opened again, and what changes is shown."""

import csv
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from redactor.dossier.records import State
from redactor.law.decisions import Decision
from redactor.release.recheck import recheck
from redactor.ui.ask import Question
from redactor.ui.changes_dialog import ChangesDialog
from redactor.ui.dossier_dialog import DossierDialog
from redactor.ui.export_dialog import Choice
from redactor.ui.main_window import MainWindow
from tests.ui.driving import Driver
from tests.ui.test_window import ELODIE


def release(driver: Driver, window: MainWindow, out: Path) -> None:
    assert window.desk.dossier is not None
    held = ("undecided:2", "unseen:2")
    window.releasing.start(window.desk.dossier, Choice(out, True, True, "délai échu", held), {})
    driver.until(lambda: not window.releasing.busy)
    assert (out / "manifest.json").exists()


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_next_release_says_what_it_changes(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    item = driver.item(ELODIE)
    window.desk.places.add_area("d1", 1, (50, 600, 90, 640))
    release(driver, window, tmp_path / "une")
    dossier = window.desk.dossier
    assert dossier is not None
    assert all(row.released for row in window.desk.documents.rows)
    window.back()
    window.desk.decisions.decide([item.id], Decision.KEEP)
    driver.settled()
    assert not window.desk.documents.rows[0].released
    assert dossier.documents()[0].state is State.TO_REVIEW
    window.actions_by_name["changes"].trigger()
    driver.until(lambda: window.findChildren(ChangesDialog))
    dialog = window.findChildren(ChangesDialog)[-1]
    head = dialog.tree.topLevelItem(0)
    assert head is not None
    lines = [head.child(row) for row in range(head.childCount())]
    assert [(line.text(0), line.text(1)) for line in lines if line is not None] == [
        (ELODIE, "devient lisible")
    ]
    assert "la suivante sera la 2" in dialog.said.text()
    dialog.reject()
    window.actions_by_name["undo"].trigger()
    driver.settled()
    assert window.desk.documents.rows[0].released


def test_an_override_and_who_drew_an_area_are_in_the_registers(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    window.desk.places.add_area("d1", 1, (50, 600, 90, 640))
    out = tmp_path / "sortie"
    release(driver, window, out)
    for path in (out / "registre.csv", out / "integrale" / "registre-integral.csv"):
        told = rows(path)
        assert told[-1]["Identifiant"] == "override"
        assert told[-1]["Origine"] == "raison : délai échu"
        assert "2 pages non vues" in told[-1]["Motif"]
        (area,) = [row for row in told if row["Emplacement"].startswith("zone")]
        assert area["Décidé par"] == window.desk.person
        assert area["Décidé le"]
    assert recheck(out, replay=False).sound


def test_a_dossier_is_made_opened_and_changed_under_a_passphrase(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    window.actions_by_name["new"].trigger()
    dialog = window.findChildren(DossierDialog)[-1]
    dialog.title.setText("Protégé")
    dialog.passphrase.setText("l'étang gelé")
    dialog.again.setText("autre")
    dialog._answer()
    assert dialog.isVisible()
    dialog.again.setText("l'étang gelé")
    dialog._answer()
    driver.until(lambda: window.desk.dossier is not None)
    driver.open(letter)
    assert window.desk.dossier is not None
    path = window.desk.dossier.path
    window.desk.decisions.decide([driver.item(ELODIE).id], Decision.OCCULT)
    window.close_dossier()
    assert "Tréguier".encode() not in path.read_bytes()
    for given, opens in (("faux", False), ("l'étang gelé", True)):
        if given == "faux":
            window.open_paths([path])
        driver.until(lambda: [q for q in window.findChildren(Question) if q.isVisible()])
        question = [q for q in window.findChildren(Question) if q.isVisible()][-1]
        line = question.findChild(QLineEdit)
        assert line is not None
        line.setText(given)
        question.accept()
        driver.until(lambda opens=opens: bool(window.desk.dossier) is opens)  # type: ignore[misc]
    driver.settled()
    assert driver.decision(driver.item(ELODIE)) is Decision.OCCULT
    window.desk.files.protect("")
    driver.until(lambda: window.desk.dossier is not None and not window.desk.busy)
    assert not window.desk.dossier.protected
    assert driver.decision(driver.item(ELODIE)) is Decision.OCCULT
