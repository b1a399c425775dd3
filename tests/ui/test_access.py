"""For everyone: each control has a name, takes the focus, and is shown whole on small screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from redactor.ui import area_actions, review_pane, status_line
from redactor.ui.about_dialog import AboutDialog
from redactor.ui.appearance import apply_text_size
from redactor.ui.defaults_dialog import DefaultsDialog
from redactor.ui.dossier_dialog import DossierDialog
from redactor.ui.export_dialog import ExportDialog
from redactor.ui.keys_dialog import KeysDialog, KeysEditor
from redactor.ui.main_window import MainWindow
from redactor.ui.pack_dialog import PackDialog
from redactor.ui.page_canvas import PageCanvas
from redactor.ui.releasing import standing
from tests.ui.driving import Driver

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    PageCanvas,
)


def controls(root: QWidget) -> Iterator[QWidget]:
    """Every control, but for the parts that controls are made of."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and not _is_a_part(widget):
            yield widget


def _is_a_part(widget: QWidget) -> bool:
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parent()
    while isinstance(parent, QWidget):
        if isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView):
            return True
        if parent.metaObject().className() in ("QCalendarWidget", "QComboBoxPrivateContainer"):
            return True
        parent = parent.parent()
    return False


def spoken(widget: QWidget) -> str:
    """What assistive technology says a control is."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else ""


@pytest.fixture
def dialogs(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> Iterator[list[QDialog]]:
    driver.open(letter)
    dossier = window.desk.dossier
    assert dossier is not None
    window.actions_by_name["properties"].trigger()
    made = [
        ExportDialog(standing(dossier), tmp_path, window),
        PackDialog(tmp_path, window),
        AboutDialog(window),
        KeysDialog(window.keys, window),
        KeysEditor(window.keys, window),
        DefaultsDialog(dossier.info, window.desk.review.items.values(), window),
        window.findChildren(DossierDialog)[-1],
    ]
    for dialog in made:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    yield made
    for dialog in made:
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_control_of_the_window_has_a_name(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    found = list(controls(window))
    assert len(found) > 40, "the walk sees the window"
    nameless = [
        f"{type(each).__name__} in {type(each.parent()).__name__}"
        for each in found
        # Buttons of which the words come with what they act upon.
        if not spoken(each) and each.isVisible()
    ]
    assert not nameless


def test_every_control_of_a_dialog_has_a_name(dialogs: list[QDialog]) -> None:
    nameless = []
    for dialog in dialogs:
        dialog.show()
        nameless += [
            f"{type(each).__name__} of {type(dialog).__name__}"
            for each in controls(dialog)
            if not spoken(each) and each.isVisible()
        ]
        dialog.close()
    assert not nameless


def test_tab_reaches_every_part_of_the_window(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    driver.press(Qt.Key.Key_F6)
    reached: list[QWidget] = []
    for _ in range(80):
        widget = QApplication.focusWidget()
        if widget is None or widget in reached:
            break
        reached.append(widget)
        window.focusNextChild()
    for wanted in (window.review.list, window.documents, window.pane.canvas):
        assert wanted in reached, f"{type(wanted).__name__} is not in the tab order"
    assert any(each in reached for each in window.review.filter.findChildren(QLineEdit))


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_on_a_small_screen(
    driver: Driver, window: MainWindow, letter: Path, percent: int
) -> None:
    """1366 × 768 with larger text, which is what 200 % of scale leaves of a larger screen."""
    driver.open(letter)
    try:
        apply_text_size(percent)
        window.resize(1366, 768)
        driver.settled()
        QApplication.processEvents()
        assert window.minimumSizeHint().width() <= 1366
        assert window.minimumSizeHint().height() <= 768
        cut = [
            each.text()
            for each in window.findChildren(QPushButton)
            if each.isVisible() and each.width() < each.minimumSizeHint().width()
        ]
        cut += [
            each.text()
            for each in window.findChildren(QLabel)
            if each.isVisible()
            and not each.wordWrap()
            and each.text()
            and each.width() < min(each.minimumSizeHint().width(), 400)
        ]
        assert not cut
    finally:
        apply_text_size(100)


def test_tab_goes_through_a_dialog_from_top_to_bottom(dialogs: list[QDialog]) -> None:
    """A field below another is never reached before it; buttons of a row go with their row."""
    for dialog in dialogs:
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        wanted = [
            each
            for each in controls(dialog)
            if each.isVisible() and each.isEnabled()
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        reached: list[QWidget] = []
        widget: QWidget | None = dialog.nextInFocusChain()
        while widget is not None and widget is not dialog:
            if widget in wanted and widget not in reached:
                reached.append(widget)
            widget = widget.nextInFocusChain()
        assert set(reached) == set(wanted), type(dialog).__name__
        inside = [each for each in reached if not isinstance(each, QPushButton)]
        heights = [each.mapTo(dialog, QPoint()).y() for each in inside]
        assert heights == sorted(heights), type(dialog).__name__
        dialog.close()


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What assistive technology is told to say."""
    said: list[str] = []

    class Ear:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            said.append(event.message())

    for module in (review_pane, status_line, area_actions):
        monkeypatch.setattr(module, "QAccessible", Ear)
    return said


def test_moves_and_what_was_done_are_announced(
    driver: Driver, window: MainWindow, letter: Path, announced: list[str]
) -> None:
    driver.open(letter)
    driver.press(Qt.Key.Key_F6)
    driver.press("n")
    item = window.desk.review.items[window.review.current]
    assert item.mention.text in announced[-1]
    assert "à décider" in announced[-1]
    driver.press("o", shift=True)
    driver.press("z", ctrl=True)
    assert any(each.startswith("Annulé") for each in announced)
    window.desk.places.add_area("d1", 1, (50, 50, 90, 90))
    window.actions_by_name["next-area"].trigger()
    assert "Zone de la page 1" in announced[-1]


def test_the_sentence_of_the_status_bar_is_spoken(window: MainWindow) -> None:
    window.say("Zone occultée")
    labels = [spoken(each) for each in window.statusBar().findChildren(QLabel)]
    assert "Zone occultée" in labels
