"""What the window loads before it is shown."""

import subprocess
import sys

ENGINES = ("spacy", "pymupdf", "pikepdf", "pypdfium2", "lxml", "docx", "phonenumbers", "numpy")


def test_the_window_loads_no_engine_and_no_model() -> None:
    code = f"import sys, redactor.ui.app; print([m for m in {ENGINES!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
