"""A disk that refuses a write is an error, whatever the engine is doing at that moment."""

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from redactor.formats.pdf.saving import save

FULL = Path("/dev/full")
BARE = """
import sys, pikepdf
with pikepdf.open(sys.argv[1]) as pdf, open("/dev/full", "wb") as full:
    pdf.save(full, deterministic_id=True)
"""


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is Linux's")
def test_a_refused_write_does_not_end_the_process(tmp_path: Path) -> None:
    original = tmp_path / "lettre.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(original)
    bare = subprocess.run(
        [sys.executable, "-c", BARE, original], capture_output=True, text=True, check=False
    )
    assert "terminate called" in bare.stderr, "no trap"
    with pikepdf.open(original) as pdf, pytest.raises(OSError, match="No space left"):
        save(pdf, FULL, deterministic_id=True)


def test_what_is_written_is_what_the_engine_writes(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "bare.pdf", deterministic_id=True)
        save(pdf, tmp_path / "ours.pdf", deterministic_id=True)
    assert (tmp_path / "ours.pdf").read_bytes() == (tmp_path / "bare.pdf").read_bytes()
