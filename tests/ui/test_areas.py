"""Areas: drawn, moved, sized, judged and taken away, by mouse and by keyboard."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from redactor.dossier.gate import Reason, holds
from redactor.dossier.records import AreaRow
from redactor.formats.base import Box
from redactor.law.decisions import Decision
from redactor.ui.geometry import GRIPS, grip_at, grips, pulled
from redactor.ui.main_window import MainWindow
from redactor.ui.page_canvas import PageCanvas
from tests.formats.sight.pages import letter as drawn_letter
from tests.formats.sight.pages import save
from tests.ui.driving import Driver

PAGE = (595.0, 842.0)
BOX: Box = (100.0, 100.0, 220.0, 160.0)


# --- pulling a rectangle ------------------------------------------------------------------


@given(
    st.sampled_from(sorted(GRIPS)),
    st.floats(-2000, 2000),
    st.floats(-2000, 2000),
)
def test_a_pulled_rectangle_stays_on_its_page_and_never_vanishes(
    grip: str, dx: float, dy: float
) -> None:
    x0, y0, x1, y1 = pulled(BOX, grip, dx, dy, PAGE, 3.0)
    assert 0 <= x0 <= x1 - 2.999 <= PAGE[0]
    assert 0 <= y0 <= y1 - 2.999 <= PAGE[1]
    assert x1 <= PAGE[0] + 1e-6
    assert y1 <= PAGE[1] + 1e-6


def test_a_corner_moves_two_sides_and_the_inside_all_four() -> None:
    assert pulled(BOX, "south-east", 10, 20, PAGE, 3) == (100, 100, 230, 180)
    assert pulled(BOX, "west", 10, 20, PAGE, 3) == (110, 100, 220, 160)
    assert pulled(BOX, "inside", 10, 20, PAGE, 3) == (110, 120, 230, 180)


def test_a_handle_is_found_near_its_place_and_the_inside_elsewhere() -> None:
    for name, (x, y) in grips(BOX).items():
        assert grip_at(BOX, x + 2, y - 2, 5) == name
    assert grip_at(BOX, 130, 115, 5) == "inside"
    assert grip_at(BOX, 20, 20, 5) == ""


# --- through the window -------------------------------------------------------------------


@pytest.fixture
def canvas(driver: Driver, window: MainWindow, letter: Path) -> PageCanvas:
    driver.open(letter)
    canvas = window.pane.canvas
    canvas.go_to(1)
    driver.until(lambda: canvas.layout_of(1) is not None)
    return canvas


def at(canvas: PageCanvas, x: float, y: float) -> QPoint:
    """Where a place of page 1 is in the view."""
    item = canvas._items[1]
    return canvas.mapFromScene(item.mapToScene(QPointF(x, y)))


def drag(canvas: PageCanvas, start: tuple[float, float], end: tuple[float, float]) -> None:
    left = Qt.MouseButton.LeftButton
    port = canvas.viewport()
    QTest.mousePress(port, left, pos=at(canvas, *start))
    half = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    for place in (half, end):
        QTest.mouseMove(port, at(canvas, *place))
    QTest.mouseRelease(port, left, pos=at(canvas, *end))


def only(window: MainWindow) -> AreaRow:
    (row,) = window.desk.places.areas("d1").values()
    return row


def drawn(window: MainWindow, canvas: PageCanvas) -> AreaRow:
    window.actions_by_name["area"].trigger()
    drag(canvas, (100, 300), (220, 360))
    return only(window)


def test_an_area_is_drawn_moved_and_sized_by_mouse(window: MainWindow, canvas: PageCanvas) -> None:
    row = drawn(window, canvas)
    assert row.box == pytest.approx((100, 300, 220, 360), abs=1.5)
    assert row.ruling.decision is Decision.OCCULT
    assert canvas.areas.name == row.id
    assert not window.actions_by_name["area"].isChecked()

    drag(canvas, (150, 330), (190, 350))
    assert only(window).box == pytest.approx((140, 320, 260, 380), abs=3)
    drag(canvas, (260, 380), (300, 400))
    assert only(window).box == pytest.approx((140, 320, 300, 400), abs=4)
    window.actions_by_name["undo"].trigger()
    assert only(window).box == pytest.approx((140, 320, 260, 380), abs=3)


def test_a_press_beside_the_area_lets_go_of_it(window: MainWindow, canvas: PageCanvas) -> None:
    row = drawn(window, canvas)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(canvas, 60, 500))
    assert canvas.areas.name == ""
    assert not window.pane.areas.bar.isVisible()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(canvas, 150, 330))
    assert canvas.areas.name == row.id
    assert window.pane.areas.bar.isVisible()


def test_an_area_without_a_mouse(driver: Driver, window: MainWindow, canvas: PageCanvas) -> None:
    driver.press(Qt.Key.Key_F7)
    driver.press("z")
    driver.press(Qt.Key.Key_Return)
    first = only(window).box
    for _ in range(3):
        driver.press(Qt.Key.Key_Right)
    driver.press(Qt.Key.Key_Down, shift=True)
    driver.until(lambda: only(window).box != first)
    moved = only(window).box
    assert moved[0] == pytest.approx(first[0] + 18)
    assert moved[3] - moved[1] == pytest.approx(first[3] - first[1] + 6)
    window.actions_by_name["undo"].trigger()
    assert only(window).box == pytest.approx(first)
    driver.press(Qt.Key.Key_Delete)
    assert not window.desk.places.areas("d1")


def test_a_ground_of_its_own(window: MainWindow, canvas: PageCanvas) -> None:
    row = drawn(window, canvas)
    combo = window.pane.areas.bar._ground
    combo.setCurrentIndex(combo.findData("L.311-6 3°"))
    combo.activated.emit(combo.currentIndex())
    assert window.desk.places.areas("d1")[row.id].ruling.ground == "L.311-6 3°"


# --- what the program suggests ------------------------------------------------------------

THINGS = ("handwritten_signature", "stamp", "qr_code")


@pytest.fixture
def signed(driver: Driver, window: MainWindow, tmp_path: Path) -> list[AreaRow]:
    driver.open(save(tmp_path / "signed.pdf", drawn_letter(0, THINGS)))
    waiting = window.desk.places.waiting("d1")
    assert len(waiting) >= 2, "the page shows several things to suggest"
    return waiting


def test_suggestions_hold_the_export_and_are_counted(
    window: MainWindow, signed: list[AreaRow]
) -> None:
    assert window.desk.dossier is not None
    hold = next(h for h in holds(window.desk.dossier) if h.reason is Reason.UNDECIDED)
    assert set(hold.areas) == {row.id for row in signed}
    window.toolbar.show_left(window.desk.review, window.desk.places.waiting_in_all(), seen=True)
    undecided = window.desk.review.undecided() + len(signed)
    assert str(undecided) in window.toolbar._left.text()


def test_suggestions_are_judged_one_after_the_other_by_keyboard(
    driver: Driver, window: MainWindow, signed: list[AreaRow]
) -> None:
    window.desk.decisions.decide([item.id for item in driver.items()], Decision.KEEP)
    window.review.list.setFocus()
    driver.press("n")
    assert window.pane.areas.name == signed[0].id
    driver.press(Qt.Key.Key_Return)
    assert window.desk.places.areas("d1")[signed[0].id].ruling.decision is Decision.OCCULT
    assert window.pane.areas.name == signed[1].id
    driver.press(Qt.Key.Key_Delete)
    assert signed[1].id not in window.desk.places.areas("d1")
    window.actions_by_name["undo"].trigger()
    assert signed[1].id in window.desk.places.areas("d1")


@pytest.mark.parametrize("occult", [True, False])
def test_all_suggestions_at_once_are_one_step(
    window: MainWindow, signed: list[AreaRow], occult: bool
) -> None:
    window.pane.areas.take(signed[0].id)
    bar = window.pane.areas.bar
    button: QPushButton = bar._all if occult else bar._none
    assert str(len(signed)) in button.text()
    button.click()
    assert not window.desk.places.waiting("d1")
    assert bool(window.desk.places.areas("d1")) is occult
    window.actions_by_name["undo"].trigger()
    assert len(window.desk.places.waiting("d1")) == len(signed)
