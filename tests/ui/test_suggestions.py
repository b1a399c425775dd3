"""Suggested areas come into the window's dossier, and wait there for a person."""

from pathlib import Path

from redactor.ui.main_window import MainWindow
from tests.formats.sight.pages import letter as drawn_letter
from tests.formats.sight.pages import save
from tests.ui.driving import Driver


def test_a_signature_waits_in_the_dossier_of_the_window(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    driver.open(save(tmp_path / "signed.pdf", drawn_letter(0, ("handwritten_signature",))))
    dossier = window.desk.dossier
    assert dossier is not None
    (waiting,) = dossier.suggestions("d1")
    assert (waiting.page, waiting.kind) == (1, "handwritten_signature")
    assert window.desk.reading("d1").ocr_cache == dossier.recognised
    window.desk.places.change_area("d1", waiting.id, decision=None)
    assert dossier.suggestions("d1")
    window.desk.places.remove_area("d1", waiting.id)
    assert not dossier.suggestions("d1")
    assert not window.desk.places.areas("d1")
