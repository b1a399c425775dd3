"""Pictures of every screen, to be looked at one by one.

    python tests/ui/screenshots.py FOLDER [--theme light|dark|contrast] [--language fr|en]
        [--size 1366x768]

Runs offscreen on the bundled sample, with real workers.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any


class Bot:
    """The part of pytest-qt that `Driver` needs, without pytest."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def waitUntil(self, met: Callable[[], bool], timeout: int) -> None:
        until = monotonic() + timeout / 1000
        while not met() and monotonic() < until:
            self.wait(10)

    def wait(self, milliseconds: int) -> None:
        until = monotonic() + milliseconds / 1000
        while monotonic() < until:
            self._app.processEvents()


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--language", default="fr")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--files", type=Path, nargs="*", default=())
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["REDACTOR_LANG"] = chosen.language
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    work = Path(tempfile.mkdtemp(prefix="screens-"))
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(work / "settings")
    )
    Screens(app, chosen, work).take()


class Screens:
    def __init__(self, app: Any, chosen: argparse.Namespace, work: Path) -> None:
        from redactor.ui.app import prepare
        from redactor.ui.main_window import MainWindow
        from redactor.ui.palette import Appearance
        from tests.ui.driving import Driver

        self.bot = Bot(app)
        self.chosen = chosen
        self.work = work
        self.window = MainWindow(work / "dossiers", prepare(app))
        self.window.set_appearance(Appearance(chosen.theme))
        width, _, height = chosen.size.partition("x")
        self.window.resize(int(width), int(height))
        self.window.start()
        self.window.show()
        self.driver = Driver(self.window, self.bot)
        chosen.folder.mkdir(parents=True, exist_ok=True)

    def shot(self, name: str, widget: Any = None) -> None:
        self.bot.wait(350)
        file = f"{name}-{self.chosen.theme}-{self.chosen.language}.png"
        (widget or self.window).grab().save(str(self.chosen.folder / file))

    def take(self) -> None:
        from redactor.law.decisions import Decision
        from redactor.release.export import Held, Outcome
        from redactor.release.verify.report import Leak, Place
        from redactor.text.flow import Unread
        from redactor.ui.about_dialog import AboutDialog
        from redactor.ui.crash import CrashDialog, report_of
        from redactor.ui.export_dialog import Choice, ExportDialog
        from redactor.ui.keys_dialog import KeysDialog, KeysEditor
        from redactor.ui.releasing import standing
        from redactor.ui.review import Group
        from redactor.ui.sample import sample_files

        window, driver = self.window, self.driver
        self.shot("01-accueil")
        broken = self.work / "rapport illisible.pdf"
        broken.write_bytes(b"%PDF-1.7\nrien")
        driver.open(*(self.chosen.files or sample_files()), broken)
        window.review.list.setFocus()
        window.review.next_undecided()
        self.shot("02-revue")
        window.review.decide(Decision.OCCULT)
        window.review.decide(Decision.KEEP)
        row = window.review.model.row_of_group(
            next(r.key for r in window.review.model.rows if isinstance(r, Group))
        )
        window.review.list.go_to_row(row or 0)
        self.shot("03-entite")
        word = next((r for r in window.desk.documents.rows if r.name.endswith(".docx")), None)
        if word is not None:
            window.showing.show(word.id)
            first = next(i for i in driver.items() if i.document == word.id and i.undecided)
            window.review.go_to(first.id)
            self.shot("04-word")
            bar = window.pane.text.verticalScrollBar()
            bar.setValue(bar.maximum())
            self.shot("05-word-cache")
        pdf = next(r for r in window.desk.documents.rows if r.name.endswith(".pdf"))
        window.showing.show(pdf.id)
        window.pane._show_hidden(True)
        self.shot("06-pdf-cache")
        window.pane._show_hidden(False)
        self.bot.waitUntil(lambda: window.pane.canvas.layout_of(1) is not None, 5000)
        flow = next(f for f in window.desk.flows(pdf.id) if f.page == 1 and len(f.text) > 20)
        from redactor.text.flow import Span

        window.pane.canvas.select(1, (Span(flow.id, 0, min(len(flow.text), 24)),))
        self.bot.wait(500)
        self.shot("07-selection")
        window.pane.clear_selection()
        window.showing.show(window.desk.documents.rows[-1].id)
        self.shot("08-erreur")
        window.showing.show(pdf.id)
        assert window.desk.dossier is not None
        dialog = ExportDialog(standing(window.desk.dossier), self.work / "communication", window)
        dialog.show()
        self.shot("09-export", dialog)
        dialog.close()
        window.progress.begin()
        window.progress.show_progress(0.43, "1-lettre-sinistre.pdf")
        window.screens.setCurrentWidget(window.progress)
        self.shot("10-export-en-cours")
        assert window.desk.dossier is not None
        out = self.work / "communication"
        window.releasing.start(window.desk.dossier, Choice(out, True, True, "essai"), {})
        self.bot.waitUntil(lambda: not window.releasing.busy, 120_000)
        self.shot("11-resultat")
        window.result.show_outcome(
            Outcome(
                out,
                (),
                (
                    Held(
                        "lettre.pdf",
                        leaks=(Leak(("m1",), Place("page 3", 3, "metadata"), "text"),),
                        unread=(Unread("page 2", "unread.image-only", 2),),
                    ),
                ),
            )
        )
        window.screens.setCurrentWidget(window.result)
        self.shot("12-retenu")
        for name, made in (
            ("13-touches", KeysDialog(window.keys, window)),
            ("13-touches-changer", KeysEditor(window.keys, window)),
            ("14-a-propos", AboutDialog(window)),
        ):
            made.show()
            self.shot(name, made)
            made.close()
        try:
            raise ValueError("…")
        except ValueError as error:
            crash = CrashDialog(report_of(error), window)
        crash.show()
        self.shot("15-erreur-programme", crash)
        crash.close()
        self.take_dossier()
        self.take_check()
        window.close()

    def take_dossier(self) -> None:
        from redactor.ui.dossier_dialog import DossierDialog

        window = self.window
        window.back()
        window.actions_by_name["properties"].trigger()
        dialog = window.findChildren(DossierDialog)[-1]
        dialog.title.setText("Sinistre du 3 février 2026")
        dialog.requesters.setPlainText("Association Rives claires")
        dialog.has_received.setChecked(True)
        self.shot("16-dossier", dialog)
        dialog.reject()
        pdf = next(r for r in window.desk.documents.rows if r.name.endswith(".pdf"))
        window.showing.show_page(pdf.id, 2)
        window.desk.places.remove_page(pdf.id, 2, "hors périmètre")
        self.shot("17-disjointe")
        window.review.next_undecided()
        window.desk.places.flag(pdf.id, "Demander au service", mention=window.review.current)
        self.shot("18-signalee")
        window.actions_by_name["merge"].trigger()
        from redactor.ui.ask import Question

        question = window.findChildren(Question)[-1]
        self.shot("19-reunir", question)
        question.reject()

    def take_check(self) -> None:
        from tests.ui.test_check import covered

        window = self.window
        window.show_check([covered(self.work / "reçu.pdf"), self.work / "rapport illisible.pdf"])
        self.bot.waitUntil(lambda: not window.checking.busy, 60_000)
        tree = window.check.tree
        leaks = tree.topLevelItem(0).child(0)
        tree.setCurrentItem(leaks.child(0))
        self.bot.wait(800)
        self.shot("20-verification")


if __name__ == "__main__":
    main(sys.argv[1:])
