"""`kill -9` at random points of a review in the real window: what was decided stands, and what
was being exported is there whole or not at all."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from redactor.dossier import Dossier
from redactor.release.recheck import recheck
from redactor.ui.main_window import MainWindow
from tests.ui.conftest import make_pdf
from tests.ui.driving import Driver

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")

NAMES = "Élodie Yann Hélène Mathieu Fatou Ibrahim Soazig Paulo Nadia Gwenaël".split()

REVIEW = """
import os, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"

def main():
    from PySide6.QtCore import QSettings, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from redactor.ui.app import prepare
    from redactor.ui.export_dialog import Choice
    from redactor.ui.furnishing import furnished
    from redactor.ui.main_window import MainWindow

    dossier, out, settings = map(Path, sys.argv[1:])
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(settings))
    app = QApplication(sys.argv[:1])
    window = furnished(MainWindow(prepare(app)), settings)
    window.show()
    window.open_paths([dossier])
    def until(met):
        while not met():
            app.processEvents()
    until(lambda: window.desk.review.items and not window.desk.busy)
    window.review.list.setFocus()
    ids = sorted(window.desk.review.items)
    print("open", flush=True)
    turn = len(window.desk.dossier.journal())
    while True:
        mention = ids[turn % len(ids)]
        window.review.go_to(mention)
        key = "o" if turn // len(ids) % 2 == 0 else "c"
        if turn % 5 == 4:
            QTest.keyClick(window.review.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(window.review.list, key)
        stands = window.desk.dossier.effective(mention)
        step = window.desk.dossier.journal(1)[0].number
        print("step", step, stands.decision.value, mention, sep="\\t", flush=True)
        turn += 1
        if turn % 2 == 0:
            window.releasing.start(window.desk.dossier, Choice(out, True, True, "essai"), {})
            until(lambda: not window.releasing.busy)
            print("released", flush=True)

if __name__ == "__main__":
    main()
"""


@pytest.fixture
def stored(driver: Driver, window: MainWindow, tmp_path: Path) -> Path:
    """A dossier that was read, closed, with its original beside it."""
    lines = [f"Madame {name} Tréguier a écrit au maire." for name in NAMES]
    driver.open(make_pdf(tmp_path / "lettre.pdf", [lines, lines[::-1]]))
    assert len(driver.items()) >= 10
    dossier = window.desk.dossier
    assert dossier is not None
    path = dossier.path
    window.close_dossier()
    return Path(shutil.copy(path, tmp_path / "revue.redactor"))


def killed(stored: Path, seconds: float, *, released: bool) -> list[list[str]]:
    """A review that goes on until it is killed, `released`: after its first export; what it was
    sure of."""
    script = stored.with_name("revue.py")
    script.write_text(REVIEW, "utf-8")
    out, settings = stored.with_name("sortie"), stored.with_name("reglages")
    child = subprocess.Popen(
        [sys.executable, str(script), str(stored), str(out), str(settings)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert child.stdout is not None
    lines = [child.stdout.readline()]
    while released and lines[-1] not in ("released\n", ""):
        lines.append(child.stdout.readline())
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    child.wait()
    os.killpg(child.pid, signal.SIGKILL) if _has_group(child.pid) else None
    lines += child.stdout.readlines()
    child.stdout.close()
    return [line.rstrip("\n").split("\t") for line in lines if line.endswith("\n")]


def _has_group(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.slow
def test_a_review_that_is_killed_fifty_times_loses_nothing(stored: Path) -> None:
    chance = random.Random(17)
    out = stored.with_name("sortie")
    exported = 0
    for turn in range(50):
        # A loaded machine may take longer than that to export once.
        told = killed(stored, chance.uniform(0, 6.0), released=turn % 5 == 4)
        assert told[0] == ["open"], "the review must have begun before it was killed"
        steps = [line for line in told if line[0] == "step"]
        with Dossier.open(stored) as dossier:
            journal = dossier.journal()
            if steps:
                _, number, decision, mention = steps[-1]
                last = journal[0].number
                # One more step may have been committed before it could be told.
                assert int(number) <= last <= int(number) + 1
                if last == int(number):
                    assert dossier.effective(mention).decision.value == decision
            assert dossier.documents()[0].path.exists()
        if out.exists():
            exported += 1
            assert recheck(out, replay=False).sound
        else:
            assert ["released"] not in told
    assert exported
