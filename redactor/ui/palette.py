"""Colours of the window: three themes as data, and their contrast.

Fusion follows a QPalette everywhere, high contrast included, so a theme is one palette and
a short style sheet for what a palette cannot say. A test holds every pair that carries
meaning to RGAA 3.2 / 3.3 (WCAG 1.4.3 and 1.4.11): 4.5:1 for text, 3:1 for controls.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from redactor.law.decisions import Decision
from redactor.paths import resource


class Appearance(StrEnum):
    """What a person chooses in the menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as ``#rrggbb``."""

    name: Appearance
    window: str
    base: str
    raised: str
    """Buttons, chips, the rows that head a group."""
    text: str
    muted: str
    border: str
    """The edge of a control: 3:1 on window and base."""
    hairline: str
    """Separators, which carry no meaning of their own."""
    accent: str
    on_accent: str
    selection: str
    """Behind the current row; `text` stays readable on it."""
    review: str
    occult: str
    keep: str
    disjoin: str
    danger: str
    desk: str
    """Around the pages."""
    faded: str
    """What cannot be used now: its words and its icon."""

    def of(self, decision: Decision) -> str:
        """The colour of a decision, readable as text on `base`."""
        return {
            Decision.REVIEW: self.review,
            Decision.OCCULT: self.occult,
            Decision.KEEP: self.keep,
            Decision.DISJOIN: self.disjoin,
        }[decision]


LIGHT = Theme(
    name=Appearance.LIGHT,
    window="#f3f4f6",
    base="#ffffff",
    raised="#e9ebef",
    text="#1a1d21",
    muted="#555c66",
    border="#7d8590",
    hairline="#d5d9de",
    accent="#1d4ed8",
    on_accent="#ffffff",
    selection="#dbe6fe",
    review="#9a4a00",
    occult="#1a1d21",
    keep="#17692f",
    disjoin="#6d28d9",
    danger="#b3261e",
    desk="#dfe2e6",
    faded="#8d949d",
)

DARK = Theme(
    name=Appearance.DARK,
    window="#1c1e22",
    base="#24272c",
    raised="#33373e",
    text="#eceef1",
    muted="#aeb5be",
    border="#838b96",
    hairline="#3d424a",
    accent="#8ab4ff",
    on_accent="#0a1a33",
    selection="#2b3f66",
    review="#ffb65c",
    occult="#eceef1",
    keep="#72d18b",
    disjoin="#c4a6ff",
    danger="#ff9a91",
    desk="#131519",
    faded="#6d747e",
)

CONTRAST = Theme(
    name=Appearance.CONTRAST,
    window="#000000",
    base="#000000",
    raised="#1a1a1a",
    text="#ffffff",
    muted="#ffffff",
    border="#ffffff",
    hairline="#ffffff",
    accent="#ffe100",
    on_accent="#000000",
    selection="#00317a",
    review="#ffb84d",
    occult="#ffffff",
    keep="#6dff8f",
    disjoin="#d8bfff",
    danger="#ff9d94",
    desk="#000000",
    faded="#7f7f7f",
)

_THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def theme_of(appearance: Appearance) -> Theme:
    """The theme to show; `SYSTEM` asks the desktop, its contrast setting first."""
    if appearance is not Appearance.SYSTEM:
        return _THEMES[appearance]
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, « relative luminance »)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def qpalette(theme: Theme) -> QPalette:
    """The theme as Fusion wants it."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.ToolTipBase: theme.base,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.base,
        role.Midlight: theme.hairline,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.border,
    }.items():
        palette.setColor(which, QColor(colour))
    faded = QColor(theme.faded)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return palette


def _drawn(name: str, theme: Theme) -> str:
    return (resource("icons") / f"{name}-{theme.name}.svg").as_posix()


def stylesheet(theme: Theme) -> str:
    """What the palette cannot say. Kept short: every rule costs Fusion's own drawing."""
    return f"""
    QToolTip {{ color: {theme.text}; background: {theme.base};
        border: 1px solid {theme.border}; padding: 4px 6px; }}
    QMainWindow::separator, QSplitter::handle {{ background: {theme.hairline}; }}
    QToolBar {{ background: {theme.window}; border: 0; border-bottom: 1px solid {theme.hairline};
        padding: 5px 8px; spacing: 4px; }}
    QToolBar::separator {{ background: {theme.hairline}; width: 1px; margin: 4px 6px; }}
    QToolBar QToolButton {{ padding: 5px 8px; border: 1px solid transparent; border-radius: 5px; }}
    QToolBar QToolButton:hover {{ background: {theme.raised}; }}
    QToolBar QToolButton:focus {{ border-color: {theme.accent}; }}
    QStatusBar {{ border-top: 1px solid {theme.hairline}; }}
    QStatusBar::item {{ border: 0; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QPushButton {{ padding: 6px 14px; border: 1px solid {theme.border}; border-radius: 5px;
        background: {theme.base}; color: {theme.text}; }}
    QPushButton:hover {{ background: {theme.raised}; }}
    QPushButton:pressed {{ background: {theme.hairline}; }}
    QPushButton:disabled {{ color: {theme.faded}; border: 1px dashed {theme.faded};
        background: {theme.window}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 5px 13px; }}
    QPushButton:checked {{ background: {theme.selection}; border-color: {theme.accent}; }}
    QPushButton[primary="true"] {{ background: {theme.accent}; color: {theme.on_accent};
        border-color: {theme.accent}; font-weight: 600; }}
    QPushButton[primary="true"]:disabled {{ background: {theme.window}; color: {theme.faded};
        border: 1px dashed {theme.faded}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {theme.text}; }}
    QLineEdit, QComboBox, QDateEdit, QPlainTextEdit {{ padding: 5px 7px;
        border: 1px solid {theme.border}; border-radius: 5px;
        background: {theme.base}; color: {theme.text};
        selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.muted}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled {{ placeholder-text-color: {theme.faded}; }}
    QDialog QPlainTextEdit {{ border: 1px solid {theme.border}; border-radius: 5px; }}
    QDialog QPlainTextEdit:focus {{ border: 2px solid {theme.accent}; }}
    QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QPlainTextEdit:disabled {{
        color: {theme.faded}; background: {theme.window}; border: 1px dashed {theme.faded}; }}
    QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QPlainTextEdit:focus {{
        border: 2px solid {theme.accent}; padding: 4px 6px; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: 15px; height: 15px;
        border: 1px solid {theme.border}; border-radius: 3px; background: {theme.base}; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {theme.accent};
        border-color: {theme.accent}; image: url("{_drawn("check", theme)}"); }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
        border: 1px dashed {theme.faded}; }}
    QCheckBox:focus, QRadioButton:focus {{ outline: 0; text-decoration: underline; }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{
        border: 2px solid {theme.accent}; }}
    QComboBox, QDateEdit {{ padding-right: 24px; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 24px; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{
        image: url("{_drawn("combo", theme)}"); width: 14px; height: 14px; }}
    QComboBox QAbstractItemView {{ background: {theme.base}; color: {theme.text};
        border: 1px solid {theme.border}; selection-background-color: {theme.accent};
        selection-color: {theme.on_accent}; }}
    QSplitter::handle:vertical {{ background: {theme.window}; }}
    QAbstractScrollArea {{ border: 0; }}
    QTreeView {{ show-decoration-selected: 1; }}
    QTreeView::item {{ padding: 4px 2px; }}
    QTreeView::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
    QHeaderView::section {{ background: {theme.window}; color: {theme.text}; border: 0;
        border-bottom: 1px solid {theme.border}; padding: 5px 4px; font-weight: 600; }}
    QTabWidget::pane {{ border: 1px solid {theme.hairline}; border-radius: 5px; top: -1px; }}
    QTabBar::tab {{ padding: 7px 14px; border: 1px solid transparent; color: {theme.text};
        border-bottom: 3px solid transparent; }}
    QTabBar::tab:selected {{ border-bottom-color: {theme.accent}; font-weight: 600; }}
    QTabBar::tab:focus {{ border-color: {theme.accent}; }}
    QListView#documents {{ background: {theme.window}; }}
    QScrollBar:vertical {{ width: 12px; background: transparent; margin: 0; }}
    QScrollBar:horizontal {{ height: 12px; background: transparent; margin: 0; }}
    QScrollBar::handle {{ background: {theme.border}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QAbstractScrollArea[framed="true"] {{ border: 1px solid {theme.hairline}; border-radius: 5px; }}
    QLabel[role="title"] {{ font-size: 20pt; font-weight: 600; }}
    QLabel[role="heading"] {{ font-weight: 600; }}
    QLabel[role="muted"] {{ color: {theme.muted}; }}
    QLabel[role="danger"] {{ color: {theme.danger}; font-weight: 600; }}
    QProgressBar {{ border: 1px solid {theme.border}; border-radius: 4px; background: {theme.base};
        text-align: center; max-height: 14px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
    QFrame[card="true"] {{ background: {theme.base}; border: 1px solid {theme.hairline};
        border-radius: 8px; }}
    """
