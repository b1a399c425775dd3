"""The whole job through the real window, with real workers."""

import csv
import json
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt

from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision
from redactor.text.flow import Channel
from redactor.text.fold import fold
from redactor.ui.document_model import Stage
from redactor.ui.export_dialog import Choice
from redactor.ui.main_window import MainWindow
from redactor.ui.page_canvas import PageCanvas
from redactor.ui.review import Filter, Group, Item, Show
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver

ELODIE = "Élodie Tréguier"


def text_of(path: Path) -> str:
    with pymupdf.open(path) as document:
        return "".join(page.get_text() for page in document)


def in_view(canvas: PageCanvas, page: int, mention: str) -> bool:
    """Whether a mention's mark is on the screen."""
    boxes = canvas._boxes_of(page, mention)
    seen = canvas.seen_of(page)
    return any(seen.contains(x0, y0) and seen.contains(x1, y1) for x0, y0, x1, y1 in boxes)


def test_the_whole_job_from_opening_to_the_copies(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    assert ELODIE in text_of(letter)
    driver.open(letter)
    row = window.desk.documents.rows[0]
    assert (row.stage, row.pages) == (Stage.REVIEW, 2)

    driver.window.review.go_to(driver.item(ELODIE).id)
    window.actions_by_name["occult-all"].trigger()
    same = [item for item in driver.items() if item.group == driver.item(ELODIE).group]
    assert len(same) == 2
    assert {item.decision for item in same} == {Decision.OCCULT}
    for item in driver.items():
        if item.undecided:
            window.review.go_to(item.id)
            window.actions_by_name["keep"].trigger()
    assert window.desk.review.undecided() == 0

    out = tmp_path / "communication"
    window.releasing.start(window.desk.dossier, Choice(out, False, False, ""), {})  # type: ignore[arg-type]
    driver.until(lambda: not window.releasing.busy)
    assert window.screens.currentWidget() is window.result

    redacted = text_of(out / "communicable" / "lettre.pdf")
    assert "Tréguier" not in redacted
    assert "a été reçue le 12 mars en mairie." in redacted
    assert ELODIE in text_of(out / "integrale" / "lettre.pdf")
    manifest = json.loads((out / "manifest.json").read_text())
    with (out / "registre.csv").open(encoding="utf-8-sig", newline="") as file:
        register = list(csv.reader(file, delimiter=";"))
    spans = manifest["documents"][0]["spans"]
    assert len(register) - 1 == len(spans) >= 2


def test_a_review_by_keyboard_alone(driver: Driver, window: MainWindow, letter: Path) -> None:
    driver.open(letter)
    driver.press(Qt.Key.Key_F6)
    assert window.review.list.hasFocus()
    driver.press("n")
    first = window.review.row()
    assert isinstance(first, Item)
    assert first.undecided
    driver.press("o")
    assert driver.decision(first) is Decision.OCCULT
    second = window.review.row()
    assert isinstance(second, Item)
    assert second.id != first.id
    driver.press("c", shift=True)
    assert driver.decision(second) is Decision.KEEP
    driver.press("z", ctrl=True)
    assert driver.decision(second) is Decision.REVIEW
    driver.press("y", ctrl=True)
    assert driver.decision(second) is Decision.KEEP
    window.review.go_to(first.id)
    driver.press("2")
    assert window.desk.review.items[first.id].ground == "L.311-6 2°"
    driver.press("d")
    assert driver.decision(first) is Decision.REVIEW


def test_letters_typed_in_a_field_decide_nothing(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    before = {item.id: item.decision for item in driver.items()}
    driver.press("f", ctrl=True)
    for letter_key in "coco":
        driver.press(letter_key)
    assert window.review.filter.filter().text == "coco"
    assert {item.id: item.decision for item in driver.items()} == before


def test_the_page_follows_the_list(driver: Driver, window: MainWindow, letter: Path) -> None:
    driver.open(letter)
    on_second = next(item for item in driver.items() if item.mention.page == 2)
    window.review.go_to(on_second.id)
    driver.until(lambda: in_view(window.pane.canvas, 2, on_second.id))


def test_the_filter_narrows_and_says_when_nothing_is_left(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    window.review.filter.changed.emit(Filter(text="tréguier", show=Show.ALL))
    shown = [row for row in window.review.model.rows if isinstance(row, Item)]
    assert shown
    assert all("treguier" in fold(row.mention.text) for row in shown)
    window.review.filter.changed.emit(Filter(text="introuvable"))
    assert not window.review.model.rows
    assert window.review._empty.isVisible()


def test_selected_text_becomes_a_mention_everywhere(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    canvas = window.pane.canvas
    driver.until(lambda: canvas.layout_of(1) is not None)
    flow = next(f for f in window.desk.flows("d1") if "mars" in f.text)
    start = flow.text.index("mars")
    driver.until(lambda: canvas.layout_of(2) is not None)
    canvas.word_wanted.emit(2, type(driver.items()[0].mention.span)(flow.id, start, start + 1))
    assert window.pane.selecting.bar.isVisible()
    before = len(driver.items())
    window.pane.selecting.add(Category.CUSTOM)
    added = [item for item in driver.items() if item.mention.text == "mars"]
    assert len(driver.items()) == before + 1
    assert added[0].decision is Decision.OCCULT
    window.actions_by_name["undo"].trigger()
    assert len(driver.items()) == before


def test_category_and_role_change_what_the_profile_says(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    item = driver.item(ELODIE)
    window.review.go_to(item.id)
    window.review.detail.role_changed.emit(Role.AGENT)
    changed = window.desk.review.items[item.id]
    assert changed.mention.role is Role.AGENT
    assert changed.decision is Decision.KEEP  # an agent's name is communicable
    window.review.detail.category_changed.emit(Category.ADDRESS)
    assert window.desk.review.items[item.id].mention.category is Category.ADDRESS


def test_one_file_that_fails_leaves_the_others_going(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "cassé.pdf"
    broken.write_bytes(b"%PDF-1.7\nrien de plus")
    empty = tmp_path / "vide.docx"
    empty.write_bytes(b"")
    driver.open(broken, empty, letter)
    stages = {row.name: row for row in window.desk.documents.rows}
    assert stages["cassé.pdf"].stage is Stage.FAILED
    assert stages["vide.docx"].error.startswith("Le fichier est vide.")
    assert stages["lettre.pdf"].stage is Stage.REVIEW
    assert stages["lettre.pdf"].mentions > 0


def test_a_dossier_opens_where_one_left_it(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    item = driver.item(ELODIE)
    window.desk.decisions.decide([item.id], Decision.OCCULT)
    assert window.desk.dossier is not None
    path = window.desk.dossier.path
    count = len(driver.items())
    window.close_dossier()
    assert not driver.items()
    driver.open(path)
    assert len(driver.items()) == count
    assert driver.decision(item) is Decision.OCCULT


def test_a_scan_is_read_by_its_pixels_or_said_to_be_unread(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    source = make_pdf(tmp_path / "source.pdf", [["Madame Élodie Tréguier"]])
    scan = tmp_path / "scan.pdf"
    with pymupdf.open(source) as pages, pymupdf.open() as copy:
        pixels = pages[0].get_pixmap(dpi=72)
        copy.new_page().insert_image(pages[0].rect, pixmap=pixels)
        copy.save(scan)
    assert not text_of(scan).strip()
    driver.open(scan)
    row = window.desk.documents.rows[0]
    recognised = [flow for flow in window.desk.flows(row.id) if flow.channel is Channel.OCR]
    assert row.unread or recognised


@pytest.mark.parametrize("collapse", [True, False])
def test_left_and_right_fold_an_entity(
    driver: Driver, window: MainWindow, letter: Path, collapse: bool
) -> None:
    driver.open(letter)
    driver.press(Qt.Key.Key_F6)
    window.review.list.go_to_row(0)
    group = window.review.row()
    assert isinstance(group, Group)
    rows = len(window.review.model.rows)
    driver.press(Qt.Key.Key_Left)
    assert len(window.review.model.rows) == rows - len(group.items)
    if not collapse:
        driver.press(Qt.Key.Key_Right)
        assert len(window.review.model.rows) == rows
    window.review.model.toggle(group.key, closed=False)
