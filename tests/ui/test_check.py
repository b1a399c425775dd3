"""Received files checked in the window, by the real checker."""

from pathlib import Path
from typing import Any

import pymupdf
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidgetItem

from redactor.check.finding import Finding, Kind
from redactor.ui.ask import Question
from redactor.ui.check_tree import FINDING
from redactor.ui.main_window import MainWindow
from tests.ui.conftest import make_pdf
from tests.ui.driving import LONG, Driver
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


def findings(window: MainWindow) -> dict[Kind, list[tuple[QTreeWidgetItem, Finding]]]:
    tree, found = window.check.tree, dict[Kind, list[tuple[QTreeWidgetItem, Finding]]]()
    for document in children(tree.invisibleRootItem()):
        for group in children(document):
            for item in children(group):
                finding = item.data(0, FINDING)[1]
                found.setdefault(finding.kind, []).append((item, finding))
    return found


def children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for n in range(item.childCount()) if (child := item.child(n)) is not None]


def test_a_text_under_a_box_is_found_shown_and_revealed_on_demand(
    driver: Driver, window: MainWindow, tmp_path: Path, qtbot: Any
) -> None:
    file = covered(tmp_path / "reçu.pdf")
    assert "Cadiou" in text_of(file)
    window.show_check([file])
    driver.until(lambda: not window.checking.busy)
    item, finding = findings(window)[Kind.COVERED_TEXT][0]
    window.check.tree.setCurrentItem(item)
    assert "Cadiou" in finding.text
    assert "Cadiou" not in window.check.card.value.text()
    assert window.check.pane.canvas.page_count == 1
    window.check.card.reveal.click()
    assert "Cadiou" in window.check.card.value.text()
    report = tmp_path / "rapport.csv"
    with qtbot.waitSignal(window.check.saving.written, timeout=LONG):
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


def test_a_finding_set_aside_leaves_the_verdict_and_keeps_its_reason(
    driver: Driver, window: MainWindow, tmp_path: Path, qtbot: Any
) -> None:
    window.show_check([covered(tmp_path / "reçu.pdf")])
    driver.until(lambda: not window.checking.busy)
    assert "fuite" in window.check.verdict.text()
    for kind, found in findings(window).items():
        for item, finding in found:
            if kind is Kind.COVERED_TEXT:
                window.check.tree.setCurrentItem(item)
                window.check.card.aside.click()
                question = window.check.findChildren(Question)[-1]
                assert not question.action.isEnabled(), "a reason is needed"
                question.findChild(QLineEdit).setText("nom déjà public")  # type: ignore[union-attr]
                question.accept()
                assert tuple(window.checking.aside.values()) == ("nom déjà public",)
                assert any(finding == aside for _, aside in window.checking.aside)
    assert "fuite" not in window.check.verdict.text()
    report = tmp_path / "rapport.pdf"
    with qtbot.waitSignal(window.check.saving.written, timeout=LONG):
        window.check.save_report(report)
    with pymupdf.open(report) as document:
        text = "".join(page.get_text() for page in document)
    assert "nom déjà public" in text
    assert "Cadiou" not in text
    window.check._leave.click()


def test_a_file_under_password_is_asked_for_and_read(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    plain = covered(tmp_path / "clair.pdf")
    locked = tmp_path / "protégé.pdf"
    with pymupdf.open(plain) as document:
        document.save(locked, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="lilas", owner_pw="x")
    window.show_check([locked])
    driver.until(lambda: not window.checking.busy)
    item, _ = findings(window)[Kind.UNREAD][0]
    window.check.tree.setCurrentItem(item)
    assert window.check.card.password.isVisibleTo(window.check)
    window.check.card.password.click()
    question = window.check.findChildren(Question)[-1]
    question.findChild(QLineEdit).setText("lilas")  # type: ignore[union-attr]
    question.accept()
    driver.until(lambda: not window.checking.busy)
    assert Kind.COVERED_TEXT in findings(window)
    window.check._leave.click()


def test_two_releases_are_compared_from_the_window(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    old, new = tmp_path / "original.pdf", tmp_path / "occulté.pdf"
    line = "Le conseil a examiné la demande de {} pour la réfection du lavoir communal."
    make_pdf(old, [[line.format("Yann Cadiou"), "Elle est acceptée à l’unanimité."]])
    make_pdf(new, [[line.format("XXXXXXXX"), "Elle est acceptée à l’unanimité."]])
    window.show_check([covered(tmp_path / "autre.pdf")])
    window.check.compare(old, new)
    driver.until(lambda: not window.checking.busy)
    assert list(window.checking.reports) == [str(old), str(new)]
    found = [finding for _, finding in findings(window)[Kind.INCONSISTENT]]
    assert [finding.message for finding in found] == ["finding.old-shows"]
    assert "Cadiou" in found[0].text
    window.check._leave.click()


def test_what_is_left_in_clear_is_looked_for_in_the_background(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    letter = tmp_path / "lettre.txt"
    letter.write_text("Le dossier de Mme Solange Béranger est clos.\n", "utf-8")
    window.show_check([letter])
    driver.until(lambda: not window.checking.busy)
    verdict = window.check.verdict.text()
    assert window.checking.searching
    driver.until(lambda: not window.checking.searching)
    assert any("Béranger" in finding.text for _, finding in findings(window)[Kind.RESIDUAL])
    assert window.check.verdict.text() == verdict
    window.check._leave.click()


def test_a_dropped_folder_is_checked_whole_and_what_no_format_reads_is_said(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "reçus" / "lot"
    folder.mkdir(parents=True)
    covered(folder / "a.pdf")
    (folder / "b.txt").write_text("Bonjour.\n", "utf-8")
    (folder / "c.bin").write_bytes(b"x")
    (folder / ".caché.txt").write_text("Bonjour.\n", "utf-8")
    window.show_check()
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(folder.parent))])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        given,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    driver.until(lambda: not window.checking.busy)
    assert [Path(path).name for path in window.checking.reports] == ["a.pdf", "b.txt", "c.bin"]
    assert [finding.place for _, finding in findings(window)[Kind.UNREAD]] == ["c.bin"]
    window.check._leave.click()


def test_a_file_that_comes_while_the_batch_is_judged_is_judged_with_it(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    masked, clear = tmp_path / "a.txt", tmp_path / "b.txt"
    masked.write_text("Écrire à s.XXXXXXX@exemple.fr avant le 12 mars.\n", "utf-8")
    clear.write_text("Écrire à s.beranger@exemple.fr avant le 12 mars.\n", "utf-8")
    checking = window.checking
    came: list[Path] = []

    def come() -> None:
        if not came and checking.reports and checking.busy:
            came.append(clear)
            # The first was read; once this call is over, it is being judged in its process.
            QTimer.singleShot(0, lambda: window.check.check([clear]))

    checking.changed.connect(come)
    window.show_check([masked])
    driver.until(lambda: came and not checking.busy)
    checking.changed.disconnect(come)
    assert Kind.INCONSISTENT in findings(window)
    window.check._leave.click()
