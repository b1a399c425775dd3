"""Pictures of every screen, to be looked at one by one: each palette, each language.

    python tools/screenshots.py FOLDER [--theme light|dark|contrast]… [--language fr|en]…
        [--size 1366x768] [--scale 2]
    python tools/screenshots.py --guide docs/guide/images

Runs offscreen on the bundled sample, with real workers. With `--guide`, the dozen that the guide
shows, small.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from PIL import Image


class Bot:
    """The part of pytest-qt that `Driver` needs, without pytest."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def waitUntil(self, met: Callable[[], bool], timeout: int) -> None:  # noqa: N802
        # A picture of a half-read dossier is worth nothing, however busy the machine is.
        until = monotonic() + 5 * timeout / 1000
        while not met():
            if monotonic() > until:
                raise TimeoutError
            self.wait(10)

    def wait(self, milliseconds: int) -> None:
        until = monotonic() + milliseconds / 1000
        while monotonic() < until:
            self._app.processEvents()


#: What the guide shows: name of the screen, name of its picture.
GUIDE = {
    "01-accueil": "accueil",
    "02-revue": "revue",
    "03-entite": "ensemble",
    "04-word": "word",
    "07-selection": "selection",
    "08-zones": "zones",
    "09-apercu": "apercu",
    "09-export": "exporter",
    "11-resultat": "resultat",
    "12-envoi": "envoi",
    "16-dossier": "demande",
    "20-verification": "verifier",
}
WIDEST, HEAVIEST = 1100, 120_000
"""Pixels and bytes of a picture of the guide."""


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--theme", nargs="+", default=["light", "dark", "contrast"])
    parser.add_argument("--language", nargs="+", default=["fr", "en"])
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--files", type=Path, nargs="*", default=())
    parser.add_argument("--guide", type=Path)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.guide:
        with tempfile.TemporaryDirectory() as folder:
            _run(Path(folder), "light", "fr", chosen)
            _shrink(Path(folder), chosen.guide)
    elif chosen.one:
        _take(chosen)
    elif chosen.folder is None:
        parser.error("a folder, or --guide")
    else:
        # A language is chosen before the first widget is made: a process each.
        for language in chosen.language:
            for theme in chosen.theme:
                _run(chosen.folder, theme, language, chosen)


def _run(folder: Path, theme: str, language: str, chosen: argparse.Namespace) -> None:
    command = [sys.executable, __file__, str(folder), "--one", "--theme", theme]
    command += ["--language", language, "--size", chosen.size]
    command += ["--files", *map(str, chosen.files)] if chosen.files else []
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(chosen.scale),
        "REDACTOR_LANG": language,
        "PYTHONPATH": str(Path(__file__).parent.parent),
    }
    subprocess.run(command, env=environment, check=True)  # ourselves


def _shrink(taken: Path, folder: Path) -> None:
    """Write the pictures of the guide: fewer pixels, few colours."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, called in GUIDE.items():
        with Image.open(taken / f"{name}-light-fr.png") as picture:
            small = picture.convert("RGB")
            small.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
            for colours in (256, 128, 64, 32):
                # Rare colours stay: they are what tells one decision from another.
                few = small.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
                few.save(folder / f"{called}.png", optimize=True)
                if (folder / f"{called}.png").stat().st_size <= HEAVIEST:
                    break


def _take(chosen: argparse.Namespace) -> None:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(work / "settings"))
        Screens(app, chosen, work).take()


class Screens:
    def __init__(self, app: Any, chosen: argparse.Namespace, work: Path) -> None:
        from redactor.ui.app import prepare
        from redactor.ui.furnishing import furnished
        from redactor.ui.main_window import MainWindow
        from redactor.ui.palette import Appearance
        from tests.ui.driving import Driver

        self.bot = Bot(app)
        self.chosen = chosen
        self.work = work
        self.window = furnished(MainWindow(prepare(app)), work / "dossiers")
        self.theme, self.language = chosen.theme[0], chosen.language[0]
        self.window.set_appearance(Appearance(self.theme))
        width, _, height = chosen.size.partition("x")
        self.window.resize(int(width), int(height))
        self.window.start()
        self.window.show()
        self.driver = Driver(self.window, self.bot)
        chosen.folder.mkdir(parents=True, exist_ok=True)

    def shot(self, name: str, widget: Any = None) -> None:
        self.bot.wait(350)
        file = f"{name}-{self.theme}-{self.language}.png"
        (widget or self.window).grab().save(str(self.chosen.folder / file))

    def take(self) -> None:
        from redactor.law.decisions import Decision
        from redactor.release.export import Held, Outcome
        from redactor.release.verify.report import Leak, Place
        from redactor.text.flow import Span, Unread
        from redactor.ui.about_dialog import AboutDialog
        from redactor.ui.crash import CrashDialog, report_of
        from redactor.ui.export_dialog import Choice, ExportDialog
        from redactor.ui.keys_dialog import KeysDialog, KeysEditor
        from redactor.ui.pack_dialog import PackDialog
        from redactor.ui.releasing import standing
        from redactor.ui.review import Group
        from redactor.ui.sample import sample_files
        from redactor.ui.view_switch import View

        window, driver = self.window, self.driver
        self.shot("01-accueil")
        broken = self.work / "rapport illisible.pdf"
        broken.write_bytes(b"%PDF-1.7\nrien")
        driver.open(*(self.chosen.files or sample_files()), broken)
        window.tour.begin()
        self.shot("01-visite")
        window.tour.end()
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
            window.pane.look_at(View.HIDDEN)
            self.shot("05-word-cache")
            window.pane.look_at(View.MAIN)
        pdf = next(r for r in window.desk.documents.rows if r.name.endswith(".pdf"))
        window.showing.show(pdf.id)
        window.pane.look_at(View.HIDDEN)
        self.shot("06-pdf-cache")
        window.pane.look_at(View.MAIN)
        self.bot.waitUntil(lambda: window.pane.canvas.layout_of(1) is not None, 5000)
        missed = "Jean-Jaurès"
        flow = next(f for f in window.desk.flows(pdf.id) if missed in f.text)
        start = flow.text.index(missed)
        window.pane.canvas.select(1, (Span(flow.id, start, start + len(missed)),))
        self.bot.waitUntil(window.pane.selecting.bar._everywhere.isEnabled, 5000)
        self.shot("07-selection")
        window.pane.selecting.clear()
        self.take_areas(pdf.id)
        window.showing.show(window.desk.documents.rows[-1].id)
        self.shot("08-erreur")
        window.showing.show(pdf.id)
        self.take_preview("09-apercu")
        if word is not None:
            window.showing.show(word.id)
            self.take_preview("09-apercu-word")
        window.showing.show(pdf.id)
        assert window.desk.dossier is not None
        shown = Path("/dossiers/2026-1799/communication")
        dialog = ExportDialog(standing(window.desk.dossier), shown, window)
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
        pack = PackDialog(shown.with_name("communication - envoi"), window)
        pack.show()
        self.shot("12-envoi", pack)
        pack.close()
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

    def take_areas(self, document: str) -> None:
        from redactor.dossier.records import Suggestion
        from redactor.law.categories import Category

        window = self.window
        assert window.desk.dossier is not None
        window.desk.dossier.append_analysis(
            document,
            suggested=[
                Suggestion(
                    1, (330, 560, 500, 630), Category.HANDWRITTEN_SIGNATURE,
                    "handwritten_signature", 0.86, "traits d’encre sous un bloc de signature",
                ),
                Suggestion(1, (80, 560, 170, 650), Category.IMAGE, "stamp", 0.8, "cercle d’encre"),
            ],
        )  # fmt: skip
        window.desk.places.areas_changed.emit(document)
        window.desk.places.add_area(document, 1, (330, 660, 500, 720))
        window.pane.areas.take(window.desk.places.waiting(document)[0].id)
        self.bot.wait(400)
        self.shot("08-zones")
        for row in window.desk.places.waiting(document):
            window.desk.places.remove_area(document, row.id)
        window.pane.areas.take("")

    def take_preview(self, name: str) -> None:
        from redactor.ui.preview import Preview

        action = self.window.actions_by_name["preview"]
        self.bot.waitUntil(action.isEnabled, 5000)
        action.trigger()
        preview = self.window.findChildren(Preview)[-1]
        self.bot.waitUntil(lambda: bool(preview._copies), 60_000)
        self.bot.wait(1500)
        self.shot(name, preview)
        preview.reject()
        self.bot.wait(100)

    def take_dossier(self) -> None:
        from redactor.ui.ask import Question
        from redactor.ui.defaults_dialog import DefaultsDialog
        from redactor.ui.dossier_dialog import DossierDialog

        window = self.window
        window.back()
        window.actions_by_name["properties"].trigger()
        dialog = window.findChildren(DossierDialog)[-1]
        dialog.title.setText("Sinistre du 3 février 2026")
        dialog.person.setText("Hélène Kermarrec")
        dialog.requesters.setPlainText("Association Rives claires")
        dialog.has_received.setChecked(True)
        self.shot("16-dossier", dialog)
        dialog.reject()
        window.actions_by_name["defaults"].trigger()
        rules = window.findChildren(DefaultsDialog)[-1]
        rules.choices["person:agent"].setCurrentIndex(1)
        self.shot("16-regles", rules)
        rules.reject()
        pdf = next(r for r in window.desk.documents.rows if r.name.endswith(".pdf"))
        window.showing.show(pdf.id)
        window.actions_by_name["read-scans"].setEnabled(True)
        window.actions_by_name["read-scans"].trigger()
        question = window.findChildren(Question)[-1]
        self.shot("16-numerisees", question)
        question.reject()
        window.showing.show_page(pdf.id, 2)
        window.desk.places.remove_page(pdf.id, 2, "hors périmètre")
        self.shot("17-disjointe")
        window.review.next_undecided()
        window.desk.places.flag(pdf.id, "Demander au service", mention=window.review.current)
        self.shot("18-signalee")
        window.actions_by_name["merge"].trigger()
        question = window.findChildren(Question)[-1]
        self.shot("19-reunir", question)
        question.reject()

    def take_check(self) -> None:
        from tests.ui.test_check import covered

        window = self.window
        window.show_check([covered(self.work / "reçu.pdf"), self.work / "rapport illisible.pdf"])
        self.bot.waitUntil(lambda: not window.checking.busy, 60_000)
        tree = window.check.tree
        shown = tree.topLevelItem(0)
        for _ in ("the kind", "the finding"):
            assert shown is not None
            shown = shown.child(0)
        assert shown is not None
        tree.setCurrentItem(shown)
        self.bot.wait(800)
        self.shot("20-verification")


if __name__ == "__main__":
    main(sys.argv[1:])
