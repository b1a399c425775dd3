"""Received files checked in the window, by the real checker."""

from pathlib import Path

import pymupdf

from redactor.check.finding import Finding, Kind
from redactor.ui.check_page import _FINDING
from redactor.ui.main_window import MainWindow
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver
from tests.ui.test_window import text_of


def covered(path: Path) -> Path:
    """A page on which a black box stands over a name that stays in the file."""
    make_pdf(path, [["Monsieur Yann Cadiou, voisin"]])
    with pymupdf.open(path) as document:
        page = document[0]
        box = page.search_for("Yann Cadiou")[0]
        page.draw_rect(box, color=(0, 0, 0), fill=(0, 0, 0))
        document.saveIncr()
    return path


def findings(window: MainWindow) -> dict[Kind, list[tuple[object, Finding]]]:
    tree, found = window.check.tree, dict[Kind, list[tuple[object, Finding]]]()
    for top in range(tree.topLevelItemCount()):
        document = tree.topLevelItem(top)
        assert document is not None
        for group in (document.child(n) for n in range(document.childCount())):
            for item in (group.child(n) for n in range(group.childCount())):
                finding = item.data(0, _FINDING)[1]
                found.setdefault(finding.kind, []).append((item, finding))
    return found


def test_a_text_under_a_box_is_found_shown_and_revealed_on_demand(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    file = covered(tmp_path / "reçu.pdf")
    assert "Cadiou" in text_of(file)
    window.show_check([file])
    driver.until(lambda: not window.checking.busy)
    item, finding = findings(window)[Kind.COVERED_TEXT][0]
    window.check.tree.setCurrentItem(item)  # type: ignore[arg-type]
    assert "Cadiou" in finding.text
    assert "Cadiou" not in window.check.value.text()
    assert window.check.pane.canvas.page_count == 1
    window.check.reveal.click()
    assert "Cadiou" in window.check.value.text()
    report = tmp_path / "rapport.csv"
    window.check.save_report(report)
    assert "Cadiou" not in report.read_text("utf-8-sig")
    assert "reçu.pdf" in report.read_text("utf-8-sig")
    window.check._leave.click()
    assert not window.checking.reports


def test_what_cannot_be_read_is_said_and_never_called_clean(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "cassé.pdf"
    broken.write_bytes(b"%PDF-1.7\nrien")
    window.show_check([broken])
    driver.until(lambda: not window.checking.busy)
    assert Kind.UNREAD in findings(window)
    assert "non" in window.check.tree.topLevelItem(0).text(0)  # type: ignore[union-attr]
    assert "pas pu être lue" in window.check.verdict.text()
    window.check._leave.click()
