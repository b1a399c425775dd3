"""What one dossier proposes otherwise than its profile: chosen, undone, told in the registers."""

import json
import zipfile
from pathlib import Path

from redactor.law.decisions import Decision
from redactor.law.profile import Changes, Comments, Copies
from redactor.release.recheck import recheck
from redactor.ui.defaults_dialog import DefaultsDialog, adjustable
from redactor.ui.export_dialog import Choice
from redactor.ui.main_window import MainWindow
from redactor.ui.sample import sample_files
from tests.ui.driving import Driver
from tests.ui.test_release_again import rows


def opened(window: MainWindow) -> DefaultsDialog:
    window.actions_by_name["defaults"].trigger()
    return window.findChildren(DefaultsDialog)[-1]


def choose(dialog: DefaultsDialog, row: str, decision: Decision) -> None:
    combo = dialog.choices[row]
    combo.setCurrentIndex(combo.findData(decision.value))


def test_a_kind_departs_from_the_profile_and_comes_back(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    email = driver.item("elodie.treguier@courriel.example")
    assert email.decision is Decision.OCCULT
    dialog = opened(window)
    assert "occulter" in dialog.choices["contact:private"].itemText(0)
    choose(dialog, "contact:private", Decision.KEEP)
    assert not dialog.save.isEnabled(), "the register carries a reason"
    assert "1 mention non décidée" in dialog.said.text()
    dialog.why.setText("adresse publiée par l’intéressée")
    dialog.save.click()
    driver.settled()
    assert driver.decision(email) is Decision.KEEP

    window.actions_by_name["undo"].trigger()
    driver.settled()
    assert driver.decision(email) is Decision.OCCULT
    window.actions_by_name["redo"].trigger()
    driver.settled()
    dialog = opened(window)
    assert dialog.changed == {"contact:private": Decision.KEEP}
    dialog.back.click()
    dialog.save.click()
    driver.settled()
    assert driver.decision(email) is Decision.OCCULT
    assert window.desk.dossier is not None
    assert not window.desk.dossier.info.changed_rows


def test_what_a_person_decided_stays(driver: Driver, window: MainWindow, letter: Path) -> None:
    driver.open(letter)
    email = driver.item("elodie.treguier@courriel.example")
    window.desk.decisions.decide([email.id], Decision.OCCULT)
    dialog = opened(window)
    choose(dialog, "contact:private", Decision.KEEP)
    assert "0 mention" in dialog.said.text() or "Aucune" in dialog.said.text()
    dialog.why.setText("essai")
    dialog.save.click()
    driver.settled()
    assert driver.decision(email) is Decision.OCCULT


def test_the_registers_and_the_verification_know_it(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    driver.open(letter)
    dialog = opened(window)
    choose(dialog, "contact:private", Decision.KEEP)
    dialog.why.setText("adresse déjà publique")
    dialog.save.click()
    driver.settled()
    assert window.desk.dossier is not None
    out = tmp_path / "sortie"
    window.releasing.start(window.desk.dossier, Choice(out, True, True, ""), {})
    driver.until(lambda: not window.releasing.busy)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest["departures_why"] == "adresse déjà publique"
    for path in (out / "registre.csv", out / "integrale" / "registre-integral.csv"):
        (line,) = [row for row in rows(path) if row["Identifiant"] == "profil"]
        assert "coordonnées personnelles : conservé (profil : occulté)" in line["Motif"]
    assert recheck(out, replay=False).sound


def test_only_kinds_that_can_be_decided_by_default_are_offered() -> None:
    assert "person:agent" in adjustable()
    assert "health" not in adjustable(), "a signal is always examined by a person"


def test_the_copies_follow_what_the_dossier_says_of_them(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    (report,) = (path for path in sample_files() if path.suffix == ".docx")
    with zipfile.ZipFile(report) as package:
        assert "word/comments.xml" in package.namelist()
        assert b"<w:ins " in package.read("word/document.xml")
    driver.open(report)
    dialog = opened(window)
    for name, value in (("changes", Changes.ACCEPT), ("comments", Comments.REMOVE)):
        dialog.copies[name].setCurrentIndex(dialog.copies[name].findData(value))
    assert dialog.save.isEnabled(), "no kind of mention departs: no reason is asked for"
    dialog.save.click()
    dialog = opened(window)
    assert dialog.written == Copies(Changes.ACCEPT, Comments.REMOVE)
    dialog.reject()
    out = tmp_path / "sortie"
    assert window.desk.dossier is not None
    window.releasing.start(window.desk.dossier, Choice(out, True, True, ""), {})
    driver.until(lambda: not window.releasing.busy)
    (copy,) = (out / "communicable").iterdir()
    with zipfile.ZipFile(copy) as package:
        assert "word/comments.xml" not in package.namelist()
        assert b"<w:ins " not in package.read("word/document.xml")
