"""How the window looks: every pair of colours that carries meaning, at RGAA contrast."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QStyle
from pytestqt.qtbot import QtBot

from redactor.law.decisions import Decision
from redactor.ui.block_layout import FAINT, INK, NEW, NOTE, STRUCK
from redactor.ui.combo import Combo
from redactor.ui.page_item import AUDIT_INK, CURRENT, INKS, SIGNAL_INK
from redactor.ui.palette import CONTRAST, DARK, LIGHT, Theme, contrast, qpalette, stylesheet

TEXT, CONTROL = 4.5, 3.0
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_text_is_readable(theme: Theme) -> None:
    for ground in (theme.window, theme.base, theme.raised, theme.selection):
        assert contrast(theme.text, ground) >= TEXT
        assert contrast(theme.muted, ground) >= TEXT, ground
    assert contrast(theme.on_accent, theme.accent) >= TEXT
    assert contrast(theme.accent, theme.base) >= TEXT


@THEMES
def test_the_words_of_a_decision_are_readable_even_when_chosen(theme: Theme) -> None:
    for decision in Decision:
        for ground in (theme.base, theme.selection):
            assert contrast(theme.of(decision), ground) >= TEXT, (decision, ground)
    for ground in (theme.window, theme.base, theme.selection):
        assert contrast(theme.danger, ground) >= TEXT, ground


@THEMES
def test_icons_that_say_how_a_document_stands_are_seen(theme: Theme) -> None:
    for ground in (theme.window, theme.selection):
        for ink in (theme.danger, theme.review, theme.keep, theme.muted):
            assert contrast(ink, ground) >= CONTROL, (ink, ground)


@THEMES
def test_a_hint_in_an_empty_field_is_drawn_as_readable(qapp: QApplication, theme: Theme) -> None:
    """A style sheet that gives a field its colour halves that of its hint, if it says no more."""
    line = QLineEdit()
    line.setStyleSheet(stylesheet(theme))
    line.ensurePolished()
    hint = line.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint.alpha() == 255
    assert contrast(hint.name(), theme.base) >= TEXT


@THEMES
def test_what_is_typed_hinted_and_chosen_in_a_field_is_readable(theme: Theme) -> None:
    palette, role = qpalette(theme), QPalette.ColorRole
    base = palette.color(role.Base).name()
    for ink in (role.Text, role.PlaceholderText):
        assert contrast(palette.color(ink).name(), base) >= TEXT
    chosen = palette.color(role.Highlight).name()
    assert contrast(palette.color(role.HighlightedText).name(), chosen) >= TEXT
    assert contrast(palette.color(role.ToolTipText).name(), theme.base) >= TEXT
    assert contrast(theme.border, theme.base) >= CONTROL, "the part of a bar that is not done"
    assert contrast(theme.accent, theme.base) >= CONTROL, "the part that is"


@THEMES
def test_the_edges_of_controls_and_the_focus_are_seen(theme: Theme) -> None:
    for ground in (theme.window, theme.base):
        assert contrast(theme.border, ground) >= CONTROL
        assert contrast(theme.accent, ground) >= CONTROL


def test_marks_on_paper_keep_the_letters_readable() -> None:
    for ink in (*INKS.values(), SIGNAL_INK, AUDIT_INK):
        if ink.fill:
            assert contrast("#000000", ink.fill) >= TEXT
        assert contrast(ink.line, "#ffffff") >= CONTROL
    assert contrast(CURRENT, "#ffffff") >= CONTROL


def test_no_two_decisions_are_told_by_colour_alone() -> None:
    looks = [(ink.style, bool(ink.fill)) for ink in INKS.values()]
    assert len(set(looks)) == len(looks)


@THEMES
def test_a_palette_has_the_colours_of_its_theme(theme: Theme) -> None:
    assert qpalette(theme).window().color().name() == theme.window


@THEMES
def test_what_cannot_be_used_looks_otherwise_and_is_still_read(theme: Theme) -> None:
    assert contrast(theme.text, theme.faded) >= 2.5, "white on white said that all could be used"
    assert contrast(theme.faded, theme.window) >= 2.5


def test_what_a_laid_out_document_says_beside_its_text_is_readable() -> None:
    for ground in ("#ffffff", NOTE.name()):
        for ink in (INK.name(), FAINT.name()):
            assert contrast(ink, ground) >= TEXT
    assert contrast(NEW, "#ffffff") >= TEXT
    assert contrast(STRUCK, "#ffffff") >= TEXT


def test_the_name_on_the_edge_of_an_area_is_readable() -> None:
    for ink in INKS.values():
        assert contrast("#ffffff", ink.line) >= TEXT


def test_nothing_chosen_says_so_in_a_list_of_choices(qtbot: QtBot) -> None:
    """« (plusieurs) », where the mentions of an entity differ, was left blank."""
    combo, other = Combo(), Combo()
    for each in (combo, other):
        qtbot.addWidget(each)
        each.addItem("agent")
        each.setCurrentIndex(-1)
        each.resize(160, 30)
    assert combo.grab().toImage() == other.grab().toImage()
    combo.setPlaceholderText("(plusieurs)")
    assert combo.grab().toImage() != other.grab().toImage()


def test_the_buttons_of_a_dialog_bear_no_picture(qtbot: QtBot) -> None:
    """Some desktops put a red cross beside « Annuler »."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    box.setStyleSheet(stylesheet(LIGHT))
    hint = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
    assert box.style().styleHint(hint, None, box) == 0
