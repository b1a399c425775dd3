"""What the window loads before it is shown."""

import subprocess
import sys
from pathlib import Path

ENGINES = ("spacy", "pymupdf", "pikepdf", "pypdfium2", "lxml", "docx", "phonenumbers", "numpy")


def test_the_window_loads_no_engine_and_no_model() -> None:
    code = f"import sys, redactor.ui.app; print([m for m in {ENGINES!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


PREPARED = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel
from redactor.ui import app as application
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
qt = QApplication([])
application.prepare(qt)
print(QLabel().font().pointSizeF())
QSettings().setValue("text-size", 150)
"""


def test_text_made_larger_is_as_large_at_the_next_start(tmp_path: Path) -> None:
    sizes = [
        float(subprocess.check_output([sys.executable, "-c", PREPARED, tmp_path], text=True))
        for _ in range(2)
    ]
    assert sizes[1] == sizes[0] * 1.5
