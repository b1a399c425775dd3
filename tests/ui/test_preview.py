"""A document as it would go out, beside its original, with nothing published."""

from pathlib import Path

from redactor.law.decisions import Decision
from redactor.ui.main_window import MainWindow
from redactor.ui.preview import AUDITED, RELEASED, Preview
from tests.ui.driving import Driver
from tests.ui.test_window import ELODIE, text_of


def test_the_preview_is_the_copy_itself_and_is_erased(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    window.desk.decisions.decide([item.id for item in driver.items()], Decision.OCCULT)
    before = sorted(letter.parent.iterdir())
    window.actions_by_name["preview"].trigger()
    preview = window.findChildren(Preview)[-1]
    driver.until(lambda: preview._copies)
    copies = dict(preview._copies)
    assert ELODIE in text_of(letter)
    assert "Tréguier" not in text_of(copies[RELEASED])
    assert ELODIE in text_of(copies[AUDITED])
    assert preview.copy.canvas.page_count == preview.original.canvas.page_count == 2
    preview.show_copy(AUDITED)
    preview.reject()
    assert not copies[RELEASED].exists()
    assert sorted(letter.parent.iterdir()) == before
    assert window.desk.dossier is not None
    assert not window.desk.dossier.proceedings.releases()
    assert not window.desk.frozen
