"""Copies opened by programs that had no part in writing them."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from redactor.formats.docx import ADAPTER
from tests.formats.asking import READING, plan_for
from tests.formats.docx.helpers import flows_of
from tests.formats.docx.torture import NAME


@pytest.fixture
def copies(tortured: Path, tmp_path: Path) -> list[Path]:
    plan = plan_for(flows_of(tortured), NAME)
    with ADAPTER.open(tortured, options=READING) as source:
        source.write_redacted(tmp_path / "copie.docx", plan)
        source.write_audit(tmp_path / "audit.docx", plan)
    return [tmp_path / "copie.docx", tmp_path / "audit.docx"]


def test_python_docx_opens_both(copies: list[Path]) -> None:
    texts = ["\n".join(p.text for p in docx.Document(str(copy)).paragraphs) for copy in copies]
    assert all("intact jusqu’au bout" in text for text in texts)
    assert NAME not in texts[0]
    assert NAME in texts[1]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office suite here")
def test_libreoffice_opens_both(copies: list[Path], tmp_path: Path) -> None:
    home = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "odt",
         "--outdir", str(tmp_path), *map(str, copies)],
        check=True, timeout=300, capture_output=True,
    )  # fmt: skip
    texts = []
    for copy in copies:
        with zipfile.ZipFile(copy.with_suffix(".odt")) as archive:
            texts.append(archive.read("content.xml").decode())
    assert all("intact jusqu’au bout" in text for text in texts)
    assert NAME not in texts[0]
    assert NAME in texts[1]
