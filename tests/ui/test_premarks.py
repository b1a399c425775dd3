"""What the author had marked is taken up in one action, from PDF and from Word."""

from pathlib import Path

import docx
import pymupdf
import pytest
from docx.enum.text import WD_COLOR_INDEX
from PySide6.QtWidgets import QComboBox

from redactor.law.decisions import Decision
from redactor.ui.ask import Question
from redactor.ui.main_window import MainWindow
from tests.ui.driving import Driver


@pytest.fixture
def marked_pdf(tmp_path: Path) -> Path:
    path = tmp_path / "note.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 90), "La réunion du lundi se tient au moulin.")
        page.insert_text((72, 120), "Le budget est voté sans débat.")
        page.add_highlight_annot(page.search_for("au moulin"))
        page.add_redact_annot(page.search_for("sans débat")[0])
        page.add_redact_annot(pymupdf.Rect(300, 400, 380, 460))
        document.save(path)
    return path


@pytest.fixture
def marked_word(tmp_path: Path) -> Path:
    path = tmp_path / "note.docx"
    document = docx.Document()
    paragraph = document.add_paragraph("Le chemin passe ")
    run = paragraph.add_run("derrière la grange")
    run.font.highlight_color = WD_COLOR_INDEX.TURQUOISE
    paragraph.add_run(", puis descend.")
    document.save(str(path))
    return path


def test_marks_become_decisions_in_one_step(
    driver: Driver, window: MainWindow, marked_pdf: Path, marked_word: Path
) -> None:
    driver.open(marked_pdf, marked_word)
    before = len(driver.items())
    window.actions_by_name["premarked"].trigger()
    driver.until(lambda: window.findChildren(Question))
    question = window.findChildren(Question)[-1]
    combo = question.findChildren(QComboBox)[-1]
    combo.setCurrentIndex(combo.findData("L.311-6 1°"))
    question.accept()
    decided = {item.mention.text: item for item in driver.items()}
    for text in ("au moulin", "sans débat", "derrière la grange"):
        assert decided[text].decision is Decision.OCCULT
        assert decided[text].ground == "L.311-6 1°"
    dossier = window.desk.dossier
    assert dossier is not None
    pdf = next(row.id for row in dossier.documents() if row.name == "note.pdf")
    (area,) = [each for each in dossier.areas(pdf) if not each.suggested]
    assert [round(value) for value in area.box] == [300, 400, 380, 460]
    window.actions_by_name["undo"].trigger()
    assert len(driver.items()) == before
    assert not [each for each in dossier.areas(pdf) if not each.suggested]


def test_nothing_marked_is_said(driver: Driver, window: MainWindow, letter: Path) -> None:
    driver.open(letter)
    window.actions_by_name["premarked"].trigger()
    driver.until(lambda: window.premarks._job is None)
    assert not window.findChildren(Question)
