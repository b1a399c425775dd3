"""The guided sample: from the empty window to the last step, the keys staying with the work."""

from redactor.ui.main_window import MainWindow
from redactor.ui.tour import steps
from tests.ui.driving import Driver


def test_the_sample_is_guided_and_the_keys_still_decide(driver: Driver, window: MainWindow) -> None:
    window.welcome.sample_wanted.emit()
    assert window.tour.isVisible()
    driver.settled()
    window.review.list.setFocus()
    before = window.desk.review.undecided()
    driver.press("n")
    driver.press("o")
    driver.until(lambda: window.desk.review.undecided() == before - 1)
    for number in range(1, len(steps())):
        window.tour._next.click()
        assert window.tour.step == number
    window.tour._next.click()
    assert not window.tour.isVisible()


def test_the_tour_ends_with_its_dossier(driver: Driver, window: MainWindow) -> None:
    window.welcome.sample_wanted.emit()
    driver.settled()
    window.close_dossier()
    assert not window.tour.isVisible()


def test_every_key_that_the_tour_names_is_a_key(window: MainWindow) -> None:
    known = {action.shortcut().toString() for action in window.actions_by_name.values()}
    for key in ("N", "O", "C", "Shift+O", "A", "Shift+A", "Z", "Ctrl+Z", "G", "Ctrl+P", "Ctrl+E"):
        assert key in known, key
